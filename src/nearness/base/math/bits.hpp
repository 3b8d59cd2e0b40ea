// The bit-level tools under the elementary functions: representation, rounding, sums and products in two doubles.
#pragma once

#include <cfloat>
#include <cstdint>
#include <limits>

#if defined(__FAST_MATH__)
#error "the elementary functions promise the same bits everywhere: compile without -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "the elementary functions need arithmetic rounded to double at every step");
static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<double>::digits == 53);

namespace nearness::math {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double pi = 0x1.921fb54442d18p+1;

constexpr std::uint64_t bits_of(double x) { return __builtin_bit_cast(std::uint64_t, x); }
constexpr double from_bits(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

constexpr bool is_nan(double x) { return x != x; }
constexpr bool is_finite(double x) { return x - x == 0; }
constexpr bool is_negative(double x) { return bits_of(x) >> 63 != 0; }  // of -0 too

constexpr double absolute(double x) { return from_bits(bits_of(x) & 0x7fffffffffffffffU); }
constexpr double copy_sign(double magnitude, double sign) {
    return from_bits((bits_of(magnitude) & 0x7fffffffffffffffU) | (bits_of(sign) & 0x8000000000000000U));
}

/// Correctly rounded, as IEEE 754 demands of every platform.
inline double sqrt(double x) { return __builtin_sqrt(x); }

/// Adding this to |x| < 2^51 leaves the nearest integer (ties to even) in the low bits of the sum.
inline constexpr double integer_shift = 0x1.8p52;

/// The largest integer not above x.
constexpr double floor(double x) {
    if (!(absolute(x) < 0x1p52)) return x;  // already an integer, or no number
    const double whole = copy_sign((absolute(x) + 0x1p52) - 0x1p52, x);
    return copy_sign(whole > x ? whole - 1 : whole, x < 0 ? -1.0 : x);
}

/// 2^n for -1022 <= n <= 1023.
constexpr double power_of_two(int n) { return from_bits(static_cast<std::uint64_t>(n + 1023) << 52); }

/// x 2^n with one rounding, where |x| is near 1 and the result may be subnormal or infinite; |n| <= 2000.
constexpr double scale(double x, int n) {
    if (n > 1023) return x * 0x1p1023 * power_of_two(n > 2046 ? 1023 : n - 1023);
    if (n < -1022) return n < -1200 ? x * 0x1p-1000 * 0x1p-1000 : x * power_of_two(n + 200) * 0x1p-200;
    return x * power_of_two(n);
}

/// An unevaluated sum of two doubles, |low| at most half a last place of high.
struct TwoDoubles {
    double high;
    double low;
};

/// a + b exactly, for any two numbers (Knuth).
constexpr TwoDoubles exact_sum(double a, double b) {
    const double sum = a + b;
    const double b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// a + b exactly, where |a| >= |b| or a = 0 (Dekker).
constexpr TwoDoubles exact_ordered_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// The nearest number of 26 bits. The rest has 26 bits too (and a sign), so that products of any two parts are exact.
constexpr double upper_half(double x) { return from_bits((bits_of(x) + 0x4000000U) & 0xfffffffff8000000U); }

/// a b exactly, barring overflow and underflow (Dekker; no fused multiply-add, which not every platform has).
constexpr TwoDoubles exact_product(double a, double b) {
    const double product = a * b;
    const double a_high = upper_half(a), b_high = upper_half(b);
    const double a_low = a - a_high, b_low = b - b_high;
    return {product, (((a_high * b_high - product) + a_high * b_low) + a_low * b_high) + a_low * b_low};
}

constexpr TwoDoubles operator+(TwoDoubles a, TwoDoubles b) {
    const TwoDoubles sum = exact_sum(a.high, b.high);
    const TwoDoubles lows = exact_sum(a.low, b.low);
    const TwoDoubles first = exact_ordered_sum(sum.high, sum.low + lows.high);
    return exact_ordered_sum(first.high, first.low + lows.low);
}
constexpr TwoDoubles operator-(TwoDoubles a) { return {-a.high, -a.low}; }
constexpr TwoDoubles operator*(TwoDoubles a, TwoDoubles b) {
    const TwoDoubles product = exact_product(a.high, b.high);
    return exact_ordered_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}
constexpr TwoDoubles operator/(TwoDoubles a, TwoDoubles b) {
    const double quotient = a.high / b.high;
    const TwoDoubles product = exact_product(quotient, b.high);
    const double rest = ((a.high - product.high) - product.low) + (a.low - quotient * b.low);
    return exact_ordered_sum(quotient, rest / b.high);
}

template <int exponent, typename Value>
[[gnu::always_inline]] constexpr Value power_of(const Value& x) {  // exponent a power of two
    if constexpr (exponent == 1) {
        return x;
    } else {
        const Value root = power_of<exponent / 2>(x);
        return root * root;
    }
}

/// c[0] + c[1] x + ... in Estrin's order: halves side by side, so that the processor need not wait.
template <int count, typename Value>
[[gnu::always_inline]] constexpr Value polynomial_of(const double* c, const Value& x) {
    if constexpr (count == 1) {
        return Value(c[0]);
    } else if constexpr (count == 2) {
        return c[0] + c[1] * x;
    } else {
        constexpr int half = count > 32 ? 32 : count > 16 ? 16 : count > 8 ? 8 : count > 4 ? 4 : 2;
        return polynomial_of<half>(c, x) + power_of<half>(x) * polynomial_of<count - half>(c + half, x);
    }
}
template <int count, typename Value>
[[gnu::always_inline]] constexpr Value polynomial(const double (&c)[count], const Value& x) {
    return polynomial_of<count>(c, x);
}

/// c[0] + c[1] x + ... in two doubles, the first two coefficients with low parts: for the functions that are not in
/// inner loops. The relative error is that of the terms from x^2 on.
template <int count>
constexpr TwoDoubles accurate_polynomial(const double (&c)[count], const double (&lows)[2], double x) {
    const TwoDoubles first = exact_ordered_sum(c[1], lows[1] + x * polynomial_of<count - 2>(c + 2, x));
    const TwoDoubles product = exact_product(x, first.high);
    const TwoDoubles sum = exact_sum(c[0], product.high);
    return exact_ordered_sum(sum.high, sum.low + (lows[0] + (product.low + x * first.low)));
}

}  // namespace nearness::math
