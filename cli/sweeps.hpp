// nearness regions, nearness knockouts: all claims again and again, each time with something different in everybody.
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

struct SweepAsked {
    std::vector<std::string> which;  // claims; all when empty
    std::string out;                 // folder of journal and tables
    std::vector<std::string> map;    // two parameters; none: draws from the prior
    std::uint64_t seed = 1;
    int draws = 200, points = 5;
    int persons = 48;
    int threads = 0;
    bool json = false, quiet = false;
};

class Sweeps {
public:
    explicit Sweeps(CLI::App& app);
    std::optional<Exit> answer() const;

private:
    CLI::App& app_;
    SweepAsked regions_, knock_outs_;
};

}  // namespace nearness::cli
