#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

constexpr int ordinary = 0, warm = 1, cool = 2;

Met on(int day, double use, double attention = 0.5) {
    Met one;
    one.meeting.day = day;
    one.meeting.use = use;
    one.meeting.attention = attention;
    return one;
}

// Warm and cool days in an order that a coin could have made, ordinary ones between.
MadeLife days_of(double on_warm, double on_cool, double on_ordinary) {
    MadeLife life;
    life.scenario.chapters[0].days = life::Days{{0.9, 1.4}, {0.6, 0.6}};
    std::uint32_t coin = 12345;
    for (int i = 0; i < 120; ++i) {
        coin = coin * 1664525U + 1013904223U;
        if (i % 2 != 0) {
            life.met.push_back(on(ordinary, on_ordinary, 0.75));
        } else if ((coin >> 31U) == 0) {
            life.met.push_back(on(warm, on_warm, 0.9));
        } else {
            life.met.push_back(on(cool, on_cool, 0.6));
        }
    }
    return life;
}

TEST(of_days, use_is_averaged_by_kind_of_day_and_by_that_of_the_day_before) {
    MadeLife life;
    life.met = {on(warm, 0.4), on(ordinary, 0.3), on(cool, 0.1), on(ordinary, 0.2), on(warm, 0.6)};
    EXPECT_DOUBLE_EQ(life.take("use_on_days", {{"day", 1}}), 0.5);
    EXPECT_DOUBLE_EQ(life.take("use_on_days", {{"day", 2}}), 0.1);
    EXPECT_DOUBLE_EQ(life.take("use_on_days", {{"day", 0}}), 0.25);
    EXPECT_DOUBLE_EQ(life.take("use_after_days", {{"day", 1}}), 0.3);  // the last day has none after it
    EXPECT_DOUBLE_EQ(life.take("use_after_days", {{"day", 2}}), 0.2);
    EXPECT_DOUBLE_EQ(life.take("use_after_days", {{"day", 0}}), 0.35);
    EXPECT_TRUE(std::isnan(MadeLife{}.take("use_on_days", {{"day", 1}})));
}

TEST(of_days, a_diary_without_error_has_the_slope_that_was_put_in) {
    // Warmth is 0.5 (attention + offer/2): 0.8 on warm days, 0.45 on cool, 0.625 between. Use is half of it.
    const MadeLife life = days_of(0.4, 0.225, 0.3125);
    EXPECT_NEAR(life.take("diary_slope", {{"days", 120}, {"noise", 0}, {"missing", 0}}), 0.5, 1e-9);
    EXPECT_EQ(life.take("diary_found", {{"days", 120}, {"noise", 0.02}}), 1);
}

TEST(of_days, error_in_reported_warmth_makes_the_slope_smaller_and_a_reversed_one_is_not_found) {
    const MadeLife life = days_of(0.4, 0.225, 0.3125);
    EXPECT_LT(life.take("diary_slope", {{"days", 120}, {"noise", 0.1}, {"missing", 0}}), 0.48);
    EXPECT_EQ(days_of(0.225, 0.4, 0.3125).take("diary_found", {{"days", 120}, {"noise", 0.02}}), 0);
}

TEST(of_days, the_diary_of_an_autoregression_shows_nothing_beyond_chance) {
    MadeLife life = days_of(0.7, 0.1, 0.4);
    int found = 0, found_in_null = 0;
    for (std::uint32_t person = 0; person < 400; ++person) {
        const life::Prepared prepared = life::Prepared::from(life.scenario);
        const Lived lived{prepared, 1, person, 0, life.summary, life.state, life.state, life.met, {}};
        found += take({"diary_found", {}, {}}, lived) > 0.5;
        found_in_null += take({"diary_found", {{"null", 1}}, {}}, lived) > 0.5;
    }
    EXPECT_GT(found, 360);
    EXPECT_LT(found_in_null, 30);  // 2.5 % are 10; binomial, more than 25 comes once in a hundred thousand times
    EXPECT_GT(found_in_null, 1);
}

TEST(of_days, too_few_days_say_nothing) {
    const MadeLife life = days_of(0.4, 0.2, 0.3);
    EXPECT_TRUE(std::isnan(life.take("diary_slope", {{"days", 8}, {"missing", 0}})));
}

}  // namespace
}  // namespace nearness::claims
