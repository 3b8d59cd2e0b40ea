// The groups of an experiment: notation in a file or on the command line.
#pragma once

#include "nearness/experiment/design.hpp"
#include "nearness/io/toml_fields.hpp"

namespace nearness::io {

// What is wrong with a text in the notation of designs, with its character (E0701).
void report_misread(const Node& text, const experiment::Misread& wrong, Report& report);

// [groups] of a file: each a design, or a list of its phases. What is wrong is reported with its character (E0701).
std::vector<experiment::Group> read_groups(const Node& groups, Report& report);

// "control=10C>(US); blocking=10A>(US)", setting number `setting` of the sources; without names group-1, group-2, ….
std::vector<experiment::Group> groups_of_argument(const std::string& text, int setting, Report& report);

}  // namespace nearness::io
