#include "cli/command_line.hpp"

#include "cli/describe_additions.hpp"
#include "cli/describe_learners.hpp"
#include "cli/describe_stand_ins.hpp"
#include "cli/shipped.hpp"
#include "nearness/base/problem.hpp"
#include "nearness/base/units.hpp"
#include "nearness/io/evidence.hpp"
#include "nearness/io/learner_settings.hpp"
#include "nearness/io/phenomenon_file.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

std::vector<Argument> arguments_of(const CLI::App& app) {
    std::vector<Argument> arguments;
    for (const CLI::Option* option : app.get_options()) {
        Argument argument;
        argument.name = option->get_lnames().empty() ? option->get_name(true) : "--" + option->get_lnames().front();
        argument.says = option->get_description();
        argument.takes_value = option->get_items_expected_max() > 0;
        argument.required = option->get_required();
        argument.repeats = option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
        arguments.push_back(argument);
    }
    // Options first, as they are written.
    std::stable_partition(arguments.begin(), arguments.end(), [](const Argument& one) { return one.is_option(); });
    return arguments;
}

void add_verbs(const CLI::App& app, const std::string& before, std::vector<Verb>& verbs) {
    for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
        verbs.push_back({before + one->get_name(), one->get_description(), arguments_of(*one)});
        add_verbs(*one, before + one->get_name() + " ", verbs);
    }
}

std::vector<std::string> names_of_scenarios() {
    std::vector<std::string> names;
    for (const ShippedScenario& one : shipped_scenarios()) names.push_back(one.name);
    return names;
}

std::vector<std::string> parameters_and_modules() {
    std::vector<std::string> words;
    for (const std::string& key : io::parameter_keys()) {
        const std::string module = key.substr(0, key.find('.'));
        if (std::find(words.begin(), words.end(), module) == words.end()) words.push_back(module);
        words.push_back(key);
    }
    words.emplace_back("knock_out");
    for (const std::string& addition : names_of_additions()) words.push_back(addition);
    for (const person::ModuleText& module : person::modules) words.emplace_back(module.name);
    for (const std::string& learner : names_of_learners()) words.push_back(learner);
    for (const std::string& stand_in : names_of_stand_ins()) {
        if (std::find(words.begin(), words.end(), stand_in) == words.end()) words.push_back(stand_in);
    }
    return words;
}

std::vector<std::string> models() {
    std::vector<std::string> words = names_of_learners();
    words.front() = "list";
    return words;
}

std::vector<std::string> settings_of_learners() {
    std::vector<std::string> words;
    for (const io::LearnerText& learner : io::learner_texts()) {
        for (const io::LearnerField& one : learner.fields) words.push_back(one.names[1] + "=");
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::string> codes() {
    std::vector<std::string> words;
    for (const CatalogueEntry& entry : catalogue()) words.emplace_back(entry.code);
    return words;
}

std::vector<std::string> rows_of_evidence() {
    std::vector<std::string> words;
    for (const io::Evidence& row : io::evidence()) words.push_back(row.id);
    return words;
}

std::vector<std::string> phenomena() {
    std::vector<std::string> words;
    for (const io::PhenomenonFile& one : io::shipped_phenomena()) words.push_back(one.id);
    return words;
}

}  // namespace

CommandLine command_line_of(const CLI::App& app) {
    CommandLine line{app.get_description(), arguments_of(app), {}};
    add_verbs(app, "", line.verbs);
    return line;
}

Values values_of(const Verb& verb, const Argument& argument) {
    using Kind = Values::Kind;
    if (argument.name == "--from" || (verb.name == "scenarios copy" && argument.name == "NAME")) {
        return {Kind::words, names_of_scenarios()};
    }
    if (verb.name == "describe" && argument.name == "NAME") return {Kind::words, parameters_and_modules()};
    if (argument.name == "--model") return {Kind::words, models()};
    const bool of_learners = verb.name == "learn" || verb.name == "experiment";
    if (of_learners && (argument.name == "--set" || argument.name == "--spread")) {
        return {Kind::words, settings_of_learners()};
    }
    if (argument.name == "--learner") {
        std::vector<std::string> words = models();
        words.front() = "all";
        return {Kind::words, words};
    }
    if (argument.name == "--time-unit") return {Kind::words, plural_units()};
    if (argument.name == "--set") {
        std::vector<std::string> keys = io::parameter_keys();
        keys.insert(keys.end(), io::learner_keys().begin(), io::learner_keys().end());
        for (std::string& key : keys) key += '=';
        return {Kind::words, keys};
    }
    if (argument.name == "PHENOMENON") return {Kind::words, phenomena()};
    if (argument.name == "ID") return {Kind::words, rows_of_evidence()};
    if (argument.name == "CODE") return {Kind::words, codes()};
    if (argument.name == "SHELL") return {Kind::words, {"bash", "zsh", "fish"}};
    if (argument.name == "--out" || argument.name == "FOLDER") return {Kind::folder, {}};
    const std::vector<std::string> files = {"FILE", "DESIGN", "SHARD", "RUN", "--data", "--trials", "--output"};
    if (std::find(files.begin(), files.end(), argument.name) != files.end()) return {Kind::file, {}};
    return {};
}

}  // namespace nearness::cli
