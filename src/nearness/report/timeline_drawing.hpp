// The pictures of figure 1, from series that were averaged before.
#pragma once

#include "nearness/report/timeline_data.hpp"

#include <string>

namespace nearness::report {

// Single lives are drawn while they can be told apart.
inline constexpr std::size_t most_single_lives = 24;

// Everything the drawings and tables need of one stretch.
struct Drawn {
    Stretch stretch;
    std::vector<std::vector<Series>> series;  // by arm drawn, then quantity
};

struct Timeline {
    const View& view;
    std::vector<std::size_t> arms;
    std::vector<Drawn> parts;
    double felt_top = 1;                // upper end of the axis of felt closeness, the same in all parts
    std::vector<std::size_t> lineless;  // arms that would be drawn, but have no encounters to draw
};

// Pictures for a wide and a narrow screen; the style sheet shows one of them. HTML.
std::string timeline_pictures(const Timeline& timeline);

}  // namespace nearness::report
