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
        constexpr int batch = 64;  // kernels side by side become vector code
        std::array<Real, batch> part;
        for (int start = 0; start < trials_; start += batch) {
            const int count = math::minimum(batch, trials_ - start);
            const bool known = at != off_grid && grid_until_ == trials_ && at - multiple_[start] < looked_up_;
            if (known) {
                for (int i = 0; i < count; ++i) part[i] = kernel_[at - multiple_[start + i]];
            } else {
                for (int i = 0; i < count; ++i) part[i] = Real(time - time_[start + i]);
                for (int i = 0; i < count; ++i) part[i] = kernel(math::primal(part[i]), persistence);
            }
            for (int i = 0; i < count;) {
                const int k = cause_[start + i];
                Real run{};
                for (; i < count && cause_[start + i] == k; ++i) run += part[i];
                sum[k] += run;
            }
        }
        return sum;
    }

    void add(double time, int cause, const Real& persistence) {
        ensure(trials_ < most_trials, "this learner remembers at most 2,048 trials");
        if (trials_ > 0 && unit_ == 0 && !any_at(time)) unit_ = time - time_[0];
        time_[trials_] = time;
        cause_[trials_] = static_cast<std::uint8_t>(cause);
        multiple_[trials_] = grid_multiple(time);
        if (multiple_[trials_] != off_grid && grid_until_ == trials_) ++grid_until_;
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
    int grid_until_ = 0;  // trials before the first that is off the grid
    int looked_up_ = 0;
    double unit_ = 0;
    std::array<double, most_trials> time_{};
    std::array<int, most_trials> multiple_{};
    std::array<std::uint8_t, most_trials> cause_{};
    std::array<Real, longest_table> kernel_{};
};

}  // namespace nearness::learners
