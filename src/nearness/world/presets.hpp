// The named others of MODEL section 9.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/world/other.hpp"

#include <string_view>
#include <vector>

namespace nearness::world {

struct Preset {
    std::string_view kind;  // caregiver, partner, therapist
    std::string_view name;
    Other other;
};

inline const std::vector<Preset>& presets() {
    static const std::vector<Preset> all = {
        {"partner", "ordinary", {0.85, 0.75, 0.15, 1.0, Partner{}, {}}},
        {"partner", "steady", {0.85, 0.9, 0.5, 1.0, Partner{}, {}}},
        {"partner", "pursuing", {0.85, 0.8, 0.0, 1.0, Partner{.fragile = 0.03, .pursue = 1.0}, {}}},
        {"therapist", "ordinary", {0.9, 0.95, 0.95, 0.8, Therapist{}, {}}},
        {"caregiver", "secure", {0.8, 0.85, 0.7, 1.0, Caregiver{}, caregiver_identity}},
    };
    return all;
}

inline Other preset(std::string_view kind, std::string_view name) {
    for (const Preset& one : presets()) {
        if (one.kind == kind && one.name == name) return one.other;
    }
    throw Bug("no such preset");
}

}  // namespace nearness::world
