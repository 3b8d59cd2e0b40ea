#include "nearness/therapy/emdr.hpp"

#include "therapy/room.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::therapy {
namespace {

constexpr double exact = 1e-13;

TEST(emdr, a_session_of_ten_sets_shrinks_every_weight_of_the_target_by_the_same_share) {
    Room room(0);
    const auto before = room.person.memory;
    const double access = room.access();
    const auto session = room.hold(Emdr{});
    ASSERT_GE(session.target, 0);
    EXPECT_NEAR(session.access, access, exact);
    EXPECT_EQ(session.sets, 10);
    const auto k = static_cast<std::size_t>(session.target);
    const double kept = std::pow(1 - 0.025 * access, 10);
    for (std::size_t d = 0; d < before.weight.size(); ++d) {
        EXPECT_NEAR(room.person.memory.weight[d][k], before.weight[d][k] * kept, exact);
    }
    EXPECT_NEAR(1 - room.person.memory.integration[k], (1 - before.integration[k]) * std::pow(1 - 0.05 * access, 10),
                exact);
    EXPECT_EQ(room.person.memory.prototype, before.prototype);
    EXPECT_EQ(room.person.memory.strength, before.strength);
    EXPECT_EQ(room.person.memory.trace, before.trace);
    for (std::size_t other = 0; other < static_cast<std::size_t>(before.count); ++other) {
        if (other != k) {
            EXPECT_EQ(room.person.memory.weight[0][other], before.weight[0][other]);
        }
    }
}

TEST(emdr, disturbance_is_ten_times_the_charge_and_falls_with_every_set) {
    Room room(1);
    const auto session = room.hold(Emdr{});
    double before = session.first_sud;
    EXPECT_GT(before, 1.0);
    for (const double sud : session.sud) {
        EXPECT_LT(sud, before);
        before = sud;
    }
    EXPECT_NEAR(session.sud.back(), 10 * memory::Memory::charge(room.person.memory, session.target), exact);
}

TEST(emdr, the_target_is_the_most_charged_template_that_is_strong_enough_to_count) {
    Room room;
    const auto recency = memory::derived().recency;
    memory::State<double>& memory = room.person.memory;
    // Charges 0.3, 0.6, 0.9; the last has been met once only, and counts a fifth.
    add(memory, {.strength = 50, .prototype = {1}, .weight = {0.3}}, recency);
    add(memory, {.strength = 5, .prototype = {1}, .weight = {0.6}}, recency);
    add(memory, {.strength = 1, .prototype = {1}, .weight = {0.9}}, recency);
    EXPECT_EQ(Emdr::target(memory), 1);
    memory.strength[2] = 3.3;  // 0.66·0.9 = 0.594
    EXPECT_EQ(Emdr::target(memory), 1);
    memory.strength[2] = 3.4;  // 0.68·0.9 = 0.612
    EXPECT_EQ(Emdr::target(memory), 2);
    memory.strength[1] = 500;  // counts no more than at 5
    EXPECT_EQ(Emdr::target(memory), 2);
    memory.weight[0][0] = 7;  // a charge is at most 1
    EXPECT_EQ(Emdr::target(memory), 0);
}

TEST(emdr, the_target_stays_the_same_through_a_session) {
    Room room;
    room.person.protection.trust.fill(1.0);
    const auto recency = memory::derived().recency;
    memory::State<double>& memory = room.person.memory;
    add(memory, {.strength = 50, .prototype = {1}, .weight = {0.50}}, recency);
    add(memory, {.strength = 50, .prototype = {1}, .weight = {0.49}}, recency);
    EXPECT_EQ(room.hold(Emdr{}).target, 0);
    EXPECT_LT(memory.weight[0][0], 0.49);  // long overtaken,
    EXPECT_EQ(memory.weight[0][1], 0.49);  // but the other was not touched
    EXPECT_EQ(room.hold(Emdr{}).target, 1);
}

TEST(emdr, a_set_takes_off_at_most_all_there_is) {
    Room room(1);
    room.parameters.therapy.charge_rate = 1;
    room.parameters.therapy.access_floor = 1;  // and twice the load effect: the bare factor would be -1
    const auto session = room.hold(Emdr{.load = 1.0, .shape = LoadShape::linear});
    EXPECT_GT(session.first_sud, 1.0);
    for (const double sud : session.sud) EXPECT_EQ(sud, 0.0);
    for (const auto& weight : room.person.memory.weight)
        EXPECT_EQ(weight[static_cast<std::size_t>(session.target)], 0.0);
}

TEST(emdr, without_anything_learned_there_is_nothing_to_process) {
    Room room;
    const auto session = room.hold(Emdr{});
    EXPECT_EQ(session.target, -1);
    EXPECT_EQ(session.sets, 0);
    EXPECT_NEAR(session.access, 0.3, exact);
}

TEST(emdr, the_two_shapes_of_load_agree_at_one_half_and_differ_beyond) {
    EXPECT_EQ((Emdr{0.5, LoadShape::inverted_u}.effect_of_load()), 1.0);
    EXPECT_EQ((Emdr{0.5, LoadShape::linear}.effect_of_load()), 1.0);
    EXPECT_EQ((Emdr{1.0, LoadShape::inverted_u}.effect_of_load()), 0.0);
    EXPECT_EQ((Emdr{1.0, LoadShape::linear}.effect_of_load()), 2.0);
    EXPECT_NEAR((Emdr{0.25, LoadShape::inverted_u}.effect_of_load()), 0.75, exact);
    Room room(0);
    const auto before = room.person.memory.weight;
    room.hold(Emdr{1.0, LoadShape::inverted_u});
    EXPECT_EQ(room.person.memory.weight, before);  // too much load: nothing is revised
}

TEST(emdr, trust_opens_the_way_to_guarded_memory) {
    Room closed(0), open(0);
    open.person.protection.trust.fill(1.0);
    const auto guarded = closed.hold(Emdr{}), reached = open.hold(Emdr{});
    EXPECT_NEAR(reached.access, 1.0, exact);
    EXPECT_LT(guarded.access, 0.4);
    EXPECT_LT(reached.sud.back(), guarded.sud.back());
}

// (emdr.1): the same memory disturbs more where it hurt, and may be another target.
TEST(emdr, disturbance_may_be_that_of_the_worst_moment) {
    memory::State<double> memory;
    const auto recency = memory::derived().recency;
    add(memory, {.strength = 50, .prototype = {0.5}, .weight = {1}}, recency);
    add(memory, {.strength = 50, .prototype = {0.4}, .weight = {1}}, recency);
    memory.hurt_mass[1] = 0.1;
    memory.hurt[memory::closeness][1] = 0.1 * 0.9;
    EXPECT_NEAR(Emdr::disturbance(memory, 1, 0.0), 0.4, exact);
    EXPECT_NEAR(Emdr::disturbance(memory, 1, 1.0), 0.9, exact);
    EXPECT_NEAR(Emdr::disturbance(memory, 1, 0.5), 0.65, exact);
    EXPECT_EQ(Emdr::target(memory), 0);
    EXPECT_EQ(Emdr::target(memory, 1.0), 1);
}

}  // namespace
}  // namespace nearness::therapy
