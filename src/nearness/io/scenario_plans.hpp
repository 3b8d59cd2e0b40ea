// The plans and events of a chapter: [[chapter.plan]] and [[chapter.event]] (MODEL section 11).
#pragma once

#include "nearness/io/toml_fields.hpp"
#include "nearness/life/scenario.hpp"

#include <optional>

namespace nearness::io {

// Who is there in a chapter, for events that need someone.
struct Company {
    bool anyone = false;
    bool partner = false;
};

// `length` of the chapter in days, when it is known: whatever would happen later is reported.
void read_plans(const Fields& fields, std::optional<double> length, life::Chapter& chapter);
void read_events(const Fields& fields, std::optional<double> length, Company company, life::Chapter& chapter);

}  // namespace nearness::io
