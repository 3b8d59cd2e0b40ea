// The power-law recency of hard assignments, exactly: Σ_s |t − t_s|^(−g) over the past trials of each cause.
//
// SAYS   Where trials lie on a grid of the first interval, as in most studies, short lags are looked up.
// LIMITS 2,048 trials, in the order of time. Trials at the very time asked for count alone, each as 1: the limit of ever
//        shorter lags.
// CHECKED tests/learners/memory_modification_test.cpp.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/memory/learners/causes.hpp"

namespace nearness::learners {

template <class Real>
class Lags {
public:
    static constexpr int most_trials = 2048;

    bool any_at(double time) const { return trials_ > 0 && same(time, time_[trials_ - 1]); }

    PerCause<Real> recency(double time, const Real& persistence) const {
        PerCause<Real> sum{};
        if (any_at(time)) {
            for (int s = trials_ - 1; s >= 0 && same(time, time_[s]); --s) sum[cause_[s]] += 1.0;
            return sum;
        }
        const int at = grid_multiple(time);
        for (int s = 0; s < trials_;) {
            const int k = cause_[s];
            Real part{};
            for (; s < trials_ && cause_[s] == k; ++s) {
                const int lag = at - multiple_[s];
                if (at != off_grid && multiple_[s] != off_grid && lag < looked_up_) {
                    part += kernel_[lag];
                } else {
                    part += kernel(time - time_[s], persistence);
                }
            }
            sum[k] += part;
        }
        return sum;
    }

    void add(double time, int cause, const Real& persistence) {
        ensure(trials_ < most_trials, "this learner remembers at most 2,048 trials");
        if (trials_ > 0 && unit_ == 0 && !any_at(time)) unit_ = time - time_[0];
        time_[trials_] = time;
        cause_[trials_] = static_cast<std::uint8_t>(cause);
        multiple_[trials_] = grid_multiple(time);
        const int next = multiple_[trials_] + 2;  // an even spacing asks for no longer lag than this on the next trial
        for (; unit_ > 0 && looked_up_ < next && looked_up_ < longest_table; ++looked_up_) {
            kernel_[looked_up_] = looked_up_ == 0 ? Real(1) : kernel(looked_up_ * unit_, persistence);
        }
        ++trials_;
    }

private:
    static constexpr int off_grid = -2;
    static constexpr int longest_table = 1024;

    static bool same(double a, double b) {
        return math::absolute(a - b) <= 1e-14 * math::maximum(math::absolute(a), math::absolute(b));
    }
    static Real kernel(double lag, const Real& persistence) {
        return math::exp_core(Real(-persistence * math::log_core(lag)));
    }
    // How many times the first interval has passed since the first trial; off_grid if that is no whole number but for
    // rounding.
    int grid_multiple(double time) const {
        if (trials_ == 0) return 0;
        if (unit_ == 0) return off_grid;
        const double count = (time - time_[0]) / unit_;
        if (!(count >= 0 && count < 1e6)) return off_grid;
        const int whole = static_cast<int>(count + 0.5);
        return math::absolute(count - whole) <= 1e-15 * whole ? whole : off_grid;
    }

    int trials_ = 0;
    int looked_up_ = 0;
    double unit_ = 0;
    std::array<double, most_trials> time_{};
    std::array<int, most_trials> multiple_{};
    std::array<std::uint8_t, most_trials> cause_{};
    std::array<Real, longest_table> kernel_{};
};

}  // namespace nearness::learners
