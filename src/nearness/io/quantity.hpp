// Durations and rates as a scenario writes them: "6 months", "15 s", "3 per week", "every 4 days", "none".
//
// A month is a twelfth of a year and a year is 365 days (MODEL section 1), so a quantity names no calendar date and
// means the same in every life. Numbers never stand without their unit: nobody should have to know that the model
// counts days here and seconds there.
#pragma once

#include "nearness/base/units.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace nearness::io {

struct Duration {
    double number = 0;
    Unit unit = Unit::day;

    double days() const { return in_days(number, unit); }
    double seconds() const { return in_seconds(number, unit); }
};

// `times` in every `number` `unit`s; "none" is 0 times.
struct Rate {
    double times = 0;
    double number = 1;
    Unit unit = Unit::day;

    bool none() const { return times == 0; }
    double gap_in_days() const { return in_days(number, unit) / times; }
    double per_day() const { return times / in_days(number, unit); }
    double per_second() const { return times / in_seconds(number, unit); }
};

// What is wrong with a text, and what to write instead; both for messages.
struct Misread {
    std::string message;
    std::string remedy;
};

// `usual` is a unit for suggestions, as it would be written after a number: "months".
std::variant<Duration, Misread> parse_duration(std::string_view text, std::string_view usual);

// "3 per week", "every 4 days" or "none"; `usual` as in "per week".
std::variant<Rate, Misread> parse_rate(std::string_view text, std::string_view usual);

// The number of "26 encounters"; empty for any other text.
std::optional<double> parse_encounters(std::string_view text);

// For messages: "14 months", "1 day", "3.15 months", "19,178 years"; in the largest unit that gives a round number, else
// in one that gives a readable one.
std::string in_words(double days);

}  // namespace nearness::io
