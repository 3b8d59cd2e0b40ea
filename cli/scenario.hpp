// A scenario with its diary, read and validated; what `run` and `check` share.
#pragma once

#include "cli/verbs.hpp"
#include "nearness/io/run_reader.hpp"
#include "nearness/observe/diary.hpp"

#include <optional>

namespace nearness::cli {

struct Loaded {
    engine::RunPlan plan;
    std::vector<std::string> arm_descriptions;  // one an arm, empty when it has none
    std::optional<observe::Diary> diary;
};

Loaded load(const Options& options);

// What a run.nc says it was made from, for a range of its ensemble's persons. `data` is the diary, empty for none.
Loaded load_stored(const io::RunReader& run, int first_person, int persons, const std::string& data);

// Throws InputError E0313 for a run of another version.
void check_version(const io::RunReader& run);

// Encounters, sessions and events of all persons and arms, shared chapters counted once; those of the lives beside a typical
// path too.
struct Size {
    double lives = 0;
    double encounters = 0;
    double work = 0;              // in encounters without particles: with them, one costs as many as there are
    double recorded_moments = 0;  // rows of moments.csv
    double megabytes = 0;         // of all files, roughly
};

Size size_of(const engine::RunPlan& plan);

// "3 chapters, 2 arms, 24 persons, 38,304 encounters to live; about 12 MB of results"
std::string describe(const engine::RunPlan& plan);

}  // namespace nearness::cli
