// Anybody meeting anybody, for laws that hold whoever meets whom. To be called inside properties::hold.
#pragma once

#include "memory/make.hpp"
#include "reference/lives.hpp"
#include "reference/properties.hpp"

namespace nearness::world {

struct Two {
    person::Parameters<double> parameters;
    person::Derived<double> derived = person::Derived<double>::from(parameters, 80 * 365.0);
    person::Person<double> person;
    Acquaintance<double> acquaintance;
    Other other;

    Meeting<double> meet(const random::Stream& draws, const Arrangement& arrangement = {}) {
        return lives::meet(person, parameters, derived, other, acquaintance, draws, arrangement);
    }
    template <class Observer>
    Meeting<double> watch(const random::Stream& draws, const Arrangement& arrangement, const Observer& observer) {
        return lives::meet(person, parameters, derived, other, acquaintance, draws, arrangement, observer);
    }
};

inline person::Person<double> any_person(const Two& two) {
    person::Person<double> person;
    person.age = properties::number(0, 30 * 365.0);
    const int count = *rc::gen::inRange(0, 5);
    for (int k = 0; k < count; ++k) {
        memory::Made made;
        made.strength = properties::scale(0.1, 1000);
        for (double& value : made.prototype) value = properties::number(0, 1);
        for (double& value : made.weight) value = properties::number(-0.5, 2);
        made.integration = properties::number(0, 1);
        made.told = properties::number(0, 1);
        made.recent = properties::scale(0.01, 100);
        memory::add(person.memory, made, two.derived.memory.recency);
    }
    for (double& value : person.protection.value) value = properties::number(-1, 0.4);
    for (double& trust : person.protection.trust) trust = properties::number(0, 1);
    person.protection.guard = properties::number(0, 1);
    person.bond.need = properties::number(0, 1);
    person.bond.care = properties::number(0, 1);
    person.mind.insight = properties::number(0, 1);
    return person;
}

inline Other any_other() {
    Other other;
    other.attention = properties::number(0, 1);
    other.responsive = properties::number(0, 1);
    other.steady = properties::number(0, 1);
    other.offer = properties::number(0, 2);
    switch (*rc::gen::inRange(0, 3)) {
        case 0:
            other.kind = Caregiver{properties::number(0, 1), properties::number(0, 1), properties::number(0, 1),
                                   properties::number(0, 1), properties::number(0, 1), properties::number(0, 1),
                                   properties::number(0, 1)};
            break;
        case 1: other.kind = Partner{properties::number(0, 1), properties::number(0, 1)}; break;
        default: other.kind = Therapist{};
    }
    return other;
}

inline random::Stream any_draws() { return {static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000)), 0, {}}; }

}  // namespace nearness::world
