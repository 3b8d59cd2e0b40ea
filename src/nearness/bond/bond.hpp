// The bond: need and care, which were never what was missing.
//
// SAYS   The need for closeness grows while it is unmet and is stilled by what is felt; care grows with felt
//        responsiveness. Neither enters the alarm.
// EQUATIONS (MODEL section 8)
//   need = 1 − (1 − need) e^(−need_rate Δt);  after an encounter need = max(0, need − 0.6 felt)
//   care += 0.02 felt responsive (1 − care) − 0.01 pain care;  drive = need (0.5 + 0.5 care)
// UNITS  need, care, drive, felt in [0, 1]; need_rate per day.  CHECKED tests/bond/bond_test.cpp.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/base/math.hpp"

namespace nearness::bond {

template <class Real>
struct Parameters {
    Real need_rate;

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        visit(Field{"bond.need_rate", "need_rate", Quantity::per_day, "per day", 0.35, 0, 100, Prior::log_normal,
                    "how fast the need for closeness returns", design_choice, "wish", Direction::up},
              self.need_rate);
    }
};

template <class Real>
struct State {
    Real need{0.5};
    Real care{0.2};
};

template <class Real>
struct Bond {
    using Parameters = bond::Parameters<Real>;
    using State = bond::State<Real>;

    static void pass(State& state, const Parameters& parameters, double days) {
        state.need = 1.0 - (1.0 - state.need) * math::exp(-parameters.need_rate * days);
    }

    // What is wished for: the drive towards closeness.
    static Real drive(const State& state) { return state.need * (0.5 + 0.5 * state.care); }

    static void care(State& state, const Real& felt, double responsive, const Real& pain) {
        state.care += 0.02 * felt * responsive * (1.0 - state.care) - 0.01 * pain * state.care;
    }

    static void still(State& state, const Real& felt) { state.need = math::maximum(Real(0), state.need - 0.6 * felt); }

    // Unrest from outside (a stressor, a break-up) raises need towards 1.
    static void stir(State& state, double strength) { state.need += strength * (1.0 - state.need); }
};

}  // namespace nearness::bond
