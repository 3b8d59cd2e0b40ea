// What a page carries for its script and its CSV files, read back.
#pragma once

#include "markup.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace nearness::test {

// {"looks": …, "figures": {id: {"data": …}}}
inline nlohmann::json page_data(const std::string& html) {
    for (const Element& element : read_markup(html).elements) {
        if (element.name == "script") return nlohmann::json::parse(element.text);
    }
    return {};
}

// A data set of a figure, column by column.
class Columns {
public:
    Columns(const nlohmann::json& page, const std::string& figure, const std::string& set)
        : set_(page.at("figures").at(figure).at("data").at(set)) {}

    std::size_t rows() const { return set_.at("columns").at(0).at("values").size(); }
    std::vector<std::string> words(const std::string& name) const { return values<std::string>(name); }
    std::vector<double> numbers(const std::string& name) const { return values<double>(name); }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& column : set_.at("columns")) out.push_back(column.at("name"));
        return out;
    }

private:
    template <class Value>
    std::vector<Value> values(const std::string& name) const {
        for (const auto& column : set_.at("columns")) {
            if (column.at("name") == name) return column.at("values").get<std::vector<Value>>();
        }
        return {};
    }

    nlohmann::json set_;
};
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
