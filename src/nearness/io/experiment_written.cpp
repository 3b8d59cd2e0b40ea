#include "nearness/io/experiment_file.hpp"
#include "nearness/io/learner_settings.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <fmt/format.h>

#include <iterator>

namespace nearness::io {

namespace {

// A basic string of TOML.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20U) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string list_of(const Words& words) {
    std::string out = "[";
    for (const std::string& word : words) out += (out.size() > 1 ? ", " : "") + quoted(word);
    return out + ']';
}

}  // namespace

std::string as_experiment_file(const experiment::Plan& plan) {
    std::string out;
    const auto line = [&](std::string_view key, const std::string& value) {
        fmt::format_to(std::back_inserter(out), "{} = {}\n", key, value);
    };
    if (!plan.title.empty()) line("title", quoted(plan.title));
    if (!plan.description.empty()) line("description", quoted(plan.description));
    Words learners;
    for (const experiment::LearnerChoice& one : plan.learners) learners.push_back(one.name);
    line("learners", list_of(learners));
    line("subjects", std::to_string(plan.subjects));
    line("seed", std::to_string(plan.seed));
    for (std::size_t unit = 0; unit < plural_units().size(); ++unit) {
        if (in_seconds(1, static_cast<Unit>(unit)) == plan.timing.unit) line("time_unit", quoted(plural_units()[unit]));
    }
    line("between_trials", quoted(shortest(plan.timing.apart) + " seconds"));
    line("outcomes", list_of(plan.design.outcomes));
    out += "\n[groups]\n";
    for (const experiment::Group& group : plan.design.groups) {
        line(quoted(group.name), quoted(experiment::written(group.phases)));
    }
    std::string parameters, spreads;
    const Words stimuli = plan.design.stimuli();
    for (const experiment::LearnerChoice& one : plan.learners) {
        const LearnerText& text = learner_text(one.name);
        const auto key = [&](std::size_t field, const std::string& of) {
            return quoted(one.name + '.' + text.fields[field].names[1] + (of.empty() ? "" : "." + of));
        };
        const auto give = [&](std::size_t field, const std::string& of, double value) {
            parameters += key(field, of) + " = " + as_written(text.fields[field].field, value) + '\n';
        };
        // A later value wins, and TOML takes no key twice.
        for (std::size_t i = 0; i < one.values.size(); ++i) {
            const learners::ParameterValue& value = one.values[i];
            bool later = false;
            for (std::size_t j = i + 1; j < one.values.size(); ++j) {
                later = later || (one.values[j].field == value.field &&
                                  (one.values[j].stimulus == value.stimulus || one.values[j].stimulus < 0));
            }
            const auto stimulus = static_cast<std::size_t>(value.stimulus);
            if (!later) give(value.field, value.stimulus < 0 ? "" : stimuli[stimulus], value.value);
        }
        for (std::size_t i = 0; i < one.form_values.size(); ++i) {
            const experiment::FormValue& value = one.form_values[i];
            bool later = false;
            for (std::size_t j = i + 1; j < one.form_values.size(); ++j) {
                later = later || (one.form_values[j].field == value.field && one.form_values[j].form == value.form);
            }
            if (!later) give(value.field, value.form.name(), value.value);
        }
        for (const experiment::ParameterSpread& spread : one.spreads) {
            spreads += key(spread.field, "") + " = " + shortest(spread.standard_deviation) + '\n';
        }
    }
    if (!parameters.empty()) out += "\n[parameters]\n" + parameters;
    if (!spreads.empty()) out += "\n[spread]\n" + spreads;
    return out;
}

}  // namespace nearness::io
