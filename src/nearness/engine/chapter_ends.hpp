// Where one person stood at the end of each chapter: lived again, since a run keeps measures of states and no states.
#pragma once

#include "nearness/engine/run_plan.hpp"

#include <vector>

namespace nearness::engine {

// By chapter of the arm; to the last bit the states of the run. `person` counts in the whole ensemble. CHECKED
// tests/engine/chapter_ends_test.cpp.
std::vector<life::State<double>> states_at_chapter_ends(const RunPlan& plan, int person, std::size_t arm);

}  // namespace nearness::engine
