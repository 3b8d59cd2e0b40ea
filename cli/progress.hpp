// A progress bar with the time left, for anything over two seconds; silent when standard error is not a terminal.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace nearness::cli {

class Progress {
public:
    // `what` is counted, for the words beside the bar.
    explicit Progress(bool wanted, const char* what = "persons")
        : shown_(wanted && isatty(STDERR_FILENO) != 0), what_(what) {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void at(int done, int total) {
        if (!shown_) return;
        const Clock::time_point now = Clock::now();
        const double passed = seconds(now - start_);
        if (passed < 2 || seconds(now - drawn_) < 0.2) return;
        drawn_ = now;
        const double share = static_cast<double>(done) / total;
        const auto full = static_cast<std::size_t>(30 * share);
        const double left = passed * (1 - share) / share;
        fmt::print(stderr, "\r  [{}{}] {:3.0f} %  {} of {} {}, {} left ", std::string(full, '#'),
                   std::string(30 - full, '.'), 100 * share, done, total, what_, duration(left));
        std::fflush(stderr);
        dirty_ = true;
    }

    void clear() {
        if (!dirty_) return;
        fmt::print(stderr, "\r{}\r", std::string(78, ' '));
        std::fflush(stderr);
        dirty_ = false;
    }

private:
    using Clock = std::chrono::steady_clock;
    static double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }
    static std::string duration(double s) {
        return s < 90 ? fmt::format("{:.0f} s", s) : fmt::format("{:.0f} min", s / 60);
    }

    bool shown_;
    const char* what_;
    bool dirty_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point drawn_{};
};

}  // namespace nearness::cli
