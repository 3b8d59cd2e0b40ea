// Temporal differences: within a trial, every moment predicts what comes from the next on.
//
// SAYS   A cue is a stream of moments. Each learns from how much better or worse the next moment is than it foresaw, so that
//        prediction travels back from the outcome to the first cue that announces it, and on to cues of that cue.
// EQUATIONS (p runs over periods; x_p holds a number for each cue and how many periods ago it came: a serial compound)
//   (temporal_difference.1) V_p = w·x_p, 0 after the last period;  r_p the outcome in period p
//   (temporal_difference.2) δ_p = r_(p+1) + γ V_(p+1) − V_p;  e = γ λ e + x_p;  w += α δ_p e
//   The prediction is V of the first period in which there is a cue; the response is the same.
// UNITS  outcome; one period is one step. LIMITS an outcome in the first period surprises nobody: nothing stands before it. A
//        step into a period whose outcome was not recorded teaches nothing. At most 8 periods; time between trials is none.
//        Linear, hence smooth; λ below 1 and small α keep it bounded.
// SOURCE Sutton & Barto 1990.  CHECKED tests/learners/temporal_difference_test.cpp: fixed points, and λ = 1 as Monte Carlo.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

template <class Real>
struct TemporalDifference {
    static constexpr std::string_view name = "temporal-difference";
    static constexpr std::string_view title = "temporal difference";
    using Number = Real;

    struct Parameters {
        Real rate, discount, trace;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"temporal_difference.rate", "α", number, "", 0.2, 0, 1, logit_normal,
                        "learning rate of each step", "sutton1990", "prediction", Direction::up, "in acquisition"},
                  self.rate);
            visit(Field{"temporal_difference.discount", "γ", number, "", 0.95, 0, 1, logit_normal,
                        "what an outcome counts one period away", "sutton1990", "prediction", Direction::up,
                        "of a distant outcome"},
                  self.discount);
            visit(Field{"temporal_difference.trace", "λ", number, "", 0.5, 0, 1, logit_normal,
                        "how much earlier moments learn from a later step", "sutton1990", "prediction", Direction::up,
                        "of a distant outcome"},
                  self.trace);
        }
    };

    using Derived = Basics<Parameters>;

    // By cue, and by how many periods ago it came.
    using Compound = std::array<std::array<Real, most_periods>, most_stimuli>;

    struct State {
        Compound weight{};
    };

    struct Prediction {
        Real expected{};
        Real response{};
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }
    static State begin(const Derived&) { return {}; }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Mask cues = derived.setting.cue_mask();
        int p = 0;
        while (p + 1 < trial.periods && (trial.period[p] & cues) == 0) ++p;
        const Real expected = value(state, trial, p, cues);
        return {expected, expected};
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream&) {
        const Parameters& q = derived.parameters;
        const Mask cues = derived.setting.cue_mask();
        const int outcome = derived.setting.cues;
        Compound eligibility{};
        for (int p = 0; p < trial.periods; ++p) {
            for (int i = 0; i < outcome; ++i) {
                for (int ago = 0; ago < most_periods; ++ago) eligibility[i][ago] *= q.discount * q.trace;
            }
            moments(trial, p, cues, [&](int i, int ago) { eligibility[i][ago] += trial.value[i]; });
            const bool last = p + 1 == trial.periods;
            // Without a recorded outcome nobody knows whether it came in the next period.
            if (!last && !contains(trial.known, outcome)) continue;
            const Real reward = !last && contains(trial.period[p + 1], outcome) ? trial.value[outcome] : Real(0);
            const Real next = last ? Real(0) : value(state, trial, p + 1, cues);
            const Real error = reward + q.discount * next - value(state, trial, p, cues);
            for (int i = 0; i < outcome; ++i) {
                for (int ago = 0; ago < most_periods; ++ago) {
                    state.weight[i][ago] += q.rate * error * eligibility[i][ago];
                }
            }
        }
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived&, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        for (int i = 0; i < derived.setting.cues; ++i) {
            for (int ago = 0; ago < most_periods; ++ago) {
                visit(Output{"weight", "w_ij", "what a cue makes expect, by how many periods ago it came", Index::cue,
                             Index::period}
                          .at(i, ago),
                      state.weight[i][ago]);
            }
        }
    }

private:
    // Calls visit(cue, periods ago) for every cue that has come by period p.
    template <class Visit>
    static void moments(const Trial<Real>& trial, int p, Mask cues, Visit&& visit) {
        Mask come = 0;
        for (int onset = 0; onset <= p; ++onset) {
            each(trial.period[onset] & cues & ~come, [&](int i) { visit(i, p - onset); });
            come |= trial.period[onset];
        }
    }

    static Real value(const State& state, const Trial<Real>& trial, int p, Mask cues) {
        Real sum{};
        moments(trial, p, cues, [&](int i, int ago) { sum += state.weight[i][ago] * trial.value[i]; });
        return sum;
    }
};

static_assert(Learner<TemporalDifference<double>>);

}  // namespace nearness::learners
