// What files and summaries say about a learner in the place of the templates.
#pragma once

#include "nearness/engine/run_plan.hpp"

#include <string>

namespace nearness::io {

// "rescorla-wagner (rescorla_wagner.salience = 0.1)"; "templates".
std::string learner_words(const memory::RivalParameters& rival);

// The same of every arm: "as written: rescorla-wagner; no-therapy: templates". Empty where all have the templates.
std::string learners_by_arm(const engine::RunPlan& plan);

}  // namespace nearness::io
