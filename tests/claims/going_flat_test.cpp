#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

TEST(going_flat, without_anything_learned_nothing_is_lost_and_nothing_returns) {
    const MadeLife life;
    EXPECT_NEAR(life.take("flat_by"), 0, 1e-5);
    EXPECT_TRUE(std::isnan(life.take("flat_calms")));
    EXPECT_TRUE(std::isnan(life.take("flat_lags")));
}

// Predicted pain 1.5·f·c. At full closeness arousal settles where 1.5·f = a and f = 1 − 0.9 logistic((a − 0.75)/0.05).
TEST(going_flat, feeling_settles_where_numbing_and_alarm_hold_each_other) {
    MadeLife life;
    life.learn({1.5, 0, 0, 0, 0});
    double low = 0.1, high = 1;
    for (int step = 0; step < 60; ++step) {
        const double felt = 0.5 * (low + high);
        const double left = 1 - 0.9 / (1 + std::exp(-(1.5 * felt - 0.75) / 0.05));
        (left > felt ? low : high) = felt;
    }
    EXPECT_NEAR(life.take("flat_course", {{"minute", 8}}), low, 0.01);
    EXPECT_NEAR(life.take("flat_course", {{"minute", 0}}), 1, 1e-5);
    EXPECT_NEAR(life.take("flat_course", {{"minute", 13}}), 1, 0.02);
    EXPECT_GE(life.take("flat_by"), 1 - low - 0.01);
    EXPECT_GT(life.take("flat_lags"), 0);  // arousal comes fifteen seconds late on both ways
}

TEST(going_flat, without_numbing_feeling_stays) {
    MadeLife life;
    life.learn({1.5, 0, 0, 0, 0});
    person::KnockOuts without;
    without.add(person::Module::numbing);
    life.parameters().knock_out(without);
    EXPECT_EQ(life.take("flat_by"), 0);
}

}  // namespace
}  // namespace nearness::claims
