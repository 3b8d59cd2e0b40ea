// Cues that a study names beside those of an encounter: "rain", "tone", "slept badly" (MODEL section 2, at most 16).
//
// SAYS   They match and predict as the others do: signals with σ_signal and a weight, contexts with σ_context. Encounters
//        never present them; recorded moments do. A template that never met a cue has no prototype there: the cue is
//        integrated out of its match until it does, and then the first value is the prototype.
// LIMITS values in [0, 1]; a cue is a signal or a context for a whole life.  CHECKED tests/memory/study_cues_test.cpp.
#pragma once

#include "nearness/base/math.hpp"

#include <array>
#include <cstdint>

namespace nearness::memory {

inline constexpr int most_study_cues = 16;

// A moment's. Bit i of a mask speaks of cue i.
template <class Real>
struct StudyCues {
    std::uint32_t known = 0;
    std::uint32_t signals = 0;
    std::array<Real, most_study_cues> value{};

    void add(int cue, const Real& at, bool signal) {
        value[static_cast<std::size_t>(cue)] = at;
        known |= 1U << cue;
        if (signal) signals |= 1U << cue;
    }
};

// What one template holds of them.
template <class Real>
struct StudyTemplate {
    std::uint32_t met = 0;      // cues it has a prototype for
    std::uint32_t signals = 0;  // those of them that are signals
    std::array<Real, most_study_cues> prototype{};
    std::array<Real, most_study_cues> weight{};

    template <class Visit>
    static void each(std::uint32_t mask, Visit&& visit) {
        for (std::size_t i = 0; mask != 0; mask >>= 1U, ++i) {
            if ((mask & 1U) != 0) visit(i);
        }
    }

    // log Π N(x; m, σ²φ) over the cues that the moment has and the template has met.
    Real log_density(const StudyCues<Real>& cues, const Real& spread, const Real& signal_width,
                     const Real& context_width) const {
        constexpr double half_log_two_pi = 0.918938533204672741780329736406;
        Real sum{};
        each(cues.known & met, [&](std::size_t i) {
            const Real& width = (cues.signals >> i & 1U) != 0 ? signal_width : context_width;
            const Real variance = math::square(width) * spread;
            sum -= half_log_two_pi + 0.5 * math::log(variance) +
                   math::square(cues.value[i] - prototype[i]) / (2.0 * variance);
        });
        return sum;
    }

    // What the study's signals add to w·x; one that is not known stands at what the template expects.
    Real expected_pain(const StudyCues<Real>& cues) const {
        Real sum{};
        each(cues.known & cues.signals, [&](std::size_t i) { sum += weight[i] * cues.value[i]; });
        each(signals & ~cues.known, [&](std::size_t i) { sum += weight[i] * prototype[i]; });
        return sum;
    }

    // `push` = q η δ, `drift` = q max(0.005, 1/(n + 1)). `takes_most`: this template has the largest share of the moment,
    // and so meets what is new in it; the others learn only about what they have met before.
    void learn(const StudyCues<Real>& cues, const Real& push, const Real& drift, bool takes_most) {
        if (takes_most) meet(cues);
        each(met & signals & ~cues.known, [&](std::size_t i) { weight[i] += push * prototype[i]; });
        each(met & signals & cues.known, [&](std::size_t i) { weight[i] += push * cues.value[i]; });
        each(met & cues.known, [&](std::size_t i) { prototype[i] += drift * (cues.value[i] - prototype[i]); });
    }

    void meet(const StudyCues<Real>& cues) {
        each(cues.known & ~met, [&](std::size_t i) { prototype[i] = cues.value[i]; });
        met |= cues.known;
        signals |= cues.known & cues.signals;
    }
};

}  // namespace nearness::memory
