// Which line is which arm: letter, colour and dash together.
#pragma once

#include "nearness/report/view.hpp"

namespace nearness::report {

// HTML; empty for a single arm.
std::string legend(const View& view, const std::vector<std::size_t>& arms);

}  // namespace nearness::report
