// What a page carries for its script and its CSV files, read back.
#pragma once

#include "markup.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace nearness::test {

inline nlohmann::json data_of(const std::string& html) {
    for (const Element& element : read_markup(html).elements) {
        if (element.name == "script") return nlohmann::json::parse(element.text);
    }
    return {};
}

// A column by name; empty when it is not there.
inline nlohmann::json column_of(const nlohmann::json& set, const std::string& name) {
    for (const auto& column : set.at("columns")) {
        if (column.at("name") == name) return column.at("values");
    }
    return {};
}

// Of a figure's data set.
inline nlohmann::json column_of(const nlohmann::json& data, const std::string& figure, const std::string& set,
                                const std::string& name) {
    return column_of(data.at("figures").at(figure).at("data").at(set), name);
}

}  // namespace nearness::test
