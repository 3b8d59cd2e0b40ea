// Numbers of 200 bits, errors in units of the last place, and arguments to try, for tests of the elementary functions.
#pragma once

#include "nearness/base/math.hpp"

#include <mpfr.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>
#include <vector>

namespace nearness::math::exact {

class Number {
public:
    Number() { mpfr_init2(value_, 200); }
    explicit Number(double x) : Number() { mpfr_set_d(value_, x, MPFR_RNDN); }
    Number(const Number&) = delete;
    Number& operator=(const Number&) = delete;
    ~Number() { mpfr_clear(value_); }
    operator mpfr_ptr() { return value_; }

private:
    mpfr_t value_;
};

using Exact = std::function<void(mpfr_ptr result, double x)>;

/// |value - truth| in units of the last place that a double near the truth has; subnormals have 2^-1074.
inline double ulps(double value, mpfr_ptr truth) {
    const double rounded = mpfr_get_d(truth, MPFR_RNDN);
    if (is_nan(rounded) || is_nan(value)) return is_nan(rounded) && is_nan(value) ? 0 : 1e300;
    if (!is_finite(rounded) || !is_finite(value)) return rounded == value ? 0 : 1e300;
    Number difference;
    mpfr_sub_d(difference, truth, value, MPFR_RNDN);
    const long exponent = mpfr_zero_p(truth) != 0 ? -1074 : std::max(mpfr_get_exp(truth) - 53, mpfr_exp_t{-1074});
    mpfr_mul_2si(difference, difference, -exponent, MPFR_RNDN);
    return absolute(mpfr_get_d(difference, MPFR_RNDN));
}

struct Worst {
    double error = 0;
    double at = 0;
};

inline Worst worst_ulps(double (*function)(double), const Exact& exact, const std::vector<double>& arguments) {
    Worst worst;
    Number truth;
    for (const double x : arguments) {
        exact(truth, x);
        const double error = ulps(function(x), truth);
        if (!(error <= worst.error)) worst = {error, x};
    }
    return worst;
}

/// NEARNESS_MATH_DENSITY=10 in the environment tests ten times as many arguments.
inline int density() {
    const char* wanted = std::getenv("NEARNESS_MATH_DENSITY");
    return wanted != nullptr ? std::atoi(wanted) : 1;
}

/// Evenly spaced, uniformly random, and (for positive ranges) logarithmically random arguments.
inline std::vector<double> between(double low, double high, int count = 4000 * density()) {
    std::mt19937_64 engine(20240607);
    const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    std::vector<double> result{low, high};
    for (int i = 0; i < count; ++i) {
        result.push_back(low + (high - low) * i / count);
        result.push_back(low + (high - low) * uniform());
        if (low > 0) result.push_back(clip(low * exp(uniform() * log(high / low)), low, high));
        if (low < 0 && high > 0) {
            const double small = exp(-40 * uniform());
            result.push_back(high * small);
            result.push_back(low * small);
        }
    }
    return result;
}

}  // namespace nearness::math::exact
