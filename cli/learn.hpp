// nearness learn: a learner on recorded trials. This class adds the verb to the command line and does its work.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/trials.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nearness::cli {

// As typed.
struct LearnOptions {
    std::string model, trials, output;
    std::vector<std::string> set, scales, missing;
    io::TrialColumns columns;
    std::uint64_t seed = 1;
    bool internals = false;
    bool quiet = false;
};

class Learn {
public:
    explicit Learn(CLI::App& app);  // `app` has to stay
    // Does what was asked for, if it was this verb.
    std::optional<Exit> answer();

private:
    Exit learn();

    CLI::App& app_;
    LearnOptions options_;
};

}  // namespace nearness::cli
