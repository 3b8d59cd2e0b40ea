// Flooding: an encounter with protection held down (suppressed = 0.9), which the protectors take as pressure of 0.5 on
// the guard (MODEL section 11). Met with the chapter's other. OPEN whether the model should let forced closeness heal as
// completely as it does (claim 43). CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct Flooding {
    double suppressed = 0.9;
    double pressure = 0.5;

    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& observer = {}) const {
        Session<Real> session;
        session.arrangement = {.suppressed = suppressed};
        session.meeting = world::Encounter<Real>::meet(scene.with_present(), scene.person_parameters, scene.derived,
                                                       scene.present, session.arrangement, observer);
        protection::Parts<Real>::guard_session(scene.person.protection, scene.parameters.pressure_rate, 0.0, pressure);
        return session;
    }
    bool operator==(const Flooding&) const = default;
};

}  // namespace nearness::therapy
