#include "nearness/memory/recency.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::memory {
namespace {

constexpr double eighty_years = 80.0 * 365.0;
constexpr double quarter_of_an_hour = 1.0 / 96.0;

// What MODEL.md section 3 asks of the kernel.
constexpr double promised = 1e-3;

double sum(const Recency<double>& kernel, double lag) {
    double total = 0;
    for (std::size_t j = 0; j < static_cast<std::size_t>(kernel.nodes); ++j) {
        total += kernel.weight[j] * std::exp(-kernel.rate[j] * lag);
    }
    return total;
}

double error(const Recency<double>& kernel, double g, double scale, double lag) {
    return std::abs(sum(kernel, lag) / std::pow(1.0 + lag / scale, -g) - 1.0);
}

// The largest relative error at lag 0 and on 400 lags from a quarter of an hour to the longest.
double largest_error(const Recency<double>& kernel, double g, double scale, double longest) {
    double largest = error(kernel, g, scale, 0.0);
    for (int i = 0; i <= 400; ++i) {
        const double lag = quarter_of_an_hour * std::pow(longest / quarter_of_an_hour, i / 400.0);
        largest = std::max(largest, error(kernel, g, scale, lag));
    }
    return largest;
}

TEST(recency, the_kernel_is_the_power_law_from_a_quarter_of_an_hour_to_eighty_years) {
    int most = 0, fewest = most_nodes;
    double largest = 0;
    for (int i = 0; i <= 190; ++i) {
        const double g = 0.1 + 0.01 * i;
        const auto kernel = Recency<double>::derive(g, 1.0, eighty_years);
        const double worst = largest_error(kernel, g, 1.0, eighty_years);
        EXPECT_LT(worst, promised) << "g = " << g;
        largest = std::max(largest, worst);
        most = std::max(most, kernel.nodes);
        fewest = std::min(fewest, kernel.nodes);
    }
    EXPECT_LE(most, most_nodes);
    std::printf("nodes from %d to %d, largest relative error %.2g\n", fewest, most, largest);
}

TEST(recency, the_kernel_keeps_its_promise_for_other_time_scales) {
    for (const double scale : {0.25, 0.5, 3.0, 30.0, 365.0, 3650.0}) {
        for (const double g : {0.1, 0.3, 1.0, 2.0}) {
            const auto kernel = Recency<double>::derive(g, scale, eighty_years);
            EXPECT_LT(largest_error(kernel, g, scale, eighty_years), promised) << "g = " << g << ", scale " << scale;
        }
    }
}

TEST(recency, the_kernel_keeps_its_promise_for_shorter_lives) {
    for (const double longest : {1.0, 30.0, 3650.0}) {
        for (const double g : {0.1, 0.3, 2.0}) {
            const auto kernel = Recency<double>::derive(g, 1.0, longest);
            EXPECT_LT(largest_error(kernel, g, 1.0, longest), promised) << "g = " << g << ", longest " << longest;
        }
    }
}

TEST(recency, what_has_just_happened_weighs_one) {
    const auto kernel = Recency<double>::derive(0.3, 1.0, eighty_years);
    EXPECT_NEAR(sum(kernel, 0.0), 1.0, promised);
}

TEST(recency, forgetting_never_turns_into_remembering) {
    const auto kernel = Recency<double>::derive(0.3, 1.0, eighty_years);
    double before = sum(kernel, 0.0);
    for (int i = 0; i < 400; ++i) {
        const double now = sum(kernel, quarter_of_an_hour * std::pow(1.04, i));
        EXPECT_LT(now, before);
        before = now;
    }
}

TEST(recency, the_slowest_node_never_fades) {
    const auto kernel = Recency<double>::derive(0.3, 1.0, eighty_years);
    EXPECT_EQ(kernel.rate[0], 0.0);
    for (std::size_t j = 0; j < static_cast<std::size_t>(kernel.nodes); ++j) EXPECT_GT(kernel.weight[j], 0.0);
}

using Real = math::Dual<2>;  // by persistence, by time scale

Recency<Real> derivable(double g, double scale) {
    return Recency<Real>::derive(Real::variable(g, 0), Real::variable(scale, 1), eighty_years);
}

TEST(recency, every_node_has_the_derivatives_of_its_rate_and_weight) {
    int compared = 0;
    for (const double scale : {0.25, 1.0, 30.0}) {
        for (const double g : {0.15, 0.3, 1.0, 1.7}) {
            const auto kernel = derivable(g, scale);
            const auto here = Recency<double>::derive(g, scale, eighty_years);
            ASSERT_EQ(kernel.nodes, here.nodes);
            for (std::size_t direction = 0; direction < 2; ++direction) {
                const double h = 1e-4 * (direction == 0 ? g : scale);
                const auto moved = [&](double by) {
                    return direction == 0 ? Recency<double>::derive(g + by, scale, eighty_years)
                                          : Recency<double>::derive(g, scale + by, eighty_years);
                };
                const auto up = moved(h), down = moved(-h), far_up = moved(2 * h), far_down = moved(-2 * h);
                ASSERT_EQ(far_up.nodes, far_down.nodes);
                for (std::size_t j = 0; j < static_cast<std::size_t>(here.nodes); ++j, ++compared) {
                    const auto slope = [&](const auto& numbers_of) {  // of fourth order
                        return (8 * (numbers_of(up)[j] - numbers_of(down)[j]) -
                                (numbers_of(far_up)[j] - numbers_of(far_down)[j])) /
                               (12 * h);
                    };
                    const double rate = slope([](const auto& from) { return from.rate; });
                    const double weight = slope([](const auto& from) { return from.weight; });
                    EXPECT_EQ(kernel.rate[j].value, here.rate[j]);
                    EXPECT_EQ(kernel.weight[j].value, here.weight[j]);
                    EXPECT_NEAR(kernel.rate[j].derivative[direction], rate, 1e-8 * (std::abs(rate) + here.rate[j]));
                    EXPECT_NEAR(kernel.weight[j].derivative[direction], weight,
                                1e-8 * (std::abs(weight) + here.weight[j]));
                }
            }
        }
    }
    EXPECT_GT(compared, 600);
}

TEST(recency, the_derivatives_of_the_kernel_are_those_of_the_power_law) {
    // An approximation within 1e-3 need not have derivatives that good; these are within 1e-3 of the largest.
    double worst = 0;
    for (const double g : {0.1, 0.3, 1.0, 2.0}) {
        for (const double scale : {0.25, 1.0, 30.0}) {
            const auto kernel = derivable(g, scale);
            for (int i = 0; i <= 400; ++i) {
                const double lag = quarter_of_an_hour * std::pow(eighty_years / quarter_of_an_hour, i / 400.0);
                Real total(0);
                for (std::size_t j = 0; j < static_cast<std::size_t>(kernel.nodes); ++j) {
                    total += kernel.weight[j] * math::exp(-kernel.rate[j] * lag);
                }
                const double ratio = 1 + lag / scale;
                const double by_persistence = -std::log(ratio);  // of log (1 + s/τ0)^(−g)
                const double by_scale = g * lag / (scale * scale) / ratio;
                const double far = 1 + std::log(1 + eighty_years / scale);
                worst = std::max(worst, std::abs(total.derivative[0] / total.value - by_persistence) / far);
                worst = std::max(worst, std::abs(total.derivative[1] / total.value - by_scale) * scale / g);
            }
        }
    }
    std::printf("largest difference of logarithmic derivatives, of the largest there is: %.2g\n", worst);
    EXPECT_LT(worst, 1e-3);
}

}  // namespace
}  // namespace nearness::memory
