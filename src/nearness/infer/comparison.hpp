// The diary comparison: what the model predicted beside plain statistics, for every target and arm.
//
// SAYS   Nothing of the theory is fitted. The model may lose, possibly in sign; the numbers are reported as they are.
// CHECKED tests/infer/comparison_test.cpp and, on recorded diaries, tests/infer/recorded_diaries_test.cpp.
#pragma once

#include "nearness/engine/collection.hpp"
#include "nearness/infer/over_persons.hpp"
#include "nearness/infer/prediction.hpp"

namespace nearness::infer {

// How something goes with the target from moment to moment within a person, before any fitting.
struct Association {
    std::string with;  // "expected pain V", "protective use", "last value", or a cue
    bool model = false;
    Correlation correlation;
};

// Log score on held-out moments: means over persons.
struct Score {
    Predictor predictor = Predictor::person_mean;
    Share share = Share::own;
    Estimate score;
    Estimate beyond_mean;               // less that of the person's mean, paired
    Estimate beyond_autoregression;     // less that of AR(1) with the same kind of slopes, paired
    double better_than_mean = unknown;  // share of persons
};

struct TargetComparison {
    std::size_t arm = 0;
    Target target;
    int persons = 0, too_few = 0, unvarying = 0, not_numbers = 0;
    int moments = 0, held_out = 0;
    std::vector<Association> associations;  // the model's two first
    std::vector<Score> scores;              // predictors in order with own slopes, then with shared ones

    const Score& find(Predictor predictor, Share share) const;
};

struct Comparison {
    std::vector<std::string> arms;
    std::size_t persons = 0;                // of the diary, who were lived: all of them unless fewer were asked for
    std::vector<TargetComparison> results;  // target by target, arms within
};

struct ArmForecast {
    std::string arm;
    std::vector<Forecast> persons;
};

// The model's predictions in each arm's first diary chapter. An arm that differs only after that chapter lived it as
// written, and is left out.
std::vector<ArmForecast> forecasts_of(const engine::Collection& collection);

Comparison compare(const observe::Diary& diary, const std::vector<ArmForecast>& arms);

}  // namespace nearness::infer
