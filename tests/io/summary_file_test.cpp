// summary.json holds the spreads over persons, paired differences, and where it comes from.
#include "nearness/io/summary_file.hpp"

#include "io/run_results.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nearness::io {
namespace {

using Json = nlohmann::json;

const std::string& text() {
    static const std::string text =
        summary_json(small_collection(), {"1.2.3", "0123456789abcdef", 3, small_collection().plan.scenario_text});
    return text;
}

const Json& summary() {
    static const Json json = Json::parse(text());
    return json;
}

void expect_spread(const Json& json, const engine::Spread& spread, const std::string& what) {
    EXPECT_EQ(json["n"], spread.n) << what;
    EXPECT_EQ(json["mean"], spread.mean) << what;
    EXPECT_EQ(json["standard_deviation"], spread.standard_deviation) << what;
    EXPECT_EQ(json["standard_error"], spread.standard_error) << what;
    EXPECT_EQ(json["low"], spread.low) << what;
    EXPECT_EQ(json["high"], spread.high) << what;
    EXPECT_EQ(json["median"], spread.median) << what;
    EXPECT_EQ(json["lower_quartile"], spread.lower_quartile) << what;
    EXPECT_EQ(json["upper_quartile"], spread.upper_quartile) << what;
}

TEST(summary_file, holds_spreads_over_persons_and_differences_from_the_same_persons_as_written) {
    const engine::Collection& all = small_collection();
    ASSERT_EQ(summary()["arms"].size(), all.arms());
    for (std::size_t a = 0; a < all.arms(); ++a) {
        const Json& arm = summary()["arms"][a];
        EXPECT_EQ(arm["id"], all.plan.arms[a].id);
        ASSERT_EQ(arm["chapters"].size(), all.chapters(a).size());
        for (std::size_t c = 0; c < all.chapters(a).size(); ++c) {
            const std::string what = all.plan.arms[a].id + ", " + all.chapters(a)[c].id;
            const Json& quantities = arm["chapters"][c]["quantities"];
            EXPECT_EQ(arm["chapters"][c]["id"], all.chapters(a)[c].id);
            expect_spread(quantities["edge"], all.over_persons(a, c, &life::Summary::edge), what);
            expect_spread(quantities["trust"], all.over_persons(a, c, &life::Summary::trust), what);
            EXPECT_EQ(quantities["edge"].contains("difference"), a > 0) << what;
            if (a > 0) {
                expect_spread(quantities["edge"]["difference"], all.difference(a, c, &life::Summary::edge), what);
            }
        }
    }
}

TEST(summary_file, says_null_where_nothing_was_measured) {
    const Json& quiet = summary()["arms"][0]["chapters"][1];
    EXPECT_EQ(quiet["id"], "quiet years");
    EXPECT_TRUE(quiet["quantities"]["protective_use"].is_null());
    EXPECT_TRUE(quiet["quantities"]["edge"].is_object());
    EXPECT_EQ(text().find("nan"), std::string::npos);
}

TEST(summary_file, counts_edges_at_one) {
    engine::Collection all = small_collection();
    for (std::size_t p = 0; p < all.persons.size(); ++p) all.persons[p].arms[0].chapters[0].edge = p < 3 ? 1.0 : 0.5;
    const Json json = Json::parse(summary_json(all, {}));
    EXPECT_EQ(json["arms"][0]["chapters"][0]["quantities"]["edge"]["share_at_one"], 0.5);
}

TEST(summary_file, says_what_its_quantities_are_and_where_they_come_from) {
    life::Summary pattern;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) {
        const Json& entry = summary()["codebook"][std::string(column.name)];
        EXPECT_EQ(entry["unit"], column.unit);
        EXPECT_EQ(entry["says"], column.says);
    });
    EXPECT_EQ(summary()["title"], small_collection().plan.title);
    EXPECT_EQ(summary()["what_this_is"], what_this_is);
    EXPECT_EQ(summary()["version"], "1.2.3");
    EXPECT_EQ(summary()["plan_hash"], "0123456789abcdef");
    EXPECT_EQ(summary()["seed"], 3);
    EXPECT_EQ(summary()["persons"], 6);
    EXPECT_EQ(summary()["scenario"], small_collection().plan.scenario_text);
    EXPECT_TRUE(summary()["numerical_failures"].empty());
}

TEST(summary_file, says_null_for_what_one_person_cannot_show) {
    engine::Collection one = small_collection();
    one.persons.resize(1);
    const Json json = Json::parse(summary_json(one, {}));
    const Json& edge = json["arms"][1]["chapters"][3]["quantities"]["edge"];
    for (const Json& spread : {edge, edge["difference"]}) {
        EXPECT_EQ(spread["n"], 1);
        EXPECT_TRUE(spread["mean"].is_number());
        EXPECT_EQ(spread["median"], spread["mean"]);
        for (const char* key : {"standard_deviation", "standard_error", "low", "high"}) {
            EXPECT_TRUE(spread.contains(key) && spread[key].is_null()) << key;
        }
    }
}

TEST(summary_file, says_how_many_reached_the_goals_of_plans_and_when) {
    const engine::Collection& all = goals_collection();
    const Json json = Json::parse(summary_json(all, {}));
    EXPECT_FALSE(json["arms"][0]["chapters"][3].contains("goals"));
    const Json& goals = json["arms"][1]["chapters"][3]["goals"];
    ASSERT_EQ(goals.size(), 2U);
    const engine::GoalCount parts = all.goal(1, 3, 0);
    EXPECT_GT(parts.reached(), 0);
    EXPECT_EQ(goals[0], (Json{{"plan", "parts"},
                              {"measure", "trust"},
                              {"above", 0.2},
                              {"most_sessions", 4},
                              {"persons", 6},
                              {"reached", parts.reached()},
                              {"median_sessions", parts.median_sessions()}}));
    EXPECT_EQ(goals[1]["below"], 0.0);
    EXPECT_FALSE(goals[1].contains("above"));
    EXPECT_EQ(goals[1]["reached"], 0);
    EXPECT_TRUE(goals[1]["median_sessions"].is_null());
}

TEST(summary_file, lists_numerical_failures) {
    engine::Collection all = small_collection();
    all.failures.add({4, "steady", "after", "edge", life::not_measured});
    const Json failures = Json::parse(summary_json(all, {}))["numerical_failures"];
    ASSERT_EQ(failures.size(), 1U);
    EXPECT_EQ(failures[0], (Json{{"person", 5}, {"arm", "steady"}, {"chapter", "after"}, {"quantity", "edge"}}));
}

}  // namespace
}  // namespace nearness::io
