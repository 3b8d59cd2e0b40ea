// Graded closeness: an encounter at the edge, with closeness held at most at edge + 0.1 and the other as steady as can
// be (MODEL section 11). Met with the chapter's other. CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct GradedCloseness {
    double beyond_edge = 0.1;

    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& observer = {}) const {
        Session<Real> session;
        const auto curve = world::Measures<Real>::curve(scene.person, scene.person_parameters, scene.present,
                                                        scene.present_acquaintance.identity);
        session.limit = math::minimum(1.0, curve.edge + beyond_edge);
        session.arrangement = {.closest = session.limit, .steadied = true};
        session.meeting = world::Encounter<Real>::meet(scene.with_present(), scene.person_parameters, scene.derived,
                                                       scene.present, session.arrangement, observer);
        return session;
    }
    bool operator==(const GradedCloseness&) const = default;
};

}  // namespace nearness::therapy
