// Least squares for a handful of regressors.
//
// SAYS   b minimises Σ (y − x·b)². Columns are made orthogonal one after the other (Gram and Schmidt, twice, so that
//        rounding does not undo it). A regressor of which too little is left after those before it says nothing new: it
//        gets the slope 0, instead of a huge one that rests on rounding or on a scale nobody could answer on.
// CHECKED tests/infer/least_squares_test.cpp.
#pragma once

#include <vector>

namespace nearness::infer {

using Columns = std::vector<std::vector<double>>;  // [regressor][row]

struct Slopes {
    std::vector<double> slope;  // one a column
    int used = 0;               // columns that were not dropped
};

// `x` and `y` are already centred. A column is dropped when the root mean square of what is left of it is below
// `least_spread`.
Slopes least_squares(const Columns& x, const std::vector<double>& y, double least_spread);

double mean_of(const std::vector<double>& values);

// `values` less their mean.
std::vector<double> centred(std::vector<double> values);

}  // namespace nearness::infer
