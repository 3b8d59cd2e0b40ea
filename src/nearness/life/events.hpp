// What happens to a person (MODEL section 11).
//
//   stressor s   need += s(1 − need), guard += 0.3 s(1 − guard)
//   betrayal s   a moment learned at c = 0.8, att 0.85, v = f = 1, A* = 0, peak arousal 0, r = pain = s;
//                all trust ×(1 − 0.5 s); care ×(1 − 0.3 s)
//   break-up     need += 0.5(1 − need); encounters stop until a new partner is met
//   new partner  goodwill 1, h 0.1, a new identity
// CHECKED tests/life/events_test.cpp.
#pragma once

#include "nearness/life/state.hpp"

namespace nearness::life {

template <class Real>
struct Happening {
    State<Real>& state;
    const Scenario& scenario;
    const person::Derived<Real>& derived;
    const person::Parameters<Real>& parameters;
    int other;  // the chapter's, −1 for nobody
    const random::Stream& draws;

    void operator()(const Stressor& stressor) const {
        auto& person = state.person;
        bond::Bond<Real>::stir(person.bond, stressor.strength);
        person.protection.guard += 0.3 * stressor.strength * (1.0 - person.protection.guard);
    }

    void operator()(const Betrayal& betrayal) const {
        auto& person = state.person;
        ensure(other >= 0, "a betrayal needs somebody who betrays");
        const auto at = static_cast<std::size_t>(other);
        auto cues =
            world::cues_of<Real>(parameters, scenario.others[at].other, state.acquaintances[at].identity, false);
        const auto signals = person::perceive(Real(0.8), person::Openness<Real>{}, Real(0.85));
        for (std::size_t d = 0; d < signals.size(); ++d) cues.value[d] = signals[d];
        const Real strength(betrayal.strength);
        const Real capacity = body::Arousal<Real>::capacity(parameters.body, person.age);
        person.learn(parameters, derived, cues,
                     {strength, body::Arousal<Real>::overwhelm(Real(0), strength, capacity), Real(0),
                      parameters.verbal(person.age)},
                     draws);
        for (Real& trust : person.protection.trust) trust = trust * (1.0 - 0.5 * strength);
        person.bond.care = person.bond.care * (1.0 - 0.3 * strength);
    }

    void operator()(const BreakUp&) const {
        bond::Bond<Real>::stir(state.person.bond, 0.5);
        state.parted = true;
    }

    void operator()(const NewPartner&) const {
        ensure(other >= 0, "a new partner takes somebody's place");
        const auto at = static_cast<std::size_t>(other);
        world::Other stranger = scenario.others[at].other;
        stranger.identity.reset();  // whoever comes is not the one the file describes
        state.acquaintances[at] = get_acquainted<Real>(stranger, draws, parameters.typical);
        state.parted = false;
    }
};

}  // namespace nearness::life
