// What the others react to: the beat in which f·c was largest.
#pragma once

#include "nearness/base/math.hpp"
#include "nearness/memory/cues.hpp"

#include <array>

namespace nearness::world {

template <class Real>
struct Peak {
    std::array<Real, memory::EncounterCues::signals> signals{};  // x at the peak
    double attention_today = 1;                                  // att
};

// Uniform draws that decide what happens with a probability: harm and unpredictability of a caregiver, failure to
// respond and ill will of a partner.
struct PainDraws {
    double first = 1;
    double second = 1;
};

// Two things that each happen with a probability. Drawn, they are 1 or 0; on the typical path they stay the probability,
// and the pain that comes of them is its own expectation, because they are independent and enter as a product.
template <class Real>
struct Chances {
    Real first{}, second{};

    Chances drawn(const PainDraws& draws) const {
        return {Real(draws.first < math::primal(first) ? 1.0 : 0.0),
                Real(draws.second < math::primal(second) ? 1.0 : 0.0)};
    }
};

}  // namespace nearness::world
