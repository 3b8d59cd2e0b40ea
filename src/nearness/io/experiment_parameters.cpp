#include "nearness/io/experiment_parameters.hpp"

#include "nearness/io/learner_settings.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

namespace {

constexpr double largest_spread = 10;

struct Target {
    std::size_t learner = 0;
    MeantParameter parameter;
};

// Stimuli, then forms of stimuli, by name.
Words names_in(const experiment::Design& design) {
    Words names = design.stimuli();
    for (const experiment::Element& form : design.forms) names.push_back(form.name());
    return names;
}

// Whose parameter a key means; nobody's where that was reported.
std::vector<Target> targets_of(const experiment::Plan& plan, const ParameterEntry& entry, Report& report) {
    const Words stimuli = names_in(plan.design);
    for (const LearnerText& text : learner_texts()) {
        if (!entry.key.starts_with(text.name + ".")) continue;
        const auto chosen = std::find_if(plan.learners.begin(), plan.learners.end(),
                                         [&](const auto& one) { return one.name == text.name; });
        if (chosen == plan.learners.end()) {
            Words names;
            for (const auto& one : plan.learners) names.push_back(one.name);
            report.add("E0703", entry.spot, fmt::format("`{}` is not among the learners of this experiment", text.name),
                       suggestion(text.name, names));
            return {};
        }
        const auto called = parameter_called(text, std::string_view(entry.key).substr(text.name.size() + 1), stimuli);
        if (const auto* misread = std::get_if<Misread>(&called)) {
            report.add("E0703", entry.spot, misread->message, misread->remedy);
            return {};
        }
        return {{static_cast<std::size_t>(chosen - plan.learners.begin()), std::get<MeantParameter>(called)}};
    }
    std::vector<Target> targets;
    std::optional<Misread> first;
    Words names;
    for (std::size_t i = 0; i < plan.learners.size(); ++i) {
        const LearnerText& text = learner_text(plan.learners[i].name);
        const auto called = parameter_called(text, entry.key, stimuli);
        if (const auto* meant = std::get_if<MeantParameter>(&called)) targets.push_back({i, *meant});
        if (const auto* misread = std::get_if<Misread>(&called); misread != nullptr && !first) first = *misread;
        for (const LearnerField& one : text.fields) names.insert(names.end(), one.names.begin() + 1, one.names.end());
    }
    if (targets.empty() && plan.learners.size() == 1) report.add("E0703", entry.spot, first->message, first->remedy);
    if (targets.empty() && plan.learners.size() > 1) {
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        report.add("E0703", entry.spot, fmt::format("no learner of this experiment has a parameter `{}`", entry.key),
                   suggestion(entry.key, names));
    }
    return targets;
}

const LearnerField& field_of(const experiment::Plan& plan, const Target& target) {
    return learner_text(plan.learners[target.learner].name).fields[target.parameter.field];
}

void collect(const Node& table, const std::string& before, std::vector<ParameterEntry>& all) {
    for (const Entry& entry : table.entries) {
        const std::string key = before + entry.key;
        if (entry.value.kind == Node::Kind::table) {
            collect(entry.value, key + '.', all);
        } else {
            all.push_back({key, entry.spot, entry.value});
        }
    }
}

}  // namespace

std::vector<ParameterEntry> flattened(const Node& table) {
    std::vector<ParameterEntry> all;
    collect(table, "", all);
    return all;
}

void give_parameter(experiment::Plan& plan, const ParameterEntry& entry, Report& report) {
    const int stimuli = plan.design.setting().stimuli();
    for (const Target& target : targets_of(plan, entry, report)) {
        const Field& field = field_of(plan, target).field;
        Node table;
        table.set(std::string(field.key), entry.spot, entry.value);
        const auto value = read_value(Fields(table, plan.learners[target.learner].name, report), field);
        if (!value) return;  // and not once more for the next learner
        experiment::LearnerChoice& learner = plan.learners[target.learner];
        const int stimulus = target.parameter.stimulus;
        if (stimulus < stimuli) {
            learner.values.push_back({target.parameter.field, stimulus, *value});
        } else {
            const auto form = static_cast<std::size_t>(stimulus - stimuli);
            learner.form_values.push_back({plan.design.forms[form], target.parameter.field, *value});
        }
    }
}

void give_spread(experiment::Plan& plan, const ParameterEntry& entry, Report& report) {
    for (const Target& target : targets_of(plan, entry, report)) {
        const LearnerField& field = field_of(plan, target);
        if (target.parameter.stimulus >= 0) {
            return report.add(
                "E0705", entry.spot, fmt::format("`{}` differs for one stimulus only", entry.key),
                fmt::format("a spread moves a parameter for all stimuli of a subject: {}", field.names[1]));
        }
        if (!experiment::can_spread(field.field)) {
            return report.add("E0705", entry.spot, fmt::format("`{}` cannot differ between subjects", field.field.key),
                              "a spread is for numbers that have a prior, not for counts and words");
        }
        if (!check_number(entry.value, entry.key, 0, largest_spread, report)) return;
        auto& spreads = plan.learners[target.learner].spreads;
        const auto same = [&](const auto& one) { return one.field == target.parameter.field; };
        spreads.erase(std::remove_if(spreads.begin(), spreads.end(), same), spreads.end());
        spreads.push_back({target.parameter.field, entry.value.number});
    }
}

}  // namespace nearness::io
