#include "memory/make.hpp"
#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

// Laws of the threat memory, for any parameters and any state within their ranges.
namespace nearness::memory {
namespace {

using properties::number;
using properties::scale;

Parameters<double> any_parameters() {
    Parameters<double> parameters;
    parameters.concentration = scale(1e-6, 100);
    parameters.persistence = number(0.1, 2);
    parameters.persistence_scale = scale(0.3, 3650);
    parameters.generalisation = number(0, 1);
    parameters.signal_width = scale(0.01, 10);
    parameters.context_width = scale(0.01, 10);
    parameters.outcome_width = scale(0.01, 10);
    parameters.prototype_strength = scale(0.01, 100);
    parameters.pain_rate = number(0, 1);
    parameters.safety_rate = number(0, 1);
    parameters.revisability_floor = number(0, 1);
    parameters.protection_credit = number(0, 1);
    parameters.templates = *rc::gen::inRange(1, most_templates + 1);
    parameters.assignment = *rc::gen::inRange(0, 2) == 0 ? Assignment::soft : Assignment::map;
    return parameters;
}

Made any_template() {
    Made made;
    made.strength = scale(0.01, 1e4);
    for (double& value : made.prototype) value = number(0, 1);
    for (double& value : made.weight) value = number(-3, 3);
    made.integration = number(0, 1);
    made.told = number(0, 1);
    made.recent = scale(1e-3, 1e3);
    return made;
}

State<double> any_state(const Parameters<double>& parameters, const Derived<double>& from) {
    State<double> state;
    const int count = *rc::gen::inRange(0, parameters.templates + 1);
    for (int k = 0; k < count; ++k) add(state, any_template(), from.recency);
    return state;
}

Cues<double> any_cues() {
    Cues<double> cues;
    for (std::size_t d = 0; d < cues.value.size(); ++d) {
        cues.value[d] = number(0, 1);
        cues.known[d] = *rc::gen::inRange(0, 4) > 0;
    }
    return cues;
}

Lesson<double> any_lesson() { return {number(0, 1), number(0, 1), number(0, 1), number(0, 1)}; }

bool all_finite(const State<double>& state) {
    const auto all = numbers(state);
    return std::all_of(all.begin(), all.end(), [](double value) { return std::isfinite(value); });
}

TEST(laws_of_memory, by_map_one_lane_has_the_whole_belief_and_it_is_the_likeliest) {
    EXPECT_TRUE(properties::hold([] {
        auto parameters = any_parameters();
        parameters.assignment = Assignment::map;
        const auto state = any_state(parameters, derived(parameters));
        const auto cues = any_cues();
        const auto hard = match(state, parameters, cues);
        parameters.assignment = Assignment::soft;
        const auto soft = match(state, parameters, cues);
        std::size_t best = 0;
        for (std::size_t k = 0; k < hard.belief.size(); ++k) {
            RC_ASSERT(hard.belief[k] == 0.0 || hard.belief[k] == 1.0);
            if (soft.belief[k] > soft.belief[best]) best = k;
        }
        RC_ASSERT(hard.belief[best] == 1.0);
        RC_ASSERT(hard.predicted == hard.pain[best]);
    }));
}

TEST(laws_of_memory, by_map_a_moment_changes_one_template_alone) {
    EXPECT_TRUE(properties::hold([] {
        auto parameters = any_parameters();
        parameters.assignment = Assignment::map;
        const auto from = derived(parameters);
        auto state = any_state(parameters, from);
        const auto before = state;
        const auto learned = Memory::learn(state, parameters, from, any_cues(), any_lesson());
        for (int k = 0; k < before.count; ++k) {
            const auto at = static_cast<std::size_t>(k);
            const double grown = state.strength[at] - before.strength[at];
            const bool as_it_should = k == learned.most ? grown > 0.0 : grown == 0.0;
            RC_ASSERT(as_it_should);
        }
    }));
}

TEST(laws_of_memory, beliefs_sum_to_one_and_predicted_pain_is_a_probability) {
    EXPECT_TRUE(properties::hold([] {
        const auto parameters = any_parameters();
        const auto state = any_state(parameters, derived(parameters));
        const auto found = match(state, parameters, any_cues());
        RC_ASSERT(std::abs(std::accumulate(found.belief.begin(), found.belief.end(), 0.0) - 1.0) < 1e-12);
        for (const double belief : found.belief) RC_ASSERT(belief >= 0.0);
        // A weighted mean of numbers in [0, 1], up to the rounding of some twenty terms.
        RC_ASSERT(found.predicted >= 0.0 && found.predicted <= 1.0 + 1e-14);
        RC_ASSERT(found.telling >= 0.0 && found.telling <= 1.0 + 1e-14);
    }));
}

TEST(laws_of_memory, what_the_beats_expect_is_the_match_to_the_last_bit) {
    EXPECT_TRUE(properties::hold([] {
        const auto parameters = any_parameters();
        const auto state = any_state(parameters, derived(parameters));
        const auto cues = any_cues();
        const auto matcher = Memory::prepare(state, parameters, cues);
        const auto whole = Memory::match(matcher, signals_of(cues));
        const auto expected = Memory::expect(matcher, signals_of(cues));
        RC_ASSERT(whole.predicted == expected.predicted);
        RC_ASSERT(whole.telling == expected.telling);
    }));
}

TEST(laws_of_memory, the_order_of_templates_changes_nothing_but_their_order) {
    EXPECT_TRUE(properties::hold([] {
        Parameters<double> parameters = any_parameters();
        parameters.templates = std::max(parameters.templates, 4);
        // Shares near a tie are decided by rounding; the default widths keep them apart.
        parameters.signal_width = 0.3;
        parameters.context_width = parameters.outcome_width = 0.5;
        const auto from = derived(parameters);
        std::vector<Made> made;
        for (int k = 0; k < 4; ++k) made.push_back(any_template());
        std::vector<std::size_t> order{0, 1, 2, 3};
        for (std::size_t k = 3; k > 0; --k) std::swap(order[k], order[*rc::gen::inRange<std::size_t>(0, k + 1)]);
        State<double> straight, permuted;
        for (std::size_t k = 0; k < 4; ++k) {
            add(straight, made[k], from.recency);
            add(permuted, made[order[k]], from.recency);
        }
        const auto cues = any_cues();
        RC_ASSERT(std::abs(match(straight, parameters, cues).predicted - match(permuted, parameters, cues).predicted) <
                  1e-12);
        const auto lesson = any_lesson();
        const bool opened = Memory::learn(straight, parameters, from, cues, lesson).opened;
        RC_ASSERT(Memory::learn(permuted, parameters, from, cues, lesson).opened == opened);
        for (std::size_t k = 0; k < 4; ++k) {
            RC_ASSERT(std::abs(straight.strength[order[k]] / permuted.strength[k] - 1) < 1e-12);
            RC_ASSERT(std::abs(straight.weight[0][order[k]] - permuted.weight[0][k]) < 1e-12);
            RC_ASSERT(std::abs(straight.prototype[8][order[k]] - permuted.prototype[8][k]) < 1e-12);
        }
    }));
}

TEST(laws_of_memory, without_time_nothing_fades) {
    EXPECT_TRUE(properties::hold([] {
        const auto parameters = any_parameters();
        const auto from = derived(parameters);
        State<double> state = any_state(parameters, from);
        const auto before = numbers(state);
        Memory::pass(state, from, 0.0);
        RC_ASSERT(numbers(state) == before);
    }));
}

TEST(laws_of_memory, two_short_waits_are_one_long_wait) {
    EXPECT_TRUE(properties::hold([] {
        const auto parameters = any_parameters();
        const auto from = derived(parameters);
        State<double> once = any_state(parameters, from);
        State<double> twice = once;
        const double days = scale(1e-3, 3e4);
        const double first = days * number(0, 1);
        Memory::pass(once, from, days);
        Memory::pass(twice, from, first);
        Memory::pass(twice, from, days - first);
        const auto a = numbers(once), b = numbers(twice);
        // Relative: e^(−x) with x up to some 700, itself known to 1e-16 of x.
        for (std::size_t i = 0; i < a.size(); ++i) RC_ASSERT(std::abs(a[i] - b[i]) <= 1e-12 * std::abs(a[i]) + 1e-300);
    }));
}

TEST(laws_of_memory, a_lesson_is_shared_out_whole_and_integration_stays_a_share) {
    EXPECT_TRUE(properties::hold([] {
        const auto parameters = any_parameters();
        const auto from = derived(parameters);
        State<double> state = any_state(parameters, from);
        const State<double> before = state;
        Memory::learn(state, parameters, from, any_cues(), any_lesson());
        double given = 0;
        for (std::size_t k = 0; k < static_cast<std::size_t>(state.count); ++k) {
            given += state.strength[k] - (static_cast<int>(k) < before.count ? before.strength[k] : 0.0);
            RC_ASSERT(state.integration[k] >= 0.0 && state.integration[k] <= 1.0);
            RC_ASSERT(state.verbal[k] <= state.strength[k] * (1 + 1e-12));
            for (const auto& prototype : state.prototype) RC_ASSERT(prototype[k] >= 0.0 && prototype[k] <= 1.0);
        }
        RC_ASSERT(std::abs(given - 1.0) < 1e-9);  // differences of strengths up to 1e4, each rounded at 1e-12
        RC_ASSERT(state.count <= parameters.templates);
    }));
}

TEST(laws_of_memory, extreme_values_stay_numbers) {
    EXPECT_TRUE(properties::hold([] {
        Parameters<double> parameters = any_parameters();
        parameters.signal_width = *rc::gen::element(0.01, 10.0);
        parameters.context_width = *rc::gen::element(0.01, 10.0);
        parameters.outcome_width = *rc::gen::element(0.01, 10.0);
        parameters.prototype_strength = *rc::gen::element(0.01, 100.0);
        parameters.concentration = *rc::gen::element(1e-6, 100.0);
        const auto from = derived(parameters);
        State<double> state = any_state(parameters, from);
        for (int i = 0; i < 20; ++i) {
            Cues<double> cues;
            for (double& value : cues.value) value = *rc::gen::element(0.0, 1.0);
            Memory::pass(state, from, *rc::gen::element(0.0, 1e-6, 29200.0));
            Memory::learn(state, parameters, from, cues,
                          {*rc::gen::element(0.0, 1.0), *rc::gen::element(0.0, 1.0), *rc::gen::element(0.0, 1.0), 1.0});
            RC_ASSERT(all_finite(state));
            const auto found = match(state, parameters, cues);
            RC_ASSERT(std::isfinite(found.predicted) && std::isfinite(found.telling));
        }
    }));
}

}  // namespace
}  // namespace nearness::memory
