#include "nearness/life/lift.hpp"

#include "nearness/life/events.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <numeric>

namespace nearness::life {
namespace {

using Real = math::Dual<2>;

TEST(lift, forgets_no_number_of_a_state) {
    static_assert(std::is_trivially_copyable_v<State<double>>);
    static_assert(sizeof(State<double>) % sizeof(double) == 0);
    constexpr std::size_t words = sizeof(State<double>) / sizeof(double);
    std::vector<double> numbers(words);
    std::iota(numbers.begin(), numbers.end(), 1.0);
    State<double> full;
    std::memcpy(static_cast<void*>(&full), numbers.data(), sizeof full);
    full.person.memory.count = 3;
    full.met.fill(true);
    full.met[5] = false;
    full.met_therapist = true;
    full.parted = false;

    const State<double> back = values_of(lift<Real>(full));
    EXPECT_EQ(back.person.memory.count, 3);
    EXPECT_EQ(back.met, full.met);
    EXPECT_TRUE(back.met_therapist);
    EXPECT_FALSE(back.parted);
    std::vector<double> found(words);
    std::memcpy(found.data(), static_cast<const void*>(&back), sizeof back);
    const auto word_of = [&](const auto& member) {
        return static_cast<std::size_t>(reinterpret_cast<const char*>(&member) - reinterpret_cast<const char*>(&full)) /
               sizeof(double);
    };
    for (std::size_t i = 0; i < words; ++i) {
        const bool no_number = i == word_of(full.person.memory.count) || i == word_of(full.parted) ||
                               (i >= word_of(full.met.front()) && i <= word_of(full.met.back()));
        EXPECT_TRUE(no_number || found[i] == numbers[i]) << "word " << i << " of " << words;
    }
}

TEST(lift, parameters_are_the_same_and_those_asked_for_are_variables) {
    Parameters<double> parameters;
    parameters.person.memory.templates = 7;
    parameters.person.body.width = 0.07;
    parameters.person.encounter.beat = 4;
    const auto lifted = lift<2>(parameters, {"therapy.trust_rate", "body.width"});
    EXPECT_EQ(lifted.person.memory.templates, 7);
    EXPECT_EQ(lifted.person.encounter.beat, 4);
    EXPECT_EQ(lifted.person.body.width.value, 0.07);
    EXPECT_EQ(lifted.person.body.width.derivative, (std::array<double, 2>{0, 1}));
    EXPECT_EQ(lifted.therapy.trust_rate.value, parameters.therapy.trust_rate);
    EXPECT_EQ(lifted.therapy.trust_rate.derivative, (std::array<double, 2>{1, 0}));
    EXPECT_EQ(lifted.person.body.threshold.derivative, (std::array<double, 2>{0, 0}));
}

TEST(lift, what_is_knocked_out_does_not_vary_and_what_is_tied_varies_along) {
    Parameters<double> parameters;
    person::KnockOuts out;
    out.add(person::Module::integration);
    out.add(person::Module::overwhelm_learning);
    parameters.person.knock_out(out);
    parameters.person.typical = true;
    const auto lifted = lift<2>(parameters, {"memory.revisability_floor", "memory.safety_rate"});
    EXPECT_TRUE(lifted.person.typical);
    EXPECT_EQ(lifted.person.knocked_out, out);
    EXPECT_EQ(lifted.person.memory.revisability_floor.value, 1);
    EXPECT_EQ(lifted.person.memory.revisability_floor.derivative[0], 0);
    EXPECT_EQ(lifted.person.memory.pain_rate.value, parameters.person.memory.safety_rate);
    EXPECT_EQ(lifted.person.memory.pain_rate.derivative, (std::array<double, 2>{0, 1}));  // η_pain = η_safe
}

TEST(lift, a_direction_must_name_a_parameter_that_can_vary) {
    const Parameters<double> parameters;
    EXPECT_THROW(lift<1>(parameters, {"memory.safety_rat"}), Bug);
    EXPECT_THROW(lift<1>(parameters, {"memory.templates"}), Bug);  // a count
    EXPECT_THROW(lift<1>(parameters, {"encounter.beat"}), Bug);    // a setting
    EXPECT_NO_THROW(lift<1>(parameters, {"therapy.charge_rate"}));
}

}  // namespace
}  // namespace nearness::life
