// A caregiver, with the five adversities of the essay (MODEL section 9).
//
// EQUATION on(y) = y·logistic((y − onset)/0.05);  1 − pain = (1 − unavailable·on(vulnerability)(1 − att/2))
//          (1 − critical·on(seen)) (1 − enmeshed·on(attention)) (1 − [p 0.3] harm·clip(1.5 on(closeness)))
//          (1 − [p 0.5] unpredictable·on(closeness)), all at the peak beat.
// CHECKED tests/world/caregiver_test.cpp.
#pragma once

#include "nearness/world/peak.hpp"

namespace nearness::world {

inline constexpr std::array<double, 2> caregiver_identity = {0.2, 0.2};

struct Caregiver {
    double unavailable = 0, unpredictable = 0, critical = 0, enmeshed = 0, harm = 0;
    double onset = 0.35;  // closeness from which adversity sets in
    double escape = 0.5;  // how far the child can get away

    bool operator==(const Caregiver&) const = default;

    static constexpr double harm_probability = 0.3;
    static constexpr double unpredictable_probability = 0.5;

    template <class Real>
    static Chances<Real> chances() {
        return {Real(harm_probability), Real(unpredictable_probability)};
    }

    template <class Real>
    Real sets_in(const Real& cue) const {
        return cue * math::logistic((cue - onset) / 0.05);
    }

    template <class Real>
    Real pain(const Peak<Real>& peak, const Chances<Real>& happens) const {
        using namespace memory;
        const Real harms = happens.first * harm;
        const Real startles = happens.second * unpredictable;
        const Real near = sets_in(peak.signals[closeness]);
        return 1.0 - (1.0 - unavailable * sets_in(peak.signals[vulnerability]) * (1.0 - peak.attention_today / 2.0)) *
                         (1.0 - critical * sets_in(peak.signals[seen])) *
                         (1.0 - enmeshed * sets_in(peak.signals[attention])) *
                         (1.0 - harms * math::clip(1.5 * near, 0.0, 1.0)) * (1.0 - startles * near);
    }
};

}  // namespace nearness::world
