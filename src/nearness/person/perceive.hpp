// From closeness to cues (MODEL section 2): what of an encounter reaches the threat memory in one beat.
#pragma once

#include "nearness/memory/cues.hpp"

#include <array>

namespace nearness::person {

template <class Real>
struct Openness {
    Real felt{1};           // f, felt intensity
    Real vulnerability{1};  // v, openness
    Real friction{0};
};

template <class Real>
std::array<Real, memory::EncounterCues::signals> perceive(const Real& closeness, const Openness<Real>& openness,
                                                          const Real& attention) {
    const Real near = openness.felt * closeness;
    const Real shown = near * openness.vulnerability;
    return {near, near * attention, shown, shown * attention, openness.friction};
}

}  // namespace nearness::person
