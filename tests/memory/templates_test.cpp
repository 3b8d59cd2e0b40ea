#include "nearness/memory/templates.hpp"

#include "memory/make.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

// Closed forms of MODEL.md section 3. `exact` is a few hundred roundings of numbers near 1.
namespace nearness::memory {
namespace {

constexpr double exact = 1e-13;
constexpr std::array<double, EncounterCues::all> near_and_open{0.6, 0.5, 0.4, 0.3, 0.0, 0.2, 0.0, 0.2, 0.2};

TEST(templates, without_any_template_nothing_hurts_and_everything_can_be_told) {
    const auto found = match({}, {}, all_known(near_and_open));
    EXPECT_EQ(found.predicted, 0.0);
    EXPECT_EQ(found.telling, 1.0);
}

// p_1 = prior Π N(x; m, σ²φ) / (that + α), with x at the prototype in every cue: each density is 1/√(2πσ²φ).
TEST(templates, at_its_prototype_a_template_competes_with_the_new_by_the_height_of_its_density) {
    const Parameters<double> parameters;
    const auto recency = derived(parameters).recency;
    State<double> state;
    add(state, Made{}, recency);
    const double phi = 1.0 + 1.0 / (1.0 + 4.0);
    const double height =
        std::pow(2 * std::numbers::pi * 0.3 * 0.3 * phi, -2.5) * std::pow(2 * std::numbers::pi * 0.5 * 0.5 * phi, -2.0);
    const double p = height / (height + 0.02);
    const double pain = 0.3 * 0.6 + 0.1 * 0.5 + 0.2 * 0.4 + 0.1 * 0.3;
    const auto found = match(state, parameters, all_known(near_and_open));
    EXPECT_NEAR(found.predicted, p * pain + (1 - p) * 0.8 * pain, exact);  // the new inherits γ of the only template
    EXPECT_NEAR(found.telling, p * 0.25 + (1 - p), exact);
}

TEST(templates, a_template_alone_with_one_known_cue_is_matched_by_that_cue_only) {
    const Parameters<double> parameters;
    const auto recency = derived(parameters).recency;
    State<double> state;
    add(state, Made{}, recency);
    Cues<double> cues;
    cues.known.fill(false);
    cues.known[who_1] = true;
    cues.value[who_1] = 0.9;
    const double variance = 0.25 * 1.2;
    const double density = std::exp(-0.7 * 0.7 / (2 * variance)) / std::sqrt(2 * std::numbers::pi * variance);
    const double p = density / (density + 0.02);
    EXPECT_NEAR(match(state, parameters, cues).telling, p * 0.25 + (1 - p), exact);
}

TEST(templates, predicted_pain_is_clipped_for_each_template) {
    const Parameters<double> parameters;
    const auto recency = derived(parameters).recency;
    State<double> state;
    add(state, {.weight = {5, 0, 0, 0, 0}, .recent = 1.0}, recency);
    add(state, {.weight = {-5, 0, 0, 0, 0}, .recent = 1.0}, recency);
    Parameters<double> full = parameters;
    full.templates = 2;  // no new one
    // The two match alike: half of 1, half of 0.
    EXPECT_NEAR(match(state, full, all_known(near_and_open)).predicted, 0.5, exact);
}

TEST(templates, when_every_slot_is_in_use_nothing_is_new) {
    Parameters<double> parameters;
    parameters.templates = 1;
    const auto made = derived(parameters);
    State<double> state;
    add(state, Made{}, made.recency);
    const auto far = all_known({1, 1, 1, 1, 1, 1, 1, 1, 1});
    EXPECT_NEAR(match(state, parameters, far).telling, 0.25, exact);  // e/n of the only one
    const auto learned = Memory::learn(state, parameters, made, far, {1.0, 1.0, 0.0, 1.0});
    EXPECT_FALSE(learned.opened);
    EXPECT_EQ(state.count, 1);
    EXPECT_NEAR(state.strength[0], 5.0, exact);
}

TEST(templates, the_first_moment_opens_a_template_that_is_that_moment) {
    const Parameters<double> parameters;
    const auto made = derived(parameters);
    State<double> state;
    const auto learned = Memory::learn(state, parameters, made, all_known(near_and_open), {0.7, 0.4, 0.5, 0.5});
    EXPECT_TRUE(learned.opened);
    EXPECT_EQ(state.count, 1);
    EXPECT_EQ(state.strength[0], 1.0);
    EXPECT_EQ(state.verbal[0], 0.5);
    EXPECT_NEAR(state.integration[0], 1.0 - 0.4, exact);  // q/(0 + 1)·((1 − o) − 0)
    for (std::size_t d = 0; d < near_and_open.size(); ++d) EXPECT_EQ(state.prototype[d][0], near_and_open[d]);
    const double rate = 0.02 + 0.28 * 0.4;
    for (std::size_t d = 0; d < 5; ++d) EXPECT_NEAR(state.weight[d][0], rate * 0.7 * near_and_open[d], exact);
    double prior = 0;
    for (const double trace : state.trace[0]) prior += trace;
    EXPECT_NEAR(prior, 1.0, 1e-3);  // the kernel's promise
}

TEST(templates, a_new_template_inherits_a_share_of_the_working_model) {
    Parameters<double> parameters;
    const auto made = derived(parameters);
    State<double> state;
    add(state, {.strength = 3.0, .weight = {0.4, 0, 0, 0, 0}}, made.recency);
    add(state, {.strength = 1.0, .weight = {0.0, 0.8, 0, 0, 0}}, made.recency);
    const Signals model = Memory::working_model(state);
    EXPECT_NEAR(model[0], 0.3, exact);
    EXPECT_NEAR(model[1], 0.2, exact);
    // Far from both: opened. Its outcome is what it expects, so that learning leaves the inheritance as it was.
    const auto elsewhere = all_known({1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0});
    const auto learned = Memory::learn(state, parameters, made, elsewhere, {0.8 * 0.5, 0.0, 0.0, 1.0});
    ASSERT_TRUE(learned.opened);
    ASSERT_EQ(state.count, 3);
    EXPECT_NEAR(state.weight[0][2], 0.8 * 0.3, exact);
    EXPECT_NEAR(state.weight[1][2], 0.8 * 0.2, exact);
    EXPECT_EQ(state.strength[0], 3.0);  // q is 0 on the others
    EXPECT_EQ(state.strength[1], 1.0);
}

// With one template and an outcome that both expect equally, q_new = α/(density + α): the half is at α = density.
TEST(templates, a_template_opens_exactly_when_the_new_takes_more_than_half) {
    const auto open = [](double ratio) {
        Parameters<double> parameters;
        parameters.generalisation = 1;  // the new one expects what the old one does
        const auto made = derived(parameters);
        State<double> state;
        add(state, Made{}, made.recency);
        const double phi = 1.2;
        parameters.concentration = ratio * std::pow(2 * std::numbers::pi * 0.09 * phi, -2.5) *
                                   std::pow(2 * std::numbers::pi * 0.25 * phi, -2.0);
        return Memory::learn(state, parameters, made, all_known(near_and_open), {0.5, 0.0, 0.0, 1.0}).opened;
    };
    EXPECT_TRUE(open(1.0 + 1e-9));
    EXPECT_FALSE(open(1.0 - 1e-9));
}

TEST(templates, the_new_is_dropped_and_the_rest_renormalised_when_it_stays_below_half) {
    const Parameters<double> parameters;
    const auto made = derived(parameters);
    State<double> state;
    add(state, Made{}, made.recency);
    Memory::learn(state, parameters, made, all_known(near_and_open), {0.3, 0.0, 0.0, 1.0});
    EXPECT_EQ(state.count, 1);
    EXPECT_NEAR(state.strength[0], 5.0, exact);  // q = 1 whatever the new one had
}

// One template in the only slot, so that q = 1.
State<double> after_one_lesson(const Made& made, const Lesson<double>& lesson, Parameters<double> parameters = {}) {
    parameters.templates = 1;
    const auto from = derived(parameters);
    State<double> state;
    add(state, made, from.recency);
    Memory::learn(state, parameters, from, all_known(near_and_open), lesson);
    return state;
}
constexpr double expected = 0.3 * 0.6 + 0.1 * 0.5 + 0.2 * 0.4 + 0.1 * 0.3;  // clip(w·x) of Made{} at near_and_open

TEST(templates, pain_teaches_as_slowly_as_safety_unless_it_overwhelms) {
    for (const double overwhelm : {0.0, 0.5, 1.0}) {
        const auto state = after_one_lesson({}, {0.9, overwhelm, 0.7, 1.0});
        const double rate = 0.02 + (0.3 - 0.02) * overwhelm;
        EXPECT_NEAR(state.weight[0][0], 0.3 + rate * (0.9 - expected) * 0.6, exact);
        EXPECT_NEAR(state.weight[4][0], 0.0, exact);  // there was no conflict
    }
}

TEST(templates, safety_is_learned_as_far_as_integration_and_the_credit_of_protection_allow) {
    for (const double integration : {0.0, 0.5, 1.0}) {
        for (const double protection : {0.0, 0.6, 1.0}) {
            const auto state = after_one_lesson({.integration = integration}, {0.0, 0.0, protection, 1.0});
            const double rate = 0.02 * (0.25 + 0.75 * integration) * (1 - 0.9 * protection);
            EXPECT_NEAR(state.weight[0][0], 0.3 - rate * expected * 0.6, exact);
        }
    }
}

TEST(templates, extinction_leaves_the_first_template_alive) {
    // Safety met in another place and with someone else opens a template of its own; the old one keeps its pain.
    const Parameters<double> parameters;
    const auto made = derived(parameters);
    State<double> state;
    add(state, {.strength = 200, .weight = {0.6, 0.2, 0.2, 0.1, 0}, .recent = 20}, made.recency);
    const double before = Memory::charge(state, 0);
    const auto elsewhere = all_known({0.9, 0.8, 0.8, 0.7, 0, 1, 1, 1, 1});
    for (int i = 0; i < 300; ++i) {
        Memory::pass(state, made, 1.0);
        Memory::learn(state, parameters, made, elsewhere, {0.0, 0.0, 0.0, 1.0});
    }
    EXPECT_EQ(state.count, 2);
    EXPECT_LT(match(state, parameters, elsewhere).predicted, 0.05);
    EXPECT_GT(Memory::charge(state, 0), 0.95 * before);
}

TEST(templates, integration_is_the_mean_of_how_little_overwhelmed_its_moments_were) {
    Parameters<double> parameters;
    parameters.templates = 1;
    const auto made = derived(parameters);
    State<double> state;
    double sum = 0;
    for (int i = 0; i < 10; ++i) {
        const double overwhelm = i / 10.0;
        sum += 1 - overwhelm;
        Memory::learn(state, parameters, made, all_known(near_and_open), {0.5, overwhelm, 0.0, 1.0});
    }
    EXPECT_NEAR(state.integration[0], sum / 10, exact);
}

TEST(templates, a_prototype_is_the_mean_of_its_moments_until_it_drifts_at_a_two_hundredth) {
    EXPECT_NEAR(after_one_lesson({.strength = 3, .prototype = {}}, {}).prototype[0][0], 0.6 / 4, exact);
    EXPECT_NEAR(after_one_lesson({.strength = 199, .prototype = {}}, {}).prototype[0][0], 0.6 / 200, exact);
    EXPECT_NEAR(after_one_lesson({.strength = 5000, .prototype = {}}, {}).prototype[0][0], 0.6 * 0.005, exact);
}

TEST(templates, weights_are_not_clipped) {
    auto state = after_one_lesson({.weight = {3.0, 3.0, 3.0, 3.0, 3.0}}, {0.0, 0.0, 0.0, 1.0});
    EXPECT_NEAR(state.weight[0][0], 3.0 - 0.02 * (0.25 + 0.75 * 0.5) * 1.0 * 0.6, exact);
    state = after_one_lesson({.weight = {-0.5, 0, 0, 0, 0}}, {1.0, 1.0, 0.0, 1.0});
    EXPECT_NEAR(state.weight[0][0], -0.5 + 0.3 * 1.0 * 0.6, exact);
}

TEST(templates, charge_is_the_pain_a_template_predicts_at_its_own_prototype) {
    const auto recency = derived().recency;
    State<double> state;
    add(state, Made{}, recency);
    add(state, {.weight = {9, 9, 9, 9, 9}}, recency);
    EXPECT_NEAR(Memory::charge(state, 0), expected, exact);
    EXPECT_EQ(Memory::charge(state, 1), 1.0);
}

TEST(templates, a_moment_long_ago_weighs_by_the_power_law) {
    const Parameters<double> parameters;
    const auto made = derived(parameters);
    State<double> state;
    Memory::learn(state, parameters, made, all_known(near_and_open), {0.7, 0.4, 0.5, 1.0});
    for (const double days : {0.01, 1.0, 30.0, 3650.0}) {
        State<double> later = state;
        Memory::pass(later, made, days);
        double prior = 0;
        for (const double trace : later.trace[0]) prior += trace;
        EXPECT_NEAR(prior / std::pow(1 + days, -0.3), 1.0, 1e-3) << days;  // the kernel's promise
    }
}

}  // namespace
}  // namespace nearness::memory
