#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

MadeLife after_a_childhood() {
    MadeLife life;
    life.scenario.others.push_back(lives::av_caregiver());
    life.scenario.chapters.insert(life.scenario.chapters.begin(), lives::chapter("childhood", 200, 5000, 4, 1));
    return life;
}

double take(const MadeLife& life, const std::string& name, const std::string& other = {}) {
    const life::Prepared prepared = life::Prepared::from(life.scenario);
    return claims::take({name, {}, other}, {prepared, 1, 0, 1, life.summary, life.state, life.state, life.met, {}});
}

TEST(of_the_arm, the_caregiver_is_described_wherever_in_the_life_one_looks) {
    const MadeLife life = after_a_childhood();
    EXPECT_DOUBLE_EQ(take(life, "caregiver_onset"), 0.35);
    EXPECT_DOUBLE_EQ(take(life, "adversity"), (0.6 + 0.3 + 0.5 + 0.2 + 0.1) / 5);
}

TEST(of_the_arm, a_life_without_a_caregiver_has_none_of_their_attributes) {
    EXPECT_TRUE(std::isnan(MadeLife{}.take("caregiver_onset")));
    EXPECT_TRUE(std::isnan(MadeLife{}.take("adversity")));
    EXPECT_TRUE(std::isnan(MadeLife{}.take("likeness")));
}

TEST(of_the_arm, likeness_is_one_with_the_caregiver_and_falls_with_the_distance_from_them) {
    const MadeLife life = after_a_childhood();
    EXPECT_DOUBLE_EQ(take(life, "likeness", "caregiver"), 1);
    // The partner: steady 0.15 against 0.2, (0.7, 0.6) against (0.2, 0.2).
    EXPECT_DOUBLE_EQ(take(life, "likeness"), 1 - std::sqrt((0.05 * 0.05 + 0.5 * 0.5 + 0.4 * 0.4) / 3));
}

TEST(of_the_arm, safety_width_and_dose_are_those_of_the_plan) {
    MadeLife life;
    life.parameters().memory.context_width = 0.2;
    EXPECT_DOUBLE_EQ(life.take("safety"), 0.75);
    EXPECT_DOUBLE_EQ(life.take("context_width"), 0.2);
    EXPECT_EQ(life.take("dose"), 0);
    life::Plan plan;
    plan.sessions = 7;
    life.scenario.chapters[0].plans = {plan, plan};
    EXPECT_EQ(life.take("dose"), 14);
}

}  // namespace
}  // namespace nearness::claims
