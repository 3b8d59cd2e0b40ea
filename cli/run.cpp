#include "cli/printed_comparison.hpp"
#include "cli/printed_summary.hpp"
#include "cli/progress.hpp"
#include "cli/scenario.hpp"
#include "nearness/engine/ensemble.hpp"
#include "nearness/io/diary_file.hpp"
#include "nearness/io/moments_file.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/run_file.hpp"
#include "nearness/io/summary_file.hpp"
#include "nearness/report/report.hpp"
#include "nearness/version.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <filesystem>

namespace nearness::cli {

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void interrupt(int) { interrupted = true; }

// Names the file the numbers came from, not where it lay: out/<stem>.
std::filesystem::path folder_for(const Options& options) {
    if (!options.out.empty()) return options.out;
    return std::filesystem::path("out") / std::filesystem::path(options.file).stem();
}

// For pasting into a shell.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

void print_failures(const engine::Collection& collection, const Options& options) {
    if (collection.failures() == 0) return;
    fmt::print(stderr, "{} numerical failures:\n", collection.failures());
    int shown = 0;
    for (const engine::PersonResult& person : collection.persons) {
        for (const engine::Failure& failure : person.failures) {
            if (++shown > 10) return;
            fmt::print(stderr, "  person {}, arm {}, chapter {}: {} is {}\n", person.person + 1, failure.arm,
                       failure.chapter, failure.quantity, failure.value);
            std::string again = fmt::format("nearness run {} --seed {} --persons {}", quoted(options.file),
                                            collection.plan.seed, person.person + 1);
            for (const std::string& one : options.set) again += " --set " + quoted(one);
            fmt::print(stderr, "    again: {}\n", again);
        }
    }
}

}  // namespace

Exit run(const Options& options) {
    if (options.dry_run && options.json) return check(options);  // the same object
    Loaded loaded = load(options);
    const engine::RunPlan& plan = loaded.plan;
    if (!options.quiet && !options.json) {
        fmt::print("{}\n  {}\n", plan.title, describe(plan));
        if (!plan.description.empty()) fmt::print("\n{}\n\n", plan.description);
    }
    if (options.dry_run) return Exit::good;

    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    io::OutputFolder folder(folder_for(options));
    const io::Provenance provenance{version, engine::plan_hash(plan, version), plan.seed, plan.scenario_text};
    engine::Collection collection;
    {
        io::RunFile run_file(folder.temporary("run.nc"), plan, provenance);
        io::MomentsFile moments_file(folder.temporary("moments.csv"), plan);
        Progress progress(!options.quiet);
        engine::RunOptions run_options;
        run_options.threads = options.threads;
        run_options.cancel = &interrupted;
        run_options.progress = [&](int done, int total) { progress.at(done, total); };
        const bool complete = engine::run(plan, run_options, [&](engine::PersonResult&& person) {
            run_file.add(person);
            moments_file.add(person);
            collection.persons.push_back(std::move(person));
        });
        if (complete && plan.deterministic) {
            collection.typical_path = engine::beside_lives(plan, collection.persons.front(), run_options);
        }
        if (!complete || interrupted) {
            progress.clear();
            fmt::print(stderr, "interrupted after {} of {} persons; nothing was written\n", collection.persons.size(),
                       plan.persons);
            return Exit::interrupted;
        }
        run_file.close();
        moments_file.close();
    }
    collection.plan = plan;
    const std::string summary = io::summary_json(collection, provenance);
    folder.write("summary.json", summary);
    std::vector<const char*> files = {"report.html", "run.nc", "moments.csv", "summary.json"};
    infer::Comparison comparison;
    report::Options in_report;
    if (loaded.diary) {
        const std::vector<infer::ArmForecast> forecasts = infer::forecasts_of(collection);
        comparison = infer::compare(*loaded.diary, forecasts);
        folder.write("diary.csv", io::diary_csv(*loaded.diary, forecasts));
        folder.write("comparison.csv", io::comparison_csv(comparison));
        files.insert(files.end(), {"diary.csv", "comparison.csv"});
        in_report.diary = &*loaded.diary;
        in_report.comparison = &comparison;
    }
    folder.write("report.html", report::html(collection, provenance, in_report));
    if (interrupted) return Exit::interrupted;
    folder.commit();

    if (options.json) {
        fmt::print("{}", summary);
    } else if (!options.quiet) {
        fmt::print("{}\n", printed_summary(collection));
        if (loaded.diary) fmt::print("{}\n", printed_comparison(*loaded.diary, comparison));
        for (const char* name : files) {
            fmt::print("  {}\n", (folder.folder() / name).string());
        }
    }
    print_failures(collection, options);
    return Exit::good;
}

}  // namespace nearness::cli
