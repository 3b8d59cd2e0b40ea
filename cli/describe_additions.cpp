#include "cli/describe_additions.hpp"

#include "cli/columns.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/life/parameters.hpp"
#include "nearness/person/additions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nearness::cli {

namespace {

constexpr const char* all_of_them = "additions";
constexpr const char* page = "docs/theory/additions.md";

Field field_of(const person::Addition& addition) {
    Field found;
    const life::Parameters<double> parameters;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto&) {
        if (field.key == addition.key) found = field;
    });
    return found;
}

// As a scenario sets it.
std::string setting(const person::Addition& addition) {
    return fmt::format("{} = {}", addition.key, io::as_written(field_of(addition), addition.strength));
}

std::string how_to_use(const person::Addition& addition) {
    return fmt::format(
        "\nIn a scenario file:\n\n    [parameters]\n    {}\n\nIn all claims, or in one:\n\n"
        "    nearness claims --as {}\n",
        setting(addition), person::name_with(addition));
}

std::string in_full(const person::Addition& addition) {
    return fmt::format("{}   {}   {}\n  {}\n  {}\n  tried for claims {}, as {}\n{}", addition.name, addition.equation,
                       page, addition.says, field_of(addition).says, addition.claims, setting(addition),
                       how_to_use(addition));
}

std::string table() {
    std::string out = fmt::format("{}: modules that are off unless switched on   {}\n", all_of_them, page);
    for (const person::Addition& one : person::additions) {
        out += "  " + padded(std::string(one.name), 24) + padded(std::string(one.equation), 14) +
               std::string(one.says) + "\n";
    }
    return out + how_to_use(person::additions.front());
}

nlohmann::ordered_json to_json(const person::Addition& one) {
    return {{"name", one.name}, {"equation", one.equation}, {"says", one.says},
            {"key", one.key},   {"strength", one.strength}, {"tried_for_claims", one.claims}};
}

}  // namespace

std::vector<std::string> names_of_additions() {
    std::vector<std::string> names = {all_of_them};
    for (const person::Addition& one : person::additions) names.emplace_back(one.name);
    return names;
}

std::optional<Exit> describe_additions(const Asked& asked) {
    std::vector<person::Addition> chosen;
    for (const person::Addition& one : person::additions) {
        if (asked.name == all_of_them || asked.name == one.name || asked.name == person::name_with(one)) {
            chosen.push_back(one);
        }
    }
    if (chosen.empty()) return std::nullopt;
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const person::Addition& one : chosen) document.push_back(to_json(one));
        fmt::print("{}\n", document.dump(1));
    } else {
        fmt::print("{}", chosen.size() == 1 ? in_full(chosen.front()) : table());
    }
    return Exit::good;
}

}  // namespace nearness::cli
