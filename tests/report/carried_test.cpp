// The figures about what a person carries: threat curves, triggers, templates, phase portraits, and the chapter table.
#include "nearness/engine/chapter_ends.hpp"
#include "nearness/engine/scenes.hpp"
#include "nearness/report/cue_words.hpp"
#include "nearness/report/format.hpp"
#include "nearness/world/portrait.hpp"
#include "page_data.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <array>
#include <cmath>
#include <map>

namespace nearness::test {
namespace {

const engine::Collection& small() {
    static const engine::Collection collection = run(two_arms());
    return collection;
}

const nlohmann::json& small_data() {
    static const nlohmann::json data = page_data(page(small()));
    return data;
}

constexpr double as_printed = 0.0005001;  // three digits after the point

TEST(carried, the_trigger_profile_is_the_mean_over_all_lives) {
    engine::RunPlan plan = two_arms();
    plan.persons = 5;
    plan.recorded_persons = 2;
    const engine::Collection collection = run(plan);
    const nlohmann::json data = page_data(page(collection));
    const auto panel = column_of(data, "triggers-by-arm", "profile", "panel");
    const auto cue = column_of(data, "triggers-by-arm", "profile", "cue");
    const auto mean = column_of(data, "triggers-by-arm", "profile", "mean");
    ASSERT_EQ(panel.size(), 10u);  // two arms, five cues
    for (std::size_t i = 0; i < panel.size(); ++i) {
        const std::size_t arm = i / 5;
        double sum = 0;
        for (const auto& person : collection.persons) sum += person.arms[arm].chapters[1].trigger[i % 5];
        EXPECT_EQ(cue[i], report::cue_words[i % 5]);
        EXPECT_NEAR(mean[i].get<double>(), sum / 5, as_printed) << i;
    }
}

TEST(carried, which_cues_alone_set_off_the_alarm_is_said) {
    engine::Collection collection = run(two_arms());
    for (engine::PersonResult& person : collection.persons) {
        person.arms[0].chapters[0].trigger = {0.1, 0.2, 0.36, 0.9, 0};
        person.arms[0].chapters[1].trigger = {0.1, 0.2, 0.3, 0.1, 0};
    }
    const auto says = column_of(page_data(page(collection)), "triggers-by-chapter", "panels", "says");
    EXPECT_EQ(says[0], "above the threshold alone: openness shown, being seen");
    EXPECT_EQ(says[1], "none alone reaches the threshold");
}

TEST(carried, templates_are_those_that_were_recorded) {
    const auto& rows = small().persons[0].arms[0].templates;
    ASSERT_FALSE(rows.empty());
    const nlohmann::json& data = small_data();
    const auto charge = column_of(data, "templates-by-chapter", "templates", "charge");
    const auto strength = column_of(data, "templates-by-chapter", "templates", "strength");
    const auto name = column_of(data, "templates-by-chapter", "templates", "template");
    ASSERT_EQ(charge.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_NEAR(charge[i].get<double>(), rows[i].charge, as_printed);
        EXPECT_NEAR(strength[i].get<double>(), rows[i].strength, 0.051);
        EXPECT_EQ(name[i], "template " + std::to_string(rows[i].number + 1));
    }
    const auto expects = column_of(data, "templates-by-chapter", "cues", "expects");
    const auto predicts = column_of(data, "templates-by-chapter", "cues", "predicts");
    ASSERT_EQ(expects.size(), 9 * rows.size());  // encounters know every cue
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t d = 0; d < 9; ++d) {
            EXPECT_NEAR(expects[9 * i + d].get<double>(), rows[i].prototype[d], as_printed);
            EXPECT_EQ(predicts[9 * i + d].is_null(), d >= 5) << "contexts predict nothing";
        }
    }
}

TEST(carried, an_arm_shares_the_templates_that_opened_before_it_departed) {
    const auto& first = small().persons[0].arms[0].templates;
    const auto before = std::count_if(first.begin(), first.end(), [](const auto& row) { return row.chapter == 0; });
    const auto shared = column_of(small_data(), "templates-by-arm", "panels", "shared");
    EXPECT_EQ(shared[1], before);  // it departs in the second chapter
    engine::RunPlan plan = two_arms();
    plan.arms[1].scenario.parameters.person.body.threshold = 0.5;  // another life from birth
    EXPECT_EQ(column_of(page_data(page(run(plan))), "templates-by-arm", "panels", "shared")[1], 0);
}

// A study of a tone: its template never met closeness or anything else of an encounter.
engine::RunPlan conditioning() {
    engine::RunPlan plan;
    plan.persons = 2;
    plan.study_cues = {{"tone", true}, {"room & light", false}};
    life::Scenario scenario;
    add_chapter(scenario, "trained", 5, 0, -1);
    scenario.chapters[0].diary = true;
    plan.arms = {{std::string(engine::as_written), scenario}};
    for (int p = 0; p < 2; ++p) {
        engine::RecordedPerson person{"somebody real", "", std::vector<life::RecordedMoment>(6)};
        for (std::size_t i = 0; i < person.moments.size(); ++i) {
            life::RecordedMoment& moment = person.moments[i];
            moment.time = static_cast<double>(i) / 2;
            moment.cues.known.fill(false);
            moment.cues.study.add(0, 0.9, true);
            moment.cues.study.add(1, 0.25, false);
            moment.outcome = 0.8;
        }
        plan.diary.push_back(person);
    }
    return plan;
}

TEST(carried, a_template_shows_cues_of_the_study_and_none_that_it_never_met) {
    const engine::Collection collection = run(conditioning());
    const std::string html = page(collection);
    expect_sound_life(html);
    const nlohmann::json data = page_data(html);
    const std::size_t templates = collection.persons[0].arms[0].templates.size();
    ASSERT_GE(templates, 1u);
    const auto cue = column_of(data, "templates-by-chapter", "cues", "cue");
    ASSERT_EQ(cue.size(), 2 * templates);
    EXPECT_EQ(cue[0], "tone");
    EXPECT_EQ(cue[1], "room & light");
    EXPECT_EQ(column_of(data, "templates-by-chapter", "cues", "expects")[1], 0.25);
    EXPECT_EQ(column_of(data, "templates-by-chapter", "cues", "kind")[1], "context");
    EXPECT_FALSE(contains(html, "somebody real"));
    EXPECT_TRUE(contains(html, "describes nobody"));
    for (const char* section : {"curves", "triggers", "portrait"}) {
        EXPECT_FALSE(contains(html, "<section id=\"" + std::string(section) + "\""))
            << "nobody comes close: " << section;
    }
}

TEST(carried, the_portrait_is_that_of_the_person_at_the_end_of_the_chapter) {
    const engine::RunPlan& plan = small().plan;
    const life::Scenario& scenario = plan.arms[1].scenario;
    const auto state = engine::states_at_chapter_ends(plan, 0, 1)[1];
    const auto& parameters = scenario.parameters.person;
    const world::Portrait portrait(state.person, state.acquaintances[1], parameters,
                                   person::Derived<double>::from(parameters, scenario.longest_lag()),
                                   scenario.others[1].other);
    const nlohmann::json& data = small_data();
    EXPECT_NEAR(column_of(data, "portrait-by-arm", "panels", "wish")[1].get<double>(), portrait.wish(), as_printed);
    EXPECT_NEAR(column_of(data, "portrait-by-arm", "panels", "alarm")[1].get<double>(), portrait.alarm(), as_printed);
    const auto rests = portrait.rests();
    ASSERT_FALSE(rests.empty());
    const auto panel = column_of(data, "portrait-by-arm", "rests", "panel");
    std::size_t found = 0;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        if (panel[i] != "B  emdr") continue;
        EXPECT_NEAR(column_of(data, "portrait-by-arm", "rests", "closeness")[i].get<double>(), rests[found].closeness,
                    as_printed);
        EXPECT_NEAR(column_of(data, "portrait-by-arm", "rests", "arousal")[i].get<double>(), rests[found].arousal,
                    as_printed);
        ++found;
    }
    EXPECT_EQ(found, rests.size());
    EXPECT_EQ(column_of(data, "portrait-by-arm", "course", "time").size(), 2 * 121u);
}

TEST(carried, encounters_that_are_told_or_recorded_beat_by_beat_are_paths) {
    // By chapter, at most four: those that the page tells, then those of the record.
    constexpr std::size_t most = 4;
    using Beats = std::map<std::string, std::size_t>;
    const auto paths = [](const engine::Collection& collection, const std::string& chapter) {
        const nlohmann::json data = page_data(page(collection));
        const auto panel = column_of(data, "portrait-by-chapter", "paths", "panel");
        const auto scene = column_of(data, "portrait-by-chapter", "paths", "scene");
        Beats beats;
        for (std::size_t i = 0; i < scene.size(); ++i) {
            if (panel[i] == chapter) ++beats[scene[i]];
        }
        return beats;
    };
    std::array<Beats, 2> told;
    for (const engine::Scene& scene : engine::scenes(small().plan, 0, 0)) {
        Beats& here = told.at(static_cast<std::size_t>(scene.place.chapter));
        if (scene.encounter && here.size() < most) here["encounter " + std::to_string(scene.place.number + 1)] = 120;
    }
    EXPECT_EQ(paths(small(), "1  childhood"), told[0]);
    EXPECT_EQ(paths(small(), "2  together"), told[1]);
    ASSERT_EQ(told[1].size(), most);

    ASSERT_LT(told[0].size(), most);
    ASSERT_FALSE(told[0].contains("encounter 4"));
    engine::RunPlan plan = two_arms();
    plan.record.beats = {{0, 3}, {1, 3}};
    told[0]["encounter 4"] = 120;
    const engine::Collection recorded = run(plan);
    EXPECT_EQ(paths(recorded, "1  childhood"), told[0]);
    EXPECT_EQ(paths(recorded, "2  together"), told[1]);  // no more than these, and what is told goes first
    EXPECT_TRUE(contains(page(small()), "Thin lines are encounters of that chapter"));
}

TEST(carried, panels_give_the_age_at_the_end_of_the_chapter) {
    const auto age = column_of(small_data(), "threat-by-chapter", "panels", "age");
    EXPECT_EQ(age[0], "at 2.5 years");
    EXPECT_EQ(report::age(365), "12 months");
    EXPECT_EQ(report::age(16 * 365), "16 years");
}

TEST(carried, what_was_not_recorded_is_said_and_no_frame_is_left_empty) {
    engine::RunPlan plan = two_arms();
    plan.record.curves = plan.record.templates = false;
    const std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "No threat curves were kept in this run."));
    EXPECT_TRUE(contains(html, "No templates were kept in this run."));
    plan.recorded_persons = 0;
    const std::string nobody = page(run(plan));
    expect_sound_life(nobody);
    EXPECT_TRUE(contains(nobody, "No single person was recorded in this run."));
    EXPECT_FALSE(page_data(nobody).at("figures").contains("templates-by-chapter"));
}

TEST(carried, the_chapter_table_has_its_numbers_for_a_csv) {
    const nlohmann::json table = small_data().at("tables").at("chapters");
    const auto edge = column_of(table, "edge");
    const auto margin = column_of(table, "edge ±");
    ASSERT_EQ(edge.size(), 3u);  // childhood, and two arms together
    const engine::Spread spread = small().over_persons(1, 1, &life::Summary::edge);
    EXPECT_NEAR(edge[2].get<double>(), spread.mean, as_printed);
    EXPECT_NEAR(margin[2].get<double>(), spread.high - spread.mean, as_printed);
    const std::string html = page(small());
    EXPECT_TRUE(contains(html, "<div class=\"data\" data-csv=\"chapters\">"));
    EXPECT_TRUE(contains(html, "data-name=\"felt closeness\""));
    EXPECT_FALSE(contains(html, "scope=\"col\" role=\"columnheader\">edge ±<")) << "it stands with its mean";
}

}  // namespace
}  // namespace nearness::test
