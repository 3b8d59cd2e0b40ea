#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

const std::vector<std::pair<std::string, double>> exactly = {{"noise", 0}, {"missing", 0}};

// Closeness rises from 0.2 to 0.8, threat is half of it, distancing falls as threat rises, friction never changes.
MadeLife days(int n = 600) {
    MadeLife life;
    for (int i = 0; i < n; ++i) {
        Met one;
        one.meeting.mean_closeness = 0.2 + 0.6 * i / (n - 1);
        one.meeting.reported = 0.5 * one.meeting.mean_closeness;
        one.meeting.use = 0.7 - one.meeting.reported;
        one.meeting.friction = 0.25;
        one.meeting.attention = 0.8;
        one.meeting.pain = 0.25;
        life.met.push_back(one);
    }
    return life;
}

TEST(observed_days, without_noise_and_gaps_everything_is_seen_as_it_is) {
    const MadeLife life = days();
    EXPECT_NEAR(life.take("seen_closeness", exactly), 0.5, 1e-12);
    EXPECT_NEAR(life.take("seen_threat", exactly), 0.25, 1e-12);
    EXPECT_NEAR(life.take("seen_distancing", exactly), 0.45, 1e-12);
    EXPECT_NEAR(life.take("seen_friction", exactly), 0.25, 1e-12);
    EXPECT_NEAR(life.take("seen_warmth", exactly), 0.6, 1e-12);
    EXPECT_NEAR(life.take("seen_closeness_trend", exactly), 0.4, 0.01);  // thirds of a straight line are 2/3 apart
    EXPECT_NEAR(life.take("seen_threat_trend", exactly), 0.2, 0.01);
    EXPECT_NEAR(life.take("seen_threat_with_closeness", exactly), 1, 1e-9);
    EXPECT_NEAR(life.take("seen_threat_with_distancing", exactly), -1, 1e-9);
    EXPECT_EQ(life.take("seen_warmth_with_distancing", exactly), 0);  // warmth never varies
}

TEST(observed_days, noise_lowers_a_correlation_by_the_reliability_of_its_sides) {
    const MadeLife life = days(4000);
    const double s = 0.6 / std::sqrt(12.0), t = 0.5 * s;  // standard deviations of closeness and threat
    const double reliable = s / std::sqrt(s * s + 0.0025) * t / std::sqrt(t * t + 0.0025);
    EXPECT_NEAR(life.take("seen_threat_with_closeness", {{"noise", 0.05}, {"missing", 0}}), reliable, 0.02);
    EXPECT_NEAR(life.take("seen_closeness", {{"noise", 0.1}, {"missing", 0}}), 0.5, 0.01);
}

TEST(observed_days, answers_are_missing_at_random_and_say_nothing) {
    const MadeLife life = days(4000);
    const double seen = life.take("seen_closeness", {{"noise", 0}, {"missing", 0.9}});
    EXPECT_NE(seen, life.take("seen_closeness", exactly));
    EXPECT_NEAR(seen, 0.5, 0.04);
    EXPECT_NEAR(life.take("seen_threat_with_closeness", {{"noise", 0}, {"missing", 0.5}}), 1, 1e-9);
}

TEST(days_of_wishing, use_is_averaged_over_the_days_of_the_stronger_wish) {
    MadeLife life;
    life.met = {encounter(0.1, 0.9), encounter(0.5, 0.2), encounter(0.7, 0.4), encounter(0.3, 0.8)};
    EXPECT_NEAR(life.take("use_when_wishing"), 0.3, 1e-12);  // wishes 0.5 and 0.7
    life.met.clear();
    EXPECT_TRUE(std::isnan(life.take("use_when_wishing")));
}

TEST(days_of_wishing, the_largest_arousal_has_its_window_too) {
    MadeLife life;
    for (int i = 0; i < 26; ++i) {
        Met one;
        one.meeting.arousal = i;
        life.met.push_back(one);
    }
    EXPECT_EQ(life.take("window_arousal", {{"from", 0}, {"until", 0.03}}), 0);     // the first encounter
    EXPECT_EQ(life.take("window_arousal", {{"from", 0.08}, {"until", 0.11}}), 2);  // the third
}

}  // namespace
}  // namespace nearness::claims
