// The [parameters] of a scenario: any key that a module describes (life::Parameters), in its range and with its unit.
#pragma once

#include "nearness/io/toml_fields.hpp"
#include "nearness/life/parameters.hpp"

#include <optional>

namespace nearness::io {

// "memory.concentration", ... in the order of the theory pages.
const Words& parameter_keys();

// The same of the learners that can take the place of the templates: "rescorla_wagner.salience", ...
const Words& learner_keys();

// Whether it is one or the other.
bool is_parameter(std::string_view key);

// The words of a choice.
Words choices_of(const Field& field);

// A value in the field's own unit as a scenario writes it: `0.02`, `"15 s"`, `"1 per minute"`, `"soft"`.
std::string as_written(const Field& field, double value);

// The value of a parameter in the field's own unit, in its range; `fields` holds it under the field's key. Empty where it
// is not there or cannot be used, which is reported.
std::optional<double> read_value(const Fields& fields, const Field& field);

// Rewrites [parameters] so that each entry's key is the whole one: TOML takes memory.concentration = 1,
// [parameters.memory] and "memory.concentration" = 1 for different things, and a user means the same.
void flatten_parameters(Node& root, Report& report);

// Of a scenario whose parameters are flat, with `knock_out` done to them.
life::Parameters<double> read_parameters(const Node& root, Report& report);

// What to say about a key that no module describes.
std::string parameter_remedy(std::string_view key);

}  // namespace nearness::io
