// nearness describe, of what can stand in for the memory of a life and is no learner.
#pragma once

#include "cli/look_up.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::cli {

inline constexpr const char* all_stand_ins = "stand-ins";

// `stand-ins`, and the name of each.
std::vector<std::string> names_of_stand_ins();

// Describes all stand-ins, one, or a parameter of one; nothing when it is none of these that was asked for.
std::optional<Exit> describe_stand_ins(const Asked& asked);

}  // namespace nearness::cli
