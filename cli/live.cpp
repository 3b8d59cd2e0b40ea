#include "cli/live.hpp"

#include "cli/progress.hpp"
#include "nearness/engine/ensemble.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>

namespace nearness::cli {

namespace {

std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void interrupt(int) { signalled = true; }

}  // namespace

void catch_signals() {
    // What ends a terminal session ends a run in order, too. A signal that whoever called us ignores (nohup, a shell's
    // background) stays ignored.
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        if (std::signal(signal, interrupt) == SIG_IGN) std::signal(signal, SIG_IGN);
    }
    // A pipe that nobody reads any more must not keep the results from being written.
    std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return signalled; }

const std::atomic<bool>& interruption() { return signalled; }

bool live(const Loaded& loaded, const Options& options, Results& results) {
    {
        Progress progress(!options.quiet);
        engine::RunOptions run_options;
        run_options.threads = options.threads;
        run_options.cancel = &signalled;
        run_options.progress = [&](int done, int total) { progress.at(done, total); };
        const engine::RunPlan& plan = loaded.plan;
        const bool whole =
            engine::run(plan, run_options, [&](engine::PersonResult&& person) { results.add(std::move(person)); });
        if (whole && plan.deterministic) {
            results.set_typical_path(engine::beside_lives(plan, results.collection().persons.front(), run_options));
        }
        if (!whole || interrupted()) {
            progress.clear();
            fmt::print(stderr, "interrupted after {} of {} persons; nothing was written\n", results.received(),
                       plan.persons);
            return false;
        }
    }
    results.complete();
    if (interrupted()) fmt::print(stderr, "interrupted after the last person; nothing was written\n");
    return !interrupted();
}

}  // namespace nearness::cli
