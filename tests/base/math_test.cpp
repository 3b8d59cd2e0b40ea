// The elementary functions against MPFR (200 bits): dense and random arguments, special values, bits.
// Over 400 lines because every function is tried the same way with the same helpers.
#include "nearness/base/math.hpp"

#include <gtest/gtest.h>
#include <mpfr.h>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace math = nearness::math;

namespace {

class Number {
public:
    Number() { mpfr_init2(value_, 200); }
    explicit Number(double x) : Number() { mpfr_set_d(value_, x, MPFR_RNDN); }
    Number(const Number&) = delete;
    Number& operator=(const Number&) = delete;
    ~Number() { mpfr_clear(value_); }
    operator mpfr_ptr() { return value_; }

private:
    mpfr_t value_;
};

using Exact = std::function<void(mpfr_ptr result, double x)>;

/// |value - truth| in units of the last place that a double near the truth has; subnormals have 2^-1074.
double ulps(double value, mpfr_ptr truth) {
    const double rounded = mpfr_get_d(truth, MPFR_RNDN);
    if (math::is_nan(rounded) || math::is_nan(value)) return math::is_nan(rounded) && math::is_nan(value) ? 0 : 1e300;
    if (!math::is_finite(rounded) || !math::is_finite(value)) return rounded == value ? 0 : 1e300;
    Number difference;
    mpfr_sub_d(difference, truth, value, MPFR_RNDN);
    const long exponent = mpfr_zero_p(truth) != 0 ? -1074 : std::max(mpfr_get_exp(truth) - 53, mpfr_exp_t{-1074});
    mpfr_mul_2si(difference, difference, -exponent, MPFR_RNDN);
    return math::absolute(mpfr_get_d(difference, MPFR_RNDN));
}

struct Worst {
    double error = 0;
    double at = 0;
};

Worst worst_ulps(double (*function)(double), const Exact& exact, const std::vector<double>& arguments) {
    Worst worst;
    Number truth;
    for (const double x : arguments) {
        exact(truth, x);
        const double error = ulps(function(x), truth);
        if (!(error <= worst.error)) worst = {error, x};
    }
    return worst;
}

/// NEARNESS_MATH_DENSITY=10 in the environment tests ten times as many arguments.
int density() {
    const char* wanted = std::getenv("NEARNESS_MATH_DENSITY");
    return wanted != nullptr ? std::atoi(wanted) : 1;
}

/// Evenly spaced, uniformly random, and (for positive ranges) logarithmically random arguments.
std::vector<double> between(double low, double high, int count = 4000 * density()) {
    std::mt19937_64 engine(20240607);
    const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    std::vector<double> result{low, high};
    for (int i = 0; i < count; ++i) {
        result.push_back(low + (high - low) * i / count);
        result.push_back(low + (high - low) * uniform());
        if (low > 0) result.push_back(math::clip(low * math::exp(uniform() * math::log(high / low)), low, high));
        if (low < 0 && high > 0) {
            const double small = math::exp(-40 * uniform());
            result.push_back(high * small);
            result.push_back(low * small);
        }
    }
    return result;
}

void expect_within(double bound, const char* name, double (*function)(double), const Exact& exact,
                   const std::vector<double>& arguments) {
    const Worst worst = worst_ulps(function, exact, arguments);
    std::printf("    %-28s max %.3f ulp at %a = %.17g\n", name, worst.error, worst.at, worst.at);
    EXPECT_LE(worst.error, bound) << name << " at " << worst.at;
}

void exact_logistic(mpfr_ptr result, double x) {
    mpfr_set_d(result, -x, MPFR_RNDN);
    mpfr_exp(result, result, MPFR_RNDN);
    mpfr_add_ui(result, result, 1, MPFR_RNDN);
    mpfr_ui_div(result, 1, result, MPFR_RNDN);
}
void exact_normal_cdf(mpfr_ptr result, double x) {
    Number root(2.0);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_set_d(result, -x, MPFR_RNDN);
    mpfr_div(result, result, root, MPFR_RNDN);
    mpfr_erfc(result, result, MPFR_RNDN);
    mpfr_div_2ui(result, result, 1, MPFR_RNDN);
}
void exact_normal_density(mpfr_ptr result, double x) {
    Number root;
    mpfr_const_pi(root, MPFR_RNDN);
    mpfr_mul_2ui(root, root, 1, MPFR_RNDN);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_set_d(result, x, MPFR_RNDN);
    mpfr_sqr(result, result, MPFR_RNDN);
    mpfr_div_2ui(result, result, 1, MPFR_RNDN);
    mpfr_neg(result, result, MPFR_RNDN);
    mpfr_exp(result, result, MPFR_RNDN);
    mpfr_div(result, result, root, MPFR_RNDN);
}
void exact_turns(mpfr_ptr result, double u, bool sine) {
    Number angle;
    mpfr_const_pi(angle, MPFR_RNDN);
    mpfr_mul_2ui(angle, angle, 1, MPFR_RNDN);
    Number rest(u);
    Number nearest;
    mpfr_mul_ui(nearest, rest, 2, MPFR_RNDN);  // reduce by half turns exactly, so that zeros are exact zeros
    mpfr_rint(nearest, nearest, MPFR_RNDN);
    const bool odd = !mpfr_zero_p(static_cast<mpfr_ptr>(nearest)) && [&] {
        Number half;
        mpfr_div_ui(half, nearest, 2, MPFR_RNDN);
        return mpfr_integer_p(static_cast<mpfr_ptr>(half)) == 0;
    }();
    mpfr_div_ui(nearest, nearest, 2, MPFR_RNDN);
    mpfr_sub(rest, rest, nearest, MPFR_RNDN);
    if (!sine && mpfr_cmp_d(rest, 0.25) * mpfr_cmp_d(rest, -0.25) == 0) {
        mpfr_set_zero(result, 1);
        return;
    }
    mpfr_mul(angle, angle, rest, MPFR_RNDN);
    if (sine) {
        mpfr_sin(result, angle, MPFR_RNDN);
    } else {
        mpfr_cos(result, angle, MPFR_RNDN);
    }
    if (odd) mpfr_neg(result, result, MPFR_RNDN);
}

/// MPFR's function of one argument as an Exact.
template <int (*function)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t)>
void exactly(mpfr_ptr result, double x) {
    Number argument(x);
    function(result, argument, MPFR_RNDN);
}

/// The quantile's error by way of the exact distribution function: (cdf(x) - p)/density(x), in ulps of x.
double quantile_ulps(double p) {
    const double x = math::normal_quantile(p);
    Number cdf;
    exact_normal_cdf(cdf, x);
    if (p > 0.5) {  // from the upper tail, where 1 - p is exact
        exact_normal_cdf(cdf, -x);
        mpfr_sub_d(cdf, cdf, 1 - p, MPFR_RNDN);
    } else {
        mpfr_sub_d(cdf, cdf, p, MPFR_RNDN);
    }
    Number density(-0.5);
    mpfr_mul_d(density, density, x, MPFR_RNDN);
    mpfr_mul_d(density, density, x, MPFR_RNDN);
    mpfr_exp(density, density, MPFR_RNDN);
    Number two_pi;
    mpfr_const_pi(two_pi, MPFR_RNDN);
    mpfr_mul_2ui(two_pi, two_pi, 1, MPFR_RNDN);
    mpfr_sqrt(two_pi, two_pi, MPFR_RNDN);
    mpfr_div(density, density, two_pi, MPFR_RNDN);
    mpfr_div(cdf, cdf, density, MPFR_RNDN);
    Number position(x);
    const long exponent = mpfr_get_exp(static_cast<mpfr_ptr>(position)) - 53;
    mpfr_mul_2si(cdf, cdf, -exponent, MPFR_RNDN);
    return math::absolute(mpfr_get_d(cdf, MPFR_RNDN));
}

TEST(math, exp_is_within_one_ulp_of_mpfr) {
    expect_within(1, "exp |x|<=708", math::exp, exactly<mpfr_exp>, between(-708, 708));
    expect_within(1, "exp |x|<=1", math::exp, exactly<mpfr_exp>, between(-1, 1));
    expect_within(1, "exp ends", math::exp, exactly<mpfr_exp>, between(-746, -708));
    expect_within(1, "exp top", math::exp, exactly<mpfr_exp>, between(708, 709.782712893384));
}

TEST(math, expm1_is_within_two_ulp_of_mpfr) {
    expect_within(2, "expm1 |x|<=700", math::expm1, exactly<mpfr_expm1>, between(-700, 700));
    expect_within(2, "expm1 |x|<=2", math::expm1, exactly<mpfr_expm1>, between(-2, 2));
    expect_within(2, "expm1 |x|<=40", math::expm1, exactly<mpfr_expm1>, between(-40, 40));
}

TEST(math, log_is_within_one_ulp_of_mpfr) {
    expect_within(1, "log", math::log, exactly<mpfr_log>, between(0x1p-1074, 1.7e308));
    expect_within(1, "log near 1", math::log, exactly<mpfr_log>, between(0.5, 2));
}

TEST(math, log1p_is_within_two_ulp_of_mpfr) {
    expect_within(2, "log1p", math::log1p, exactly<mpfr_log1p>, between(-0.999999, 1));
    expect_within(2, "log1p large", math::log1p, exactly<mpfr_log1p>, between(0.1, 1e300));
    expect_within(2, "log1p small", math::log1p, exactly<mpfr_log1p>, between(-1e-3, 1e-3));
}

TEST(math, pow_is_within_two_ulp_of_mpfr) {
    std::mt19937_64 engine(7);
    const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    double worst = 0, worst_x = 0, worst_y = 0;
    Number truth;
    for (int i = 0; i < 30000 * density(); ++i) {
        const int kind = i % 3;
        const double spread = kind == 0 ? 700 : kind == 1 ? 1 : 0.01;
        const double x = math::exp(spread * (2 * uniform() - 1));
        const double y = 1450 * (uniform() - 0.5) / (kind == 2 && i % 2 == 0 ? 1 : math::absolute(math::log(x)) + 0.01);
        Number base(x), exponent(y);
        mpfr_pow(truth, base, exponent, MPFR_RNDN);
        const double error = ulps(math::pow(x, y), truth);
        if (!(error <= worst)) worst = error, worst_x = x, worst_y = y;
    }
    std::printf("    %-28s max %.3f ulp at %a, %a\n", "pow", worst, worst_x, worst_y);
    EXPECT_LE(worst, 2) << worst_x << " " << worst_y;
}

TEST(math, sine_and_cosine_are_within_two_ulp_of_mpfr) {
    for (const double bound : {1.0, 10.0, 1000.0, 1e5}) {
        expect_within(2, "sin", math::sin, exactly<mpfr_sin>, between(-bound, bound));
        expect_within(2, "cos", math::cos, exactly<mpfr_cos>, between(-bound, bound));
    }
    std::vector<double> near_zeros;
    for (int quarter = 1; quarter <= 63661; ++quarter) near_zeros.push_back(quarter * (0.5 * math::pi));
    expect_within(2, "sin near its zeros", math::sin, exactly<mpfr_sin>, near_zeros);
    expect_within(2, "cos near its zeros", math::cos, exactly<mpfr_cos>, near_zeros);
}

TEST(math, sine_and_cosine_of_turns_are_within_two_ulp_of_mpfr) {
    const Exact sine = [](mpfr_ptr result, double u) { exact_turns(result, u, true); };
    const Exact cosine = [](mpfr_ptr result, double u) { exact_turns(result, u, false); };
    for (const double bound : {0.125, 1.0, 1000.0, 1e15, 1e20}) {
        expect_within(2, "sin_turns", math::sin_turns, sine, between(-bound, bound));
        expect_within(2, "cos_turns", math::cos_turns, cosine, between(-bound, bound));
    }
    expect_within(2, "sin_turns 0..1", math::sin_turns, sine, between(0x1p-53, 1));
}

TEST(math, the_error_functions_are_within_two_ulp_of_mpfr) {
    expect_within(2, "erf", math::erf, exactly<mpfr_erf>, between(-6, 6));
    expect_within(2, "erf |x|<=1", math::erf, exactly<mpfr_erf>, between(-1, 1));
    expect_within(2, "erfc", math::erfc, exactly<mpfr_erfc>, between(-6, 6));
    expect_within(2, "erfc |x|<=1", math::erfc, exactly<mpfr_erfc>, between(-1, 1));
    expect_within(2, "erfc tail", math::erfc, exactly<mpfr_erfc>, between(6, 28));
}

TEST(math, normal_cdf_is_within_two_ulp_of_mpfr_far_into_the_left_tail) {
    expect_within(2, "normal_cdf |x|<=6", math::normal_cdf, exact_normal_cdf, between(-6, 6));
    expect_within(2, "normal_cdf |x|<=1", math::normal_cdf, exact_normal_cdf, between(-1, 1));
    expect_within(2, "normal_cdf left tail", math::normal_cdf, exact_normal_cdf, between(-39.5, -6));
    expect_within(2, "normal_cdf right", math::normal_cdf, exact_normal_cdf, between(1, 40));
}

TEST(math, normal_density_is_within_two_ulp_of_mpfr_far_into_the_tails) {
    expect_within(2, "normal_density |x|<=6", math::normal_density, exact_normal_density, between(-6, 6));
    expect_within(2, "normal_density left", math::normal_density, exact_normal_density, between(-39, -6));
    expect_within(2, "normal_density right", math::normal_density, exact_normal_density, between(6, 39));
    EXPECT_EQ(math::normal_density(1e200), 0);
    EXPECT_EQ(math::normal_density(-math::infinity), 0);
    EXPECT_TRUE(math::is_nan(math::normal_density(math::not_a_number)));
}

TEST(math, logistic_is_within_two_ulp_of_mpfr) {
    expect_within(2, "logistic |x|<=40", math::logistic, exact_logistic, between(-40, 40));
    expect_within(2, "logistic |x|<=2", math::logistic, exact_logistic, between(-2, 2));
    expect_within(2, "logistic far", math::logistic, exact_logistic, between(-750, 750));
}

TEST(math, gamma_and_its_logarithm_are_within_two_ulp_of_mpfr) {
    expect_within(2, "gamma", math::gamma, exactly<mpfr_gamma>, between(1e-5, 170));
    expect_within(2, "gamma <= 10", math::gamma, exactly<mpfr_gamma>, between(0.01, 10.5));
    expect_within(2, "gamma tiny", math::gamma, exactly<mpfr_gamma>, between(1e-300, 1));
    expect_within(2, "gamma top", math::gamma, exactly<mpfr_gamma>, between(170, 171.624));
    expect_within(2, "lgamma", math::lgamma, exactly<mpfr_lngamma>, between(1e-5, 100));
    expect_within(2, "lgamma near its zeros", math::lgamma, exactly<mpfr_lngamma>, between(0.4, 3));
    expect_within(2, "lgamma large", math::lgamma, exactly<mpfr_lngamma>, between(10, 2.556348e305));
    expect_within(2, "lgamma tiny", math::lgamma, exactly<mpfr_lngamma>, between(1e-300, 1));
}

TEST(math, digamma_is_within_two_ulp_of_mpfr) {
    expect_within(2, "digamma", math::digamma, exactly<mpfr_digamma>, between(1e-5, 30));
    expect_within(2, "digamma near its zero", math::digamma, exactly<mpfr_digamma>, between(1, 2));
    expect_within(2, "digamma at its zero", math::digamma, exactly<mpfr_digamma>, between(1.46163214, 1.46163215));
    expect_within(2, "digamma large", math::digamma, exactly<mpfr_digamma>, between(8, 1e300));
    expect_within(2, "digamma tiny", math::digamma, exactly<mpfr_digamma>, between(1e-300, 1));
}

TEST(math, normal_quantile_inverts_normal_cdf_within_a_few_ulp) {
    struct Range {
        double low, high, bound;
    };
    for (const auto& [low, high, bound] :
         {Range{0x1p-1074, 0.5, 3.5}, Range{0.01, 0.99, 3.5}, Range{0.5, 1 - 0x1p-53, 3.5}, Range{0.125, 0.875, 2.3}}) {
        Worst worst;
        for (const double p : between(low, high)) {
            if (p == 0.5) continue;
            const double error = quantile_ulps(p);
            if (!(error <= worst.error)) worst = {error, p};
        }
        std::printf("    %-28s max %.3f ulp at %a = %.17g\n", "normal_quantile", worst.error, worst.at, worst.at);
        EXPECT_LE(worst.error, bound) << worst.at;
    }
}

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
