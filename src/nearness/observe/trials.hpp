// Recorded trials of one or several subjects, ready to be learned from (infer/learning.hpp).
//
// Numbers are arrays by stimulus: cues, then outcomes, as in learners::Trial. A value that was not recorded is NaN; no
// other NaN and no infinity occurs.
#pragma once

#include "nearness/memory/learners/trial.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace nearness::observe {

// The trials [begin, end) of one subject, in the order of time.
struct Subject {
    std::string id;  // as in the file; empty where it has no column of subjects
    std::size_t begin = 0;
    std::size_t end = 0;
};

// What tells rows apart, as the file writes it.
struct RowName {
    std::string column;
    std::vector<std::string> text;  // by row
};

struct Trials {
    std::string file;                         // path
    std::vector<std::string> cues, outcomes;  // names
    std::vector<RowName> names;               // subject, time, trial: those that there are
    std::vector<Subject> subjects;
    std::vector<std::vector<double>> values;     // [stimulus][row]
    std::vector<double> time;                    // by row, in the file's unit; not decreasing within a subject
    std::vector<double> inhibition;              // by row, or empty: none
    std::vector<learners::Avoidance> avoidance;  // by row, or empty: free
    std::vector<bool> learning;                  // by row, or empty: all trials teach

    std::size_t rows() const { return time.size(); }
    std::vector<std::string> stimuli() const {
        std::vector<std::string> all = cues;
        all.insert(all.end(), outcomes.begin(), outcomes.end());
        return all;
    }

    // Lags are bounded by the longest study of a subject, and are never taken for less than what is usual.
    learners::Setting setting() const {
        learners::Setting setting{static_cast<int>(cues.size()), static_cast<int>(outcomes.size())};
        for (const Subject& one : subjects) {
            if (one.end > one.begin) {
                setting.longest_lag = math::maximum(setting.longest_lag, time[one.end - 1] - time[one.begin]);
            }
        }
        return setting;
    }

    learners::Trial<double> trial(const learners::Setting& setting, const Subject& subject, std::size_t row) const {
        const auto value = [&](int stimulus) { return values[static_cast<std::size_t>(stimulus)][row]; };
        auto trial = learners::Trial<double>::of(setting, time[row] - time[subject.begin], value,
                                                 [&](int outcome) { return value(setting.cues + outcome); });
        if (row + 1 < subject.end) trial.until_next = time[row + 1] - time[row];
        if (!inhibition.empty()) trial.inhibition = inhibition[row];
        if (!avoidance.empty()) trial.avoidance = avoidance[row];
        if (!learning.empty()) trial.learning = learning[row];
        return trial;
    }
};

}  // namespace nearness::observe
