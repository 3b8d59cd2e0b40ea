#include "nearness/engine/scene_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

namespace nearness::engine {
namespace {

// Encounter `number` of a chapter with an other, without an alarm and without anything that a rule looks for.
Glimpse quiet(int chapter, int number, int relationship) {
    Glimpse one;
    one.place = {chapter, -1, number};
    one.relationship = relationship;
    one.meeting.wish = one.meeting.attention = 0.5;
    return one;
}

Glimpse alarmed(int chapter, int number, int relationship) {
    Glimpse one = quiet(chapter, number, relationship);
    one.meeting.onset = 30;
    one.meeting.threat_time = 0.5;
    one.meeting.reappraisal_time = 5;
    one.meeting.use = one.meeting.peak_use = 0.5;
    return one;
}

Glimpse session(int chapter, int plan, int number, std::string_view therapy, double moved) {
    Glimpse one;
    one.place = {chapter, plan, number};
    one.therapy = therapy;
    one.moved = moved;
    return one;
}

// Ten encounters with the first other, ten with the second.
std::vector<Glimpse> quiet_life() {
    std::vector<Glimpse> life;
    for (int i = 0; i < 10; ++i) life.push_back(quiet(0, i, 0));
    for (int i = 0; i < 10; ++i) life.push_back(quiet(1, i, 1));
    return life;
}

// Where a rule found something.
std::optional<Place> found(const std::vector<Choice>& chosen, std::string_view rule) {
    for (const Choice& one : chosen) {
        for (const Reason& reason : one.why) {
            if (reason.name == rule) return one.place;
        }
    }
    return std::nullopt;
}

constexpr Place encounter(int chapter, int number) { return {chapter, -1, number}; }

TEST(scene_rules, in_a_quiet_life_are_the_last_encounter_and_the_first_with_whoever_is_met_last) {
    const auto chosen = choose(quiet_life(), 0);
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(found(chosen, "first of the relationship"), encounter(1, 0));
    EXPECT_EQ(found(chosen, "last"), encounter(1, 9));
}

TEST(scene_rules, the_first_alarm_is_the_first_of_the_whole_life) {
    auto life = quiet_life();
    life[4] = alarmed(0, 4, 0);
    life[13] = alarmed(1, 3, 1);
    EXPECT_EQ(found(choose(life, 0), "first alarm"), encounter(0, 4));
    EXPECT_EQ(found(choose(life, 1), "first alarm"), std::nullopt);  // it is a scene of the first arm
    life[4] = quiet(0, 4, 0);
    EXPECT_EQ(found(choose(life, 1), "first alarm"), encounter(1, 3));
}

TEST(scene_rules, the_most_overwhelming_is_told_apart_by_arousal_and_pain_where_overwhelm_is_whole) {
    auto life = quiet_life();
    life[2].meeting.overwhelm = 0.9;
    EXPECT_EQ(found(choose(life, 0), "most overwhelming"), encounter(0, 2));
    life[5].meeting.overwhelm = life[6].meeting.overwhelm = life[7].meeting.overwhelm = 1;
    life[6].meeting.arousal = life[7].meeting.arousal = 0.8;
    EXPECT_EQ(found(choose(life, 0), "most overwhelming"), encounter(0, 6));  // the earlier of two equals
    life[7].meeting.pain = 0.5;
    EXPECT_EQ(found(choose(life, 0), "most overwhelming"), encounter(0, 7));
    EXPECT_EQ(found(choose(life, 1), "most overwhelming"), std::nullopt);
}

TEST(scene_rules, wished_for_is_the_wished_for_attentive_harmless_encounter_with_most_protection) {
    auto life = quiet_life();
    for (const int i : {1, 12, 14, 16}) life[static_cast<std::size_t>(i)] = alarmed(i / 10, i % 10, i / 10);
    life[1].meeting.peak_use = 1;  // long ago
    life[14].meeting.peak_use = 0.6;
    life[16].meeting.peak_use = 0.9;
    EXPECT_EQ(found(choose(life, 0), "wished for"), encounter(1, 6));
    life[16].meeting.pain = 0.2;
    EXPECT_EQ(found(choose(life, 0), "wished for"), encounter(1, 4));
    life[14].meeting.wish = 0.1;
    EXPECT_EQ(found(choose(life, 0), "wished for"), encounter(1, 2));
    life[12].meeting.onset = -1;
    EXPECT_EQ(found(choose(life, 0), "wished for"), encounter(1, 4));
}

TEST(scene_rules, credited_is_the_largest_relief_that_counted_least) {
    auto life = quiet_life();
    const auto relief = [&](std::size_t at, double bodily, double outcome, double credited) {
        life[at].meeting.bodily = bodily;
        life[at].meeting.outcome = outcome;
        life[at].credited = credited;
    };
    relief(12, 0.6, 0.2, 0.8);
    relief(13, 0.9, 0.1, 0.2);  // more relief, and most of it counted
    relief(14, 0.5, 0.2, 0.9);
    relief(3, 0.9, 0.1, 0.9);  // not in the last relationship
    EXPECT_EQ(found(choose(life, 0), "credited"), encounter(1, 2));
    relief(12, 0.24, 0.2, 0.8);  // no relief to speak of
    EXPECT_EQ(found(choose(life, 0), "credited"), encounter(1, 4));
    relief(14, 0.2, 0.5, 0.9);
    EXPECT_EQ(found(choose(life, 0), "credited"), std::nullopt);
}

TEST(scene_rules, in_time_is_the_first_alarm_in_which_reappraisal_was_faster) {
    auto life = quiet_life();
    EXPECT_EQ(found(choose(life, 0), "in time"), std::nullopt);
    for (const std::size_t at : {11U, 12U, 13U}) life[at] = alarmed(1, static_cast<int>(at) - 10, 1);
    life[12].meeting.reappraisal_time = life[13].meeting.reappraisal_time = 0.4;
    EXPECT_EQ(found(choose(life, 0), "in time"), encounter(1, 2));
    life[11].meeting.threat_time = std::numeric_limits<double>::infinity();  // no pain was predicted: no race
    EXPECT_EQ(found(choose(life, 0), "in time"), encounter(1, 2));
    life[12].meeting.reappraisal_time = 0.5;  // as fast is not faster
    EXPECT_EQ(found(choose(life, 0), "in time"), encounter(1, 3));
}

TEST(scene_rules, after_treatment_is_the_first_encounter_after_the_last_session) {
    auto life = quiet_life();
    EXPECT_EQ(found(choose(life, 0), "after treatment"), std::nullopt);
    life.insert(life.begin() + 17, session(1, 1, 0, "emdr", 1));
    life.insert(life.begin() + 12, session(1, 0, 0, "parts", 0.1));
    EXPECT_EQ(found(choose(life, 0), "after treatment"), encounter(1, 7));
    life.push_back(session(1, 1, 1, "emdr", 1));
    EXPECT_EQ(found(choose(life, 0), "after treatment"), std::nullopt);
}

TEST(scene_rules, a_treatment_that_is_shared_with_the_first_arm_is_not_this_arms) {
    auto life = quiet_life();
    life.insert(life.begin() + 4, session(0, 0, 0, "parts", 0.1));
    EXPECT_EQ(found(choose(life, 0), "after treatment"), encounter(0, 4));
    const auto chosen = choose(life, 1);
    EXPECT_EQ(found(chosen, "after treatment"), std::nullopt);
    EXPECT_EQ(found(chosen, "telling session"), std::nullopt);
}

TEST(scene_rules, most_revised_and_closest_look_at_the_last_relationship) {
    auto life = quiet_life();
    life[3].charge_taken = life[3].meeting.felt = 0.9;
    life[13].charge_taken = 0.01;
    life[14].charge_taken = 0.02;
    life[15].charge_taken = -0.5;
    life[16].meeting.felt = 0.4;
    const auto chosen = choose(life, 0);
    EXPECT_EQ(found(chosen, "most revised"), encounter(1, 4));
    EXPECT_EQ(found(chosen, "closest"), encounter(1, 6));
}

TEST(scene_rules, someone_met_again_in_a_later_chapter_is_one_relationship) {
    auto life = quiet_life();
    for (int i = 0; i < 5; ++i) life.push_back(quiet(2, i, 1));
    EXPECT_EQ(found(choose(life, 0), "first of the relationship"), encounter(1, 0));
    EXPECT_EQ(found(choose(life, 2), "first of the relationship"), std::nullopt);  // it is a scene of the first arm
    life[18].meeting.felt = 0.5;
    life[23].meeting.felt = 0.3;
    EXPECT_EQ(found(choose(life, 0), "closest"), encounter(1, 8));
    EXPECT_EQ(found(choose(life, 2), "closest"), encounter(2, 3));  // of the arm's own part, and says so
    const auto chosen = choose(life, 2);
    EXPECT_EQ(chosen.front().why.front().says,
              "In the last relationship, from where this arm departs: the encounter in which most closeness was felt.");
}

TEST(scene_rules, a_moment_that_several_rules_find_is_one_scene_with_several_reasons) {
    auto life = quiet_life();
    life[19] = alarmed(1, 9, 1);
    life[19].meeting.overwhelm = 0.5;
    const auto chosen = choose(life, 0);
    ASSERT_EQ(chosen.size(), 2U);
    ASSERT_EQ(chosen[1].why.size(), 4U);
    EXPECT_EQ(chosen[1].why[0].name, "first alarm");
    EXPECT_EQ(chosen[1].why[1].name, "most overwhelming");
    EXPECT_EQ(chosen[1].why[2].name, "wished for");
    EXPECT_EQ(chosen[1].why[3].name, "last");
}

TEST(scene_rules, of_each_therapy_the_session_that_moved_most_of_those_held_last) {
    auto life = quiet_life();
    const auto sessions = {session(1, 0, 0, "talk", 0.25), session(1, 1, 0, "parts", 0.05),
                           session(1, 1, 1, "parts", 0.07), session(1, 2, 0, "emdr", 0.5),
                           session(1, 2, 1, "emdr", 0.4)};
    life.insert(life.begin() + 12, sessions);
    const auto chosen = choose(life, 0);
    std::vector<Place> places;
    for (const Choice& one : chosen) {
        if (one.place.is_session()) places.push_back(one.place);
    }
    ASSERT_EQ(places.size(), most_session_scenes);
    EXPECT_EQ(places[0], (Place{1, 1, 1}));
    EXPECT_EQ(places[1], (Place{1, 2, 0}));
}

// With something for every rule the first ones win, and all is in the order of life.
TEST(scene_rules, too_many_scenes_give_way_from_the_end_of_the_list) {
    auto life = quiet_life();
    life[1] = alarmed(0, 1, 0);
    life[2].meeting.overwhelm = 0.5;
    life[11] = alarmed(1, 1, 1);
    life[12].meeting.bodily = life[12].credited = 0.8;
    life[13] = alarmed(1, 3, 1);
    life[13].meeting.pain = 0.5;
    life[13].meeting.reappraisal_time = 0.1;
    life[15].charge_taken = 0.1;
    life[16].meeting.felt = 0.5;
    life.insert(life.begin() + 18, session(1, 0, 0, "parts", 0.1));
    const auto chosen = choose(life, 0);
    std::vector<std::string> names;
    for (const Choice& one : chosen) names.emplace_back(one.why.front().name);
    EXPECT_EQ(names, (std::vector<std::string>{"first alarm", "most overwhelming", "wished for", "credited", "in time",
                                               "telling session", "after treatment"}));
    EXPECT_EQ(found(chosen, "last"), std::nullopt);
}

}  // namespace
}  // namespace nearness::engine
