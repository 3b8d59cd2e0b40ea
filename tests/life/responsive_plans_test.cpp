// Plans that end when a measure is reached, and those that wait for them.
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nearness::life {
namespace {

struct Held {
    std::string plan;
    int number;
    double day;  // of the chapter
    double trust;
};

struct Watch : NoWatcher {
    std::vector<Held>* held;
    double from = 0;
    const person::Parameters<double>* parameters;
    void session(const Where& where, const Plan& plan, const State<double>& state, const therapy::Session<double>&) {
        held->push_back(
            {plan.id, where.number, where.age - from, world::Measures<double>::trust(state.person, *parameters)});
    }
};

Scenario with_plans(std::vector<Plan> plans) {
    return lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 14.0);
}

std::vector<Held> sessions(const Scenario& scenario, std::uint32_t person = 0) {
    std::vector<Held> held;
    const Prepared prepared = Prepared::from(scenario);
    Watch watch;
    watch.held = &held;
    watch.from = scenario.chapters[3].from;
    watch.parameters = &prepared.scenario.parameters.person;
    State<double> state;
    lives::live(prepared, 1, person, state, watch);
    return held;
}

Plan parts_until(double trust, int most = 30) {
    Plan plan = lives::plan(therapy::Parts{}, most);
    plan.goal = Goal{Measure::trust, true, trust};
    return plan;
}

TEST(responsive_plans, a_plan_ends_with_the_first_session_that_reaches_its_goal) {
    const auto held = sessions(with_plans({parts_until(0.5)}));
    ASSERT_GT(held.size(), 2U);
    ASSERT_LT(held.size(), 30U);
    for (std::size_t i = 0; i + 1 < held.size(); ++i) EXPECT_LT(held[i].trust, 0.5);
    EXPECT_GE(held.back().trust, 0.5);
}

TEST(responsive_plans, until_then_it_is_the_same_plan_with_the_same_draws) {
    Plan plain = lives::plan(therapy::Parts{}, 30);
    const auto whole = sessions(with_plans({plain}));
    const auto ended = sessions(with_plans({parts_until(0.5)}));
    for (std::size_t i = 0; i < ended.size(); ++i) {
        EXPECT_EQ(ended[i].day, whole[i].day);
        EXPECT_EQ(ended[i].trust, whole[i].trust);
    }
}

TEST(responsive_plans, a_goal_that_is_never_reached_leaves_the_plan_as_it_is) {
    EXPECT_EQ(sessions(with_plans({parts_until(1.1, 8)})).size(), 8U);
}

TEST(responsive_plans, a_goal_is_looked_at_after_a_session_so_there_is_at_least_one) {
    EXPECT_EQ(sessions(with_plans({parts_until(0.0)})).size(), 1U);
}

TEST(responsive_plans, the_plan_after_it_begins_when_it_ends_and_each_person_has_their_own_time) {
    Plan emdr = lives::plan(therapy::Emdr{}, 30);
    emdr.goal = Goal{Measure::edge, true, 0.6};
    Plan talk = lives::plan(therapy::Talk{}, 3);
    talk.after = 0;
    talk.pause = 2.0;
    talk.starts = 30 * 7.0 + 2.0;
    bool differ = false;
    double first = -1;
    for (std::uint32_t person = 0; person < 6; ++person) {
        const auto held = sessions(with_plans({emdr, talk}), person);
        std::size_t before = 0;
        while (before < held.size() && held[before].plan == "emdr") ++before;
        ASSERT_EQ(held.size(), before + 3);
        EXPECT_NEAR(held[before].day, held[before - 1].day + 7.0 + 2.0, 1e-9);
        EXPECT_NEAR(held[before + 2].day, held[before].day + 14.0, 1e-9);
        for (int i = 0; i < 3; ++i) EXPECT_EQ(held[before + static_cast<std::size_t>(i)].number, i);
        differ = differ || (first >= 0 && first != held[before].day);
        first = held[before].day;
    }
    EXPECT_TRUE(differ);
}

TEST(responsive_plans, a_plan_after_a_plan_after_one_with_a_goal_moves_too) {
    Plan emdr = lives::plan(therapy::Emdr{}, 2);
    emdr.after = 0;
    emdr.starts = 210.0;
    Plan talk = lives::plan(therapy::Talk{}, 2);
    talk.after = 1;
    talk.starts = 224.0;
    const auto held = sessions(with_plans({parts_until(0.4), emdr, talk}));
    ASSERT_GT(held.size(), 4U);
    EXPECT_EQ(held.back().plan, "talk");
    EXPECT_NEAR(held[held.size() - 2].day, held[held.size() - 3].day + 7.0, 1e-9);
    EXPECT_LT(held.back().day, 224.0);
}

// When the goal is never reached, what follows is where the calendar has it.
TEST(responsive_plans, without_reaching_the_goal_everything_is_at_its_latest_time) {
    Plan emdr = lives::plan(therapy::Emdr{}, 3);
    emdr.starts = 8 * 7.0;
    const auto fixed = sessions(with_plans({lives::plan(therapy::Parts{}, 8), emdr}));
    emdr.after = 0;
    const auto floating = sessions(with_plans({parts_until(1.1, 8), emdr}));
    ASSERT_EQ(fixed.size(), floating.size());
    for (std::size_t i = 0; i < fixed.size(); ++i) {
        EXPECT_EQ(fixed[i].plan, floating[i].plan);
        EXPECT_EQ(fixed[i].trust, floating[i].trust);
        EXPECT_NEAR(fixed[i].day, floating[i].day, 1e-9);
    }
}

TEST(responsive_plans, every_measure_can_be_reached) {
    const auto held = [](therapy::Therapy therapy, Measure measure, bool above, double value) {
        Plan plan = lives::plan(therapy, 20);
        plan.goal = Goal{measure, above, value};
        return sessions(with_plans({plan})).size();
    };
    EXPECT_LT(held(therapy::Emdr{}, Measure::sud, false, 2.0), 20U);
    EXPECT_LT(held(therapy::Emdr{}, Measure::charge, false, 0.2), 20U);
    EXPECT_LT(held(therapy::Emdr{}, Measure::area, false, 0.2), 20U);
    EXPECT_LT(held(therapy::Emdr{}, Measure::edge, true, 0.6), 20U);
    EXPECT_LT(held(therapy::Talk{}, Measure::insight, true, 0.9), 20U);
    EXPECT_LT(held(therapy::Pressure{}, Measure::guard, true, 0.3), 20U);
    EXPECT_LT(held(therapy::Talk{}, Measure::care, true, 0.5), 20U);
    EXPECT_EQ(held(therapy::Talk{}, Measure::sud, false, 5.0), 20U);  // nothing is processed: nothing is reached
}

TEST(responsive_plans, persons_side_by_side_end_their_plans_each_at_their_own_time) {
    Plan emdr = lives::plan(therapy::Emdr{}, 3);
    emdr.after = 0;
    emdr.starts = 210.0;
    const Prepared prepared = Prepared::from(with_plans({parts_until(0.4), emdr}));
    const std::vector<RecordedMoment> none;
    NoWatcher nobody;
    std::array<State<double>, 4> group;
    group.fill(newborn(prepared));
    for (int c = 0; c < static_cast<int>(prepared.scenario.chapters.size()); ++c) {
        live_chapter_together<NoWatcher>(
            prepared, c, 1,
            {Walker<NoWatcher>{group[0], 0, none, nobody}, Walker<NoWatcher>{group[1], 1, none, nobody},
             Walker<NoWatcher>{group[2], 2, none, nobody}, Walker<NoWatcher>{group[3], 3, none, nobody}});
    }
    for (std::uint32_t person = 0; person < 4; ++person) {
        State<double> alone;
        lives::live(prepared, 1, person, alone, nobody);
        EXPECT_EQ(alone.person.protection.trust, group[person].person.protection.trust);
        EXPECT_EQ(alone.person.memory.weight[0], group[person].person.memory.weight[0]);
        EXPECT_EQ(alone.person.bond.care, group[person].person.bond.care);
    }
}

}  // namespace
}  // namespace nearness::life
