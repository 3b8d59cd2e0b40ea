#include "nearness/engine/chapter_ends.hpp"

#include "plans.hpp"

#include <gtest/gtest.h>

namespace nearness::engine {
namespace {

void expect_the_states_of_the_run(const RunPlan& plan) {
    RunOptions options;
    options.threads = 1;
    run(plan, options, [&](PersonResult&& person) {
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            const life::Scenario& scenario = plan.arms[a].scenario;
            const auto states = states_at_chapter_ends(plan, person.person, a);
            ASSERT_EQ(states.size(), person.arms[a].chapters.size());
            for (std::size_t c = 0; c < states.size(); ++c) {
                const life::Summary& summary = person.arms[a].chapters[c];
                const auto vantage = life::Vantage<double>::of(states[c], scenario, scenario.chapters[c].other);
                const auto curve = world::Measures<double>::curve(states[c].person, scenario.parameters.person,
                                                                  vantage.other, vantage.identity);
                EXPECT_EQ(curve.predicted, person.arms[a].curves[c]) << a << " " << c;
                EXPECT_EQ(states[c].person.bond.need, summary.need);
                EXPECT_EQ(states[c].person.protection.guard, summary.guard);
                EXPECT_EQ(states[c].person.memory.count, summary.templates);
            }
        }
    });
}

TEST(chapter_ends, a_person_lived_again_is_the_person_of_the_run_in_every_arm) {
    expect_the_states_of_the_run(small_plan(5));
}

TEST(chapter_ends, a_person_of_a_shard_is_the_same_person) {
    RunPlan plan = small_plan(2);
    plan.first_person = 3;
    expect_the_states_of_the_run(plan);
}

TEST(chapter_ends, a_typical_path_is_lived_again_as_one) {
    RunPlan plan = small_plan(1);
    plan.deterministic = true;
    for (Arm& arm : plan.arms) arm.scenario.parameters.person.typical = true;
    expect_the_states_of_the_run(plan);
}

TEST(chapter_ends, whom_a_diary_drives_is_driven_by_it_again) {
    RunPlan plan = small_plan(2);
    plan.arms.resize(1);
    life::Chapter& last = plan.arms[0].scenario.chapters.back();
    last.diary = true;
    last.encounter_gap = 0;
    for (const double outcome : {0.9, 0.1}) {
        RecordedPerson person;
        person.id = "someone";
        for (int day = 0; day < 5; ++day) {
            life::RecordedMoment moment;
            moment.time = day;
            for (double& value : moment.cues.value) value = 0.6;
            moment.outcome = outcome;
            person.moments.push_back(moment);
        }
        plan.diary.push_back(person);
    }
    expect_the_states_of_the_run(plan);
}

}  // namespace
}  // namespace nearness::engine
