// summary.json of an experiment: what each learner predicts in each group, phase and kind of trials.
#pragma once

#include "nearness/io/experiment_columns.hpp"
#include "nearness/io/provenance.hpp"

namespace nearness::io {

// One number of a kind of trials over its trials: means over subjects of the first, the last and all of them.
struct KindNumbers {
    double first = 0, last = 0, mean = 0;
    double half_width = 0;  // of the 95 % interval of `last`; NaN with one subject
};
KindNumbers numbers_of(const experiment::GroupMeans& means, const experiment::KindMeans& kind, std::size_t output);

std::string experiment_json(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means,
                            const Provenance& provenance);

}  // namespace nearness::io
