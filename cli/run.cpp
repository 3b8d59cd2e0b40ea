#include "cli/live.hpp"

#include <fmt/format.h>

namespace nearness::cli {

namespace {

// `--out .` beside a diary called diary.csv would replace what was recorded by what was computed from it.
void keep_inputs(const std::filesystem::path& folder, const Options& options, const Loaded& loaded) {
    std::vector<std::string> inputs = {options.file};
    if (loaded.diary) inputs.push_back(loaded.diary->file);
    Problems problems;
    for (const char* name : {"report.html", "run.nc", "moments.csv", "summary.json", "diary.csv", "comparison.csv"}) {
        const std::filesystem::path result = folder / name;
        for (const std::string& input : inputs) {
            std::error_code error;
            if (!std::filesystem::equivalent(result, input, error)) continue;
            problems.add("E0304", {.file = result.string(), .text = {}}, "this is an input of the run",
                         "name another folder with --out");
        }
    }
    problems.throw_if_any();
}

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

    keep_inputs(folder_for(options), options, loaded);
    catch_signals();
    Results results(folder_for(options), loaded);
    if (!live(loaded, options, results)) return Exit::interrupted;
    results.commit();
    results.print(options);
    print_failures(results.collection(), options);
    return Exit::good;
}

}  // namespace nearness::cli
