// Associations of every stimulus with every other: what Rescorla–Wagner, Mackintosh and Pearce–Hall have in common.
//
// SAYS   Any stimulus can come to predict any other, not only an outcome. A trial has periods; in each, the stimuli that are
//        there learn about all stimuli, of which those of this period and of the next are "there" as what is predicted. In
//        the last period they learn about that period alone.
// LIMITS No stimulus predicts itself. A stimulus that was not recorded is neither learned about nor learned from.
// SOURCE the directional reading of these models in calmr 0.8.0 (Navarro), from its documentation and golden numbers.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

template <class Real>
struct Associations {
    std::array<Real, std::size_t{most_stimuli} * most_stimuli>
        strength{};  // rows of `stimuli` numbers, one a predictor

    Real& at(int from, int to, int stimuli) { return strength[from * stimuli + to]; }
    const Real& at(int from, int to, int stimuli) const { return strength[from * stimuli + to]; }
};

namespace shown {
inline constexpr Output association{"association", "V_ij", "what stimulus i makes expect of stimulus j",
                                    Index::stimulus, Index::stimulus};
}  // namespace shown

// One period of a trial: who learns, and what is there to be learned about.
struct Period {
    Mask current;    // x
    Mask predicted;  // current and next

    template <class Visit, class Real>
    static void each_of(const Trial<Real>& trial, Visit&& visit) {
        for (int p = 0; p < trial.periods; ++p) {
            const int next = p + 1 < trial.periods ? p + 1 : p;
            visit(Period{trial.period[p], trial.period[p] | trial.period[next]});
        }
    }
};

// Σ_k x_k V_k,to over `from`.
template <class Real>
Real summed(const Associations<Real>& associations, const Trial<Real>& trial, Mask from, int to, int stimuli) {
    Real sum{};
    each(from, [&](int k) { sum += trial.value[k] * associations.at(k, to, stimuli); });
    return sum;
}

template <class Real, class Visit>
void show_associations(const Associations<Real>& associations, const Output& family, int stimuli, Visit&& visit) {
    for (int i = 0; i < stimuli; ++i) {
        for (int j = 0; j < stimuli; ++j) visit(family.at(i, j), associations.at(i, j, stimuli));
    }
}

namespace shown {
inline constexpr Output associability{"associability", "α_i", "how much a stimulus is learned about from now on",
                                      Index::stimulus};
}  // namespace shown

template <class Real, class Visit>
void show_associabilities(const std::array<Real, most_stimuli>& associabilities, int stimuli, Visit&& visit) {
    for (int i = 0; i < stimuli; ++i) visit(shown::associability.at(i), associabilities[i]);
}

}  // namespace nearness::learners
