// What every page must satisfy, whatever was run.
#pragma once

#include "markup.hpp"
#include "nearness/report/bundle.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/notes.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <regex>
#include <sstream>

namespace nearness::test {

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What the page carries for its script: every picture has data, of columns of one length, and a file that draws it.
inline void expect_sound_data(const Markup& markup, const std::string& carried) {
    const nlohmann::json data = nlohmann::json::parse(carried, nullptr, false);
    ASSERT_FALSE(data.is_discarded());
    std::set<std::string> pictures;
    for (const Element& element : markup.elements) {
        const auto found = element.attributes.find("data-figure");
        if (found != element.attributes.end()) pictures.insert(found->second);
    }
    EXPECT_EQ(pictures.size(), data.at("figures").size());
    for (const auto& [id, figure] : data.at("figures").items()) {
        EXPECT_TRUE(pictures.contains(id)) << id;
        const std::string kind = figure.at("kind");
        EXPECT_TRUE(std::filesystem::exists(NEARNESS_SOURCE_DIR "/web/figures/" + kind + ".ts")) << kind;
        EXPECT_FALSE(figure.at("title").get<std::string>().empty());
        for (const auto& set : figure.at("data")) {
            for (const auto& column : set.at("columns")) {
                EXPECT_EQ(column.at("values").size(), set.at("columns").at(0).at("values").size()) << column.at("name");
                EXPECT_FALSE(column.at("says").get<std::string>().empty()) << column.at("name");
            }
        }
    }
}

inline void expect_sound(const std::string& html) {
    const Markup markup = read_markup(html);
    EXPECT_EQ(markup.problems, std::vector<std::string>{});
    std::set<std::string> ids;
    int level = 0;
    std::vector<const Element*> scripts;
    for (const Element& element : markup.elements) {
        for (const auto& [key, value] : element.attributes) {
            EXPECT_NE(key.substr(0, 2), "on") << "a script in " << element.name;
            if (key == "href") {
                EXPECT_EQ(value.substr(0, 1), "#");
            }
            EXPECT_NE(key, "src");
            EXPECT_NE(key, "srcset");
            if (key == "id") {
                EXPECT_TRUE(ids.insert(value).second) << "id twice: " << value;
            }
        }
        if (element.name == "script") scripts.push_back(&element);
        EXPECT_NE(element.name, "link");
        EXPECT_NE(element.name, "iframe");
        if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '6') {
            const int now = element.name[1] - '0';
            EXPECT_LE(now, level + 1) << "a heading skips a level: " << element.text;
            level = now;
        }
        if (element.name == "svg") {
            ASSERT_GE(element.children.size(), 2u);
            EXPECT_EQ(element.children[0], "title");
            EXPECT_EQ(element.children[1], "desc");
            EXPECT_EQ(element.attributes.at("role"), "img");
        }
        if (element.name == "title" || element.name == "desc") {
            EXPECT_FALSE(element.text.empty());
        }
        if (element.name == "table") {
            EXPECT_EQ(element.children.at(0), "caption");
        }
        if (element.name == "th") {
            EXPECT_TRUE(element.attributes.contains("scope"));
        }
    }
    for (const Element& element : markup.elements) {
        const auto labels = element.attributes.find("aria-labelledby");
        if (labels == element.attributes.end()) continue;
        std::istringstream words(labels->second);
        for (std::string id; words >> id;) EXPECT_TRUE(ids.contains(id)) << id;
    }
    // One script that carries data and runs nothing, and ours, which alone the page's policy lets run.
    ASSERT_EQ(scripts.size(), 2U);
    EXPECT_EQ(scripts[0]->attributes.at("type"), "application/json");
    expect_sound_data(markup, scripts[0]->text);
    EXPECT_TRUE(scripts[1]->attributes.empty());
    EXPECT_TRUE(scripts[1]->text == report::script());
    EXPECT_TRUE(contains(html, "script-src 'sha256-" + std::string(report::script_hash()) + "'"));
    EXPECT_FALSE(contains(std::string(report::style()), "url(")) << "the style sheet fetches something";
    EXPECT_FALSE(contains(std::string(report::style()), "@import"));
    static const std::regex not_a_number("[^A-Za-z](nan|inf|NaN)[^A-Za-z]");
    const std::string ours = html.substr(0, html.find(report::script()));
    EXPECT_FALSE(std::regex_search(ours, not_a_number)) << "a number that is none is printed";
}

// A page about lives says where to find help.
inline void expect_sound_life(const std::string& html) {
    expect_sound(html);
    EXPECT_TRUE(contains(html, report::escape(report::default_crisis_text)));
}

}  // namespace nearness::test
