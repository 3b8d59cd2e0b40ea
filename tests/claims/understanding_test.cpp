#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

// Predicts 0.8 c, all of which can be told.
MadeLife afraid() {
    MadeLife life;
    life.learn({0.8, 0, 0, 0, 0});
    return life;
}

TEST(understanding, the_race_is_won_as_often_as_two_lognormal_times_have_it) {
    // With t_R0 = 0.1 both times are 0.1 s and a log-normal one: threat wins with probability Φ(log(3V/D)/(0.3√2)).
    MadeLife life = afraid();
    life.parameters().body.threshold = 0.1;
    const double predicted = 0.8 * 0.25, drive = 1 * (1 - 0.1);
    const double expected = 0.5 * std::erfc(-std::log(3 * predicted / drive) / (0.3 * std::sqrt(2.0)) / std::sqrt(2.0));
    EXPECT_NEAR(life.take("threat_first", {{"closeness", 0.25}, {"insight", 1}, {"delay", 0.1}}), expected, 0.08);
    EXPECT_EQ(life.take("threat_first", {{"closeness", 0.25}, {"insight", 1}, {"delay", 30}}), 1);
    EXPECT_EQ(life.take("threat_first", {{"closeness", 0.25}, {"insight", 0}, {"delay", 0}}), 1);
}

TEST(understanding, where_no_alarm_would_ring_there_is_no_race) {
    EXPECT_TRUE(std::isnan(afraid().take("threat_first", {{"closeness", 0.4}, {"insight", 1}})));
}

TEST(understanding, held_arousal_rises_with_its_time_constant_and_rests_where_reflection_lets_it) {
    const MadeLife life = afraid();
    const double predicted = 0.8 * 0.5, rho = life.scenario.parameters.person.mind.insight_authority;
    EXPECT_NEAR(life.take("arousal_held", {{"closeness", 0.5}, {"after", 15}}), predicted * (1 - std::exp(-1.0)), 1e-4);
    // a = V − ρ(1 − a), once reflection has come.
    EXPECT_NEAR(life.take("arousal_held", {{"closeness", 0.5}, {"insight", 1}, {"after", 36'000}}),
                (predicted - rho) / (1 - rho), 1e-4);
    EXPECT_EQ(life.take("arousal_held", {{"after", 0}}), 0);
}

TEST(understanding, report_parts_from_the_body_as_far_as_insight_and_what_can_be_told_reach) {
    MadeLife life;
    life.learn({0.8, 0, 0, 0, 0}, 0.5);
    life.state.acquaintances[0].expectation = 0.3;
    // insight·e·(V − h)
    EXPECT_NEAR(life.take("parting", {{"closeness", 0.8}, {"insight", 0.6}}), 0.6 * 0.5 * (0.64 - 0.3), 1e-3);
    EXPECT_EQ(life.take("parting"), 0);  // the person's own insight is none
    life.state.person.mind.insight = 0.6;
    EXPECT_NEAR(life.take("parting"), 0.6 * 0.5 * (0.64 - 0.3), 1e-3);
}

}  // namespace
}  // namespace nearness::claims
