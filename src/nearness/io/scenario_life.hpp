// The life of a scenario: parameters, others and chapters. Read once for the file as written and once for each arm.
#pragma once

#include "nearness/io/scenario_file.hpp"
#include "nearness/io/toml_fields.hpp"

#include <optional>
#include <vector>

namespace nearness::io {

struct Life {
    life::Scenario scenario;
    std::optional<DiarySource> diary;
};

// Others keep the numbers they have in `known` (those of the file as written): the draws of an other are addressed by
// its number, and an arm must not move them. Parameters must be flat.
Life read_life(const Node& root, const std::vector<life::NamedOther>& known, Report& report);

inline const Words& chapter_keys() {
    static const Words keys = {"id",   "from",  "until", "lasts", "encounters", "with",
                               "plan", "event", "diary", "start", "hold",       "days"};
    return keys;
}

}  // namespace nearness::io
