#include "cli/describe_stand_ins.hpp"

#include "cli/columns.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/memory/rivals.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

struct Text {
    std::string name, title, page;
    std::vector<Field> fields;
};

std::vector<Text> texts() {
    std::vector<Text> all;
    memory::each_rival<double>([&]<class S>(S, int) {
        if constexpr (stand_ins::StandIn<S>) {
            Text text{std::string(S::name), std::string(S::title), {}, {}};
            typename S::Parameters parameters;
            S::Parameters::describe(parameters, [&](const Field& field, const auto&) { text.fields.push_back(field); });
            const bool null_person = text.name.ends_with("-alarm") || text.name.ends_with("-activation");
            text.page = "docs/models/" + (null_person ? "null-persons" : text.name) + ".md";
            all.push_back(std::move(text));
        }
    });
    return all;
}

std::string standard_of(const Field& field) {
    const std::string text = io::as_written(field, field.standard);
    return text.front() == '"' ? text.substr(1, text.size() - 2) : text;
}

std::string in_full(const Text& text) {
    std::string out = fmt::format("{}   {}   {}\n", text.name, text.title, text.page);
    if (text.fields.empty()) out += "  It has no parameters.\n";
    for (const Field& field : text.fields) {
        out += "  " + padded(std::string(field.key), 32) + padded(standard_of(field), 12) +
               padded(io::shortest(field.low) + " to " + io::shortest(field.high), 20) + std::string(field.says) + "\n";
    }
    return out;
}

std::string how_to_use(const Text& text) {
    return fmt::format("\nIn the place of the memory of a life:\n\n    [parameters]\n    {} = \"{}\"\n",
                       memory::learner_key, text.name);
}

nlohmann::ordered_json to_json(const Text& text) {
    nlohmann::ordered_json parameters = nlohmann::ordered_json::array();
    for (const Field& field : text.fields) {
        parameters.push_back({{"key", field.key},
                              {"symbol", field.symbol},
                              {"default", field.standard},
                              {"written", io::as_written(field, field.standard)},
                              {"low", field.low},
                              {"high", field.high},
                              {"source", field.source},
                              {"says", field.says}});
    }
    return {{"name", text.name}, {"title", text.title}, {"page", text.page}, {"parameters", parameters}};
}

}  // namespace

std::vector<std::string> names_of_stand_ins() {
    std::vector<std::string> names = {all_stand_ins};
    for (const Text& text : texts()) names.push_back(text.name);
    return names;
}

std::optional<Exit> describe_stand_ins(const Asked& asked) {
    std::vector<Text> chosen;
    for (const Text& text : texts()) {
        const bool by_key = std::any_of(text.fields.begin(), text.fields.end(),
                                        [&](const Field& field) { return field.key == asked.name; });
        if (asked.name == all_stand_ins || asked.name == text.name || by_key) chosen.push_back(text);
    }
    if (chosen.empty()) return std::nullopt;
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const Text& text : chosen) document.push_back(to_json(text));
        fmt::print("{}\n", document.dump(1));
    } else {
        for (const Text& text : chosen) fmt::print("{}", in_full(text));
        fmt::print("{}", how_to_use(chosen.front()));
    }
    return Exit::good;
}

}  // namespace nearness::cli
