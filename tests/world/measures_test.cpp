#include "nearness/world/measures.hpp"

#include "memory/make.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

namespace nearness::world {
namespace {

using Measure = Measures<double>;
constexpr std::array<double, 2> someone{0.7, 0.6};

// One template in the only slot: V is clip(w·x), wherever x is.
struct Simple {
    person::Person<double> person;
    person::Parameters<double> parameters;

    explicit Simple(const memory::Signals& weight) {
        parameters.memory.templates = 1;
        memory::add(person.memory, {.weight = weight}, memory::derived(parameters.memory).recency);
    }
    Curve<double> curve(const Other& other = {}) const { return Measure::curve(person, parameters, other, someone); }
};

TEST(measures, the_edge_is_the_first_closeness_at_which_pain_exceeds_the_threshold) {
    // 0.7 c > 0.35: not at 0.5, where they are equal.
    EXPECT_DOUBLE_EQ(Simple({0.7, 0, 0, 0, 0}).curve().edge, 0.505);
    // Attention is the other's usual one.
    Other attentive;
    attentive.attention = 0.5;
    EXPECT_DOUBLE_EQ(Simple({0, 0.9, 0, 0, 0}).curve(attentive).edge, 0.78);  // 0.45 c > 0.35
    EXPECT_DOUBLE_EQ(Simple({0, 0, 0.9, 0, 0}).curve(attentive).edge, 0.39);  // 0.9 c, v = 1
}

TEST(measures, without_enough_pain_there_is_no_edge_before_one) {
    EXPECT_EQ(Simple({0.35, 0, 0, 0, 0}).curve().edge, 1.0);
    EXPECT_EQ(Simple({0, 0, 0, 0, 9}).curve().edge, 1.0);  // there is no conflict in it
    EXPECT_EQ(Measure::curve({}, {}, {}, someone).edge, 1.0);
}

TEST(measures, the_area_is_the_mean_of_predicted_pain_over_closeness) {
    EXPECT_NEAR(Simple({0.7, 0, 0, 0, 0}).curve().area, 0.35, 1e-13);
    EXPECT_NEAR(Simple({0, 0, 0, 0, 0}).curve().area, 0.0, 1e-13);
    const auto curve = Simple({2, 0, 0, 0, 0}).curve();  // clipped from 0.5 on: 1/4 + 1/2, to the width of the grid
    EXPECT_NEAR(curve.area, 0.75, 0.005);
    EXPECT_EQ(curve.predicted[200], 1.0);
    EXPECT_NEAR(curve.predicted[50], 0.5, 1e-13);
}

TEST(measures, guard_and_insight_do_not_move_the_edge) {
    Simple simple({0.7, 0, 0, 0, 0});
    const double before = simple.curve().edge;
    simple.person.protection.guard = 1;
    simple.person.mind.insight = 1;
    simple.parameters.mind.insight_authority = 1;
    EXPECT_EQ(simple.curve().edge, before);
}

TEST(measures, the_trigger_profile_is_the_pain_of_each_cue_alone) {
    const Simple simple({0.5, 0.4, 0.3, 0.2, 0.1});
    const auto profile = Measure::trigger_profile(simple.person, simple.parameters, {}, someone);
    for (std::size_t d = 0; d < profile.size(); ++d) EXPECT_NEAR(profile[d], 0.5 - 0.1 * static_cast<double>(d), 1e-13);
}

TEST(measures, trust_is_weighted_by_who_is_on_duty) {
    person::Person<double> person;
    person.protection.trust = {0, 0, 0.5, 0, 0};
    EXPECT_NEAR(Measure::trust(person, {}), 0.1, 1e-14);
    person.protection.value = {-100, -100, 0, -100, -100};
    EXPECT_NEAR(Measure::trust(person, {}), 0.5, 1e-14);
}

TEST(measures, measuring_changes_nobody) {
    const auto state = lives::grown_up(lives::av_caregiver(), 0, 14.0);
    const auto before = memory::numbers(state.person.memory);
    const auto first = Measure::curve(state.person, {}, {}, someone);
    const auto second = Measure::curve(state.person, {}, {}, someone);
    EXPECT_EQ(first.predicted, second.predicted);
    EXPECT_EQ(memory::numbers(state.person.memory), before);
}

}  // namespace
}  // namespace nearness::world
