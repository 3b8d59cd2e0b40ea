// What is said about many persons: means and correlations, with uncertainty over independent clusters of persons.
//
// A cluster is a couple or family where the diary names them, else a person. Intervals rest on persons, not on moments:
// a person's moments hang together.
// CHECKED tests/infer/over_persons_test.cpp.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace nearness::infer {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// A mean over persons and its standard error over clusters, √(G/(G−1) Σ_g (Σ_{p in g} (x_p − mean))²) / n: the usual
// standard error when everybody is a cluster. The error is NaN with fewer than two clusters, both with nobody.
struct Estimate {
    int n = 0;
    double value = unknown;
    double error = unknown;

    // Whether the value is more than two standard errors from 0.
    bool above() const { return value > 2 * error; }
    bool below() const { return value < -2 * error; }
};

Estimate estimate(const std::vector<double>& values, const std::vector<int>& clusters);

// One person's pairs of numbers.
struct Pairs {
    int cluster = 0;
    std::vector<double> x, y;
};

struct Interval {
    double value = unknown;
    double low = unknown, high = unknown;  // 95 %; NaN with fewer than three clusters

    bool above() const { return low > 0; }
    bool below() const { return high < 0; }
};

// How x goes with y from moment to moment, over the persons in whom both vary.
//   pooled  r = Σ_p Sxy / √(Σ_p Sxx Σ_p Syy) after taking away each person's own means
//   onward  the same of x less the mean of the x before it, and y less the mean of the y after it (scaled to keep the
//           variance: forward orthogonal deviations, Arellano & Bover 1995)
// A prediction that was learned from the past of y, or from something that goes with it, is pulled below 0 in `pooled`:
// the person's mean contains what is still to come, and the shorter the series the more (a carry-over of 0 among T
// values shows as about −1/T; Nickell 1981). `onward` is free of that and less precise; signs are read from it.
// Intervals are a jackknife over clusters on Fisher's scale z = atanh r, so nothing is drawn.
struct Correlation {
    int persons = 0;
    int moments = 0;
    Interval pooled;
    Interval onward;
    double median = unknown;          // of the persons' own r
    double share_positive = unknown;  // of them
};

Correlation correlate(const std::vector<Pairs>& persons);

// Who belongs together: a number for each person. Groups count as clusters when there are at least `fewest_groups` of
// them; a handful of groups are conditions, within which persons are independent. Persons without a group stand alone.
inline constexpr int fewest_groups = 10;
std::vector<int> clusters_of(const std::vector<std::string>& groups);

}  // namespace nearness::infer
