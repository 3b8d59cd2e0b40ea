// What every therapy is given and what it leaves: the scene of a session and its record.
#pragma once

#include "nearness/therapy/parameters.hpp"
#include "nearness/world/measures.hpp"

#include <optional>

namespace nearness::therapy {

inline constexpr int sets_per_session = 10;

// Where a session takes place. `present` is the other of the chapter, or the therapist when the chapter has none.
template <class Real>
struct Scene {
    person::Person<Real>& person;
    const person::Parameters<Real>& person_parameters;
    const person::Derived<Real>& derived;
    const Parameters<Real>& parameters;
    const world::Other& present;
    world::Acquaintance<Real>& present_acquaintance;
    const world::Other& therapist;
    world::Acquaintance<Real>& therapist_acquaintance;
    const random::Stream& draws;

    protection::PerStrategy<Real> preferences() const {
        return protection::Repertoire<Real>::preferences(person.protection, person_parameters.protection);
    }
    world::Party<Real> with_present() const { return {person, present_acquaintance, draws}; }
    world::Party<Real> with_therapist() const { return {person, therapist_acquaintance, draws}; }
};

template <class Real>
struct Session {
    int target = -1;  // the template processed, −1 for none
    Real access{};    // to guarded memory, in [0, 1]
    int sets = 0;
    std::array<Real, sets_per_session> sud{};     // subjective units of disturbance, 0 to 10, after each set
    Real first_sud{};                             // before the first set
    double limit = -1;                            // closeness allowed at most in a graded encounter, −1 for none
    std::optional<world::Meeting<Real>> meeting;  // of therapies that are encounters
    world::Arrangement arrangement;               // of that encounter
    bool with_therapist = false;                  // it was with the therapist, whoever else is present
};

}  // namespace nearness::therapy
