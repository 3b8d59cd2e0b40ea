// From a CSV file of recorded trials, one a row, to observe::Trials.
//
// What is not named is found by its name, whatever its capitals: `subject`; `outcome` or `us`; `time`, else `trial`, else the
// order of the rows, one unit apart; `avoided`, `inhibition`, `learning`. All other columns whose first recorded cell is a
// number are cues. Columns `subject`, `time` and `trial` name the rows of what is written.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/text_file.hpp"
#include "nearness/memory/learners/learner.hpp"
#include "nearness/observe/trials.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nearness::io {

// value = (recorded − low)/(high − low), for a column.
struct ColumnScale {
    std::string column;
    double low = 0;
    double high = 1;
};

// Columns, by name.
struct TrialColumns {
    std::vector<std::string> cues;
    std::vector<std::string>
        categories;  // each level of such a column is a cue, called as the level: 1 where it is, else 0
    std::vector<std::string> outcomes;
    std::optional<std::string> subject, time;
    bool by_row = false;                    // the order of rows is the time, whatever columns there are
    std::optional<std::string> avoided;     // 1 made, 0 not made, "unavailable"; not recorded: free
    std::optional<std::string> inhibition;  // strength of an amnestic treatment after the trial; not recorded: 0
    std::optional<std::string> learning;    // 0: a test trial, which teaches nothing; not recorded: 1
    std::vector<ColumnScale> scales;
    std::vector<std::string> missing = {"", "NA", "."};  // what stands for "not recorded"
};

// Reads trials for a learner that takes what `accepts` says. What is wrong (E0601 to E0609, E0218, E0219) is added to
// `problems`; the result means something only if nothing was. `left_out` gets the columns that are not used.
observe::Trials read_trials(TextFile text, const TrialColumns& columns, const learners::Accepts& accepts,
                            Problems& problems, std::vector<std::string>* left_out = nullptr);

}  // namespace nearness::io
