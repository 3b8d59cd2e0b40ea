// Pearce–Hall: what surprised last time is learned about now.
//
// SAYS   Attention to a stimulus is how wrong the last trial with it was. Excitation grows with attention, not with error,
//        until the outcome is expected; what is expected and does not come builds inhibition beside it.
// EQUATIONS (i learns about j; x the values of the stimuli of a period)
//   (pearce_hall.1) e_j = Σ_k x_k (E_kj − I_kj);  δ_j = λ_j x_j − e_j, x_j = 0 where j is not there
//   (pearce_hall.2) E_ij += α_i x_i β_ex,j λ_j x_j   where δ_j > 0
//   (pearce_hall.3) I_ij += α_i x_i β_in,j |δ_j|     where δ_j < 0
//   (pearce_hall.4) α_i = θ_i Σ_{j≠i} γ_j |δ_j|, kept between its bounds; from errors as they were before, for stimuli that
//                   are there. A stimulus of the next period comes without attention: its α falls to the lower bound.
//   The prediction is e of the first outcome, from all cues of the trial.
// UNITS  associations in units of the outcome. LIMITS no time. A tie, |δ_j| < 1e-12 max(λ_j x_j, |e_j|), is no error, so that
//        the last bit does not decide between excitation and none. No derivative at δ_j = 0 and at the bounds of α.
// SOURCE Pearce & Hall 1980; Pearce, Kaye & Hall 1982, as calmr 0.8.0 computes it (PKH1982). Its documentation mixes the old α
//        with the new by θ; the program, and this, replaces it. With θ = 1 they agree.
// CHECKED tests/learners/pearce_hall_test.cpp: golden numbers, and first trials by hand.
#pragma once

#include "nearness/memory/learners/associations.hpp"

namespace nearness::learners {

namespace shown {
inline constexpr Output excitation{"excitation", "E_ij", "excitatory association from stimulus i to stimulus j",
                                   Index::stimulus, Index::stimulus};
inline constexpr Output inhibition{"inhibition", "I_ij", "inhibitory association from stimulus i to stimulus j",
                                   Index::stimulus, Index::stimulus};
}  // namespace shown

template <class Real>
struct PearceHall {
    static constexpr std::string_view name = "pearce-hall";
    static constexpr std::string_view title = "Pearce–Hall 1982";
    using Number = Real;

    struct Parameters {
        PerStimulus<Real> associability, least, most, rate_excitation, rate_inhibition, asymptote, attention_rate,
            relevance;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"pearce_hall.associability", "α", number, "", 0.4, 0, 1, logit_normal,
                        "attention to a stimulus at the start; of each stimulus, or of all", "pearce1980", "prediction",
                        Direction::up, "in acquisition"},
                  self.associability);
            visit(Field{"pearce_hall.least", "α_min", number, "", 0.1, 0, 1, logit_normal,
                        "attention to a stimulus that predicts without error", "navarro2025", "associability",
                        Direction::up, "in long acquisition"},
                  self.least);
            visit(Field{"pearce_hall.most", "α_max", number, "", 1, 0, 1, logit_normal,
                        "attention after the largest surprise", "navarro2025", "associability", Direction::up,
                        "after a huge outcome"},
                  self.most);
            visit(Field{"pearce_hall.rate_excitation", "β_ex", number, "", 0.4, 0, 1, logit_normal,
                        "how fast an outcome that is more than expected teaches", "pearce1982", "prediction",
                        Direction::up, "in acquisition"},
                  self.rate_excitation);
            visit(Field{"pearce_hall.rate_inhibition", "β_in", number, "", 0.3, 0, 1, logit_normal,
                        "how fast an outcome that is less than expected teaches", "pearce1982", "prediction",
                        Direction::down, "in extinction"},
                  self.rate_inhibition);
            visit(Field{"pearce_hall.asymptote", "λ", number, "", 1, 0, 100, log_normal,
                        "the association that an outcome of size 1 supports", "pearce1980", "prediction", Direction::up,
                        "in acquisition"},
                  self.asymptote);
            visit(Field{"pearce_hall.attention_rate", "θ", number, "", 1, 0, 1, logit_normal,
                        "attention that one unit of surprise gives", "pearce1982", "associability", Direction::up,
                        "in acquisition"},
                  self.attention_rate);
            visit(Field{"pearce_hall.relevance", "γ", number, "", 0.3, 0, 1, logit_normal,
                        "how much the surprise about a stimulus counts for attention", "navarro2025", "associability",
                        Direction::up, "in acquisition"},
                  self.relevance);
        }
    };

    using Derived = Basics<Parameters>;

    struct State {
        Associations<Real> excitation, inhibition;
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
        const Mask cues = trial.present() & setting.cue_mask();
        const Real expected = summed(state.excitation, trial, cues, setting.cues, setting.stimuli()) -
                              summed(state.inhibition, trial, cues, setting.cues, setting.stimuli());
        return {expected, expected, state.associability};
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int stimuli = derived.setting.stimuli();
        Period::each_of(trial, [&](const Period& period) {
            Real surprise{};                            // Σ_j γ_j |δ_j|
            std::array<Real, most_stimuli> own_part{};  // γ_i |δ_i|
            each(trial.known, [&](int j) {
                const Real expected = summed(state.excitation, trial, period.current, j, stimuli) -
                                      summed(state.inhibition, trial, period.current, j, stimuli);
                const Real goal = contains(period.predicted, j) ? p.asymptote[j] * trial.value[j] : Real(0);
                const Real error = goal - expected;
                own_part[j] = p.relevance[j] * math::absolute(error);
                surprise += own_part[j];
                const double size = math::primal(error);
                const double tie = tie_within * math::maximum(math::absolute(math::primal(goal)),
                                                              math::absolute(math::primal(expected)));
                if (math::absolute(size) <= tie) return;
                Associations<Real>& associations = size > 0 ? state.excitation : state.inhibition;
                const Real push = size > 0 ? p.rate_excitation[j] * goal : p.rate_inhibition[j] * math::absolute(error);
                each(period.current & ~(Mask{1} << j),
                     [&](int i) { associations.at(i, j, stimuli) += state.associability[i] * trial.value[i] * push; });
            });
            each(period.predicted, [&](int i) {
                const Real attention = contains(period.current, i)
                                           ? trial.value[i] * p.attention_rate[i] * (surprise - own_part[i])
                                           : Real(0);
                state.associability[i] = math::clip(attention, p.least[i], p.most[i]);
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
        show_associations(state.excitation, shown::excitation, derived.setting.stimuli(), visit);
        show_associations(state.inhibition, shown::inhibition, derived.setting.stimuli(), visit);
    }

private:
    static constexpr double tie_within = 1e-12;
};

static_assert(Learner<PearceHall<double>>);

}  // namespace nearness::learners
