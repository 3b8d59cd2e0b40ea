// Statistical tests: seeds are fixed; "wins" and "nobody" are meant at two standard errors, as printed.
#include "nearness/infer/comparison.hpp"

#include "infer/lived.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::infer {
namespace {

// y_t = 0.5 + carry·(y_{t−1} − 0.5) + 0.1 noise
observe::Diary carrying(double carry, int persons, int moments) {
    observe::Diary diary = made_up::diary(persons, moments);
    for (int p = 0; p < persons; ++p) {
        auto& values = diary.persons[static_cast<std::size_t>(p)].values;
        double level = 0;
        for (int t = 0; t < moments; ++t) {
            const auto at = static_cast<std::size_t>(t);
            level = carry * level + 0.1 * made_up::noise(p, t, 2);
            values[2][at] = math::clip(0.5 + level, 0.0, 1.0);
            values[0][at] = math::clip(0.5 + 0.1 * made_up::noise(p, t, 0), 0.0, 1.0);
        }
    }
    return diary;
}

const TargetComparison& of(const Comparison& comparison, const std::string& target, std::size_t arm = 0) {
    for (const TargetComparison& result : comparison.results) {
        if (result.target.name == target && result.arm == arm) return result;
    }
    throw Bug("no such target");
}

Comparison compare_with_noise(const observe::Diary& diary) {
    return compare(diary, {{"noise", made_up::noise_forecasts(diary)}});
}

TEST(comparison, where_yesterday_carries_over_the_autoregression_wins) {
    const Comparison comparison = compare_with_noise(carrying(0.5, 20, 120));
    const TargetComparison& result = of(comparison, "behaviour");
    EXPECT_EQ(result.persons, 20);
    for (const Share share : {Share::own, Share::shared}) {
        const Score& last = result.find(Predictor::autoregression, share);
        // Expected gain: half the log of 1/(1 − 0.25) = 0.144, less what fitting costs.
        EXPECT_NEAR(last.beyond_mean.value, 0.144, 4 * last.beyond_mean.error + 0.03);
        EXPECT_TRUE(last.beyond_mean.above());
        EXPECT_TRUE(result.find(Predictor::threat, share).beyond_autoregression.below());
        EXPECT_TRUE(result.find(Predictor::threat_and_autoregression, share).beyond_mean.above());
    }
    EXPECT_NEAR(result.associations[2].correlation.pooled.value, 0.5, 0.06);
    EXPECT_FALSE(result.associations[0].correlation.onward.above());
}

TEST(comparison, in_white_noise_nobody_beats_the_mean) {
    const Comparison comparison = compare_with_noise(carrying(0, 40, 60));
    const TargetComparison& result = of(comparison, "behaviour");
    for (const Score& score : result.scores) {
        EXPECT_FALSE(score.beyond_mean.above()) << predictor_names[static_cast<std::size_t>(score.predictor)];
    }
    // Slopes of one's own cost more than shared ones.
    EXPECT_LT(result.find(Predictor::threat, Share::own).beyond_mean.value,
              result.find(Predictor::threat, Share::shared).beyond_mean.value);
}

TEST(comparison, differences_are_paired_and_the_mean_differs_from_itself_by_nothing) {
    const Comparison comparison = compare_with_noise(carrying(0.3, 10, 40));
    const TargetComparison& result = of(comparison, "behaviour");
    const Score& mean = result.find(Predictor::person_mean, Share::own);
    const Score& last = result.find(Predictor::autoregression, Share::own);
    EXPECT_EQ(mean.beyond_mean.value, 0);
    EXPECT_EQ(mean.beyond_mean.error, 0);
    EXPECT_EQ(last.beyond_autoregression.value, 0);
    EXPECT_NEAR(last.beyond_mean.value, last.score.value - mean.score.value, 1e-12);
    EXPECT_EQ(mean.score.value, result.find(Predictor::person_mean, Share::shared).score.value);
}

TEST(comparison, where_the_model_made_the_behaviour_the_model_wins) {
    observe::Diary diary = lived::restless(12, 80);
    const std::vector<ArmForecast> forecasts = forecasts_of(lived::live(lived::plan(diary)));
    ASSERT_EQ(forecasts.size(), 2U);
    for (std::size_t p = 0; p < diary.persons.size(); ++p) {
        const std::vector<double>& use = forecasts[0].persons[p].protection;
        for (std::size_t t = 0; t < 80; ++t) {
            const double noise = 0.02 * made_up::noise(static_cast<int>(p), static_cast<int>(t), 2);
            diary.persons[p].values[2][t] = math::clip(0.1 + 0.6 * use[t] + noise, 0.0, 1.0);
        }
    }
    const Comparison comparison = compare(diary, forecasts);
    const TargetComparison& result = of(comparison, "behaviour");
    const Score& protection = result.find(Predictor::protection, Share::own);
    EXPECT_TRUE(protection.beyond_mean.above());
    EXPECT_TRUE(protection.beyond_autoregression.above());
    EXPECT_GT(protection.score.value, result.find(Predictor::autoregression_and_cues, Share::own).score.value);
    EXPECT_GT(protection.score.value, result.find(Predictor::threat, Share::own).score.value);
    EXPECT_GT(protection.score.value,
              of(comparison, "behaviour", 1).find(Predictor::protection, Share::own).score.value);
    EXPECT_GT(result.associations[1].correlation.pooled.value, 0.8);
    EXPECT_TRUE(result.associations[1].correlation.onward.above());
}

TEST(comparison, the_future_changes_no_prediction_and_the_outcome_is_learned_only_afterwards) {
    const observe::Diary diary = lived::restless(3, 30);
    observe::Diary other = diary;
    constexpr std::size_t changed = 17;
    for (observe::Series& person : other.persons) {
        person.values[1][changed] = 1 - person.values[1][changed];  // this outcome, and everything after it
        for (std::size_t t = changed + 1; t < 30; ++t) {
            for (std::vector<double>& values : person.values) values[t] = 0.99;
        }
    }
    const auto before = forecasts_of(lived::live(lived::plan(diary)));
    const auto after = forecasts_of(lived::live(lived::plan(other)));
    for (std::size_t a = 0; a < 2; ++a) {
        for (std::size_t p = 0; p < 3; ++p) {
            for (std::size_t t = 0; t <= changed; ++t) {
                EXPECT_EQ(before[a].persons[p].threat[t], after[a].persons[p].threat[t]);
                EXPECT_EQ(before[a].persons[p].protection[t], after[a].persons[p].protection[t]);
            }
            EXPECT_NE(before[a].persons[p].threat[changed + 1], after[a].persons[p].threat[changed + 1]);
        }
    }
}

TEST(comparison, the_behaviour_is_not_shown_to_the_model) {
    const observe::Diary diary = lived::restless(2, 20);
    observe::Diary other = diary;
    for (observe::Series& person : other.persons) person.values[2].assign(20, 0.9);
    const auto before = forecasts_of(lived::live(lived::plan(diary)));
    const auto after = forecasts_of(lived::live(lived::plan(other)));
    for (std::size_t p = 0; p < 2; ++p) EXPECT_EQ(before[0].persons[p].threat, after[0].persons[p].threat);
}

TEST(comparison, an_arm_that_differs_only_after_the_diary_is_left_out) {
    const observe::Diary diary = lived::restless(2, 20);
    engine::RunPlan plan = lived::plan(diary);
    life::Chapter later;
    later.id = "later";
    for (engine::Arm& arm : plan.arms) {
        later.from = arm.scenario.chapters.back().until;
        later.until = later.from + 100;
        arm.scenario.chapters.push_back(later);
    }
    plan.arms[1].scenario = plan.arms[0].scenario;
    plan.arms[1].scenario.chapters.back().until += 50;
    EXPECT_EQ(forecasts_of(lived::live(plan)).size(), 1U);
}

TEST(comparison, when_fewer_persons_are_lived_only_the_first_are_compared) {
    const observe::Diary diary = carrying(0.3, 12, 40);
    std::vector<Forecast> forecasts = made_up::noise_forecasts(diary);
    forecasts.resize(5);
    const Comparison comparison = compare(diary, {{"noise", forecasts}});
    EXPECT_EQ(comparison.persons, 5U);
    EXPECT_EQ(of(comparison, "behaviour").persons, 5);
}

TEST(comparison, the_cue_of_the_moment_makes_the_difference_between_one_autoregression_and_the_other) {
    observe::Diary diary = carrying(0, 20, 60);
    for (observe::Series& person : diary.persons) {
        for (std::size_t t = 0; t < 60; ++t)
            person.values[2][t] = 0.5 * person.values[2][t] + 0.4 * person.values[0][t];
    }
    const Comparison comparison = compare_with_noise(diary);
    const TargetComparison& result = of(comparison, "behaviour");
    EXPECT_TRUE(result.find(Predictor::autoregression_and_cues, Share::own).beyond_autoregression.above());
    EXPECT_TRUE(result.associations[3].correlation.onward.above());
}

}  // namespace
}  // namespace nearness::infer
