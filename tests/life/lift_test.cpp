#include "nearness/life/lift.hpp"

#include "nearness/life/events.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <numeric>

namespace nearness::life {
namespace {

using Real = math::Dual<2>;

// A part of a state that is plain memory: every word of it different.
template <class Part>
void fill(Part& part, double first) {
    static_assert(std::is_trivially_copyable_v<Part> && sizeof(Part) % sizeof(double) == 0);
    std::vector<double> numbers(sizeof(Part) / sizeof(double));
    std::iota(numbers.begin(), numbers.end(), first);
    std::memcpy(static_cast<void*>(&part), numbers.data(), sizeof part);
}

template <class Part>
bool same(const Part& a, const Part& b) {
    return std::memcmp(static_cast<const void*>(&a), static_cast<const void*>(&b), sizeof a) == 0;
}

TEST(lift, forgets_no_number_of_a_state) {
    State<double> full;
    person::Person<double>& person = full.person;
    person.age = 17;
    person.particles.each.resize(2);
    person.particles.log_weight = {-1.0, -2.0};
    person.particles.leading = 1;
    person.each_memory([](memory::State<double>& memory) {
        fill(memory, 1);
        std::memset(static_cast<void*>(&memory), 0, sizeof(double));  // the word of the count, and its padding
        memory.count = 3;
    });
    fill(person.protection, 20000);
    fill(person.bond, 30000);
    fill(person.mind, 40000);
    for (std::size_t i = 0; i < full.acquaintances.size(); ++i) {
        fill(full.acquaintances[i], 50000.0 + 100.0 * static_cast<double>(i));
    }
    fill(full.therapist, 90000);
    full.met.fill(true);
    full.met[5] = false;
    full.met_therapist = true;

    const State<double> back = values_of(lift<Real>(full));
    EXPECT_EQ(back.person.age, 17);
    EXPECT_TRUE(same(back.person.memory, person.memory));
    ASSERT_EQ(back.person.particles.each.size(), 2U);
    EXPECT_TRUE(same(back.person.particles.each[1], person.memory));
    EXPECT_EQ(back.person.particles.log_weight, person.particles.log_weight);
    EXPECT_EQ(back.person.particles.leading, 1U);
    EXPECT_TRUE(same(back.person.protection, person.protection));
    EXPECT_TRUE(same(back.person.bond, person.bond));
    EXPECT_TRUE(same(back.person.mind, person.mind));
    EXPECT_TRUE(same(back.acquaintances, full.acquaintances));
    EXPECT_TRUE(same(back.therapist, full.therapist));
    EXPECT_EQ(back.met, full.met);
    EXPECT_TRUE(back.met_therapist);
    EXPECT_FALSE(back.parted);
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
