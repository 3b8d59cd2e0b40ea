// Learners × groups × subjects: the same as trial by trial, in order, with parameters that differ as they should.
#include "nearness/experiment/means.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::experiment {
namespace {

Plan planned(const std::vector<std::string>& groups, const std::vector<std::string>& learners = {"rescorla-wagner"}) {
    std::vector<Group> all;
    for (const std::string& text : groups) all.push_back({"g" + std::to_string(all.size()), parse(text).phases});
    Plan plan;
    plan.design = design_of(all).design;
    for (const std::string& name : learners) plan.learners.push_back({name, {}, {}, {}});
    return plan;
}

std::vector<Course> courses(const Plan& plan, int threads = 1) {
    std::vector<Course> all;
    engine::RunOptions options;
    options.threads = threads;
    EXPECT_TRUE(simulate(plan, options, [&](Course&& course) { all.push_back(std::move(course)); }));
    return all;
}

// Field 0 is the salience, whose default is 0.4.
constexpr std::size_t salience = 0;

TEST(simulation, is_what_the_learner_says_trial_by_trial) {
    const Plan plan = planned({"10A>(US) | 5A"});
    const auto all = courses(plan);
    ASSERT_EQ(all.size(), 1U);
    const auto outputs = outputs_of(plan, 0);
    ASSERT_GE(outputs.size(), 2U);
    EXPECT_EQ(outputs[0].output.name, "prediction");
    EXPECT_EQ(outputs[1].output.name, "response");
    for (std::size_t t = 0; t < 10; ++t) {
        EXPECT_NEAR(all[0].number(t, 0), 1 - std::pow(0.84, static_cast<double>(t)), 1e-14);
    }
    for (std::size_t t = 0; t < 5; ++t) {
        EXPECT_NEAR(all[0].number(10 + t, 0), (1 - std::pow(0.84, 10)) * std::pow(0.84, static_cast<double>(t)), 1e-14);
    }
}

TEST(simulation, of_every_learner_gives_numbers_for_every_output) {
    std::vector<std::string> names;
    learners::each_learner<double>([&](auto learner) { names.emplace_back(learner.name); });
    Plan plan = planned({"[X]3A>(US):50%/3B | 24 h | [Y]3#AB", "-|3B"}, names);
    plan.state = true;
    std::size_t seen = 0;
    for (const Course& course : courses(plan)) {
        const std::size_t outputs = outputs_of(plan, course.learner).size();
        EXPECT_EQ(course.numbers.size(), outputs * course.steps->size());
        for (const double value : course.numbers) ASSERT_TRUE(std::isfinite(value)) << names[seen / 2];
        ++seen;
    }
    EXPECT_EQ(seen, 2 * names.size());
}

TEST(simulation, shows_the_state_before_and_after_each_trial) {
    Plan plan = planned({"2A>(US)"});
    plan.state = true;
    const auto outputs = outputs_of(plan, 0);
    const auto at = [&](When when) {
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const auto& one = outputs[i];
            if (one.when == when && one.output.name == "association" && one.output.second == 1) return i;
        }
        return outputs.size();
    };
    const auto all = courses(plan);
    EXPECT_EQ(all[0].number(0, at(When::before)), 0);
    EXPECT_DOUBLE_EQ(all[0].number(0, at(When::after)), 0.16);
    EXPECT_EQ(all[0].number(1, at(When::before)), all[0].number(0, at(When::after)));
}

TEST(simulation, is_the_same_for_any_number_of_threads) {
    Plan plan = planned({"!10A>(US)/10B", "10A"}, {"rescorla-wagner", "latent-cause-particles"});
    plan.subjects = 30;
    plan.learners[0].spreads = {{salience, 0.5}};
    const auto one = courses(plan, 1), many = courses(plan, 5);
    ASSERT_EQ(one.size(), 120U);
    ASSERT_EQ(many.size(), one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(many[i].subject, static_cast<int>(i % 30));
        ASSERT_EQ(many[i].numbers, one[i].numbers);
    }
}

TEST(simulation, draws_parameters_on_the_scale_of_their_prior_the_same_in_every_group) {
    Plan plan = planned({"2A>(US)", "1B | 2A>(US)"});
    plan.subjects = 2000;
    plan.learners[0].spreads = {{salience, 0.5}};
    Moments logits;
    std::vector<double> first;
    for (const Course& course : courses(plan)) {
        ASSERT_EQ(course.drawn.size(), 1U);
        const double drawn = course.drawn[0].value;
        EXPECT_NEAR(course.number(course.group == 0 ? 1 : 2, 0), drawn * 0.4, 1e-14);
        if (course.group == 0) {
            logits.add(std::log(drawn / (1 - drawn)));
            first.push_back(drawn);
        } else {
            EXPECT_EQ(drawn, first[static_cast<std::size_t>(course.subject)]);
        }
    }
    EXPECT_NEAR(logits.mean, std::log(0.4 / 0.6), 4 * 0.5 / std::sqrt(2000));
    EXPECT_NEAR(logits.standard_deviation(), 0.5, 4 * 0.5 / std::sqrt(2 * 2000));
}

TEST(simulation, leaves_a_value_at_a_bound_where_it_is) {
    Plan plan = planned({"2A>(US)"});
    plan.learners[0].values = {{salience, -1, 1}};
    plan.learners[0].spreads = {{salience, 2}};
    EXPECT_EQ(courses(plan)[0].drawn[0].value, 1);
}

TEST(simulation, gives_a_form_of_a_stimulus_its_own_parameter) {
    Plan plan = planned({"1A_x>(US) | 1A_y>(US) | 1A"});
    plan.learners[0].form_values = {{{"A", "y"}, salience, 1}};
    const auto all = courses(plan);
    EXPECT_DOUBLE_EQ(all[0].number(1, 0), 0.16);
    EXPECT_DOUBLE_EQ(all[0].number(2, 0), 0.16 + 0.4 * (1 - 0.16));
}

TEST(simulation, in_days_for_the_templates_whatever_the_unit_of_the_design) {
    Plan minutes = planned({"5A>(US) @ 1 days | 3 days | 1#A"}, {"template-memory"});
    Plan hours = minutes;
    hours.timing.unit = 3600;
    EXPECT_EQ(courses(minutes)[0].numbers, courses(hours)[0].numbers);
    EXPECT_DOUBLE_EQ(courses(minutes)[0].steps->back().trial.time, 7);
}

TEST(simulation, stops_when_it_is_told_to) {
    Plan plan = planned({"10A>(US)"});
    plan.subjects = 1000;
    const std::atomic<bool> cancel = true;
    engine::RunOptions options;
    options.cancel = &cancel;
    int received = 0;
    EXPECT_FALSE(simulate(plan, options, [&](Course&&) { ++received; }));
    EXPECT_EQ(received, 0);
}

TEST(means, are_of_each_trial_of_a_kind_over_subjects) {
    Plan plan = planned({"!4A>(US)/2B | 1#A"});
    plan.subjects = 40;
    plan.learners[0].spreads = {{salience, 0.5}};
    const auto all = courses(plan);
    MeansCollection collection;
    for (const Course& course : all) collection.add(course);
    const auto means = collection.take();
    ASSERT_EQ(means.size(), 1U);
    ASSERT_EQ(means[0].trials.size(), 7U);
    double sum = 0, squares = 0;
    for (const Course& course : all) sum += course.number(6, 0) / 40;
    for (const Course& course : all) squares += std::pow(course.number(6, 0) - sum, 2);
    const Moments& last = means[0].trials[6].outputs[0];
    EXPECT_EQ(last.n, 40);
    EXPECT_NEAR(last.mean, sum, 1e-14);
    EXPECT_NEAR(last.standard_deviation(), std::sqrt(squares / 39), 1e-14);
    const auto kinds = kinds_of(means[0]);
    ASSERT_EQ(kinds.size(), 3U);
    EXPECT_EQ(kinds[0].trials.size(), 4U);
    EXPECT_EQ(kinds[1].trials.size(), 2U);
    EXPECT_EQ(kinds[2].phase, 1);
    for (const KindMeans& kind : kinds) {
        for (std::size_t r = 0; r < kind.trials.size(); ++r) {
            EXPECT_EQ(means[0].trials[kind.trials[r]].repetition, static_cast<int>(r));
        }
    }
}

}  // namespace
}  // namespace nearness::experiment
