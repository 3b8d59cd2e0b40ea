#include "nearness/memory/learners/two_process_avoidance.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::learners {
namespace {

using Model = TwoProcessAvoidance<double>;

Study<> with(Avoidance avoidance, Study<> study) {
    for (auto& trial : study.trials) trial.avoidance = avoidance;
    return study;
}

TEST(two_process_avoidance, without_avoidance_threat_is_rescorla_wagner_and_no_response_is_made) {
    Study<> study;
    study.times(10, {1}, 1);
    const Lived<Model> lived(with(Avoidance::unavailable, study));
    for (std::size_t t = 0; t < 10; ++t) {
        EXPECT_NEAR(lived.expected(t), 1 - std::pow(0.7, static_cast<double>(t)), 1e-14);
        EXPECT_EQ(lived.predictions[t].response, 0);
    }
    EXPECT_EQ(lived.number("preference", 0), 0);
}

TEST(two_process_avoidance, a_recorded_avoidance_follows_the_equations_line_by_line) {
    Model::Parameters p;
    p.protection = 0.4;
    double v = 0, m = 0;
    Study<> study;
    for (int t = 0; t < 30; ++t) {
        const bool made = t % 4 == 1;
        study.add({0.8}, made || t % 5 == 0 ? 0 : 1);
        study.trials.back().avoidance = made ? Avoidance::made : Avoidance::not_made;
    }
    Lived<Model> lived({study.setting, {}}, p);
    for (const auto& trial : study.trials) {
        lived.live(trial);
        const double threat = 0.8 * v, chance = 1 / (1 + std::exp(2 - 0.8 * m));
        EXPECT_NEAR(lived.predictions.back().expected, threat, 1e-13);
        EXPECT_NEAR(lived.predictions.back().response, chance, 1e-13);
        const double a = trial.avoidance == Avoidance::made ? 1 : 0, r = trial.value[1];
        v += 0.3 * 0.8 * (r - threat) * (1 - 0.4 * a);
        m += 0.8 * (threat - r - 0.05 * a) * (a - chance);
    }
}

TEST(two_process_avoidance, avoidance_protects_threat_from_extinction_and_response_prevention_does_not) {
    Study<> trained, extinction;
    trained.times(10, {1}, 1);
    extinction.times(30, {1}, 0);
    const auto after = [&](Avoidance avoidance) {
        Lived<Model> lived(with(Avoidance::unavailable, trained));
        for (const auto& trial : with(avoidance, extinction).trials) lived.live(trial);
        return lived.number("threat", 0);
    };
    EXPECT_NEAR(after(Avoidance::made), 1 - std::pow(0.7, 10), 1e-14);
    EXPECT_LT(after(Avoidance::unavailable), 1e-4);
}

TEST(two_process_avoidance, relief_makes_avoidance_frequent_and_it_outlives_the_harm) {
    Model::Parameters p;
    p.action = Action::drawn;
    Study<> study;
    study.times(80, {1}, 1).times(80, {1}, 0);
    double learned = 0, kept = 0;
    constexpr int subjects = 50;
    for (std::uint64_t seed = 1; seed <= subjects; ++seed) {
        const Lived<Model> lived(study, p, seed);
        learned += lived.predictions[79].response / subjects;
        kept += lived.predictions[159].response / subjects;
    }
    EXPECT_GT(learned, 0.9);
    EXPECT_GT(kept, 0.8);
}

// Steps small enough that a mean over draws and the expectation of one are the same line; 4.5 standard errors of 400 draws.
TEST(two_process_avoidance, draws_agree_with_their_expectation_on_average) {
    Model::Parameters drawn, expected;
    drawn.action = Action::drawn;
    drawn.protection = expected.protection = 0;
    Study<> study;
    study.add({1}, 1).add({1}, 1);
    double sum = 0, squares = 0;
    constexpr int subjects = 400;
    for (std::uint64_t seed = 1; seed <= subjects; ++seed) {
        Lived<Model> lived({study.setting, {}}, drawn);
        lived.live(study.trials[0], seed);
        const double preference = lived.number("preference", 0);
        sum += preference;
        squares += preference * preference;
    }
    const double mean = sum / subjects, error = std::sqrt((squares / subjects - mean * mean) / subjects);
    Lived<Model> smooth({study.setting, {}}, expected);
    smooth.live(study.trials[0]);
    EXPECT_NEAR(mean, smooth.number("preference", 0), 4.5 * error);
}

}  // namespace
}  // namespace nearness::learners
