// nearness: the command line. Verbs are in files of their own; this one reads the arguments and turns problems into
// messages and exit codes.
#include "cli/verbs.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>

namespace {

using nearness::Exit;
using nearness::cli::Options;

void add_scenario_options(CLI::App& verb, Options& options) {
    verb.add_option("FILE", options.file, "scenario file (TOML)")->required();
    verb.add_option("--seed", options.seed, "seed of all random draws, instead of the file's");
    verb.add_option("--persons", options.persons, "number of persons, instead of the file's");
    verb.add_option("--set", options.set, "set a parameter or a chapter's key: memory.concentration=0.05")
        ->take_all()
        ->allow_extra_args(false);
    verb.add_flag("--quiet", options.quiet, "print nothing but problems");
    verb.add_flag("--json", options.json, "print the result as JSON");
}

int fail(const char* message) {
    std::fprintf(stderr, "E0901  %s\n   a fault of nearness itself; please report it   nearness explain E0901\n", message);
    return static_cast<int>(Exit::our_bug);
}

int usage_error(const CLI::Error& error) {
    std::fprintf(stderr, "E0001  %s\n   see `nearness --help`   nearness explain E0001\n", error.what());
    return static_cast<int>(Exit::usage);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGXFSZ
    // A limit on file size shall be an error of the write that meets it, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
#endif
    Options options;
    CLI::App app{"nearness: closeness that was learned to be dangerous, as a model that runs.\n"
                 "For research and teaching: no diagnosis, no advice, no score of a person."};
    app.set_version_flag("--version",
                         std::string("nearness ") + nearness::version + " (build " + nearness::build_id + ")");
    app.require_subcommand(1);
    app.footer("Start with:  nearness run scenarios/essay.toml");

    CLI::App* run = app.add_subcommand("run", "simulate a scenario; print a summary; write data and a report");
    add_scenario_options(*run, options);
    run->add_option("--threads", options.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    run->add_option("--out", options.out, "folder for the results (default: out/<name of the file>)");
    run->add_flag("--dry-run", options.dry_run, "say what would be run and how large it is, and stop");

    CLI::App* check = app.add_subcommand("check", "read and validate a scenario without running it");
    add_scenario_options(*check, options);

    CLI::App* explain = app.add_subcommand("explain", "explain an error code");
    explain->add_option("CODE", options.code, "code, as E0103; without one, list them all");

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success);
    } catch (const CLI::Error& error) {
        return usage_error(error);
    }

    try {
        if (run->parsed()) return static_cast<int>(nearness::cli::run(options));
        if (check->parsed()) return static_cast<int>(nearness::cli::check(options));
        return static_cast<int>(nearness::cli::explain(options));
    } catch (const nearness::InputError& error) {
        for (const nearness::Problem& problem : error.problems()) {
            std::fputs(nearness::render(problem).c_str(), stderr);
        }
        if (error.problems().size() > 1) std::fprintf(stderr, "%zu problems; nothing was run\n", error.problems().size());
        return static_cast<int>(error.exit());
    } catch (const std::bad_alloc&) {
        return fail("out of memory; try fewer persons, or `[record] persons = 1`");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
