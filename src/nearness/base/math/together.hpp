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
    [[gnu::always_inline]] Together(double all) {  // NOLINT: one number stands for as many of it, as in every formula
        for (Pair& one : pair) one = Pair{all, all};
    }

    [[gnu::always_inline]] double operator[](int lane) const { return pair[lane / 2][lane % 2]; }
    [[gnu::always_inline]] void set(int lane, double value) { pair[lane / 2][lane % 2] = value; }

    // Spelled out, not handed to a common loop as lambdas: those the compiler stops to inline once there are many.
    [[gnu::always_inline]] friend Together operator+(const Together& a, const Together& b) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = a.pair[i] + b.pair[i];
        return out;
    }
    [[gnu::always_inline]] friend Together operator-(const Together& a, const Together& b) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = a.pair[i] - b.pair[i];
        return out;
    }
    [[gnu::always_inline]] friend Together operator*(const Together& a, const Together& b) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = a.pair[i] * b.pair[i];
        return out;
    }
    [[gnu::always_inline]] friend Together operator/(const Together& a, const Together& b) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = a.pair[i] / b.pair[i];
        return out;
    }
    [[gnu::always_inline]] friend Together operator-(const Together& a) {
        Together out;
        for (int i = 0; i < pairs; ++i) out.pair[i] = -a.pair[i];
        return out;
    }
    [[gnu::always_inline]] Together& operator+=(const Together& b) { return *this = *this + b; }
    [[gnu::always_inline]] Together& operator-=(const Together& b) { return *this = *this - b; }
};

template <int pairs>
struct TogetherMask {
    typename Together<pairs>::PairBits bits[pairs];

    [[gnu::always_inline]] friend TogetherMask operator&(const TogetherMask& a, const TogetherMask& b) {
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
    Together<pairs> out;
    for (int i = 0; i < pairs; ++i) {
        const PairBits bits = condition.bits[i];
        out.pair[i] = (Pair)((bits & (PairBits)chosen.pair[i]) | (~bits & (PairBits)other.pair[i]));
    }
    return out;
}
template <class Real>
constexpr Real select(bool condition, const Real& chosen, const Real& other) {
    return condition ? chosen : other;
}

// As the functions of the same name on one number, NaN and equal arguments included. Written with ?: because the
// compiler then knows them for what they are: one instruction each.
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> maximum(const Together<pairs>& a, const Together<pairs>& b) {
    Together<pairs> out;
    for (int i = 0; i < pairs; ++i) out.pair[i] = a.pair[i] < b.pair[i] ? b.pair[i] : a.pair[i];
    return out;
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> minimum(const Together<pairs>& a, const Together<pairs>& b) {
    Together<pairs> out;
    for (int i = 0; i < pairs; ++i) out.pair[i] = b.pair[i] < a.pair[i] ? b.pair[i] : a.pair[i];
    return out;
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> clip(const Together<pairs>& x, double low, double high) {
    return minimum(maximum(x, Together<pairs>(low)), Together<pairs>(high));
}

// The bits of each lane, as on one number (bits.hpp).
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> absolute(const Together<pairs>& x) {
    using T = Together<pairs>;
    T out;
    for (int i = 0; i < pairs; ++i)
        out.pair[i] = (typename T::Pair)((typename T::PairBits)x.pair[i] & 0x7fffffffffffffffU);
    return out;
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> upper_half(const Together<pairs>& x) {
    using T = Together<pairs>;
    T out;
    for (int i = 0; i < pairs; ++i)
        out.pair[i] = (typename T::Pair)((typename T::PairBits)x.pair[i] & 0xfffffffff8000000U);
    return out;
}
template <int pairs>
[[gnu::always_inline]] inline Together<pairs> scaled_by_shifted(const Together<pairs>& x,
                                                                const Together<pairs>& shifted_power) {
    using T = Together<pairs>;
    T out;
    for (int i = 0; i < pairs; ++i) {
        out.pair[i] =
            (typename T::Pair)((typename T::PairBits)x.pair[i] + ((typename T::PairBits)shifted_power.pair[i] << 52));
    }
    return out;
}

// As many persons as are lived side by side: two pairs hide each other's waiting; more would not fit the registers.
using Group = Together<2>;
inline constexpr int group_size = Group::lanes;

}  // namespace nearness::math
