// What the figures of a life over time share: the arms and stretches they show, and the columns of their points.
#pragma once

#include "nearness/report/figures.hpp"
#include "nearness/report/timeline_data.hpp"

namespace nearness::report {

// Single lives are drawn while they can be told apart.
inline constexpr std::size_t most_single_lives = 24;

struct Timeline {
    const View& view;
    std::vector<std::size_t> arms;  // the first, and those others that are drawn
    std::vector<Stretch> stretches;
    std::vector<std::size_t> lineless;  // arms that would be drawn, but nothing happens in them

    bool single_lives() const { return view.recorded().size() > 1 && view.recorded().size() <= most_single_lives; }
    bool bands() const { return view.recorded().size() > 2; }
};

struct Line {
    std::string name, says;
    Reading of;
};

enum class Spreads { none, middle };  // of lives beside their mean: nothing, or the middle 80 %

// One row a bin of an arm in which lives have encounters. Columns: arm, from, until (years), chapter (from 1), lives,
// and for each line its mean over lives, with `<name> low` and `<name> high` where spreads are wanted.
Data points(const Timeline& timeline, const std::vector<std::size_t>& arms, Data data, const std::vector<Line>& lines,
            Spreads spreads);

// What a point averages: "about 2 weeks"
std::string averaged(const Timeline& timeline);
// "the one recorded life", "means over 24 recorded lives"
std::string over_whom(const View& view);

// The figures of the section, in order.
std::string life_figure(const Timeline& timeline, Figures& figures);
std::string strategies_figure(const Timeline& timeline, Figures& figures);
std::string inner_states_figure(const Timeline& timeline, Figures& figures);

}  // namespace nearness::report
