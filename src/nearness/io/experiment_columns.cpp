#include "nearness/io/experiment_columns.hpp"

#include "nearness/io/learned_file.hpp"

#include <algorithm>

namespace nearness::io {

std::vector<ExperimentColumn> columns_of(const experiment::Plan& plan, int learner) {
    const Words stimuli = plan.design.stimuli();
    std::vector<ExperimentColumn> columns;
    for (const experiment::Shown& one : experiment::outputs_of(plan, learner)) {
        const std::string_view when = one.when == experiment::When::before  ? "before"
                                      : one.when == experiment::When::after ? "after"
                                                                            : "";
        columns.push_back({learned_column(one.output, stimuli, when), one});
    }
    return columns;
}

Words all_columns(const experiment::Plan& plan) {
    Words names;
    for (int learner = 0; learner < static_cast<int>(plan.learners.size()); ++learner) {
        for (const ExperimentColumn& one : columns_of(plan, learner)) {
            if (std::find(names.begin(), names.end(), one.name) == names.end()) names.push_back(one.name);
        }
    }
    return names;
}

std::string name_of_kind(const experiment::Plan& plan, int group, int phase, int kind) {
    const experiment::Group& of = plan.design.groups[static_cast<std::size_t>(group)];
    return experiment::written(of.phases[static_cast<std::size_t>(phase)].kinds[static_cast<std::size_t>(kind)]);
}

}  // namespace nearness::io
