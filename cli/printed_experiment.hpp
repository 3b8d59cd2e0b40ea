// What an experiment came to, as a table for the terminal.
#pragma once

#include "nearness/experiment/means.hpp"

#include <string>

namespace nearness::cli {

std::string printed_experiment(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means);

}  // namespace nearness::cli
