// Memory modification by latent causes, with soft assignment: every trial is shared among causes.
//
// SAYS   As memory_modification.hpp, but a trial belongs to each cause as far as that cause is believed in. Smooth where the
//        hard version jumps, and a trial costs the same however many were before it.
// EQUATIONS (with those of memory_modification.hpp)
//   (soft_memory_modification.1) prior_k = Σ_s q_sk (τ + t − t_s)^(−g);  α for a new cause, while one is left
//   (soft_memory_modification.2) after the rounds: q_new > ½ opens a cause, which starts from w0; else q_new is dropped and q
//                                made to add up to 1. N_k, the sums of cues and the recency of k each take q_k
//   The power law is a mixture of exponentials, within 1e-3 (memory/recency.hpp).
// TIES   q_new = ½ within 1e-12 opens none.
// DEFINED TOO  trials at the same time (τ > 0), α = 0, no outcome, no round: as in the hard version.
// LIMITS at most 16 causes; lags up to Setting::longest_lag. The opening of a cause jumps, and so does the number of rounds;
//        smooth in between. An amnestic ψ > 0 weakens all causes, as in the hard version.
// SOURCE after Gershman, Monfils, Norman & Niv 2017; the sharing and the shift τ are ours.
// CHECKED tests/learners/soft_memory_modification_test.cpp: a literal transcription that keeps all trials.
#pragma once

#include "nearness/memory/learners/memory_modification.hpp"
#include "nearness/memory/recency.hpp"

namespace nearness::learners {

template <class Real>
struct SoftMemoryModification {
    static constexpr std::string_view name = "soft-memory-modification";
    static constexpr std::string_view title = "latent-cause memory modification, soft";
    using Number = Real;

    struct Parameters : MemoryModificationParameters<Real> {
        Real shift;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            MemoryModificationParameters<Real>::describe(self, visit);
            visit(Field{"soft_memory_modification.shift", "τ", Quantity::number, "", 0.05, 1e-3, 100, Prior::log_normal,
                        "time that is added to every lag, so that the shortest counts finitely", design_choice,
                        "prediction", Direction::down, "in slow acquisition"},
                  self.shift);
        }
    };

    struct Derived : Basics<Parameters> {
        memory::Recency<Real> recency;
        Real unit;  // τ^(−g): the kernel at lag 0
    };

    template <class T>
    using PerNode = std::array<T, memory::most_nodes>;

    struct State {
        Causes<Real> causes;
        PerCause<PerNode<Real>> trace{};
        PerCause<Real> posterior{};
        double time = 0;
    };

    struct Prediction {
        Real expected{};
        Real response{};
        int possible = 0;
        PerCause<Real> belief{};
        PerNode<Real> kept{};  // what is left of the traces
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) {
        Derived derived{{parameters, setting}, {}, {}};
        derived.recency = memory::Recency<Real>::derive(parameters.persistence, parameters.shift, setting.longest_lag);
        derived.unit = math::pow(parameters.shift, Real(-parameters.persistence));
        return derived;
    }

    static State begin(const Derived& derived) {
        State state;
        for (auto& weights : state.causes.weight) weights.fill(derived.parameters.initial_weight);
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Parameters& p = derived.parameters;
        const int used = state.causes.used;
        Prediction predicted;
        const double lag = trial.time - state.time;
        for (int j = 0; j < derived.recency.nodes; ++j) {
            predicted.kept[j] = math::exp(Real(-derived.recency.rate[j] * lag));
        }
        for (int k = 0; k < used; ++k) {
            Real sum{};
            for (int j = 0; j < derived.recency.nodes; ++j) sum += state.trace[k][j] * predicted.kept[j];
            predicted.belief[k] = sum * derived.unit;
        }
        predicted.possible = math::minimum(used + 1, p.causes);
        if (used < p.causes) predicted.belief[used] = used == 0 ? Real(1) : p.concentration;
        const Mask cues = trial.known & derived.setting.cue_mask();
        state.causes.weigh(predicted.belief, predicted.possible, trial, cues, p.cue_variance);
        for (int k = 0; k < predicted.possible; ++k) {
            predicted.expected += predicted.belief[k] * state.causes.expected(k, trial, trial.present() & cues);
        }
        predicted.response = p.respond(predicted.expected);
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int outcome = derived.setting.cues;
        const int used = state.causes.used;
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
        if (used < p.causes) assign_new(state, used);
        // What a cause that was not opened has learned is dropped with it.
        for (int k = state.causes.used; k < p.causes; ++k) {
            for (int d = 0; d < outcome; ++d) state.causes.weight[k][d] = p.initial_weight;
        }
        for (int k = 0; k < state.causes.used; ++k) {
            state.causes.take(k, trial, cues, state.posterior[k]);
            for (int j = 0; j < derived.recency.nodes; ++j) {
                state.trace[k][j] =
                    state.trace[k][j] * predicted.kept[j] + state.posterior[k] * derived.recency.weight[j];
            }
        }
        state.time = trial.time;
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
    }

private:
    static void assign_new(State& state, int used) {
        constexpr double tie_within = 1e-12;
        const bool opens = used == 0 || math::primal(state.posterior[used]) > 0.5 + tie_within;
        const Real rest = 1.0 - state.posterior[used];
        for (int k = 0; k < used; ++k) state.posterior[k] = opens ? Real(0) : state.posterior[k] / rest;
        state.posterior[used] = Real(opens ? 1 : 0);
        if (opens) ++state.causes.used;
    }
};

static_assert(Learner<SoftMemoryModification<double>>);

}  // namespace nearness::learners
