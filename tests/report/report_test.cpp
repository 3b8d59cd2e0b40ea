#include "markup.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/notes.hpp"
#include "small_runs.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <regex>
#include <sstream>

namespace nearness::test {
namespace {

const std::string& two_arms_page() {
    static const std::string html = page(run(two_arms()));
    return html;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What every page must satisfy, whatever was run.
void expect_sound(const std::string& html) {
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

TEST(report, reader_of_these_tests_notices_broken_markup) {
    for (const char* broken : {"<p>a", "<p><b></p></b>", "<p>a & b</p>", "<p class=x></p>", "<p>a > b</p>", "</p>"}) {
        EXPECT_FALSE(read_markup(broken).problems.empty()) << broken;
    }
    EXPECT_TRUE(read_markup("<p class=\"x\">a &amp; <b>b</b><path d=\"M0\"/></p>").problems.empty());
}

TEST(report, is_sound_for_two_arms_with_sessions) {
    const std::string& html = two_arms_page();
    expect_sound(html);
    for (const char* section : {"time", "curves", "arms", "sud", "numbers", "notes", "origin"}) {
        EXPECT_TRUE(contains(html, "<section id=\"" + std::string(section) + "\"")) << section;
    }
    EXPECT_LT(html.size(), 300'000u);
}

TEST(report, gives_the_same_bytes_twice) { EXPECT_EQ(two_arms_page(), page(run(two_arms()))); }

TEST(report, shows_the_numbers_of_the_run) {
    const engine::Collection collection = run(two_arms());
    const std::string html = page(collection);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        const engine::Spread edge = collection.over_persons(arm, 1, &life::Summary::edge);
        EXPECT_TRUE(contains(html, "<td>" + report::mean_and_interval(edge, 3) + "</td>")) << arm;
        EXPECT_TRUE(contains(html, "<td>" + report::interval(edge, 3) + "</td>")) << arm;
    }
    const engine::Spread difference = collection.difference(1, 1, &life::Summary::use);
    EXPECT_TRUE(contains(html, "<td>" + report::signed_number(difference.mean, 3) + "</td>"));
}

TEST(report, escapes_hostile_texts) {
    engine::RunPlan plan = two_arms();
    const std::string hostile = "<script>alert(1)</script>\"'&amp; é 我 \xff\x01 onclick=\"x\"";
    plan.title = hostile;
    plan.description = hostile;
    plan.scenario_text = hostile + "</pre>";
    for (engine::Arm& arm : plan.arms) {
        arm.id += hostile;
        for (life::Chapter& chapter : arm.scenario.chapters) chapter.id += hostile;
    }
    plan.arms[1].scenario.chapters[1].plans[0].id = hostile;
    const engine::Collection collection = run(plan);
    report::Options options;
    options.command = hostile;
    const std::string html = page(collection, options);
    expect_sound(html);
    EXPECT_TRUE(contains(
        html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; é 我 \xef\xbf\xbd\xef\xbf\xbd onclick"));
}

TEST(report, stands_one_person_in_one_chapter) {
    engine::RunPlan plan = two_arms();
    plan.persons = 1;
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.resize(1);
    const std::string html = page(run(plan));
    expect_sound(html);
    EXPECT_TRUE(contains(html, "In this one simulated life"));
    EXPECT_FALSE(contains(html, "<section id=\"arms\"")) << "there is nothing to compare";
    EXPECT_FALSE(contains(html, "<section id=\"sud\""));
}

TEST(report, stands_chapters_without_encounters) {
    engine::RunPlan plan = two_arms();
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.clear();
    add_chapter(plan.arms[0].scenario, "alone", 400, 0, -1);
    add_chapter(plan.arms[0].scenario, "still alone", 400, 0, -1);
    expect_sound(page(run(plan)));
}

TEST(report, stands_a_break_up_and_events) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) {
        arm.scenario.chapters[1].events = {{life::Stressor{0.5}, 10}, {life::Betrayal{0.8}, 11}, {life::BreakUp{}, 40}};
    }
    const std::string html = page(run(plan));
    expect_sound(html);
    EXPECT_TRUE(contains(html, "break-up"));
}

TEST(report, stands_arms_with_other_chapters_and_parameters) {
    engine::RunPlan plan = two_arms();
    plan.arms[1].scenario.chapters.resize(1);  // the arm never meets the partner
    engine::Arm third = plan.arms[0];
    third.id = "third";
    third.scenario.parameters.person.body.threshold = 0.5;  // differs from birth
    plan.arms.push_back(third);
    expect_sound(page(run(plan)));
}

TEST(report, stands_many_arms_and_says_which_are_left_out) {
    engine::RunPlan plan = two_arms();
    while (plan.arms.size() < 12) {
        plan.arms.push_back(plan.arms[1]);
        plan.arms.back().id = "arm " + std::to_string(plan.arms.size());
    }
    const std::string html = page(run(plan));
    expect_sound(html);
    EXPECT_TRUE(contains(html, "left out here, shown in figure 3"));
}

TEST(report, stands_a_run_without_recorded_moments_or_persons) {
    engine::RunPlan plan = two_arms();
    plan.recorded_persons = 0;
    engine::Collection collection = run(plan);
    expect_sound(page(collection));
    collection.persons.clear();
    expect_sound(page(collection));
    for (engine::Arm& arm : collection.plan.arms) arm.scenario.chapters.clear();
    expect_sound(page(collection));
}

TEST(report, prints_a_dash_for_what_is_not_a_number) {
    engine::Collection collection = run(two_arms());
    for (engine::PersonResult& person : collection.persons) {
        for (engine::ArmResult& arm : person.arms) {
            arm.chapters[1].use = life::not_measured;
            arm.chapters[1].edge = std::numeric_limits<double>::infinity();
            arm.chapters[1].felt = -std::numeric_limits<double>::infinity();
            for (engine::MomentRow& row : arm.moments) row.meeting.use = std::numeric_limits<double>::infinity();
            for (auto& curve : arm.curves) curve.back() = life::not_measured;
        }
    }
    collection.persons[0].failures.push_back({0, "as written", "together", "edge", 0});
    const std::string html = page(collection);
    expect_sound(html);
    EXPECT_TRUE(contains(html, "1 number went wrong"));
}

TEST(report, points_to_the_comparison_of_a_diary) {
    engine::RunPlan plan = two_arms();
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters[1].diary = true;
    plan.arms[0].scenario.chapters[1].other = -1;
    plan.arms[0].scenario.chapters[1].encounter_gap = 0;
    plan.persons = 1;
    plan.diary = {{"person <7>", "group", {{0.5, {}, 0.2}, {1.5, {}, std::nullopt}}}};
    const std::string html = page(run(plan));
    expect_sound(html);
    EXPECT_TRUE(contains(html, "diary.csv"));
    EXPECT_FALSE(contains(html, "person &lt;7&gt;")) << "whose diary it is stays out of the page";
}

TEST(report, shows_the_crisis_text_it_is_given) {
    const std::string html = page(run(two_arms()), {"Telefonseelsorge: 0800 <111>", ""});
    EXPECT_TRUE(contains(html, "Telefonseelsorge: 0800 &lt;111&gt;"));
    EXPECT_FALSE(contains(html, report::escape(report::default_crisis_text)));
}

TEST(report, says_what_it_is_not_and_where_it_comes_from) {
    const std::string& html = two_arms_page();
    for (const char* part : {"no diagnosis", "no advice", "no score of a person", "unsafe_partner.toml", "1.2.3",
                             "contested", "the model predicts", "title = &quot;Two arms&quot;"}) {
        EXPECT_TRUE(contains(html, part)) << part;
    }
}

}  // namespace
}  // namespace nearness::test
