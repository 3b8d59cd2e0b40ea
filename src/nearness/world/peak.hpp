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

}  // namespace nearness::world
