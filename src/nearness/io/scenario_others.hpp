// One other of a scenario: [others.NAME] or the `with` of a chapter (MODEL section 9).
//
// Every attribute may be given; what is not comes from the preset, or, without one, from the ordinary partner or the
// ordinary therapist. A caregiver without a preset says attention, responsive and steady itself: there is no ordinary
// childhood to assume. Adversities are 0 unless given.
#pragma once

#include "nearness/io/toml_fields.hpp"
#include "nearness/world/other.hpp"

namespace nearness::io {

inline const Words& other_kinds() {
    static const Words kinds = {"caregiver", "partner", "therapist"};
    return kinds;
}

// Empty when the kind is not known; other problems leave the rest readable.
std::optional<world::Other> read_other(const Fields& fields);

}  // namespace nearness::io
