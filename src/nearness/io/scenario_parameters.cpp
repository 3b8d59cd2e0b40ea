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

void read_values(const Node& root, life::Parameters<double>& parameters, Report& report) {
    const Node* table = Fields(root, "the scenario", report).table("parameters");
    if (table == nullptr) return;
    const Words& keys = parameter_keys();
    for (const Entry& entry : table->entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        const Words& top = top_keys();
        const bool strayed = std::find(top.begin(), top.end(), entry.key) != top.end();
        report.add("E0103", entry.spot, fmt::format("unknown parameter `{}`", entry.key),
                   strayed ? fmt::format("`{}` belongs to the top of the file, above the first [header]", entry.key)
                           : parameter_remedy(entry.key));
    }
    const Fields fields(*table, "[parameters]", report);
    life::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
        if (const auto read = read_value(fields, field))
            value = static_cast<std::remove_reference_t<decltype(value)>>(*read);
    });
}

}  // namespace

life::Parameters<double> read_parameters(const Node& root, Report& report) {
    life::Parameters<double> parameters;
    read_values(root, parameters, report);
    parameters.person.knock_out(read_knock_outs(root, report));
    return parameters;
}

}  // namespace nearness::io
