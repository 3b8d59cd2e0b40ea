#include "nearness/infer/least_squares.hpp"

#include "nearness/base/math.hpp"

namespace nearness::infer {

namespace {

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

void subtract(std::vector<double>& from, double factor, const std::vector<double>& what) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= factor * what[i];
}

}  // namespace

Slopes least_squares(const Columns& x, const std::vector<double>& y, double least_spread) {
    const std::size_t count = x.size();
    Slopes result;
    result.slope.assign(count, 0.0);
    Columns direction = x;
    Columns share(count, std::vector<double>(count, 0.0));  // x_k = direction_k + Σ_{j<k} share[j][k] direction_j
    std::vector<bool> kept(count, false);
    std::vector<double> rest = y;
    for (std::size_t k = 0; k < count; ++k) {
        for (int round = 0; round < 2; ++round) {
            for (std::size_t j = 0; j < k; ++j) {
                if (!kept[j]) continue;
                const double part = dot(direction[j], direction[k]) / dot(direction[j], direction[j]);
                share[j][k] += part;
                subtract(direction[k], part, direction[j]);
            }
        }
        const double squares = dot(direction[k], direction[k]);
        kept[k] = !y.empty() && squares > 0 && squares >= math::square(least_spread) * static_cast<double>(y.size());
        if (!kept[k]) continue;
        ++result.used;
        result.slope[k] = dot(direction[k], rest) / squares;
        subtract(rest, result.slope[k], direction[k]);
    }
    // From coordinates along the directions back to the regressors themselves.
    for (std::size_t j = count; j-- > 0;) {
        if (!kept[j]) continue;
        for (std::size_t k = j + 1; k < count; ++k) {
            if (kept[k]) result.slope[j] -= share[j][k] * result.slope[k];
        }
    }
    return result;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

std::vector<double> centred(std::vector<double> values) {
    const double mean = mean_of(values);
    for (double& value : values) value -= mean;
    return values;
}

}  // namespace nearness::infer
