// nearness: the command line. Verbs are in files of their own; this one reads the arguments and turns problems into
// messages and exit codes.
#include "cli/claims.hpp"
#include "cli/experiment.hpp"
#include "cli/learn.hpp"
#include "cli/look_up.hpp"
#include "cli/phenomena.hpp"
#include "cli/sweeps.hpp"
#include "cli/verbs.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>

namespace {

using nearness::Exit;
using nearness::cli::Options;

void add_scenario_options(CLI::App& verb, Options& options) {
    verb.add_option("FILE", options.file, "scenario file (TOML)")->required();
    verb.add_option("--seed", options.seed, "seed of all random draws, instead of the file's");
    verb.add_option("--persons", options.persons, "number of persons, instead of the file's, or a range: 1001..2000");
    verb.add_option("--set", options.set, "set a parameter or a chapter's key: memory.concentration=0.05")
        ->take_all()
        ->allow_extra_args(false);
    verb.add_flag("--deterministic", options.deterministic, "one typical path, beside 200 drawn lives");
    verb.add_flag("--quiet", options.quiet, "print nothing but problems");
    verb.add_flag("--json", options.json, "print the result as JSON");
}

void add_stored_run_options(CLI::App& verb, Options& options) {
    verb.add_option("--data", options.data, "the diary that drove the run, which run.nc does not hold");
    verb.add_flag("--quiet", options.quiet, "print nothing but problems");
    verb.add_flag("--json", options.json, "print the result as JSON");
}

int fail(const char* message) {
    std::fprintf(stderr, "E0901  %s\n   a fault of nearness itself; please report it   nearness explain E0901\n",
                 message);
    return static_cast<int>(Exit::our_bug);
}

// `not_done` is what several problems together kept from happening.
int print(const nearness::InputError& error, const char* not_done = "run") {
    for (const nearness::Problem& problem : error.problems()) std::fputs(nearness::render(problem).c_str(), stderr);
    if (error.problems().size() > 1) {
        std::fprintf(stderr, "%zu problems; nothing was %s\n", error.problems().size(), not_done);
    }
    return static_cast<int>(error.exit());
}

// `--out=`, for which CLI11 would take the next argument, or an empty word, as from `--out "$not_set"`.
bool lacks_value(const std::string& argument) {
    return argument.empty() || (argument.starts_with("--") && argument.ends_with('='));
}

// What is wrong with the command line, with the word nearest to the one that is not known.
int usage_error(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::Error& error) {
    nearness::Problem problem{"E0001", {}, error.what(), "see `nearness --help`"};
    std::vector<std::string> verbs, options;
    const CLI::App* verb = nullptr;
    for (const CLI::App* one : app.get_subcommands(nullptr)) {
        verbs.push_back(one->get_name());
        if (one->parsed()) verb = one;
    }
    for (const CLI::Option* option : (verb == nullptr ? app : *verb).get_options()) {
        for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
    if (verb == nullptr && !arguments.empty() && !arguments.front().starts_with('-')) {
        problem.message = "there is no verb `" + arguments.front() + "`";
        problem.remedy = nearness::suggestion(arguments.front(), verbs);
    }
    // The second word of `scenarios copy`.
    std::vector<std::string> seconds;
    if (verb != nullptr) {
        for (const CLI::App* one : verb->get_subcommands(nullptr)) seconds.push_back(one->get_name());
    }
    if (arguments.size() > 1 && !seconds.empty() && !arguments[1].starts_with('-') &&
        std::find(seconds.begin(), seconds.end(), arguments[1]) == seconds.end()) {
        problem.message = "`nearness " + verb->get_name() + "` has no word `" + arguments[1] + "`";
        problem.remedy = nearness::suggestion(arguments[1], seconds);
    }
    if (const auto bare = std::find_if(arguments.begin(), arguments.end(), lacks_value); bare != arguments.end()) {
        problem.message = bare->empty() ? "an argument is empty" : "`" + *bare + "` lacks its value";
    }
    for (const std::string& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (verb == nullptr || !name.starts_with("--") || name == "--") continue;
        if (std::find(options.begin(), options.end(), name) != options.end()) continue;
        problem.message = "`nearness " + verb->get_name() + "` has no option `" + name + "`";
        problem.remedy = nearness::suggestion(name, options);
        break;
    }
    return print(nearness::InputError({problem}));
}

// What standard output could not take is lost: a full disk behind `> results.json` must not look like success.
int finish(int code) {
    const bool lost = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
    if (lost && code == static_cast<int>(Exit::good)) {
        code = print(nearness::InputError({{"E0305", {}, "standard output could not be written", ""}}));
    }
    // HDF5 (1.10) crashes when a process with a file that it could not write ends in an orderly way.
    if (code == static_cast<int>(Exit::io_error) || code == static_cast<int>(Exit::interrupted)) std::_Exit(code);
    return code;
}

// Verbs that add themselves to the command line, in the order of its help.
struct Verbs {
    explicit Verbs(CLI::App& app)
        : claims(app), sweeps(app), learn(app), experiment(app), phenomena(app), look_up(app) {}

    std::optional<Exit> answer() {
        if (const auto exit = look_up.answer()) return exit;
        if (const auto exit = claims.answer()) return exit;
        if (const auto exit = sweeps.answer()) return exit;
        if (const auto exit = learn.answer()) return exit;
        if (const auto exit = experiment.answer()) return exit;
        return phenomena.answer();
    }

    nearness::cli::Claims claims;
    nearness::cli::Sweeps sweeps;
    nearness::cli::Learn learn;
    nearness::cli::Experiment experiment;
    nearness::cli::Phenomena phenomena;
    nearness::cli::LookUp look_up;
};

int run_verb(const CLI::App& app, const Options& options, Verbs& verbs) {
    try {
        if (const auto exit = verbs.answer()) return static_cast<int>(*exit);
        if (app.got_subcommand("run")) return static_cast<int>(nearness::cli::run(options));
        if (app.got_subcommand("merge")) return static_cast<int>(nearness::cli::merge(options));
        if (app.got_subcommand("rerun")) return static_cast<int>(nearness::cli::rerun(options));
        if (app.got_subcommand("check")) return static_cast<int>(nearness::cli::check(options));
        return static_cast<int>(nearness::cli::explain(options));
    } catch (const nearness::InputError& error) {
        const bool writes = app.got_subcommand("new") || app.got_subcommand("scenarios");
        return print(error, app.got_subcommand("merge") ? "merged" : writes ? "written" : "run");
    } catch (const std::bad_alloc&) {
        return fail("out of memory; try fewer persons, or `[record] persons = 1`");
    } catch (const std::exception& error) {
        if (std::ferror(stdout) != 0) return static_cast<int>(Exit::good);  // for `finish` to report
        return fail(error.what());
    }
}

// Called with a stream closed (`>&-`), the next file to be opened would take its number, and what is printed would land
// in a result. What stands there instead can be neither read nor written, so that printing fails as it should.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1) continue;
        const int held = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (held >= 0 && held != stream) ::dup2(held, stream);
    }
}

int run_program(int argc, char** argv) {
#ifdef SIGXFSZ
    // A limit on file size shall be an error of the write that meets it, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
#endif
    Options options;
    CLI::App app{
        "nearness: closeness that was learned to be dangerous, as a model that runs.\n"
        "For research and teaching: no diagnosis, no advice, no score of a person."};
    app.set_version_flag("--version",
                         std::string("nearness ") + nearness::version + " (build " + nearness::build_id + ")");
    app.require_subcommand(1);
    app.footer("Start with:  nearness new my-life");

    CLI::App* run = app.add_subcommand("run", "simulate a scenario; print a summary; write data and a report");
    add_scenario_options(*run, options);
    run->add_option("--threads", options.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    run->add_option("--out", options.out, "folder for the results (default: out/<name of the file>)");
    run->add_flag("--dry-run", options.dry_run, "say what would be run and how large it is, and stop");

    CLI::App* check = app.add_subcommand("check", "read and validate a scenario without running it");
    add_scenario_options(*check, options);

    CLI::App* merge = app.add_subcommand("merge", "put shards of an ensemble together, as if run at once");
    merge->add_option("SHARD", options.runs, "run.nc files or their folders, in any order")->required();
    merge->add_option("--out", options.out, "folder for the results")->required();
    add_stored_run_options(*merge, options);

    CLI::App* rerun = app.add_subcommand("rerun", "repeat a run from its run.nc alone; say whether it is the same");
    rerun->add_option("RUN", options.file, "run.nc, or its folder")->required();
    rerun->add_option("--threads", options.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    rerun->add_option("--out", options.out, "folder for the results (default: out/<name of the run>-rerun)");
    add_stored_run_options(*rerun, options);

    CLI::App* explain = app.add_subcommand("explain", "explain an error code");
    explain->add_option("CODE", options.code, "code, as E0103; without one, list them all");
    Verbs verbs(app);

    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        app.parse(argc, argv);
        if (std::any_of(arguments.begin(), arguments.end(), lacks_value)) throw CLI::ArgumentMismatch("");
    } catch (const CLI::Success& success) {  // --help, --version
        return finish(app.exit(success));
    } catch (const CLI::Error& error) {
        return usage_error(app, arguments, error);
    }
    return finish(run_verb(app, options, verbs));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        hold_standard_streams();
        return run_program(argc, argv);
    } catch (...) {  // no memory even for a message, at the latest
        return static_cast<int>(Exit::our_bug);
    }
}
