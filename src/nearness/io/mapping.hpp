// A mapping file says which column of a diary means what. It is TOML:
//
//     title = "Two weeks of evenings"
//     source = "who recorded it, where it was published"
//     licence = "CC BY 4.0"
//     note = "anything a reader of the results should know"
//     negative_control = false        # true: no memory is expected in these data
//     person = "subject"              # column; without it the whole file is one person
//     group = "couple"                # column; optional
//     delimiter = "semicolon"         # comma, tab or semicolon; detected when left out
//     decimal = "comma"               # point or comma; detected when left out, point when cells end at commas
//     missing = ["", "NA", "-99"]     # what stands for "not answered"; "", "NA" and "." when left out
//
//     [time]
//     column = "hours_since_start"
//     unit = "hours"                  # seconds, minutes, hours, days, weeks, or timestamp
//     format = "day.month.year"       # timestamps only; year-month-day when left out
//     clock = "time"                  # timestamps only: a second column with the time of day
//
//     [cues.attention]                # any cue of the model
//     column = "accepted"
//     from = [0, 100]                 # the scale it was recorded on, mapped linearly onto `to`; [0, 1] when left out
//     to = [0, 1]                     # within [0, 1], which it is when left out
//     reversed = false                # true: the low end of `from` becomes the high end of `to`
//     label = "felt accepted"
//
//     [cues.tone]                     # a cue of the study's own, at most 16 of them; keys as a cue, and
//     kind = "signal"                 # signal: may announce pain; context: where and when
//
//     [outcome]                       # how much it hurt; keys as a cue
//     [behaviour]                     # protective behaviour, if it was recorded; keys as a cue
//     [[secondary]]                   # further records of the behaviour; keys as a cue, and
//     name = "irritable"
//     [[proxy]]                       # what stands in for something unrecorded; keys as a cue, name, and
//     lead = 1                        # recorded this many prompts after the moment; 0 when left out
//     within_days = 1.5               # missing when that prompt is further away than this; no limit when left out
//
// [time], at least one cue, and [outcome] are required.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/table.hpp"
#include "nearness/io/text_file.hpp"
#include "nearness/io/timestamp.hpp"
#include "nearness/observe/diary.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

// A column's name and where the mapping file names it.
struct ColumnName {
    std::string name;
    Place place;
};

enum class TimeUnit { seconds, minutes, hours, days, weeks, timestamp };

struct TimeMapping {
    std::optional<ColumnName> column;
    TimeUnit unit = TimeUnit::days;
    DateOrder format = DateOrder::year_month_day;
    std::optional<ColumnName> clock;
};

// value = to_low + (recorded - from_low) / (from_high - from_low) * (to_high - to_low), ends of `to` swapped if
// reversed.
struct ValueMapping {
    observe::Variable variable;
    ColumnName column;
    double from_low = 0;
    double from_high = 1;
    double to_low = 0;
    double to_high = 1;
    double within_days = std::numeric_limits<double>::infinity();
};

struct Mapping {
    std::string path;
    std::string title;
    std::string source;
    std::string licence;
    std::string note;
    bool negative_control = false;
    std::optional<ColumnName> person;
    std::optional<ColumnName> group;
    std::optional<Delimiter> delimiter;
    std::optional<Decimal> decimal;
    std::vector<std::string> missing = {"", "NA", "."};
    TimeMapping time;
    std::vector<ValueMapping> values;  // in the order of observe::Diary::variables
};

// Reads a mapping. What is wrong (E0210 to E0217) is added to `problems`, and the Mapping then holds the rest.
// `known_cues` are the model's names for its cues, in its order.
Mapping parse_mapping(const TextFile& text, const std::vector<std::string>& known_cues, Problems& problems);

}  // namespace nearness::io
