#include "nearness/body/arousal.hpp"

#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::body {
namespace {

using Body = Arousal<double>;
using properties::number;
constexpr double exact = 1e-14;  // a few roundings of numbers up to 1

TEST(arousal, it_approaches_what_is_predicted_with_its_time_constant) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 5.0);
    double a = 0.1;
    for (int i = 1; i <= 12; ++i) {
        a = Body::advance(derived, a, 0.8, 0.0);
        EXPECT_NEAR(a, 0.8 + (0.1 - 0.8) * std::exp(-5.0 * i / 15.0), exact);
    }
}

TEST(arousal, one_long_beat_is_two_short_ones) {
    const Parameters<double> parameters;
    EXPECT_TRUE(properties::hold([&] {
        const double beat = number(0.1, 60), first = beat * number(0.01, 0.99);
        const double start = number(0, 1), predicted = number(0, 1), relief = number(0, 1);
        const double once = Body::advance(Derived<double>::from(parameters, beat), start, predicted, relief);
        const double half = Body::advance(Derived<double>::from(parameters, first), start, predicted, relief);
        const double twice = Body::advance(Derived<double>::from(parameters, beat - first), half, predicted, relief);
        RC_ASSERT(std::abs(once - twice) < exact);
    }));
}

TEST(arousal, it_stays_between_nothing_and_everything) {
    EXPECT_TRUE(properties::hold([] {
        const Parameters<double> parameters;
        const auto derived = Derived<double>::from(parameters, number(0.1, 1000));
        const double a = Body::advance(derived, number(0, 1), number(0, 1), number(0, 1));
        RC_ASSERT(a >= 0.0 && a <= 1.0);
    }));
}

TEST(arousal, relief_lowers_it_but_not_below_zero) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 5.0);
    EXPECT_LT(Body::advance(derived, 0.5, 0.8, 0.3), Body::advance(derived, 0.5, 0.8, 0.0));
    EXPECT_EQ(Body::advance(derived, 0.0, 0.2, 0.9), 0.0);
}

TEST(arousal, the_alarm_is_even_at_the_threshold_and_guard_moves_the_threshold) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 5.0);
    EXPECT_NEAR(Body::alarm(parameters, derived, 0.35, 0.0), 0.5, exact);
    EXPECT_NEAR(Body::alarm(parameters, derived, 0.35 - 0.12 * 0.5, 0.12 * 0.5), 0.5, exact);
    // Φ(1) and Φ(−2), one and two widths away.
    EXPECT_NEAR(Body::alarm(parameters, derived, 0.35 + 0.06, 0.0), 0.84134474606854293, exact);
    EXPECT_NEAR(Body::alarm(parameters, derived, 0.35 - 0.12, 0.0), 0.022750131948179207, exact);
}

TEST(arousal, numbing_is_logistic_around_its_threshold) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 5.0);
    EXPECT_NEAR(Body::numbing(parameters, derived, 0.75), 0.5, exact);
    EXPECT_NEAR(Body::numbing(parameters, derived, 0.8), 1 / (1 + std::exp(-1.0)), exact);
    EXPECT_NEAR(Body::numbing(parameters, derived, 0.0), 1 / (1 + std::exp(15.0)), exact);
}

TEST(arousal, the_window_of_tolerance_widens_until_eighteen) {
    const Parameters<double> parameters;
    EXPECT_NEAR(Body::capacity(parameters, 0.0), 0.35, exact);
    EXPECT_NEAR(Body::capacity(parameters, 9 * 365.0), 0.525, exact);
    EXPECT_NEAR(Body::capacity(parameters, 18 * 365.0), 0.70, exact);
    EXPECT_NEAR(Body::capacity(parameters, 60 * 365.0), 0.70, exact);
}

TEST(arousal, what_is_lived_can_be_told_from_three_and_fully_from_seven) {
    EXPECT_EQ(verbal(2.9 * 365), 0.0);
    EXPECT_NEAR(verbal(5.0 * 365), 0.5, exact);
    EXPECT_EQ(verbal(7.0 * 365), 1.0);
    EXPECT_EQ(verbal(70.0 * 365), 1.0);
}

TEST(arousal, overwhelm_is_the_share_of_what_lies_beyond_the_window) {
    EXPECT_EQ(Body::overwhelm(0.3, 0.3, 0.7), 0.0);
    EXPECT_NEAR(Body::overwhelm(0.5, 0.35, 0.7), 0.5, exact);
    EXPECT_EQ(Body::overwhelm(0.9, 0.9, 0.7), 1.0);
}

TEST(arousal, an_outcome_without_arousal_is_the_pain_that_was_met) {
    const Parameters<double> parameters;
    for (const double pain : {0.0, 0.4, 1.0}) EXPECT_NEAR(Body::outcome(parameters, pain, 0.1, 1.0, 0.7), pain, exact);
}

TEST(arousal, an_alarm_is_itself_unpleasant_and_beyond_the_window_it_is_harm) {
    const Parameters<double> parameters;
    EXPECT_NEAR(Body::outcome(parameters, 0.0, 0.6, 0.5, 0.7), 0.3 * 0.5 * 0.5, exact);
    EXPECT_NEAR(Body::outcome(parameters, 0.2, 0.85, 1.0, 0.7), 1 - 0.8 * (1 - 0.3 * 0.75) * (1 - 0.6 * 0.5), exact);
}

TEST(arousal, an_outcome_is_at_least_the_pain_and_at_most_one) {
    EXPECT_TRUE(properties::hold([] {
        const Parameters<double> parameters;
        const double pain = number(0, 1);
        const double r = Body::outcome(parameters, pain, number(0, 1), number(0, 1), number(0, 0.95));
        RC_ASSERT(r >= pain - exact && r <= 1.0);
    }));
}

// (body.4): with a look-ahead of one time constant the alarm hears what is predicted, not yet felt; falling is not hurried.
TEST(arousal, the_alarm_may_listen_ahead_of_rising_arousal) {
    Parameters<double> parameters;
    EXPECT_EQ(Body::ahead(Derived<double>::from(parameters, 5.0), 0.2, 0.8, 0.0), 0.2);
    parameters.anticipation = 15;
    const auto derived = Derived<double>::from(parameters, 5.0);
    EXPECT_NEAR(Body::ahead(derived, 0.2, 0.8, 0.0), 0.8, exact);
    EXPECT_NEAR(Body::ahead(derived, 0.2, 0.8, 0.1), 0.7, exact);
    EXPECT_EQ(Body::ahead(derived, 0.8, 0.2, 0.0), 0.8);
    parameters.anticipation = 60;
    EXPECT_NEAR(Body::ahead(Derived<double>::from(parameters, 5.0), 0.2, 0.3, 0.0), 0.2 + 4 * 0.1, exact);
}

// (body.5)
TEST(arousal, numbness_may_spare_what_the_body_registers) {
    Parameters<double> parameters;
    EXPECT_NEAR(Body::registered(parameters, 0.3, 0.5), 0.55, exact);
    parameters.numbing_spares = 1;
    EXPECT_NEAR(Body::registered(parameters, 0.3, 0.5), 0.7, exact);  // the strategy's part stays
    EXPECT_EQ(Body::registered(parameters, 0.0, 1.0), 1.0);
}

}  // namespace
}  // namespace nearness::body
