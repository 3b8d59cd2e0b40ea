#include "cli/live.hpp"

#include <fmt/format.h>

namespace nearness::cli {

namespace {

// Names the file the numbers came from, not where it lay: out/<stem>.
std::filesystem::path folder_for(const Options& options) {
    if (!options.out.empty()) return options.out;
    return std::filesystem::path("out") / std::filesystem::path(options.file).stem();
}

}  // namespace

Exit run(const Options& options) {
    if (options.dry_run && options.json) return check(options);  // the same object
    const Loaded loaded = load(options);
    const engine::RunPlan& plan = loaded.plan;
    if (!options.quiet && !options.json) {
        fmt::print("{}\n  {}\n", plan.title, describe(plan));
        if (!plan.description.empty()) fmt::print("\n{}\n\n", plan.description);
    }
    if (options.dry_run) return Exit::good;

    catch_signals();
    Results results(folder_for(options), loaded);
    std::vector<std::string> inputs = {options.file};
    if (loaded.diary) inputs.push_back(loaded.diary->file);
    keep_inputs(results.folder(), inputs);
    if (!live(loaded, options, results)) return Exit::interrupted;
    results.commit();
    results.print(options);
    print_failures(results.collection(), options);
    return Exit::good;
}

}  // namespace nearness::cli
