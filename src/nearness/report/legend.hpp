// Which line is which arm: letter, colour and dash together.
#pragma once

#include "nearness/report/view.hpp"

namespace nearness::report {

// HTML; empty for a single arm. `id` tells the legends of a page apart.
std::string legend(const View& view, const std::vector<std::size_t>& arms, std::string_view id);

}  // namespace nearness::report
