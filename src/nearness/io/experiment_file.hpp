// An experiment, from a file (TOML), from the command line, or from a file with changes. docs/guide/experiments.md
// describes every key; this is the shape:
//
//     title = "Renewal"
//     description = "What to look at."
//     learners = ["rescorla-wagner", "latent-causes"]   # or "all"; rescorla-wagner when left out
//     subjects = 50                    # simulated, in each group; 1 when left out
//     seed = 1
//     time_unit = "minutes"            # what 1 is in the time of learners
//     between_trials = "1 minute"      # where a design has no @
//     outcomes = ["shock"]             # US, US1, … when left out
//     [groups]
//     ABA = "[X]20A>(US) | [Y]20A | [X]5#A"
//     AAA = ["[X]20A>(US)", "[X]20A", "[X]5#A"]         # a list of phases
//     [parameters]
//     alpha = 0.3                      # of every learner that has one
//     "rescorla-wagner.salience.A" = 0.2   # of one learner, and one stimulus or form of a stimulus
//     [spread]
//     alpha = 0.5                      # standard deviation over subjects, on the scale of the parameter's prior
//
// ERRORS  All at once: E0101 to E0113 as in scenarios, E0701 to E0705.
#pragma once

#include "nearness/experiment/simulate.hpp"
#include "nearness/io/toml_fields.hpp"

#include <optional>

namespace nearness::io {

// What the command line adds, or changes in a file; as typed.
struct ExperimentOptions {
    std::string design;  // groups parted by `;`, each with `name=` before it or not; empty with a file
    Words learners, set, spread, outcomes;
    std::string time_unit;
    std::optional<std::int64_t> subjects;
    std::optional<std::uint64_t> seed;
    bool state = false;
};

struct Experiment {
    experiment::Plan plan;
    std::string name;  // of the file without .toml, or "experiment"
    std::string text;  // a file that is this experiment: the file itself where nothing was changed
};

// Throws InputError.
Experiment read_experiment_file(const std::string& path, const ExperimentOptions& changes = {});
Experiment parse_experiment(TextFile file, const ExperimentOptions& changes = {});
Experiment experiment_from(const ExperimentOptions& options);

// The plan as a file.
std::string as_experiment_file(const experiment::Plan& plan);

}  // namespace nearness::io
