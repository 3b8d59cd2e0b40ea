// The arms of a scenario, and `--set`: values put into a copy of the file before it is read again.
#pragma once

#include "nearness/io/toml_fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::io {

// One entry of an arm's `set`, or one `--set`: ("together", "with", "steady") and a value.
struct Setting {
    std::vector<std::string> path;
    Spot spot;
    Node value;
};

// "together.plan" = [] and together.plan = [] mean the same; a table in braces is a value, dots only lead on.
std::vector<Setting> settings_in(const Node& set);

// The `--set` with this number; empty, and reported, when it is not key=value.
std::optional<Setting> setting_from(const std::string& text, int number, Report& report);

// Puts the value where the path leads: a parameter, an other, or a chapter and what belongs to it. `who` begins
// messages: "arm `steady`". Parameters of `root` must be flat.
void apply(const Setting& setting, Node& root, const std::string& who, Report& report);

}  // namespace nearness::io
