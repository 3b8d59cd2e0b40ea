#include "nearness/infer/least_squares.hpp"

#include <gtest/gtest.h>

namespace nearness::infer {
namespace {

TEST(least_squares, one_regressor_has_the_slope_of_the_textbook) {
    const std::vector<double> x = centred({1, 2, 3, 4, 6});
    const std::vector<double> y = centred({2, 1, 4, 3, 7});
    // Sxy = 15.6, Sxx = 14.8, by hand
    EXPECT_NEAR(least_squares({x}, y, 0).slope[0], 15.6 / 14.8, 1e-14);
    EXPECT_EQ(least_squares({x}, y, 0).used, 1);
}

TEST(least_squares, exact_planes_are_found_and_residuals_are_orthogonal_to_the_regressors) {
    const Columns x = {centred({0.1, 0.5, 0.2, 0.9, 0.4, 0.3}), centred({0.7, 0.1, 0.6, 0.2, 0.9, 0.8}),
                       centred({0.3, 0.3, 0.8, 0.1, 0.2, 0.9}), centred({0.5, 0.2, 0.2, 0.6, 0.7, 0.1})};
    std::vector<double> y(6);
    for (std::size_t i = 0; i < 6; ++i) y[i] = 2 * x[0][i] - 3 * x[1][i] + 0.5 * x[2][i] - x[3][i];
    const Slopes exact = least_squares(x, y, 0);
    const double truth[] = {2, -3, 0.5, -1};
    for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(exact.slope[k], truth[k], 1e-12);

    const std::vector<double> other = centred({0.2, 0.9, 0.4, 0.4, 0.1, 0.6});
    const Slopes fitted = least_squares({x[0], x[1]}, other, 0);
    for (std::size_t k = 0; k < 2; ++k) {
        double sum = 0;
        for (std::size_t i = 0; i < 6; ++i) {
            sum += x[k][i] * (other[i] - fitted.slope[0] * x[0][i] - fitted.slope[1] * x[1][i]);
        }
        EXPECT_NEAR(sum, 0, 1e-14);
    }
}

TEST(least_squares, a_regressor_that_repeats_another_or_does_not_vary_gets_the_slope_zero) {
    const std::vector<double> x = centred({1, 2, 3, 4, 6});
    const std::vector<double> flat(5, 0.0);
    std::vector<double> nearly = x;
    nearly[2] += 1e-6;
    const std::vector<double> y = centred({2, 1, 4, 3, 7});
    const Slopes slopes = least_squares({x, x, flat, nearly}, y, 0.001);
    EXPECT_EQ(slopes.used, 1);
    EXPECT_NEAR(slopes.slope[0], 15.6 / 14.8, 1e-14);
    for (const std::size_t k : {1U, 2U, 3U}) EXPECT_EQ(slopes.slope[k], 0);
}

TEST(least_squares, nothing_to_fit_gives_no_slopes) {
    EXPECT_TRUE(least_squares({}, {1, -1}, 0).slope.empty());
    EXPECT_EQ(least_squares({{}}, {}, 0).slope, std::vector<double>{0.0});
}

}  // namespace
}  // namespace nearness::infer
