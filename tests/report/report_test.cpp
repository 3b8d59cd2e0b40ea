#include "nearness/report/format.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <limits>

namespace nearness::test {
namespace {

const std::string& two_arms_page() {
    static const std::string html = page(run(two_arms()));
    return html;
}

TEST(report, reader_of_these_tests_notices_broken_markup) {
    for (const char* broken : {"<p>a", "<p><b></p></b>", "<p>a & b</p>", "<p class=x></p>", "<p>a > b</p>", "</p>"}) {
        EXPECT_FALSE(read_markup(broken).problems.empty()) << broken;
    }
    EXPECT_TRUE(read_markup("<p class=\"x\">a &amp; <b>b</b><path d=\"M0\"/></p>").problems.empty());
}

TEST(report, is_sound_for_two_arms_with_sessions) {
    const std::string& html = two_arms_page();
    expect_sound_life(html);
    for (const char* section :
         {"time", "curves", "triggers", "templates", "portrait", "arms", "sud", "numbers", "notes", "origin"}) {
        EXPECT_TRUE(contains(html, "<section id=\"" + std::string(section) + "\"")) << section;
    }
    EXPECT_LT(html.size(), 3'000'000u);
}

TEST(report, gives_the_same_bytes_twice) { EXPECT_EQ(two_arms_page(), page(run(two_arms()))); }

TEST(report, shows_the_numbers_of_the_run) {
    const engine::Collection collection = run(two_arms());
    const std::string html = page(collection);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        const engine::Spread edge = collection.over_persons(arm, 1, &life::Summary::edge);
        EXPECT_TRUE(contains(html, ">" + report::mean_and_interval(edge, 3) + "</td>")) << arm;
        EXPECT_TRUE(contains(html, "<td>" + report::number(edge.median, 3) + "</td>")) << arm;
    }
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
    expect_sound_life(html);
    EXPECT_TRUE(contains(
        html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; é 我 \xef\xbf\xbd\xef\xbf\xbd onclick"));
}

TEST(report, prints_title_and_provenance_on_every_page_whatever_they_hold) {
    EXPECT_EQ(report::style_text("a é \"\\</style>\n\xff"), "\"a é \\22 \\5c \\3c \\2f style\\3e \\0a \\fffd \"");
    EXPECT_TRUE(contains(two_arms_page(), "@top-left{content:\"Two arms – nearness\"}"));
    EXPECT_TRUE(contains(two_arms_page(), "@bottom-left{content:\"nearness 1\\2e 2\\2e 3\\2c  seed 7"));
}

TEST(report, stands_one_person_in_one_chapter) {
    engine::RunPlan plan = two_arms();
    plan.persons = 1;
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.resize(1);
    const std::string html = page(run(plan));
    expect_sound_life(html);
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
    expect_sound_life(page(run(plan)));
}

TEST(report, stands_a_break_up_and_events) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) {
        arm.scenario.chapters[1].events = {{life::Stressor{0.5}, 10}, {life::Betrayal{0.8}, 11}, {life::BreakUp{}, 40}};
    }
    const std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "break-up"));
}

TEST(report, stands_arms_with_other_chapters_and_parameters) {
    engine::RunPlan plan = two_arms();
    plan.arms[1].scenario.chapters.resize(1);  // the arm never meets the partner
    engine::Arm third = plan.arms[0];
    third.id = "third";
    third.scenario.parameters.person.body.threshold = 0.5;  // differs from birth
    plan.arms.push_back(third);
    expect_sound_life(page(run(plan)));
}

TEST(report, stands_many_arms_and_says_which_are_left_out) {
    engine::RunPlan plan = two_arms();
    while (plan.arms.size() < 12) {
        plan.arms.push_back(plan.arms[1]);
        plan.arms.back().id = "arm " + std::to_string(plan.arms.size());
    }
    const std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "left out here, and shown in "));
}

TEST(report, stands_a_run_without_recorded_moments_or_persons) {
    engine::RunPlan plan = two_arms();
    plan.recorded_persons = 0;
    engine::Collection collection = run(plan);
    expect_sound_life(page(collection));
    collection.persons.clear();
    expect_sound_life(page(collection));
    for (engine::Arm& arm : collection.plan.arms) arm.scenario.chapters.clear();
    expect_sound_life(page(collection));
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
    collection.failures.add({0, "as written", "together", "edge", 0});
    const std::string html = page(collection);
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "1 number went wrong"));
}

TEST(report, shows_the_help_text_of_the_scenario_in_place_of_its_own) {
    engine::RunPlan plan = two_arms();
    plan.help_text = "Telefonseelsorge: 0800 <111>";
    const std::string html = page(run(plan));
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
