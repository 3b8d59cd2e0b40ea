// Any bytes as a scenario, followed by any as values of --set.
#include "fuzz/outcome.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/random/stream.hpp"

#include <cmath>

namespace {

using namespace nearness;

// What the engine relies on (nearness/life/scenario.hpp: "already validated").
void check(const io::ScenarioFile& file) {
    const engine::RunPlan& plan = file.plan;
    ensure(plan.persons >= 1 && plan.persons <= io::most_persons, "persons out of range");
    ensure(plan.recorded_persons >= 0 && plan.recorded() <= plan.persons, "recorded persons out of range");
    ensure(!plan.arms.empty() && plan.arms.size() == file.arm_descriptions.size(), "arms without descriptions");
    for (const engine::Arm& arm : plan.arms) {
        const life::Scenario& life = arm.scenario;
        ensure(!life.chapters.empty() && life.others.size() <= life::most_others, "a life that cannot be");
        double before = 0;
        for (const life::Chapter& chapter : life.chapters) {
            ensure(chapter.from >= before - 1e-6 && chapter.until >= chapter.from, "chapters out of order");
            ensure(chapter.until > chapter.from || chapter.diary, "a chapter that does not last");
            ensure(chapter.until <= 121 * 365.0, "too old");
            before = chapter.until;
            ensure(std::isfinite(chapter.encounter_gap) && chapter.encounter_gap >= 0, "a gap that cannot be");
            ensure(chapter.encounter_gap <= 0 ||
                       (chapter.until - chapter.from) / chapter.encounter_gap < random::most_moments + 1.0,
                   "too many encounters");
            ensure(chapter.other >= -1 && chapter.other < static_cast<int>(life.others.size()), "met nobody known");
            ensure(chapter.encounter_gap <= 0 || chapter.other >= 0, "encounters with nobody");
            for (const life::Plan& therapy : chapter.plans) {
                ensure(therapy.after >= -1 && therapy.after < &therapy - chapter.plans.data(), "after no plan above");
                ensure(therapy.sessions >= 1 && static_cast<unsigned>(therapy.sessions) <= random::most_moments,
                       "sessions out of range");
                ensure(std::isfinite(therapy.every) && therapy.every > 0 && therapy.starts >= 0,
                       "times that cannot be");
                ensure(chapter.diary || therapy.time_of(therapy.sessions - 1) <= chapter.until - chapter.from + 1e-6,
                       "a session after its chapter");
            }
            for (const life::Event& event : chapter.events) {
                ensure(event.at >= 0 && event.at <= chapter.until - chapter.from + 1e-6, "an event out of its chapter");
            }
        }
    }
    ensure(engine::plan_hash(plan, "fuzz").size() == 16, "a plan without a fingerprint");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::vector<std::string> parts = fuzz::parts_of(bytes, size);
    io::Overrides overrides;
    overrides.set.assign(parts.begin() + 1, parts.end());
    fuzz::expect_result_or_problems([&] { check(io::parse_scenario(parts.front(), "life.toml", overrides)); });
    return 0;
}
