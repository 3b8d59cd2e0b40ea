// nearness describe, of modules that are off unless switched on.
#pragma once

#include "cli/look_up.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::cli {

// `additions`, and the name of each.
std::vector<std::string> names_of_additions();

// Describes all of them or one; nothing when it is none of these that was asked for.
std::optional<Exit> describe_additions(const Asked& asked);

}  // namespace nearness::cli
