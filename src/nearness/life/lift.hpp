// A life between number types (person/lift.hpp): its parameters and its state.
#pragma once

#include "nearness/life/state.hpp"
#include "nearness/person/lift.hpp"

namespace nearness::life {

template <int directions>
Parameters<math::Dual<directions>> lift(const Parameters<double>& from, const person::Keys<directions>& keys) {
    Parameters<math::Dual<directions>> to;
    person::lift_described<directions>(from, to, keys);
    to.person.typical = from.person.typical;
    to.person.rival = from.person.rival;
    to.person.knock_out(from.person.knocked_out);
    return to;
}

template <class To, class From, class Each>
world::Acquaintance<To> with_numbers(const world::Acquaintance<From>& from, const Each& each) {
    return {from.identity, each(from.goodwill), each(from.expectation)};
}

/// A state with every number replaced by `each` of it.
template <class To, class From, class Each>
State<To> with_numbers(const State<From>& from, const Each& each) {
    State<To> to;
    to.person = person::with_numbers<To>(from.person, each);
    for (std::size_t i = 0; i < from.acquaintances.size(); ++i) {
        to.acquaintances[i] = with_numbers<To>(from.acquaintances[i], each);
    }
    to.met = from.met;
    to.therapist = with_numbers<To>(from.therapist, each);
    to.met_therapist = from.met_therapist;
    to.parted = from.parted;
    return to;
}

template <class Real>
State<Real> lift(const State<double>& from) {
    return with_numbers<Real>(from, [](double value) { return Real(value); });
}

template <class Real>
State<double> values_of(const State<Real>& from) {
    return with_numbers<double>(from, [](const Real& value) { return math::primal(value); });
}

}  // namespace nearness::life
