// Parts: protectors that come to trust, or do not.
//
// SAYS   Met with curiosity, a protector learns to stand down; pressed, it holds on and the guard goes up. What is
//        guarded can be reached only as far as its protectors allow.
// EQUATIONS (MODEL section 7)
//   session: trust_s += η_trust ω_s curiosity (1 − trust_s) − η_press pressure trust_s,  ω_s = min(1, 5 softmax(βQ)_s)
//   session: guard += η_press pressure (1 − guard) − 0.3 curiosity guard
//   pursuit: guard += η_pursue pursue mean A (1 − guard) per encounter;  guard decays with τ_guard
//   hurt:    trust of the one on duty × (1 − 0.3 external pain)
//   access = Σ_s softmax(βQ)_s (ξ0 + (1 − ξ0) trust_s)
// NOVEL  no published formal model of parts work was found; the evidence for the therapy is one small trial.
// CHECKED tests/protection/parts_test.cpp.
#pragma once

#include "nearness/protection/repertoire.hpp"

namespace nearness::protection {

template <class Real>
struct Parts {
    using State = protection::State<Real>;

    static void session(State& state, const PerStrategy<Real>& preference, const Real& trust_rate,
                        const Real& pressure_rate, double curiosity, double pressure) {
        for (int s = 0; s < strategies; ++s) {
            const Real reached = math::minimum(Real(1), 5.0 * preference[s]);
            Real& trust = state.trust[s];
            trust += trust_rate * reached * curiosity * (1.0 - trust) - pressure_rate * pressure * trust;
        }
        guard_session(state, pressure_rate, curiosity, pressure);
    }

    static void guard_session(State& state, const Real& pressure_rate, double curiosity, double pressure) {
        state.guard += pressure_rate * pressure * (1.0 - state.guard) - 0.3 * curiosity * state.guard;
    }

    static void pursued(State& state, const Parameters<Real>& parameters, double pursue, const Real& mean_use) {
        state.guard += parameters.guard_pursuit * pursue * mean_use * (1.0 - state.guard);
    }

    // `share` as in Repertoire::learn.
    static void hurt(State& state, int strategy, const Real& pain, const Real& share = Real(1)) {
        state.trust[strategy] = state.trust[strategy] * (1.0 - 0.3 * pain * share);
    }

    static void pass(State& state, const Parameters<Real>& parameters, double days) {
        state.guard = state.guard * math::exp(-days / parameters.guard_time);
    }

    static Real access(const State& state, const PerStrategy<Real>& preference, const Real& access_floor) {
        Real sum{};
        for (int s = 0; s < strategies; ++s) {
            sum += preference[s] * (access_floor + (1.0 - access_floor) * state.trust[s]);
        }
        return sum;
    }
};

}  // namespace nearness::protection
