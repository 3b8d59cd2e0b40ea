// Region shares from made-up runs whose shares and deciders are known, and draws that stay what they are.
#include "nearness/study/regions.hpp"

#include <gtest/gtest.h>

namespace nearness::study {
namespace {

claims::Claim at_least(double bound) {
    claims::Claim claim;
    claim.expectations.emplace_back();
    claim.expectations[0].bound.at_least = bound;
    return claim;
}

// One draw a value: the first parameter carries the value, the second runs against it, the others stand still.
std::vector<Run> runs_with(const std::vector<double>& values, double error) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Run run{std::to_string(i), std::vector<double>(swept_keys().size(), 1.0), {{{values[i], error, 0, 0}}}};
        run.parameters[0] = values[i];
        run.parameters[1] = i % 2 == 0 ? -values[i] : -values[i] + 0.3;
        runs.push_back(run);
    }
    return runs;
}

TEST(regions, count_the_draws_inside_the_bound_with_wilsons_interval) {
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) values.push_back(i / 100.0);
    const Region region = region_of(at_least(0.295), 0, runs_with(values, 0));
    EXPECT_DOUBLE_EQ(region.share, 0.7);
    EXPECT_DOUBLE_EQ(region.corrected, 0.7);
    EXPECT_NEAR(region.low, 0.604, 0.001);  // Wilson for 70 of 100
    EXPECT_NEAR(region.high, 0.781, 0.001);
}

TEST(regions, sampling_noise_alone_puts_no_draw_on_the_wrong_side) {
    // Truth 0.5 everywhere; what varies is as much as the errors say.
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) values.push_back(0.5 + (i % 2 == 0 ? 0.1 : -0.1));
    const Region region = region_of(at_least(0.45), 0, runs_with(values, 0.1006));
    EXPECT_DOUBLE_EQ(region.share, 0.5);
    EXPECT_DOUBLE_EQ(region.corrected, 1);
}

TEST(regions, name_the_parameters_that_go_with_the_margin) {
    std::vector<double> values;
    for (int i = 0; i < 60; ++i) values.push_back((i * 37 % 60) / 60.0);
    const Region region = region_of(at_least(0.3), 0, runs_with(values, 0));
    ASSERT_EQ(region.deciders.size(), 2U) << "parameters that stand still decide nothing";
    EXPECT_EQ(region.deciders[0].key, swept_keys()[0]);
    EXPECT_NEAR(region.deciders[0].correlation, 1, 1e-12);
    EXPECT_EQ(region.deciders[1].key, swept_keys()[1]);
    EXPECT_LT(region.deciders[1].correlation, -0.8);
}

TEST(regions, a_draw_without_a_number_is_outside) {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const Region region = region_of(at_least(0.3), 0, runs_with({0.5, missing, 0.6, 0.7}, 0));
    EXPECT_DOUBLE_EQ(region.share, 0.75);
}

TEST(regions, draws_have_the_parameters_that_they_say) {
    const auto plans = draws(3, 7);
    ASSERT_EQ(plans.size(), 3U);
    EXPECT_EQ(plans[2].parameters.size(), swept_keys().size());
    EXPECT_NE(plans[1].parameters, plans[2].parameters);
    EXPECT_EQ(draws(5, 7)[1].parameters, plans[1].parameters) << "more draws are further ones";
    life::Scenario scenario;
    plans[1].variation.change(scenario, 0, 0);
    std::vector<double> found;
    life::Parameters<double>::describe(scenario.parameters, [&](const Field& field, const auto& value) {
        if (field.swept()) found.push_back(static_cast<double>(value));
    });
    EXPECT_EQ(found, plans[1].parameters);
}

TEST(regions, a_grid_goes_two_standard_deviations_of_the_prior_both_ways) {
    const Axis axis = axis_of("body.threshold", 3);
    ASSERT_EQ(axis.values.size(), 3U);
    EXPECT_NEAR(axis.values[1], 0.35, 1e-12);
    EXPECT_NEAR(axis.values[0] * axis.values[2], 0.35 * 0.35, 1e-12);
    const auto plans = grid(axis, axis_of("memory.generalisation", 2));
    ASSERT_EQ(plans.size(), 6U);
    life::Scenario scenario;
    plans[0].variation.change(scenario, 0, 0);
    EXPECT_EQ(scenario.parameters.person.body.threshold, axis.values[0]);
}

}  // namespace
}  // namespace nearness::study
