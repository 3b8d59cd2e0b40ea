// The corrective relationship: one encounter with the therapist (MODEL section 11).
// CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct CorrectiveRelationship {
    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& observer = {}) const {
        Session<Real> session;
        session.with_therapist = true;
        session.meeting = world::Encounter<Real>::meet(scene.with_therapist(), scene.person_parameters, scene.derived,
                                                       scene.therapist, {}, observer);
        return session;
    }
    bool operator==(const CorrectiveRelationship&) const = default;
};

}  // namespace nearness::therapy
