// The race between threat and reappraisal at the onset of an alarm.
//
// EQUATIONS (MODEL section 4; z, z' standard normal)
//   t_threat = 0.1 s + 0.2 s/(V e^(0.3 z))
//   t_reappraisal = t_R0 + 0.6 s/(insight·e(x)·(1 − a)·e^(0.3 z')), never when insight is 0
//   the smaller wins
// LIMITS unprepared reappraisal (t_R0 = 2 s) practically never wins; instructed, prepared reappraisal (0.3 s) can, as
//        intracranial recordings show: contested.  CHECKED tests/body/race_test.cpp.
#pragma once

#include "nearness/body/arousal.hpp"

#include <limits>

namespace nearness::body {

template <class Real>
struct Race {
    Real threat{};       // seconds
    Real reappraisal{};  // seconds, infinite when it never comes

    bool threat_wins() const { return math::primal(threat) <= math::primal(reappraisal); }

    static Race run(const Parameters<Real>& parameters, const Real& predicted, const Real& reflection_drive, double z,
                    double z_reappraisal) {
        const Real never(std::numeric_limits<double>::infinity());
        Race race{never, never};
        if (math::primal(predicted) > 0) race.threat = 0.1 + 0.2 / (predicted * math::exp(0.3 * z));
        if (math::primal(reflection_drive) > 0) {
            race.reappraisal = parameters.reappraisal_delay + 0.6 / (reflection_drive * math::exp(0.3 * z_reappraisal));
        }
        return race;
    }
};

}  // namespace nearness::body
