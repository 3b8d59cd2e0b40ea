#include "nearness/bond/bond.hpp"

#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::bond {
namespace {

using Tie = Bond<double>;
using properties::number;
constexpr double exact = 1e-14;

TEST(bond, need_returns_while_it_is_unmet) {
    State<double> state;
    EXPECT_EQ(state.need, 0.5);
    EXPECT_EQ(state.care, 0.2);
    Tie::pass(state, {}, 3.0);
    EXPECT_NEAR(state.need, 1 - 0.5 * std::exp(-0.35 * 3), exact);
    EXPECT_EQ(state.care, 0.2);
}

TEST(bond, two_short_waits_are_one_long_wait) {
    EXPECT_TRUE(properties::hold([] {
        State<double> once, twice;
        once.need = twice.need = number(0, 1);
        const double days = number(0, 60), first = days * number(0, 1);
        Tie::pass(once, {}, days);
        Tie::pass(twice, {}, first);
        Tie::pass(twice, {}, days - first);
        RC_ASSERT(std::abs(once.need - twice.need) < exact);
    }));
}

TEST(bond, what_is_felt_stills_need_but_not_below_zero) {
    State<double> state{0.5, 0.2};
    Tie::still(state, 0.4);
    EXPECT_NEAR(state.need, 0.5 - 0.24, exact);
    Tie::still(state, 1.0);
    EXPECT_EQ(state.need, 0.0);
}

TEST(bond, care_grows_with_felt_responsiveness_and_shrinks_with_pain) {
    State<double> state{0.5, 0.4};
    Tie::care(state, 0.5, 0.8, 0.3);
    EXPECT_NEAR(state.care, 0.4 + 0.02 * 0.5 * 0.8 * 0.6 - 0.01 * 0.3 * 0.4, exact);
}

TEST(bond, drive_is_need_made_larger_by_care) {
    EXPECT_NEAR(Tie::drive({0.6, 0.0}), 0.3, exact);
    EXPECT_NEAR(Tie::drive({0.6, 1.0}), 0.6, exact);
}

TEST(bond, unrest_raises_need_towards_one) {
    State<double> state{0.4, 0.2};
    Tie::stir(state, 0.5);
    EXPECT_NEAR(state.need, 0.7, exact);
    Tie::stir(state, 1.0);
    EXPECT_NEAR(state.need, 1.0, exact);
}

TEST(bond, need_and_care_stay_between_zero_and_one) {
    EXPECT_TRUE(properties::hold([] {
        State<double> state{number(0, 1), number(0, 1)};
        Tie::pass(state, {}, number(0, 1000));
        Tie::care(state, number(0, 1), number(0, 1), number(0, 1));
        Tie::still(state, number(0, 1));
        Tie::stir(state, number(0, 1));
        RC_ASSERT(state.need >= 0.0 && state.need <= 1.0 && state.care >= 0.0 && state.care <= 1.0);
    }));
}

}  // namespace
}  // namespace nearness::bond
