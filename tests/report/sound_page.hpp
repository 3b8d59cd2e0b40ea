// What every page must satisfy, whatever was run.
#pragma once

#include "markup.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/notes.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace nearness::test {

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

inline void expect_sound(const std::string& html) {
    const Markup markup = read_markup(html);
    EXPECT_EQ(markup.problems, std::vector<std::string>{});
    std::set<std::string> ids;
    int level = 0;
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
        EXPECT_NE(element.name, "script");
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
    EXPECT_FALSE(contains(html, "url(")) << "the style sheet fetches something";
    EXPECT_FALSE(contains(html, "@import"));
    static const std::regex not_a_number("[^A-Za-z](nan|inf|NaN)[^A-Za-z]");
    EXPECT_FALSE(std::regex_search(html, not_a_number)) << "a number that is none is printed";
    EXPECT_TRUE(contains(html, report::escape(report::default_crisis_text)));
}

}  // namespace nearness::test
