// The [record] table.
#include "nearness/io/scenario_file.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

const std::string chapters = R"(
[[chapter]]
id = "quiet"
from = "20 years"
lasts = "1 year"
[[chapter]]
id = "together"
lasts = "8 encounters"
encounters = "2 per week"
with = { kind = "partner" }
)";

engine::RunPlan plan_with(const std::string& record) {
    return parse_scenario("[record]\n" + record + chapters, "test.toml").plan;
}

TEST(scenario_record, says_what_is_kept_of_how_many) {
    EXPECT_EQ(parse_scenario(chapters, "test.toml").plan.record, engine::Record{});
    const engine::RunPlan plan =
        plan_with("persons = 3\nmoments = false\ntemplates = false\nbeats = [\"together:8\", \"together:1\"]\n");
    EXPECT_EQ(plan.recorded_persons, 3);
    EXPECT_EQ(plan.record, (engine::Record{false, true, false, {{1, 7}, {1, 0}}}));
    EXPECT_FALSE(plan_with("curves = false\n").record.curves);
}

TEST(scenario_record, is_the_same_in_all_arms) {
    const std::string arm = "[[arm]]\nid = \"less\"\nset = { \"record.moments\" = false }\n";
    try {
        parse_scenario(chapters + arm, "test.toml");
        FAIL() << "no error";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().code, "E0115");
        EXPECT_NE(std::string(error.what()).find("`record.moments` is not part of a life"), std::string::npos);
    }
}

TEST(scenario_record, an_encounter_that_an_arm_does_not_reach_is_no_problem) {
    const std::string arm = "[[arm]]\nid = \"less\"\nset = { \"together.lasts\" = \"1 week\" }\n";
    const auto plan = parse_scenario("[record]\nbeats = [\"together:8\"]\n" + chapters + arm, "test.toml").plan;
    EXPECT_EQ(plan.arms[1].scenario.chapters[1].encounters(), 2);
    EXPECT_EQ(plan.record.beats.size(), 1U);
}

TEST(scenario_record, the_title_of_a_scenario_without_one_can_be_given) {
    Overrides overrides;
    overrides.name = "life";
    EXPECT_EQ(parse_scenario(chapters, "folder/life.toml").plan.title, "life");
    EXPECT_EQ(parse_scenario(chapters, "folder/run.nc", overrides).plan.title, "life");
    EXPECT_EQ(parse_scenario("title = \"x\"\n" + chapters, "folder/run.nc", overrides).plan.title, "x");
}

}  // namespace
}  // namespace nearness::io
