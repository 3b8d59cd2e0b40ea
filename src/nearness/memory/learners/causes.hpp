// Latent causes of trials with real-valued cues: what each remembers, how well a trial fits it, which one takes it.
//
// EQUATIONS (k runs over causes, d over cues that were recorded)
//   (causes.1) x_d | k ~ Normal(m_kd, ν_kd),  m_kd = Σ x_d/(N_kd + s_x),  ν_kd = s_x/(N_kd + s_x) + s_x
//   (causes.2) outcome | k ~ Normal(w_k·x, s_r);  q_k ∝ p_k Normal(r; w_k·x, s_r)
//   N_kd counts the trials of cause k on which cue d was recorded: without missing cues, its trials.
// TIES   Of causes whose beliefs differ by less than 1e-12 the first takes the trial.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

inline constexpr int most_causes = 16;

template <class Real>
using PerCause = std::array<Real, most_causes>;

namespace shown {
inline constexpr Output belief{"belief", "p_k", "how likely cause k is, before the outcome", Index::cause};
inline constexpr Output posterior{
    "posterior", "q_k", "how likely cause k is, after the outcome of the last trial", Index::cause, Index::none, true};
inline constexpr Output strength{"strength", "N_k", "trials that were assigned to cause k", Index::cause};
inline constexpr Output weight{"weight", "w_ki", "what cause k expects of the outcome where cue i is 1", Index::cause,
                               Index::cue};
inline constexpr Output expected_cue{"expected_cue", "m_ki", "what cause k expects of cue i", Index::cause, Index::cue};
inline constexpr Output last_cause{
    "cause", "z", "the cause of the last trial, counted from 1 (0 before any)", Index::none, Index::none, true};
}  // namespace shown

// The first cause whose belief is the largest, up to a tie.
template <class Real>
int likeliest(const PerCause<Real>& beliefs, int causes) {
    constexpr double tie_within = 1e-12;
    int best = 0;
    for (int k = 1; k < causes; ++k) {
        if (math::primal(beliefs[k]) > math::primal(beliefs[best]) + tie_within) best = k;
    }
    return best;
}

template <class Real>
void normalise(PerCause<Real>& beliefs, int causes) {
    Real total{};
    for (int k = 0; k < causes; ++k) total += beliefs[k];
    const Real share = 1.0 / total;
    for (int k = 0; k < causes; ++k) beliefs[k] *= share;
}

// What each cause has had to do with.
template <class Real>
struct CauseCounts {
    template <class T>
    using PerStimulusOf = std::array<T, most_stimuli>;

    PerCause<Real> strength{};                 // N_k
    PerCause<PerStimulusOf<Real>> recorded{};  // N_kd
    PerCause<PerStimulusOf<Real>> sum{};       // Σ x_d

    // `share` of a trial goes to cause k.
    void take(int k, const Trial<Real>& trial, Mask cues, const Real& share) {
        strength[k] += share;
        each(cues, [&](int d) {
            recorded[k][d] += share;
            sum[k][d] += share * trial.value[d];
        });
    }
};

// Causes that expect cues of any size and predict the outcome by weights.
template <class Real>
struct Causes : CauseCounts<Real> {
    int used = 0;
    PerCause<std::array<Real, most_stimuli>> weight{};  // w_k

    // Σ_d log Normal(x_d; m_kd, ν_kd), up to a constant.
    Real log_fit(int k, const Trial<Real>& trial, Mask cues, const Real& cue_variance) const {
        Real distance{};
        Real variances(1.0);
        each(cues, [&](int d) {
            const Real scale = 1.0 / (this->recorded[k][d] + cue_variance);
            const Real variance = cue_variance * scale + cue_variance;
            distance += math::square(trial.value[d] - this->sum[k][d] * scale) / variance;
            variances *= variance;
        });
        return -0.5 * (distance + math::log(variances));
    }

    // m_kd
    Real expected_cue(int k, int d, const Real& cue_variance) const {
        return this->sum[k][d] / (this->recorded[k][d] + cue_variance);
    }

    // p_k ∝ prior_k × fit, over the first `causes`; `beliefs` holds the prior and becomes the belief.
    void weigh(PerCause<Real>& beliefs, int causes, const Trial<Real>& trial, Mask cues,
               const Real& cue_variance) const {
        PerCause<Real> fit;
        double top = -math::infinity;
        for (int k = 0; k < causes; ++k) {
            if (math::primal(beliefs[k]) == 0) continue;
            fit[k] = log_fit(k, trial, cues, cue_variance);
            top = math::maximum(top, math::primal(fit[k]));
        }
        for (int k = 0; k < causes; ++k) {
            if (math::primal(beliefs[k]) != 0) beliefs[k] *= math::exp(fit[k] - top);
        }
        normalise(beliefs, causes);
    }

    Real expected(int k, const Trial<Real>& trial, Mask present) const {
        Real sum_of_cues{};
        each(present, [&](int d) { sum_of_cues += weight[k][d] * trial.value[d]; });
        return sum_of_cues;
    }

    // One round of (causes.2) and of learning: returns q over the first `causes`, and moves their weights by it.
    PerCause<Real> revise(const PerCause<Real>& beliefs, int causes, const Trial<Real>& trial, Mask present,
                          const Real& outcome, const Real& outcome_variance, const Real& rate) {
        PerCause<Real> error{};
        PerCause<Real> taken{};
        double least = math::infinity;
        for (int k = 0; k < causes; ++k) {
            error[k] = outcome - expected(k, trial, present);
            if (math::primal(beliefs[k]) > 0) least = math::minimum(least, math::square(math::primal(error[k])));
        }
        const Real precision = 0.5 / outcome_variance;
        for (int k = 0; k < causes; ++k) {
            if (math::primal(beliefs[k]) > 0) {
                taken[k] = beliefs[k] * math::exp((least - math::square(error[k])) * precision);
            }
        }
        normalise(taken, causes);
        for (int k = 0; k < causes; ++k) {
            const Real push = rate * taken[k] * error[k];
            each(present, [&](int d) { weight[k][d] += push * trial.value[d]; });
        }
        return taken;
    }

    // An amnestic treatment spares what took the trial least.
    void inhibit(const PerCause<Real>& taken, int causes, int cues, double inhibition) {
        for (int k = 0; k < causes; ++k) {
            const Real kept = (1.0 - taken[k]) * inhibition;
            for (int d = 0; d < cues; ++d) weight[k][d] *= kept;
        }
    }
};

}  // namespace nearness::learners
