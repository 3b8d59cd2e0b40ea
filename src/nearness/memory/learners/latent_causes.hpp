// Latent causes of trials with binary features: the local-map algorithm.
//
// SAYS   Cues and outcome are features of a trial alike, produced by one hidden cause. How often a cause was at work makes it
//        likely; a trial that fits none well makes a new one. Nothing is unlearned: what extinction teaches is that another
//        cause is at work.
// EQUATIONS (k runs over causes, d over features: cues, then the outcome)
//   (latent_causes.1) prior_k ∝ N_k + s [k = z], z the last cause (the first, before any trial); α for the first cause whose
//                     prior is 0
//   (latent_causes.2) φ_kd = (B_kd + a)/(N_kd + a + b);  likelihood of x_d: x_d φ_kd + (1 − x_d)(1 − φ_kd)
//   (latent_causes.3) p_k ∝ prior_k × likelihood of the cues;  V = Σ_k p_k φ_k,outcome
//   (latent_causes.4) q_k ∝ p_k × likelihood of the outcome; z = the k with the largest q_k; its counts take the trial
//   N_k counts its trials, N_kd those with feature d recorded, B_kd those of them with the feature. The response is V.
// TIES   of (latent_causes.4) go to the first cause (causes.hpp). The published program leaves them to the last bit.
// ABSENCE  the published program puts a in the place of b for a feature that is absent, so that its probabilities do not
//        add up to 1 unless a = b. `published` does the same.
// DEFINED TOO  α = 0: one cause. All causes used: none is new. A feature between 0 and 1 is there to that degree.
// LIMITS at most 16 causes; no time. The assignment jumps: derivatives hold between jumps.
// SOURCE Gershman, Blei & Niv 2010; program of Gershman & Niv (LCM dd06cd9), defaults of it.
// CHECKED tests/learners/latent_causes_test.cpp: golden numbers, and a literal transcription.
#pragma once

#include "nearness/memory/learners/causes.hpp"

namespace nearness::learners {

enum class Absence : int { proper, published };

// Local map and particles have these in common.
template <class Real>
struct LatentCauseParameters {
    Real concentration, stickiness, prior_present, prior_absent;
    Absence absence;
    int causes;

    LatentCauseParameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"latent_causes.concentration", "α", number, "", 1, 0, 100, log_normal,
                    "readiness to put a trial down to a new cause", "gershman2010", "prediction", Direction::down,
                    "in acquisition"},
              self.concentration);
        visit(Field{"latent_causes.stickiness", "s", number, "", 0, 0, 100, none,
                    "readiness to put a trial down to the cause of the last", "gershman2010", "prediction",
                    Direction::up, "in acquisition"},
              self.stickiness);
        visit(Field{"latent_causes.prior_present", "a", number, "", 1, 1e-6, 100, log_normal,
                    "trials with a feature that a cause is thought to have had before any", "gershman2010",
                    "prediction", Direction::up, "on the first trial"},
              self.prior_present);
        visit(Field{"latent_causes.prior_absent", "b", number, "", 1, 1e-6, 100, log_normal,
                    "trials without a feature that a cause is thought to have had before any", "gershman2010",
                    "prediction", Direction::down, "on the first trial"},
              self.prior_absent);
        visit(Field{"latent_causes.absence", "", choice, "", 0, 0, 1, none,
                    "how absent features are weighed, which matters where a is not b", "gershman2010", "",
                    Direction::up, "", "proper published"},
              self.absence);
        visit(Field{"latent_causes.causes", "K", count, "", 10, 1, most_causes, none,
                    "most causes that can be inferred", "gershman2010"},
              self.causes);
    }
};

template <class Real>
struct LatentCauses {
    static constexpr std::string_view name = "latent-causes";
    static constexpr std::string_view title = "latent causes, local map";
    using Number = Real;
    static constexpr Accepts accepts{.cues_are_shares = true, .outcomes_are_shares = true};
    using Parameters = LatentCauseParameters<Real>;
    using Derived = Basics<Parameters>;

    struct State {
        CauseCounts<Real> causes;
        PerCause<std::array<Real, most_stimuli>> present{};  // φ, worked out anew where counts changed
        PerCause<Real> posterior{};
        int last = -1;
    };

    struct Prediction {
        Real expected{};
        Real response{};
        int possible = 0;  // causes up to the last that has a prior
        PerCause<Real> belief{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        const Parameters& p = derived.parameters;
        const Real before = p.prior_present / (p.prior_present + p.prior_absent);
        State state;
        for (int k = 0; k < p.causes; ++k) {
            for (int d = 0; d < derived.setting.stimuli(); ++d) state.present[k][d] = before;
        }
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Parameters& p = derived.parameters;
        Prediction predicted;
        predicted.possible = prior(state, p, predicted.belief);
        const Mask cues = trial.known & derived.setting.cue_mask();
        for (int k = 0; k < predicted.possible; ++k) {
            each(cues, [&](int d) { predicted.belief[k] *= likelihood(state, p, k, d, trial.value[d]); });
        }
        normalise(predicted.belief, predicted.possible);
        for (int k = 0; k < predicted.possible; ++k) {
            predicted.expected += predicted.belief[k] * state.present[k][derived.setting.cues];
        }
        predicted.response = predicted.expected;
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int outcome = derived.setting.cues;
        state.posterior = predicted.belief;
        if (contains(trial.known, outcome)) {
            for (int k = 0; k < predicted.possible; ++k) {
                state.posterior[k] *= likelihood(state, p, k, outcome, trial.value[outcome]);
            }
            normalise(state.posterior, predicted.possible);
        }
        state.last = likeliest(state.posterior, predicted.possible);
        const int z = state.last;
        state.causes.take(z, trial, trial.known, Real(1));
        each(trial.known, [&](int d) {
            state.present[z][d] = (state.causes.sum[z][d] + p.prior_present) /
                                  (state.causes.recorded[z][d] + p.prior_present + p.prior_absent);
        });
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived& derived, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        for (int k = 0; k < derived.parameters.causes; ++k) visit(shown::belief.at(k), predicted.belief[k]);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        for (int k = 0; k < derived.parameters.causes; ++k) {
            visit(shown::posterior.at(k), state.posterior[k]);
            visit(shown::strength.at(k), state.causes.strength[k]);
            for (int d = 0; d < derived.setting.stimuli(); ++d) {
                visit(Output{"feature", "φ_kd", "how likely a trial of cause k is to have cue or outcome d",
                             Index::cause, Index::stimulus}
                          .at(k, d),
                      state.present[k][d]);
            }
        }
        visit(shown::last_cause, Real(state.last + 1));
    }

private:
    // (latent_causes.1), up to a factor. Returns how many causes are possible.
    static int prior(const State& state, const Parameters& p, PerCause<Real>& prior) {
        int possible = 0;
        int free = -1;
        for (int k = 0; k < p.causes; ++k) {
            prior[k] = state.causes.strength[k];
            if (k == math::maximum(state.last, 0)) prior[k] += p.stickiness;
            if (math::primal(prior[k]) == 0) {
                if (free >= 0) break;  // causes are used in order: those that follow are free too
                free = k;
                prior[k] = state.last < 0 && k == 0 ? Real(1) : p.concentration;
            }
            possible = k + 1;
        }
        return possible;
    }

    // (latent_causes.2)
    static Real likelihood(const State& state, const Parameters& p, int k, int d, const Real& value) {
        const Real& present = state.present[k][d];
        Real absent = 1.0 - present;
        if (p.absence == Absence::published) {
            const Real& all = state.causes.recorded[k][d];
            absent = (all - state.causes.sum[k][d] + p.prior_present) / (all + p.prior_present + p.prior_absent);
        }
        return value * present + (1.0 - value) * absent;
    }
};

static_assert(Learner<LatentCauses<double>>);

}  // namespace nearness::learners
