#include "nearness/io/scenario_parameters.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace nearness::io {

namespace {

std::string module_of(std::string_view key) { return std::string(key.substr(0, key.find('.'))); }

void flatten(const Node& table, const std::string& prefix, Node& flat, std::set<std::string>& taken, Report& report) {
    for (const Entry& entry : table.entries) {
        const std::string key = prefix + entry.key;
        if (entry.value.kind == Node::Kind::table) {
            flatten(entry.value, key + ".", flat, taken, report);
        } else if (!taken.insert(key).second) {
            report.add("E0111", entry.spot, fmt::format("the parameter `{}` is given twice", key), "keep one of them");
        } else {
            flat.entries.push_back({key, entry.spot, entry.value});
        }
    }
}

std::string_view usual_unit(Quantity quantity) {
    switch (quantity) {
        case Quantity::seconds: return "s";
        case Quantity::days: return "days";
        case Quantity::per_second: return "per s";
        case Quantity::per_day: return "per day";
        default: return "";
    }
}

std::string accepted_range(const Field& field) {
    const std::string_view unit = usual_unit(field.quantity);
    const std::string_view gap = unit.empty() ? "" : " ";
    return fmt::format("accepted: {}{}{} to {}{}{}   default: {}{}{}", shortest(field.low), gap, unit,
                       shortest(field.high), gap, unit, shortest(field.standard), gap, unit);
}

}  // namespace

std::optional<double> read_value(const Fields& fields, const Field& field) {
    const Node* node = fields.get(field.key);
    if (node == nullptr) return std::nullopt;
    Report& report = fields.report();
    double value = 0;
    switch (field.quantity) {
        case Quantity::number:
        case Quantity::count:
            if (!check_number(*node, field.key, field.low, field.high, report)) return std::nullopt;
            value = node->number;
            if (field.quantity == Quantity::count && std::floor(value) != value) {
                fields.wrong_kind(field.key, *node, "a whole number", accepted_range(field));
                return std::nullopt;
            }
            return value;
        case Quantity::choice: {
            const auto word = fields.choice(field.key, choices_of(field), "word for " + std::string(field.key));
            return word ? std::optional(static_cast<double>(*word)) : std::nullopt;
        }
        case Quantity::seconds:
        case Quantity::days: {
            const auto days = fields.days(field.key, usual_unit(field.quantity));
            if (!days) return std::nullopt;
            // Read again: seconds that went through days would lose their last bit.
            const auto duration = std::get<Duration>(parse_duration(node->text, ""));
            value = field.quantity == Quantity::seconds ? duration.seconds() : *days;
            break;
        }
        case Quantity::per_second:
        case Quantity::per_day: {
            const auto rate = fields.rate(field.key, usual_unit(field.quantity));
            if (!rate) return std::nullopt;
            value = rate->none() ? 0.0 : field.quantity == Quantity::per_day ? rate->per_day() : rate->per_second();
            break;
        }
    }
    if (value >= field.low && value <= field.high) return value;
    report.add("E0106", node->spot, fmt::format("`{}` cannot be \"{}\"", field.key, node->text), accepted_range(field));
    return std::nullopt;
}

const Words& parameter_keys() {
    static const Words keys = [] {
        Words all;
        life::Parameters<double> parameters;
        life::Parameters<double>::describe(parameters, [&](const Field& field, auto&) { all.emplace_back(field.key); });
        return all;
    }();
    return keys;
}

const Words& learner_keys() {
    static const Words keys = [] {
        Words all;
        memory::RivalParameters::each_field([&](int, const Field& field) { all.emplace_back(field.key); });
        return all;
    }();
    return keys;
}

bool is_parameter(std::string_view key) {
    const auto among = [&](const Words& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    return among(parameter_keys()) || among(learner_keys());
}

Words choices_of(const Field& field) {
    Words words;
    std::string_view left = field.choices;
    while (!left.empty()) {
        const std::size_t blank = std::min(left.find(' '), left.size());
        words.emplace_back(left.substr(0, blank));
        left.remove_prefix(std::min(blank + 1, left.size()));
    }
    return words;
}

std::string as_written(const Field& field, double value) {
    if (field.quantity == Quantity::choice) {
        return fmt::format("\"{}\"", choices_of(field)[static_cast<std::size_t>(value)]);
    }
    // 1/60 per s has no short number, 1 per minute has.
    if (field.quantity == Quantity::per_second && value * 60 / 60 == value &&
        shortest(value * 60).size() < shortest(value).size()) {
        return fmt::format("\"{} per minute\"", shortest(value * 60));
    }
    const std::string_view unit = usual_unit(field.quantity);
    return unit.empty() ? shortest(value) : fmt::format("\"{} {}\"", shortest(value), unit);
}

std::string parameter_remedy(std::string_view key) {
    Words modules, siblings;
    for (const std::string& known : parameter_keys()) {
        const std::string module = module_of(known);
        if (std::find(modules.begin(), modules.end(), module) == modules.end()) modules.push_back(module);
        if (module == module_of(key)) siblings.push_back(known);
    }
    if (!siblings.empty()) return suggestion(key, siblings);
    for (const std::string& known : learner_keys()) {
        if (module_of(known) == module_of(key)) siblings.push_back(known);
    }
    if (!siblings.empty()) return suggestion(key, siblings);
    std::string remedy;
    if (const std::string near = nearest(key, parameter_keys()); !near.empty())
        remedy = "did you mean `" + near + "`?   ";
    remedy += "parameters begin with";
    for (const std::string& module : modules) remedy += (module == modules.front() ? " " : ", ") + module + ".";
    return remedy;
}

void flatten_parameters(Node& root, Report& report) {
    Node* parameters = root.find("parameters");
    if (parameters == nullptr || parameters->kind != Node::Kind::table) return;
    Node flat;
    flat.spot = parameters->spot;
    std::set<std::string> taken;
    flatten(*parameters, "", flat, taken, report);
    *parameters = std::move(flat);
}

namespace {

person::KnockOuts read_knock_outs(const Node& root, Report& report) {
    static const Words names = [] {
        Words all;
        for (const person::ModuleText& module : person::modules) all.emplace_back(module.name);
        return all;
    }();
    person::KnockOuts knocked_out;
    const Fields fields(root, "the scenario", report);
    const auto take = [&](std::size_t index, const Spot& spot) {
        const auto module = static_cast<person::Module>(index);
        if (knocked_out.has(module)) {
            report.add("E0111", spot, fmt::format("`knock_out` names `{}` a second time", names[index]),
                       "once is enough");
        }
        knocked_out.add(module);
    };
    fields.choices("knock_out", names, "module that can be knocked out", take);
    return knocked_out;
}

std::string accepted_learners() {
    std::string words(memory::the_templates);
    memory::each_rival<double>([&](const auto& learner, int) { words += ", " + std::string(learner.name); });
    return words;
}

// Learners that no life can have, with the reason.
bool refused(const Fields& fields) {
    const Node* node = fields.get(memory::learner_key);
    if (node == nullptr || node->kind != Node::Kind::text) return false;
    for (const memory::Unfit& unfit : memory::unfit_learners) {
        if (unfit.name != node->text) continue;
        fields.report().add("E0113", node->spot,
                            fmt::format("`{}` cannot take the place of the templates: {}", unfit.name, unfit.why),
                            "accepted: " + accepted_learners());
        return true;
    }
    return false;
}

// What the learner is set to; what belongs to another has no business here.
void read_learner(const Fields& fields, memory::RivalParameters& rival) {
    memory::RivalParameters::each_field([&](int number, const Field& field) {
        if (!fields.has(field.key)) return;
        if (number == rival.learner) {
            const auto read = read_value(fields, field);
            if (read && *read != field.standard) rival.settings.push_back({field.key, *read});
            return;
        }
        memory::RivalParameters other;
        other.learner = number;
        fields.report().add("E0119", fields.get(field.key)->spot,
                            fmt::format("`{}` belongs to {}, and `{}` is \"{}\"", field.key, other.name(),
                                        memory::learner_key, rival.name()),
                            fmt::format("leave it out, or {} = \"{}\"", memory::learner_key, other.name()));
    });
}

void read_values(const Node& root, life::Parameters<double>& parameters, Report& report) {
    const Node* table = Fields(root, "the scenario", report).table("parameters");
    if (table == nullptr) return;
    for (const Entry& entry : table->entries) {
        if (is_parameter(entry.key)) continue;
        const Words& top = top_keys();
        const bool strayed = std::find(top.begin(), top.end(), entry.key) != top.end();
        report.add("E0103", entry.spot, fmt::format("unknown parameter `{}`", entry.key),
                   strayed ? fmt::format("`{}` belongs to the top of the file, above the first [header]", entry.key)
                           : parameter_remedy(entry.key));
    }
    const Fields fields(*table, "[parameters]", report);
    const bool no_learner = refused(fields);
    life::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
        if (field.key == memory::learner_key && no_learner) return;
        if (const auto read = read_value(fields, field))
            value = static_cast<std::remove_reference_t<decltype(value)>>(*read);
    });
    if (!no_learner) read_learner(fields, parameters.person.rival);
}

}  // namespace

life::Parameters<double> read_parameters(const Node& root, Report& report) {
    life::Parameters<double> parameters;
    read_values(root, parameters, report);
    parameters.person.knock_out(read_knock_outs(root, report));
    return parameters;
}

}  // namespace nearness::io
