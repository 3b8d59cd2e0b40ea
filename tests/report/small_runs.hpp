// Small plans, run in a moment: a short childhood and a few months with a partner.
#pragma once

#include "nearness/engine/ensemble.hpp"
#include "nearness/report/report.hpp"
#include "nearness/world/presets.hpp"

namespace nearness::test {

inline life::Plan plan_of(therapy::Therapy therapy, int sessions, double starts) {
    life::Plan plan;
    plan.id = std::string(therapy::name(therapy));
    plan.therapy = therapy;
    plan.sessions = sessions;
    plan.starts = starts;
    return plan;
}

inline void add_chapter(life::Scenario& scenario, std::string id, double days, double gap, int other) {
    life::Chapter chapter;
    chapter.id = std::move(id);
    chapter.from = scenario.chapters.empty() ? 182.5 : scenario.chapters.back().until;
    chapter.until = chapter.from + days;
    chapter.encounter_gap = gap;
    chapter.other = other;
    scenario.chapters.push_back(chapter);
}

inline life::Scenario two_chapters() {
    life::Scenario scenario;
    scenario.others = {{"mother",
                        {0.68, 0.7, 0.2, 1.0,
                         world::Caregiver{.unavailable = 0.6,
                                          .unpredictable = 0.3,
                                          .critical = 0.5,
                                          .enmeshed = 0.2,
                                          .harm = 0.1,
                                          .onset = 0.35,
                                          .escape = 0.5},
                         world::caregiver_identity}},
                       {"partner", world::preset("partner", "ordinary")}};
    add_chapter(scenario, "childhood", 730, 7, 0);
    add_chapter(scenario, "together", 120, 3, 1);
    return scenario;
}

// Three persons; the second arm adds parts work and EMDR.
inline engine::RunPlan two_arms() {
    engine::RunPlan plan;
    plan.title = "Two arms";
    plan.description = "Look at the edge.";
    plan.seed = 7;
    plan.persons = 3;
    plan.scenario_text = "title = \"Two arms\"\n";
    plan.arms = {{std::string(engine::as_written), two_chapters()}, {"emdr", two_chapters()}};
    plan.arms[1].scenario.chapters[1].plans = {plan_of(therapy::Parts{}, 3, 7), plan_of(therapy::Emdr{}, 4, 28)};
    return plan;
}

inline engine::Collection run(engine::RunPlan plan) {
    engine::Collection collection;
    engine::RunOptions options;
    options.threads = 1;
    engine::run(plan, options, [&](engine::PersonResult&& person) { collection.add(std::move(person)); });
    collection.plan = std::move(plan);
    return collection;
}

inline std::string page(const engine::Collection& collection, const report::Options& options = {}) {
    report::Provenance provenance;
    provenance.version = "1.2.3";
    provenance.plan_hash = engine::plan_hash(collection.plan, "1.2.3");
    provenance.seed = collection.plan.seed;
    provenance.scenario_text = collection.plan.scenario_text;
    return report::html(collection, provenance, options);
}

}  // namespace nearness::test
