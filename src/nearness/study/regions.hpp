// How much of the parameter space agrees with a claim, and which parameters decide.
//
// EQUATIONS (draws d = 1 … D from the prior, in each of which everybody has the same parameters; v_e,d the value of
//   expectation e, s_e,d its standard error over the persons of the draw, m_e,d its distance inside the bound)
//   share        of the draws in which every expectation is inside its bound, by its value
//   corrected    the same of v* = v̄ + √max(0, 1 − mean s²/var v)·(v − v̄): values spread by sampling alone would count draws
//                on the wrong side of a bound (Louis 1984: shrunk so that their spread is that of what they estimate)
//   interval     Wilson's, of the corrected share
//   decides      |Spearman's r| of a parameter, over draws, with the margin of the claim: the smallest over expectations of
//                m_e,d / sd_d(m_e,d)
// LIMITS one parameter at a time: what only two together decide is not seen; maps show pairs.
// CHECKED tests/study/regions_test.cpp.
#pragma once

#include "nearness/study/sweep.hpp"

namespace nearness::study {

// Keys of the parameters that have a prior.
const std::vector<std::string>& swept_keys();

// Draws number 0 … count − 1 of the prior. A draw's number is its name.
std::vector<Planned> draws(int count, std::uint64_t seed);

// A grid over two parameters, each from −2 to 2 standard deviations of its prior around the default.
struct Axis {
    std::string key;
    std::vector<double> values;      // where an arm has the default
    std::vector<double> deviations;  // of the prior, around what an arm has
};
Axis axis_of(const std::string& key, int points);
std::vector<Planned> grid(const Axis& x, const Axis& y);

struct Decider {
    std::string key;
    double correlation = 0;  // of the parameter with the claim's margin: more of it helps the claim, or hurts
};

struct Region {
    int draws = 0;
    double share = 0, corrected = 0, low = 0, high = 0;
    std::vector<Decider> deciders;  // all parameters, the most decisive first
};

// Of one claim, `index` in the sweep's list.
Region region_of(const claims::Claim& claim, std::size_t index, const std::vector<Run>& runs);

}  // namespace nearness::study
