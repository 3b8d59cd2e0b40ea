#include "cli/results.hpp"

#include "cli/printed_comparison.hpp"
#include "cli/printed_summary.hpp"
#include "cli/shell.hpp"
#include "nearness/io/diary_file.hpp"
#include "nearness/io/summary_columns.hpp"
#include "nearness/io/summary_file.hpp"
#include "nearness/report/report.hpp"
#include "nearness/version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::cli {

Results::Results(std::filesystem::path folder, const Loaded& loaded)
    : loaded_(loaded),
      provenance_{version, engine::plan_hash(loaded.plan, version), loaded.plan.seed, loaded.plan.scenario_text},
      folder_(std::move(folder)),
      run_path_(folder_.temporary("run.nc")) {
    run_file_.emplace(run_path_, loaded.plan, provenance_);
    moments_file_.emplace(folder_.temporary("moments.csv"), loaded.plan);
    collection_.plan = loaded.plan;
}

void Results::add(engine::PersonResult&& person) {
    run_file_->add(person);
    moments_file_->add(person);
    collection_.add_rows(std::move(person));
    ++received_;
}

void Results::complete() {
    run_file_->close();
    moments_file_->close();
    run_file_.reset();
    moments_file_.reset();
    collection_.columns = io::summary_columns(run_path_);
    summary_ = io::summary_json(collection_, provenance_);
    folder_.write("summary.json", summary_);
    report::Options in_report;
    if (loaded_.diary) {
        const std::vector<infer::ArmForecast> forecasts = infer::forecasts_of(collection_);
        comparison_ = infer::compare(*loaded_.diary, forecasts);
        folder_.write("diary.csv", io::diary_csv(*loaded_.diary, forecasts));
        folder_.write("comparison.csv", io::comparison_csv(comparison_));
        files_.insert(files_.end(), {"diary.csv", "comparison.csv"});
        in_report.diary = &*loaded_.diary;
        in_report.comparison = &comparison_;
    }
    folder_.write("report.html", report::html(collection_, provenance_, in_report));
}

void Results::commit() { folder_.commit(); }

void Results::print(const Options& options) const {
    if (options.json) {
        fmt::print("{}", summary_);
        return;
    }
    if (options.quiet) return;
    fmt::print("{}\n", printed_summary(collection_));
    if (loaded_.diary) fmt::print("{}\n", printed_comparison(*loaded_.diary, comparison_));
    for (const char* name : files_) fmt::print("  {}\n", (folder() / name).string());
}

// `--out .` beside a diary called diary.csv would replace what was recorded by what was computed from it.
void keep_inputs(const std::filesystem::path& folder, const std::vector<std::string>& inputs) {
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

void print_failures(const engine::Collection& collection, const Options& options) {
    const engine::Failures& failures = collection.failures;
    if (failures.count == 0) return;
    fmt::print(stderr, "{} numerical failures:\n", failures.count);
    constexpr std::size_t most = 10;
    const std::string scenario = options.file.empty() ? "SCENARIO" : quoted(options.file);
    for (std::size_t i = 0; i < std::min(most, failures.first.size()); ++i) {
        const engine::Failure& failure = failures.first[i];
        fmt::print(stderr, "  person {}, arm {}, chapter {}: {} is {}\n", failure.person + 1, failure.arm,
                   failure.chapter, failure.quantity, failure.value);
        std::string again = fmt::format("nearness run {} --seed {} --persons {}..{}", scenario, collection.plan.seed,
                                        failure.person + 1, failure.person + 1);
        for (const std::string& one : collection.plan.settings) again += " --set " + quoted(one);
        fmt::print(stderr, "    again: {}\n", again);
    }
}

}  // namespace nearness::cli
