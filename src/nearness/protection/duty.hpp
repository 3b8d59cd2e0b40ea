// Who acts in an encounter, and what their acting does.
//
// Drawn, one strategy has the whole of it. On the typical path (MODEL section 13, "strategy effects averaged with weights
// softmax(βQ)") all share it, and an effect is averaged as it acts: over share·(1 − trust), because a protector that
// stands down does nothing (docs/develop/readings.md). CHECKED tests/protection/duty_test.cpp.
#pragma once

#include "nearness/protection/repertoire.hpp"

namespace nearness::protection {

template <class Real>
struct Duty {
    PerStrategy<Real> share{};  // adds up to 1
    Real allowed{};             // Σ share (1 − trust): what the alarm can set off
    Real pushes_away{}, lowers_approach{}, hides{}, dulls{}, friction{}, hurts_partner{};  // at full activation

    // `escape`: how far withdrawing takes the person away from this other.
    static Duty of(int strategy, const State<Real>& state, double escape) {
        Duty duty;
        const auto at = static_cast<std::size_t>(strategy);
        duty.share[at] = Real(1);
        duty.allowed = 1.0 - state.trust[at];
        duty.add(strategy, Real(1), escape);
        return duty;
    }

    static Duty average(const PerStrategy<Real>& preference, const State<Real>& state, double escape) {
        Duty duty;
        duty.share = preference;
        for (std::size_t s = 0; s < preference.size(); ++s) duty.allowed += preference[s] * (1.0 - state.trust[s]);
        const bool someone_acts = math::primal(duty.allowed) > 0;
        for (int s = 0; s < strategies; ++s) {
            const auto at = static_cast<std::size_t>(s);
            const Real acts = preference[at] * (1.0 - state.trust[at]);
            duty.add(s, someone_acts ? acts / duty.allowed : preference[at], escape);
        }
        return duty;
    }

private:
    void add(int strategy, const Real& weight, double escape) {
        const Effect& effect = effects[static_cast<std::size_t>(strategy)];
        const bool withdraws = strategy == static_cast<int>(Strategy::withdrawing);
        pushes_away += weight * (effect.pushes_away * (withdraws ? escape : 1.0));
        lowers_approach += weight * effect.lowers_approach;
        hides += weight * effect.hides;
        dulls += weight * effect.dulls;
        friction += weight * effect.friction;
        hurts_partner += weight * effect.hurts_partner;
    }
};

}  // namespace nearness::protection
