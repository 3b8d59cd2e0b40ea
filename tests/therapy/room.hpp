// Where therapies are tested: a grown person with a hard childhood, a partner, a therapist.
#pragma once

#include "memory/make.hpp"
#include "nearness/therapy/therapy.hpp"
#include "reference/lives.hpp"

namespace nearness::therapy {

struct Room {
    life::Parameters<double> parameters;
    person::Derived<double> derived = person::Derived<double>::from(parameters.person, 80 * 365.0);
    person::Person<double> person;
    world::Other partner = world::preset("partner", "ordinary");
    world::Acquaintance<double> partner_acquaintance{.identity = {0.7, 0.6}, .goodwill = 1.0, .expectation = 0.1};
    world::Other therapist = world::preset("therapist", "ordinary");
    world::Acquaintance<double> therapist_acquaintance{.identity = {0.5, 0.9}, .goodwill = 1.0, .expectation = 0.1};

    explicit Room(std::uint32_t who) : person(lives::grown_up(lives::av_caregiver(), who, 10.0).person) {
        person.pass_until(20 * 365.0, parameters.person, derived);
    }
    Room() = default;  // somebody newborn

    template <class Kind>
    Session<double> hold(const Kind& kind, std::uint32_t number = 0) {
        const random::Stream draws(1, 0, {0, number, channel(Therapy(kind))});
        Scene<double> scene{person,  parameters.person,    derived,   parameters.therapy,
                            partner, partner_acquaintance, therapist, therapist_acquaintance,
                            draws};
        return kind.hold(scene);
    }
    double edge() const {
        return world::Measures<double>::curve(person, parameters.person, partner, partner_acquaintance.identity).edge;
    }
    double access() const {
        return protection::Parts<double>::access(
            person.protection,
            protection::Repertoire<double>::preferences(person.protection, parameters.person.protection),
            parameters.therapy.access_floor);
    }
};

}  // namespace nearness::therapy
