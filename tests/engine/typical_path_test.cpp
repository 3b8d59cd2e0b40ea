#include "nearness/engine/typical_path.hpp"

#include "engine/plans.hpp"

#include <gtest/gtest.h>

namespace nearness::engine {
namespace {

RunPlan deterministic(RunPlan plan) {
    plan.deterministic = true;
    plan.persons = 1;
    for (Arm& arm : plan.arms) arm.scenario.parameters.person.typical = true;
    return plan;
}

double value(const Beside& one) { return one.path; }

const Beside& find(const std::vector<Beside>& all, std::string_view name) {
    for (const Beside& one : all) {
        if (one.column.name == name) return one;
    }
    throw Bug("no such quantity");
}

TEST(typical_path, nothing_is_drawn_any_more_everybody_has_the_same) {
    const RunPlan plan = deterministic(small_plan(1));
    RunPlan other = plan;
    other.seed = plan.seed + 1;
    const PersonResult one = live_person(plan, prepare(plan), 0);
    const PersonResult two = live_person(other, prepare(other), 17);
    ASSERT_EQ(one.arms.size(), two.arms.size());
    for (std::size_t a = 0; a < one.arms.size(); ++a) {
        for (std::size_t c = 0; c < one.arms[a].chapters.size(); ++c) {
            EXPECT_EQ(one.arms[a].chapters[c].edge, two.arms[a].chapters[c].edge);
            EXPECT_EQ(one.arms[a].chapters[c].area, two.arms[a].chapters[c].area);
            EXPECT_EQ(one.arms[a].chapters[c].care, two.arms[a].chapters[c].care);
        }
    }
}

TEST(typical_path, all_strategies_share_the_encounters_and_learn) {
    const RunPlan plan = deterministic(small_plan(1));
    const PersonResult path = live_person(plan, prepare(plan), 0);
    ASSERT_FALSE(path.arms[0].moments.empty());
    for (const MomentRow& row : path.arms[0].moments) {
        EXPECT_EQ(row.meeting.difficulty, 0.65);
        EXPECT_GE(row.meeting.pain, 0.0);
    }
}

TEST(typical_path, it_stands_beside_two_hundred_drawn_lives_of_the_same_plan) {
    const RunPlan plan = deterministic(small_plan(1));
    const PersonResult path = live_person(plan, prepare(plan), 0);
    const TypicalPath beside = beside_lives(plan, path, {});
    EXPECT_EQ(beside.lives, lives_beside_typical_path);
    ASSERT_EQ(beside.arms.size(), plan.arms.size());
    RunPlan drawn = small_plan(1);
    drawn.recorded_persons = 0;
    drawn.persons = lives_beside_typical_path;
    std::vector<double> areas;
    ASSERT_TRUE(run(drawn, {}, [&](PersonResult&& person) { areas.push_back(person.arms[0].chapters.back().area); }));
    const Spread expected = spread(areas);
    const Beside& area = find(beside.arms[0].back(), "area");
    EXPECT_EQ(value(area), path.arms[0].chapters.back().area);
    EXPECT_EQ(area.lives.mean, expected.mean);
    EXPECT_EQ(area.lives.n, lives_beside_typical_path);
    EXPECT_EQ(area.in_deviations(), (area.path - expected.mean) / expected.standard_deviation);
}

TEST(typical_path, a_distance_is_no_number_when_lives_do_not_differ_and_the_path_does) {
    Beside one;
    one.path = 0.5;
    one.lives = spread({0.25, 0.25});
    EXPECT_NE(one.in_deviations(), one.in_deviations());
    one.path = 0.25;
    EXPECT_EQ(one.in_deviations(), 0.0);
}

}  // namespace
}  // namespace nearness::engine
