#include "nearness/memory/learners/temporal_difference.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::learners {
namespace {

using Model = TemporalDifference<double>;

// The cue comes first, the outcome `delay` periods later.
Study<> delayed(int delay, int trials, double outcome = 1) {
    Trial<double> trial;
    trial.known = 3;
    trial.value = {1, outcome};
    trial.periods = delay + 1;
    trial.period[0] = 1;
    trial.period[delay] |= outcome == 0 ? 0U : 2U;
    Study<> study;
    study.trials.assign(static_cast<std::size_t>(trials), trial);
    return study;
}

TEST(temporal_difference, prediction_settles_at_the_discounted_outcome) {
    for (int delay = 1; delay <= 6; ++delay) {
        EXPECT_NEAR(Lived<Model>(delayed(delay, 600)).last(), std::pow(0.95, delay - 1), 1e-9) << delay;
    }
}

TEST(temporal_difference, one_period_away_acquisition_is_geometric) {
    const Lived<Model> lived(delayed(1, 20));
    for (std::size_t t = 0; t < 20; ++t) {
        EXPECT_NEAR(lived.expected(t), 1 - std::pow(0.8, static_cast<double>(t)), 1e-13);
    }
}

// λ = 0: after n trials of a delay of three periods nothing has come further than n steps back.
TEST(temporal_difference, without_a_trace_prediction_travels_one_step_a_trial) {
    Model::Parameters p;
    p.trace = 0;
    const Lived<Model> lived(delayed(3, 4), p);
    EXPECT_EQ(lived.expected(2), 0);
    EXPECT_NEAR(lived.expected(3), std::pow(0.2 * 0.95, 2) * 0.2, 1e-15);
}

// λ = 1: the first moment learns from the sum of all errors, as if from the outcome itself: V += α (γ² r − V).
TEST(temporal_difference, with_a_full_trace_the_first_moment_learns_from_the_outcome_itself) {
    Model::Parameters p;
    p.trace = 1;
    p.rate = 1e-4;  // small steps: within a trial weights hardly move
    const Lived<Model> lived(delayed(3, 2), p);
    EXPECT_NEAR(lived.last(), 1e-4 * 0.95 * 0.95, 1e-8);
}

TEST(temporal_difference, a_cue_of_a_cue_comes_to_predict_the_outcome_it_was_never_paired_with) {
    Study<> study;
    study.setting.cues = 2;
    Trial<double> first_order, second_order;
    first_order.known = second_order.known = 7;
    first_order.value = {0, 1, 1};
    first_order.periods = 2;
    first_order.period = {2, 4};
    second_order.value = {1, 1, 0};
    second_order.periods = 2;
    second_order.period = {1, 2};
    study.trials.assign(40, first_order);
    study.trials.push_back(second_order);
    study.trials.push_back(second_order);
    EXPECT_NEAR(Lived<Model>(study).last(), 0.2 * (0.95 - 0.95 * 0.5), 1e-4);
}

TEST(temporal_difference, an_outcome_that_was_not_recorded_teaches_nothing_before_it) {
    Study<> study = delayed(1, 10);
    study.trials.back().known = 1;
    study.trials.back().period[1] = 0;
    const Lived<Model> lived(study);
    EXPECT_NEAR(lived.number("weight", 0, 0), 1 - std::pow(0.8, 9), 1e-14);
}

}  // namespace
}  // namespace nearness::learners
