// Our elementary functions beside the platform's: nanoseconds a call, in throughput (independent calls, 1024 numbers)
// and latency (each argument waits for the last result), and `ratio`, ours over theirs from the same run.
#include "nearness/base/math.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <vector>

namespace math = nearness::math;

namespace {

constexpr int count = 1024;

std::vector<double> arguments(double low, double high) {
    std::mt19937_64 engine(1);
    std::vector<double> result(count);
    for (double& x : result) x = low + (high - low) * static_cast<double>(engine() >> 11) * 0x1p-53;
    return result;
}

/// Nanoseconds a call of one pass over the arguments.
template <typename Pass>
double nanoseconds(const Pass& pass) {
    const auto start = std::chrono::steady_clock::now();
    pass();
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
    return taken.count() / count;
}

enum class Kind { throughput, latency };

template <typename Function>
double one_pass(const Function& function, const std::vector<double>& in, std::vector<double>& out, Kind kind) {
    return nanoseconds([&] {
        if (kind == Kind::throughput) {
            for (int i = 0; i < count; ++i)
                out[static_cast<std::size_t>(i)] = function(in[static_cast<std::size_t>(i)]);
            benchmark::DoNotOptimize(out.data());
            benchmark::ClobberMemory();
        } else {
            double carried = 0;
            for (const double x : in) {
                carried = function(x + carried * 0x1p-200);  // too small to change the argument, but waited for
            }
            benchmark::DoNotOptimize(carried);
        }
    });
}

/// Alternates passes of the two, so that both see the same machine; reports the median of each.
template <typename Ours, typename Theirs>
void compare(benchmark::State& state, const Ours& ours, const Theirs& theirs, double low, double high, Kind kind) {
    const std::vector<double> in = arguments(low, high);
    std::vector<double> out(count);
    std::vector<double> our_times, their_times;
    for (auto _ : state) {
        our_times.push_back(one_pass(ours, in, out, kind));
        their_times.push_back(one_pass(theirs, in, out, kind));
    }
    const auto median = [](std::vector<double>& times) {
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        return *middle;
    };
    const double our_median = median(our_times), their_median = median(their_times);
    state.counters["ours_ns"] = our_median;
    state.counters["theirs_ns"] = their_median;
    state.counters["ratio"] = our_median / their_median;
}

double their_normal_cdf(double x) { return 0.5 * std::erfc(-0.70710678118654752440 * x); }
double their_logistic(double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); }
double their_sin_cos(double u) { return std::sin(2 * math::pi * u) + std::cos(2 * math::pi * u); }
double our_sin_cos(double u) {
    const math::SineCosine both = math::sin_cos_turns(u);
    return both.sine + both.cosine;
}
double our_sin_cos_core(double u) {
    const math::SineCosine both = math::sin_cos_turns_core(u);
    return both.sine + both.cosine;
}

double our_cube_root(double x) { return math::pow(x, 1.0 / 3); }
double their_cube_root(double x) { return std::pow(x, 1.0 / 3); }

#define NEARNESS_COMPARE(name, ours, theirs, low, high)                                                    \
    void name(benchmark::State& state, Kind kind) {                                                        \
        compare(                                                                                           \
            state, [](double x) { return ours(x); }, [](double x) { return theirs(x); }, low, high, kind); \
    }                                                                                                      \
    BENCHMARK_CAPTURE(name, throughput, Kind::throughput);                                                 \
    BENCHMARK_CAPTURE(name, latency, Kind::latency)

NEARNESS_COMPARE(exp, math::exp, std::exp, -20, 20);
NEARNESS_COMPARE(exp_core, math::exp_core, std::exp, -20, 20);
NEARNESS_COMPARE(log, math::log, std::log, 0.001, 10);
NEARNESS_COMPARE(log_core, math::log_core, std::log, 0.001, 10);
NEARNESS_COMPARE(logistic, math::logistic, their_logistic, -8, 8);
NEARNESS_COMPARE(logistic_core, math::logistic_core, their_logistic, -8, 8);
NEARNESS_COMPARE(normal_cdf, math::normal_cdf, their_normal_cdf, -6, 6);
NEARNESS_COMPARE(normal_cdf_core, math::normal_cdf_core, their_normal_cdf, -6, 6);
NEARNESS_COMPARE(sin_cos_turns, our_sin_cos, their_sin_cos, 0, 1);
NEARNESS_COMPARE(sin_cos_turns_core, our_sin_cos_core, their_sin_cos, 0, 1);
NEARNESS_COMPARE(lgamma, math::lgamma, std::lgamma, 0.1, 50);
NEARNESS_COMPARE(pow_to_one_third, our_cube_root, their_cube_root, 0.1, 50);

}  // namespace

BENCHMARK_MAIN();
