// Moments of the recorded lives, averaged over stretches of time. A stretch never reaches across a chapter, and a life
// counts once in it however many encounters it had there.
#pragma once

#include "nearness/report/view.hpp"

#include <string>
#include <vector>

namespace nearness::report {

// A stretch of ages (in years) that gets its own axis.
struct Stretch {
    double low = 0, high = 1;
    double bin_days = 1;  // how long a point averages
    bool in_months = false;
};

// None without a chapter to show: recorded diaries last days in a life of decades and have a figure of their own. One
// stretch, or two when the part in which sessions happen or arms depart would drown in a long life.
std::vector<Stretch> stretches(const View& view, const std::vector<std::size_t>& arms);

// The same with points that hold about `encounters` over all recorded lives, where that leaves at least six of them.
Stretch coarser(const View& view, Stretch stretch, double encounters);

std::string bin_length(double days);  // "2 weeks"

struct Bin {
    std::size_t chapter = 0;
    double from = 0, until = 0;  // years
    double middle() const { return (from + until) / 2; }
};

struct Series {
    std::vector<Bin> bins;
    std::vector<int> lives;                 // with an encounter in the bin
    std::vector<double> mean, low, high;    // over lives; 10th and 90th percentile; NaN without lives
    std::vector<std::vector<double>> each;  // by life, then bin
};

// `first_chapter`: bins before it are left out, as they show what the first arm shows.
Series series(const View& view, std::size_t arm, std::size_t first_chapter, const Stretch& stretch, Reading reading);

}  // namespace nearness::report
