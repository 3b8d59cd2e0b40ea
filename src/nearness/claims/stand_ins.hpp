// Who lives in the place of the theory's person: null persons and rivals, in one table (CLAIMS, null persons and rivals).
//
// Each changes the parameters of a life and nothing else, so that every claim's arms can be lived by each of them. Null persons
// are N1 to N4, rivals R1 to R10; R5 is the theory itself, and changes nothing. CHECKED tests/claims/stand_ins_test.cpp.
#pragma once

#include "nearness/life/parameters.hpp"

#include <span>
#include <string_view>

namespace nearness::claims {

struct StandIn {
    std::string_view id, name;
    std::string_view says;  // one sentence
    bool null_person = false;
    void (*become)(life::Parameters<double>&) = nullptr;
};

std::span<const StandIn> stand_ins();

// By id; null where there is none.
const StandIn* stand_in(std::string_view id);

}  // namespace nearness::claims
