// Many scenes of many lives: every shipped scenario that needs no diary, other assignments, a typical path, knock-outs.
#pragma once

#include "account/shipped.hpp"

namespace nearness::account {

inline engine::RunPlan assigned(engine::RunPlan plan, memory::Assignment assignment) {
    for (engine::Arm& arm : plan.arms) {
        arm.scenario.parameters.person.memory.assignment = assignment;
        arm.scenario.parameters.person.memory.particles = 5;
    }
    return plan;
}

// Kept for all tests of a program: living them takes a while.
inline const std::vector<engine::Scene>& corpus() {
    static const std::vector<engine::Scene> all = [] {
        std::vector<engine::Scene> scenes;
        const auto add = [&](const engine::RunPlan& plan, int persons) {
            each_scene(plan, persons, [&](const engine::Scene& scene) { scenes.push_back(scene); });
        };
        for (const char* name : {"essay", "unsafe_partner", "secure", "therapy_orders", "therapies_that_are_encounters",
                                 "betrayed_after_recovery", "break_up_and_new_partner", "pressed_and_pursued",
                                 "five_adversities", "nine_arms", "too_different"}) {
            add(shipped(name), 1);
        }
        add(shipped("what_carries_it"), 1);
        add(shipped("rival_memory"), 1);
        add(shipped("essay"), 3);
        add(typical("essay"), 1);
        add(typical("therapies_that_are_encounters"), 1);
        add(assigned(shipped("essay"), memory::Assignment::map), 1);
        add(assigned(shipped("therapy_orders"), memory::Assignment::particles), 1);
        // Encounters that no rule looks for, the very first among them.
        const engine::RunPlan plan = shipped("essay");
        std::vector<engine::Place> places;
        for (int i = 0; i < 1400; i += i < 12 ? 1 : 97) places.push_back({0, -1, i});
        for (int i = 0; i < 180; i += 13) places.push_back({2, -1, i});
        for (int s = 0; s < 6; ++s) places.push_back({2, 0, s});
        for (engine::Scene& scene : engine::scenes_at(plan, 3, 0, places)) scenes.push_back(std::move(scene));
        return scenes;
    }();
    return all;
}

}  // namespace nearness::account
