#include "nearness/mind/reflection.hpp"

#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::mind {
namespace {

using Mind = Reflection<double>;
using properties::number;
constexpr double exact = 1e-14;

TEST(reflection, it_approaches_its_drive_within_minutes) {
    const Parameters<double> parameters;
    const double step = Mind::step(parameters, 5.0);
    double reflection = 0;
    for (int i = 1; i <= 120; ++i) {
        reflection = Mind::advance(reflection, 0.6, step);
        EXPECT_NEAR(reflection, 0.6 * (1 - std::exp(-5.0 * i / 180.0)), 1e-13);  // 120 roundings
    }
}

TEST(reflection, one_long_beat_is_two_short_ones) {
    EXPECT_TRUE(properties::hold([] {
        const Parameters<double> parameters;
        const double beat = number(0.1, 60), first = beat * number(0, 1), start = number(0, 1), drive = number(0, 1);
        const double once = Mind::advance(start, drive, Mind::step(parameters, beat));
        const double half = Mind::advance(start, drive, Mind::step(parameters, first));
        RC_ASSERT(std::abs(Mind::advance(half, drive, Mind::step(parameters, beat - first)) - once) < exact);
    }));
}

TEST(reflection, it_is_offline_without_insight_without_words_and_in_full_arousal) {
    EXPECT_EQ(Mind::drive(0.0, 1.0, 0.0), 0.0);
    EXPECT_EQ(Mind::drive(1.0, 0.0, 0.0), 0.0);
    EXPECT_EQ(Mind::drive(1.0, 1.0, 1.0), 0.0);
    EXPECT_NEAR(Mind::drive(0.8, 0.5, 0.25), 0.3, exact);
}

TEST(reflection, what_is_reported_moves_from_the_body_to_experience_as_far_as_it_can_be_told) {
    EXPECT_EQ(Mind::reported(0.0, 1.0, 0.9, 0.1), 0.9);
    EXPECT_NEAR(Mind::reported(1.0, 1.0, 0.9, 0.1), 0.1, exact);
    EXPECT_NEAR(Mind::reported(0.5, 0.5, 0.9, 0.1), 0.75 * 0.9 + 0.25 * 0.1, exact);
}

TEST(reflection, experience_with_an_other_is_a_running_mean_of_a_tenth) {
    double h = first_expectation;
    EXPECT_EQ(h, 0.1);
    for (int i = 0; i < 5; ++i) h = Mind::expect(h, 1.0);
    EXPECT_NEAR(h, 1 - 0.9 * std::pow(0.9, 5), exact);
}

TEST(reflection, talk_brings_a_quarter_of_the_insight_that_is_missing) {
    State<double> state;
    for (int i = 1; i <= 12; ++i) {
        Mind::talk(state, 0.25);
        EXPECT_NEAR(state.insight, 1 - std::pow(0.75, i), exact);
    }
}

}  // namespace
}  // namespace nearness::mind
