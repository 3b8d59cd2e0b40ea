// What an experimenter sets in a chapter: [chapter.start], [chapter.hold] and [chapter.days] (life/interventions.hpp).
#pragma once

#include "nearness/io/toml_fields.hpp"
#include "nearness/life/scenario.hpp"

namespace nearness::io {

// An empty table sets nothing: with it an arm takes away what the file sets.
void read_interventions(const Fields& fields, life::Chapter& chapter);

}  // namespace nearness::io
