// nearness experiment: learners on a design, from a file or from the command line. This class adds the verb to the command
// line and does its work.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/experiment_file.hpp"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace nearness::cli {

class Experiment {
public:
    explicit Experiment(CLI::App& app);  // `app` has to stay
    // Does what was asked for, if it was this verb.
    std::optional<Exit> answer();

private:
    Exit experiment();

    CLI::App& app_;
    io::ExperimentOptions options_;
    std::string asked_;  // a file or a design, as typed
    std::string out_;    // folder; empty: nothing is written
    int threads_ = 0;
    bool quiet_ = false, json_ = false;
};

}  // namespace nearness::cli
