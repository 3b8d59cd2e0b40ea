// The typical path beside drawn lives: it is no average of them, and how far it lies from them is said wherever it is told.
#pragma once

#include "nearness/report/figures.hpp"

namespace nearness::report {

// One quantity of one chapter of an arm; null where there is no typical path or no drawn life has it.
const engine::Beside* beside(const View& view, std::size_t arm, std::size_t c, double life::Summary::*member);

// Empty without a typical path.
std::string typical_path(const View& view, Figures& figures);

}  // namespace nearness::report
