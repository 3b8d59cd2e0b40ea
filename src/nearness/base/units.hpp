// Units of time as users write them. A year is 365 days and a month a twelfth of it (MODEL section 1), so a length of time
// names no calendar date and means the same everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness {

enum class Unit { second, minute, hour, day, week, month, year };

// Both are exact where they can be: 15 s is 15, and 21 days is 21.
double in_days(double number, Unit unit);
double in_seconds(double number, Unit unit);

// By any of its names: "s", "sec", "second", "seconds".
std::optional<Unit> unit_called(std::string_view word);

// "seconds" to "years", for suggestions.
const std::vector<std::string>& plural_units();

}  // namespace nearness
