// An adult partner: mostly safe, sometimes unresponsive, worn down by protection (MODEL section 9).
//
// EQUATIONS 1 − pain = (1 − [p 1 − responsive] 0.4·vulnerability)(1 − [p 0.5(1 − goodwill)] 0.7·f·c)
//           goodwill += 0.04·felt·(1 − goodwill) − fragile·mean A·hurts_s·goodwill
// LIMITS    the partner is not yet a whole person with templates of their own.  CHECKED tests/world/partner_test.cpp.
#pragma once

#include "nearness/world/peak.hpp"

namespace nearness::world {

struct Partner {
    double fragile = 0.03;  // how much protection costs their goodwill
    double pursue = 0;      // how far they come after a person who withdraws

    bool operator==(const Partner&) const = default;
};

template <class Real>
Chances<Real> partner_chances(double responsive, const Real& goodwill) {
    return {Real(1.0 - responsive), 0.5 * (1.0 - goodwill)};
}

template <class Real>
Real partner_pain(const Peak<Real>& peak, const Chances<Real>& happens) {
    const Real misses = happens.first * 0.4;
    const Real strikes = happens.second * 0.7;
    return 1.0 -
           (1.0 - misses * peak.signals[memory::vulnerability]) * (1.0 - strikes * peak.signals[memory::closeness]);
}

template <class Real>
Real change_goodwill(const Real& goodwill, const Partner& partner, const Real& felt, const Real& mean_use,
                     const Real& hurts_partner) {
    return goodwill + 0.04 * felt * (1.0 - goodwill) - partner.fragile * mean_use * hurts_partner * goodwill;
}

}  // namespace nearness::world
