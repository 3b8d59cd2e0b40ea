#include "memory/make.hpp"
#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::memory {
namespace {

constexpr double exact = 1e-12;

// A moment in which nothing of an encounter is known, only a study's cues: a tone (signal) and a room (context).
Cues<double> trial(double tone, double room) {
    Cues<double> cues;
    cues.known.fill(false);
    cues.study.add(0, tone, true);
    cues.study.add(1, room, false);
    return cues;
}

Match<double> match_of(const State<double>& state, const Parameters<double>& parameters, const Cues<double>& cues) {
    return Memory::match(Memory::prepare(state, parameters, cues), cues);
}

State<double> trained(const Parameters<double>& parameters, int trials, double tone, double room, double outcome) {
    State<double> state;
    const auto rates = derived(parameters);
    for (int i = 0; i < trials; ++i) {
        Memory::pass(state, rates, 1.0 / 24);
        Memory::learn(state, parameters, rates, trial(tone, room), {outcome, 0.5, 0.0, 1.0});
    }
    return state;
}

TEST(study_cues, a_signal_that_went_with_pain_predicts_pain_and_its_absence_does_not) {
    const Parameters<double> parameters;
    const auto state = trained(parameters, 40, 1.0, 0.5, 0.8);
    EXPECT_GT(match_of(state, parameters, trial(1.0, 0.5)).predicted, 0.6);
    EXPECT_LT(match_of(state, parameters, trial(0.0, 0.5)).predicted, 0.1);
}

TEST(study_cues, a_context_takes_part_in_the_match_and_predicts_nothing_by_itself) {
    Parameters<double> parameters;
    parameters.context_width = 0.2;
    const auto state = trained(parameters, 40, 1.0, 0.2, 0.8);
    const double there = match_of(state, parameters, trial(1.0, 0.2)).predicted;
    const double elsewhere = match_of(state, parameters, trial(1.0, 0.9)).predicted;
    EXPECT_GT(there, elsewhere);
    EXPECT_EQ(state.study[0].weight[1], 0.0);
}

// (memory.2) and (memory.3) written out for one template and one signal.
TEST(study_cues, they_match_and_predict_by_the_equations_of_the_other_cues) {
    const Parameters<double> parameters;
    const auto state = trained(parameters, 3, 0.9, 0.4, 0.7);
    ASSERT_EQ(state.count, 1);
    const auto cues = trial(0.6, 0.7);
    const double spread = 1 + 1 / (parameters.prototype_strength + state.strength[0]);
    const auto normal = [&](double x, double mean, double width) {
        const double variance = width * width * spread;
        return std::exp(-(x - mean) * (x - mean) / (2 * variance)) / std::sqrt(2 * 3.14159265358979323846 * variance);
    };
    double prior = 0;
    for (const double trace : state.trace[0]) prior += trace;
    const double known = prior * normal(0.6, state.study[0].prototype[0], parameters.signal_width) *
                         normal(0.7, state.study[0].prototype[1], parameters.context_width);
    const double w = state.study[0].weight[0];
    const double p = known / (known + parameters.concentration);
    const double expected = p * w * 0.6 + (1 - p) * parameters.generalisation * w * 0.6;
    const auto match = match_of(state, parameters, cues);
    EXPECT_NEAR(match.belief[1], p, exact);
    EXPECT_NEAR(match.predicted, expected, exact);
}

TEST(study_cues, a_template_that_never_met_a_cue_is_matched_without_it) {
    const Parameters<double> parameters;
    const auto rates = derived(parameters);
    State<double> state;
    Cues<double> before = trial(0.9, 0.4);
    Memory::learn(state, parameters, rates, before, {0.7, 0.0, 0.0, 1.0});
    Cues<double> with_new = before;
    with_new.study.add(7, 0.1, true);
    EXPECT_EQ(match_of(state, parameters, before).belief[1], match_of(state, parameters, with_new).belief[1]);
    Memory::learn(state, parameters, rates, with_new, {0.7, 0.0, 0.0, 1.0});
    EXPECT_EQ(state.study[0].prototype[7], 0.1);
    EXPECT_NE(match_of(state, parameters, before).belief[1], match_of(state, parameters, with_new).belief[1]);
}

TEST(study_cues, an_encounter_is_matched_as_if_there_were_none) {
    const Parameters<double> parameters;
    const auto rates = derived(parameters);
    State<double> plain, studied;
    const auto cues = all_known({0.6, 0.5, 0.4, 0.3, 0.0, 0.2, 0.0, 0.2, 0.2});
    for (State<double>* state : {&plain, &studied}) {
        for (int i = 0; i < 5; ++i) Memory::learn(*state, parameters, rates, cues, {0.5, 0.3, 0.2, 1.0});
    }
    studied.study[0].meet([] {
        StudyCues<double> context;
        context.add(3, 0.5, false);
        return context;
    }());
    EXPECT_EQ(match(plain, parameters, cues).predicted, match(studied, parameters, cues).predicted);
}

TEST(study_cues, charge_counts_them) {
    const Parameters<double> parameters;
    const auto state = trained(parameters, 40, 1.0, 0.5, 0.8);
    EXPECT_NEAR(Memory::charge(state, 0), state.study[0].weight[0] * state.study[0].prototype[0], 0.05);
    EXPECT_GT(Memory::charge(state, 0), 0.5);
}

TEST(study_cues, which_slot_a_cue_has_changes_nothing) {
    EXPECT_TRUE(properties::hold([] {
        const Parameters<double> parameters;
        const auto rates = derived(parameters);
        const int slot = *rc::gen::inRange(1, most_study_cues);
        State<double> first, moved;
        for (int i = 0; i < 6; ++i) {
            Cues<double> a, b;
            a.known.fill(false);
            b.known.fill(false);
            const double value = properties::number(0, 1);
            a.study.add(0, value, true);
            b.study.add(slot, value, true);
            const Lesson<double> lesson{properties::number(0, 1), properties::number(0, 1), 0.0, 1.0};
            Memory::learn(first, parameters, rates, a, lesson);
            Memory::learn(moved, parameters, rates, b, lesson);
            RC_ASSERT(match_of(first, parameters, a).predicted == match_of(moved, parameters, b).predicted);
        }
    }));
}

}  // namespace
}  // namespace nearness::memory
