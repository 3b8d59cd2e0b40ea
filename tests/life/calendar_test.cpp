#include "nearness/life/calendar.hpp"

#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace nearness::life {
namespace {

TEST(calendar, encounters_come_one_gap_after_another_and_not_at_the_start) {
    const auto moments = calendar(lives::chapter("c", 100.0, 10.0, 2.5, 0));
    ASSERT_EQ(moments.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(moments[i].age, 100.0 + 2.5 * static_cast<double>(i + 1));
        EXPECT_EQ(moments[i].number, static_cast<int>(i));
        EXPECT_EQ(moments[i].kind, Moment::Kind::encounter);
    }
}

TEST(calendar, rounding_does_not_lose_the_last_encounter) {
    for (int n = 1; n <= 400; ++n) {
        const Chapter chapter = lives::chapter("c", 20.1 * 365.0, n * 7.0 / 3.0, 7.0 / 3.0, 0);
        EXPECT_EQ(chapter.encounters(), n);
    }
    EXPECT_EQ(lives::childhood().encounters(), 1414);
    EXPECT_EQ(lives::chapter("c", 0.0, 100.0, 0.0, -1).encounters(), 0);
}

TEST(calendar, at_the_same_time_events_come_before_sessions_and_sessions_before_encounters) {
    Chapter chapter = lives::chapter("c", 50.0, 21.0, 7.0, 0);
    chapter.plans = {lives::plan(therapy::Talk{}, 3, 7.0), lives::plan(therapy::Parts{}, 3, 7.0)};
    chapter.events = {{Stressor{}, 14.0}, {Betrayal{}, 7.0}};
    const auto moments = calendar(chapter);
    ASSERT_EQ(moments.size(), 11U);
    EXPECT_TRUE(std::is_sorted(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
        return a.age < b.age || (a.age == b.age && a.kind < b.kind);
    }));
    // Day 7: betrayal (event 1), talk 0, parts 0, encounter 0.
    EXPECT_EQ(moments[0].kind, Moment::Kind::event);
    EXPECT_EQ(moments[0].number, 1);
    EXPECT_EQ(moments[1].kind, Moment::Kind::session);
    EXPECT_EQ(moments[1].plan, 0);
    EXPECT_EQ(moments[2].plan, 1);  // plans in the order in which they are written
    EXPECT_EQ(moments[3].kind, Moment::Kind::encounter);
    for (const std::size_t i : {0U, 1U, 2U, 3U}) EXPECT_EQ(moments[i].age, 57.0);
}

TEST(calendar, sums_of_months_that_mean_the_same_time_count_as_the_same_time) {
    // Four encounters a month and a session every second month: session j falls on encounter 8 j.
    constexpr double month = 365.0 / 12;
    Chapter chapter = lives::chapter("together", 20 * 365.0 + 11 * month, 120 * month, month / 4, 0);
    Plan plan;
    plan.therapy = therapy::Talk{};
    plan.sessions = 60;
    plan.every = 2 * month;
    chapter.plans = {plan};
    int sessions = 0, encounters = 0;
    for (const Moment& moment : calendar(chapter)) {
        if (moment.kind == Moment::Kind::session) {
            EXPECT_EQ(encounters, std::max(0, 8 * sessions++ - 1));
        }
        if (moment.kind == Moment::Kind::encounter) ++encounters;
    }
    EXPECT_EQ(sessions, 60);
}

TEST(calendar, sessions_are_weekly_from_the_start_of_their_plan) {
    Chapter chapter = lives::chapter("c", 10.0, 100.0, 0.0, -1);
    chapter.plans = {lives::plan(therapy::Emdr{}, 4, 42.0)};
    const auto moments = calendar(chapter);
    ASSERT_EQ(moments.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(moments[i].age, 52.0 + 7.0 * static_cast<double>(i));
}

TEST(calendar, sessions_of_one_kind_are_numbered_through_several_plans_in_time) {
    Chapter chapter = lives::chapter("c", 0.0, 100.0, 0.0, -1);
    chapter.plans = {lives::plan(therapy::Talk{}, 2, 3.0), lives::plan(therapy::Emdr{}, 2),
                     lives::plan(therapy::Talk{}, 2)};
    std::vector<int> talks, emdrs;
    for (const Moment& moment : calendar(chapter)) {
        (moment.plan == 1 ? emdrs : talks).push_back(moment.of_kind);
    }
    EXPECT_EQ(talks, (std::vector<int>{0, 1, 2, 3}));  // days 0, 3, 7, 10 of plans 2, 0, 2, 0
    EXPECT_EQ(emdrs, (std::vector<int>{0, 1}));
}

}  // namespace
}  // namespace nearness::life
