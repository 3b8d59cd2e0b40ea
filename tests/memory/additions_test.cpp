// The memory's additions (memory.7 to memory.11) in closed form, and that they are nothing when they are off.
#include "memory/make.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::memory {
namespace {

constexpr double exact = 1e-13;
constexpr std::array<double, EncounterCues::all> near_alone{0.8, 0, 0, 0, 0, 0.2, 0, 0.2, 0.2};

// One template that predicts half of closeness as pain, and was hurt at a closeness of 0.8.
struct Once {
    Parameters<double> parameters;
    State<double> state;

    Once() {
        add(state, {.strength = 20, .prototype = near_alone, .weight = {0.5}, .integration = 1}, derived().recency);
        state.hurt_mass[0] = 0.25;
        state.hurt[closeness][0] = 0.25 * 0.8;
    }
    Learned learn(double near, const Lesson<double>& lesson) {
        auto values = near_alone;
        values[closeness] = near;
        return Memory::learn(state, parameters, derived(parameters), all_known(values), lesson);
    }
    double weight() const { return state.weight[closeness][0]; }
};

double unlearned_at(double near, double specificity) {
    Once once;
    once.parameters.level_specificity = specificity;
    once.learn(near, {});
    return 0.5 - once.weight();
}

TEST(additions, safety_counts_by_how_near_it_came_to_what_hurt) {
    EXPECT_NEAR(unlearned_at(0.4, 0), 0.02 * 0.2 * 0.4, exact);
    EXPECT_NEAR(unlearned_at(0.4, 2), 0.25 * unlearned_at(0.4, 0), exact);
    EXPECT_NEAR(unlearned_at(0.4, 8), unlearned_at(0.4, 0) / 256, exact);
    EXPECT_EQ(unlearned_at(0.8, 8), unlearned_at(0.8, 0));  // at the level that hurt, all of it
    EXPECT_EQ(unlearned_at(0.95, 8), unlearned_at(0.95, 0));
}

TEST(additions, what_hurts_counts_at_every_level) {
    Once with, without;
    with.parameters.level_specificity = 8;
    with.learn(0.3, {.outcome = 0.9});
    without.learn(0.3, {.outcome = 0.9});
    EXPECT_EQ(with.weight(), without.weight());
}

TEST(additions, the_level_that_hurt_is_the_mean_of_lessons_weighted_by_what_they_taught) {
    Once once;
    once.state.hurt_mass[0] = 0;
    once.state.hurt[closeness][0] = 0;
    once.learn(0.9, {.outcome = 0.95, .overwhelm = 1});
    const double first = 0.3 * (0.95 - 0.45);
    EXPECT_NEAR(once.state.hurt_mass[0], first, exact);
    once.learn(0.1, {});  // safety is no part of it
    EXPECT_NEAR(once.state.hurt_mass[0], first, exact);
    const double second = 0.02 * (1 - 0.5 * once.weight());
    once.learn(0.5, {.outcome = 1});
    EXPECT_NEAR(once.state.hurt_mass[0], first + second, exact);
    EXPECT_NEAR(once.state.hurt[closeness][0], first * 0.9 + second * 0.5, exact);
    EXPECT_NEAR(Memory::worst_charge(once.state, 0), once.weight() * (first * 0.9 + second * 0.5) / (first + second),
                exact);
}

TEST(additions, without_a_hurt_the_worst_charge_is_the_charge) {
    Once once;
    once.state.hurt_mass[0] = 0;
    EXPECT_EQ(Memory::worst_charge(once.state, 0), Memory::charge(once.state, 0));
}

TEST(additions, likeness_lets_predicted_pain_fade_with_the_distance_of_contexts) {
    Once once;
    once.parameters.likeness = 2;
    auto elsewhere = near_alone;
    elsewhere[steady] = 0.5;
    elsewhere[who_1] = 0.6;
    const double like = std::exp(-0.5 * 4 * (0.09 + 0.16));
    const auto found = match(once.state, once.parameters, all_known(elsewhere));
    EXPECT_NEAR(found.pain[1], 0.5 * 0.8 * like, exact);
    EXPECT_NEAR(found.pain[0], 0.8 * 0.5 * 0.8 * like, exact);  // what is new inherits what comes to mind here
    EXPECT_NEAR(match(once.state, once.parameters, all_known(near_alone)).pain[1], 0.4, exact);
    Cues<double> unknown = all_known(elsewhere);
    unknown.forget_contexts();
    EXPECT_NEAR(match(once.state, once.parameters, unknown).pain[1], 0.4, exact);
}

TEST(additions, what_is_learned_in_unlike_contexts_changes_less_by_likeness) {
    Once once;
    once.parameters.likeness = 2;
    auto elsewhere = near_alone;
    elsewhere[who_2] = 0.7;
    const double like = std::exp(-0.5 * 4 * 0.25);
    Memory::learn(once.state, once.parameters, derived(), all_known(elsewhere), {});
    EXPECT_NEAR(0.5 - once.weight(), 0.02 * (0.4 * like) * like * 0.8, exact);
}

TEST(additions, what_contradicts_the_past_becomes_a_memory_that_starts_from_nothing) {
    Once without;
    EXPECT_FALSE(without.learn(0.8, {}).opened);
    Once with;
    with.parameters.separation = 1e6;
    EXPECT_TRUE(with.learn(0.8, {}).opened);
    EXPECT_EQ(with.weight(), 0.5);
    EXPECT_EQ(with.state.weight[closeness][1], 0.0);
    // What comes nearly as the past foresaw goes on from there, however ready for something else.
    Once same;
    same.parameters.separation = 1e6;
    EXPECT_TRUE(same.learn(0.8, {.outcome = 0.35}).opened);
    EXPECT_NEAR(same.state.weight[closeness][1], 0.4 + 0.02 * (0.35 - 0.32) * 0.8, exact);
}

TEST(additions, what_overwhelmed_leaves_a_trace_that_does_not_fade) {
    const auto prior_after = [](double persistence, double overwhelm) {
        Once once;
        once.parameters.overwhelm_persistence = persistence;
        const auto from = derived(once.parameters);
        once.learn(0.8, {.outcome = 0.9, .overwhelm = overwhelm});
        Memory::pass(once.state, from, 50 * 365.0);
        return Memory::prepare(once.state, once.parameters, all_known(near_alone)).prior;
    };
    EXPECT_NEAR(prior_after(2, 0.5) - prior_after(0, 0.5), 1.0, exact);
    EXPECT_EQ(prior_after(2, 0), prior_after(0, 0));
}

TEST(additions, what_safety_took_off_comes_back_the_slower_the_more_of_it_there_was) {
    const auto returned = [](int lessons) {
        Once once;
        once.parameters.safety_fading = 0.1;
        for (int i = 0; i < lessons; ++i) once.learn(0.8, {});
        const double off = 0.5 - once.weight();
        Memory::pass(once.state, derived(once.parameters), 30);
        return (once.weight() - (0.5 - off)) / off;
    };
    EXPECT_NEAR(returned(1), 1 - std::exp(-0.1 * 30 / 2), 1e-12);
    EXPECT_NEAR(returned(9), 1 - std::exp(-0.1 * 30 / 10), 1e-12);
    EXPECT_LT(returned(80), 0.05);
    // What pain put back before does not come back a second time.
    Once again;
    again.parameters.safety_fading = 0.1;
    for (int i = 0; i < 20; ++i) again.learn(0.8, {});
    again.learn(0.8, {.outcome = 0.9, .overwhelm = 1});
    const double relearned = again.weight();
    EXPECT_GT(relearned, 0.5);
    Memory::pass(again.state, derived(again.parameters), 3650);
    EXPECT_EQ(again.weight(), relearned);
    Once forever;
    forever.learn(0.8, {});
    const double then = forever.weight();
    Memory::pass(forever.state, derived(), 3650);
    EXPECT_EQ(forever.weight(), then);
}

}  // namespace
}  // namespace nearness::memory
