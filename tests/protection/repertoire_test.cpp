#include "nearness/protection/repertoire.hpp"

#include "nearness/random/stream.hpp"
#include "reference/parameters.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::protection {
namespace {

using Duty = Repertoire<double>;
constexpr double exact = 1e-14;

TEST(repertoire, the_table_is_that_of_the_specification) {
    static_assert(strategies == reference::strategies);
    for (std::size_t s = 0; s < strategies; ++s) {
        const reference::Strategy& row = reference::repertoire[s];
        EXPECT_EQ(effects[s].pushes_away, row.pushes_away);
        EXPECT_EQ(effects[s].lowers_approach, row.lowers_approach);
        EXPECT_EQ(effects[s].hides, row.hides);
        EXPECT_EQ(effects[s].dulls, row.dulls);
        EXPECT_EQ(effects[s].friction, row.friction);
        EXPECT_EQ(effects[s].hurts_partner, row.hurts_partner);
    }
    EXPECT_EQ(strategy_names[reference::withdrawing], "withdrawing");
}

TEST(repertoire, at_first_every_strategy_is_as_likely) {
    for (const double share : Duty::preferences({}, {})) EXPECT_NEAR(share, 0.2, exact);
}

TEST(repertoire, preferences_are_the_softmax_of_values) {
    State<double> state;
    state.value = {0.1, -0.2, 0.0, 0.3, -0.1};
    double total = 0;
    for (const double value : state.value) total += std::exp(6 * value);
    const auto preference = Duty::preferences(state, {});
    for (std::size_t s = 0; s < strategies; ++s)
        EXPECT_NEAR(preference[s], std::exp(6 * state.value[s]) / total, exact);
}

TEST(repertoire, preferences_add_up_however_sharp_the_choice) {
    Parameters<double> parameters;
    State<double> state;
    state.value = {-1.0, 0.5, 0.5, -0.3, 0.0};
    for (const double sharpness : {0.0, 6.0, 1000.0}) {
        parameters.choice_sharpness = sharpness;
        double total = 0;
        for (const double share : Duty::preferences(state, parameters)) total += share;
        EXPECT_NEAR(total, 1.0, exact);
    }
    EXPECT_NEAR(Duty::preferences(state, parameters)[1], 0.5, exact);  // the two best share
}

TEST(repertoire, a_draw_falls_on_strategies_in_the_order_of_the_table) {
    const PerStrategy<double> preference{0.1, 0.2, 0.3, 0.25, 0.15};
    EXPECT_EQ(Duty::choose(preference, 0.0999), 0);
    EXPECT_EQ(Duty::choose(preference, 0.1001), 1);
    EXPECT_EQ(Duty::choose(preference, 0.5999), 2);
    EXPECT_EQ(Duty::choose(preference, 0.8499), 3);
    EXPECT_EQ(Duty::choose(preference, 0.8501), 4);
    EXPECT_EQ(Duty::choose(preference, 1.0), 4);
}

TEST(repertoire, strategies_are_on_duty_as_often_as_preferred) {
    const PerStrategy<double> preference{0.1, 0.2, 0.3, 0.25, 0.15};
    std::array<int, strategies> counted{};
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const double uniform = random::Stream(1, i, {}).uniform(random::Purpose::strategy);
        ++counted[static_cast<std::size_t>(Duty::choose(preference, uniform))];
    }
    for (std::size_t s = 0; s < strategies; ++s) {
        const double p = preference[s];
        EXPECT_NEAR(counted[s] / 2e4, p, 4 * std::sqrt(p * (1 - p) / 2e4));  // z = 4
    }
}

TEST(repertoire, only_the_strategy_on_duty_learns_from_what_it_spared_and_cost) {
    State<double> state;
    state.value = {0.1, 0.1, 0.1, 0.1, 0.1};
    Duty::learn(state, {}, 3, 0.2, 0.5, 0.4);
    EXPECT_NEAR(state.value[3], 0.1 + 0.08 * (-0.2 - 0.08 * 0.5 + 0.35 * 0.4 - 0.1), exact);
    for (const std::size_t s : {0U, 1U, 2U, 4U}) EXPECT_EQ(state.value[s], 0.1);
}

// (protection.1)
TEST(repertoire, who_cannot_leave_may_fight_instead) {
    State<double> state;
    state.value = {0.1, -0.2, 0.0, 0.3, -0.1};
    Parameters<double> parameters;
    const auto usual = Duty::preferences(state, parameters);
    EXPECT_EQ(Duty::preferences(state, parameters, 0.0), usual);
    parameters.cornered = 0.5;
    EXPECT_EQ(Duty::preferences(state, parameters, 1.0), usual);
    const auto cornered = Duty::preferences(state, parameters, 0.2);
    const double turned = 0.5 * 0.8 * usual[4];
    EXPECT_NEAR(cornered[4], usual[4] - turned, exact);
    EXPECT_NEAR(cornered[1], usual[1] + turned, exact);
    for (const std::size_t other : {0U, 2U, 3U}) EXPECT_EQ(cornered[other], usual[other]);
}

}  // namespace
}  // namespace nearness::protection
