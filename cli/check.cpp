#include "cli/scenario.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nearness::cli {

Exit check(const Options& options) {
    const Loaded loaded = load(options);
    if (options.json) {
        const Size size = size_of(loaded.plan);
        const nlohmann::ordered_json document = {{"file", options.file},           {"good", true},
                                                 {"persons", loaded.plan.persons}, {"arms", loaded.plan.arms.size()},
                                                 {"encounters", size.encounters},  {"work", size.work},
                                                 {"megabytes", size.megabytes}};
        fmt::print("{}\n", document.dump(1));
    } else if (!options.quiet) {
        fmt::print("{}: good. {}\n", options.file, describe(loaded.plan));
    }
    return Exit::good;
}

}  // namespace nearness::cli
