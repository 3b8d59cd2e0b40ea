// The bits of the elementary functions: alone or side by side, on any platform.
#include "base/mpfr_numbers.hpp"

#include <gtest/gtest.h>

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace math = nearness::math;

namespace {

using namespace math::exact;

TEST(math, cores_and_batches_give_the_bits_of_the_whole_functions) {
    std::vector<double> numbers = between(-708, 708, 20000);
    std::vector<double> cores(numbers.size()), batch = numbers, short_batch(numbers.begin(), numbers.begin() + 7);
    for (std::size_t i = 0; i < numbers.size(); ++i) cores[i] = math::exp_core(numbers[i]);  // a loop made vector code
    math::exp_each(batch.data(), static_cast<int>(batch.size()));
    math::exp_each(short_batch.data(), 7);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        volatile double x = numbers[i];  // one at a time
        ASSERT_EQ(math::bits_of(math::exp(x)), math::bits_of(cores[i])) << x;
        ASSERT_EQ(math::bits_of(math::exp(x)), math::bits_of(batch[i])) << x;
        ASSERT_EQ(math::bits_of(math::logistic(x)), math::bits_of(math::logistic_core(numbers[i]))) << x;
    }
    std::vector<double> mixed{1, -800, 2, math::infinity, 3};
    math::exp_each(mixed.data(), 5);
    EXPECT_EQ(mixed, (std::vector<double>{math::exp(1), 0, math::exp(2), math::infinity, math::exp(3)}));
    std::vector<double> normals = between(-37, 37, 20000);
    for (std::size_t i = 0; i < normals.size(); ++i) cores[i] = math::normal_cdf_core(normals[i]);
    for (std::size_t i = 0; i < normals.size(); ++i) {
        volatile double x = normals[i];
        ASSERT_EQ(math::bits_of(math::normal_cdf(x)), math::bits_of(cores[i])) << x;
    }
}

/// Every function at arguments spread over its range, and what it gives: the bits, which no platform may change.
struct Bits {
    const char* name;
    double (*function)(double);
    double low, high;
    bool logarithmic;  // spread
};
double cube_root(double x) { return math::pow(x, 1.0 / 3); }
constexpr Bits golden_functions[] = {
    {"exp", math::exp, -750, 710, false},
    {"exp", math::exp, -3, 3, false},
    {"expm1", math::expm1, -5, 5, false},
    {"log", math::log, 1e-310, 1e300, true},
    {"log1p", math::log1p, -0.99, 10, false},
    {"pow_third", cube_root, 1e-300, 1e300, true},
    {"logistic", math::logistic, -40, 40, false},
    {"sin_turns", math::sin_turns, -2, 2, false},
    {"cos_turns", math::cos_turns, -2, 2, false},
    {"sin", math::sin, -1e5, 1e5, false},
    {"cos", math::cos, -1e5, 1e5, false},
    {"erf", math::erf, -3, 3, false},
    {"erfc", math::erfc, -3, 27, false},
    {"normal_cdf", math::normal_cdf, -38.4, 6, false},
    {"normal_cdf", math::normal_cdf, -3, 3, false},
    {"normal_quantile", math::normal_quantile, 1e-320, 0.5, true},
    {"normal_quantile", math::normal_quantile, 0.01, 0.99, false},
    {"lgamma", math::lgamma, 1e-5, 1e5, true},
    {"gamma", math::gamma, 0.01, 171, true},
    {"digamma", math::digamma, 1e-3, 1e3, true},
};

std::string golden_rows() {
    std::string rows = "function,input,output\n";
    for (const Bits& row : golden_functions) {
        constexpr int count = 16;
        for (int i = 0; i < count; ++i) {
            const double t = (i + 0.37) / count;
            const double x =
                row.logarithmic ? math::exp(math::log(row.low) + t * (math::log(row.high) - math::log(row.low))) : 0.0;
            const double argument = row.logarithmic ? x : row.low + (row.high - row.low) * t;
            char line[96];
            std::snprintf(line, sizeof line, "%s,%016" PRIx64 ",%016" PRIx64 "\n", row.name, math::bits_of(argument),
                          math::bits_of(row.function(argument)));
            rows += line;
        }
    }
    return rows;
}

/// Reads tests/base/math_bits.csv, written from golden_rows() (set NEARNESS_WRITE_GOLDEN=1 to write it anew).
TEST(math, bits_are_those_of_the_golden_file) {
    const std::string path = NEARNESS_SOURCE_DIR "/tests/base/math_bits.csv";
    if (std::getenv("NEARNESS_WRITE_GOLDEN") != nullptr) std::ofstream(path) << golden_rows();
    std::ifstream file(path);
    ASSERT_TRUE(file) << path;
    std::string line;
    std::getline(file, line);
    int rows = 0;
    while (std::getline(file, line)) {
        const std::size_t first = line.find(','), second = line.find(',', first + 1);
        const std::string name = line.substr(0, first);
        const double input = math::from_bits(std::strtoull(line.substr(first + 1, second).c_str(), nullptr, 16));
        const std::uint64_t output = std::strtoull(line.substr(second + 1).c_str(), nullptr, 16);
        const Bits* row = nullptr;
        for (const Bits& candidate : golden_functions) {
            if (name == candidate.name) row = &candidate;
        }
        ASSERT_NE(row, nullptr) << name;
        EXPECT_EQ(math::bits_of(row->function(input)), output) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 320);
}

}  // namespace
