// Experiments from files and from the command line. What is refused stands in tests/museum/experiment.
#include "nearness/io/experiment_file.hpp"

#include "nearness/io/learner_settings.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

Experiment parsed(const std::string& text, const ExperimentOptions& changes = {}) {
    return parse_experiment(checked_text("made-up.toml", text), changes);
}

const std::string whole = R"toml(
title = "A \"title\""
description = "Two\nlines"
learners = ["rescorla-wagner", "template-memory"]
subjects = 12
seed = 9
time_unit = "hours"
between_trials = "90 s"
outcomes = ["shock"]
[groups]
one = "[X]20A_x>(shock):50% | 24 h | !5#A/5B @ 2 min"
"deux-é" = ["20A>(shock)", "2 days", "-", "3B"]
[parameters]
alpha = 0.5
"rescorla-wagner.salience" = 0.3
"rescorla-wagner.salience.A" = 0.25
salience.A_x = 0.2
memory.concentration = 0.05
[spread]
salience = 0.5
)toml";

std::size_t field_called(const std::string& learner, std::string_view name) {
    return std::get<MeantParameter>(parameter_called(learner_text(learner), name, {})).field;
}

TEST(experiment_files, say_everything_that_a_plan_holds) {
    const experiment::Plan plan = parsed(whole).plan;
    EXPECT_EQ(plan.title, "A \"title\"");
    EXPECT_EQ(plan.subjects, 12);
    EXPECT_EQ(plan.seed, 9U);
    EXPECT_EQ(plan.timing.unit, 3600);
    EXPECT_EQ(plan.timing.apart, 90);
    EXPECT_EQ(plan.design.outcomes, Words{"shock"});
    EXPECT_EQ(plan.design.cues, (Words{"X", "A", "B"}));
    ASSERT_EQ(plan.design.groups.size(), 2U);
    EXPECT_EQ(plan.design.groups[1].name, "deux-é");
    EXPECT_EQ(experiment::written(plan.design.groups[1].phases), "20A>(shock) | 2 days | - | 3B");
    ASSERT_EQ(plan.learners.size(), 2U);
    const experiment::LearnerChoice& first = plan.learners[0];
    const std::size_t salience = field_called("rescorla-wagner", "salience");
    ASSERT_EQ(first.values.size(), 3U);
    EXPECT_EQ(first.values[0].value, 0.5);  // alpha, of all that have one
    EXPECT_EQ(first.values[1].value, 0.3);
    EXPECT_EQ(first.values[2].stimulus, 1);
    ASSERT_EQ(first.form_values.size(), 1U);
    EXPECT_EQ(first.form_values[0].form.name(), "A_x");
    ASSERT_EQ(first.spreads.size(), 1U);
    EXPECT_EQ(first.spreads[0].field, salience);
    EXPECT_EQ(plan.learners[1].values.back().field, field_called("template-memory", "concentration"));
}

TEST(experiment_files, are_the_same_after_being_written_and_read_again) {
    const std::string written = as_experiment_file(parsed(whole).plan);
    EXPECT_EQ(as_experiment_file(parsed(written).plan), written);
    const experiment::Plan again = parsed(written).plan;
    EXPECT_EQ(again.title, "A \"title\"");
    EXPECT_EQ(again.description, "Two\nlines");
    EXPECT_EQ(again.timing.unit, 3600);
    EXPECT_EQ(parsed(whole).text, whole);
}

TEST(experiment_files, are_short_where_the_defaults_will_do) {
    const experiment::Plan plan = parsed("[groups]\none = \"20A>(US)\"\n").plan;
    ASSERT_EQ(plan.learners.size(), 1U);
    EXPECT_EQ(plan.learners[0].name, "rescorla-wagner");
    EXPECT_EQ(plan.subjects, 1);
    EXPECT_EQ(plan.seed, 1U);
    EXPECT_EQ(plan.timing.unit, 60);
    EXPECT_EQ(plan.timing.apart, 60);
    EXPECT_EQ(parsed("learners = \"all\"\n[groups]\none = \"20A>(US)\"\n").plan.learners.size(),
              learner_texts().size());
}

TEST(experiment_files, give_way_to_the_command_line) {
    ExperimentOptions changes;
    changes.learners = {"kalman-filter"};
    changes.subjects = 3;
    changes.seed = 4;
    changes.time_unit = "days";
    const Experiment changed = parsed("subjects = 12\n[groups]\none = \"20A>(US)\"\n", changes);
    ASSERT_EQ(changed.plan.learners.size(), 1U);
    EXPECT_EQ(changed.plan.learners[0].name, "kalman-filter");
    EXPECT_EQ(changed.plan.subjects, 3);
    EXPECT_EQ(changed.plan.seed, 4U);
    EXPECT_EQ(changed.plan.timing.unit, 86400);
    EXPECT_EQ(changed.text, as_experiment_file(changed.plan));
}

TEST(experiments_of_the_command_line, have_groups_with_and_without_names) {
    ExperimentOptions options;
    options.design = "20A>(US); control = 20B>(US)";
    const experiment::Plan plan = experiment_from(options).plan;
    ASSERT_EQ(plan.design.groups.size(), 2U);
    EXPECT_EQ(plan.design.groups[0].name, "group-1");
    EXPECT_EQ(plan.design.groups[1].name, "control");
    options.design = "20A>(US)";
    EXPECT_EQ(experiment_from(options).plan.design.groups[0].name, "group");
}

TEST(experiments_of_the_command_line, may_give_a_parameter_twice_and_the_later_one_wins) {
    ExperimentOptions options;
    options.design = "20A>(US)";
    options.set = {"salience.A=0.1", "salience=0.2", "alpha=0.3"};
    const std::string text = experiment_from(options).text;
    EXPECT_NE(text.find("\"rescorla-wagner.salience\" = 0.3\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("0.2"), std::string::npos) << text;
    EXPECT_EQ(text.find("salience.A"), std::string::npos) << text;
}

}  // namespace
}  // namespace nearness::io
