// What the figures rest on: rows of evidence by kind of figure, printed beside each. A figure of therapies adds those of
// the therapies that it shows.
#pragma once

#include "nearness/report/view.hpp"

#include <string_view>
#include <vector>

namespace nearness::report {

// Ids of rows, strongest first; none for a kind that shows nothing but the run's own numbers.
std::vector<std::string_view> rests_on(std::string_view kind);

// The first row of each therapy that the plan's arms hold, in the order of therapy::names.
std::vector<std::string_view> rows_of_therapies(const View& view);

}  // namespace nearness::report
