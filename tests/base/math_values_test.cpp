// The elementary functions at special values, and the small ones everywhere. Between: math_test.cpp.
#include "base/mpfr_numbers.hpp"

#include <gtest/gtest.h>

namespace math = nearness::math;

namespace {

using namespace math::exact;

TEST(math, special_values_are_what_ieee_and_c99_ask_for) {
    using namespace nearness::math;
    const double smallest = 0x1p-1074;
    EXPECT_EQ(math::exp(infinity), infinity);
    EXPECT_EQ(math::exp(-infinity), 0);
    EXPECT_EQ(math::exp(709.79), infinity);
    EXPECT_EQ(math::exp(-745.14), 0);
    EXPECT_EQ(math::exp(-745.13), smallest);
    EXPECT_EQ(math::exp(0.0), 1);
    EXPECT_EQ(math::exp(1e300), infinity);
    EXPECT_EQ(math::exp(-1e300), 0);
    EXPECT_EQ(math::expm1(infinity), infinity);
    EXPECT_EQ(math::expm1(-infinity), -1);
    EXPECT_EQ(bits_of(math::expm1(-0.0)), bits_of(-0.0));
    EXPECT_EQ(math::expm1(smallest), smallest);
    EXPECT_EQ(math::log(0.0), -infinity);
    EXPECT_EQ(math::log(-0.0), -infinity);
    EXPECT_TRUE(is_nan(math::log(-1)));
    EXPECT_TRUE(is_nan(math::log(-infinity)));
    EXPECT_EQ(math::log(infinity), infinity);
    EXPECT_EQ(math::log(1), 0);
    EXPECT_EQ(math::log1p(-1), -infinity);
    EXPECT_TRUE(is_nan(math::log1p(-1.5)));
    EXPECT_EQ(math::log1p(infinity), infinity);
    EXPECT_EQ(bits_of(math::log1p(-0.0)), bits_of(-0.0));
    EXPECT_EQ(math::log1p(smallest), smallest);
    EXPECT_EQ(math::logistic(infinity), 1);
    EXPECT_EQ(math::logistic(-infinity), 0);
    EXPECT_EQ(math::logistic(0), 0.5);
    EXPECT_EQ(math::normal_cdf(infinity), 1);
    EXPECT_EQ(math::normal_cdf(-infinity), 0);
    EXPECT_EQ(math::normal_cdf(0), 0.5);
    EXPECT_EQ(math::normal_cdf(-1e10), 0);
    EXPECT_EQ(math::normal_cdf(-38.48), smallest);
    EXPECT_EQ(math::erfc(-infinity), 2);
    EXPECT_EQ(math::erfc(infinity), 0);
    EXPECT_EQ(math::erfc(0), 1);
    EXPECT_EQ(math::erf(infinity), 1);
    EXPECT_EQ(math::erf(-infinity), -1);
    EXPECT_EQ(bits_of(math::erf(-0.0)), bits_of(-0.0));
    EXPECT_EQ(math::normal_quantile(0), -infinity);
    EXPECT_EQ(math::normal_quantile(1), infinity);
    EXPECT_EQ(math::normal_quantile(0.5), 0);
    EXPECT_TRUE(is_nan(math::normal_quantile(-0.1)));
    EXPECT_TRUE(is_nan(math::normal_quantile(1.1)));
    EXPECT_EQ(math::lgamma(0), infinity);
    EXPECT_EQ(math::lgamma(1), 0);
    EXPECT_EQ(math::lgamma(2), 0);
    EXPECT_EQ(math::lgamma(infinity), infinity);
    EXPECT_EQ(math::lgamma(1e308), infinity);
    EXPECT_TRUE(is_nan(math::lgamma(-1)));
    EXPECT_EQ(math::gamma(0), infinity);
    EXPECT_EQ(math::gamma(1), 1);
    EXPECT_EQ(math::gamma(5), 24);
    EXPECT_EQ(math::gamma(172), infinity);
    EXPECT_EQ(math::gamma(smallest), infinity);
    EXPECT_TRUE(is_nan(math::gamma(-1)));
    EXPECT_EQ(math::digamma(0), -infinity);
    EXPECT_EQ(math::digamma(infinity), infinity);
    EXPECT_EQ(math::digamma(smallest), -infinity);
    EXPECT_TRUE(is_nan(math::digamma(-1)));
    EXPECT_EQ(math::sin_turns(0.5), 0);
    EXPECT_EQ(math::cos_turns(0.25), 0);
    EXPECT_EQ(math::cos_turns(1e18), 1);
    EXPECT_EQ(math::sin_turns(0.25), 1);
    EXPECT_TRUE(is_nan(math::sin_turns(infinity)));
    EXPECT_EQ(bits_of(math::sin(-0.0)), bits_of(-0.0));
    EXPECT_TRUE(is_nan(math::sin(1.1e5)));
    EXPECT_TRUE(is_nan(math::cos(-infinity)));
    EXPECT_EQ(math::sqrt(2.25), 1.5);
    EXPECT_TRUE(is_nan(math::sqrt(-1)));
    for (double (*function)(double) :
         {math::exp, math::expm1, math::log, math::log1p, math::logistic, math::normal_cdf, math::erf, math::erfc,
          math::normal_quantile, math::lgamma, math::gamma, math::digamma, math::sin, math::cos, math::sin_turns,
          math::cos_turns, math::sqrt, math::floor}) {
        EXPECT_TRUE(is_nan(function(not_a_number)));
    }
}

TEST(math, pow_has_the_special_values_of_c99) {
    using namespace nearness::math;
    const double values[] = {0.0,    -0.0,     0.5,       -0.5,         1,     -1,     2,           -2,
                             3,      -3,       2.5,       -2.5,         1e300, -1e300, 1e-300,      0x1p-1074,
                             0x1p53, infinity, -infinity, not_a_number, 1e18,  -1e18,  1 + 0x1p-52, 1 - 0x1p-53};
    for (const double x : values) {
        for (const double y : values) {
            Number base(x), exponent(y), truth;
            mpfr_pow(truth, base, exponent, MPFR_RNDN);
            EXPECT_LE(ulps(math::pow(x, y), truth), 2) << x << " " << y;
            if (!mpfr_nan_p(static_cast<mpfr_ptr>(truth))) {
                EXPECT_EQ(is_negative(math::pow(x, y)), mpfr_signbit(static_cast<mpfr_ptr>(truth)) != 0)
                    << x << " " << y;
            }
        }
    }
}

TEST(math, sums_and_products_in_two_doubles_are_exact) {
    std::mt19937_64 engine(11);
    for (int i = 0; i < 20000; ++i) {
        const auto random = [&] {
            const double mantissa = 1 + static_cast<double>(engine() >> 12) * 0x1p-52;
            return (engine() & 1 ? 1 : -1) * mantissa * math::power_of_two(static_cast<int>(engine() % 60) - 30);
        };
        const double a = random(), b = random();
        Number x(a), rest;
        const math::TwoDoubles product = math::exact_product(a, b);
        mpfr_mul_d(rest, x, b, MPFR_RNDN);
        mpfr_sub_d(rest, rest, product.high, MPFR_RNDN);
        ASSERT_EQ(mpfr_cmp_d(static_cast<mpfr_ptr>(rest), product.low), 0) << a << " " << b;
        const math::TwoDoubles sum = math::exact_sum(a, b);
        mpfr_add_d(rest, x, b, MPFR_RNDN);
        mpfr_sub_d(rest, rest, sum.high, MPFR_RNDN);
        ASSERT_EQ(mpfr_cmp_d(static_cast<mpfr_ptr>(rest), sum.low), 0) << a << " " << b;
    }
}

TEST(math, floor_rounds_down) {
    for (const double x : {0.0, 0.5, 1.0, 1.5, -0.5, -1.0, -1.5, 1e15 + 0.5, -1e15 - 0.5, 1e300, -0x1p-1074}) {
        Number truth(x);
        mpfr_floor(truth, truth);
        EXPECT_EQ(math::floor(x), mpfr_get_d(truth, MPFR_RNDN)) << x;
    }
    EXPECT_TRUE(math::is_negative(math::floor(-0.0)));
    EXPECT_EQ(math::floor(-math::infinity), -math::infinity);
}

TEST(math, the_small_generic_functions_keep_their_word) {
    EXPECT_EQ(math::clip(1.5, 0, 1), 1);
    EXPECT_EQ(math::clip(-1.5, 0, 1), 0);
    EXPECT_EQ(math::clip(0.5, 0, 1), 0.5);
    EXPECT_TRUE(math::is_nan(math::clip(math::not_a_number, 0, 1)));
    EXPECT_EQ(math::maximum(1, 2), 2);
    EXPECT_EQ(math::minimum(1, 2), 1);
    EXPECT_EQ(math::square(-3.0), 9);
    EXPECT_EQ(math::absolute(-3.0), 3);
    EXPECT_EQ(math::absolute(-3), 3);
}

}  // namespace
