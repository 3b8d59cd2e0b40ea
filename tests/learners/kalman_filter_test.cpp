#include "nearness/memory/learners/kalman_filter.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

namespace nearness::learners {
namespace {

using Model = KalmanFilter<double>;

// Without drift the weights are the posterior mean of a linear regression with a normal prior: (X'X/σ² + I/P0) w = X'r/σ².
TEST(kalman_filter, without_drift_it_is_bayesian_regression) {
    Model::Parameters p;
    p.diffusion = 0;
    p.prior_variance = 0.7;
    p.outcome_variance = 0.3;
    Study<> study;
    study.setting.cues = 2;
    const random::Stream draws(3, 0, {});
    double a = 1 / 0.7, b = 0, c = 1 / 0.7, u = 0, v = 0;
    for (std::uint32_t t = 0; t < 25; ++t) {
        const double x = draws.normal(random::Purpose::pain, 3 * t), y = draws.normal(random::Purpose::pain, 3 * t + 1);
        const double r = draws.normal(random::Purpose::pain, 3 * t + 2);
        study.add({x, y}, r);
        a += x * x / 0.3;
        b += x * y / 0.3;
        c += y * y / 0.3;
        u += x * r / 0.3;
        v += y * r / 0.3;
    }
    const Lived<Model> lived(study, p);
    const double determinant = a * c - b * b;
    EXPECT_NEAR(lived.number("weight", 0), (c * u - b * v) / determinant, 1e-12);
    EXPECT_NEAR(lived.number("weight", 1), (a * v - b * u) / determinant, 1e-12);
    EXPECT_NEAR(lived.number("covariance", 0, 0), c / determinant, 1e-12);
    EXPECT_NEAR(lived.number("covariance", 0, 1), -b / determinant, 1e-12);
    EXPECT_NEAR(lived.number("covariance", 1, 0), -b / determinant, 1e-12);
}

// One cue, unit outcomes: the steady gain of a random walk, P = (q + √(q² + 4 q σ²))/2 before the outcome.
TEST(kalman_filter, with_drift_uncertainty_settles_where_theory_says) {
    Study<> study;
    study.times(300, {1}, 1, 2);
    for (std::size_t t = 1; t < study.trials.size(); ++t) study.trials[t].time = 2.0 * static_cast<double>(t);
    const Lived<Model> lived(study);
    const double q = 0.02;
    EXPECT_NEAR(lived.predictions.back().uncertainty, (q + math::sqrt(q * q + 4 * q)) / 2, 1e-12);
}

TEST(kalman_filter, backward_blocking_revises_a_cue_that_is_not_there) {
    Study<> study;
    study.setting.cues = 2;
    study.times(10, {1, 1}, 1);
    const double before = Lived<Model>(study).number("weight", 1);
    study.times(10, {1, 0}, 1);
    EXPECT_LT(Lived<Model>(study).number("weight", 1), before - 0.1);
}

TEST(kalman_filter, without_an_outcome_only_uncertainty_grows_by_the_time_that_passed) {
    Study<> study;
    study.times(5, {1}, 1);
    Lived<Model> lived(study);
    const double weight = lived.number("weight", 0), variance = lived.number("covariance", 0, 0);
    Study<> unseen;
    unseen.add({1}, missing);
    unseen.trials[0].time = 14;  // ten after the last
    lived.live(unseen.trials[0]);
    EXPECT_EQ(lived.number("weight", 0), weight);
    EXPECT_NEAR(lived.number("covariance", 0, 0), variance + 0.1, 1e-15);
}

}  // namespace
}  // namespace nearness::learners
