// Sine and cosine, of radians and of turns. Coefficients: scripts/derive_math_coefficients.py.
#pragma once

#include "nearness/base/math/bits.hpp"
#include "nearness/base/math/coefficients.hpp"

namespace nearness::math {

struct SineCosine {
    double sine;
    double cosine;
};

/// Turns the sine and cosine of the rest into those of the rest plus quarter (its low bits) quarter turns.
inline SineCosine quarter_turned(double sine, double cosine, std::uint64_t quarter) {
    const std::uint64_t swap = (std::uint64_t{0} - (quarter & 1));
    const std::uint64_t difference = (bits_of(sine) ^ bits_of(cosine)) & swap;
    const std::uint64_t sine_sign = (quarter & 2) << 62;
    const std::uint64_t cosine_sign = ((quarter + 1) & 2) << 62;
    return {from_bits(bits_of(sine) ^ difference ^ sine_sign), from_bits(bits_of(cosine) ^ difference ^ cosine_sign)};
}

/// Sine and cosine of 2 pi u for |u| <= 2^48, without a branch. The same bits as sin_cos_turns.
inline SineCosine sin_cos_turns_core(double u) {
    namespace c = coefficients;
    const double shifted = 4 * u + integer_shift;
    const double r = u - 0.25 * (shifted - integer_shift);  // exact: turns need no approximate period
    const double z = r * r;
    const double sine = r * c::two_pi_high + r * (c::two_pi_low + z * polynomial(c::sine_turns_tail, z));
    const double cosine = 1 + z * polynomial(c::cosine_turns_tail, z);
    return quarter_turned(sine, cosine, bits_of(shifted));
}

/// Sine and cosine of 2 pi u, within 1.8 ulp, exact at quarter turns; NaN for infinite u.
inline SineCosine sin_cos_turns(double u) {
    if (absolute(u) <= 0x1p48) [[likely]]
        return sin_cos_turns_core(u);
    if (!is_finite(u)) return {not_a_number, not_a_number};
    return sin_cos_turns_core(u - floor(u));
}
inline double sin_turns(double u) { return sin_cos_turns(u).sine; }
inline double cos_turns(double u) { return sin_cos_turns(u).cosine; }

/// Sine and cosine of x radians, within 0.9 ulp, |x| <= 1e5; NaN beyond, where the reduction below would lose digits in silence.
inline SineCosine sin_cos(double x) {
    namespace c = coefficients;
    if (!(absolute(x) <= 1e5)) return {not_a_number, not_a_number};
    if (absolute(x) < 0x1p-27) return {x, 1};
    const double shifted = x * c::inverse_half_pi + integer_shift;
    const double quarters = shifted - integer_shift;
    // pi/2 in parts of 33 bits, so that their products with up to 2^17 quarters are exact (Cody and Waite)
    TwoDoubles r = exact_sum(x - quarters * c::half_pi_part_1, -quarters * c::half_pi_part_2);
    const TwoDoubles third = exact_sum(r.low, -quarters * c::half_pi_part_3);
    r = exact_sum(r.high, third.high);
    r = exact_ordered_sum(r.high, r.low + (third.low - quarters * c::half_pi_part_4));
    const double z = r.high * r.high;
    const double sine = r.high + (r.low * (1 - 0.5 * z) + r.high * z * polynomial(c::sine_tail, z));
    const double half = 0.5 * z;
    const double one_less = 1 - half;
    const double cosine =
        one_less + (((1 - one_less) - half) + (z * z * polynomial(c::cosine_tail, z) - r.high * r.low));
    return quarter_turned(sine, cosine, bits_of(shifted));
}
inline double sin(double x) { return sin_cos(x).sine; }
inline double cos(double x) { return sin_cos(x).cosine; }

}  // namespace nearness::math
