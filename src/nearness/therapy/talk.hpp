// Talk, insight only: insight += η_ins (1 − insight) (MODEL section 11). What a person can then say changes; what the
// body expects changes only as far as ρ lets it. CHECKED tests/therapy/sessions_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

struct Talk {
    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& = {}) const {
        mind::Reflection<Real>::talk(scene.person.mind, scene.parameters.insight_rate);
        return {};
    }
    bool operator==(const Talk&) const = default;
};

}  // namespace nearness::therapy
