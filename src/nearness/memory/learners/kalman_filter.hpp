// The Kalman filter: Rescorla–Wagner that knows how sure it is.
//
// SAYS   A learner believes in a weight for every cue, and in how uncertain and how entangled the weights are. What is
//        uncertain is learned about fast. Cues that were met together are revised together, also one that is not there.
// EQUATIONS (w weights, P their covariance, x cues that are there, r the outcome)
//   (kalman_filter.1) P⁻ = P + q Δt I;  V = w·x;  s = x'P⁻x + σ²;  K = P⁻x/s
//   (kalman_filter.2) w += K (r − V);  P = P⁻ − K x'P⁻
//   Δt is the time since the last trial, 0 before the first. The response is V.
// UNITS  weights in units of the outcome; σ² and P squared; q in those per unit of time.
// LIMITS a trial without outcome teaches nothing, but time passes. Smooth throughout.
// SOURCE Dayan & Kakade 2001; Kruschke 2008; Gershman 2015.  CHECKED tests/learners/kalman_filter_test.cpp: the posterior of
//        a Bayesian regression, and one cue in closed form.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

template <class Real>
struct KalmanFilter {
    static constexpr std::string_view name = "kalman-filter";
    static constexpr std::string_view title = "Kalman filter";
    using Number = Real;

    struct Parameters {
        Real weight, prior_variance, diffusion, outcome_variance;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(
                Field{"kalman_filter.weight", "w0", number, "", 0, -100, 100, none, "weight of a cue before any trial",
                      "gershman2015", "prediction", Direction::up, "on the first trial"},
                self.weight);
            visit(Field{"kalman_filter.prior_variance", "P0", number, "", 1, 1e-9, 1e4, log_normal,
                        "uncertainty of a weight before any trial", "gershman2015", "prediction", Direction::up,
                        "in acquisition"},
                  self.prior_variance);
            visit(Field{"kalman_filter.diffusion", "q", number, "per unit of time", 0.01, 0, 100, log_normal,
                        "how fast weights are thought to drift", "gershman2015", "uncertainty", Direction::up,
                        "in acquisition"},
                  self.diffusion);
            visit(Field{"kalman_filter.outcome_variance", "σ²", number, "", 1, 1e-9, 1e4, log_normal,
                        "noise that is seen in outcomes", "gershman2015", "prediction", Direction::down,
                        "in acquisition"},
                  self.outcome_variance);
        }
    };

    using Derived = Basics<Parameters>;
    using Vector = std::array<Real, most_stimuli>;

    struct State {
        Vector weight{};
        std::array<Real, std::size_t{most_stimuli} * most_stimuli> covariance{};  // rows of as many as there are cues
        double time = 0;
        bool begun = false;
    };

    struct Prediction {
        Real expected{};
        Real response{};
        Real uncertainty{};  // x'P⁻x
        Real diffused{};     // q Δt
        Vector along{};      // P⁻x
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        const int cues = derived.setting.cues;
        State state;
        state.weight.fill(derived.parameters.weight);
        for (int i = 0; i < cues; ++i) state.covariance[i * cues + i] = derived.parameters.prior_variance;
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const int cues = derived.setting.cues;
        const Mask present = trial.present() & derived.setting.cue_mask();
        Prediction predicted;
        predicted.diffused = derived.parameters.diffusion * (state.begun ? trial.time - state.time : 0.0);
        each(present, [&](int j) {
            predicted.expected += trial.value[j] * state.weight[j];
            for (int i = 0; i < cues; ++i) predicted.along[i] += state.covariance[i * cues + j] * trial.value[j];
            predicted.along[j] += predicted.diffused * trial.value[j];
        });
        each(present, [&](int j) { predicted.uncertainty += trial.value[j] * predicted.along[j]; });
        predicted.response = predicted.expected;
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const int cues = derived.setting.cues;
        for (int i = 0; i < cues; ++i) state.covariance[i * cues + i] += predicted.diffused;
        state.time = trial.time;
        state.begun = true;
        if (!contains(trial.known, cues)) return;
        const Real share = 1.0 / (predicted.uncertainty + derived.parameters.outcome_variance);
        const Real push = share * (trial.value[cues] - predicted.expected);
        for (int i = 0; i < cues; ++i) {
            state.weight[i] += predicted.along[i] * push;
            const Real gain = predicted.along[i] * share;
            for (int j = 0; j < cues; ++j) state.covariance[i * cues + j] -= gain * predicted.along[j];
        }
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived& derived, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        visit(Output{"uncertainty", "x'Px", "variance of the prediction before the outcome"}, predicted.uncertainty);
        const Real share = 1.0 / (predicted.uncertainty + derived.parameters.outcome_variance);
        for (int i = 0; i < derived.setting.cues; ++i) {
            visit(Output{"associability", "K_i", "how far a unit of error moves the weight of a cue", Index::cue}.at(i),
                  Real(predicted.along[i] * share));
        }
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        const int cues = derived.setting.cues;
        for (int i = 0; i < cues; ++i) {
            visit(Output{"weight", "w_i", "what a cue makes expect of the outcome", Index::cue}.at(i), state.weight[i]);
            for (int j = 0; j < cues; ++j) {
                visit(Output{"covariance", "P_ij", "covariance of two weights", Index::cue, Index::cue}.at(i, j),
                      state.covariance[i * cues + j]);
            }
        }
    }
};

static_assert(Learner<KalmanFilter<double>>);

}  // namespace nearness::learners
