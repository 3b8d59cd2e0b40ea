// Made-up diaries lived by the model: a hurt childhood, then the diary from age 30.
#pragma once

#include "infer/made_up.hpp"
#include "nearness/engine/ensemble.hpp"
#include "nearness/observe/bind.hpp"
#include "nearness/world/presets.hpp"

namespace nearness::infer::lived {

// Two arms: "as written" with the history AV of MODEL section 16, and "no-history".
inline engine::RunPlan plan(const observe::Diary& diary) {
    constexpr double year = 365;
    world::Caregiver adversity{.unavailable = 0.6,
                               .unpredictable = 0.3,
                               .critical = 0.5,
                               .enmeshed = 0.2,
                               .harm = 0.1,
                               .onset = 0.35,
                               .escape = 0.5};
    life::Scenario scenario;
    scenario.others = {{"caregiver", world::Other{0.68, 0.7, 0.2, 1.0, adversity, {}}}};
    life::Chapter childhood;
    childhood.id = "childhood";
    childhood.from = 0.5 * year;
    childhood.until = 16 * year;
    childhood.encounter_gap = 4;
    childhood.other = 0;
    life::Chapter recorded;
    recorded.id = "recorded";
    recorded.from = 30 * year;
    recorded.until = 30 * year + observe::longest(diary);
    recorded.diary = true;
    scenario.chapters = {childhood, recorded};
    engine::RunPlan plan;
    plan.arms = {{std::string(engine::as_written), scenario}, {"no-history", scenario}};
    plan.arms[1].scenario.chapters[0].encounter_gap = 0;
    plan.diary = observe::bind(diary);
    plan.persons = static_cast<int>(diary.persons.size());
    plan.seed = 3;
    return plan;
}

inline engine::Collection live(const engine::RunPlan& plan) {
    engine::Collection collection;
    collection.plan = plan;
    engine::run(plan, {}, [&](engine::PersonResult&& person) { collection.add(std::move(person)); });
    return collection;
}

// Attention goes up and down at random, hurt as well.
inline observe::Diary restless(int persons, int moments) {
    observe::Diary diary = made_up::diary(persons, moments);
    for (int p = 0; p < persons; ++p) {
        for (int t = 0; t < moments; ++t) {
            auto& values = diary.persons[static_cast<std::size_t>(p)].values;
            const auto at = static_cast<std::size_t>(t);
            values[0][at] = math::clip(0.4 + 0.25 * made_up::noise(p, t, 0), 0.0, 1.0);
            values[1][at] = math::clip(0.4 + 0.2 * made_up::noise(p, t, 1), 0.0, 1.0);
        }
    }
    return diary;
}

}  // namespace nearness::infer::lived
