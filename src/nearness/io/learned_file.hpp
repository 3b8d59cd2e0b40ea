// What a learner made of recorded trials, as CSV: one row for each row of the trials, in their order.
//
// Columns: what names the rows (subject, time, trial); `prediction` and `response` before the outcome; the learner's own
// numbers of the trial; what the trial came to (`posterior_1`, `cause`). With internal quantities, each twice: as it was
// before the trial (`weight_1_A_before`) and after it (`weight_1_A_after`). A number has as many digits as it takes to
// read it back to the bit. Indices follow the name: cues and outcomes by their names, causes from 1, levels and periods
// from 0.
#pragma once

#include "nearness/io/learner_settings.hpp"
#include "nearness/observe/trials.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

struct LearnedOptions {
    std::uint64_t seed = 1;
    bool internals = false;
};

struct Learned {
    bool whole = true;           // false: it was stopped
    std::size_t not_finite = 0;  // rows with a number that is none: "nan", "inf", "-inf"
    std::size_t first = 0;       // the first of them
};

using TakeText = std::function<bool(std::string_view text, std::size_t rows)>;

// The column of an output.
std::string learned_column(const learners::Output& output, const Words& stimuli, std::string_view when = "");

// Hands the text on in pieces, the header first, with how many rows are done; `take` stops everything by giving false. Throws InputError, before
// anything is handed on: E0612 where settings and trials do not go together, E0613 where two columns would have one name.
Learned write_learned(const LearnerText& learner, const std::vector<LearnerSetting>& settings,
                      const observe::Trials& trials, const LearnedOptions& options, const TakeText& take);

}  // namespace nearness::io
