// Runs in which a learner takes the place of the templates.
#include "engine/plans.hpp"
#include "nearness/engine/scenes.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::engine {
namespace {

constexpr int rescorla_wagner = 1;

memory::RivalParameters& rival_of(RunPlan& plan, std::size_t arm) {
    return plan.arms[arm].scenario.parameters.person.rival;
}

// The middle arm keeps its sessions and loses the templates.
RunPlan rival_plan() {
    RunPlan plan = small_plan(6);
    rival_of(plan, 1).learner = rescorla_wagner;
    return plan;
}

TEST(rival_memory, results_are_the_same_for_any_number_of_threads_and_size_of_chunks) {
    const RunPlan plan = rival_plan();
    const auto alone = results(plan, 1, 1), together = results(plan, 3, 4), in_ones = results(plan, 2, 5);
    ASSERT_EQ(alone.size(), 6U);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        EXPECT_EQ(bits_of(alone[i]), bits_of(together[i])) << i;
        EXPECT_EQ(bits_of(alone[i]), bits_of(in_ones[i])) << i;
    }
}

TEST(rival_memory, the_arms_with_templates_are_as_they_were) {
    const auto plain = results(small_plan(5)), beside = results([] {
                                                   RunPlan plan = small_plan(5);
                                                   rival_of(plan, 1).learner = rescorla_wagner;
                                                   return plan;
                                               }());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(bits_of(plain[i].arms[0]), bits_of(beside[i].arms[0])) << i;
        EXPECT_NE(bits_of(plain[i].arms[1]), bits_of(beside[i].arms[1])) << i;
    }
}

TEST(rival_memory, what_is_not_measured_is_no_failure) {
    for (const PersonResult& person : results(rival_plan())) {
        EXPECT_TRUE(person.failures.empty());
        const ArmResult& arm = person.arms[1];
        EXPECT_EQ(arm.departs, 0);  // another memory from birth on
        EXPECT_TRUE(arm.templates.empty());
        for (const life::Summary& summary : arm.chapters) EXPECT_TRUE(std::isnan(summary.charge));
        for (const MomentRow& row : arm.moments) EXPECT_TRUE(std::isnan(row.meeting.resemblance));
    }
}

TEST(rival_memory, counts_in_the_hash_of_a_plan_only_where_it_is_there) {
    std::set<std::string> hashes{plan_hash(small_plan(), "1"), plan_hash(rival_plan(), "1")};
    RunPlan set = rival_plan();
    rival_of(set, 1).settings = {{"rescorla_wagner.salience", 0.1}};
    hashes.insert(plan_hash(set, "1"));
    rival_of(set, 1).settings = {{"rescorla_wagner.rate_absent", 0.1}};
    hashes.insert(plan_hash(set, "1"));
    EXPECT_EQ(hashes.size(), 4U);
}

TEST(rival_memory, scenes_say_whose_memory_it_is_and_show_no_templates) {
    const RunPlan plan = rival_plan();
    const std::vector<Scene> chosen = engine::scenes(plan, 0, 1);
    ASSERT_FALSE(chosen.empty());
    int encounters = 0;
    for (const Scene& scene : chosen) {
        EXPECT_EQ(scene.learner, "rescorla-wagner");
        EXPECT_TRUE(scene.templates_before.empty());
        EXPECT_TRUE(scene.templates_after.empty());
        for (const SceneNumber& number : numbers(scene)) {
            EXPECT_EQ(number.name.find("taught"), std::string::npos) << number.name;
        }
        if (!scene.encounter) continue;
        ++encounters;
        EXPECT_EQ(scene.encounter->taught.number, -1);
        EXPECT_EQ(scene.encounter->taught.expected, scene.encounter->meeting.bodily);
        EXPECT_GE(scene.encounter->taught.predicted_after, 0);
        EXPECT_LE(scene.encounter->taught.predicted_after, 1);
    }
    EXPECT_GT(encounters, 1);
    for (const Scene& scene : engine::scenes(plan, 0, 0)) EXPECT_TRUE(scene.learner.empty());
}

}  // namespace
}  // namespace nearness::engine
