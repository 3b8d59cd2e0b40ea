// A double that notes how every comparison came out: two runs with equal notes took the same branches, everywhere, and
// so lie on the same smooth piece of the model. Include before any header of the model row: it calls nearness::math by
// full name and knows only what was declared before it.
#pragma once

#include "nearness/base/math.hpp"

#include <cstdint>

namespace nearness::math {

struct Notes {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a over the outcomes
    std::uint64_t comparisons = 0;

    bool operator==(const Notes&) const = default;
    bool note(bool outcome) {
        hash = (hash ^ (outcome ? 1U : 2U)) * 1099511628211U;
        ++comparisons;
        return outcome;
    }
    static Notes& current() {
        static Notes notes;
        return notes;
    }
};

// The value of a Traced: branches that look at it are noted too.
struct TracedValue {
    double value;
    operator double() const { return value; }  // NOLINT: primal(x) is used as the double it stands for

    friend bool operator>(TracedValue a, TracedValue b) { return Notes::current().note(a.value > b.value); }
    friend bool operator>(TracedValue a, double b) { return Notes::current().note(a.value > b); }
    friend bool operator>(TracedValue a, int b) { return Notes::current().note(a.value > b); }
    friend bool operator==(TracedValue a, int b) { return Notes::current().note(a.value == b); }
};

struct Traced {
    double value;

    Traced() = default;
    Traced(double of) : value(of) {}  // NOLINT: a constant is a number as any other

    friend Traced operator+(Traced a, Traced b) { return a.value + b.value; }
    friend Traced operator-(Traced a, Traced b) { return a.value - b.value; }
    friend Traced operator*(Traced a, Traced b) { return a.value * b.value; }
    friend Traced operator/(Traced a, Traced b) { return a.value / b.value; }
    friend Traced operator-(Traced a) { return -a.value; }
    Traced& operator+=(Traced b) { return *this = *this + b; }
    Traced& operator-=(Traced b) { return *this = *this - b; }

    friend bool operator<(Traced a, Traced b) { return Notes::current().note(a.value < b.value); }
    friend bool operator>(Traced a, Traced b) { return Notes::current().note(a.value > b.value); }
};

inline TracedValue primal(Traced x) { return {x.value}; }

inline Traced exp(Traced x) { return exp(x.value); }
inline Traced exp_core(Traced x) { return exp_core(x.value); }
inline Traced log(Traced x) { return log(x.value); }
inline Traced gamma(Traced x) { return gamma(x.value); }
inline Traced logistic(Traced x) { return logistic(x.value); }
inline Traced logistic_core(Traced x) { return logistic_core(x.value); }
inline Traced normal_cdf_core(Traced x) { return normal_cdf_core(x.value); }
inline Traced pow(Traced x, Traced y) { return pow(x.value, y.value); }

}  // namespace nearness::math
