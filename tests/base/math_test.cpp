// The elementary functions against MPFR: dense and random arguments. Special values: math_values_test.cpp.
#include "base/mpfr_numbers.hpp"

#include <gtest/gtest.h>

#include <cstdio>

namespace math = nearness::math;

namespace {

using namespace math::exact;

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

}  // namespace
