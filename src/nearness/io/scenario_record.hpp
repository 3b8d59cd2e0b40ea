// The [record] table of a scenario: what of how many persons is kept. It is about the run, not about a life: arms cannot
// change it.
#pragma once

#include "nearness/engine/run_plan.hpp"
#include "nearness/io/toml_fields.hpp"

namespace nearness::io {

// Into `plan`, whose first arm has been read: `beats` name its chapters.
void read_record(const Node& root, engine::RunPlan& plan, Report& report);

}  // namespace nearness::io
