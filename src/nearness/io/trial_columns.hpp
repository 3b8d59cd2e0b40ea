// Which column of a table of trials means what.
#pragma once

#include "nearness/io/table.hpp"
#include "nearness/io/trials.hpp"

namespace nearness::io {

// A column of numbers; `index` in the table.
struct NumberColumn {
    std::size_t index = 0;
    std::string name;
    double low = 0, high = 1;  // values are (recorded − low)/(high − low)
};

struct FoundColumns {
    std::vector<NumberColumn> cues, outcomes;
    std::vector<std::size_t> categories;
    std::optional<std::size_t> subject, avoided, inhibition, learning;
    std::optional<NumberColumn> time;
    std::vector<std::size_t> names;     // what names rows: subject, time, trial
    std::vector<std::string> left_out;  // not used
};

// "Not recorded" is one of `missing`.
bool stands_for_missing(const std::vector<std::string>& missing, std::string_view trimmed_text);

// Finds what `wanted` names, and what is known by its name; says what is not there (E0601, E0602).
FoundColumns find_columns(const Table& table, const TrialColumns& wanted, Problems& problems);

}  // namespace nearness::io
