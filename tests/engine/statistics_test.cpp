#include "nearness/engine/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace nearness::engine {
namespace {

TEST(statistics, quantiles_interpolate_between_order_statistics) {
    const std::vector<double> values{1, 2, 4, 8};
    EXPECT_EQ(quantile(values, 0.0), 1);
    EXPECT_EQ(quantile(values, 1.0), 8);
    EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3);
    EXPECT_DOUBLE_EQ(quantile(values, 0.25), 1.75);  // R: quantile(c(1, 2, 4, 8), 0.25)
    EXPECT_DOUBLE_EQ(quantile(values, 0.9), 6.8);
    EXPECT_EQ(quantile({5}, 0.3), 5);
}

TEST(statistics, a_spread_is_mean_deviation_and_error) {
    const Spread found = spread({4, 2, 8, 1});
    EXPECT_EQ(found.n, 4);
    EXPECT_TRUE(found.has_interval());
    EXPECT_DOUBLE_EQ(found.mean, 3.75);
    EXPECT_DOUBLE_EQ(found.standard_deviation, std::sqrt(28.75 / 3));
    EXPECT_DOUBLE_EQ(found.standard_error, std::sqrt(28.75 / 3) / 2);
    EXPECT_DOUBLE_EQ(found.low, 3.75 - 1.96 * found.standard_error);
    EXPECT_DOUBLE_EQ(found.high, 3.75 + 1.96 * found.standard_error);
    EXPECT_DOUBLE_EQ(found.median, 3);
    EXPECT_DOUBLE_EQ(found.lower_quartile, 1.75);
    EXPECT_DOUBLE_EQ(found.upper_quartile, 5);
}

TEST(statistics, what_is_not_measured_is_left_out_and_counted) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Spread found = spread({nan, 1, nan, 3});
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.mean, 2);
    EXPECT_EQ(spread({nan, nan}).n, 0);
    EXPECT_EQ(spread({}).n, 0);
    EXPECT_EQ(spread({}).mean, 0);
}

TEST(statistics, one_person_has_no_spread) {
    const Spread found = spread({0.4});
    EXPECT_EQ(found.n, 1);
    EXPECT_EQ(found.mean, 0.4);
    EXPECT_FALSE(found.has_interval());
    EXPECT_EQ(found.median, 0.4);
}

TEST(statistics, the_order_of_persons_does_not_matter) {
    const Spread a = spread({0.3, 0.1, 0.7, 0.2}), b = spread({0.7, 0.2, 0.1, 0.3});
    EXPECT_EQ(a.mean, b.mean);
    EXPECT_EQ(a.standard_deviation, b.standard_deviation);
    EXPECT_EQ(a.median, b.median);
}

}  // namespace
}  // namespace nearness::engine
