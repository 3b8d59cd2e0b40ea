// Reflection: slow, light, reaching only what can be told, and offline as arousal rises.
//
// EQUATIONS (MODEL section 5)
//   (mind.1) R += (1 − e^(−Δ/τ_r)) (insight·e(x)·(1 − a) − R),  e(x) = Σ_k p_k e_k/n_k + p_new
//   (mind.2) reported expectation = (1 − insight·e)·V + insight·e·h,  h += 0.1 (pain − h) per encounter with that other
//   talk (a session): insight += η_ins (1 − insight)
// CONTESTED whether insight fails to reach bodily threat: instruction reverses it for simple cues (ρ = 1 shows that).
// CHECKED tests/mind/reflection_test.cpp.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/base/math.hpp"

namespace nearness::mind {

inline constexpr double first_expectation = 0.1;  // h towards someone new

template <class Real>
struct Parameters {
    Real reflection_time, insight_authority;

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"mind.reflection_time", "τ_r", seconds, "s", 180, 1, 1e5, log_normal, "time constant of reflection",
                    design_choice, "reflection", Direction::down, "with insight"},
              self.reflection_time);
        visit(Field{"mind.insight_authority", "ρ", number, "", 0.05, 0, 1, logit_normal,
                    "how far reflection lowers the alarm", "brouzos2021", "protective_use", Direction::down,
                    "with insight"},
              self.insight_authority);
    }
};

template <class Real>
struct State {
    Real insight{};
};

template <class Real>
struct Reflection {
    using Parameters = mind::Parameters<Real>;

    static Real step(const Parameters& parameters, double beat) {
        return 1.0 - math::exp(-beat / parameters.reflection_time);
    }

    // insight·e(x)·(1 − a): what reflection tends to, and what reappraisal runs on (body/race.hpp). `Value`, here and
    // below, is Real, or several persons' at once.
    template <class Value>
    [[gnu::always_inline]] static Value drive(const Value& insight, const Value& telling, const Value& arousal) {
        return insight * telling * (1.0 - arousal);
    }

    // (mind.1)
    template <class Value>
    [[gnu::always_inline]] static Value advance(const Value& reflection, const Value& drive, const Real& step) {
        return reflection + step * (drive - reflection);
    }

    // (mind.2)
    static Real reported(const Real& insight, const Real& telling, const Real& predicted, const Real& expectation) {
        const Real told = insight * telling;
        return (1.0 - told) * predicted + told * expectation;
    }

    static Real expect(const Real& expectation, const Real& pain) { return expectation + 0.1 * (pain - expectation); }

    static void talk(State<Real>& state, const Real& insight_rate) {
        state.insight += insight_rate * (1.0 - state.insight);
    }
};

}  // namespace nearness::mind
