// What is compared, and how well each predicts moments it was not fitted on.
//
// SAYS   Every predictor gets an intercept and a spread of its own for each person, and a slope for each thing it looks
//        at: the person's own slopes (`own`), or slopes that all persons share (`shared`), which short diaries need.
// EQUATIONS
//   y_pt ~ Normal(clip(intercept_p + slope·x_pt, 0, 1), sd_p²); score_p = mean over held-out t of log density
//   sd_p² = RSS_p/(fitted moments − coefficients of p's own), at least half a step of the target's scale
// LIMITS recorded answers are bounded and stepped, and the normal density knows neither; it is the same for all.
// CHECKED tests/infer/prediction_test.cpp.
#pragma once

#include "nearness/infer/sample.hpp"

#include <array>
#include <string_view>

namespace nearness::infer {

enum class Predictor {
    person_mean,
    autoregression,           // AR(1): the last recorded value
    autoregression_and_cues,  // ARX(1): and the cues that the model gets
    threat,                   // the model's expected pain, V
    protection,               // the model's mean protective activation
    threat_and_autoregression,
    protection_and_autoregression,
};

inline constexpr int predictors = 7;
inline constexpr std::array<std::string_view, predictors> predictor_names = {
    "person mean",           "AR(1)",          "ARX(1), the model's cues",
    "expected pain V",       "protective use", "expected pain V + AR(1)",
    "protective use + AR(1)"};

inline bool from_model(Predictor predictor) { return predictor >= Predictor::threat; }

enum class Share { own, shared };
inline constexpr std::array<std::string_view, 2> share_names = {"own", "shared"};

// What a predictor looks at, as columns of Sample::at_hand.
std::vector<int> looks_at(Predictor predictor, std::size_t columns_at_hand);

struct Line {
    double intercept = 0;
    std::vector<double> slope;  // in the order of looks_at
    double deviation = 0;       // sd

    double at(const Sample& sample, const std::vector<int>& columns, std::size_t row) const;
};

// A regressor must vary by this much beyond those before it, in root mean square on the scale [0, 1]: a tenth of a step
// of a 0 to 100 scale. Else it gets the slope 0.
inline constexpr double least_spread = 0.001;
// Least standard deviation where the scale is finer than 0 to 100.
inline constexpr double least_deviation = 0.005;

// One line a person. Only the first `fitted` moments of each sample are looked at.
std::vector<Line> fit(const std::vector<Sample>& persons, const Target& target, Predictor predictor, Share share);

double log_normal_density(double value, double mean, double deviation);

// Mean over a person's held-out moments.
double log_score(const Sample& sample, Predictor predictor, const Line& line);

}  // namespace nearness::infer
