#include "world/anybody.hpp"

#include <gtest/gtest.h>

#include <cmath>

// Laws of an encounter, whoever meets whom.
namespace nearness::world {
namespace {

using properties::number;

bool is_share(double value) { return value >= 0.0 && value <= 1.0 + 1e-12; }  // means of 120 shares: rounding

TEST(laws_of_encounters, everything_between_two_people_stays_within_its_bounds) {
    EXPECT_TRUE(properties::hold([] {
        Two two;
        two.person = any_person(two);
        two.other = any_other();
        two.acquaintance.goodwill = number(0, 1);
        const auto met = two.meet(any_draws(), {.suppressed = number(0, 1), .closest = number(0.1, 1)});
        for (const double value : {met.attention,
                                   met.difficulty,
                                   met.wish,
                                   met.use,
                                   met.peak_use,
                                   met.felt,
                                   met.closeness,
                                   met.mean_closeness,
                                   met.disclosure,
                                   met.hidden,
                                   met.friction,
                                   met.numb,
                                   met.arousal,
                                   met.reflection,
                                   met.bodily,
                                   met.reported,
                                   met.telling,
                                   met.pain,
                                   met.outcome,
                                   met.overwhelm,
                                   met.novelty,
                                   two.person.bond.need,
                                   two.person.bond.care,
                                   two.person.protection.guard,
                                   two.acquaintance.goodwill,
                                   two.acquaintance.expectation}) {
            RC_ASSERT(is_share(value));
        }
        for (const double trust : two.person.protection.trust) RC_ASSERT(is_share(trust));
        RC_ASSERT(met.outcome >= met.pain - 1e-12);
    }));
}

TEST(laws_of_encounters, closeness_never_exceeds_what_was_arranged) {
    EXPECT_TRUE(properties::hold(
        [] {
            Two two;
            two.person = any_person(two);
            two.other = any_other();
            const double closest = number(0.1, 1);
            bool kept = true;
            two.watch(any_draws(), {.closest = closest, .steadied = true},
                      [&](const auto& beat) { kept = kept && beat.closeness <= closest && beat.closeness >= 0.0; });
            RC_ASSERT(kept);
        },
        150));
}

TEST(laws_of_encounters, being_watched_changes_nothing) {
    EXPECT_TRUE(properties::hold(
        [] {
            Two alone;
            alone.person = any_person(alone);
            alone.other = any_other();
            Two watched = alone;
            const auto draws = any_draws();
            int beats = 0;
            alone.meet(draws);
            watched.watch(draws, {}, [&](const auto&) { ++beats; });
            RC_ASSERT(beats == 120);
            RC_ASSERT(memory::numbers(alone.person.memory) == memory::numbers(watched.person.memory));
            RC_ASSERT(alone.person.bond.need == watched.person.bond.need);
            RC_ASSERT(alone.person.protection.value == watched.person.protection.value);
        },
        60));
}

TEST(laws_of_encounters, care_and_need_never_enter_the_alarm_except_by_what_they_bring_close) {
    // Without approach, closeness is the same whatever need and care are; then so is everything of the alarm.
    Two needy;
    needy.parameters.encounter.approach_rate = 0;
    needy.person = lives::grown_up(lives::av_caregiver(), 0, 12.0).person;
    Two content = needy;
    needy.person.bond = {1.0, 1.0};
    content.person.bond = {0.0, 0.0};
    const random::Stream draws(1, 0, {});
    const auto with_need = needy.meet(draws), without = content.meet(draws);
    EXPECT_EQ(with_need.use, without.use);
    EXPECT_EQ(with_need.arousal, without.arousal);
    EXPECT_EQ(with_need.outcome, without.outcome);
    EXPECT_GT(with_need.arousal, 0.0);
}

TEST(laws_of_encounters, full_trust_stands_down_the_one_on_duty) {
    Two two;
    two.person = lives::grown_up(lives::av_caregiver(), 0, 12.0).person;
    two.person.bond.need = 1;
    two.person.protection.trust.fill(1.0);
    const auto met = two.meet({1, 0, {}});
    EXPECT_EQ(met.use, 0.0);
    EXPECT_EQ(met.hidden, 0.0);
    EXPECT_GT(met.arousal, 0.35);  // the alarm rings all the same
    EXPECT_GT(met.onset, 0.0);
}

TEST(laws_of_encounters, what_happens_by_chance_happens_as_often_as_it_should) {
    // z = 4. Attention is N(0.5, 0.25), clipped seldom and evenly enough not to matter; difficulty 1 or 0.3.
    Two two;
    two.other.attention = 0.5;
    double attention = 0, hard = 0;
    constexpr int encounters = 4000;
    for (std::uint32_t i = 0; i < encounters; ++i) {
        Two fresh = two;
        fresh.parameters.encounter.length = 5;  // one beat is enough
        const auto met = fresh.meet({1, i, {}});
        attention += met.attention / encounters;
        hard += met.difficulty == 1.0 ? 1.0 / encounters : 0.0;
        EXPECT_TRUE(met.difficulty == 1.0 || met.difficulty == 0.3);
        EXPECT_GE(met.attention, 0.05);
        EXPECT_LE(met.attention, 1.0);
    }
    EXPECT_NEAR(attention, 0.5, 4 * 0.25 / std::sqrt(4000.0) + 0.003);  // clipping at 0.05 moves the mean by 0.002
    EXPECT_NEAR(hard, 0.5, 4 * 0.5 / std::sqrt(4000.0));
}

}  // namespace
}  // namespace nearness::world
