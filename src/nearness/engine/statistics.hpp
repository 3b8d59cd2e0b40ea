// Intervals over persons. Persons are independent; values that are not measured (NaN) are left out and counted.
#pragma once

#include "nearness/base/math.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace nearness::engine {

struct Spread {
    int n = 0;
    double mean = 0, standard_deviation = 0, standard_error = 0;
    double low = 0, high = 0;  // 95 % interval of the mean, normal approximation
    double median = 0, lower_quartile = 0, upper_quartile = 0;

    // One value says nothing of how values differ: deviation, error and interval are then no results.
    bool has_interval() const { return n > 1; }
};

// Linear interpolation between order statistics (R's type 7); `sorted` ascending and not empty.
inline double quantile(const std::vector<double>& sorted, double probability) {
    const double at = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

// Mean over persons, with the range that holds the middle 80 % of them. All NaN when nothing was measured.
struct Range {
    int n = 0;
    double mean = not_a_number, low = not_a_number, high = not_a_number;
    static constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
};
inline Range range(std::vector<double> values) {
    values.erase(std::remove_if(values.begin(), values.end(), [](double value) { return value != value; }),
                 values.end());
    Range result;
    if (values.empty()) return result;
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (const double value : values) sum += value;
    result.n = static_cast<int>(values.size());
    result.mean = sum / result.n;
    result.low = quantile(values, 0.1);
    result.high = quantile(values, 0.9);
    return result;
}

// All zero with n = 0 when nothing was measured.
inline Spread spread(std::vector<double> values) {
    values.erase(std::remove_if(values.begin(), values.end(), [](double value) { return value != value; }),
                 values.end());
    Spread result;
    if (values.empty()) return result;
    std::sort(values.begin(), values.end());
    result.n = static_cast<int>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    result.mean = sum / result.n;
    double squares = 0;
    for (const double value : values) squares += math::square(value - result.mean);
    if (result.n > 1) {
        result.standard_deviation = math::sqrt(squares / (result.n - 1));
        result.standard_error = result.standard_deviation / math::sqrt(static_cast<double>(result.n));
    }
    result.low = result.mean - 1.96 * result.standard_error;
    result.high = result.mean + 1.96 * result.standard_error;
    result.median = quantile(values, 0.5);
    result.lower_quartile = quantile(values, 0.25);
    result.upper_quartile = quantile(values, 0.75);
    return result;
}

}  // namespace nearness::engine
