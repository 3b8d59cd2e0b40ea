#include "nearness/memory/learners/template_memory.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

namespace nearness::learners {
namespace {

using Model = TemplateMemory<double>;

// Two signals of a layout of its own, lived moment by moment with the memory's functions.
struct TwoSignals {
    static constexpr int signals = 2;
    static constexpr int contexts = 0;
    static constexpr int all = 2;
};

TEST(template_memory, trials_are_moments_of_the_threat_memory) {
    using Memory = memory::Templates<double, TwoSignals>;
    Model::Parameters ours;
    ours.memory.concentration = 1;
    const memory::Parameters<double>& parameters = ours.memory;
    Study<> study;
    study.setting.cues = 2;
    study.times(6, {1, 0.2}, 0.9).times(8, {0, 1}, 0, 30).times(3, {0.1, 1}, 1, 3);
    const auto derived = memory::Derived<double>::from(parameters, study.setting.longest_lag);
    Memory::State state;
    const Lived<Model> lived(study, ours);
    double time = 0;
    for (std::size_t t = 0; t < study.trials.size(); ++t) {
        const Trial<double>& trial = study.trials[t];
        Memory::pass(state, derived, trial.time - time);
        time = trial.time;
        Memory::Cues cues;
        cues.value = {trial.value[0], trial.value[1]};
        const auto match = Memory::match(Memory::prepare(state, parameters, cues), cues);
        EXPECT_NEAR(lived.expected(t), match.predicted, 1e-14) << t;
        Memory::learn(state, parameters, derived, cues, {trial.value[2], 0.5 * trial.value[2], 0, 1});
    }
    EXPECT_EQ(lived.state.templates.count, state.count);
    EXPECT_GT(state.count, 1);
}

TEST(template_memory, a_trial_without_outcome_lets_time_pass_and_teaches_nothing) {
    Study<> study;
    study.times(5, {1}, 1);
    Lived<Model> lived(study);
    const auto before = lived.state.templates;
    Study<> unseen;
    unseen.add({1}, missing);
    unseen.trials[0].time = study.trials.back().time + 9;
    lived.live(unseen.trials[0]);
    EXPECT_EQ(lived.state.templates.weight, before.weight);
    EXPECT_LT(lived.state.templates.trace[0][20], before.trace[0][20]);
}

}  // namespace
}  // namespace nearness::learners
