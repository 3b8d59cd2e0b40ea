// What the figures that compare arms share.
#pragma once

#include "nearness/report/figures.hpp"

namespace nearness::report {

// Single lives that a figure draws of each arm; means are over all. The first are as good as any others.
inline constexpr std::size_t most_drawn_lives = 60;

// " (the first 60)", where not all are drawn.
std::string which_are_drawn(const View& view);

// Each life's edge before an arm departs and at the end. Empty when no arm has anything before it departs.
std::string change_by_life(const View& view, Figures& figures);

}  // namespace nearness::report
