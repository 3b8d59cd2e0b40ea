// Responsive stopping (MODEL section 11): a plan ends when a measure is reached, or after its last session at the latest.
// The measure is taken after each session. CHECKED tests/life/responsive_plans_test.cpp.
#pragma once

#include "nearness/life/state.hpp"
#include "nearness/life/summary.hpp"

namespace nearness::life {

// What a state has reached. NaN where there is nothing to measure: the charge of nobody's template, SUD without EMDR.
template <class Real>
double measured(Measure measure, const State<Real>& state, const Scenario& scenario, int other,
                const therapy::Session<Real>& session) {
    using math::primal;
    const auto& person = state.person;
    const auto& parameters = scenario.parameters.person;
    const auto curve = [&] {
        const auto vantage = Vantage<Real>::of(state, scenario, other);
        return world::Measures<Real>::curve(person, parameters, vantage.other, vantage.identity);
    };
    switch (measure) {
        case Measure::edge: return curve().edge;
        case Measure::area: return primal(curve().area);
        case Measure::trust: return primal(world::Measures<Real>::trust(person, parameters));
        case Measure::guard: return primal(person.protection.guard);
        case Measure::insight: return primal(person.mind.insight);
        case Measure::care: return primal(person.bond.care);
        case Measure::charge: {
            double most = not_measured;
            for (int k = 0; k < person.memory.count; ++k) {
                const double charge = primal(memory::Templates<Real>::charge(person.memory, k));
                if (!(charge <= most)) most = charge;
            }
            return most;
        }
        case Measure::sud: return session.sets > 0 ? primal(session.sud.back()) : not_measured;
    }
    return not_measured;
}

inline bool reached(const Goal& goal, double value) {
    return goal.above ? value >= goal.value : value <= goal.value;  // false for what is not measured
}

}  // namespace nearness::life
