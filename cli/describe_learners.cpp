#include "cli/describe_learners.hpp"

#include "cli/columns.hpp"
#include "nearness/io/learned_file.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

using io::LearnerField;
using io::LearnerText;

std::string page_of(const LearnerText& learner) { return "docs/models/" + learner.name + ".md"; }

std::string range_of(const Field& field) {
    if (field.quantity != Quantity::choice) return io::shortest(field.low) + " to " + io::shortest(field.high);
    std::string words;
    for (const std::string& word : io::choices_of(field)) words += (words.empty() ? "" : ", ") + word;
    return words;
}

std::string standard_of(const Field& field) {
    const std::string text = io::as_written(field, field.standard);
    return text.front() == '"' ? text.substr(1, text.size() - 2) : text;
}

// "associability_CUE": with the index in words where it is not a name.
std::string pattern_of(const learners::Output& output, std::string_view when = "") {
    const auto index = [](learners::Index counts) -> std::string {
        switch (counts) {
            case learners::Index::none: return "";
            case learners::Index::cue: return "_CUE";
            case learners::Index::stimulus: return "_STIMULUS";
            case learners::Index::period: return "_PERIOD";
            case learners::Index::cause: return "_CAUSE";
            case learners::Index::level: return "_LEVEL";
        }
        return "";
    };
    return std::string(output.name) + index(output.first_counts) + index(output.second_counts) + std::string(when);
}

std::string needs_of(const LearnerText& learner) {
    std::string needs;
    const auto add = [&](const std::string& one) { needs += (needs.empty() ? "" : "; ") + one; };
    if (learner.accepts.cues_are_shares) add("cues between 0 and 1");
    if (learner.accepts.outcomes_are_shares) add("outcomes between 0 and 1");
    if (learner.accepts.most_cues < learners::most_stimuli - 1)
        add(fmt::format("at most {} cues", learner.accepts.most_cues));
    if (learner.accepts.most_trials > 0) {
        add(fmt::format("at most {} trials of a subject",
                        io::with_thousands(static_cast<std::size_t>(learner.accepts.most_trials))));
    }
    return needs;
}

std::string table() {
    std::string out;
    for (const LearnerText& learner : io::learner_texts()) {
        out += padded(learner.name, 30) + learner.title + "\n";
        for (const LearnerField& one : learner.fields) {
            out += "  " + padded(one.names[1], 24) + padded(standard_of(one.field), 12) +
                   padded(range_of(one.field), 20) + std::string(one.field.says) + "\n";
        }
        out += "\n";
    }
    return out +
           "Each line: parameter, default, range, meaning. One in full, with its columns:  nearness describe "
           "rescorla-wagner\nRun one:  nearness learn --model rescorla-wagner --trials trials.csv --set salience=0.3\n";
}

std::string one_in_full(const LearnerText& learner) {
    std::string out = fmt::format("{}   {}   {}\n", learner.name, learner.title, page_of(learner));
    if (const std::string needs = needs_of(learner); !needs.empty()) out += "  takes " + needs + "\n";
    out += "\nParameters (--set NAME=VALUE): names, default, range, meaning\n";
    for (const LearnerField& one : learner.fields) {
        const std::string names = one.names[1] + (one.names.size() > 2 ? ", " + one.names[2] : "") +
                                  (one.per_stimulus ? "; NAME.STIMULUS for one" : "");
        out += "  " + padded(names, 52) + " " + padded(standard_of(one.field), 12) + padded(range_of(one.field), 20) +
               std::string(one.field.says) + "\n";
    }
    const auto columns = [&](const std::vector<learners::Output>& outputs, bool only_results) {
        for (const learners::Output& output : outputs) {
            if (only_results && !output.result) continue;
            out += "  " + padded(pattern_of(output), 36) + padded(std::string(output.symbol), 8) +
                   std::string(output.says) + "\n";
        }
    };
    out += "\nColumns of every row, before the outcome\n";
    columns(learner.outputs, false);
    if (std::any_of(learner.internals.begin(), learner.internals.end(), [](const auto& one) { return one.result; })) {
        out += "\nColumns of every row, after the trial\n";
        columns(learner.internals, true);
    }
    out += "\nWith --verbose-state also, each with _before and _after the trial\n";
    columns(learner.internals, false);
    return out + fmt::format("\n    nearness learn --model {} --trials trials.csv --set {}={}\n", learner.name,
                             learner.fields.front().names[1], standard_of(learner.fields.front().field));
}

nlohmann::ordered_json to_json(const LearnerText& learner) {
    nlohmann::ordered_json parameters = nlohmann::ordered_json::array(), columns = nlohmann::ordered_json::array();
    for (const LearnerField& one : learner.fields) {
        const Field& field = one.field;
        nlohmann::ordered_json json = {{"key", field.key},          {"names", one.names},
                                       {"symbol", field.symbol},    {"per_stimulus", one.per_stimulus},
                                       {"default", field.standard}, {"written", io::as_written(field, field.standard)},
                                       {"low", field.low},          {"high", field.high},
                                       {"source", field.source},    {"says", field.says}};
        if (field.quantity == Quantity::choice) json["choices"] = io::choices_of(field);
        parameters.push_back(json);
    }
    const auto add = [&](const learners::Output& output, std::string_view when, std::string_view shown) {
        columns.push_back(
            {{"column", pattern_of(output, when)}, {"symbol", output.symbol}, {"shown", shown}, {"says", output.says}});
    };
    for (const learners::Output& output : learner.outputs) add(output, "", "every row");
    for (const learners::Output& output : learner.internals) {
        if (output.result) add(output, "", "every row");
    }
    for (const char* when : {"_before", "_after"}) {
        for (const learners::Output& output : learner.internals) add(output, when, "--verbose-state");
    }
    return {{"name", learner.name},       {"title", learner.title},   {"page", page_of(learner)},
            {"takes", needs_of(learner)}, {"parameters", parameters}, {"columns", columns}};
}

}  // namespace

std::vector<std::string> names_of_learners() {
    std::vector<std::string> names = {all_learners};
    for (const LearnerText& one : io::learner_texts()) names.push_back(one.name);
    return names;
}

std::optional<Exit> describe_learners(const Asked& asked) {
    std::vector<const LearnerText*> chosen;
    for (const LearnerText& one : io::learner_texts()) {
        const bool by_key = std::any_of(one.fields.begin(), one.fields.end(), [&](const LearnerField& field) {
            return field.field.key == asked.name && !asked.name.starts_with("memory.");
        });
        if (asked.name == all_learners || asked.name == one.name || by_key) chosen.push_back(&one);
    }
    if (chosen.empty()) return std::nullopt;
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const LearnerText* one : chosen) document.push_back(to_json(*one));
        fmt::print("{}\n", document.dump(1));
    } else if (asked.name == all_learners) {
        fmt::print("{}", table());
    } else {
        for (const LearnerText* one : chosen) {
            fmt::print("{}{}", one == chosen.front() ? "" : "\n", one_in_full(*one));
        }
    }
    return Exit::good;
}

}  // namespace nearness::cli
