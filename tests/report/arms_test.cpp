#include "nearness/report/format.hpp"
#include "page_data.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <cmath>

namespace nearness::test {
namespace {

constexpr double rounded = 0.00051;  // columns carry three digits

// The row of a quantity and arm.
std::size_t row_of(const Columns& columns, const std::string& quantity, const std::string& arm) {
    const std::vector<std::string> quantities = columns.words("quantity");
    const std::vector<std::string> arms = columns.words("arm");
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i] == quantity && arms[i] == arm) return i;
    }
    ADD_FAILURE() << quantity << " of " << arm << " is missing";
    return 0;
}

TEST(arms_report, carries_levels_and_paired_differences_of_all_arms) {
    const engine::Collection collection = run(two_arms());
    const nlohmann::json carried = page_data(page(collection));
    const Columns levels(carried, "arm-levels", "levels");
    const Columns differences(carried, "arm-differences", "differences");
    const std::pair<std::string, double life::Summary::*> quantities[] = {{"Edge", &life::Summary::edge},
                                                                          {"Protective use", &life::Summary::use},
                                                                          {"Felt closeness", &life::Summary::felt}};
    for (const auto& [name, member] : quantities) {
        const std::string names[] = {"A  as written", "B  emdr"};
        for (std::size_t arm = 0; arm < 2; ++arm) {
            const engine::Spread spread = collection.over_persons(arm, 1, member);
            const std::size_t row = row_of(levels, name, names[arm]);
            EXPECT_NEAR(levels.numbers("mean")[row], spread.mean, rounded);
            EXPECT_NEAR(levels.numbers("low")[row], spread.low, rounded);
            EXPECT_NEAR(levels.numbers("high")[row], spread.high, rounded);
            EXPECT_NEAR(levels.numbers("median")[row], spread.median, rounded);
            EXPECT_EQ(levels.numbers("lives")[row], 3);
        }
        const engine::Spread apart = collection.difference(1, 1, member);
        const std::size_t row = row_of(differences, name, "B  emdr");
        EXPECT_NEAR(differences.numbers("difference")[row], apart.mean, rounded);
        EXPECT_NEAR(differences.numbers("low")[row], apart.low, rounded);
        EXPECT_NEAR(differences.numbers("high")[row], apart.high, rounded);
    }
}

TEST(arms_report, shows_each_life_before_an_arm_departs_and_at_the_end) {
    engine::Collection collection = run(two_arms());
    for (std::size_t p = 0; p < 3; ++p) {
        collection.persons[p].arms[0].chapters[0].edge = collection.persons[p].arms[1].chapters[0].edge = 0.25;
        collection.persons[p].arms[1].chapters[1].edge = p == 0 ? 1 : 0.5;
    }
    const std::string html = page(collection);
    expect_sound_life(html);
    const Columns means(page_data(html), "change-by-life", "means");
    const Columns lives(page_data(html), "change-by-life", "lives");
    EXPECT_EQ(means.words("before"), (std::vector<std::string>{"childhood", "childhood"}));
    EXPECT_NEAR(means.numbers("mean before")[1], 0.25, rounded);
    EXPECT_NEAR(means.numbers("mean after")[1], 2.0 / 3, rounded);
    EXPECT_EQ(means.numbers("lives at 1")[1], 1);
    EXPECT_NEAR(means.numbers("mean of the others")[1], 0.5, rounded);
    ASSERT_EQ(lives.rows(), 6u);
    EXPECT_EQ(lives.numbers("after")[3], 1);
    EXPECT_NEAR(lives.numbers("after")[4], 0.5, rounded);
    EXPECT_TRUE(
        contains(html, "In 1 of 3 lives no closeness sets off the alarm any more; in the others the edge is 0.50"));
}

TEST(arms_report, has_nothing_before_an_arm_that_differs_from_birth) {
    engine::RunPlan plan = two_arms();
    plan.arms[1].scenario.parameters.person.body.threshold = 0.5;
    const std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "id=\"figure-arm-levels\""));
    EXPECT_FALSE(contains(html, "id=\"figure-change-by-life\""));
}

TEST(arms_report, draws_the_first_lives_of_many_and_says_so) {
    engine::RunPlan plan = two_arms();
    engine::Collection collection = run(plan);
    const engine::PersonResult one = collection.persons.front();
    while (collection.persons.size() < 61) {
        collection.persons.push_back(one);
        collection.persons.back().person = static_cast<int>(collection.persons.size()) - 1;
    }
    collection.plan.persons = 61;
    const std::string html = page(collection);
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "Small dots are single lives (the first 60)"));
    EXPECT_TRUE(contains(html, "Each thin line is a life (the first 60)"));
    EXPECT_EQ(Columns(page_data(html), "arm-levels", "lives").rows(), 120u);
    const Columns levels(page_data(html), "arm-levels", "levels");
    EXPECT_EQ(levels.numbers("lives")[0], 61) << "means are over all";
}

TEST(arms_report, gives_one_life_no_interval) {
    engine::RunPlan plan = two_arms();
    plan.persons = 1;
    const std::string html = page(run(plan));
    expect_sound_life(html);
    const nlohmann::json carried = page_data(html);
    for (const auto& column : carried.at("figures").at("arm-levels").at("data").at("levels").at("columns")) {
        if (column.at("name") == "low" || column.at("name") == "high") {
            for (const auto& value : column.at("values")) EXPECT_TRUE(value.is_null());
        }
    }
    EXPECT_TRUE(contains(html, "One life has no interval"));
}

TEST(arms_report, compares_in_the_chapters_where_arms_depart_too) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) add_chapter(arm.scenario, "later", 90, 3, 1);
    const Columns differences(page_data(page(run(plan))), "arm-differences", "differences");
    const std::vector<std::string> chapters = differences.words("chapter");
    EXPECT_EQ(chapters.front(), "“later”") << "the last first";
    EXPECT_EQ(chapters.back(), "“together”");
}

}  // namespace
}  // namespace nearness::test
