// What is done in a life, beside its figures: sessions as markers by therapy, events by name, a lane an arm.
#pragma once

#include "nearness/report/axes.hpp"
#include "nearness/report/view.hpp"

namespace nearness::report {

struct Happening {
    double age = 0;        // years
    std::size_t kind = 0;  // of a session: index into therapy::names; of an event: into life::event_names
    bool event = false;
};

// Sessions and events that are planned for an arm: events in order of age, then sessions by therapy and age. Of other
// arms than the first only those from where they depart.
std::vector<Happening> happenings(const View& view, std::size_t arm);

// Lanes for `arms` below `top`, over the ages of `x` (in years); returns their height. Without `drawing` it only
// measures.
double draw_lanes(Drawing* drawing, const View& view, const std::vector<std::size_t>& arms, const Scale& x, double top);

// The markers of sessions that occur, with the grade of evidence for what they stand for. HTML; empty without sessions.
std::string lane_legend(const View& view, const std::vector<std::size_t>& arms);

// The same as a table, for all arms. HTML; empty when nothing is done.
std::string lane_table(const View& view);

}  // namespace nearness::report
