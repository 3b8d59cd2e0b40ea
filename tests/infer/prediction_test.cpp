#include "nearness/infer/prediction.hpp"

#include "infer/made_up.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::infer {
namespace {

constexpr double pi = 3.14159265358979323846;

// Noise on a scale of steps of 0.01.
observe::Diary noisy(int persons, int moments) {
    observe::Diary diary = made_up::diary(persons, moments);
    for (int p = 0; p < persons; ++p) {
        for (int t = 0; t < moments; ++t) {
            auto& values = diary.persons[static_cast<std::size_t>(p)].values;
            const auto at = static_cast<std::size_t>(t);
            for (std::size_t v = 0; v < 3; ++v) {
                values[v][at] = std::round(50 + 12 * made_up::noise(p, t, static_cast<std::uint32_t>(v))) / 100;
            }
        }
    }
    return diary;
}

TEST(prediction, the_log_density_is_the_normal_one) {
    EXPECT_NEAR(log_normal_density(1.3, 0.5, 0.4), std::log(std::exp(-2.0) / (0.4 * std::sqrt(2 * pi))), 1e-14);
}

TEST(prediction, the_score_of_the_person_mean_equals_a_calculation_by_hand) {
    observe::Diary diary = made_up::diary(1, 11);
    const double values[] = {0.9, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.3, 0.5, 0.1, 0.3};
    for (std::size_t t = 0; t < 11; ++t) diary.persons[0].values[2][t] = values[t];
    const Target target = targets(diary).front();
    const std::vector<Sample> persons = samples(diary, target, made_up::noise_forecasts(diary)).persons;
    // Usable from the second on; 7 fitted: .2 .4 .2 .4 .2 .4 .3, mean .3, sd² = .06/6; held out .5 .1 .3
    const Line line = fit(persons, target, Predictor::person_mean, Share::own).at(0);
    EXPECT_NEAR(line.intercept, 0.3, 1e-14);
    EXPECT_NEAR(line.deviation, 0.1, 1e-14);
    const double expected = -0.5 * std::log(2 * pi) - std::log(0.1) - (4.0 / 2 + 4.0 / 2 + 0) / 3;
    EXPECT_NEAR(log_score(persons[0], Predictor::person_mean, line), expected, 1e-12);
}

TEST(prediction, an_exact_line_is_found_for_each_person_and_its_spread_is_half_a_step) {
    observe::Diary diary = noisy(2, 40);
    const std::vector<Forecast> forecasts = made_up::noise_forecasts(diary);
    for (std::size_t p = 0; p < 2; ++p) {
        for (std::size_t t = 0; t < 40; ++t) {
            diary.persons[p].values[2][t] = 0.1 + (p == 0 ? 0.8 : 0.4) * forecasts[p].threat[t];
        }
    }
    Target target = targets(diary).front();
    target.step = 0.02;
    const std::vector<Sample> persons = samples(diary, target, forecasts).persons;
    const std::vector<Line> own = fit(persons, target, Predictor::threat, Share::own);
    EXPECT_NEAR(own[0].slope[0], 0.8, 1e-12);
    EXPECT_NEAR(own[1].slope[0], 0.4, 1e-12);
    EXPECT_NEAR(own[0].intercept, 0.1, 1e-12);
    EXPECT_EQ(own[0].deviation, 0.01);
    const std::vector<Line> shared = fit(persons, target, Predictor::threat, Share::shared);
    EXPECT_EQ(shared[0].slope, shared[1].slope);
    EXPECT_GT(shared[0].slope[0], 0.4);
    EXPECT_LT(shared[0].slope[0], 0.8);
    EXPECT_NE(shared[0].intercept, shared[1].intercept);
}

TEST(prediction, a_forecast_that_hardly_varies_is_the_person_mean) {
    const observe::Diary diary = noisy(1, 40);
    std::vector<Forecast> forecasts = made_up::noise_forecasts(diary);
    for (std::size_t t = 0; t < 40; ++t) {
        forecasts[0].threat[t] = 0.5 + (t < 35 ? 1e-5 * static_cast<double>(t % 3) : 0.4);  // jumps when held out
    }
    const Target target = targets(diary).front();
    const std::vector<Sample> persons = samples(diary, target, forecasts).persons;
    const Line mean = fit(persons, target, Predictor::person_mean, Share::own).at(0);
    const Line flat = fit(persons, target, Predictor::threat, Share::own).at(0);
    EXPECT_EQ(flat.slope[0], 0);
    EXPECT_EQ(log_score(persons[0], Predictor::threat, flat), log_score(persons[0], Predictor::person_mean, mean));
}

TEST(prediction, nobody_is_predicted_beyond_the_scale) {
    Sample sample;
    sample.at_hand = {{0.0, 1.0}, {}, {}};
    const Line steep{0.5, {3.0}, 0.1};
    EXPECT_EQ(steep.at(sample, {last_value}, 1), 1);
    EXPECT_EQ((Line{0.5, {-3.0}, 0.1}.at(sample, {last_value}, 1)), 0);
}

TEST(prediction, what_is_held_out_changes_no_coefficient) {
    const observe::Diary diary = noisy(3, 40);
    observe::Diary other = diary;
    std::vector<Forecast> forecasts = made_up::noise_forecasts(diary);
    std::vector<Forecast> other_forecasts = forecasts;
    const Target target = targets(diary).front();
    const Samples before = samples(diary, target, forecasts);
    for (std::size_t p = 0; p < 3; ++p) {
        const std::size_t first_held = before.persons[p].moment[before.persons[p].held];
        for (std::size_t t = first_held; t < 40; ++t) {
            other.persons[p].values[2][t] = 1 - diary.persons[p].values[2][t];
            other.persons[p].values[0][t] = 0;
            other_forecasts[p].threat[t] = other_forecasts[p].protection[t] = 0.99;
        }
    }
    const Samples after = samples(other, target, other_forecasts);
    for (int i = 0; i < predictors; ++i) {
        for (const Share share : {Share::own, Share::shared}) {
            const auto a = fit(before.persons, target, static_cast<Predictor>(i), share);
            const auto b = fit(after.persons, target, static_cast<Predictor>(i), share);
            for (std::size_t p = 0; p < 3; ++p) {
                EXPECT_EQ(a[p].intercept, b[p].intercept) << predictor_names[static_cast<std::size_t>(i)];
                EXPECT_EQ(a[p].slope, b[p].slope);
                EXPECT_EQ(a[p].deviation, b[p].deviation);
            }
        }
    }
}

}  // namespace
}  // namespace nearness::infer
