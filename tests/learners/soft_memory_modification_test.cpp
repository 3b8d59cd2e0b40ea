// Against a literal transcription that keeps every trial and its shares: within 2e-3, which is what the mixture of
// exponentials costs (tests/memory/recency_test.cpp holds it to 1e-3).
#include "nearness/memory/learners/soft_memory_modification.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::learners {
namespace {

using Model = SoftMemoryModification<double>;

std::vector<double> literally(const Study<>& study, const Model::Parameters& p) {
    struct Cause {
        double count = 0, sum = 0, weight = 0;
        std::vector<double> share;
    };
    std::vector<Cause> causes;
    std::vector<double> expected;
    for (std::size_t t = 0; t < study.trials.size(); ++t) {
        const Trial<double>& trial = study.trials[t];
        const double x = trial.value[0], r = trial.value[1];
        std::vector<Cause> all = causes;
        const bool room = causes.size() < static_cast<std::size_t>(p.causes);
        if (room) all.push_back({0, 0, p.initial_weight, std::vector<double>(t)});
        std::vector<double> belief, q;
        double total = 0, v = 0;
        for (std::size_t k = 0; k < all.size(); ++k) {
            double prior = 0;
            for (std::size_t s = 0; s < t; ++s) {
                prior += all[k].share[s] * std::pow(p.shift + trial.time - study.trials[s].time, -p.persistence);
            }
            if (k == causes.size()) prior = t == 0 ? 1 : p.concentration;
            const double n = all[k].count + p.cue_variance;
            const double variance = p.cue_variance / n + p.cue_variance;
            const double off = x - all[k].sum / n;
            belief.push_back(prior * std::exp(-off * off / (2 * variance)) / std::sqrt(variance));
            total += belief.back();
        }
        for (std::size_t k = 0; k < all.size(); ++k) {
            belief[k] /= total;
            v += belief[k] * x * all[k].weight;
        }
        expected.push_back(v);
        q = belief;
        const int rounds = trial.until_next < 0 ? 1 : std::min(p.rounds, static_cast<int>(trial.until_next + 0.5));
        for (int i = 0; i < rounds; ++i) {
            double sum = 0;
            for (std::size_t k = 0; k < all.size(); ++k) {
                const double error = r - x * all[k].weight;
                q[k] = belief[k] * std::exp(-error * error / (2 * p.outcome_variance));
                sum += q[k];
            }
            for (std::size_t k = 0; k < all.size(); ++k) {
                q[k] /= sum;
                all[k].weight += p.rate * q[k] * x * (r - x * all[k].weight);
            }
        }
        const bool opens = room && (t == 0 || q.back() > 0.5);
        const double rest = room && !opens ? 1 - q.back() : 1;
        if (room && !opens) all.pop_back();
        for (std::size_t k = 0; k < all.size(); ++k) {
            const double share = opens ? (k + 1 == all.size() ? 1 : 0) : q[k] / rest;
            all[k].count += share;
            all[k].sum += share * x;
            all[k].share.push_back(share);
        }
        causes = all;
    }
    return expected;
}

TEST(soft_memory_modification, agrees_with_a_literal_transcription_that_forgets_no_trial) {
    for (const double gap : {0.3, 1.0, 4.0, 101.0}) {
        Study<> study;
        study.times(3, {1}, 1).add({1}, 0, 21).times(18, {1}, 0, gap).add({1}, 0, 201).times(10, {0.4}, 0.5, 7.5);
        for (const int causes : {2, 15}) {
            Model::Parameters p;
            p.causes = causes;
            const Lived<Model> lived(study, p);
            const std::vector<double> expected = literally(study, p);
            for (std::size_t t = 0; t < expected.size(); ++t) {
                EXPECT_NEAR(lived.expected(t), expected[t], 2e-3) << gap << ' ' << t;
            }
        }
    }
}

TEST(soft_memory_modification, fear_recovers_after_extinction_and_less_after_retrieval_within_the_window) {
    const auto test_after = [](double retrieval) {
        Study<> study;
        study.times(3, {1}, 1).add({1}, 0, 21).times(18, {1}, 0, retrieval + 1).add({1}, 0, 201);
        return Lived<Model>(study).last();
    };
    EXPECT_GT(test_after(0), 2 * test_after(3));
}

TEST(soft_memory_modification, amnesia_weakens_the_causes_there_are_and_spares_those_to_come) {
    Model::Parameters p;
    p.initial_weight = 0.2;
    Study<> study;
    study.times(5, {1}, 1);
    const double before = Lived<Model>(study, p).number("weight", 0, 0);
    study.trials.back().inhibition = 0.5;
    const Lived<Model> lived(study, p);
    EXPECT_LT(lived.number("weight", 0, 0), 0.5 * before);
    EXPECT_EQ(lived.number("weight", 1, 0), 0.2);
}

TEST(soft_memory_modification, trials_at_the_same_time_and_no_readiness_for_causes_are_defined) {
    Model::Parameters p;
    p.concentration = 0;
    Study<> study;
    study.times(5, {1}, 1, 0).add({1}, 0, 0).add({1}, 0, 0);
    for (auto& trial : study.trials) trial.time = 0;
    const Lived<Model> lived(study, p);
    EXPECT_EQ(lived.state.causes.used, 1);
    EXPECT_FALSE(math::is_nan(lived.last()));
}

}  // namespace
}  // namespace nearness::learners
