#include "nearness/protection/parts.hpp"

#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::protection {
namespace {

using Inner = Parts<double>;
using properties::number;
constexpr double exact = 1e-14;
constexpr PerStrategy<double> preference{0.02, 0.18, 0.5, 0.1, 0.2};

TEST(parts, curiosity_builds_trust_in_those_that_are_often_on_duty) {
    State<double> state;
    state.trust = {0.1, 0.1, 0.1, 0.1, 0.1};
    state.guard = 0.4;
    Inner::session(state, preference, 0.14, 0.25, 1.0, 0.0);
    EXPECT_NEAR(state.trust[0], 0.1 + 0.14 * 0.1 * 0.9, exact);  // ω = 5·0.02
    EXPECT_NEAR(state.trust[1], 0.1 + 0.14 * 0.9 * 0.9, exact);
    EXPECT_NEAR(state.trust[2], 0.1 + 0.14 * 1.0 * 0.9, exact);  // ω at most 1
    EXPECT_NEAR(state.guard, 0.4 - 0.3 * 0.4, exact);
}

TEST(parts, pressure_takes_trust_and_raises_guard) {
    State<double> state;
    state.trust = {0.4, 0.4, 0.4, 0.4, 0.4};
    state.guard = 0.2;
    Inner::session(state, preference, 0.14, 0.25, 0.0, 1.0);
    for (const double trust : state.trust) EXPECT_NEAR(trust, 0.4 * 0.75, exact);
    EXPECT_NEAR(state.guard, 0.2 + 0.25 * 0.8, exact);
}

TEST(parts, trust_and_guard_stay_between_zero_and_one) {
    EXPECT_TRUE(properties::hold([] {
        State<double> state;
        for (double& trust : state.trust) trust = number(0, 1);
        state.guard = number(0, 1);
        PerStrategy<double> any{};
        for (double& share : any) share = number(0, 1);
        const bool curious = *rc::gen::inRange(0, 2) == 0;
        Inner::session(state, any, number(0, 1), number(0, 1), curious ? 1.0 : 0.0, curious ? 0.0 : 1.0);
        Inner::pursued(state, {}, number(0, 1), number(0, 1));
        Inner::hurt(state, 2, number(0, 1));
        for (const double trust : state.trust) RC_ASSERT(trust >= 0.0 && trust <= 1.0);
        RC_ASSERT(state.guard >= 0.0 && state.guard <= 1.0);
    }));
}

TEST(parts, being_pursued_while_protecting_raises_guard) {
    State<double> state;
    state.guard = 0.5;
    Inner::pursued(state, {}, 1.0, 0.6);
    EXPECT_NEAR(state.guard, 0.5 + 0.1 * 0.6 * 0.5, exact);
    Inner::pursued(state, {}, 0.0, 0.6);
    EXPECT_NEAR(state.guard, 0.5 + 0.1 * 0.6 * 0.5, exact);
}

TEST(parts, being_hurt_costs_trust_in_the_one_on_duty_only) {
    State<double> state;
    state.trust = {0.5, 0.5, 0.5, 0.5, 0.5};
    Inner::hurt(state, 1, 0.8);
    EXPECT_NEAR(state.trust[1], 0.5 * (1 - 0.3 * 0.8), exact);
    EXPECT_EQ(state.trust[0], 0.5);
}

TEST(parts, guard_fades_within_weeks_whatever_the_steps) {
    State<double> once, twice;
    once.guard = twice.guard = 0.8;
    Inner::pass(once, {}, 30.0);
    Inner::pass(twice, {}, 11.0);
    Inner::pass(twice, {}, 19.0);
    EXPECT_NEAR(once.guard, 0.8 * std::exp(-30.0 / 21.0), exact);
    EXPECT_NEAR(once.guard, twice.guard, exact);
}

TEST(parts, access_goes_from_its_floor_to_one_with_trust) {
    State<double> state;
    EXPECT_NEAR(Inner::access(state, preference, 0.3), 0.3, exact);
    state.trust[2] = 0.6;
    EXPECT_NEAR(Inner::access(state, preference, 0.3), 0.3 + 0.7 * 0.5 * 0.6, exact);
    state.trust.fill(1.0);
    EXPECT_NEAR(Inner::access(state, preference, 0.3), 1.0, exact);
}

}  // namespace
}  // namespace nearness::protection
