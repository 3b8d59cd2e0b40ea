// The verbs that simulate nothing: what there is, a file to start from, and what a shell has to know. This class adds
// them to the command line; each does its work in a file of its own.
#pragma once

#include "nearness/base/problem.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nearness::cli {

struct Asked {
    std::vector<std::string> names;  // rows of evidence
    std::string name;                // a module, parameter, scenario, shell or new file
    std::string from;                // the scenario to start from
    std::string folder;              // where to copy to
    bool json = false;
    bool csv = false;
};

Exit describe_parameters(const Asked& asked);
Exit new_scenario(const Asked& asked);
Exit list_scenarios(const Asked& asked);
Exit copy_scenario(const Asked& asked);
Exit print_codebook(const Asked& asked);
Exit print_evidence(const Asked& asked);

class LookUp {
public:
    explicit LookUp(CLI::App& app);  // adds the verbs; `app` has to stay
    // Does what was asked for, if it was one of these verbs.
    std::optional<Exit> answer() const;

private:
    CLI::App& app_;
    Asked asked_;
};

}  // namespace nearness::cli
