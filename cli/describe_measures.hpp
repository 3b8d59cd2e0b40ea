// nearness describe, of what claim files can measure and compute.
#pragma once

#include "cli/look_up.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::cli {

// `measures`, `effects`, and the name of each measure that is not a column of summaries.
std::vector<std::string> names_of_measures();

// Describes all measures, all effects, or one measure; nothing when it is none of these that was asked for.
std::optional<Exit> describe_measures(const Asked& asked);

}  // namespace nearness::cli
