// The project's own elementary functions. They use nothing but IEEE + - * /, square roots and the bits of doubles, so
// that glibc, musl and WebAssembly give the same last bit: a simulated life amplifies last bits into other lives.
// Compile with -ffp-contract=off. Plain overloadable functions over double; other number types (math/dual.hpp,
// math/together.hpp) bring their own overloads in this namespace. The templates below branch on the value alone.
#pragma once

#include "nearness/base/math/bits.hpp"
#include "nearness/base/math/dual.hpp"
#include "nearness/base/math/error_function.hpp"
#include "nearness/base/math/exponential.hpp"
#include "nearness/base/math/gamma.hpp"
#include "nearness/base/math/logarithm.hpp"
#include "nearness/base/math/power.hpp"
#include "nearness/base/math/together.hpp"
#include "nearness/base/math/trigonometric.hpp"
#include "nearness/base/primal.hpp"

namespace nearness::math {

template <typename Real>
constexpr Real square(const Real& x) {
    return x * x;
}

/// The larger; the first if they are equal or not comparable.
template <typename Real>
constexpr Real maximum(const Real& a, const Real& b) {
    return a < b ? b : a;
}

/// The smaller; the first if they are equal or not comparable.
template <typename Real>
constexpr Real minimum(const Real& a, const Real& b) {
    return b < a ? b : a;
}

/// x kept between low and high, which may be of another type (double limits for a dual number); NaN stays NaN.
template <typename Real, typename Low, typename High>
constexpr Real clip(const Real& x, const Low& low, const High& high) {
    if (x < low) return Real(low);
    if (high < x) return Real(high);
    return x;
}

/// |x| for number types without an overload of their own.
template <typename Real>
constexpr Real absolute(const Real& x) {
    return x < 0 ? -x : x;
}

}  // namespace nearness::math
