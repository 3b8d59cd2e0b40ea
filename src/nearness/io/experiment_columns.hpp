// The columns of an experiment's results, the same in CSV and NetCDF.
#pragma once

#include "nearness/experiment/means.hpp"
#include "nearness/io/toml_fields.hpp"

namespace nearness::io {

// A number of a learner's trials under its column's name: `prediction`, `association_A_US`, `weight_1_A_before`.
struct ExperimentColumn {
    std::string name;
    experiment::Shown shown;
};

// In the order of a learner's numbers.
std::vector<ExperimentColumn> columns_of(const experiment::Plan& plan, int learner);

// Of all learners, each once, in the order in which they first come up.
Words all_columns(const experiment::Plan& plan);

// How a kind of trials is called: its notation without the number.
std::string name_of_kind(const experiment::Plan& plan, int group, int phase, int kind);

}  // namespace nearness::io
