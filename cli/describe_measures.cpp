#include "cli/describe_measures.hpp"

#include "cli/columns.hpp"
#include "nearness/claims/effects.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nearness::cli {

namespace {

using claims::Measure;
using Json = nlohmann::ordered_json;

constexpr std::string_view all_measures = "measures", all_effects = "effects";

Json json_of(const Measure& measure) {
    Json out{{"name", measure.name}, {"unit", measure.unit}, {"says", measure.says}, {"options", Json::array()}};
    for (const claims::Option& option : measure.options) {
        out["options"].push_back({{"key", option.key},
                                  {"default", option.standard},
                                  {"low", option.low},
                                  {"high", option.high},
                                  {"says", option.says}});
    }
    return out;
}

std::string in_full(const Measure& measure) {
    std::string out = fmt::format("{}   {}\n", measure.name, measure.says);
    for (const claims::Option& option : measure.options) {
        out += fmt::format("    {} {} ({}; {} to {})\n", padded(std::string(option.key), 18), option.says,
                           io::shortest(option.standard), io::shortest(option.low), io::shortest(option.high));
    }
    const std::string option = measure.options.empty() ? ""
                                                       : fmt::format(", {} = {}", measure.options.front().key,
                                                                     io::shortest(measure.options.front().high));
    return out + fmt::format("\nIn a claim file:\n\n    [measures]\n    mine = {{ take = \"{}\"{} }}\n", measure.name,
                             option);
}

std::string table() {
    std::string out = "What a claim can measure on a person in a chapter of an arm (docs/guide/claims.md):\n\n";
    for (const Measure& measure : claims::vocabulary()) {
        out += fmt::format("  {} {}\n", padded(std::string(measure.name), 28), measure.says);
    }
    return out +
           "\nOptions of one:  nearness describe threat\nWhat is computed over persons:  nearness describe effects\n";
}

}  // namespace

std::vector<std::string> names_of_measures() {
    std::vector<std::string> names = {std::string(all_measures), std::string(all_effects)};
    for (const Measure& measure : claims::vocabulary()) {
        if (measure.take != nullptr) names.emplace_back(measure.name);
    }
    return names;
}

std::optional<Exit> describe_measures(const Asked& asked) {
    if (asked.name == all_effects) {
        Json document = Json::array();
        std::string out = "What a claim can compute over persons:\n\n";
        for (const claims::EffectText& effect : claims::effect_texts) {
            document.push_back({{"name", effect.name}, {"says", effect.says}});
            out += fmt::format("  {} {}\n", padded(std::string(effect.name), 18), effect.says);
        }
        fmt::print("{}", asked.json ? document.dump(2) + "\n" : out);
        return Exit::good;
    }
    if (asked.name == all_measures) {
        Json document = Json::array();
        for (const Measure& measure : claims::vocabulary()) document.push_back(json_of(measure));
        fmt::print("{}", asked.json ? document.dump(2) + "\n" : table());
        return Exit::good;
    }
    const Measure* measure = claims::find_measure(asked.name);
    if (measure == nullptr || measure->take == nullptr)
        return std::nullopt;  // columns of summaries have their own entry
    fmt::print("{}", asked.json ? json_of(*measure).dump(2) + "\n" : in_full(*measure));
    return Exit::good;
}

}  // namespace nearness::cli
