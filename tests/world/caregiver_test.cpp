#include "nearness/world/caregiver.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/world/presets.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::world {
namespace {

constexpr double exact = 1e-14;
constexpr Chances<double> nothing_by_chance{0.0, 0.0};
constexpr Chances<double> everything_by_chance{1.0, 1.0};

double on(double y, double onset = 0.35) { return y / (1 + std::exp(-(y - onset) / 0.05)); }

// Closeness 0.8, attention to it 0.6, vulnerability 0.5, seen 0.4; the other's attention today 0.75.
const Peak<double> peak{{0.8, 0.6, 0.5, 0.4, 0.0}, 0.75};

TEST(caregiver, each_adversity_hurts_by_its_own_cue) {
    EXPECT_NEAR(Caregiver{.unavailable = 0.6}.pain(peak, nothing_by_chance), 0.6 * on(0.5) * (1 - 0.375), exact);
    EXPECT_NEAR(Caregiver{.critical = 0.6}.pain(peak, nothing_by_chance), 0.6 * on(0.4), exact);
    EXPECT_NEAR(Caregiver{.enmeshed = 0.6}.pain(peak, nothing_by_chance), 0.6 * on(0.6), exact);
    EXPECT_NEAR(Caregiver{.harm = 0.6}.pain(peak, everything_by_chance), 0.6 * std::min(1.0, 1.5 * on(0.8)), exact);
    EXPECT_NEAR(Caregiver{.unpredictable = 0.6}.pain(peak, everything_by_chance), 0.6 * on(0.8), exact);
}

TEST(caregiver, harm_comes_three_times_in_ten_and_the_unpredictable_every_second_time) {
    const Caregiver harm{.harm = 0.6}, unpredictable{.unpredictable = 0.6};
    const auto drawn = [](const PainDraws& draws) { return Caregiver::chances<double>().drawn(draws); };
    EXPECT_GT(harm.pain(peak, drawn({0.2999, 1.0})), 0.0);
    EXPECT_EQ(harm.pain(peak, drawn({0.3001, 0.0})), 0.0);
    EXPECT_GT(unpredictable.pain(peak, drawn({1.0, 0.4999})), 0.0);
    EXPECT_EQ(unpredictable.pain(peak, drawn({0.0, 0.5001})), 0.0);
}

TEST(caregiver, adversities_together_leave_the_product_of_what_each_leaves) {
    const Caregiver all{.unavailable = 0.6, .unpredictable = 0.3, .critical = 0.5, .enmeshed = 0.2, .harm = 0.1};
    double left = 1;
    for (const Caregiver& one : {Caregiver{.unavailable = 0.6}, Caregiver{.unpredictable = 0.3},
                                 Caregiver{.critical = 0.5}, Caregiver{.enmeshed = 0.2}, Caregiver{.harm = 0.1}}) {
        left *= 1 - one.pain(peak, everything_by_chance);
    }
    EXPECT_NEAR(all.pain(peak, everything_by_chance), 1 - left, exact);
}

TEST(caregiver, undrawn_pain_is_the_expectation_of_what_may_happen) {
    const Caregiver both{.unpredictable = 0.7, .harm = 0.6};
    const double expected =
        0.3 * 0.5 * both.pain(peak, everything_by_chance) + 0.3 * 0.5 * both.pain(peak, Chances<double>{1.0, 0.0}) +
        0.7 * 0.5 * both.pain(peak, Chances<double>{0.0, 1.0}) + 0.7 * 0.5 * both.pain(peak, nothing_by_chance);
    EXPECT_NEAR(both.pain(peak, Caregiver::chances<double>()), expected, exact);
}

TEST(caregiver, adversity_sets_in_with_closeness) {
    const Caregiver harm{.harm = 0.9, .onset = 0.5};
    const auto at = [&](double c) { return harm.pain(Peak<double>{{c, 0, 0, 0, 0}, 1.0}, everything_by_chance); };
    EXPECT_LT(at(0.25), 0.005);
    EXPECT_NEAR(at(0.5), 0.9 * 1.5 * 0.25, exact);
    EXPECT_NEAR(at(1.0), 0.9, 1e-4);  // 1.5 on(1) is above 1
}

TEST(caregiver, a_secure_caregiver_never_hurts) {
    const Other secure = preset("caregiver", "secure");
    EXPECT_EQ(std::get<Caregiver>(secure.kind).pain(peak, everything_by_chance), 0.0);
    EXPECT_EQ(secure.attention, 0.8);
    EXPECT_EQ(secure.responsive, 0.85);
    EXPECT_EQ(secure.steady, 0.7);
    EXPECT_EQ(secure.escape(), 0.5);
}

TEST(caregiver, a_child_can_leave_half_way_and_an_adult_all_the_way) {
    Other other;
    EXPECT_EQ(other.escape(), 1.0);
    other.kind = Caregiver{.escape = 0.25};
    EXPECT_EQ(other.escape(), 0.25);
    EXPECT_EQ(other.pursue(), 0.0);
    EXPECT_EQ(other.setting(), 0.0);
}

}  // namespace
}  // namespace nearness::world
