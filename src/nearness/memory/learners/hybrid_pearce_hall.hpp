// Hybrid Pearce–Hall: an error-driven value whose learning rate is recent surprise.
//
// SAYS   The value of a cue is learned from prediction errors, as in Rescorla–Wagner; how fast, from how surprising its last
//        trials were, as in Pearce–Hall. Value and associability are two signals, and skin conductance may follow either.
// EQUATIONS (i runs over cues that are there; r the outcome)
//   (hybrid_pearce_hall.1) V = Σ_i x_i V_i;  δ = r − V;  V_i += κ α_i x_i δ
//   (hybrid_pearce_hall.2) α_i += η x_i (|δ| − α_i), from the δ of the same trial and α_i as it was for (1);  x_i at most 1
//   A = Σ x_i α_i/Σ x_i, the associability of the trial, 0 without cues; the response is (1 − m) V + m A.
// UNITS  V and α in units of the outcome. LIMITS no time. No derivative at δ = 0. Bounded for outcomes in [0, 1], κ ≤ 1 and
//        one cue.
// SOURCE Li, Schiller, Schoenbaum, Phelps & Daw 2011; Homan et al. 2019. Equations as summarised there, to verify. For
//        compounds the sum of values and the weighting of associabilities are ours.
// CHECKED tests/learners/hybrid_pearce_hall_test.cpp: a transcription for one cue, and limits.
#pragma once

#include "nearness/memory/learners/associations.hpp"

namespace nearness::learners {

template <class Real>
struct HybridPearceHall {
    static constexpr std::string_view name = "hybrid-pearce-hall";
    static constexpr std::string_view title = "hybrid Pearce–Hall 2011";
    using Number = Real;

    struct Parameters {
        Real rate, surprise_weight, value, associability, response_mix;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"hybrid_pearce_hall.rate", "κ", number, "", 0.5, 0, 1, logit_normal,
                        "how fast values are learned where associability is 1", "li2011", "prediction", Direction::up,
                        "in acquisition"},
                  self.rate);
            visit(Field{"hybrid_pearce_hall.surprise_weight", "η", number, "", 0.3, 0, 1, logit_normal,
                        "weight of the last surprise in the associability", "li2011", "associability", Direction::down,
                        "in acquisition"},
                  self.surprise_weight);
            visit(Field{"hybrid_pearce_hall.value", "V0", number, "", 0, -100, 100, none,
                        "value of a cue before any trial", "li2011", "prediction", Direction::up, "on the first trial"},
                  self.value);
            visit(Field{"hybrid_pearce_hall.associability", "α0", number, "", 1, 0, 100, log_normal,
                        "associability of a cue before any trial", "li2011", "prediction", Direction::up,
                        "in acquisition"},
                  self.associability);
            visit(Field{"hybrid_pearce_hall.response_mix", "m", number, "", 0, 0, 1, none,
                        "share of associability in the response; the rest is value", "homan2019", "response",
                        Direction::down, "in long acquisition"},
                  self.response_mix);
        }
    };

    using Derived = Basics<Parameters>;

    struct State {
        std::array<Real, most_stimuli> value{};
        std::array<Real, most_stimuli> associability{};
    };

    struct Prediction {
        Real expected{};
        Real response{};
        Real associability{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        State state;
        state.value.fill(derived.parameters.value);
        state.associability.fill(derived.parameters.associability);
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        Prediction predicted;
        Real total{};
        each(trial.present() & derived.setting.cue_mask(), [&](int i) {
            predicted.expected += trial.value[i] * state.value[i];
            predicted.associability += math::absolute(trial.value[i]) * state.associability[i];
            total += math::absolute(trial.value[i]);
        });
        if (math::primal(total) > 0) predicted.associability = predicted.associability / total;
        const Real& mix = derived.parameters.response_mix;
        predicted.response = (1.0 - mix) * predicted.expected + mix * predicted.associability;
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int outcome = derived.setting.cues;
        if (!contains(trial.known, outcome)) return;
        const Real error = trial.value[outcome] - predicted.expected;
        each(trial.present() & derived.setting.cue_mask(), [&](int i) {
            const Real there = math::minimum(Real(math::absolute(trial.value[i])), Real(1));
            state.value[i] += p.rate * state.associability[i] * trial.value[i] * error;
            state.associability[i] += p.surprise_weight * there * (math::absolute(error) - state.associability[i]);
        });
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived&, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        visit(Output{"associability", "A", "associability of the cues of the trial"}, predicted.associability);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        for (int i = 0; i < derived.setting.cues; ++i) {
            visit(Output{"value", "V_i", "what a cue makes expect of the outcome", Index::cue}.at(i), state.value[i]);
            visit(Output{"cue_associability", "α_i", "associability of a cue", Index::cue}.at(i),
                  state.associability[i]);
        }
    }
};

static_assert(Learner<HybridPearceHall<double>>);

}  // namespace nearness::learners
