// nearness describe, of learners: those that `nearness learn` runs.
#pragma once

#include "cli/look_up.hpp"
#include "nearness/base/field.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::cli {

inline constexpr const char* all_learners = "learners";

// `learners`, and the name of each.
std::vector<std::string> names_of_learners();

// Describes all learners, one, or a parameter of one; nothing when it is none of these that was asked for.
std::optional<Exit> describe_learners(const Asked& asked);

}  // namespace nearness::cli
