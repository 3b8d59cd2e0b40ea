// Parameters of the learners of an experiment, and how they differ between simulated subjects.
#pragma once

#include "nearness/experiment/simulate.hpp"
#include "nearness/io/toml_fields.hpp"

namespace nearness::io {

// A key of one value of a [parameters] or [spread]: "rescorla-wagner.salience.A".
struct ParameterEntry {
    std::string key;
    Spot spot;  // of the key
    Node value;
};

// Values of tables within tables, each under the whole of its key.
std::vector<ParameterEntry> flattened(const Node& table);

// Gives the value to the learner that the key names, or to all that have such a parameter. Reports E0703 where nobody has.
void give_parameter(experiment::Plan& plan, const ParameterEntry& entry, Report& report);

// The same for a standard deviation over subjects (E0705 where that cannot be).
void give_spread(experiment::Plan& plan, const ParameterEntry& entry, Report& report);

}  // namespace nearness::io
