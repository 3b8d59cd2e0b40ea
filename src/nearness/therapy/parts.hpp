// Parts work: protectors met with curiosity come to trust (protection/parts.hpp). Novel as a formal model; the evidence
// for the therapy is one small trial without a difference from its control. CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct Parts {
    double curiosity = 1;

    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& = {}) const {
        protection::Parts<Real>::session(scene.person.protection, scene.preferences(), scene.parameters.trust_rate,
                                         scene.parameters.pressure_rate, curiosity, 0.0);
        return {};
    }
    bool operator==(const Parts&) const = default;
};

}  // namespace nearness::therapy
