#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

TEST(given_the_same, care_grows_with_warmth_where_nothing_hurts_and_not_with_what_was_before) {
    MadeLife life;
    std::get<world::Partner>(life.scenario.others[0].other.kind) = {};
    life.scenario.others[0].other.responsive = 1;
    life.state.person.bond.care = 0.9;
    const double care = life.take("care_after_warmth", {{"warmth", 10}, {"start", 0.2}});
    // care' = 0.02·felt·responsive·(1 − care); the last encounter may bring a little more than was asked.
    EXPECT_GT(care, 1 - 0.8 * std::exp(-0.02 * 10));
    EXPECT_LT(care, 1 - 0.8 * std::exp(-0.02 * 11.1));
    life.state.person.bond.care = 0.1;
    life.state.person.bond.need = 0.1;
    EXPECT_NEAR(life.take("care_after_warmth", {{"warmth", 10}, {"start", 0.2}}), care, 0.02);
}

TEST(given_the_same, nobody_grows_warm_with_somebody_who_never_responds) {
    MadeLife life;
    life.scenario.others[0].other.responsive = 0;
    EXPECT_TRUE(std::isnan(life.take("care_after_warmth")));
}

TEST(given_the_same, hurts_are_counted_until_the_alarm_rings) {
    MadeLife alarmed, calm;
    alarmed.learn({0.5, 0, 0, 0, 0});  // 0.4 at closeness 0.8
    EXPECT_EQ(alarmed.take("hurts_to_alarm"), 0);
    const double slow = calm.take("hurts_to_alarm", {{"strength", 0.5}}), fast = calm.take("hurts_to_alarm");
    EXPECT_GT(fast, 1);
    EXPECT_GT(slow, fast);
    EXPECT_LT(slow, 100);
    EXPECT_EQ(calm.take("hurts_to_alarm", {{"strength", 0}, {"most", 30}}), 30);
}

TEST(given_the_same, whoever_was_hurt_before_needs_fewer_hurts) {
    MadeLife calm, nearly;
    nearly.learn({0.4, 0, 0, 0, 0});
    EXPECT_LT(nearly.take("hurts_to_alarm"), calm.take("hurts_to_alarm"));
}

TEST(given_the_same, one_integrated_template_loses_the_same_share_with_every_safe_moment) {
    MadeLife life;
    life.learn({0.7, 0, 0, 0, 0});
    const auto x = person::perceive(0.8, person::Openness<double>{}, 0.85);
    double squares = 0;
    for (const double one : x) squares += one * one;
    const double each = 1 - life.parameters().memory.safety_rate * squares;
    EXPECT_NEAR(life.take("kept_after_safety", {{"moments", 1}}), each, 1e-3);
    EXPECT_NEAR(life.take("kept_after_safety", {{"moments", 20}}), std::pow(each, 20), 1e-2);
}

TEST(given_the_same, who_predicts_nothing_keeps_nothing) {
    EXPECT_TRUE(std::isnan(MadeLife().take("kept_after_safety")));
}

}  // namespace
}  // namespace nearness::claims
