// nearness describe: every parameter and module of the model, printed from its one description.
#include "cli/columns.hpp"
#include "cli/describe_additions.hpp"
#include "cli/describe_learners.hpp"
#include "cli/describe_measures.hpp"
#include "cli/describe_stand_ins.hpp"
#include "cli/look_up.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/person/additions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace nearness::cli {

namespace {

std::string module_of(const Field& field) { return std::string(field.key.substr(0, field.key.find('.'))); }
std::string_view name_of(const Field& field) { return field.key.substr(field.key.find('.') + 1); }

// Modules and theory pages have the same names (a test looks whether the pages are there).
std::string page_of(const std::string& module) { return "docs/theory/" + module + ".md"; }

std::vector<Field> all_fields() {
    std::vector<Field> fields;
    const life::Parameters<double> parameters;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto&) { fields.push_back(field); });
    return fields;
}

std::vector<std::string> modules_of(const std::vector<Field>& fields) {
    std::vector<std::string> modules;
    for (const Field& field : fields) {
        if (modules.empty() || modules.back() != module_of(field)) modules.push_back(module_of(field));
    }
    return modules;
}

std::string_view name_of(Prior prior) {
    switch (prior) {
        case Prior::log_normal: return "log-normal";
        case Prior::logit_normal: return "logit-normal";
        case Prior::none:
        case Prior::added: return "not swept";
    }
    return "";
}

std::string_view in_full(Prior prior) {
    switch (prior) {
        case Prior::log_normal: return "log-normal around the default, sigma 0.25; for sweeps, a design choice";
        case Prior::logit_normal: return "logit-normal around the default, sigma 0.5; for sweeps, a design choice";
        case Prior::none: return "none: a numerical setting, not swept";
        case Prior::added: return "none: of a module that is off unless switched on, not swept";
    }
    return "";
}

std::string with_unit(const std::string& text, const Field& field) {
    return text + (field.unit.empty() ? "" : " ") + std::string(field.unit);
}

// As in a file, without the quotes.
std::string standard_of(const Field& field) {
    const std::string text = io::as_written(field, field.standard);
    return text.front() == '"' ? text.substr(1, text.size() - 2) : with_unit(text, field);
}

std::string range_of(const Field& field) {
    if (field.quantity == Quantity::choice) {
        std::string words;
        for (const std::string& word : io::choices_of(field)) words += (words.empty() ? "" : ", ") + word;
        return words;
    }
    return io::shortest(field.low) + " to " + io::shortest(field.high);
}

// The columns of the table, the last of any width.
std::string row(const std::array<std::string, 7>& cells) {
    static constexpr std::array<std::size_t, 6> widths = {24, 12, 21, 22, 14, 15};
    std::string out = "  ";
    for (std::size_t i = 0; i < widths.size(); ++i) out += padded(cells[i], widths[i]);
    return out + cells.back() + "\n";
}

std::string row(const Field& field) {
    const bool long_number = field.quantity == Quantity::number && io::shortest(field.standard).size() > 10;
    return row({std::string(name_of(field)), std::string(field.symbol),
                long_number ? with_unit(fmt::format("{:.6g}", field.standard), field) : standard_of(field),
                range_of(field), std::string(name_of(field.prior)), std::string(field.source),
                std::string(field.says)});
}

std::string table(const std::vector<Field>& fields) {
    std::string out, module;
    for (const Field& field : fields) {
        if (module_of(field) != module) {
            out += (module.empty() ? "" : "\n") + module_of(field) + "   " + page_of(module_of(field)) + "\n";
            if (module.empty()) {
                out += row({"parameter", "symbol", "default", "range", "prior", "source", "meaning"});
            }
            module = module_of(field);
        }
        out += row(field);
    }
    return out +
           "\nNo default is an estimate: all values are design choices. A source is where a parameter's role comes "
           "from.\nOne in full:  nearness describe " +
           std::string(fields.front().key) +
           "\nWhat can be switched off:  nearness describe knock_out\nLearners, for recorded trials:  nearness "
           "describe learners\nStand-ins for the memory of a life:  nearness describe stand-ins\nWhat claims can "
           "measure:  nearness describe measures\n";
}

std::string_view direction_of(const Field& field) {
    return field.moves.empty() ? "none" : field.direction == Direction::up ? "up" : "down";
}

// What a larger value does.
std::string more_of(const Field& field) {
    if (field.moves.empty()) return "none: a numerical setting, nothing is meant to depend on it";
    return fmt::format("{} {}{}{}", field.moves, direction_of(field), field.when.empty() ? "" : ", ", field.when);
}

std::string one_in_full(const Field& field) {
    // An addition's 0 is off: the example is the strength at which it was tried.
    double example = field.standard;
    for (const person::Addition& one : person::additions) {
        if (one.key == field.key) example = one.strength;
    }
    const std::string value = io::as_written(field, example);
    const bool sourced = field.source != design_choice;
    return fmt::format(
        "{0}   {1}\n  {2}\n\n"
        "  default   {3}\n  range     {4}\n  prior     {5}\n  source    {6}\n  page      {7}\n"
        "  more of it: {9}\n\n"
        "In a scenario file:\n\n    [parameters]\n    {0} = {8}\n\n"
        "For one run, in all arms:\n\n    nearness run life.toml --set {0}={8}\n\n"
        "In one arm only:\n\n    set = {{ \"{0}\" = {8} }}\n",
        field.key, field.symbol, field.says, standard_of(field), with_unit(range_of(field), field),
        in_full(field.prior),
        sourced ? std::string(field.source) + " (docs/references.bib) for its role; the value is a design choice"
                : std::string(field.source),
        field.prior == Prior::added ? "docs/theory/additions.md" : page_of(module_of(field)), value, more_of(field));
}

// What `knock_out` in a scenario can name; their own table, since they have no values.
constexpr const char* knock_outs = "knock_out";
constexpr const char* knock_outs_page = "docs/theory/knock-outs.md";

std::string how_to_knock_out(const person::ModuleText& module) {
    return fmt::format("\nIn a scenario file, or in the `set` of an arm:\n\n    knock_out = [\"{}\"]\n", module.name);
}

std::string table_of_knock_outs() {
    std::string out = fmt::format("{}   {}\n", knock_outs, knock_outs_page);
    for (const person::ModuleText& module : person::modules) {
        out += "  " + padded(std::string(module.name), 24) + padded(std::string(module.equation), 18) +
               std::string(module.says) + "\n";
    }
    return out + how_to_knock_out(person::modules.front());
}

// The parameters that a module of the theory runs on, in the order of the table.
std::vector<Field> fields_of(const person::ModuleText& module, const std::vector<Field>& fields) {
    std::vector<Field> own;
    const std::string keys = fmt::format(" {} ", module.parameters);
    for (const Field& field : fields) {
        if (keys.find(fmt::format(" {} ", field.key)) != keys.npos) own.push_back(field);
    }
    return own;
}

std::string module_in_full(const person::ModuleText& module, const std::vector<Field>& fields) {
    std::string out = fmt::format("{}   {}\n  knocked out: {}; {}\n{}\n", module.name, knock_outs_page, module.equation,
                                  module.says, how_to_knock_out(module));
    const std::vector<Field> own = fields_of(module, fields);
    return out + (own.empty() ? "It has no parameters of its own.\n" : "The parameters it runs on:\n\n" + table(own));
}

nlohmann::ordered_json to_json(const person::ModuleText& module, const std::vector<Field>& fields) {
    nlohmann::ordered_json keys = nlohmann::ordered_json::array();
    for (const Field& field : fields_of(module, fields)) keys.push_back(field.key);
    return {{"name", module.name}, {"equation", module.equation}, {"says", module.says}, {"parameters", keys}};
}

nlohmann::ordered_json to_json(const Field& field) {
    nlohmann::ordered_json json = {
        {"key", field.key},       {"module", module_of(field)}, {"symbol", field.symbol},
        {"unit", field.unit},     {"default", field.standard},  {"written", io::as_written(field, field.standard)},
        {"low", field.low},       {"high", field.high},         {"prior", name_of(field.prior)},
        {"source", field.source}, {"says", field.says},         {"page", page_of(module_of(field))}};
    json["moves"] = field.moves.empty() ? std::string_view("none") : field.moves;
    json["direction"] = direction_of(field);
    json["when"] = field.when;
    if (field.quantity == Quantity::choice) json["choices"] = io::choices_of(field);
    return json;
}

// `concentration` for `memory.concentration` is the likeliest slip, and too far off for an edit distance.
[[noreturn]] void refuse(const std::string& name, const std::vector<Field>& fields) {
    std::vector<std::string> known = modules_of(fields), short_names;
    for (const std::string& learner : names_of_learners()) known.push_back(learner);
    for (const std::string& measure : names_of_measures()) known.push_back(measure);
    for (const std::string& stand_in : names_of_stand_ins()) known.push_back(stand_in);
    known.emplace_back(knock_outs);
    for (const std::string& addition : names_of_additions()) known.push_back(addition);
    for (const person::ModuleText& module : person::modules) known.emplace_back(module.name);
    for (const Field& field : fields) {
        known.emplace_back(field.key);
        short_names.emplace_back(name_of(field));
    }
    std::string near;
    if (name.find('.') == std::string::npos) {
        const std::string short_name = nearest(name, short_names);
        for (const Field& field : fields) {
            if (name_of(field) == short_name && (near.empty() || short_name == name)) near = field.key;
        }
        if (near.empty() || nearest(name, modules_of(fields)) == name) near = nearest(name, known);
    } else {
        near = nearest(name, known);
    }
    Problems problems;
    problems.add(
        "E0001", {}, "there is no module or parameter `" + name + "`",
        (near.empty() ? std::string() : "did you mean `" + near + "`?   ") + "`nearness describe` lists them all");
    problems.throw_if_any();
    throw Bug("a problem was not raised");
}

}  // namespace

Exit describe_parameters(const Asked& asked) {
    if (const auto done = describe_learners(asked)) return *done;
    if (const auto done = describe_measures(asked)) return *done;
    if (const auto done = describe_stand_ins(asked)) return *done;
    if (const auto done = describe_additions(asked)) return *done;
    const std::vector<Field> fields = all_fields();
    std::vector<person::ModuleText> modules;
    for (const person::ModuleText& module : person::modules) {
        if (asked.name == knock_outs || asked.name == module.name) modules.push_back(module);
    }
    std::vector<Field> chosen;
    for (const Field& field : fields) {
        if (asked.name.empty() || asked.name == field.key || asked.name == module_of(field)) chosen.push_back(field);
    }
    if (chosen.empty() && modules.empty()) refuse(asked.name, fields);
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const person::ModuleText& module : modules) document.push_back(to_json(module, fields));
        for (const Field& field : chosen) document.push_back(to_json(field));
        fmt::print("{}\n", document.dump(1));
    } else if (modules.size() == 1) {
        fmt::print("{}", module_in_full(modules.front(), fields));
    } else if (!modules.empty()) {
        fmt::print("{}", table_of_knock_outs());
    } else if (chosen.size() == 1 && asked.name == chosen.front().key) {
        fmt::print("{}", one_in_full(chosen.front()));
    } else {
        fmt::print("{}", table(chosen));
    }
    return Exit::good;
}

}  // namespace nearness::cli
