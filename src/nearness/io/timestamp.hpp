// Local timestamps in diaries.
#pragma once

#include <optional>
#include <string_view>

namespace nearness::io {

// The order of a date's parts.
enum class DateOrder {
    year_month_day,  // 2024-03-31, ISO 8601
    day_month_year,  // 31.03.2024 or 31/03/2024
    month_day_year,  // 03/31/2024
};

// Reads a date, optionally followed by a blank or `T` and a time of day HH:MM[:SS[.fraction]]; midnight without one.
// Parts of the date are separated by `-`, `.` or `/`. The result is civil time, in seconds since 1970-01-01 00:00 as if
// every day had 24 hours: there are no time zones, and a change to or from summer time shifts the hours after it by
// one. Empty when the text is not such a timestamp, names a day that does not exist, or carries a time zone.
std::optional<double> parse_timestamp(std::string_view text, DateOrder order);

}  // namespace nearness::io
