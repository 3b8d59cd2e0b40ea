// Mackintosh: attention goes to the best predictor.
//
// SAYS   Every cue learns from its own error, not from that of the compound. What competes is attention: a cue that
//        predicts better than the others together is attended to more, one that predicts worse is ignored.
// EQUATIONS (i learns about j; x the values of the stimuli of a period)
//   (mackintosh.1) V_ij += α_i x_i β_j (λ_j x_j − x_i V_ij), β_j by presence as in Rescorla–Wagner
//   (mackintosh.2) α_i += x_i θ_i Σ_j γ_j (|λ_j x_j − Σ_{k≠i} x_k V_kj| − |λ_j x_j − x_i V_ij|), kept between its bounds;
//                  from associations as they were before (mackintosh.1), for stimuli that are there
//   The prediction is Σ x_k V_k of the first outcome, from all cues of the trial.
// UNITS  associations in units of the outcome; associabilities without one. LIMITS no time. |…| and the bounds have kinks:
//        no derivative there.
// SOURCE Mackintosh 1975, with the attention rule and the pairs of stimuli of calmr 0.8.0 (associations.hpp).
// CHECKED tests/learners/mackintosh_test.cpp: golden numbers, and the closed form of one cue.
#pragma once

#include "nearness/memory/learners/associations.hpp"

namespace nearness::learners {

template <class Real>
struct Mackintosh {
    static constexpr std::string_view name = "mackintosh";
    static constexpr std::string_view title = "Mackintosh 1975";
    using Number = Real;

    struct Parameters {
        PerStimulus<Real> associability, least, most, rate_present, rate_absent, asymptote, attention_rate, relevance;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"mackintosh.associability", "α", number, "", 0.4, 0, 1, logit_normal,
                        "attention to a stimulus at the start; of each stimulus, or of all", "mackintosh1975",
                        "prediction", Direction::up, "in acquisition"},
                  self.associability);
            visit(Field{"mackintosh.least", "α_min", number, "", 0.1, 0, 1, logit_normal,
                        "attention that a poor predictor keeps", "navarro2025", "associability", Direction::up,
                        "of a blocked cue"},
                  self.least);
            visit(Field{"mackintosh.most", "α_max", number, "", 1, 0, 1, logit_normal,
                        "attention to the best of predictors", "navarro2025", "associability", Direction::up,
                        "in long acquisition"},
                  self.most);
            visit(Field{"mackintosh.rate_present", "β_on", number, "", 0.4, 0, 1, logit_normal,
                        "how fast the presence of an outcome teaches", "mackintosh1975", "prediction", Direction::up,
                        "in acquisition"},
                  self.rate_present);
            visit(Field{"mackintosh.rate_absent", "β_off", number, "", 0.4, 0, 1, logit_normal,
                        "how fast the absence of an outcome teaches", "mackintosh1975", "prediction", Direction::down,
                        "in extinction"},
                  self.rate_absent);
            visit(Field{"mackintosh.asymptote", "λ", number, "", 1, 0, 100, log_normal,
                        "the association that an outcome of size 1 supports", "mackintosh1975", "prediction",
                        Direction::up, "in acquisition"},
                  self.asymptote);
            visit(
                Field{"mackintosh.attention_rate", "θ", number, "", 0.2, 0, 1, logit_normal,
                      "how fast attention changes", "mackintosh1975", "associability", Direction::up, "in acquisition"},
                self.attention_rate);
            visit(Field{"mackintosh.relevance", "γ", number, "", 0.3, 0, 1, logit_normal,
                        "how much predicting a stimulus counts for attention", "navarro2025", "associability",
                        Direction::up, "in acquisition"},
                  self.relevance);
        }
    };

    using Derived = Basics<Parameters>;

    struct State {
        Associations<Real> associations;
        std::array<Real, most_stimuli> associability{};
    };

    struct Prediction {
        Real expected{};
        Real response{};
        std::array<Real, most_stimuli> associability{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        State state;
        state.associability = derived.parameters.associability.of;
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Setting& setting = derived.setting;
        const Real expected =
            summed(state.associations, trial, trial.present() & setting.cue_mask(), setting.cues, setting.stimuli());
        return {expected, expected, state.associability};
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int stimuli = derived.setting.stimuli();
        Period::each_of(trial, [&](const Period& period) {
            std::array<Real, most_stimuli> advantage{};  // Σ_j γ_j (error of the others − own error)
            each(trial.known, [&](int j) {
                const Real together = summed(state.associations, trial, period.current, j, stimuli);
                const bool there = contains(period.predicted, j);
                const Real goal = there ? p.asymptote[j] * trial.value[j] : Real(0);
                const Real rate = there ? p.rate_present[j] : p.rate_absent[j];
                each(period.current, [&](int i) {
                    Real& strength = state.associations.at(i, j, stimuli);
                    const Real own = trial.value[i] * strength;
                    const Real error = goal - own;
                    const Real error_of_others = goal - (together - own);
                    advantage[i] += p.relevance[j] * (math::absolute(error_of_others) - math::absolute(error));
                    if (i != j) strength += state.associability[i] * trial.value[i] * rate * error;
                });
            });
            each(period.current, [&](int i) {
                state.associability[i] =
                    math::clip(Real(state.associability[i] + trial.value[i] * p.attention_rate[i] * advantage[i]),
                               p.least[i], p.most[i]);
            });
        });
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived& derived, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        show_associabilities(predicted.associability, derived.setting.stimuli(), visit);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        show_associations(state.associations, shown::association, derived.setting.stimuli(), visit);
    }
};

static_assert(Learner<Mackintosh<double>>);

}  // namespace nearness::learners
