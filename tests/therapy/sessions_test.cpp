#include "therapy/room.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::therapy {
namespace {

constexpr double exact = 1e-13;

TEST(sessions, talk_changes_what_can_be_said_and_nothing_else) {
    Room room(0);
    const auto before = memory::numbers(room.person.memory);
    const auto protection = room.person.protection;
    room.hold(Talk{});
    EXPECT_EQ(room.person.mind.insight, 0.25);
    room.hold(Talk{});
    EXPECT_NEAR(room.person.mind.insight, 1 - 0.75 * 0.75, exact);
    EXPECT_EQ(memory::numbers(room.person.memory), before);
    EXPECT_EQ(room.person.protection.trust, protection.trust);
    EXPECT_EQ(room.person.protection.guard, protection.guard);
}

TEST(sessions, parts_work_builds_trust_and_lowers_guard) {
    Room room(1);
    room.person.protection.guard = 0.5;
    const auto preference =
        protection::Repertoire<double>::preferences(room.person.protection, room.parameters.person.protection);
    const auto before = room.person.protection.trust;
    room.hold(Parts{});
    for (std::size_t s = 0; s < protection::strategies; ++s) {
        const double reached = std::min(1.0, 5 * preference[s]);
        EXPECT_NEAR(room.person.protection.trust[s], before[s] + 0.14 * reached * (1 - before[s]), exact);
    }
    EXPECT_NEAR(room.person.protection.guard, 0.5 * 0.7, exact);
}

TEST(sessions, pressure_undoes_trust_and_raises_guard) {
    Room room(1);
    room.person.protection.trust.fill(0.8);
    room.person.protection.guard = 0.1;
    room.hold(Pressure{});
    for (const double trust : room.person.protection.trust) EXPECT_NEAR(trust, 0.8 * 0.75, exact);
    EXPECT_NEAR(room.person.protection.guard, 0.1 + 0.25 * 0.9, exact);
    room.hold(Pressure{.pressure = 0.5});
    for (const double trust : room.person.protection.trust) EXPECT_NEAR(trust, 0.8 * 0.75 * 0.875, exact);
}

TEST(sessions, graded_closeness_goes_a_tenth_beyond_the_edge_and_never_further) {
    for (std::uint32_t who = 0; who < 4; ++who) {
        Room room(who);
        for (std::uint32_t number = 0; number < 30; ++number) {
            room.person.bond.need = 1;               // as eager as can be,
            room.person.protection.trust.fill(0.9);  // and hardly protected
            const double edge = room.edge();
            const auto session = room.hold(GradedCloseness{}, number);
            EXPECT_DOUBLE_EQ(session.limit, std::min(1.0, edge + 0.1));
            ASSERT_TRUE(session.meeting.has_value());
            EXPECT_LE(session.meeting->closeness, session.limit);  // f·c at the peak
            EXPECT_LE(session.meeting->mean_closeness, session.limit);
            EXPECT_LE(session.meeting->disclosure, session.limit);
        }
    }
}

TEST(sessions, graded_closeness_is_met_as_steady_as_can_be) {
    // The same draws and limit: only steadiness differs, and the other's steadiness is as before afterwards.
    Room steadied(2), plain(2);
    plain.partner.steady = 1.0;
    const auto session = steadied.hold(GradedCloseness{});
    const random::Stream draws(1, 0, {0, 0, channel(Therapy(GradedCloseness{}))});
    const auto met = lives::meet(plain.person, plain.parameters.person, plain.derived, plain.partner,
                                 plain.partner_acquaintance, draws, {.closest = session.limit});
    EXPECT_EQ(session.meeting->outcome, met.outcome);
    EXPECT_EQ(memory::numbers(steadied.person.memory), memory::numbers(plain.person.memory));
    EXPECT_EQ(steadied.partner.steady, 0.15);
}

TEST(sessions, the_corrective_relationship_is_an_encounter_with_the_therapist) {
    Room room(0);
    const auto session = room.hold(CorrectiveRelationship{});
    ASSERT_TRUE(session.meeting.has_value());
    EXPECT_NE(room.therapist_acquaintance.expectation, 0.1);  // h of the therapist moved,
    EXPECT_EQ(room.partner_acquaintance.expectation, 0.1);    // and nobody else's
    EXPECT_EQ(room.therapist_acquaintance.goodwill, 1.0);     // which never fades
    Room same(0);
    const random::Stream draws(1, 0, {0, 0, channel(Therapy(CorrectiveRelationship{}))});
    lives::meet(same.person, same.parameters.person, same.derived, same.therapist, same.therapist_acquaintance, draws);
    EXPECT_EQ(memory::numbers(room.person.memory), memory::numbers(same.person.memory));
}

TEST(sessions, flooding_holds_protection_down_and_raises_guard) {
    Room flooded(3), free(3);
    flooded.person.bond.need = free.person.bond.need = 1;
    const auto session = flooded.hold(Flooding{});
    const random::Stream draws(1, 0, {0, 0, channel(Therapy(Flooding{}))});
    const auto met =
        lives::meet(free.person, free.parameters.person, free.derived, free.partner, free.partner_acquaintance, draws);
    ASSERT_TRUE(session.meeting.has_value());
    EXPECT_GT(met.use, 0.1);
    EXPECT_LT(session.meeting->use, 0.1);  // A is at most a tenth
    EXPECT_GT(session.meeting->mean_closeness, met.mean_closeness);
    EXPECT_NEAR(flooded.person.protection.guard, 0.25 * 0.5, 1e-3);  // what was left of the childhood's is less
}

TEST(sessions, kinds_have_their_own_sequence_of_draws) {
    const Therapy all[] = {Talk{},    Parts{}, Pressure{}, Emdr{}, GradedCloseness{}, CorrectiveRelationship{},
                           Flooding{}};
    random::Channel expected = random::encounters;
    for (const Therapy& therapy : all) EXPECT_EQ(channel(therapy), ++expected) << name(therapy);  // append only
    EXPECT_LT(expected, random::introductions);
}

}  // namespace
}  // namespace nearness::therapy
