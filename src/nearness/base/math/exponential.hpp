// exp, expm1, logistic. Coefficients: scripts/derive_math_coefficients.py.
#pragma once

#include "nearness/base/math/bits.hpp"
#include "nearness/base/math/coefficients.hpp"
#include "nearness/base/math/together.hpp"

namespace nearness::math {

/// e^x = 2^power (1 + excess), excess from -0.3 to 0.42.
template <typename Value>
struct ExponentialParts {
    Value excess;
    Value shifted_power;  // integer_shift + power: the power sits in the low bits
};

/// The parts of e^(x + low), |x| < 1e5, |low| < 1e-3, given a number within 0.01 of x/log(2).
template <typename Value>
[[gnu::always_inline]] inline ExponentialParts<Value> exponential_parts(const Value& x, const Value& low,
                                                                        const Value& in_binary) {
    namespace c = coefficients;
    const Value shifted = in_binary + integer_shift;
    const Value power = shifted - integer_shift;
    const Value r_high = x - power * c::log_2_high;  // exact
    const Value r_low = low - power * c::log_2_low;
    const Value r = r_high + r_low;
    const Value rounded_off = (r_high - r) + r_low;  // meant for r_low the smaller; if it is not, r is tiny
    // r + r^2 (q[0] + q[1] r + ...), each power taken as soon as it is there and r, the largest, added last
    const auto& q = c::exp_tail;
    const Value r2 = r * r;
    const Value r4 = r2 * r2;
    const Value low_terms = r2 * (q[0] + q[1] * r) + rounded_off;
    const Value middle_terms = r4 * ((q[2] + q[3] * r) + r2 * (q[4] + q[5] * r));
    const Value high_terms = (r4 * r4) * ((q[6] + q[7] * r) + r2 * (q[8] + q[9] * r));
    return {r + (low_terms + (middle_terms + high_terms)), shifted};
}
template <typename Value>
[[gnu::always_inline]] inline ExponentialParts<Value> exponential_parts(const Value& x, const Value& low) {
    return exponential_parts(x, low, Value(x * coefficients::inverse_log_2));
}

/// x 2^power, where that is neither subnormal nor infinite: the power is added to the bits of the exponent.
constexpr double scaled_by_shifted(double x, double shifted_power) {
    return from_bits(bits_of(x) + (bits_of(shifted_power) << 52));
}

/// 2^power, from the shifted power; for powers from -1022 to 1023.
inline double power_of_two_shifted(double shifted_power) {
    return from_bits((bits_of(shifted_power) << 52) + 0x3ff0000000000000U);
}

/// e^x for |x| <= 708 only, without a branch: loops over it become vector code. The same bits as exp.
template <typename Value>
[[gnu::always_inline]] inline Value exp_core(const Value& x) {
    const auto parts = exponential_parts(x, Value(0.0));
    return scaled_by_shifted(Value(1 + parts.excess), parts.shifted_power);
}

/// e^(x + low) over the whole range, |low| < 1e-3.
inline double exp_wide(double x, double low) {
    if (is_nan(x)) return x;
    if (x > 710) return infinity;
    if (x < -746) return 0;
    const auto parts = exponential_parts(x, low);
    return scale(1 + parts.excess, static_cast<int>(parts.shifted_power - integer_shift));
}

/// e^x, within 1 ulp, subnormal results too; infinite above 709.78, 0 below -745.13.
inline double exp(double x) {
    if (absolute(x) <= 708) [[likely]]
        return exp_core(x);
    return exp_wide(x, 0);
}

/// e^x - 1, within 1.5 ulp, accurate near 0.
inline double expm1(double x) {
    namespace c = coefficients;
    if (!(absolute(x) <= 708)) {
        if (x < 0) return -1;
        return exp(x);
    }
    if (x < -38) return -1;
    const double shifted = x * c::inverse_log_2 + integer_shift;
    const double power = shifted - integer_shift;
    const TwoDoubles r = exact_ordered_sum(x - power * c::log_2_high, -power * c::log_2_low);
    const double square = r.high * r.high;
    const double tail = square * polynomial(c::exp_tail, r.high) + r.low * (1 + r.high);
    if (power == 0) return x == 0 ? x : r.high + tail;
    // 2^power (1 + r + tail) - 1 = 2^power ((1 - 2^-power) + r + tail), the first difference exact up to power 53
    const TwoDoubles sum = exact_sum(1 - power_of_two_shifted(2 * integer_shift - shifted), r.high);
    return (sum.high + (sum.low + tail)) * power_of_two_shifted(shifted);
}

/// e^(a.high + a.low) over the whole range.
inline double exp(TwoDoubles a) {
    if (absolute(a.high) <= 708) {
        const auto parts = exponential_parts(a.high, a.low);
        return scaled_by_shifted(1 + parts.excess, parts.shifted_power);
    }
    return exp_wide(a.high, a.low);
}

/// 1/(1 + e^-x), from the side on which nothing overflows; given e^-|x|.
template <typename Value>
[[gnu::always_inline]] inline Value logistic_from(const Value& x, const Value& shrunk) {
    const Value sum = 1 + shrunk;
    const Value quotient = select(x < Value(0.0), shrunk, Value(1.0)) / sum;
    // What the sum lost, over the sum: 1/sum by a line, good to 5 percent, which need not wait for the division.
    const Value lost = (shrunk - (sum - 1)) * (0x1.75p+0 - 0.5 * sum);
    return quotient - quotient * lost;
}

/// The logistic function for |x| <= 708 only, without a branch. The same bits as logistic.
template <typename Value>
[[gnu::always_inline]] inline Value logistic_core(const Value& x) {
    return logistic_from(x, exp_core(Value(-absolute(x))));
}

/// 1/(1 + e^-x), within 1.8 ulp, relative to itself in the left tail too.
inline double logistic(double x) {
    if (absolute(x) <= 708) [[likely]]
        return logistic_core(x);
    return logistic_from(x, exp_wide(-absolute(x), 0));
}

/// Replaces each of the numbers by its exp, as exp would, in vector code if none is beyond 708.
inline void exp_each(double* first, int count) {
    bool ordinary = true;
    for (int i = 0; i < count; ++i) ordinary = ordinary & (absolute(first[i]) <= 708);
    if (ordinary) {
        for (int i = 0; i < count; ++i) first[i] = exp_core(first[i]);
    } else {
        for (int i = 0; i < count; ++i) first[i] = exp(first[i]);
    }
}

}  // namespace nearness::math
