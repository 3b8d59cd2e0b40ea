#include "nearness/life/live.hpp"

#include "memory/make.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace nearness::life {
namespace {

// Every encounter of a life.
struct Diarist : NoWatcher {
    std::vector<world::Meeting<double>> met;
    std::vector<double> ages;
    void encounter(const Where& where, const State<double>&, const world::Meeting<double>& meeting) {
        met.push_back(meeting);
        ages.push_back(where.age);
    }
};

// Bits, so that what is not measured (NaN) compares equal to itself.
std::vector<std::uint64_t> bits(Summary summary, bool with_sessions = true) {
    std::vector<std::uint64_t> all;
    Summary::describe(summary, [&](const Column& column, double& value) {
        if (with_sessions || column.name != "sessions") all.push_back(std::bit_cast<std::uint64_t>(value));
    });
    return all;
}

TEST(live, everybody_starts_with_some_need_little_care_and_no_templates) {
    const Prepared prepared = Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner()));
    const State<double> state = newborn(prepared);
    EXPECT_EQ(state.person.bond.need, 0.5);
    EXPECT_EQ(state.person.bond.care, 0.2);
    EXPECT_EQ(state.person.mind.insight, 0.0);
    EXPECT_EQ(state.person.protection.guard, 0.0);
    for (const double value : state.person.protection.value) EXPECT_EQ(value, 0.0);
    for (const double trust : state.person.protection.trust) EXPECT_EQ(trust, 0.0);
    EXPECT_EQ(state.person.memory.count, 0);
    EXPECT_EQ(state.person.age, 0.5 * 365.0);
}

TEST(live, quiet_years_only_let_time_pass) {
    Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 14.0);
    const Prepared prepared = Prepared::from(scenario);
    NoWatcher nobody;
    State<double> state = newborn(prepared);
    lives::live(prepared, 0, 1, 0, state, nobody);
    person::Person<double> waiting = state.person;
    waiting.pass_until(20 * 365.0, scenario.parameters.person, prepared.derived);
    const Summary quiet = lives::live(prepared, 1, 1, 0, state, nobody);
    EXPECT_EQ(quiet.encounters, 0);
    EXPECT_TRUE(std::isnan(quiet.use));
    EXPECT_EQ(memory::numbers(state.person.memory), memory::numbers(waiting.memory));
    EXPECT_EQ(state.person.bond.need, waiting.bond.need);
}

TEST(live, a_life_is_the_same_whether_it_is_watched_or_not) {
    const Prepared prepared = Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 12.0));
    NoWatcher nobody;
    Diarist diarist;
    State<double> unseen, seen;
    const auto without = lives::live(prepared, 1, 3, unseen, nobody), with = lives::live(prepared, 1, 3, seen, diarist);
    for (std::size_t c = 0; c < with.size(); ++c) EXPECT_EQ(bits(without[c]), bits(with[c]));
    EXPECT_EQ(memory::numbers(unseen.person.memory), memory::numbers(seen.person.memory));
}

TEST(live, two_lives_side_by_side_are_to_the_last_bit_those_lived_alone) {
    Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(),
                                          {lives::plan(therapy::Parts{}, 6), lives::plan(therapy::Emdr{}, 6, 42.0),
                                           lives::plan(therapy::GradedCloseness{}, 6)},
                                          10.0);
    scenario.chapters[3].events = {{Betrayal{}, 30.0}, {BreakUp{}, 200.0}, {NewPartner{}, 250.0}};
    const Prepared prepared = Prepared::from(scenario);
    const std::vector<RecordedMoment> no_diary;
    for (std::uint32_t person = 0; person < 6; person += 2) {
        std::array<State<double>, 2> alone, together{newborn(prepared), newborn(prepared)};
        std::array<Diarist, 2> alone_met, together_met;
        std::array<std::vector<Summary>, 2> summaries;
        for (std::size_t i = 0; i < 2; ++i) {
            summaries[i] = lives::live(prepared, 1, person + static_cast<std::uint32_t>(i), alone[i], alone_met[i]);
        }
        for (std::size_t c = 0; c < scenario.chapters.size(); ++c) {
            const auto both = live_chapter_together<Diarist>(
                prepared, static_cast<int>(c), 1,
                {{{together[0], person, no_diary, together_met[0]}, {together[1], person + 1, no_diary, together_met[1]}}});
            for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(bits(both[i]), bits(summaries[i][c]));
        }
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(memory::numbers(alone[i].person.memory), memory::numbers(together[i].person.memory));
            ASSERT_EQ(alone_met[i].met.size(), together_met[i].met.size());
            for (std::size_t m = 0; m < alone_met[i].met.size(); ++m) {
                const auto &a = alone_met[i].met[m], &b = together_met[i].met[m];
                ASSERT_EQ(a.outcome, b.outcome) << m;
                ASSERT_EQ(a.use, b.use) << m;
                ASSERT_EQ(a.onset, b.onset) << m;
                ASSERT_EQ(a.threat_time, b.threat_time) << m;
                ASSERT_EQ(a.resembled, b.resembled) << m;
                ASSERT_EQ(a.novelty, b.novelty) << m;
            }
        }
    }
}

TEST(live, a_therapy_that_does_nothing_leaves_the_life_as_it_was_to_the_last_bit) {
    const auto lived = [](std::vector<Plan> plans) {
        Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 10.0);
        scenario.parameters.therapy.charge_rate = 0;
        scenario.parameters.therapy.integration_rate = 0;
        scenario.parameters.therapy.access_floor = 0;
        NoWatcher nobody;
        State<double> state;
        return lives::live(Prepared::from(scenario), 1, 2, state, nobody);
    };
    const auto without = lived({}), with = lived({lives::plan(therapy::Emdr{}, 12)});
    EXPECT_EQ(with[3].sessions, 12);
    // Waiting in two parts rounds differently from waiting at once, so sessions here fall between encounters only where
    // the wait is split: all sessions but the first do. 1e-12 is that rounding through a year of encounters; the
    // discrete choices are the same.
    for (std::size_t c = 0; c < with.size(); ++c) {
        std::vector<double> a, b;
        Summary first = without[c], second = with[c];
        Summary::describe(first, [&](const Column& column, double& v) {
            if (column.name != "sessions") a.push_back(v);
        });
        Summary::describe(second, [&](const Column& column, double& v) {
            if (column.name != "sessions") b.push_back(v);
        });
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!std::isnan(a[i])) EXPECT_NEAR(a[i], b[i], 1e-12);
            EXPECT_EQ(std::isnan(a[i]), std::isnan(b[i]));
        }
        if (c < 3) EXPECT_EQ(bits(without[c]), bits(with[c]));
    }
}

TEST(live, a_therapy_at_the_time_of_encounters_that_does_nothing_changes_no_bit) {
    const auto lived = [](std::vector<Plan> plans) {
        Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 10.0);
        for (std::size_t c = 2; c < 5; ++c) scenario.chapters[c].encounter_gap = 3.5;
        scenario.parameters.therapy.charge_rate = 0;
        scenario.parameters.therapy.integration_rate = 0;
        NoWatcher nobody;
        State<double> state;
        return lives::live(Prepared::from(scenario), 1, 2, state, nobody);
    };
    // Sessions on days 7, 14, ..., just before encounters 2, 4, ...
    const auto without = lived({}), with = lived({lives::plan(therapy::Emdr{}, 12, 7.0)});
    EXPECT_EQ(with[3].sessions, 12);
    for (std::size_t c = 0; c < with.size(); ++c) EXPECT_EQ(bits(without[c], false), bits(with[c], false));
}

TEST(live, arms_share_the_draws_of_every_encounter) {
    const auto met = [](std::vector<Plan> plans) {
        Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 14.0);
        scenario.parameters.person.encounter.approach_rate = 0;  // so that closeness is the noise alone
        scenario.parameters.person.encounter.protection_rate = 0;
        Diarist diarist;
        State<double> state;
        lives::live(Prepared::from(scenario), 1, 1, state, diarist);
        return diarist.met;
    };
    const auto nothing = met({});
    const auto much = met({lives::plan(therapy::Parts{}, 12), lives::plan(therapy::Emdr{}, 12),
                           lives::plan(therapy::CorrectiveRelationship{}, 12), lives::plan(therapy::Flooding{}, 3)});
    ASSERT_EQ(nothing.size(), much.size());
    for (std::size_t i = 0; i < nothing.size(); ++i) {
        ASSERT_EQ(nothing[i].attention, much[i].attention) << i;
        ASSERT_EQ(nothing[i].difficulty, much[i].difficulty) << i;
        ASSERT_EQ(nothing[i].mean_closeness, much[i].mean_closeness) << i;
    }
}

TEST(live, a_therapist_has_the_same_face_whichever_plan_needs_one_first) {
    const auto face = [](std::vector<Plan> plans) {
        State<double> state;
        NoWatcher nobody;
        lives::live(Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 15.5)), 1,
                    0, state, nobody);
        return state.therapist.identity;
    };
    const auto seen = face({lives::plan(therapy::Talk{}, 1)});
    EXPECT_EQ(seen, face({lives::plan(therapy::Emdr{}, 2, 70.0)}));
    EXPECT_GT(seen[0], 0.3);
}

TEST(live, moments_of_a_life_come_when_the_chapters_say) {
    Diarist diarist;
    State<double> state;
    lives::live(Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 15.0)), 1, 0, state, diarist);
    ASSERT_EQ(diarist.ages.size(), 91U + 26U + 156U + 26U);
    EXPECT_EQ(diarist.ages.front(), 15 * 365.0 + 4.0);
    EXPECT_TRUE(std::is_sorted(diarist.ages.begin(), diarist.ages.end()));
    EXPECT_NEAR(state.person.age, 20 * 365.0 + 364.0 + 2 * 26.0 * 7 / 3, 1e-9);
}

}  // namespace
}  // namespace nearness::life
