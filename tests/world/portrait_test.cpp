#include "nearness/world/portrait.hpp"

#include "anybody.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::world {
namespace {

Portrait portrait_of(const Two& two) { return {two.person, two.acquaintance, two.parameters, two.derived, two.other}; }

Two any_two() {
    Two two;
    two.person = any_person(two);
    two.other = any_other();
    return two;
}

// Someone whom closeness alone alarms: one template that expects pain in proportion to it.
Two hurt_by_closeness(double weight) {
    Two two;
    memory::Made made;
    made.prototype = {0.5, 0.4, 0.5, 0.4, 0, 0.15, 0, 0.65, 0.65};
    made.weight = {weight, 0, 0, 0, 0};
    made.strength = 100;
    made.recent = 1000;
    memory::add(two.person.memory, made, two.derived.memory.recency);
    two.person.bond.need = 1;
    return two;
}

// The encounter as world/beats.hpp lives it is this flow: first arousal at the closeness that is, then closeness at the
// arousal that comes of it. From the second beat on: before the first nobody protects.
TEST(portrait, one_beat_of_an_encounter_without_noise_is_the_flow) {
    EXPECT_TRUE(properties::hold([] {
        const Two two = any_two();
        const Portrait portrait = portrait_of(two);
        const double seconds = two.parameters.encounter.beat;
        const auto course = portrait.course();
        RC_ASSERT(course.size() == static_cast<std::size_t>(two.parameters.encounter.beats()));
        for (std::size_t i = 1; i < course.size(); ++i) {
            const Beat<double>&from = course[i - 1], &to = course[i];
            RC_ASSERT(portrait.next_arousal(from.closeness, from.arousal, from.reflection) == to.arousal);
            const double moved = from.closeness + seconds * portrait.flow(from.closeness, to.arousal).closeness;
            RC_ASSERT(std::abs(math::clip(moved, 0.0, 1.0) - to.closeness) < 1e-14);
        }
    }));
}

TEST(portrait, its_course_is_the_encounter_of_the_typical_path) {
    EXPECT_TRUE(properties::hold([] {
        Two two = any_two();
        const auto course = portrait_of(two).course();
        two.parameters.typical = true;
        std::vector<Beat<double>> beats;
        two.watch(any_draws(), {}, [&](const Beat<double>& beat) { beats.push_back(beat); });
        RC_ASSERT(course.size() == beats.size());
        for (std::size_t i = 0; i < beats.size(); ++i) {
            RC_ASSERT(course[i].closeness == beats[i].closeness);
            RC_ASSERT(course[i].arousal == beats[i].arousal);
            RC_ASSERT(course[i].reflection == beats[i].reflection);
        }
    }));
}

TEST(portrait, nothing_flows_across_the_lines_on_which_closeness_or_arousal_stand_still) {
    EXPECT_TRUE(properties::hold([] {
        const Two two = any_two();
        const Portrait portrait = portrait_of(two);
        const double at = properties::number(0, 1);
        if (const auto closeness = portrait.still_closeness(at)) {
            RC_ASSERT(std::abs(portrait.flow(*closeness, at).closeness) < 1e-15);
        }
        const auto arousals = portrait.still_arousals(at);
        RC_ASSERT(arousals.size() % 2 == 1);  // arousal rises at 0 and falls at 1
        for (const double arousal : arousals) RC_ASSERT(std::abs(portrait.flow(at, arousal).arousal) < 1e-12);
    }));
}

TEST(portrait, a_resting_point_rests_and_what_settles_draws_back_what_is_near) {
    EXPECT_TRUE(properties::hold([] {
        const Two two = any_two();
        const Portrait portrait = portrait_of(two);
        for (const Portrait::Rest& rest : portrait.rests()) {
            const auto flow = portrait.flow(rest.closeness, rest.arousal);
            RC_ASSERT(std::abs(flow.closeness) < 1e-12);
            RC_ASSERT(std::abs(flow.arousal) < 1e-12);
            if (!rest.settles) continue;
            // An hour from a thousandth beside it, in steps of a second.
            double closeness = math::clip(rest.closeness + 1e-3, 0.0, 1.0);
            double arousal = math::clip(rest.arousal + 1e-3, 0.0, 1.0);
            for (int second = 0; second < 3600; ++second) {
                const auto by = portrait.flow(closeness, arousal);
                closeness += by.closeness;
                arousal += by.arousal;
            }
            const bool approached =
                std::abs(closeness - rest.closeness) < 1e-3 && std::abs(arousal - rest.arousal) < 1e-3;
            RC_ASSERT(approached || portrait.wish() < 0.05);  // next to no wish: slower than an hour
        }
    }));
}

TEST(portrait, whom_closeness_alarms_comes_to_rest_farther_away) {
    const auto safe = portrait_of(hurt_by_closeness(0.1)).rests();
    const auto hurt = portrait_of(hurt_by_closeness(0.9)).rests();
    ASSERT_EQ(safe.size(), 1u);
    ASSERT_EQ(hurt.size(), 1u);
    EXPECT_TRUE(safe[0].settles);
    EXPECT_TRUE(hurt[0].settles);
    EXPECT_GT(safe[0].closeness, 0.95);
    EXPECT_LT(hurt[0].closeness, 0.75);
    EXPECT_GT(hurt[0].arousal, 0.3);
}

TEST(portrait, guard_lowers_the_arousal_at_which_the_alarm_rings) {
    Two two = hurt_by_closeness(0.9);
    EXPECT_DOUBLE_EQ(portrait_of(two).alarm(), two.parameters.body.threshold);
    two.person.protection.guard = 0.5;
    EXPECT_DOUBLE_EQ(portrait_of(two).alarm(),
                     two.parameters.body.threshold - 0.5 * two.parameters.protection.guard_gain);
}

TEST(portrait, nothing_moves_closeness_without_a_wish_and_without_an_alarm) {
    Two two = hurt_by_closeness(0.9);
    two.person.bond.need = 0;
    const Portrait portrait = portrait_of(two);
    EXPECT_FALSE(portrait.still_closeness(0.0).has_value() && *portrait.still_closeness(0.0) > 1e-6);
    for (const auto& rest : portrait.rests()) EXPECT_LT(rest.closeness, 1e-6);
}

}  // namespace
}  // namespace nearness::world
