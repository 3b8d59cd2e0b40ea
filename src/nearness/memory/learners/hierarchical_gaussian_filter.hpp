// The hierarchical Gaussian filter for binary outcomes.
//
// SAYS   A learner believes in a tendency towards the outcome, which drifts; how fast it drifts is believed in too, and
//        drifts. Surprise about the outcome moves the tendency by how uncertain it is, and surprise about the tendency
//        moves the belief in how volatile the world is.
// EQUATIONS (levels 1 to 3; ^ before the outcome; π = 1/σ precision)
//   (hierarchical_gaussian_filter.1) μ̂1 = logistic(μ2), σ̂1 = μ̂1 (1 − μ̂1);  v2 = e^(κ μ3 + ω2), v3 = e^ω3;  σ̂_i = σ_i + v_i
//   (hierarchical_gaussian_filter.2) δ1 = u − μ̂1;  π2 = π̂2 + σ̂1;  μ2 += δ1/π2
//   (hierarchical_gaussian_filter.3) w2 = v2 π̂2;  δ2 = (σ2 + (Δμ2)²) π̂2 − 1;  π3 = π̂3 + ½ κ² w2 (w2 + (2 w2 − 1) δ2);
//                                    μ3 += ½ κ w2 δ2/π3;  δ3 = (σ3 + (Δμ3)²) π̂3 − 1
//   The prediction is μ̂1; the response logistic(ζ logit μ̂1) of deciding for the outcome.
// UNITS  levels 2 and 3 on the logit and log scale; the outcome u in [0, 1].
// LIMITS one belief for all trials: cues are not told apart, and a trial without recorded outcome changes nothing. No time:
//        beliefs drift with trials that teach. Where π3 would not be positive, level 3 keeps its belief and gains no
//        precision (the published program stops there).
// SOURCE Mathys et al. 2011, 2014; its numbers in TAPAS 7155f99 (hgf_binary).
// CHECKED tests/learners/hierarchical_gaussian_filter_test.cpp: golden numbers, and limits.
#pragma once

#include "nearness/memory/learners/learner.hpp"

namespace nearness::learners {

template <class Real>
struct HierarchicalGaussianFilter {
    static constexpr std::string_view name = "hierarchical-gaussian-filter";
    static constexpr std::string_view title = "binary hierarchical Gaussian filter";
    using Number = Real;
    static constexpr Accepts accepts{.outcomes_are_shares = true};

    struct Parameters {
        Real tendency, volatility, tendency_variance, volatility_variance, coupling, drift, volatility_drift,
            decisiveness;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"hierarchical_gaussian_filter.tendency", "μ2", number, "", 0, -20, 20, none,
                        "tendency towards the outcome believed in at the start, as a logit", "mathys2011", "prediction",
                        Direction::up, "on the first trial"},
                  self.tendency);
            visit(Field{"hierarchical_gaussian_filter.volatility", "μ3", number, "", 1, -20, 20, none,
                        "volatility believed in at the start", "mathys2011", "prediction", Direction::up,
                        "in acquisition"},
                  self.volatility);
            visit(Field{"hierarchical_gaussian_filter.tendency_variance", "σ2", number, "", 1, 1e-6, 100, log_normal,
                        "uncertainty of the tendency at the start", "mathys2011", "prediction", Direction::up,
                        "in acquisition"},
                  self.tendency_variance);
            visit(Field{"hierarchical_gaussian_filter.volatility_variance", "σ3", number, "", 1, 1e-6, 100, log_normal,
                        "uncertainty of the volatility at the start", "mathys2011", "volatility", Direction::down,
                        "in long acquisition"},
                  self.volatility_variance);
            visit(Field{"hierarchical_gaussian_filter.coupling", "κ", number, "", 1, 0, 4, log_normal,
                        "how strongly volatility speeds the tendency's drift", "mathys2011", "prediction",
                        Direction::up, "in acquisition"},
                  self.coupling);
            visit(Field{"hierarchical_gaussian_filter.drift", "ω2", number, "", -2.5, -20, 4, none,
                        "log of the tendency's drift where volatility is 0", "mathys2011", "prediction", Direction::up,
                        "in acquisition"},
                  self.drift);
            visit(Field{"hierarchical_gaussian_filter.volatility_drift", "ω3", number, "", -6, -20, 4, none,
                        "log of the volatility's drift", "mathys2011", "volatility", Direction::up, "after a reversal"},
                  self.volatility_drift);
            visit(Field{"hierarchical_gaussian_filter.decisiveness", "ζ", number, "", 1, 0, 100, log_normal,
                        "how sharply the response follows the prediction", "mathys2011", "response", Direction::up,
                        "in acquisition"},
                  self.decisiveness);
        }
    };

    using Derived = Basics<Parameters>;

    struct State {
        Real tendency{}, volatility{};                                // μ2, μ3
        Real tendency_precision{}, volatility_precision{};            // π2, π3
        Real surprise{}, tendency_surprise{}, volatility_surprise{};  // δ1, δ2, δ3 of the last trial that taught
        Real share{};                                                 // w2
        Real precision_ratio{};                                       // ψ3
    };

    struct Prediction {
        Real expected{};
        Real response{};
        Real variance{};             // σ̂1
        Real tendency_variance{};    // σ̂2
        Real volatility_variance{};  // σ̂3
        Real tendency_drift{};       // v2
        Real volatility{};           // μ̂3
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) { return {parameters, setting}; }

    static State begin(const Derived& derived) {
        const Parameters& p = derived.parameters;
        State state;
        state.tendency = p.tendency;
        state.volatility = p.volatility;
        state.tendency_precision = 1.0 / p.tendency_variance;
        state.volatility_precision = 1.0 / p.volatility_variance;
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>&) {
        const Parameters& p = derived.parameters;
        Prediction predicted;
        predicted.expected = math::logistic(state.tendency);
        predicted.variance = predicted.expected * (1.0 - predicted.expected);
        predicted.response = math::logistic(Real(p.decisiveness * state.tendency));
        predicted.tendency_drift = math::exp(Real(p.coupling * state.volatility + p.drift));
        predicted.tendency_variance = 1.0 / state.tendency_precision + predicted.tendency_drift;
        predicted.volatility = state.volatility;
        predicted.volatility_variance = 1.0 / state.volatility_precision + math::exp(p.volatility_drift);
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction& predicted,
                      const random::Stream&) {
        const int outcome = derived.setting.cues;
        if (!contains(trial.known, outcome)) return;
        const Real& coupling = derived.parameters.coupling;
        state.surprise = trial.value[outcome] - predicted.expected;
        const Real before = 1.0 / predicted.tendency_variance;  // π̂2
        state.tendency_precision = before + predicted.variance;
        const Real step = state.surprise / state.tendency_precision;
        state.tendency += step;

        state.share = predicted.tendency_drift * before;
        state.tendency_surprise = (1.0 / state.tendency_precision + math::square(step)) * before - 1.0;
        const Real volatility_before = 1.0 / predicted.volatility_variance;  // π̂3
        const Real gain = 0.5 * math::square(coupling) * state.share *
                          (state.share + (2.0 * state.share - 1.0) * state.tendency_surprise);
        state.volatility_precision = volatility_before + gain;
        Real volatility_step = 0.5 * coupling * state.share * state.tendency_surprise / state.volatility_precision;
        if (math::primal(state.volatility_precision) <= 0) {
            state.volatility_precision = volatility_before;
            volatility_step = Real(0);
        }
        state.volatility += volatility_step;
        state.precision_ratio = before / state.volatility_precision;
        state.volatility_surprise =
            (1.0 / state.volatility_precision + math::square(volatility_step)) * volatility_before - 1.0;
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived&, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        visit(Output{"uncertainty", "σ̂2", "uncertainty of the tendency before the outcome"},
              predicted.tendency_variance);
        visit(Output{"expected_variance", "σ̂1", "variance of the outcome that is expected"}, predicted.variance);
        visit(Output{"volatility_uncertainty", "σ̂3", "uncertainty of the volatility before the outcome"},
              predicted.volatility_variance);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        visit(Output{"tendency", "μ2", "the tendency towards the outcome, as a logit"}, state.tendency);
        visit(Output{"volatility", "μ3", "the volatility believed in"}, state.volatility);
        visit(Output{"tendency_variance", "σ2", "uncertainty of the tendency"}, Real(1.0 / state.tendency_precision));
        visit(Output{"volatility_variance", "σ3", "uncertainty of the volatility"},
              Real(1.0 / state.volatility_precision));
        visit(Output{"surprise", "δ1", "outcome less prediction"}, state.surprise);
        visit(Output{"tendency_surprise", "δ2", "surprise about the tendency"}, state.tendency_surprise);
        visit(Output{"volatility_surprise", "δ3", "surprise about the volatility"}, state.volatility_surprise);
        visit(Output{"drift_share", "w2", "share of drift in the uncertainty of the tendency"}, state.share);
        visit(Output{"precision_ratio", "ψ3",
                     "precision of the tendency before the outcome, over that of the volatility"},
              state.precision_ratio);
        visit(
            Output{"volatility_rate", "½κw2/π3", "how far a unit of surprise about the tendency moves the volatility"},
            Real(0.5 * derived.parameters.coupling * state.share / state.volatility_precision));
    }
};

static_assert(Learner<HierarchicalGaussianFilter<double>>);

}  // namespace nearness::learners
