// [chapter.start], [chapter.hold] and [chapter.days], in the file and in arms.
#include "nearness/io/scenario_file.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

const std::string together = R"(
[[chapter]]
id = "together"
from = "20 years"
lasts = "14 months"
encounters = "1 per day"
with = { kind = "partner" }
)";

const std::string arms = R"(
[[arm]]
id = "held"
set = { "together.hold" = { trust = 1 } }
[[arm]]
id = "held-by-key"
set = { "together.hold.trust" = 1 }
[[arm]]
id = "warmer"
set = { "together.days.warm.offer" = 1.9, "together.days.cool" = { attention = 0.1, offer = 0 } }
[[arm]]
id = "nothing-set"
set = { "together.hold" = {}, "together.start" = {}, "together.days" = {} }
)";

std::vector<life::Chapter> chapters(const std::string& text) {
    std::vector<life::Chapter> all;
    for (const engine::Arm& arm : parse_scenario(text, "test.toml").plan.arms) {
        all.push_back(arm.scenario.chapters.front());
    }
    return all;
}

TEST(scenario_interventions, every_state_can_be_held_or_set) {
    const auto read = chapters(together + R"(
start = { insight = 0.9, need = 0 }
[chapter.hold]
trust = 1
guard = 0.5
care = 0.25
)");
    EXPECT_EQ(read[0].start, (life::SetStates{.insight = 0.9, .need = 0}));
    EXPECT_EQ(read[0].hold, (life::SetStates{.trust = 1, .guard = 0.5, .care = 0.25}));
    EXPECT_FALSE(read[0].days);
}

TEST(scenario_interventions, days_are_read) {
    const auto read = chapters(
        together + "days = { warm = { attention = 0.95, offer = 1.4 }, cool = { attention = 0.7, offer = 0.6 } }\n");
    EXPECT_EQ(read[0].days, (life::Days{{0.95, 1.4}, {0.7, 0.6}}));
}

TEST(scenario_interventions, arms_set_all_of_them_one_of_them_or_none) {
    const auto read = chapters(together + R"(
days = { warm = { attention = 0.95, offer = 1.4 }, cool = { attention = 0.7, offer = 0.6 } }
start = { care = 0.5 }
)" + arms);
    EXPECT_EQ(read[1].hold, life::SetStates{.trust = 1});
    EXPECT_EQ(read[2], read[1]);
    EXPECT_EQ(read[3].days, (life::Days{{0.95, 1.9}, {0.1, 0}}));
    EXPECT_EQ(read[3].start, life::SetStates{.care = 0.5});
    EXPECT_EQ(read[4].hold, life::SetStates{});
    EXPECT_EQ(read[4].start, life::SetStates{});
    EXPECT_FALSE(read[4].days);
}

TEST(scenario_interventions, an_arm_that_holds_something_departs_in_that_chapter) {
    const std::string before = R"(
[[chapter]]
id = "before"
from = "19 years"
lasts = "1 year"
)";
    const engine::RunPlan plan = parse_scenario(before + together + arms.substr(0, arms.find("[[arm]]", 12)), "").plan;
    EXPECT_EQ(engine::departure(plan, 1), 1);
}

TEST(scenario_interventions, the_command_line_can_hold_a_state) {
    Overrides overrides;
    overrides.set = {"together.hold.trust=0.75"};
    const auto plan = parse_scenario(together, "test.toml", overrides).plan;
    EXPECT_EQ(plan.arms.front().scenario.chapters.front().hold.trust, 0.75);
}

}  // namespace
}  // namespace nearness::io
