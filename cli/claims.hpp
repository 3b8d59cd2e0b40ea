// nearness claims: the essay's claims as experiments.
#pragma once

#include "cli/verbs.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace nearness::cli {

class Claims {
public:
    explicit Claims(CLI::App& app);
    // Empty unless the verb was called.
    std::optional<Exit> answer() const;

private:
    struct Asked {
        std::vector<std::string> which;  // numbers or names
        std::string out, as;
        std::vector<std::string> set;
        int persons = 200, population = 400;
        int threads = 0;
        bool show = false, json = false, quiet = false;
    };
    CLI::App& app_;
    Asked asked_;
};

}  // namespace nearness::cli
