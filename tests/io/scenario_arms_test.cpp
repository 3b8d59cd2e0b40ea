// Arms: a copy of the file with some values changed.
#include "nearness/io/scenario_file.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

const std::string life_text = R"(persons = 5
seed = 3
[others.first]
kind = "partner"
preset = "ordinary"
[others.second]
kind = "partner"
preset = "pursuing"
[[chapter]]
id = "childhood"
from = "6 months"
until = "16 years"
encounters = "1.75 per week"
with = { kind = "caregiver", preset = "secure" }
[[chapter]]
id = "together"
lasts = "14 months"
encounters = "3 per week"
with = { kind = "partner", preset = "ordinary" }
[[chapter.plan]]
therapy = "parts"
sessions = 6
every = "1 week"
[[chapter]]
id = "later"
until = "30 years"
encounters = "1 per week"
with = "first"
)";

engine::RunPlan plan_with(const std::string& set) {
    return parse_scenario(life_text + "[[arm]]\nid = \"changed\"\n" + set + "\n", "test.toml").plan;
}

const life::Scenario& changed(const engine::RunPlan& plan) { return plan.arms.at(1).scenario; }

std::string trouble(const std::string& text) {
    try {
        parse_scenario(life_text + text, "test.toml");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

const world::Other& met_in(const life::Scenario& life, std::size_t chapter) {
    return life.others.at(static_cast<std::size_t>(life.chapters.at(chapter).other)).other;
}

TEST(scenario_arms, an_arm_changes_what_it_names_and_nothing_else) {
    const auto plan = plan_with("set = { \"together.lasts\" = \"2 years\" }");
    const life::Scenario& base = plan.arms[0].scenario;
    EXPECT_EQ(changed(plan).chapters[1].until - changed(plan).chapters[1].from, 730.0);
    EXPECT_TRUE(changed(plan).chapters[0] == base.chapters[0]);
    EXPECT_TRUE(changed(plan).chapters[1].plans == base.chapters[1].plans);
    EXPECT_TRUE(changed(plan).parameters == base.parameters);
    EXPECT_EQ(changed(plan).chapters[2].from, changed(plan).chapters[1].until) << "what follows moves along";
    EXPECT_EQ(engine::departure(plan, 1), 1);
}

TEST(scenario_arms, dots_may_stand_inside_or_outside_quotes) {
    for (const char* set : {"set = { \"together.with.steady\" = 0.5 }", "set = { together.with.steady = 0.5 }",
                            "[arm.set]\ntogether.with.steady = 0.5", "[arm.set.together.with]\nsteady = 0.5",
                            "set = { together = { \"with.steady\" = 0.5 } }"}) {
        const auto plan = plan_with(set);
        EXPECT_EQ(met_in(changed(plan), 1).steady, 0.5) << set;
        EXPECT_EQ(met_in(changed(plan), 1).responsive, 0.75) << set;
    }
}

TEST(scenario_arms, a_table_in_braces_replaces_a_person) {
    const auto plan = plan_with("set = { \"together.with\" = { kind = \"partner\", responsive = 0.1 } }");
    EXPECT_EQ(met_in(changed(plan), 1).responsive, 0.1);
    EXPECT_EQ(met_in(changed(plan), 1).steady, 0.15);
}

TEST(scenario_arms, parameters_can_be_set_with_and_without_their_table) {
    for (const char* set :
         {"set = { \"memory.concentration\" = 0.05 }", "set = { memory.concentration = 0.05 }",
          "set = { \"parameters.memory.concentration\" = 0.05 }", "[arm.set.memory]\nconcentration = 0.05"}) {
        const auto plan = plan_with(set);
        EXPECT_EQ(changed(plan).parameters.person.memory.concentration, 0.05) << set;
        EXPECT_EQ(plan.arms[0].scenario.parameters.person.memory.concentration, 0.02) << set;
        EXPECT_EQ(engine::departure(plan, 1), 0);
    }
}

TEST(scenario_arms, others_keep_their_numbers_so_that_draws_stay_paired) {
    const auto plan = plan_with("set = { \"childhood.encounters\" = \"none\", \"together.with\" = \"second\" }");
    const life::Scenario& base = plan.arms[0].scenario;
    ASSERT_EQ(changed(plan).others.size(), base.others.size());
    for (std::size_t i = 0; i < base.others.size(); ++i) EXPECT_EQ(changed(plan).others[i].id, base.others[i].id);
    EXPECT_EQ(changed(plan).chapters[2].other, base.chapters[2].other);
    EXPECT_EQ(changed(plan).others[static_cast<std::size_t>(changed(plan).chapters[1].other)].id, "second");
    EXPECT_EQ(changed(plan).chapters[0].encounters(), 0);
}

TEST(scenario_arms, a_named_other_changes_wherever_they_are_met) {
    const auto plan = plan_with("set = { \"first.preset\" = \"steady\" }");
    EXPECT_EQ(met_in(changed(plan), 2).steady, 0.5);
    EXPECT_EQ(met_in(plan.arms[0].scenario, 2).steady, 0.15);
    EXPECT_EQ(engine::departure(plan, 1), 2);
}

TEST(scenario_arms, plans_are_replaced_removed_or_changed_one_by_one) {
    EXPECT_TRUE(changed(plan_with("set = { \"together.plan\" = [] }")).chapters[1].plans.empty());
    const auto dose =
        plan_with("set = { \"together.plan.parts.sessions\" = 12, \"together.plan.parts.curiosity\" = 0.5 }");
    EXPECT_EQ(changed(dose).chapters[1].plans.at(0).sessions, 12);
    EXPECT_EQ(std::get<therapy::Parts>(changed(dose).chapters[1].plans.at(0).therapy).curiosity, 0.5);
    const auto other =
        plan_with("set = { \"later.plan\" = [{ therapy = \"talk\", sessions = 2, every = \"1 week\" }] }");
    EXPECT_EQ(changed(other).chapters[2].plans.size(), 1U);
    EXPECT_EQ(changed(other).chapters[1].plans.size(), 1U);
}

TEST(scenario_arms, a_length_takes_the_place_of_an_end) {
    const auto plan = plan_with("set = { \"later.lasts\" = \"1 year\", \"childhood.lasts\" = \"10 years\" }");
    EXPECT_EQ(changed(plan).chapters[0].until, 10.5 * 365);
    EXPECT_EQ(changed(plan).chapters[2].until - changed(plan).chapters[2].from, 365.0);
}

TEST(scenario_arms, seed_persons_and_names_are_the_same_in_all_arms) {
    EXPECT_NE(trouble("[[arm]]\nid = \"a\"\nset = { persons = 3 }\n").find("E0115"), std::string::npos);
    EXPECT_NE(trouble("[[arm]]\nid = \"a\"\nset = { seed = 3 }\n").find("E0115"), std::string::npos);
    EXPECT_NE(trouble("[[arm]]\nid = \"a\"\nset = { \"together.id\" = \"x\" }\n").find("E0115"), std::string::npos);
    const auto plan = plan_with("set = { \"together.plan\" = [] }");
    EXPECT_EQ(changed(plan).seed, 3U);
}

TEST(scenario_arms, someone_met_by_name_is_changed_by_name) {
    const std::string message = trouble("[[arm]]\nid = \"a\"\nset = { \"later.with.steady\" = 0.5 }\n");
    EXPECT_NE(message.find("change that one: \"first.steady\""), std::string::npos) << message;
}

TEST(scenario_arms, what_an_arm_breaks_elsewhere_is_reported_at_the_arm) {
    const std::string message = trouble("[[arm]]\nid = \"short\"\nset = { \"together.lasts\" = \"2 weeks\" }\n");
    EXPECT_EQ(message.find("test.toml:31:7  E0110  arm `short`: the last session of `parts`"), 0U) << message;
    EXPECT_NE(message.find("(line 22)"), std::string::npos) << message;
}

TEST(scenario_arms, a_problem_of_the_file_is_not_repeated_for_every_arm) {
    const std::string message =
        trouble("[[chapter]]\nid = \"x\"\nlasts = 3\n[[arm]]\nid = \"a\"\nset = { \"together.plan\" = [] }\n");
    EXPECT_EQ(message.find("E0104"), message.rfind("  E0104") + 2) << message;
}

}  // namespace
}  // namespace nearness::io
