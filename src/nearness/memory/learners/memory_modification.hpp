// Memory modification by latent causes, with hard assignment: the published local-map algorithm.
//
// SAYS   Every trial is put down to one cause, old or new. A cause is likelier the more recently and the more often it was
//        at work and the better it fits cues and outcome. What is learned goes to the causes that are believed in, and goes
//        on between trials: a short retrieval before extinction lets the old memory be revised instead of a new one formed.
// EQUATIONS (k runs over causes, s over past trials, z_s the cause of trial s; with those of causes.hpp)
//   (memory_modification.1) prior_k = Σ_s |t − t_s|^(−g) [z_s = k];  α for the first unused cause
//   (memory_modification.2) p_k ∝ prior_k × fit of the cues;  V = Σ p_k w_k·x;  response = Φ((V − θ)/λ)
//   (memory_modification.3) min(rounds, time to the next trial, rounded half up) times, 1 where no next trial is known:
//                           q_k ∝ p_k Normal(r; w_k·x, s_r), w_k += η x q_k (r − w_k·x)
//                           and with an amnestic ψ > 0 all w_k ×= (1 − q_k) ψ
//   (memory_modification.4) z = the k with the largest q_k
// UNITS  time in trials of the shortest interval (rounds are counted in it); weights in units of the outcome; s_x, s_r are
//        variances.
// DEFINED WHERE THE PUBLISHED PROGRAM IS NOT  α = 0: the first trial still makes a cause. Trials at the same time: the limit
//        of ever shorter intervals, only causes of that instant are possible. No round (time to the next below ½): the
//        trial is assigned by its cues. No outcome: the same, and no weight moves. All causes used: none is new.
// LIMITS at most 16 causes and 2,048 trials. The hard assignment jumps: derivatives hold between jumps.
// COST   a trial costs as much as there were trials before it. Lags that are small multiples of the first interval are
//        looked up.
// SOURCE Gershman, Monfils, Norman & Niv 2017 (eLife 6:e23763); defaults of their runs. ψ as in their program: a factor of
//        (1 − q_k) ψ, so that 1 is the mildest.
// CHECKED tests/learners/memory_modification_test.cpp: golden numbers, and a literal transcription.
#pragma once

#include "nearness/memory/learners/causes.hpp"
#include "nearness/memory/learners/lags.hpp"

namespace nearness::learners {

// What this learner and its soft version have in common.
template <class Real>
struct MemoryModificationParameters {
    Real concentration, persistence, rate, initial_weight, outcome_variance, cue_variance, threshold, softness;
    int rounds, causes;

    MemoryModificationParameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"memory_modification.concentration", "α", number, "", 0.1, 0, 100, log_normal,
                    "readiness to put a trial down to a new cause", "gershman2017", "prediction", Direction::down,
                    "in slow acquisition"},
              self.concentration);
        visit(Field{"memory_modification.persistence", "g", number, "", 1, 0.1, 2, log_normal,
                    "exponent of forgetting in the prior of a cause", "gershman2017", "prediction", Direction::down,
                    "in slow acquisition"},
              self.persistence);
        visit(Field{"memory_modification.rate", "η", number, "", 0.3, 0, 1, logit_normal,
                    "learning rate of the weights, each round", "gershman2017", "prediction", Direction::up,
                    "in acquisition"},
              self.rate);
        visit(Field{"memory_modification.initial_weight", "w0", number, "", 0, -100, 100, none,
                    "what a new cause expects of the outcome", "gershman2017", "prediction", Direction::up,
                    "on the first trial"},
              self.initial_weight);
        visit(Field{"memory_modification.outcome_variance", "s_r", number, "", 0.4, 1e-6, 100, log_normal,
                    "variance of the outcome under a cause", "gershman2017", "prediction", Direction::down,
                    "after extinction and a rest"},
              self.outcome_variance);
        visit(Field{"memory_modification.cue_variance", "s_x", number, "", 1, 1e-6, 100, log_normal,
                    "variance of the cues under a cause", "gershman2017", "prediction", Direction::down,
                    "in acquisition"},
              self.cue_variance);
        visit(Field{"memory_modification.threshold", "θ", number, "", 0.02, -100, 100, none,
                    "prediction at which a response is as likely as none", "gershman2017", "response", Direction::down,
                    "on the first trial"},
              self.threshold);
        visit(Field{"memory_modification.softness", "λ", number, "", 0.01, 1e-9, 100, log_normal,
                    "spread of the response around its threshold", "gershman2017", "response", Direction::up,
                    "on the first trial"},
              self.softness);
        visit(Field{"memory_modification.rounds", "", count, "", 3, 0, 100, none,
                    "most rounds of inference between two trials", "gershman2017", "prediction", Direction::up,
                    "in slow acquisition"},
              self.rounds);
        visit(Field{"memory_modification.causes", "K", count, "", 15, 1, most_causes, none,
                    "most causes that can be inferred", "gershman2017"},
              self.causes);
    }

    int rounds_until(double next) const {
        if (next < 0) return math::minimum(1, rounds);
        return next + 0.5 >= rounds ? rounds : static_cast<int>(next + 0.5);
    }
    Real respond(const Real& expected) const { return math::normal_cdf(Real((expected - threshold) / softness)); }
};

template <class Real>
struct MemoryModification {
    static constexpr std::string_view name = "memory-modification";
    static constexpr std::string_view title = "latent-cause memory modification 2017";
    using Number = Real;
    using Parameters = MemoryModificationParameters<Real>;
    using Derived = Basics<Parameters>;

    static constexpr Accepts accepts{.most_trials = Lags<Real>::most_trials};

    struct State {
        Causes<Real> causes;
        Lags<Real> lags;
        PerCause<Real> posterior{};  // q of the last trial
        int last = -1;               // its cause
    };

    struct Prediction {
        Real expected{};
        Real response{};
        int possible = 0;  // causes that were weighed, the new one last
        PerCause<Real> belief{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        State state;
        for (auto& weights : state.causes.weight) weights.fill(derived.parameters.initial_weight);
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Parameters& p = derived.parameters;
        Prediction predicted;
        predicted.belief = state.lags.recency(trial.time, p.persistence);
        const int used = state.causes.used;
        predicted.possible = math::minimum(used + 1, p.causes);
        const bool simultaneous = state.lags.any_at(trial.time);
        if (used < p.causes && !simultaneous) predicted.belief[used] = used == 0 ? Real(1) : p.concentration;
        const Mask cues = trial.known & derived.setting.cue_mask();
        const Mask present = trial.present() & cues;
        state.causes.weigh(predicted.belief, predicted.possible, trial, cues, p.cue_variance);
        for (int k = 0; k < predicted.possible; ++k) {
            predicted.expected += predicted.belief[k] * state.causes.expected(k, trial, present);
        }
        predicted.response = p.respond(predicted.expected);
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int outcome = derived.setting.cues;
        const Mask cues = trial.known & derived.setting.cue_mask();
        state.posterior = predicted.belief;
        const int rounds = contains(trial.known, outcome) ? p.rounds_until(trial.until_next) : 0;
        for (int round = 0; round < rounds; ++round) {
            state.posterior = state.causes.revise(predicted.belief, predicted.possible, trial, trial.present() & cues,
                                                  trial.value[outcome], p.outcome_variance, p.rate);
            if (trial.inhibition > 0) {
                state.causes.inhibit(state.posterior, p.causes, derived.setting.cues, trial.inhibition);
            }
        }
        state.last = likeliest(state.posterior, predicted.possible);
        state.causes.used = math::maximum(state.causes.used, state.last + 1);
        state.causes.take(state.last, trial, cues, Real(1));
        state.lags.add(trial.time, state.last, p.persistence);
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
            for (int d = 0; d < derived.setting.cues; ++d) {
                visit(shown::weight.at(k, d), state.causes.weight[k][d]);
                visit(shown::expected_cue.at(k, d), state.causes.expected_cue(k, d, derived.parameters.cue_variance));
            }
        }
        visit(shown::last_cause, Real(state.last + 1));
    }
};

static_assert(Learner<MemoryModification<double>>);

}  // namespace nearness::learners
