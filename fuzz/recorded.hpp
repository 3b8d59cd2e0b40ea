// A diary and its mapping from memory, and what the model relies on once they are read.
#pragma once

#include "fuzz/outcome.hpp"
#include "nearness/io/diary.hpp"

#include <cmath>

namespace nearness::fuzz {

inline constexpr const char* usual_mapping = R"(person = "who"
group = "couple"
[time]
column = "hour"
unit = "hours"
[cues.attention]
column = "attention"
from = [0, 100]
[outcome]
column = "hurt"
from = [1, 7]
[[proxy]]
name = "later"
column = "left"
lead = 1
within_days = 2
)";

inline constexpr const char* usual_diary = R"(who,couple,hour,attention,hurt,left
a,1,0,50,3,0.2
a,1,5.5,70,2,
a,1,24,NA,7,1
b,1,1,0,1,0
b,1,2,,,
b,1,26,100,6.5,0.75
)";

// What observe/diary.hpp promises.
inline void check(const observe::Diary& diary) {
    std::size_t rows = diary.blank_rows;
    for (const observe::Series& person : diary.persons) {
        rows += person.moments() + person.missed;
        ensure(person.line.size() == person.moments(), "lines and moments differ");
        ensure(person.values.size() == diary.variables.size(), "a variable without values");
        ensure(person.time.empty() || (person.time.front() == 0 && std::isfinite(person.start)), "time does not begin");
        for (std::size_t i = 0; i < person.moments(); ++i) {
            ensure(std::isfinite(person.time[i]), "a time that is none");
            ensure(i == 0 || person.time[i] > person.time[i - 1], "time stands still");
        }
        for (const std::vector<double>& values : person.values) {
            ensure(values.size() == person.moments(), "a moment without its value");
            for (const double value : values) {
                ensure(observe::is_missing(value) || (value >= 0 && value <= 1), "a value outside [0, 1]");
            }
        }
    }
    ensure(rows == diary.rows, "rows that are neither moments nor missed nor blank");
}

inline void read(const std::string& mapping, const std::string& diary) {
    Problems problems;
    const io::TextFile mapping_text = io::checked_text("mapping.toml", mapping);
    const observe::Diary read = io::read_diary(io::checked_text("diary.csv", diary), mapping_text, cues(), problems);
    problems.throw_if_any();
    check(read);
}

}  // namespace nearness::fuzz
