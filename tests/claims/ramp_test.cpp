#include "claims/made_life.hpp"

namespace nearness::claims {
namespace {

// The body answers at once and the alarm is a step, so protection sets in at the first closeness with V > θ.
MadeLife sharp() {
    MadeLife life;
    life.parameters().body.arousal_time = 0.1;
    life.parameters().body.width = 1e-4;
    return life;
}

TEST(ramp, where_only_closeness_threatens_every_ramp_ends_where_predicted_pain_passes_the_threshold) {
    MadeLife life = sharp();
    life.learn({0.7, 0, 0, 0, 0});  // 0.7 c > 0.35 from c = 0.5 on; a beat is 1/120 of the ramp
    EXPECT_NEAR(life.take("ramp_midpoint"), 0.5, 1.5 / 120);
    EXPECT_LT(life.take("ramp_width"), 1.5 / 120);
    EXPECT_EQ(life.take("ramp_share", {{"closeness", 0.48}}), 0);
    EXPECT_EQ(life.take("ramp_share", {{"closeness", 0.53}}), 1);
}

TEST(ramp, where_openness_threatens_the_half_of_the_days_with_little_to_be_open_about_stay_unprotected) {
    MadeLife life = sharp();
    life.learn({0, 0, 0.7, 0, 0});
    EXPECT_NEAR(life.take("ramp_share", {{"ramps", 2000}}), 0.5, 0.04);
    EXPECT_EQ(life.take("ramp_width"), 1);
    EXPECT_EQ(life.take("ramp_share", {{"difficulty", 1}}), 1);
    EXPECT_EQ(life.take("ramp_share", {{"difficulty", 0.3}}), 0);
}

TEST(ramp, a_slow_body_is_later_and_drawn_attention_makes_it_wider) {
    MadeLife at_once = sharp(), slow = sharp();
    slow.parameters().body.arousal_time = 60;
    for (MadeLife* life : {&at_once, &slow}) life->learn({0.35, 0.35, 0, 0, 0});
    EXPECT_GT(slow.take("ramp_midpoint"), at_once.take("ramp_midpoint") + 0.05);
    EXPECT_GT(at_once.take("ramp_width"), 0.1);
}

TEST(ramp, whoever_fears_nothing_or_has_protectors_that_stand_down_never_protects) {
    MadeLife fearless = sharp(), trusting = sharp();
    trusting.learn({0.7, 0, 0, 0, 0});
    for (double& trust : trusting.state.person.protection.trust) trust = 1;
    for (const MadeLife* life : {&fearless, &trusting}) {
        EXPECT_EQ(life->take("ramp_share"), 0);
        EXPECT_EQ(life->take("ramp_midpoint"), 1);
        EXPECT_EQ(life->take("ramp_width"), 1);
    }
}

}  // namespace
}  // namespace nearness::claims
