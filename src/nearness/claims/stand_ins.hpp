// Rivals and null persons: what takes the theory's place in everybody when a claim is asked whether it could fail.
#pragma once

#include "nearness/life/parameters.hpp"

#include <span>
#include <string_view>

namespace nearness::claims {

struct StandIn {
    std::string_view id;  // R1 … R10 as in CLAIMS.md, N1 … N4
    std::string_view name;
    std::string_view says;
    bool null_person;
    void (*become)(life::Parameters<double>&);
};
std::span<const StandIn> stand_ins();

}  // namespace nearness::claims
