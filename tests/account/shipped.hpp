// Scenes of the scenarios that come with the program.
#pragma once

#include "nearness/account/account.hpp"
#include "nearness/engine/scenes.hpp"
#include "nearness/io/scenario_file.hpp"

namespace nearness::account {

inline engine::RunPlan shipped(const std::string& name, const io::Overrides& overrides = {}) {
    return io::read_scenario(std::string(NEARNESS_SOURCE_DIR "/scenarios/") + name + ".toml", overrides).plan;
}

inline engine::RunPlan typical(const std::string& name) {
    io::Overrides overrides;
    overrides.deterministic = true;
    return shipped(name, overrides);
}

template <class Check>
void each_scene(const engine::RunPlan& plan, int persons, Check&& check) {
    for (int person = 0; person < persons; ++person) {
        for (const auto& arm : engine::scenes(plan, person)) {
            for (const engine::Scene& scene : arm) check(scene);
        }
    }
}

}  // namespace nearness::account
