// Trials for tests, and what a learner makes of them.
#pragma once

#include "nearness/memory/learners/learner.hpp"

#include <limits>
#include <string>
#include <vector>

namespace nearness::learners {

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

template <class Real = double>
struct Study {
    Setting setting;
    std::vector<Trial<Real>> trials;

    // Cues and the outcome of one more trial, `after` the one before.
    Study& add(const std::vector<Real>& cues, const Real& outcome, double after = 1) {
        const double time = trials.empty() ? 0 : trials.back().time + after;
        if (!trials.empty()) trials.back().until_next = after;
        trials.push_back(Trial<Real>::of(
            setting, time, [&](int i) { return cues[static_cast<std::size_t>(i)]; }, [&](int) { return outcome; }));
        return *this;
    }
    Study& times(int n, const std::vector<Real>& cues, const Real& outcome, double after = 1) {
        for (int i = 0; i < n; ++i) add(cues, outcome, i == 0 ? after : 1);
        return *this;
    }
};

inline random::Stream draws_of(std::uint64_t seed, std::size_t trial) {
    return {seed, 0, {0, static_cast<std::uint32_t>(trial), random::encounters}};
}

template <Learner L>
struct Lived {
    using Real = typename L::Number;
    typename L::Derived derived;
    typename L::State state;
    std::vector<typename L::Prediction> predictions;
    std::vector<Trial<Real>> trials;

    Lived(const Study<Real>& study, const typename L::Parameters& parameters = {}, std::uint64_t seed = 1)
        : derived(L::derive(parameters, study.setting)), state(L::begin(derived)) {
        for (const Trial<Real>& trial : study.trials) live(trial, seed);
    }
    void live(const Trial<Real>& trial, std::uint64_t seed = 1) {
        predictions.push_back(learners::live<L>(state, derived, trial, draws_of(seed, trials.size())));
        trials.push_back(trial);
    }
    Real expected(std::size_t trial) const { return predictions.at(trial).expected; }
    Real last() const { return predictions.back().expected; }

    // An output by name and indices, of the state as it is now, or of the last prediction.
    Real number(std::string_view name, int first = 0, int second = 0) const {
        Real found(missing);
        const auto look = [&](const Output& output, const Real& value) {
            if (output.name == name && output.first == first && output.second == second) found = value;
        };
        L::show_state(state, derived, look);
        if (!predictions.empty()) L::show(predictions.back(), derived, trials.back(), look);
        return found;
    }
};

}  // namespace nearness::learners
