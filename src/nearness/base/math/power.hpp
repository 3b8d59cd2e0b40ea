// pow: e^(y log x), the logarithm and the product in two doubles.
#pragma once

#include "nearness/base/math/exponential.hpp"
#include "nearness/base/math/logarithm.hpp"

namespace nearness::math {

/// x^y, within 1 ulp, with the special values of C99: among them pow(1, NaN) = pow(NaN, 0) = 1.
inline double pow(double x, double y) {
    if (y == 0 || x == 1) return 1;
    if (is_nan(x) || is_nan(y)) return not_a_number;
    const double size = absolute(x);
    const bool whole = floor(y) == y;
    const bool odd = whole && absolute(y) < 0x1p53 && floor(0.5 * y) != 0.5 * y;
    const double sign = odd && is_negative(x) ? -1.0 : 1.0;
    if (absolute(y) == infinity) return size == 1 ? 1 : (size > 1) == (y > 0) ? infinity : 0.0;
    if (size == 0 || size == infinity) return sign * ((size == 0) == (y > 0) ? 0.0 : infinity);
    if (x < 0 && !whole) return not_a_number;
    if (size == 1) return sign;
    if (absolute(y) > 0x1p65) return sign * ((size > 1) == (y > 0) ? infinity : 0.0);  // |log x| >= 2^-53
    const bool subnormal = size < 0x1p-1022;
    TwoDoubles logarithm = log_two_doubles(subnormal ? size * 0x1p54 : size);
    if (subnormal) {
        namespace c = coefficients;
        logarithm = logarithm + exact_sum(-54 * c::log_2_exact_part_1, -54 * c::log_2_exact_part_2);
    }
    if (absolute(y) < 0x1p-100) return sign;
    return sign * exp(logarithm * TwoDoubles{y, 0});
}

}  // namespace nearness::math
