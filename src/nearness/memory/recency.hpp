// Power-law recency in O(1) per moment (memory.1).
//
// SAYS   A moment counts in the prior of a template by how long ago it was: (1 + lag/τ0)^(−g). Summed literally this
//        costs one term for each past moment; here it is a mixture of exponentials, so a fixed set of traces suffices.
// EQUATION  (1 + s/τ0)^(−g) = τ0^g/Γ(g) ∫ λ^(g−1) e^(−λτ0) e^(−λs) dλ, trapezoid on log λ; the part below the smallest
//        node is one node λ = 0 of weight (λ_min τ0)^g/(g Γ(g)).                                             (memory.1)
// LIMITS relative error below 1e-3 for lags from 0 to `longest_lag`, g from 0.1 to 2.
// SOURCE The prior: Gershman, Monfils, Norman & Niv 2017 (eLife 6:e23763).  CHECKED in tests/memory/recency_test.cpp.
#pragma once

#include "nearness/base/math.hpp"
#include "nearness/base/problem.hpp"

#include <array>

namespace nearness::memory {

inline constexpr int most_nodes = 64;  // 40 for days and decades; more for a time scale of minutes

template <class Real>
struct Recency {
    int nodes = 0;
    std::array<Real, most_nodes> rate{};    // λ, per day
    std::array<Real, most_nodes> weight{};  // sum of all: 1 within 1e-3

    // persistence g; scale τ0 and longest_lag in days.
    static Recency derive(Real persistence, Real scale, double longest_lag) {
        // How many nodes there are, z and the largest λ are settled by the primal values; everything else keeps its
        // derivatives, the places of the nodes (which depend on τ0) too. A spacing of 0.5 on log λ makes the trapezoid
        // exact to 1e-8 inside.
        constexpr double spacing = 0.5;
        constexpr double share = 2e-4;  // each of the three truncations may cost this much
        const double g = math::primal(persistence);
        const double gamma_g = math::gamma(g);
        // Smallest node, as z = λ_min · (longest lag + τ0): the collapsed node ignores e^(−λs), a relative error of
        // z^(g+1)/((g+1)Γ(g)), and the trapezoid's end term one of g h² z^g/(12 Γ(g)).
        double z = 0.5;
        while (math::pow(z, g + 1) / ((g + 1) * gamma_g) > share ||
               g * spacing * spacing * math::pow(z, g) / (12 * gamma_g) > share) {
            z *= 0.8;
            if (z < 1e-8) break;
        }
        // Largest node: what lies above matters at lag 0 only, by about (M + 1) M^(g-1) e^(−M)/Γ(g).
        double largest = 4;
        while ((largest + 1) * math::pow(largest, g - 1) * math::exp(-largest) / gamma_g > share) largest += 0.25;

        const Real smallest = z / (longest_lag / scale + 1.0);  // λ in units of 1/τ0
        const Real start = math::log(smallest);
        Recency recency;
        recency.nodes = 2 + static_cast<int>((math::log(largest) - math::primal(start)) / spacing + 1.0);
        ensure(recency.nodes <= most_nodes, "the recency kernel needs more nodes than a person has room for");
        const Real constant = spacing / math::gamma(persistence);
        recency.rate[0] = Real(0);
        recency.weight[0] = math::pow(smallest, persistence) / (persistence * math::gamma(persistence));
        for (int j = 1; j < recency.nodes; ++j) {
            const Real lambda = math::exp(start + spacing * (j - 1));
            const auto at = static_cast<std::size_t>(j);
            recency.rate[at] = lambda / scale;
            recency.weight[at] = constant * math::pow(lambda, persistence) * math::exp(-lambda);
            if (j == 1) recency.weight[at] = recency.weight[at] * 0.5;
        }
        return recency;
    }
};

}  // namespace nearness::memory
