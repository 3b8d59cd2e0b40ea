// What a trial costs, learner by learner, and the runs whose times in published programs are known (../shared/golden,
// README; 2 cores): memory modification 200 trials 116 ms; latent causes 200 trials with 1,000 particles 10.8 s; the alpha
// grid of 20 people × 60 trials × 50 values 8.4 s; Rescorla–Wagner 100 × 100 trials 0.76 s. items_per_second is trials.
#include "nearness/memory/learners/learners.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

namespace {

using namespace nearness;
using namespace nearness::learners;

enum class Times { even, uneven };

// Acquisition, extinction, acquisition …, ten trials each; one cue.
std::vector<Trial<double>> phases(int trials, Times times) {
    const Setting setting;
    const random::Stream draws(1, 0, {});
    std::vector<Trial<double>> all;
    double time = 0;
    for (int t = 0; t < trials; ++t) {
        all.push_back(Trial<double>::of(
            setting, time, [](int) { return 1.0; }, [&](int) { return t / 10 % 2 == 0 ? 1.0 : 0.0; }));
        const double gap =
            times == Times::even ? 1 : 0.5 + 3 * draws.uniform(random::Purpose::pain, static_cast<std::uint32_t>(t));
        all.back().until_next = gap;
        time += gap;
    }
    return all;
}

template <Learner L>
double run(typename L::State& state, const typename L::Derived& derived, const std::vector<Trial<double>>& trials) {
    double sum = 0;
    std::uint32_t t = 0;
    for (const Trial<double>& trial : trials) {
        sum += live<L>(state, derived, trial, random::Stream(1, 0, {0, t++, random::encounters})).expected;
    }
    return sum;
}

template <Learner L>
void subject(benchmark::State& bench, const typename L::Parameters& parameters, Times times, int trials = 200) {
    const auto study = phases(trials, times);
    const auto derived = L::derive(parameters, Setting{});
    const auto state = std::make_unique<typename L::State>();
    for (auto _ : bench) {
        *state = L::begin(derived);
        benchmark::DoNotOptimize(run<L>(*state, derived, study));
    }
    bench.SetItemsProcessed(bench.iterations() * trials);
}

template <template <class> class L>
void subject_of(benchmark::State& bench) {
    subject<L<double>>(bench, {}, Times::uneven);
}

BENCHMARK(subject_of<RescorlaWagner>);
BENCHMARK(subject_of<Mackintosh>);
BENCHMARK(subject_of<PearceHall>);
BENCHMARK(subject_of<HybridPearceHall>);
BENCHMARK(subject_of<KalmanFilter>);
BENCHMARK(subject_of<TemporalDifference>);
BENCHMARK(subject_of<TwoProcessAvoidance>);
BENCHMARK(subject_of<LatentCauses>);
BENCHMARK(subject_of<HierarchicalGaussianFilter>);
BENCHMARK(subject_of<TemplateMemory>);

void memory_modification(benchmark::State& bench, Times times) {
    subject<MemoryModification<double>>(bench, {}, times);
}
BENCHMARK_CAPTURE(memory_modification, 200_trials_even, Times::even);
BENCHMARK_CAPTURE(memory_modification, 200_trials_uneven, Times::uneven);

// The cost of a trial must not grow with their number.
void soft_memory_modification(benchmark::State& bench) {
    subject<SoftMemoryModification<double>>(bench, {}, Times::uneven, static_cast<int>(bench.range(0)));
}
BENCHMARK(soft_memory_modification)->Arg(200)->Arg(2000)->Arg(20000);

void particles(benchmark::State& bench) {
    LatentCauseParticles<double>::Parameters parameters;
    parameters.particles = static_cast<int>(bench.range(0));
    subject<LatentCauseParticles<double>>(bench, parameters, Times::even);
}
BENCHMARK(particles)->Arg(100)->Arg(1000);

void concentration_grid(benchmark::State& bench) {
    using L = LatentCauses<double>;
    const auto study = phases(60, Times::even);
    for (auto _ : bench) {
        for (int person = 0; person < 20; ++person) {
            for (int i = 0; i < 50; ++i) {
                L::Parameters parameters;
                parameters.concentration = 10.0 * i / 49;
                const auto derived = L::derive(parameters, Setting{});
                L::State state = L::begin(derived);
                benchmark::DoNotOptimize(run<L>(state, derived, study));
            }
        }
    }
}
BENCHMARK(concentration_grid)->Unit(benchmark::kMillisecond);

void rescorla_wagner_100_times_100(benchmark::State& bench) {
    using L = RescorlaWagner<double>;
    const auto study = phases(100, Times::even);
    const auto derived = L::derive({}, Setting{});
    for (auto _ : bench) {
        for (int i = 0; i < 100; ++i) {
            L::State state = L::begin(derived);
            benchmark::DoNotOptimize(run<L>(state, derived, study));
        }
    }
}
BENCHMARK(rescorla_wagner_100_times_100)->Unit(benchmark::kMillisecond);

}  // namespace
