// Where a life stands: the person, and what has grown with each other. Copying it forks the life.
#pragma once

#include "nearness/life/scenario.hpp"

namespace nearness::life {

template <class Real>
struct State {
    person::Person<Real> person;
    std::array<world::Acquaintance<Real>, most_others> acquaintances{};
    std::array<bool, most_others> met{};
    world::Acquaintance<Real> therapist;
    bool met_therapist = false;
    bool parted = false;  // after a break-up, until a new partner or the next chapter
};

// Whether the chapter has nobody to meet but the therapist.
template <class Real>
bool alone(const Chapter& chapter, const State<Real>& state) {
    return chapter.other < 0 || state.parted;
}

// An adult other is a new face: two draws from U(0.3, 1), unless given; on the typical path the middle of them, which
// an Acquaintance starts with. Caregivers have theirs.
template <class Real>
world::Acquaintance<Real> get_acquainted(const world::Other& other, const random::Stream& draws, bool typical) {
    world::Acquaintance<Real> acquaintance;
    if (other.identity) {
        acquaintance.identity = *other.identity;
    } else if (std::holds_alternative<world::Caregiver>(other.kind)) {
        acquaintance.identity = world::caregiver_identity;
    } else if (!typical) {
        acquaintance.identity = {0.3 + 0.7 * draws.uniform(random::Purpose::identity, 0),
                                 0.3 + 0.7 * draws.uniform(random::Purpose::identity, 1)};
    }
    acquaintance.expectation = Real(mind::first_expectation);
    return acquaintance;
}

}  // namespace nearness::life
