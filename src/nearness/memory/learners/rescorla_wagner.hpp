// Rescorla–Wagner: all cues of a trial share one prediction error.
//
// SAYS   What is already predicted teaches nothing. Cues that are there together compete, because the error of the whole
//        compound is what each of them learns from.
// EQUATIONS (i learns about j; x the values of the stimuli of a period; both of stimuli, cues and outcomes alike)
//   (rescorla_wagner.1) V_j = Σ_k x_k V_kj;  the prediction is V of the first outcome, from all cues of the trial
//   (rescorla_wagner.2) V_ij += α_i x_i β_j (λ_j x_j − V_j), β_j = rate_present where j is there, else rate_absent, and
//                       x_j = 0
// UNITS  associations in units of the outcome. LIMITS no time, no change of attention: no latent inhibition, no spontaneous
//        recovery. Bounded while Σ α β x² < 2.
// SOURCE Rescorla & Wagner 1972; over all pairs of stimuli and periods as calmr 0.8.0 does (associations.hpp).
// CHECKED tests/learners/rescorla_wagner_test.cpp: golden numbers, and the closed form.
#pragma once

#include "nearness/memory/learners/associations.hpp"

namespace nearness::learners {

template <class Real>
struct RescorlaWagner {
    static constexpr std::string_view name = "rescorla-wagner";
    static constexpr std::string_view title = "Rescorla–Wagner 1972";
    using Number = Real;

    struct Parameters {
        PerStimulus<Real> salience, rate_present, rate_absent, asymptote;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"rescorla_wagner.salience", "α", number, "", 0.4, 0, 1, logit_normal,
                        "how much a stimulus is noticed; of each stimulus, or of all", "rescorla1972", "prediction",
                        Direction::up, "in acquisition"},
                  self.salience);
            visit(Field{"rescorla_wagner.rate_present", "β_on", number, "", 0.4, 0, 1, logit_normal,
                        "how fast the presence of an outcome teaches", "rescorla1972", "prediction", Direction::up,
                        "in acquisition"},
                  self.rate_present);
            visit(Field{"rescorla_wagner.rate_absent", "β_off", number, "", 0.4, 0, 1, logit_normal,
                        "how fast the absence of an outcome teaches", "rescorla1972", "prediction", Direction::down,
                        "in extinction"},
                  self.rate_absent);
            visit(Field{"rescorla_wagner.asymptote", "λ", number, "", 1, 0, 100, log_normal,
                        "the association that an outcome of size 1 supports", "rescorla1972", "prediction",
                        Direction::up, "in acquisition"},
                  self.asymptote);
        }
    };

    using Derived = Basics<Parameters>;
    using State = Associations<Real>;

    struct Prediction {
        Real expected{};
        Real response{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }
    static State begin(const Derived&) { return {}; }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Setting& setting = derived.setting;
        const Real expected =
            summed(state, trial, trial.present() & setting.cue_mask(), setting.cues, setting.stimuli());
        return {expected, expected};
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream&) {
        const Parameters& p = derived.parameters;
        const int stimuli = derived.setting.stimuli();
        Period::each_of(trial, [&](const Period& period) {
            each(trial.known, [&](int j) {
                const Real expected = summed(state, trial, period.current, j, stimuli);
                const bool there = contains(period.predicted, j);
                const Real error = there ? p.asymptote[j] * trial.value[j] - expected : -expected;
                const Real push = (there ? p.rate_present[j] : p.rate_absent[j]) * error;
                each(period.current & ~(Mask{1} << j),
                     [&](int i) { state.at(i, j, stimuli) += p.salience[i] * trial.value[i] * push; });
            });
        });
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived&, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        show_associations(state, shown::association, derived.setting.stimuli(), visit);
    }
};

static_assert(Learner<RescorlaWagner<double>>);

}  // namespace nearness::learners
