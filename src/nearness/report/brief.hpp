// Sentences of "In brief" that say how arms differ.
#pragma once

#include "nearness/report/view.hpp"

#include <string>
#include <vector>

namespace nearness::report {

inline std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

// How many lives of an arm have no edge any more, where some have and some have not: the mean edge then stands for
// neither. Otherwise empty.
std::string without_edge_sentence(const View& view, std::size_t last, std::size_t arm);

void add_arm_facts(std::vector<std::string>& out, const View& view, std::size_t last);

}  // namespace nearness::report
