// Who the reference population is made of, and what the prior draws (MODEL section 15; CLAIMS.md).
//
// SAYS   People differ in everything the theory has a parameter for, and in their childhoods: half had a secure caregiver,
//        half one whose adversities are each Beta(1, 2). One standard deviation of this population is what standardised
//        effects are counted in. Identical persons who differ by luck alone would make every effect look large.
// EQUATIONS log-normal around the default with σ 0.25, or logit-normal with σ 0.5, clipped to the parameter's range;
//        Beta(1, 2) by its inverse: 1 − √(1 − u).
// SOURCE  design choice, in MODEL.md. CHECKED tests/claims/population_test.cpp, against the moments of the distributions.
#pragma once

#include "nearness/claims/lives.hpp"

namespace nearness::claims {

// Every parameter with a prior drawn around the value that it has. `draw` addresses whose parameters they are.
void draw_from_prior(life::Parameters<double>& parameters, std::uint64_t seed, std::uint32_t draw);

// Where a parameter with this value as its middle lies z standard deviations out; the value itself without a prior.
double prior_quantile(const Field& field, double middle, double z);

// A member of the reference population: parameters from the prior, and a caregiver in every chapter that has one.
void become_member(life::Scenario& scenario, std::uint64_t seed, std::uint32_t person);
Variation reference_population();

// Whether this member had a secure caregiver, and the five adversities, as drawn.
struct Upbringing {
    bool secure = false;
    std::array<double, 5> adversity{};  // unavailable, unpredictable, critical, enmeshed, harm
};
Upbringing upbringing_of(std::uint64_t seed, std::uint32_t person);

}  // namespace nearness::claims
