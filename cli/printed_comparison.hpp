// The diary comparison as a table with plain words.
#pragma once

#include "nearness/infer/comparison.hpp"

#include <string>

namespace nearness::cli {

std::string printed_comparison(const observe::Diary& diary, const infer::Comparison& comparison);

}  // namespace nearness::cli
