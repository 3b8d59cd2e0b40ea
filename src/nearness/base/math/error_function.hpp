// erf, erfc, the normal distribution function, its slope and its inverse. Coefficients: scripts/derive_math_coefficients.py.
#pragma once

#include "nearness/base/math/exponential.hpp"
#include "nearness/base/math/logarithm.hpp"

namespace nearness::math {

/// What a tail is made of: e^(-a) scale/(x + pole) (1 + m(s)), s = (x - shift)/(x + shift), one polynomial m, of size
/// 0.15 at most, for the whole half line. Pole, shift and scale are short numbers, chosen to make m small and,
/// near x = 0, flat.
struct NormalTail {
    static constexpr double exponent = -0.5, pole = coefficients::normal_pole, shift = coefficients::normal_shift,
                            scale = coefficients::normal_scale;
    static constexpr const auto& mapped = coefficients::normal_mapped;
};
struct ErfcTail {
    static constexpr double exponent = -1, pole = coefficients::erfc_pole, shift = coefficients::erfc_shift,
                            scale = coefficients::erfc_scale;
    static constexpr const auto& mapped = coefficients::erfc_mapped;
};

/// The tail as 2^power leading (1 + excess).
template <typename Value>
struct TailParts {
    Value leading;
    Value excess;
    Value shifted_power;
};

/// For 0 <= x <= 39. The argument is cut to 20 binary places, so that its square and its sum with the pole are exact;
/// what the cut and the rounded division leave out is made good to first order or, where that is not enough, second.
template <typename Tail, typename Value>
[[gnu::always_inline]] inline TailParts<Value> tail_parts(const Value& x) {
    const Value upper = (x + 0x1.8p32) - 0x1.8p32;
    const Value lower = x - upper;
    const Value sum = upper + Tail::pole;
    const Value leading = Tail::scale / sum;
    const Value leading_upper = upper_half(leading);
    constexpr double inverse_scale = 1 / Tail::scale;
    const Value unrounded =
        ((Tail::scale - leading_upper * sum) - (leading - leading_upper) * sum) * inverse_scale;  // exact differences
    const Value cut = lower * (leading * inverse_scale);
    const Value correction = unrounded + (cut * cut - cut);
    const Value mapped = polynomial(Tail::mapped, Value((x - Tail::shift) / (x + Tail::shift)));
    // which power of two is split off does not depend on the last bits of x^2, so it need not wait for them
    constexpr double in_binary = Tail::exponent * coefficients::inverse_log_2;
    const auto parts = exponential_parts(Value(Tail::exponent * upper * upper),
                                         Value(Tail::exponent * lower * (x + upper)), Value(x * x * in_binary));
    const Value corrected = parts.excess + (correction + correction * parts.excess);
    return {leading, corrected + (mapped + mapped * corrected), parts.shifted_power};
}

/// The tail for 0 <= x <= 37 (normal) or 26 (erfc), where it is a normal number; without a branch.
template <typename Tail, typename Value>
[[gnu::always_inline]] inline Value tail_core(const Value& x) {
    const TailParts<Value> parts = tail_parts<Tail>(x);
    const Value leading = scaled_by_shifted(parts.leading, parts.shifted_power);
    return leading + leading * parts.excess;
}

/// The tail for any x >= 0: further out it is subnormal, then 0.
template <typename Tail>
inline double tail_wide(double x) {
    if (x > 39) return 0;
    const auto parts = tail_parts<Tail>(x);
    return scale(parts.leading + parts.leading * parts.excess, static_cast<int>(parts.shifted_power - integer_shift));
}

/// normal_cdf(x) for |x| <= 37 only, without a branch: loops over it become vector code. The same bits as normal_cdf.
template <typename Value>
[[gnu::always_inline]] inline Value normal_cdf_core(const Value& x) {
    const Value tail = tail_core<NormalTail>(Value(absolute(x)));
    return select(x < Value(0.0), tail, Value(1 - tail));
}

/// The standard normal distribution function, within 1.9 ulp all through the left tail, subnormal results included.
inline double normal_cdf(double x) {
    if (absolute(x) <= 37) [[likely]]
        return normal_cdf_core(x);
    if (is_nan(x)) return x;
    return x < 0 ? tail_wide<NormalTail>(-x) : 1;
}

/// The density of the standard normal distribution, the slope of normal_cdf: within 2 ulp, in the tails too, because x^2
/// is taken in two doubles.
inline double normal_density(double x) {
    const TwoDoubles square = exact_product(x, x);
    return coefficients::inverse_root_two_pi * exp(TwoDoubles{-0.5 * square.high, -0.5 * square.low});
}

/// The complementary error function, within 1.9 ulp all through the right tail.
inline double erfc(double x) {
    if (absolute(x) <= 26) [[likely]] {
        const double tail = tail_core<ErfcTail>(absolute(x));
        return x < 0 ? 2 - tail : tail;
    }
    if (is_nan(x)) return x;
    return x < 0 ? 2 : tail_wide<ErfcTail>(x);
}

/// The error function, within 1 ulp.
inline double erf(double x) {
    if (is_nan(x)) return x;
    if (absolute(x) <= 0.75) return x + x * polynomial(coefficients::erf_centre, x * x);
    return copy_sign(1 - erfc(absolute(x)), x);
}

/// The inverse of normal_cdf, within 3.5 ulp (2.3 for p from 1/8 to 7/8); infinite at 0 and 1, NaN outside.
inline double normal_quantile(double p) {
    namespace c = coefficients;
    if (!(p >= 0 && p <= 1)) return not_a_number;
    if (p == 0 || p == 1) return p == 0 ? -infinity : infinity;
    const double q = p - 0.5;  // exact from 1/4 upwards, and q^2 forgives the rest
    if (absolute(q) <= 0.375) {
        const TwoDoubles centre = accurate_polynomial(c::quantile_centre, c::quantile_centre_lows, q * q);
        return q * centre.high + q * centre.low;
    }
    const double w = sqrt(-2 * log(q < 0 ? p : 1 - p));
    const double x = w * (w <= 8 ? accurate_polynomial(c::quantile_near, c::quantile_near_lows,
                                                       (w - c::quantile_near_shift) / (w + c::quantile_near_shift))
                                 : accurate_polynomial(c::quantile_far, c::quantile_far_lows,
                                                       (w - c::quantile_far_shift) / (w + c::quantile_far_shift)))
                             .high;
    return q < 0 ? -x : x;
}

}  // namespace nearness::math
