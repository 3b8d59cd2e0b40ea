// The readable summary that `run` prints.
#pragma once

#include "nearness/engine/collection.hpp"

#include <string>

namespace nearness::cli {

std::string printed_summary(const engine::Collection& collection);

}  // namespace nearness::cli
