// What every output says of where it comes from. No clock, host, path or thread count: the same inputs and seed give
// the same bytes.
#pragma once

#include <cstdint>
#include <string>

namespace nearness::io {

struct Provenance {
    std::string version;
    std::string plan_hash;
    std::uint64_t seed = 0;
    std::string scenario_text;
};

inline constexpr const char* what_this_is =
    "Simulated by nearness, a formal model of a hypothesis, for research and teaching: no diagnosis, no advice, no "
    "score "
    "of a person.";

}  // namespace nearness::io
