// The shipped scenarios, carried by the program itself (cmake/embed.cmake), and what they need.
#pragma once

#include "nearness/io/embedded_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nearness::cli {

// A file of the folder scenarios/: "essay.toml", "mappings/made_up.toml", ...
using ShippedFile = io::EmbeddedFile;

const std::vector<ShippedFile>& shipped_files();  // in order of their paths

struct ShippedScenario {
    std::string name;  // "essay"
    std::string_view text;
    std::string title;
    std::string says;                       // the first sentence of its description
    int persons = 0, arms = 0;              // as written; a diary decides the persons itself
    std::vector<const ShippedFile*> needs;  // mapping and diary
    std::string not_shipped;                // a diary that it names and that cannot be passed on
};

std::vector<ShippedScenario> shipped_scenarios();

// Throws InputError E0001 with a suggestion when there is none of this name.
ShippedScenario shipped_scenario(const std::string& name);

// The start of every new scenario: scenarios/new/life.toml.
std::string_view new_life();

}  // namespace nearness::cli
