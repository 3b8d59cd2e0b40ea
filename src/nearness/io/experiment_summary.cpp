#include "nearness/io/experiment_summary.hpp"

#include "nearness/io/learner_settings.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace nearness::io {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json numbers_json(const KindNumbers& numbers) {
    return {{"first", or_null(numbers.first)},
            {"last", or_null(numbers.last)},
            {"mean", or_null(numbers.mean)},
            {"half_width_of_last", or_null(numbers.half_width)}};
}

Json learner_json(const experiment::Plan& plan, std::size_t learner) {
    const experiment::LearnerChoice& choice = plan.learners[learner];
    const LearnerText& text = learner_text(choice.name);
    const Words stimuli = plan.design.stimuli();
    Json parameters = Json::object(), spread = Json::object();
    for (const learners::ParameterValue& value : choice.values) {
        std::string key(text.fields[value.field].field.key);
        if (value.stimulus >= 0) key += '.' + stimuli[static_cast<std::size_t>(value.stimulus)];
        parameters[key] = value.value;
    }
    for (const experiment::FormValue& value : choice.form_values) {
        parameters[std::string(text.fields[value.field].field.key) + '.' + value.form.name()] = value.value;
    }
    for (const experiment::ParameterSpread& one : choice.spreads) {
        spread[std::string(text.fields[one.field].field.key)] = one.standard_deviation;
    }
    return {{"name", choice.name}, {"title", text.title}, {"parameters", parameters}, {"spread", spread}};
}

}  // namespace

KindNumbers numbers_of(const experiment::GroupMeans& means, const experiment::KindMeans& kind, std::size_t output) {
    KindNumbers numbers;
    const auto of = [&](std::size_t trial) -> const experiment::Moments& {
        return means.trials[trial].outputs[output];
    };
    numbers.first = of(kind.trials.front()).mean;
    numbers.last = of(kind.trials.back()).mean;
    numbers.half_width = of(kind.trials.back()).half_width();
    for (const std::size_t trial : kind.trials) numbers.mean += of(trial).mean;
    numbers.mean /= static_cast<double>(kind.trials.size());
    return numbers;
}

std::string experiment_json(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means,
                            const Provenance& provenance) {
    Json learners = Json::array();
    for (std::size_t i = 0; i < plan.learners.size(); ++i) learners.push_back(learner_json(plan, i));
    Json groups = Json::array();
    for (const experiment::Group& group : plan.design.groups) {
        groups.push_back({{"name", group.name}, {"design", experiment::written(group.phases)}});
    }
    Json results = Json::array();
    for (const experiment::GroupMeans& group : means) {
        for (const experiment::KindMeans& kind : experiment::kinds_of(group)) {
            results.push_back({{"learner", plan.learners[static_cast<std::size_t>(group.learner)].name},
                               {"group", plan.design.groups[static_cast<std::size_t>(group.group)].name},
                               {"phase", kind.phase + 1},
                               {"kind", name_of_kind(plan, group.group, kind.phase, kind.kind)},
                               {"trials", kind.trials.size()},
                               {"prediction", numbers_json(numbers_of(group, kind, 0))},
                               {"response", numbers_json(numbers_of(group, kind, 1))}});
        }
    }
    const Json json = {{"what_this_is", what_this_is},
                       {"title", plan.title},
                       {"version", provenance.version},
                       {"seed", plan.seed},
                       {"subjects", plan.subjects},
                       {"cues", plan.design.cues},
                       {"outcomes", plan.design.outcomes},
                       {"time_unit_in_seconds", plan.timing.unit},
                       {"groups", groups},
                       {"learners", learners},
                       {"results", results},
                       {"experiment", provenance.scenario_text}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace nearness::io
