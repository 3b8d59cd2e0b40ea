#include "nearness/study/sweep.hpp"

#include "nearness/engine/recorder.hpp"

#include <algorithm>

namespace nearness::study {

bool sweep(const claims::Suite& suite, const std::vector<const claims::Claim*>& claims,
           const std::vector<Planned>& plans, const std::vector<Run>& done, const SweepOptions& options,
           const std::function<void(Run&&)>& receive) {
    const auto is_done = [&](const Planned& plan) {
        return std::any_of(done.begin(), done.end(), [&](const Run& run) { return run.name == plan.name; });
    };
    try {
        claims::SuiteOptions each;
        each.persons = options.persons;
        each.threads = options.threads;
        each.pictures = false;
        each.cancel = options.cancel;
        const claims::Spreads spreads = claims::find_spreads(suite, claims, each);
        double at = 0;
        for (const Planned& plan : plans) {
            const double before = at++;
            if (is_done(plan)) continue;
            each.variation = plan.variation;
            each.progress = [&](double share) {
                if (options.progress) options.progress((before + share) / static_cast<double>(plans.size()));
            };
            Run run{plan.name, plan.parameters, {}};
            for (const claims::ClaimResult& result : claims::run(suite, claims, spreads, each)) {
                run.found.emplace_back();
                for (const claims::Outcome& outcome : result.outcomes) {
                    const claims::Estimate& e = outcome.estimate;
                    run.found.back().push_back({e.value, e.error, e.low, e.high});
                }
            }
            receive(std::move(run));
        }
    } catch (const engine::Cancelled&) {
        return false;
    }
    return true;
}

std::string sweep_hash(const claims::Suite& suite, const std::vector<const claims::Claim*>& claims, int persons,
                       std::string_view version) {
    std::string all(version);
    all += "\n" + std::to_string(persons) + "\n";
    for (const claims::Claim* claim : claims) {
        all += std::to_string(claim->number) + "\n" + claims::experiment_text(suite, *claim) + "\n";
    }
    // Standardised effects count in its spreads.
    all += engine::plan_hash(suite.life_named(suite.population).plan, version);
    return engine::text_hash(all);
}

claims::Verdict verdict(const claims::Claim& claim, const std::vector<Found>& found) {
    std::vector<claims::Outcome> outcomes(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        claims::Estimate& e = outcomes[i].estimate;
        e.value = found[i].value, e.error = found[i].error, e.low = found[i].low, e.high = found[i].high;
        outcomes[i].verdict = claims::verdict_of(e, claim.expectations[i].bound);
    }
    return claims::together(outcomes);
}

}  // namespace nearness::study
