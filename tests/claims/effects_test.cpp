// Closed forms: numbers small enough to be worked out by hand, and orthogonal columns whose covariances are exactly 0.
#include "nearness/claims/effects.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace nearness::claims {
namespace {

std::vector<int> everybody(std::size_t n) {
    std::vector<int> persons(n);
    std::iota(persons.begin(), persons.end(), 0);
    return persons;
}

double of(Effect effect, const Sides& sides) { return effect_of(effect, sides, everybody(sides.of.front()->size())); }

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Three columns of eight with mean 0, variance 1 and no covariance.
const Column a = {1, 1, 1, 1, -1, -1, -1, -1}, b = {1, 1, -1, -1, 1, 1, -1, -1}, c = {1, -1, 1, -1, 1, -1, 1, -1};

Column plus(double i, const Column& x, double j, const Column& y, double constant = 0) {
    Column out(x.size());
    for (std::size_t n = 0; n < x.size(); ++n) out[n] = i * x[n] + j * y[n] + constant;
    return out;
}

TEST(effects, a_difference_is_the_mean_within_persons_and_of_several_arms_the_least) {
    const Column x = {3, 5, 7}, y = {1, 2, 3}, z = {4, 4, 4};
    EXPECT_DOUBLE_EQ(of(Effect::difference, {.of = {&x}, .against = {&y}}), 3);
    EXPECT_DOUBLE_EQ(of(Effect::difference, {.of = {&x, &z}, .against = {&y}}), 2);
    EXPECT_DOUBLE_EQ(of(Effect::difference, {.of = {&x, &z}, .against = {&y, &z}}), 0);
    EXPECT_DOUBLE_EQ(of(Effect::standardised, {.of = {&x}, .against = {&y}, .spread = 1.5}), 2);
    EXPECT_TRUE(std::isnan(of(Effect::standardised, {.of = {&x}, .against = {&y}, .spread = 0})));
}

TEST(effects, means_and_ratios_of_several_arms_are_the_least) {
    const Column x = {3, 5, 7}, y = {1, 2, 3}, zero = {0, 0, 0};
    EXPECT_DOUBLE_EQ(of(Effect::mean, {.of = {&x}}), 5);
    EXPECT_DOUBLE_EQ(of(Effect::mean, {.of = {&x, &y}}), 2);
    EXPECT_DOUBLE_EQ(of(Effect::ratio, {.of = {&x}, .against = {&y}}), 2.5);
    EXPECT_DOUBLE_EQ(of(Effect::ratio, {.of = {&x, &y}, .against = {&y}}), 1);
    EXPECT_TRUE(std::isnan(of(Effect::ratio, {.of = {&x}, .against = {&zero}})));
}

TEST(effects, a_claim_has_to_hold_in_each_of_its_arms) {
    const Column x = {3, 5, 7}, y = {-6, -6, -6};
    EXPECT_DOUBLE_EQ(of(Effect::mean, {.of = {&x, &y}, .worst = Worst::least}), -6);
    EXPECT_DOUBLE_EQ(of(Effect::mean, {.of = {&x, &y}, .worst = Worst::largest}), 5);
    EXPECT_DOUBLE_EQ(of(Effect::mean, {.of = {&x, &y}, .worst = Worst::furthest}), -6);
    EXPECT_EQ(worst_for({.at_least = 0.3}), Worst::least);
    EXPECT_EQ(worst_for({.at_most = 0.3}), Worst::largest);
    EXPECT_EQ(worst_for({-0.1, 0.1, true}), Worst::furthest);
}

TEST(effects, a_share_counts_those_at_or_beyond_a_value) {
    const Column x = {1, 2, 3, 4, 5};
    EXPECT_DOUBLE_EQ(of(Effect::share, {.of = {&x}, .beyond = 4}), 0.4);
    EXPECT_DOUBLE_EQ(of(Effect::share, {.of = {&x}, .beyond = 4, .below = true}), 0.8);
}

TEST(effects, correlation_is_pearsons_over_all_persons_of_all_arms) {
    const Column x = {1, 2, 3, 4}, y = {1, 3, 2, 4};
    EXPECT_NEAR(of(Effect::correlation, {.of = {&x}, .with = {&y}}), 0.8, 1e-14);
    EXPECT_NEAR(of(Effect::explained, {.of = {&x}, .with = {&y}}), 0.64, 1e-14);
    // 3a + 4b and a share 3/5 of a standard deviation.
    const Column mixed = plus(3, a, 4, b);
    EXPECT_NEAR(of(Effect::correlation, {.of = {&mixed}, .with = {&a}}), 0.6, 1e-14);
    // No relation within two arms, one between them: over both together r = 1/√2.
    const Column low = plus(1, a, 0, b), high = plus(1, a, 0, b, 2), none(8, 0), two(8, 2);
    EXPECT_NEAR(of(Effect::correlation, {.of = {&low, &high}, .with = {&none, &two}}), std::sqrt(0.5), 1e-14);
    EXPECT_TRUE(std::isnan(of(Effect::correlation, {.of = {&low}, .with = {&none}})));
}

TEST(effects, rank_correlation_sees_order_alone_and_puts_ties_at_their_middle) {
    const Column x = {1, 2, 3, 4}, bent = {1, 10, 100, 1000}, tied = {1, 2, 2, 3};
    EXPECT_NEAR(of(Effect::rank_correlation, {.of = {&x}, .with = {&bent}}), 1, 1e-14);
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5/4, variances 4.5/4 and 5/4.
    EXPECT_NEAR(of(Effect::rank_correlation, {.of = {&tied}, .with = {&x}}), std::sqrt(0.9), 1e-14);
}

TEST(effects, a_slope_is_least_squares_whatever_the_noise_that_has_nothing_to_do_with_it) {
    const Column x = plus(2, a, 5, b, 7);
    EXPECT_NEAR(of(Effect::slope, {.of = {&x}, .with = {&a}}), 2, 1e-14);
}

TEST(effects, ordered_is_the_smallest_step_in_the_order_listed) {
    const Column low = {0, 2}, middle = {1, 3}, high = {4, 6};
    EXPECT_DOUBLE_EQ(of(Effect::ordered, {.of = {&low, &middle, &high}}), 1);
    EXPECT_DOUBLE_EQ(of(Effect::ordered, {.of = {&low, &high, &middle}}), -3);
}

TEST(effects, mediated_is_the_share_of_a_slope_that_goes_through_the_mediator) {
    // m = 2a + b; x = 3a + 4m + c: of the slope 3 + 4·2 on a, 8 go through m.
    const Column m = plus(2, a, 1, b), direct = plus(3, a, 1, c), x = plus(1, direct, 4, m);
    EXPECT_NEAR(of(Effect::mediated, {.of = {&x}, .with = {&a}, .besides = {&m}}), 8.0 / 11.0, 1e-12);
    const Column wholly = plus(4, m, 1, c);
    EXPECT_NEAR(of(Effect::mediated, {.of = {&wholly}, .with = {&a}, .besides = {&m}}), 1, 1e-12);
    EXPECT_NEAR(of(Effect::mediated, {.of = {&direct}, .with = {&a}, .besides = {&m}}), 0, 1e-12);
}

// Of normal arms that differ by d standard deviations in one measure, Φ(d/2) are recognised by it.
Column normal_quantiles(double mean) {
    constexpr int n = 400;
    Column out;
    for (int i = 0; i < n; ++i) {
        double low = -8, high = 8;  // bisection of Φ
        for (int step = 0; step < 60; ++step) {
            const double middle = 0.5 * (low + high);
            (0.5 * std::erfc(-middle / std::sqrt(2.0)) < (i + 0.5) / n ? low : high) = middle;
        }
        out.push_back(mean + low);
    }
    return out;
}

TEST(effects, arms_are_told_apart_as_often_as_normal_distributions_can_be) {
    const Column here = normal_quantiles(0), there = normal_quantiles(2);
    EXPECT_NEAR(of(Effect::told_apart, {.of = {&here, &there}}), 0.8413, 0.01);
    const Column far = normal_quantiles(20);
    EXPECT_EQ(of(Effect::told_apart, {.of = {&here, &far}}), 1);
    // A third arm that looks like the first is what the worst-recognised arm shows.
    EXPECT_LT(of(Effect::told_apart, {.of = {&here, &far, &here}}), 0.5);
    // Unless a further measure parts them: measures of `besides` go arm by arm.
    EXPECT_EQ(of(Effect::told_apart, {.of = {&here, &far, &here}, .besides = {&here, &here, &far}}), 1);
    // No person helps to recognise themself: in arms that are the same, nobody is nearer to the others of their own.
    EXPECT_LT(of(Effect::told_apart, {.of = {&here, &here}}), 0.5);
}

TEST(effects, persons_with_something_unmeasured_are_left_out_and_counted) {
    const Column x = {1, missing, 3, 4}, y = {1, 2, missing, 1};
    const Sides sides = {.of = {&x}, .against = {&y}};
    EXPECT_EQ(measured(sides), (std::vector<int>{0, 3}));
    const Estimate estimated = estimate(Effect::difference, sides, 1);
    EXPECT_EQ(estimated.persons, 2);
    EXPECT_DOUBLE_EQ(estimated.value, 1.5);
}

TEST(effects, the_interval_of_a_mean_is_that_of_normal_theory) {
    const Column x = normal_quantiles(5);
    const Estimate estimated = estimate(Effect::mean, {.of = {&x}}, 1);
    EXPECT_NEAR(estimated.error, 1.0 / 20, 0.004);  // 1/√400
    EXPECT_NEAR(estimated.low, 5 - 1.96 / 20, 0.015);
    EXPECT_NEAR(estimated.high, 5 + 1.96 / 20, 0.015);
    EXPECT_EQ(estimate(Effect::mean, {.of = {&x}}, 1).low, estimated.low);
    EXPECT_NE(estimate(Effect::mean, {.of = {&x}}, 2).low, estimated.low);
}

TEST(effects, a_difference_of_pairs_is_surer_than_its_arms) {
    const Column x = normal_quantiles(0), y = plus(1, x, 0, x, 1);
    EXPECT_NEAR(estimate(Effect::difference, {.of = {&y}, .against = {&x}}, 1).error, 0, 1e-12);
    EXPECT_GT(estimate(Effect::mean, {.of = {&x}}, 1).error, 0.04);
}

TEST(effects, shares_have_wilsons_interval) {
    const Column eight_of_ten = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0};
    const Estimate some = estimate(Effect::share, {.of = {&eight_of_ten}, .beyond = 1}, 1);
    EXPECT_DOUBLE_EQ(some.value, 0.8);
    EXPECT_NEAR(some.low, 0.4902, 1e-4);  // Wilson 1927, z = 1.96
    EXPECT_NEAR(some.high, 0.9433, 1e-4);
    const Estimate none = estimate(Effect::share, {.of = {&eight_of_ten}, .beyond = 2}, 1);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 0.2775, 1e-4);
}

}  // namespace
}  // namespace nearness::claims
