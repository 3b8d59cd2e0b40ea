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

// All but the number of sessions.
std::vector<double> values(Summary summary) {
    std::vector<double> all;
    Summary::describe(summary, [&](const Column& column, double& value) {
        if (column.name != "sessions") all.push_back(value);
    });
    return all;
}

// Bits, so that what is not measured (NaN) compares equal to itself.
std::vector<std::uint64_t> bits(const Summary& summary) {
    std::vector<std::uint64_t> all;
    for (const double value : values(summary)) all.push_back(std::bit_cast<std::uint64_t>(value));
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

TEST(live, a_therapy_that_does_nothing_leaves_the_life_as_it_was) {
    const auto lived = [](std::vector<Plan> plans) {
        Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 10.0);
        scenario.parameters.therapy.charge_rate = 0;
        scenario.parameters.therapy.integration_rate = 0;
        scenario.parameters.therapy.access_floor = 0;
        NoWatcher nobody;
        State<double> state;
        return lives::live(Prepared::from(scenario), 1, 2, state, nobody);
    };
    const auto without = lived({}), with = lived({lives::plan(therapy::Emdr{}, 12, 1.0)});
    EXPECT_EQ(with[3].sessions, 12);
    // A wait that a session cuts in two rounds differently from the whole wait; 1e-12 leaves room for that through a year
    // of encounters, and for no choice that is decided differently.
    for (std::size_t c = 0; c < with.size(); ++c) {
        const auto a = values(without[c]), b = values(with[c]);
        for (std::size_t i = 0; i < a.size(); ++i) {
            EXPECT_EQ(std::isnan(a[i]), std::isnan(b[i]));
            if (!std::isnan(a[i])) {
                EXPECT_NEAR(a[i], b[i], 1e-12);
            }
        }
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
    for (std::size_t c = 0; c < with.size(); ++c) EXPECT_EQ(bits(without[c]), bits(with[c]));
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
        lives::live(Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), 15.5)),
                    1, 0, state, nobody);
        return state.therapist.identity;
    };
    const auto seen = face({lives::plan(therapy::Talk{}, 1)});
    EXPECT_EQ(seen, face({lives::plan(therapy::Emdr{}, 2, 70.0)}));
    EXPECT_GT(seen[0], 0.3);
}

TEST(live, moments_of_a_life_come_when_the_chapters_say) {
    Diarist diarist;
    State<double> state;
    lives::live(Prepared::from(lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 15.0)), 1, 0, state,
                diarist);
    ASSERT_EQ(diarist.ages.size(), 91U + 26U + 156U + 26U);
    EXPECT_EQ(diarist.ages.front(), 15 * 365.0 + 4.0);
    EXPECT_TRUE(std::is_sorted(diarist.ages.begin(), diarist.ages.end()));
    EXPECT_NEAR(state.person.age, 20 * 365.0 + 364.0 + 2 * 26.0 * 7 / 3, 1e-9);
}

}  // namespace
}  // namespace nearness::life
