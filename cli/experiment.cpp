#include "cli/experiment.hpp"

#include "cli/live.hpp"
#include "cli/printed_experiment.hpp"
#include "cli/progress.hpp"
#include "nearness/io/experiment_csv.hpp"
#include "nearness/io/experiment_netcdf.hpp"
#include "nearness/io/experiment_summary.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/report/experiment.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace nearness::cli {

namespace {

constexpr const char* copy_name = "experiment.toml";

// What can only be a path: a design has no point before a suffix and no slash without kinds around it.
bool is_file(const std::string& asked) {
    std::error_code error;
    return asked.ends_with(".toml") || std::filesystem::is_regular_file(asked, error);
}

// The files of an experiment on their way into a folder, all or none.
class Files {
public:
    Files(const std::filesystem::path& folder, const io::Experiment& experiment, const io::Provenance& provenance)
        : folder_(folder),
          trials_(folder_.temporary("trials.csv"), experiment.plan),
          numbers_(folder_.temporary("experiment.nc"), experiment.plan, provenance),
          provenance_(provenance) {}

    void add(const experiment::Course& course) {
        trials_.add(course);
        numbers_.add(course);
    }

    void complete(const io::Experiment& experiment, const std::vector<experiment::GroupMeans>& means,
                  const std::string& summary) {
        trials_.close();
        numbers_.close();
        folder_.write("means.csv", io::means_csv(experiment.plan, means));
        folder_.write("summary.json", summary);
        folder_.write(copy_name, experiment.text);
        folder_.write("report.html", report::experiment_page(experiment.plan, means, provenance_));
        folder_.commit();
    }

    void print() const {
        for (const char* name :
             {"trials.csv", "means.csv", "experiment.nc", "summary.json", "report.html", copy_name}) {
            fmt::print("  {}\n", (folder_.folder() / name).string());
        }
    }

private:
    io::OutputFolder folder_;
    io::TrialsFile trials_;
    io::ExperimentFile numbers_;
    io::Provenance provenance_;
};

// `--out .` beside a file called experiment.toml would replace it by its copy.
void keep_input(const std::string& folder, const std::string& input) {
    const std::filesystem::path copy = std::filesystem::path(folder) / copy_name;
    std::error_code error;
    if (folder.empty() || !std::filesystem::equivalent(copy, input, error) || error) return;
    throw InputError({{"E0304",
                       {copy.string(), 0, 0, 0, {}},
                       "this is the file of the experiment",
                       "name another folder with --out"}});
}

}  // namespace

Experiment::Experiment(CLI::App& app) : app_(app) {
    CLI::App* verb = app.add_subcommand("experiment", "run learners on a design, or on an experiment in a file");
    verb->add_option("DESIGN", asked_, "experiment file (TOML), or groups: 'a=20A>(US)|20A; b=20A'")->required();
    const auto several = [&](const char* name, std::vector<std::string>& words, const char* says) {
        return verb->add_option(name, words, says)->take_all()->allow_extra_args(false);
    };
    several("--learner", options_.learners, "learner, as rescorla-wagner, or all; may be repeated");
    several("--set", options_.set, "set a parameter: alpha=0.3, rescorla-wagner.alpha=0.3, salience.A=0.3");
    several("--spread", options_.spread, "let a parameter differ between subjects: alpha=0.5");
    several("--outcome", options_.outcomes, "stimulus that is an outcome (default: US, US1, ...)");
    verb->add_option("--subjects", options_.subjects, "simulated subjects in each group");
    verb->add_option("--seed", options_.seed, "seed of all random draws");
    verb->add_option("--time-unit", options_.time_unit,
                     "what 1 is in a learner's time: minutes (default), hours, days");
    verb->add_option("--threads", threads_, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    verb->add_option("--out", out_, "folder for the results; nothing is written when left out");
    verb->add_flag("--verbose-state", options_.state, "write every internal quantity, before and after each trial");
    verb->add_flag("--quiet", quiet_, "print nothing but problems");
    verb->add_flag("--json", json_, "print the result as JSON");
}

std::optional<Exit> Experiment::answer() {
    if (!app_.got_subcommand("experiment")) return std::nullopt;
    return experiment();
}

Exit Experiment::experiment() {
    const bool file = is_file(asked_);
    if (!file) options_.design = asked_;
    const io::Experiment read = file ? io::read_experiment_file(asked_, options_) : io::experiment_from(options_);
    if (file) keep_input(out_, asked_);
    const experiment::Plan& plan = read.plan;
    if (!quiet_ && !json_ && !plan.title.empty()) fmt::print("{}\n\n", plan.title);
    if (!quiet_ && !json_ && !plan.description.empty()) fmt::print("{}\n\n", plan.description);

    catch_signals();
    const io::Provenance provenance{version, {}, plan.seed, read.text};
    std::optional<Files> files;
    if (!out_.empty()) files.emplace(out_, read, provenance);
    experiment::MeansCollection collection;
    {
        Progress progress(!quiet_);
        engine::RunOptions run;
        run.threads = threads_;
        run.cancel = &interruption();
        run.progress = [&](int done, int total) { progress.at(done, total); };
        const bool whole = experiment::simulate(plan, run, [&](experiment::Course&& course) {
            collection.add(course);
            if (files) files->add(course);
        });
        if (!whole || interrupted()) {
            progress.clear();
            fmt::print(stderr, "interrupted; nothing was written\n");
            return Exit::interrupted;
        }
    }
    const std::vector<experiment::GroupMeans> means = collection.take();
    const std::string summary = io::experiment_json(plan, means, provenance);
    if (files) files->complete(read, means, summary);
    if (json_) {
        fmt::print("{}", summary);
    } else if (!quiet_) {
        fmt::print("{}", printed_experiment(plan, means));
        if (files) fmt::print("\n");
        if (files) files->print();
    }
    return Exit::good;
}

}  // namespace nearness::cli
