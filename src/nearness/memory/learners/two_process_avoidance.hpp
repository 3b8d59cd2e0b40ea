// Two-process avoidance: a critic learns threat, an actor learns what relieved it.
//
// SAYS   A cue comes to predict harm; getting away from it is a relief, and relief strengthens getting away. Once it is
//        avoided the cue never meets the harm, nor its absence: fear is kept from extinction by the avoidance it drives.
// EQUATIONS (i runs over cues that are there; r the outcome; a avoidance: 1 made, 0 not made)
//   (two_process_avoidance.1) T = Σ_i x_i v_i;  π = logistic(b0 + Σ_i x_i m_i), 0 where avoidance is unavailable
//   (two_process_avoidance.2) harm met: r where a was recorded, r (1 − a) where a is the learner's own
//   (two_process_avoidance.3) δ = harm − T;  v_i += α x_i δ (1 − c a)
//   (two_process_avoidance.4) relief = T − harm − k a;  m_i += β x_i relief (a − π), where avoidance is available
//   An avoidance that is `free` is taken at its expectation, a = π, with a (a − π) of its mean, π (1 − π) times the relief
//   of avoiding less that of not avoiding; or drawn, as `action` says. The prediction is T, the response π.
// UNITS  threat in units of the outcome. LIMITS no time; one action. Smooth when expected. Bounded for r ≥ 0 and α Σ x² < 1
//        in T; preferences m are not.
// SOURCE Mowrer 1951; Moutoussis et al. 2008; Maia 2010, in the form of NEIGHBOURS (to verify): the share c that avoidance
//        protects from extinction is ours, after Lovibond et al. 2009.
// CHECKED tests/learners/two_process_avoidance_test.cpp: closed forms, and what avoidance prevents.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

enum class Action : int { expected, drawn };

template <class Real>
struct TwoProcessAvoidance {
    static constexpr std::string_view name = "two-process-avoidance";
    static constexpr std::string_view title = "two-process avoidance";
    using Number = Real;

    struct Parameters {
        Real threat_rate, action_rate, bias, effort, protection;
        Action action;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"two_process_avoidance.threat_rate", "α", number, "", 0.3, 0, 1, logit_normal,
                        "how fast threat is learned and unlearned", "maia2010", "prediction", Direction::up,
                        "in acquisition"},
                  self.threat_rate);
            visit(
                Field{"two_process_avoidance.action_rate", "β", number, "", 1, 0, 100, log_normal,
                      "how fast relief strengthens avoidance", "maia2010", "response", Direction::up, "in acquisition"},
                self.action_rate);
            visit(Field{"two_process_avoidance.bias", "b0", number, "", -2, -20, 20, none,
                        "readiness to avoid before any trial, as a logit", "maia2010", "response", Direction::up,
                        "on the first trial"},
                  self.bias);
            visit(Field{"two_process_avoidance.effort", "k", number, "", 0.05, 0, 100, log_normal,
                        "what avoiding costs, in units of the outcome", "maia2010", "response", Direction::down,
                        "in acquisition"},
                  self.effort);
            visit(Field{"two_process_avoidance.protection", "c", number, "", 1, 0, 1, logit_normal,
                        "how far avoidance keeps threat from being unlearned", "lovibond2009", "prediction",
                        Direction::up, "in extinction"},
                  self.protection);
            visit(Field{"two_process_avoidance.action", "", choice, "", 0, 0, 1, none,
                        "whether avoidance that was not recorded is taken at its expectation or drawn", design_choice,
                        "", Direction::up, "", "expected drawn"},
                  self.action);
        }
    };

    using Derived = Basics<Parameters>;

    struct State {
        std::array<Real, most_stimuli> threat{};
        std::array<Real, most_stimuli> preference{};
        Real avoided{};  // a of the last trial
    };

    struct Prediction {
        Real expected{};
        Real response{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }
    static State begin(const Derived&) { return {}; }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        Prediction predicted;
        Real drive = derived.parameters.bias;
        each(trial.present() & derived.setting.cue_mask(), [&](int i) {
            predicted.expected += trial.value[i] * state.threat[i];
            drive += trial.value[i] * state.preference[i];
        });
        predicted.response = trial.avoidance == Avoidance::unavailable ? Real(0) : math::logistic(drive);
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream& draws) {
        const Parameters& p = derived.parameters;
        const int outcome = derived.setting.cues;
        const bool free = trial.avoidance == Avoidance::free;
        const Real& chance = predicted.response;
        state.avoided = Real(trial.avoidance == Avoidance::made ? 1 : 0);
        if (free) {
            const bool drawn = draws.uniform(random::Purpose::strategy) < math::primal(chance);
            state.avoided = p.action == Action::expected ? chance : Real(drawn ? 1 : 0);
        }
        if (!contains(trial.known, outcome)) return;
        const Real& a = state.avoided;
        const Real harm = free ? trial.value[outcome] * (1.0 - a) : trial.value[outcome];
        const Real push = p.threat_rate * (harm - predicted.expected) * (1.0 - p.protection * a);
        Real lesson{};
        if (free && p.action == Action::expected) {
            lesson =
                chance * (1.0 - chance) * (trial.value[outcome] - p.effort);  // relief of one less relief of the other
        } else if (trial.avoidance != Avoidance::unavailable) {
            lesson = (predicted.expected - harm - p.effort * a) * (a - chance);
        }
        each(trial.present() & derived.setting.cue_mask(), [&](int i) {
            state.threat[i] += push * trial.value[i];
            state.preference[i] += p.action_rate * lesson * trial.value[i];
        });
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived&, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        for (int i = 0; i < derived.setting.cues; ++i) {
            visit(Output{"threat", "v_i", "threat that a cue predicts", Index::cue}.at(i), state.threat[i]);
            visit(Output{"preference", "m_i", "how strongly a cue calls for avoidance, as a logit", Index::cue}.at(i),
                  state.preference[i]);
        }
        visit(Output{"avoided", "a", "whether, or how likely, the trial before now was avoided"}, state.avoided);
    }
};

static_assert(Learner<TwoProcessAvoidance<double>>);

}  // namespace nearness::learners
