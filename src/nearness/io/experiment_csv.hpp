// What an experiment came to, as CSV.
//
// trials.csv  one row a trial of a subject: learner, group, subject and phase and trial from 1, kind (its notation),
//             repetition and block from 1, test (1 or 0), time in the learner's unit, `present_A` for each stimulus (its
//             intensity, 0 where it was not there), then the numbers of the learner; empty where another learner has them.
// means.csv   one row a trial of a kind, over subjects: means, standard deviations, 95 % intervals of the mean (empty with one
//             subject) of prediction and response. `trial` is the mean place in the experiment: drawn orders differ.
#pragma once

#include "nearness/io/experiment_columns.hpp"

#include <cstdio>
#include <filesystem>

namespace nearness::io {

class TrialsFile {
public:
    // Throws InputError E0305, here and below.
    TrialsFile(std::filesystem::path path, const experiment::Plan& plan);
    ~TrialsFile();
    TrialsFile(const TrialsFile&) = delete;
    TrialsFile& operator=(const TrialsFile&) = delete;

    void add(const experiment::Course& course);
    void close();

private:
    void put(std::string_view text);

    std::filesystem::path path_;
    const experiment::Plan& plan_;
    Words columns_;
    std::vector<std::vector<std::size_t>> place_;  // [learner][number]: its column
    std::FILE* file_ = nullptr;
};

std::string means_csv(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means);

}  // namespace nearness::io
