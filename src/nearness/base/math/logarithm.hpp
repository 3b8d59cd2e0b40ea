// log, log1p. Coefficients: scripts/derive_math_coefficients.py.
#pragma once

#include "nearness/base/math/bits.hpp"
#include "nearness/base/math/coefficients.hpp"

namespace nearness::math {

/// x = 2^power m with m between sqrt(1/2) and sqrt(2); x positive and normal.
struct LogarithmParts {
    double mantissa;
    double power;
};
inline LogarithmParts logarithm_parts(double x) {
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdU;
    const std::uint64_t offset = bits_of(x) - root_half;  // its exponent field is the power
    const std::uint64_t mantissa = (offset & 0x000fffffffffffffU) + root_half;
    const std::uint64_t biased = (offset + 0x4000000000000000U) >> 52;  // power + 1024, kept from going below 0
    return {from_bits(mantissa), from_bits(biased | 0x4330000000000000U) - (0x1p52 + 1024)};
}

/// log(1 + f) + low + power log 2, for 1 + f between sqrt(1/2) and sqrt(2). With s = f/(2 + f), log(1 + f) = 2 atanh(s)
/// = f - (f^2/2 - s (f^2/2 + t)), where t = s^2 (2/3 + 2 s^2/5 + ...): the arrangement of FreeBSD's and Sun's log,
/// which puts the only large term, f, last and unrounded.
inline double logarithm_assembled(double f, double power, double low) {
    namespace c = coefficients;
    const double s = f / (2 + f);
    const double z = s * s;
    const double t = z * polynomial(c::log_tail, z);
    const double half_square = 0.5 * f * f;
    return power * c::log_2_high + (f - (half_square - (s * (half_square + t) + (power * c::log_2_low + low))));
}

/// log x for positive normal x only, without a branch. The same bits as log.
inline double log_core(double x) {
    const LogarithmParts parts = logarithm_parts(x);
    return logarithm_assembled(parts.mantissa - 1, parts.power, 0);
}

/// log x for what log_core leaves out.
inline double log_wide(double x) {
    if (x == 0) return -infinity;
    if (x < 0) return not_a_number;
    if (!is_finite(x)) return x;
    const LogarithmParts parts = logarithm_parts(x * 0x1p54);
    return logarithm_assembled(parts.mantissa - 1, parts.power - 54, 0);
}

/// Natural logarithm, within 0.9 ulp; -infinity at 0, NaN below.
inline double log(double x) {
    if (x >= 0x1p-1022 && x < infinity) [[likely]]
        return log_core(x);
    return log_wide(x);
}

/// log(1 + x), within 0.9 ulp, accurate near 0; -infinity at -1, NaN below.
inline double log1p(double x) {
    if (!(x > -1)) return x == -1 ? -infinity : not_a_number;
    if (x == infinity) return x;
    if (x > -0.29 && x < 0.41) return x == 0 ? x : logarithm_assembled(x, 0, 0);
    const TwoDoubles sum = exact_sum(1, x);
    const LogarithmParts parts = logarithm_parts(sum.high);
    return logarithm_assembled(parts.mantissa - 1, parts.power, sum.low / sum.high);
}

/// log x in two doubles (relative error near 2^-65), x positive and normal.
inline TwoDoubles log_two_doubles(double x) {
    namespace c = coefficients;
    const LogarithmParts parts = logarithm_parts(x);
    const double f = parts.mantissa - 1;
    const TwoDoubles s = TwoDoubles{f, 0} / exact_sum(2, f);
    const TwoDoubles z = s * s;
    const TwoDoubles cube_part = s * z * TwoDoubles{c::two_thirds_high, c::two_thirds_low};
    const double tail = s.high * (z.high * z.high) * polynomial(c::log_second_tail, z.high);
    const TwoDoubles small = cube_part + TwoDoubles{tail, 0};
    const TwoDoubles mantissa = TwoDoubles{2 * s.high, 2 * s.low} + small;
    const TwoDoubles power_part = exact_sum(parts.power * c::log_2_exact_part_1, parts.power * c::log_2_exact_part_2);
    return power_part + (TwoDoubles{parts.power * c::log_2_exact_part_3, 0} + mantissa);
}

}  // namespace nearness::math
