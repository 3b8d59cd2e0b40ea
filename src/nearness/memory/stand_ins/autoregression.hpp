// Protection that follows only itself: an autoregression of the first order.
//
// SAYS   On some days people keep their distance and on others they do not, and a day resembles the one before. Closeness,
//        warmth and history have nothing to do with it.
// EQUATIONS (one step an encounter; z and n standard normal)
//   (autoregression.1) z_t = φ z_(t−1) + √(1 − φ²) n_t, begun with a draw of its own
//   (autoregression.2) V(x) = clip(mean + spread z_t); between encounters as in the last one
// WHY    With mean θ and spread λ the alarm u = Φ((V − θ)/λ) is uniform over encounters when arousal has settled, and its
//        correlation from one to the next is (6/π) asin(φ/2), 0.95 φ at least: the defaults are those of body.threshold and
//        body.width. Protective use, a mean over beats, comes near it.
// LIMITS A step is an encounter, however far apart. V is the same at every closeness. On the typical path n = 0.
// SOURCE CLAIMS, R10; any text on time series.
// CHECKED tests/memory/stand_ins_test.cpp, tests/claims/stand_ins_test.cpp.
#pragma once

#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct Autoregression {
    static constexpr std::string_view name = "autoregression";
    static constexpr std::string_view title = "autoregression";
    using Number = Real;

    struct Parameters {
        Real mean, spread, persistence;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"autoregression.mean", "", number, "", 0.35, 0, 1, logit_normal, "predicted pain on average",
                        design_choice, "protective_use", Direction::up},
                  self.mean);
            visit(Field{"autoregression.spread", "", number, "", 0.06, 0, 1, log_normal,
                        "its standard deviation over encounters", design_choice},
                  self.spread);
            visit(Field{"autoregression.persistence", "φ", number, "", 0.5, 0, 1, logit_normal,
                        "its correlation from one encounter to the next", design_choice},
                  self.persistence);
        }
    };
    struct State {
        Real z{};
        bool begun = false;
    };

    static State begin(const Parameters&) { return {}; }
    static void about_to_meet(State& state, const Parameters& parameters, const random::Stream& draws, bool typical) {
        const double drawn = typical ? 0 : draws.normal(random::Purpose::activation);
        const Real& kept = parameters.persistence;
        state.z = state.begun ? Real(kept * state.z + math::sqrt(Real(1.0 - kept * kept)) * drawn) : Real(drawn);
        state.begun = true;
    }
    static Real predict(const State& state, const Parameters& parameters, const Sight<Real>&) {
        return parameters.mean + parameters.spread * state.z;
    }
};

static_assert(StandIn<Autoregression<double>>);

}  // namespace nearness::stand_ins
