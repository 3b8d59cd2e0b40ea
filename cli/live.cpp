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
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
}

bool interrupted() { return signalled; }

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
    return !interrupted();
}

}  // namespace nearness::cli
