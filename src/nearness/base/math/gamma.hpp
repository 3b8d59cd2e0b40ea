// gamma, its logarithm, and the derivative of that. Coefficients: scripts/derive_math_coefficients.py.
#pragma once

#include "nearness/base/math/exponential.hpp"
#include "nearness/base/math/logarithm.hpp"

namespace nearness::math {

/// log gamma in two doubles by Stirling's formula, 10 <= x <= 1e300.
inline TwoDoubles log_gamma_stirling(TwoDoubles x) {
    namespace c = coefficients;
    const double inverse = 1 / x.high;
    const double remainder = inverse * polynomial(c::log_gamma_stirling, inverse * inverse);
    TwoDoubles logarithm = log_two_doubles(x.high);
    logarithm = logarithm + TwoDoubles{x.low * inverse, 0};
    const TwoDoubles main = (x + TwoDoubles{-0.5, 0}) * logarithm + -x;
    return main + (TwoDoubles{c::half_log_2_pi_high, c::half_log_2_pi_low} + TwoDoubles{remainder, 0});
}

/// gamma(x) = gamma(raised)/product, raised >= 10.
struct RaisedGamma {
    TwoDoubles raised;
    TwoDoubles product;
};
inline RaisedGamma raise_gamma(double x) {
    RaisedGamma result{{x, 0}, {1, 0}};
    while (result.raised.high < 10) {
        result.product = result.product * result.raised;
        result.raised = result.raised + TwoDoubles{1, 0};
    }
    return result;
}

/// The logarithm of the gamma function, x > 0, within 1.3 ulp, at its zeros 1 and 2 too; infinite at 0, NaN below.
inline double lgamma(double x) {
    namespace c = coefficients;
    if (!(x > 0)) return x == 0 ? infinity : not_a_number;
    if (x > 1e300) return x * (log(x) - 1);  // the rest is far below the last place
    if (absolute(x - 1) <= 0.25) {
        const TwoDoubles factor = accurate_polynomial(c::log_gamma_near_one, c::log_gamma_near_one_lows, x - 1);
        return (x - 1) * factor.high + (x - 1) * factor.low;
    }
    if (absolute(x - 2) <= 0.5) {
        const TwoDoubles factor = accurate_polynomial(c::log_gamma_near_two, c::log_gamma_near_two_lows, x - 2);
        return (x - 2) * factor.high + (x - 2) * factor.low;
    }
    if (x < 0x1p-60) return -log(x);
    const RaisedGamma raised = raise_gamma(x);
    const TwoDoubles value = log_gamma_stirling(raised.raised);
    if (x >= 10) return value.high;
    const TwoDoubles& product = raised.product;
    TwoDoubles logarithm = log_two_doubles(product.high);
    logarithm = logarithm + TwoDoubles{product.low / product.high, 0};
    return (value + -logarithm).high;
}

/// The gamma function, x > 0, within 1.8 ulp; infinite at 0 and from 171.63, NaN below 0.
inline double gamma(double x) {
    if (!(x > 0)) return x == 0 ? infinity : not_a_number;
    if (x > 172) return infinity;
    if (x < 0x1p-60) return 1 / x;
    const RaisedGamma raised = raise_gamma(x);
    const TwoDoubles value = log_gamma_stirling(raised.raised);
    if (x >= 10) return exp(value);
    const double size = exp(TwoDoubles{value.high, value.low});
    return (TwoDoubles{size, 0} / raised.product).high;
}

/// The derivative of lgamma, x > 0, within 1.4 ulp, at its zero too; -infinity at 0, NaN below.
inline double digamma(double x) {
    namespace c = coefficients;
    if (!(x > 0)) return x == 0 ? -infinity : not_a_number;
    if (x < 0x1p-60) return -1 / x;
    if (x >= 8) {
        const double inverse = 1 / x;
        const double z = inverse * inverse;
        return log(x) - (0.5 * inverse + z * polynomial(c::digamma_stirling, z));
    }
    // digamma(x) = digamma(y) + shift, y between 1 and 2; all in two doubles, since the two may nearly cancel
    const double y = x - floor(x) + 1;
    TwoDoubles shift{0, 0};
    if (x < 1) {
        shift = TwoDoubles{-1, 0} / TwoDoubles{x, 0};
    } else {
        for (double step = x - 1; step >= 1; step -= 1) shift = shift + TwoDoubles{1, 0} / TwoDoubles{step, 0};
    }
    const TwoDoubles distance = exact_sum(y - c::digamma_root_high, -c::digamma_root_low);  // the difference is exact
    const TwoDoubles centre = distance * accurate_polynomial(c::digamma_centre, c::digamma_centre_lows, 2 * y - 3);
    return (centre + shift).high;
}

}  // namespace nearness::math
