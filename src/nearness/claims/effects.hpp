// Numbers over persons, with intervals.
//
// EQUATIONS (x_i the first side of person i, y_i the other; means over persons with every number measured)
//   mean              x̄
//                     (mean, difference, standardised, ratio and share of several arms: of the arm that is furthest from
//                     what is claimed, so that a claim has to hold in each)
//   difference        mean of x_i − y_i: paired, the same draws in both arms
//   standardised      difference divided by the standard deviation of the measure in the reference population
//   ratio             x̄ / ȳ
//   share             of persons with x_i at or beyond a value, in percent of 1
//   correlation       Pearson's r of x with the second measure, over all persons of all arms together
//   rank_correlation  the same of their ranks, ties at their middle (Spearman)
//   slope             least squares of x on the second measure, over all persons of all arms together
//   ordered           the smallest step between the means of one arm and the next, in the order listed
//   explained         share of the variance of x, over persons and arms, that the second measure explains: r²
//   told_apart        leave-one-out accuracy of the worst-recognised arm, from all measures: each person goes to the arm
//                     whose mean is nearest in standard deviations within arms
//   mediated          share of the slope of x on the second measure that goes away when the mediator is held constant
// Intervals: 95 %, percentiles of 999 samples of persons drawn with replacement (whole persons, so that pairs stay
// together; Efron & Tibshirani 1993); for shares Wilson's. Draws are addressed by resample and place: nothing depends on
// threads. CHECKED tests/claims/effects_test.cpp, against closed forms.
#pragma once

#include "nearness/claims/claim.hpp"

#include <span>

namespace nearness::claims {

struct EffectText {
    std::string_view name;
    std::string_view says;
    bool compares = false;  // needs `against`
    bool relates = false;   // needs `with`
    bool several = false;   // wants more than one arm
};
inline constexpr std::array<EffectText, 12> effect_texts = {{
    {"mean", "the mean over persons", false, false, false},
    {"difference", "the mean difference within persons", true, false, false},
    {"standardised", "the mean difference in standard deviations of the reference population", true, false, false},
    {"ratio", "the ratio of two means", true, false, false},
    {"share", "the share of persons at or beyond a value", false, false, false},
    {"correlation", "the correlation over persons", false, true, false},
    {"rank_correlation", "the rank correlation over persons", false, true, false},
    {"slope", "the slope over persons and arms", false, true, false},
    {"ordered", "the smallest step from one arm to the next", false, false, true},
    {"explained", "the share of variance explained", false, true, false},
    {"told_apart", "the share recognised, of the arm recognised worst", false, false, true},
    {"mediated", "the share of a slope that goes through a mediator", false, true, false},
}};
inline const EffectText& text_of(Effect effect) { return effect_texts[static_cast<std::size_t>(effect)]; }

// The columns of an expectation's terms, each with one number a person.
using Column = std::vector<double>;

// Which of several arms counts: where more is claimed the least, where less is claimed the largest, where nothing is claimed
// to be there the one furthest from 0.
enum class Worst { least, largest, furthest };
Worst worst_for(const Bound& bound);

struct Sides {
    std::vector<const Column*> of{}, against{}, with{}, besides{};
    double spread = 1;  // of the reference population
    double beyond = 0;
    bool below = false;
    Worst worst = Worst::least;
};

// The number itself over the persons listed (who may be listed repeatedly). NaN when there is nothing to compute it from.
double effect_of(Effect effect, const Sides& sides, std::span<const int> persons);

struct Estimate {
    int persons = 0;  // with every number measured
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = value, high = value;
    double error = value;  // standard error
};
Estimate estimate(Effect effect, const Sides& sides, std::uint64_t seed);

// Wilson's 95 % interval of a proportion p of n (Wilson 1927).
void wilson(double p, double n, double& low, double& high);

// Persons in whom all columns hold a number.
std::vector<int> measured(const Sides& sides);

}  // namespace nearness::claims
