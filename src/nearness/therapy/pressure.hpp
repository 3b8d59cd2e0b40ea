// Pressure: protectors told to stop. A pressure session has curiosity 0 (protection/parts.hpp).
// CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct Pressure {
    double pressure = 1;

    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& = {}) const {
        protection::Parts<Real>::session(scene.person.protection, scene.preferences(), scene.parameters.trust_rate,
                                         scene.parameters.pressure_rate, 0.0, pressure);
        return {};
    }
    bool operator==(const Pressure&) const = default;
};

}  // namespace nearness::therapy
