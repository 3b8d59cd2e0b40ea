// Whether and when plans with a goal reached it, in everybody.
#include "nearness/engine/goals.hpp"

#include "engine/plans.hpp"
#include "nearness/engine/collection.hpp"

#include <gtest/gtest.h>

namespace nearness::engine {
namespace {

// Eight persons of whom five are recorded. As written: parts until a little trust. In the second arm the same goal can
// never be reached; the third is another partner.
const RunPlan& plan() {
    static const RunPlan plan = [] {
        RunPlan made = small_plan(8);
        life::Plan parts = lives::plan(therapy::Parts{}, 7);
        parts.goal = life::Goal{life::Measure::trust, true, 0.3};
        for (Arm& arm : made.arms) arm.scenario.chapters[3].plans = {lives::plan(therapy::Talk{}, 2), parts};
        made.arms[1].scenario.chapters[3].plans[1].goal->value = 1.0;
        made.arms.push_back(made.arms.front());  // departs after the plan
        made.arms[3].id = "longer";
        made.arms[3].scenario.chapters[4].until += 7.0;
        return made;
    }();
    return plan;
}

const Collection& everybody() {
    static const Collection collection = [] {
        Collection made;
        made.plan = plan();
        for (PersonResult& person : results(plan(), 2, 4)) made.add_rows(std::move(person));
        return made;
    }();
    return collection;
}

TEST(goals, a_goal_is_reached_after_as_many_sessions_as_were_held) {
    for (const PersonResult& person : everybody().persons) {
        for (std::size_t a = 0; a < 3; ++a) {
            ASSERT_EQ(person.arms[a].goals.size(), 1U);
            const GoalRow& goal = person.arms[a].goals.front();
            EXPECT_EQ(goal.chapter, 3);
            EXPECT_EQ(goal.plan, 1);
            double trust = 0;
            int held = 0;
            for (const SessionRow& session : person.arms[a].sessions) {
                if (session.plan != "parts") continue;
                ++held;
                trust = session.trust;
            }
            EXPECT_EQ(goal.sessions, held);
            EXPECT_EQ(goal.reached, a != 1);
            EXPECT_EQ(trust >= plan().arms[a].scenario.chapters[3].plans[1].goal->value, a != 1);
        }
        EXPECT_TRUE(person.arms[3].goals.empty()) << "it shares the plan with the first arm";
    }
}

TEST(goals, are_counted_in_those_too_of_whom_nothing_else_is_kept) {
    EXPECT_EQ(everybody().persons.size(), 5U);
    const GoalCount reached = everybody().goal(0, 3, 1), never = everybody().goal(1, 3, 1);
    EXPECT_EQ(reached.persons, 8);
    EXPECT_EQ(reached.reached(), 8);
    EXPECT_EQ(never.persons, 8);
    EXPECT_EQ(never.reached(), 0);
    EXPECT_NE(never.median_sessions(), never.median_sessions());
    EXPECT_EQ(everybody().goal(0, 3, 0).persons, 0) << "talk waits for nothing";
    EXPECT_EQ(everybody().goal(3, 3, 1).after, reached.after) << "what an arm shares with the first is the same there";
}

TEST(goals, the_median_is_that_of_the_sessions_one_by_one) {
    std::vector<double> sessions;
    for (const PersonResult& person : results(plan())) sessions.push_back(person.arms[0].goals.front().sessions);
    EXPECT_EQ(everybody().goal(0, 3, 1).median_sessions(), spread(sessions).median);
    GoalCount count;
    count.after = {{2, 1}, {5, 1}, {6, 2}};
    EXPECT_EQ(count.reached(), 4);
    EXPECT_EQ(count.median_sessions(), 5.5);
    count.after[1] = 1;
    EXPECT_EQ(count.median_sessions(), 5);
}

}  // namespace
}  // namespace nearness::engine
