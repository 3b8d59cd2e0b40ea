#include "nearness/observe/bind.hpp"

#include "nearness/base/problem.hpp"

#include <gtest/gtest.h>

namespace nearness::observe {
namespace {

using memory::Cue;

const double gap = missing_value;

// Two persons; attention and who_1 are cues, in an order that is not the model's.
Diary example() {
    Diary diary;
    diary.variables = {{Role::cue, "who_1", "", "a"},
                       {Role::cue, "attention", "", "b"},
                       {Role::outcome, "outcome", "", "c"},
                       {Role::behaviour, "behaviour", "", "d"}};
    diary.persons.resize(2);
    Series& first = diary.persons[0];
    first.id = "p1";
    first.group = "couple 1";
    first.time = {0, 0.25, 3};
    first.line = {2, 3, 5};
    first.values = {{0.5, gap, gap}, {0.2, 0.4, gap}, {gap, 0.7, gap}, {0.1, 0.2, 0.3}};
    diary.persons[1].id = "p2";
    diary.persons[1].values.resize(4);
    return diary;
}

TEST(bind, every_moment_of_every_person_becomes_one_recorded_moment) {
    const Diary diary = example();
    const auto persons = bind(diary);
    ASSERT_EQ(persons.size(), 2U);
    EXPECT_EQ(persons[0].id, "p1");
    EXPECT_EQ(persons[0].group, "couple 1");
    ASSERT_EQ(persons[0].moments.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(persons[0].moments[i].time, diary.persons[0].time[i]);
    EXPECT_EQ(persons[1].id, "p2");
    EXPECT_TRUE(persons[1].moments.empty());
}

TEST(bind, cues_go_where_the_model_has_them_and_what_is_not_recorded_is_unknown) {
    const auto moments = bind(example())[0].moments;
    for (std::size_t cue = 0; cue < moments[0].cues.known.size(); ++cue) {
        const bool recorded = cue == Cue::attention || cue == Cue::who_1;
        EXPECT_EQ(moments[0].cues.known[cue], recorded) << memory::EncounterCues::names[cue];
    }
    EXPECT_EQ(moments[0].cues.value[Cue::attention], 0.2);
    EXPECT_EQ(moments[0].cues.value[Cue::who_1], 0.5);
    EXPECT_TRUE(moments[1].cues.known[Cue::attention]);
    EXPECT_FALSE(moments[1].cues.known[Cue::who_1]);
}

TEST(bind, a_missing_outcome_is_no_outcome_and_a_recorded_one_is_kept) {
    const auto moments = bind(example())[0].moments;
    EXPECT_FALSE(moments[0].outcome);
    ASSERT_TRUE(moments[1].outcome);
    EXPECT_EQ(*moments[1].outcome, 0.7);
}

TEST(bind, a_moment_with_behaviour_only_is_kept_with_nothing_known) {
    const auto moments = bind(example())[0].moments;
    for (const bool known : moments[2].cues.known) EXPECT_FALSE(known);
    EXPECT_FALSE(moments[2].outcome);
}

TEST(bind, a_cue_the_model_does_not_know_is_our_bug) {
    Diary diary = example();
    diary.variables[0].name = "colour";
    EXPECT_THROW(bind(diary), Bug);
}

TEST(bind, cues_of_the_study_have_their_places_whatever_was_answered) {
    Diary diary = example();
    diary.variables.insert(diary.variables.begin() + 2, {{Role::cue, "tone", "", "e", false, 0, OwnCue::signal},
                                                         {Role::cue, "room", "", "f", false, 0, OwnCue::context}});
    for (Series& person : diary.persons) {
        person.values.insert(person.values.begin() + 2, 2, std::vector<double>(person.moments(), gap));
    }
    diary.persons[0].values[2] = {0.9, gap, gap};
    diary.persons[0].values[3] = {0.3, 0.6, gap};
    const auto moments = bind(diary)[0].moments;
    EXPECT_EQ(moments[0].cues.study.known, 0b11U);
    EXPECT_EQ(moments[0].cues.study.signals, 0b01U);
    EXPECT_EQ(moments[0].cues.study.value[0], 0.9);
    EXPECT_EQ(moments[0].cues.study.value[1], 0.3);
    EXPECT_EQ(moments[1].cues.study.known, 0b10U);
    EXPECT_EQ(moments[1].cues.study.value[1], 0.6);
    EXPECT_EQ(moments[2].cues.study.known, 0U);
    EXPECT_EQ(moments[0].cues.value[Cue::attention], 0.2);
    const auto cues = study_cues(diary);
    ASSERT_EQ(cues.size(), 2U);
    EXPECT_EQ(cues[0].name, "tone");
    EXPECT_TRUE(cues[0].signal);
    EXPECT_EQ(cues[1].name, "room");
    EXPECT_FALSE(cues[1].signal);
    EXPECT_TRUE(study_cues(example()).empty());
}

TEST(bind, the_longest_diary_is_found) {
    EXPECT_EQ(longest(example()), 3);
    EXPECT_EQ(longest(Diary{}), 0);
}

}  // namespace
}  // namespace nearness::observe
