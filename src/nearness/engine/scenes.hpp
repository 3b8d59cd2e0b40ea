// Chosen scenes of one person of a run, by living that person again.
//
// Twice over: once to see every moment and to choose (engine/scene_rules.hpp), once to keep the chosen ones beat by beat.
// Watching changes no bit of a life, so a scene's meeting is that of the run's row. Works for any plan that can be run: of
// a stored run, of a typical path, with a diary (whose recorded moments are no scenes).
// CHECKED tests/engine/scenes_test.cpp.
#pragma once

#include "nearness/engine/scene.hpp"

namespace nearness::engine {

// By arm, in order of time; an arm's are of what it does not share with the first. None where nothing happens.
std::vector<std::vector<Scene>> scenes(const RunPlan& plan, int person);
std::vector<Scene> scenes(const RunPlan& plan, int person, std::size_t arm);

// Those encounters and sessions, in order of time; places at which nothing happened are left out. For the same day in
// another arm, or any day at all. Their `why` is empty.
std::vector<Scene> scenes_at(const RunPlan& plan, int person, std::size_t arm, const std::vector<Place>& places);

}  // namespace nearness::engine
