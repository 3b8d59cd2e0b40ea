// Several numbers at once, as a number type: persons walk through the same equations side by side, which is worth more
// than anything else in the inner loop, because one person's beats wait for each other (bench/encounter_bench.cpp). GNU
// vector arithmetic (g++, clang, Emscripten): each lane is the same IEEE operation as on one double, so a life is the
// same to the last bit whether it was lived beside others or alone (tests/base/together_test.cpp). In pairs, because
// every 64-bit machine and WebAssembly SIMD has registers for two.
#pragma once

#include "nearness/base/math/bits.hpp"

namespace nearness::math {

template <int pairs>
struct Together {
    using Pair = double __attribute__((vector_size(16)));
    using PairBits = std::uint64_t __attribute__((vector_size(16)));
    static constexpr int lanes = 2 * pairs;

    Pair pair[pairs];

    Together() = default;
    Together(double all) {  // NOLINT: one number stands for as many of it, as in every formula
        for (Pair& one : pair) one = Pair{all, all};
    }

    double operator[](int lane) const { return pair[lane / 2][lane % 2]; }
    void set(int lane, double value) { pair[lane / 2][lane % 2] = value; }

    template <class Operation>
    [[gnu::always_inline]] static Together each(Operation&& operation) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = operation(i);
        return out;
    }
    [[gnu::always_inline]] friend Together operator+(const Together& a, const Together& b) {
        return each([&](int i) { return a.pair[i] + b.pair[i]; });
    }
    [[gnu::always_inline]] friend Together operator-(const Together& a, const Together& b) {
        return each([&](int i) { return a.pair[i] - b.pair[i]; });
    }
    [[gnu::always_inline]] friend Together operator*(const Together& a, const Together& b) {
        return each([&](int i) { return a.pair[i] * b.pair[i]; });
    }
    [[gnu::always_inline]] friend Together operator/(const Together& a, const Together& b) {
        return each([&](int i) { return a.pair[i] / b.pair[i]; });
    }
    [[gnu::always_inline]] friend Together operator-(const Together& a) {
        return each([&](int i) { return -a.pair[i]; });
    }
    Together& operator+=(const Together& b) { return *this = *this + b; }
    Together& operator-=(const Together& b) { return *this = *this - b; }
};

template <int pairs>
struct TogetherMask {
    typename Together<pairs>::PairBits bits[pairs];

    friend TogetherMask operator&(const TogetherMask& a, const TogetherMask& b) {
        TogetherMask out;
        for (int i = 0; i < pairs; ++i) out.bits[i] = a.bits[i] & b.bits[i];
        return out;
    }
};

template <int pairs>
[[gnu::always_inline]] inline TogetherMask<pairs> operator<(const Together<pairs>& a, const Together<pairs>& b) {
    TogetherMask<pairs> out;
    for (int i = 0; i < pairs; ++i) out.bits[i] = (typename Together<pairs>::PairBits)(a.pair[i] < b.pair[i]);
    return out;
}
template <int pairs>
[[gnu::always_inline]] inline TogetherMask<pairs> operator>(const Together<pairs>& a, const Together<pairs>& b) {
    return b < a;
}

// `chosen` where the condition holds, `other` elsewhere; the lane-wise form of ?:.
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> select(const TogetherMask<pairs>& condition,
                                                     const Together<pairs>& chosen, const Together<pairs>& other) {
    using Pair = typename Together<pairs>::Pair;
    using PairBits = typename Together<pairs>::PairBits;
    return Together<pairs>::each([&](int i) {
        const PairBits bits = condition.bits[i];
        return (Pair)((bits & (PairBits)chosen.pair[i]) | (~bits & (PairBits)other.pair[i]));
    });
}
template <class Real>
constexpr Real select(bool condition, const Real& chosen, const Real& other) {
    return condition ? chosen : other;
}

// As the functions of the same name on one number, NaN and equal arguments included. Written with ?: because the
// compiler then knows them for what they are: one instruction each.
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> maximum(const Together<pairs>& a, const Together<pairs>& b) {
    return Together<pairs>::each([&](int i) { return a.pair[i] < b.pair[i] ? b.pair[i] : a.pair[i]; });
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> minimum(const Together<pairs>& a, const Together<pairs>& b) {
    return Together<pairs>::each([&](int i) { return b.pair[i] < a.pair[i] ? b.pair[i] : a.pair[i]; });
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> clip(const Together<pairs>& x, double low, double high) {
    return minimum(maximum(x, Together<pairs>(low)), Together<pairs>(high));
}

// The bits of each lane, as on one number (bits.hpp).
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> absolute(const Together<pairs>& x) {
    using T = Together<pairs>;
    return T::each([&](int i) { return (typename T::Pair)((typename T::PairBits)x.pair[i] & 0x7fffffffffffffffU); });
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> upper_half(const Together<pairs>& x) {
    using T = Together<pairs>;
    return T::each([&](int i) { return (typename T::Pair)((typename T::PairBits)x.pair[i] & 0xfffffffff8000000U); });
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> scaled_by_shifted(const Together<pairs>& x,
                                                                const Together<pairs>& shifted_power) {
    using T = Together<pairs>;
    return T::each([&](int i) {
        return (typename T::Pair)((typename T::PairBits)x.pair[i] +
                                  ((typename T::PairBits)shifted_power.pair[i] << 52));
    });
}

// As many persons as are lived side by side: two pairs hide each other's waiting; more would not fit the registers.
using Group = Together<2>;
inline constexpr int group_size = Group::lanes;

}  // namespace nearness::math
