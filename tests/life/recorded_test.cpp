#include "nearness/life/recorded.hpp"

#include "memory/make.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::life {
namespace {

constexpr double exact = 1e-13;

struct Writer {
    person::Parameters<double> parameters;
    person::Derived<double> derived = person::Derived<double>::from(parameters, 80 * 365.0);
    person::Person<double> person;

    RecordedResult<double> write(const RecordedMoment& moment) {
        return Recorded<double>::live(person, parameters, derived, moment, random::Stream(1, 0, {0, 0, 0}));
    }
};

Writer grown() {
    Writer writer;
    writer.person = lives::grown_up(lives::av_caregiver(), 0, 12.0).person;
    return writer;
}

RecordedMoment moment(std::optional<double> outcome) {
    RecordedMoment made;
    made.cues.value = {0.7, 0.6, 0.5, 0.4, 0.0, 0.2, 0.0, 0.3, 0.3};
    made.outcome = outcome;
    return made;
}

TEST(recorded, the_prediction_is_made_before_the_outcome_is_known) {
    Writer hurt = grown(), safe = grown(), silent = grown();
    const auto painful = hurt.write(moment(1.0)), kind = safe.write(moment(0.0)), missing = silent.write(moment({}));
    EXPECT_EQ(painful.predicted, kind.predicted);
    EXPECT_EQ(painful.predicted, missing.predicted);
    EXPECT_EQ(painful.use, missing.use);
    EXPECT_GT(hurt.write(moment({})).predicted, safe.write(moment({})).predicted);  // but it is learned
}

TEST(recorded, without_an_outcome_nothing_is_learned) {
    Writer writer = grown();
    const auto before = memory::numbers(writer.person.memory);
    writer.write(moment({}));
    EXPECT_EQ(memory::numbers(writer.person.memory), before);
}

TEST(recorded, only_memory_learns_from_a_diary) {
    Writer writer = grown();
    const auto before = writer.person;
    writer.write(moment(0.9));
    EXPECT_NE(memory::numbers(writer.person.memory), memory::numbers(before.memory));
    EXPECT_EQ(writer.person.protection.value, before.protection.value);
    EXPECT_EQ(writer.person.protection.trust, before.protection.trust);
    EXPECT_EQ(writer.person.bond.need, before.bond.need);
    EXPECT_EQ(writer.person.bond.care, before.bond.care);
}

TEST(recorded, cues_that_were_not_recorded_are_not_zeros) {
    RecordedMoment unknown = moment({});
    unknown.cues.known[memory::vulnerability] = unknown.cues.known[memory::steady] = false;
    RecordedMoment other = unknown, zero = unknown;
    other.cues.value[memory::vulnerability] = 0.9;
    other.cues.value[memory::steady] = 0.9;
    zero.cues.known = memory::Cues<double>::all_known();
    zero.cues.value[memory::vulnerability] = zero.cues.value[memory::steady] = 0.0;
    EXPECT_EQ(grown().write(unknown).predicted, grown().write(other).predicted);
    EXPECT_NE(grown().write(unknown).predicted, grown().write(zero).predicted);
}

TEST(recorded, a_diary_without_any_cue_is_predicted_from_what_is_usual) {
    Writer writer = grown();
    RecordedMoment nothing;
    nothing.cues.known.fill(false);
    const auto result = writer.write(nothing);
    // Every template weighs by its prior alone and expects its own prototype: between the smallest and largest charge
    // of templates and what the new one expects in the middle.
    EXPECT_GT(result.predicted, 0.0);
    EXPECT_LT(result.predicted, 1.0);
    EXPECT_GT(1 - result.novelty, 0.9);  // the prior of a whole childhood against α
}

TEST(recorded, constant_cues_give_the_exponential_course_of_arousal) {
    Writer writer;
    writer.parameters.memory.templates = 1;
    writer.parameters.mind.insight_authority = 0;
    writer.person.protection.trust = {0.5, 0.5, 0.5, 0.5, 0.5};
    memory::add(writer.person.memory, {.weight = {0.8, 0, 0, 0, 0}}, writer.derived.memory.recency);
    const auto result = writer.write(moment({}));
    EXPECT_NEAR(result.predicted, 0.56, exact);
    double use = 0, arousal = 0;
    for (int i = 1; i <= 120; ++i) {
        arousal = 0.56 * (1 - std::exp(-5.0 * i / 15));
        use += 0.5 * 0.5 * std::erfc(-(arousal - 0.35) / 0.06 / std::sqrt(2.0)) / 120;
    }
    EXPECT_NEAR(result.arousal, arousal, exact);
    EXPECT_NEAR(result.use, use, exact);
    EXPECT_NEAR(result.alarm, 0.5 * std::erfc(-(0.56 - 0.35) / 0.06 / std::sqrt(2.0)), exact);
}

TEST(recorded, a_diary_chapter_lives_its_moments_in_time) {
    Scenario scenario;
    scenario.chapters = {lives::chapter("diary", 25 * 365.0, 30.0, 0.0, -1)};
    scenario.chapters[0].diary = true;
    std::vector<RecordedMoment> diary;
    for (int i = 0; i < 5; ++i) {
        diary.push_back(moment(0.5));
        diary.back().time = 3.0 * i;
    }
    struct Watcher : NoWatcher {
        std::vector<double> ages;
        void recorded(const Where& where, const State<double>&, const RecordedMoment&, const RecordedResult<double>&) {
            ages.push_back(where.age);
        }
    } watcher;
    const Prepared prepared = Prepared::from(scenario);
    State<double> state = newborn(prepared);
    const Summary summary = lives::live(prepared, 0, 1, 0, state, watcher, diary);
    EXPECT_EQ(summary.encounters, 5);
    ASSERT_EQ(watcher.ages.size(), 5U);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(watcher.ages[static_cast<std::size_t>(i)], 25 * 365.0 + 3.0 * i);
    EXPECT_EQ(state.person.memory.count, 1);
    EXPECT_NEAR(state.person.memory.strength[0], 5.0, exact);
    EXPECT_EQ(state.person.age, 25 * 365.0 + 30.0);
}

}  // namespace
}  // namespace nearness::life
