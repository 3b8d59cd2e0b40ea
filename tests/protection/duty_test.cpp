#include "nearness/protection/duty.hpp"

#include "reference/properties.hpp"

#include <gtest/gtest.h>

namespace nearness::protection {
namespace {

constexpr double exact = 1e-14;
constexpr int flat = static_cast<int>(Strategy::flatness);
constexpr int leaves = static_cast<int>(Strategy::withdrawing);

TEST(duty, one_that_was_drawn_has_the_whole_encounter) {
    State<double> state;
    state.trust[flat] = 0.25;
    const auto duty = Duty<double>::of(flat, state, 1.0);
    EXPECT_EQ(duty.share[flat], 1.0);
    EXPECT_EQ(duty.allowed, 0.75);
    EXPECT_EQ(duty.dulls, 0.8);
    EXPECT_EQ(duty.hides + duty.pushes_away + duty.lowers_approach + duty.friction, 0.0);
    EXPECT_EQ(duty.hurts_partner, 0.3);
}

TEST(duty, a_child_withdraws_only_as_far_as_it_can_escape) {
    EXPECT_EQ(Duty<double>::of(leaves, {}, 0.5).pushes_away, 0.5);
    EXPECT_EQ(Duty<double>::of(leaves, {}, 1.0).pushes_away, 1.0);
    EXPECT_EQ(Duty<double>::of(static_cast<int>(Strategy::irritability), {}, 0.5).pushes_away, 0.8);
}

// What an effect comes to in an encounter: the effect at full activation times what the alarm can set off.
TEST(duty, the_average_acts_as_the_strategies_act_on_average) {
    EXPECT_TRUE(properties::hold([] {
        State<double> state;
        PerStrategy<double> preference{};
        double total = 0;
        for (std::size_t s = 0; s < strategies; ++s) {
            state.trust[s] = properties::number(0, 1);
            total += preference[s] = properties::number(0.001, 1);
        }
        for (double& one : preference) one /= total;
        const double escape = properties::number(0, 1);
        const auto average = Duty<double>::average(preference, state, escape);
        double pushes = 0, hides = 0, allowed = 0;
        for (int s = 0; s < strategies; ++s) {
            const auto one = Duty<double>::of(s, state, escape);
            pushes += preference[static_cast<std::size_t>(s)] * one.allowed * one.pushes_away;
            hides += preference[static_cast<std::size_t>(s)] * one.allowed * one.hides;
            allowed += preference[static_cast<std::size_t>(s)] * one.allowed;
        }
        RC_ASSERT(math::absolute(average.allowed - allowed) < exact);
        RC_ASSERT(math::absolute(average.allowed * average.pushes_away - pushes) < exact);
        RC_ASSERT(math::absolute(average.allowed * average.hides - hides) < exact);
    }));
}

TEST(duty, when_every_protector_stands_down_nothing_is_set_off_and_everything_is_a_number) {
    State<double> state;
    state.trust.fill(1.0);
    PerStrategy<double> preference;
    preference.fill(0.2);
    const auto duty = Duty<double>::average(preference, state, 1.0);
    EXPECT_EQ(duty.allowed, 0.0);
    EXPECT_NEAR(duty.hurts_partner, 0.2 * (0.5 + 1.0 + 0.3 + 0.2 + 0.5), exact);
}

}  // namespace
}  // namespace nearness::protection
