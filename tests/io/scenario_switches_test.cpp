// What a scenario can switch: modules off, the typical path on, how moments are assigned, when a plan ends.
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

using person::Module;

const std::string life_of_one = R"(
[[chapter]]
id = "together"
from = "20 years"
lasts = "14 months"
encounters = "3 per week"
with = { kind = "partner" }
)";

ScenarioFile file(const std::string& text, const Overrides& overrides = {}) {
    return parse_scenario(text, "test.toml", overrides);
}

std::string trouble(const std::string& text, const Overrides& overrides = {}) {
    try {
        file(text, overrides);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

bool mentions(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(scenario_switches, a_learner_takes_the_place_of_the_templates_with_parameters_of_its_own) {
    const auto rival_of = [](const std::string& text, const Overrides& overrides = {}) {
        return file(text + life_of_one, overrides).plan.arms[0].scenario.parameters.person.rival;
    };
    EXPECT_EQ(rival_of("").learner, 0);
    EXPECT_EQ(rival_of("[parameters]\nmemory.learner = \"templates\"\n"), rival_of(""));
    const auto rival = rival_of(
        "[parameters]\nmemory.learner = \"rescorla-wagner\"\n[parameters.rescorla_wagner]\nsalience = 0.1\n"
        "rate_present = 0.4\n");
    EXPECT_EQ(rival.name(), "rescorla-wagner");
    ASSERT_EQ(rival.settings.size(), 1U);  // the other is at its default
    EXPECT_EQ(rival.settings[0].key, "rescorla_wagner.salience");
    EXPECT_EQ(rival.settings[0].value, 0.1);
    Overrides overrides;
    overrides.set = {"memory.learner=\"rescorla-wagner\"", "rescorla_wagner.salience=0.1"};
    EXPECT_EQ(rival_of("", overrides), rival);
}

TEST(scenario_switches, every_parameter_of_every_learner_can_be_set) {
    for (const std::string& key : learner_keys()) {
        int number = 0;
        double value = 0;
        bool days = false;  // durations are written with their unit
        memory::RivalParameters::each_field([&](int owner, const Field& field) {
            if (field.key != key) return;
            number = owner;
            days = field.quantity == Quantity::days;
            const double end = field.standard < field.high ? field.high : field.low;
            value = field.quantity == Quantity::count ? field.low : 0.5 * (field.standard + end);
        });
        memory::RivalParameters owner;
        owner.learner = number;
        const auto rival = file("[parameters]\nmemory.learner = \"" + std::string(owner.name()) + "\"\n" + key + " = " +
                                (days ? "\"" + shortest(value) + " days\"" : shortest(value)) + "\n" + life_of_one)
                               .plan.arms[0]
                               .scenario.parameters.person.rival;
        EXPECT_EQ(rival.learner, number) << key;
        EXPECT_EQ(rival.settings, (std::vector<memory::RivalSetting>{{key, value}})) << key;
    }
    EXPECT_GT(learner_keys().size(), 25U);
}

TEST(scenario_switches, a_module_is_knocked_out_by_name) {
    const auto parameters =
        file("knock_out = [\"protection_credit\", \"numbing\"]" + life_of_one).plan.arms[0].scenario.parameters.person;
    EXPECT_TRUE(parameters.knocked_out.has(Module::protection_credit));
    EXPECT_TRUE(parameters.knocked_out.has(Module::numbing));
    EXPECT_FALSE(parameters.knocked_out.has(Module::trust));
    EXPECT_EQ(parameters.memory.protection_credit, 0.0);
}

TEST(scenario_switches, every_module_can_be_named) {
    for (const person::ModuleText& module : person::modules) {
        EXPECT_EQ(trouble("knock_out = [\"" + std::string(module.name) + "\"]" + life_of_one), "") << module.name;
    }
}

TEST(scenario_switches, a_knock_out_counts_more_than_the_parameter_it_stands_for) {
    const auto plan =
        file("knock_out = [\"working_model\"]\n[parameters]\nmemory.generalisation = 0.5\n" + life_of_one).plan;
    EXPECT_EQ(plan.arms[0].scenario.parameters.person.memory.generalisation, 0.0);
}

TEST(scenario_switches, an_arm_and_the_command_line_can_knock_out_and_take_back) {
    const std::string text = "knock_out = [\"trust\"]" + life_of_one +
                             "[[arm]]\nid = \"whole\"\nset = { knock_out = [] }\n"
                             "[[arm]]\nid = \"both\"\nset = { knock_out = [\"trust\", \"care\"] }\n";
    const auto plan = file(text).plan;
    EXPECT_TRUE(plan.arms[0].scenario.parameters.person.knocked_out.has(Module::trust));
    EXPECT_FALSE(plan.arms[1].scenario.parameters.person.knocked_out.any());
    EXPECT_TRUE(plan.arms[2].scenario.parameters.person.knocked_out.has(Module::care));
    EXPECT_EQ(engine::departure(plan, 1), 0);
    Overrides overrides;
    overrides.set = {"knock_out=[\"guard\"]"};
    EXPECT_TRUE(file(life_of_one, overrides).plan.arms[0].scenario.parameters.person.knocked_out.has(Module::guard));
}

TEST(scenario_switches, modules_and_the_path_are_part_of_the_fingerprint) {
    const auto hash = [](const std::string& head) { return engine::plan_hash(file(head + life_of_one).plan, "1"); };
    EXPECT_NE(hash(""), hash("knock_out = [\"numbing\"]"));
    EXPECT_NE(hash("knock_out = [\"care\"]"), hash("knock_out = [\"need\"]"));
    EXPECT_NE(hash("persons = 1"), hash("deterministic = true"));
}

TEST(scenario_switches, a_misspelt_module_gets_a_suggestion) {
    const std::string told = trouble("knock_out = [\"numbin\"]" + life_of_one);
    EXPECT_TRUE(mentions(told, "`numbin` is not a module that can be knocked out")) << told;
    EXPECT_TRUE(mentions(told, "did you mean `numbing`?")) << told;
    EXPECT_TRUE(mentions(trouble("knock_out = \"trust\"" + life_of_one), "did you mean knock_out = [\"trust\"]?"));
}

TEST(scenario_switches, a_module_is_knocked_out_once) {
    const std::string told = trouble("knock_out = [\"trust\", \"care\", \"trust\"]" + life_of_one);
    EXPECT_TRUE(mentions(told, "test.toml:1:31  E0111  `knock_out` names `trust` a second time")) << told;
    EXPECT_TRUE(mentions(trouble(life_of_one + "[[arm]]\nid = \"a\"\nset = { knock_out = [\"care\", \"care\"] }\n"),
                         "arm `a`: `knock_out` names `care`"));
}

TEST(scenario_switches, a_deterministic_run_lives_one_person_in_every_arm) {
    const auto plan = file("persons = 50\ndeterministic = true" + life_of_one +
                           "[[arm]]\nid = \"a\"\nset = { together.lasts = \"1 year\" }\n")
                          .plan;
    EXPECT_TRUE(plan.deterministic);
    EXPECT_EQ(plan.persons, 1);
    for (const engine::Arm& arm : plan.arms) EXPECT_TRUE(arm.scenario.parameters.person.typical);
    Overrides overrides;
    overrides.deterministic = true;
    EXPECT_TRUE(file(life_of_one, overrides).plan.deterministic);
    EXPECT_TRUE(mentions(trouble("deterministic = \"yes\"" + life_of_one), "should be true or false"));
}

TEST(scenario_switches, moments_are_assigned_by_one_of_three_words) {
    const auto assignment = [](const std::string& word) {
        return file(life_of_one + "[parameters]\nmemory.assignment = \"" + word + "\"\n")
            .plan.arms[0]
            .scenario.parameters.person.memory.assignment;
    };
    EXPECT_EQ(assignment("soft"), memory::Assignment::soft);
    EXPECT_EQ(assignment("map"), memory::Assignment::map);
    EXPECT_EQ(assignment("particles"), memory::Assignment::particles);
    EXPECT_TRUE(
        mentions(trouble(life_of_one + "[parameters]\nmemory.assignment = \"hard\"\n"), "soft, map, particles"));
}

TEST(scenario_switches, the_typical_path_has_no_particles) {
    const std::string told =
        trouble("deterministic = true\n[parameters]\nmemory.assignment = \"particles\"\n" + life_of_one);
    EXPECT_TRUE(mentions(told, "E0119")) << told;
    EXPECT_TRUE(mentions(trouble("deterministic = true" + life_of_one +
                                 "[[arm]]\nid = \"a\"\nset = { memory.assignment = \"particles\" }\n"),
                         "arm `a`: a typical path"));
}

life::Chapter planned(const std::string& plans) { return file(life_of_one + plans).plan.arms[0].scenario.chapters[0]; }

TEST(scenario_switches, a_plan_can_wait_for_a_measure_and_the_next_for_the_plan) {
    const auto chapter = planned(R"(
[[chapter.plan]]
therapy = "parts"
sessions = 20
every = "1 week"
until = { measure = "trust", above = 0.6 }
[[chapter.plan]]
therapy = "emdr"
sessions = 12
every = "1 week"
after = "parts"
starts = "2 days"
until = { measure = "sud", below = 1 }
)");
    ASSERT_TRUE(chapter.plans[0].goal);
    EXPECT_EQ(*chapter.plans[0].goal, (life::Goal{life::Measure::trust, true, 0.6}));
    EXPECT_EQ(*chapter.plans[1].goal, (life::Goal{life::Measure::sud, false, 1.0}));
    EXPECT_EQ(chapter.plans[1].after, 0);
    EXPECT_EQ(chapter.plans[1].pause, 2.0);
    EXPECT_EQ(chapter.plans[1].starts, 142.0);
    EXPECT_FALSE(chapter.floats(chapter.plans[0]));
    EXPECT_TRUE(chapter.floats(chapter.plans[1]));
}

TEST(scenario_switches, an_arm_takes_a_goal_away_with_false_and_gives_one) {
    const std::string text = life_of_one + R"(
[[chapter.plan]]
therapy = "parts"
sessions = 3
every = "1 week"
until = { measure = "trust", above = 0.6 }
[[chapter.plan]]
therapy = "emdr"
sessions = 2
every = "1 week"
after = "parts"
[[arm]]
id = "all-sessions"
set = { "together.plan.parts.until" = false }
[[arm]]
id = "other-goal"
set = { "together.plan.parts.until" = { measure = "edge", above = 0.9 } }
)";
    const auto arms = file(text).plan.arms;
    const auto chapter = [&](std::size_t arm) { return arms[arm].scenario.chapters[0]; };
    EXPECT_TRUE(chapter(0).plans[0].goal);
    EXPECT_TRUE(chapter(0).floats(chapter(0).plans[1]));
    EXPECT_FALSE(chapter(1).plans[0].goal);
    EXPECT_FALSE(chapter(1).floats(chapter(1).plans[1]));
    EXPECT_EQ(chapter(2).plans[0].goal->measure, life::Measure::edge);
    Overrides overrides;
    overrides.set = {"together.plan.parts.until=false"};
    EXPECT_FALSE(file(text, overrides).plan.arms[0].scenario.chapters[0].plans[0].goal);
}

TEST(scenario_switches, what_a_plan_waits_for_must_make_sense) {
    const auto told = [](const std::string& until, const std::string& therapy = "parts") {
        return trouble(life_of_one + "[[chapter.plan]]\ntherapy = \"" + therapy +
                       "\"\nsessions = 2\nevery = \"1 week\"\nuntil = " + until + "\n");
    };
    EXPECT_EQ(told("{ measure = \"edge\", above = 0.9 }"), "");
    EXPECT_TRUE(mentions(told("{ measure = \"sud\", below = 1 }"), "E0119"));
    EXPECT_EQ(told("{ measure = \"sud\", below = 9.5 }", "emdr"), "");
    EXPECT_TRUE(mentions(told("{ measure = \"edge\" }"), "needs `above` or `below`"));
    EXPECT_TRUE(mentions(told("{ measure = \"edge\", above = 0.1, below = 0.2 }"), "one of them"));
    EXPECT_TRUE(mentions(told("{ measure = \"egde\", above = 0.1 }"), "did you mean `edge`?"));
    EXPECT_TRUE(mentions(told("{ measure = \"edge\", above = 1.5 }"), "accepted: 0 to 1"));
    EXPECT_TRUE(mentions(told("\"edge above 0.9\""), "should be a table"));
    EXPECT_TRUE(mentions(told("true"), "`until` cannot be true"));
    EXPECT_TRUE(mentions(told("{ above = 0.5 }"), "has no `measure`"));
}

}  // namespace
}  // namespace nearness::io
