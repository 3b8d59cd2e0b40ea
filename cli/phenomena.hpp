// nearness phenomena: which learner shows what the learning laboratory finds.
#pragma once

#include "nearness/base/problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nearness::cli {

struct PhenomenaOptions {
    std::vector<std::string> which;  // ids of shipped ones or files; all shipped ones when empty
    std::string out;                 // folder; nothing is written when empty
    std::uint64_t seed = 1;
    bool json = false;
};

class Phenomena {
public:
    explicit Phenomena(CLI::App& app);  // adds the verb; `app` has to stay
    // Does what was asked for, if it was this verb.
    std::optional<Exit> answer() const;

private:
    CLI::App& app_;
    PhenomenaOptions options_;
};

}  // namespace nearness::cli
