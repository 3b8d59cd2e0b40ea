// A number that carries its derivatives along: the number type of the model row when a gradient is wanted.
//
// WHAT    Dual<directions> is a value and its derivatives in that many directions at once. Every operation applies the
//         chain rule to the same value, computed by the same operations on doubles: with or without directions, values
//         are the same to the last bit (tests/world/dual_encounters_test.cpp).
// WHY     Fitting needs gradients of whole lives in many parameters. They come out of the one text of the model; nobody
//         writes a derivative of the model by hand, and none can be forgotten when an equation changes.
// LIMITS  Branches look at the value. At a kink (clip, maximum, |x|) the derivative is that of the branch taken, and a
//         jump (who is on duty, a template opened, a number of nodes) has none. Choosing takes the whole number: what
//         is not chosen leaves no trace, whatever its derivatives. Where a slope is infinite (log and sqrt at 0) so is
//         the derivative, except that of a constant, which stays 0. A value that is infinite or NaN promises nothing.
// CHECKED tests/base/dual_test.cpp, against closed forms and central differences; tests/world/derivatives_test.cpp.
#pragma once

#include "nearness/base/math/error_function.hpp"
#include "nearness/base/math/gamma.hpp"
#include "nearness/base/math/power.hpp"
#include "nearness/base/primal.hpp"

#include <array>
#include <compare>
#include <cstddef>

namespace nearness::math {

template <int directions>
struct Dual {
    static_assert(directions > 0);
    static constexpr std::size_t size = directions;

    double value;
    std::array<double, size> derivative;

    Dual() = default;  // as a double: no value unless asked for one by Dual{}
    constexpr Dual(double constant) : value(constant), derivative{} {}  // NOLINT: a constant is a number as any other

    /// The variable that direction `direction` stands for.
    static constexpr Dual variable(double value, int direction) {
        Dual result(value);
        result.derivative[static_cast<std::size_t>(direction)] = 1;
        return result;
    }

    friend constexpr Dual operator+(const Dual& a, const Dual& b) {
        return each(a.value + b.value, [&](std::size_t i) { return a.derivative[i] + b.derivative[i]; });
    }
    friend constexpr Dual operator-(const Dual& a, const Dual& b) {
        return each(a.value - b.value, [&](std::size_t i) { return a.derivative[i] - b.derivative[i]; });
    }
    friend constexpr Dual operator*(const Dual& a, const Dual& b) {
        return each(a.value * b.value,
                    [&](std::size_t i) { return a.derivative[i] * b.value + a.value * b.derivative[i]; });
    }
    friend constexpr Dual operator/(const Dual& a, const Dual& b) {
        const double quotient = a.value / b.value;
        return each(quotient, [&](std::size_t i) { return (a.derivative[i] - quotient * b.derivative[i]) / b.value; });
    }
    friend constexpr Dual operator-(const Dual& a) {
        return each(-a.value, [&](std::size_t i) { return -a.derivative[i]; });
    }

    friend constexpr Dual operator+(const Dual& a, double b) { return {a.value + b, a.derivative}; }
    friend constexpr Dual operator+(double a, const Dual& b) { return {a + b.value, b.derivative}; }
    friend constexpr Dual operator-(const Dual& a, double b) { return {a.value - b, a.derivative}; }
    friend constexpr Dual operator-(double a, const Dual& b) {
        return each(a - b.value, [&](std::size_t i) { return -b.derivative[i]; });
    }
    friend constexpr Dual operator*(const Dual& a, double b) {
        return each(a.value * b, [&](std::size_t i) { return a.derivative[i] * b; });
    }
    friend constexpr Dual operator*(double a, const Dual& b) {
        return each(a * b.value, [&](std::size_t i) { return a * b.derivative[i]; });
    }
    friend constexpr Dual operator/(const Dual& a, double b) {
        return each(a.value / b, [&](std::size_t i) { return a.derivative[i] / b; });
    }
    friend constexpr Dual operator/(double a, const Dual& b) {
        const double quotient = a / b.value;
        const double slope = -quotient / b.value;
        return each(quotient, [&](std::size_t i) { return slope * b.derivative[i]; });
    }

    template <class Other>
    constexpr Dual& operator+=(const Other& b) {
        return *this = *this + b;
    }
    template <class Other>
    constexpr Dual& operator-=(const Other& b) {
        return *this = *this - b;
    }
    template <class Other>
    constexpr Dual& operator*=(const Other& b) {
        return *this = *this * b;
    }
    template <class Other>
    constexpr Dual& operator/=(const Other& b) {
        return *this = *this / b;
    }

    // By the value alone: two numbers with different derivatives can be equal.
    friend constexpr std::partial_ordering operator<=>(const Dual& a, const Dual& b) { return a.value <=> b.value; }
    friend constexpr std::partial_ordering operator<=>(const Dual& a, double b) { return a.value <=> b; }
    friend constexpr bool operator==(const Dual& a, const Dual& b) { return a.value == b.value; }
    friend constexpr bool operator==(const Dual& a, double b) { return a.value == b; }

    template <class Operation>
    [[gnu::always_inline]] static constexpr Dual each(double value, Operation&& operation) {
        Dual result;
        result.value = value;
        for (std::size_t i = 0; i < size; ++i) result.derivative[i] = operation(i);
        return result;
    }

private:
    constexpr Dual(double of, const std::array<double, size>& derivatives) : value(of), derivative(derivatives) {}
};

template <int directions>
constexpr double primal(const Dual<directions>& x) {
    return x.value;
}

/// f(x), given f and its slope at the value of x. An infinite slope leaves constants alone.
template <int directions>
constexpr Dual<directions> carried(double value, double slope, const Dual<directions>& x) {
    using D = Dual<directions>;
    if (is_finite(slope)) [[likely]]
        return D::each(value, [&](std::size_t i) { return slope * x.derivative[i]; });
    return D::each(value, [&](std::size_t i) { return x.derivative[i] == 0 ? 0.0 : slope * x.derivative[i]; });
}

template <int directions>
inline Dual<directions> sqrt(const Dual<directions>& x) {
    const double root = sqrt(x.value);
    return carried(root, 0.5 / root, x);
}

template <int directions>
inline Dual<directions> exp(const Dual<directions>& x) {
    const double value = exp(x.value);
    return carried(value, value, x);
}
template <int directions>
inline Dual<directions> exp_core(const Dual<directions>& x) {
    const double value = exp_core(x.value);
    return carried(value, value, x);
}
template <int directions>
inline Dual<directions> expm1(const Dual<directions>& x) {
    return carried(expm1(x.value), exp(x.value), x);
}

template <int directions>
inline Dual<directions> log(const Dual<directions>& x) {
    const double value = log(x.value);
    if (x.value == 0) return carried(value, infinity, x);
    return Dual<directions>::each(value, [&](std::size_t i) { return x.derivative[i] / x.value; });
}
template <int directions>
inline Dual<directions> log_core(const Dual<directions>& x) {
    return carried(log_core(x.value), 1 / x.value, x);
}
template <int directions>
inline Dual<directions> log1p(const Dual<directions>& x) {
    return carried(log1p(x.value), 1 / (1 + x.value), x);
}

/// Slopes of x^y. In x: y x^(y - 1), 0 where the power does not depend on x. In y: x^y log x, which goes to 0 with x^y.
inline double slope_in_base(double x, double y) { return y == 0 ? 0 : y * pow(x, y - 1); }
inline double slope_in_exponent(double x, double power) { return power == 0 ? 0 : power * log(x); }

template <int directions>
inline Dual<directions> pow(const Dual<directions>& x, double y) {
    return carried(pow(x.value, y), slope_in_base(x.value, y), x);
}
template <int directions>
inline Dual<directions> pow(double x, const Dual<directions>& y) {
    const double power = pow(x, y.value);
    return carried(power, slope_in_exponent(x, power), y);
}
template <int directions>
inline Dual<directions> pow(const Dual<directions>& x, const Dual<directions>& y) {
    const double power = pow(x.value, y.value);
    const auto by_base = carried(power, slope_in_base(x.value, y.value), x);
    const auto by_exponent = carried(power, slope_in_exponent(x.value, power), y);
    return Dual<directions>::each(power,
                                  [&](std::size_t i) { return by_base.derivative[i] + by_exponent.derivative[i]; });
}

template <int directions>
inline Dual<directions> lgamma(const Dual<directions>& x) {
    return carried(lgamma(x.value), digamma(x.value), x);
}
template <int directions>
inline Dual<directions> gamma(const Dual<directions>& x) {
    const double value = gamma(x.value);
    return carried(value, value * digamma(x.value), x);
}

template <int directions>
inline Dual<directions> normal_cdf(const Dual<directions>& x) {
    return carried(normal_cdf(x.value), normal_density(x.value), x);
}
template <int directions>
inline Dual<directions> normal_cdf_core(const Dual<directions>& x) {
    return carried(normal_cdf_core(x.value), normal_density(x.value), x);
}

/// The slope of the logistic function, given e^-|x|: p (1 - p) without a difference.
constexpr double logistic_slope(double shrunk) { return shrunk / ((1 + shrunk) * (1 + shrunk)); }

template <int directions>
inline Dual<directions> logistic(const Dual<directions>& x) {
    return carried(logistic(x.value), logistic_slope(exp(-absolute(x.value))), x);
}
template <int directions>
inline Dual<directions> logistic_core(const Dual<directions>& x) {
    const double shrunk = exp_core(-absolute(x.value));
    return carried(logistic_from(x.value, shrunk), logistic_slope(shrunk), x);
}

template <int directions>
constexpr Dual<directions> absolute(const Dual<directions>& x) {
    return is_negative(x.value) ? -x : x;
}

}  // namespace nearness::math
