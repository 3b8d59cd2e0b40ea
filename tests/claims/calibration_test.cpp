#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

Met meeting(double predicted, double pain, double outcome) {
    Met one;
    one.meeting.bodily = predicted;
    one.meeting.pain = pain;
    one.meeting.outcome = outcome;
    return one;
}

MadeLife life_of(std::vector<Met> met) {
    MadeLife life;
    life.met = std::move(met);
    return life;
}

TEST(calibration, the_slope_is_that_of_experience_on_prediction) {
    // Pain is 0.1 + 0.5 of what was predicted, what is learned 0.3 more than twice of it.
    std::vector<Met> met;
    for (const double v : {0.1, 0.2, 0.4}) met.push_back(meeting(v, 0.1 + 0.5 * v, 0.3 + 2 * v));
    const MadeLife life = life_of(met);
    EXPECT_NEAR(life.take("calibration_slope"), 0.5, 1e-12);
    EXPECT_NEAR(life.take("calibration_slope", {{"learned", 1}}), 2, 1e-12);
    EXPECT_NEAR(life.take("prediction_bias"), 0.5 * (0.7 / 3) - 0.1, 1e-12);
}

TEST(calibration, only_the_part_that_is_asked_for_counts) {
    const MadeLife life = life_of({meeting(0.9, 0, 0), meeting(0.9, 0, 0), meeting(0.2, 0.1, 0), meeting(0.4, 0.3, 0)});
    EXPECT_NEAR(life.take("prediction_bias", {{"from", 0.5}}), 0.1, 1e-12);
    EXPECT_TRUE(std::isnan(life.take("calibration_slope", {{"from", 0.5}})));  // two say nothing
}

TEST(calibration, a_prediction_that_never_changes_has_no_slope) {
    const MadeLife life = life_of({meeting(0.3, 0, 0), meeting(0.3, 1, 1), meeting(0.3, 0.5, 1), meeting(0.3, 0, 0)});
    EXPECT_TRUE(std::isnan(life.take("calibration_slope")));
}

}  // namespace
}  // namespace nearness::claims
