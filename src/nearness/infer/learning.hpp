// A learner on recorded trials: every subject begins anew, and is predicted trial by trial before it learns.
#pragma once

#include "nearness/memory/learners/learner.hpp"
#include "nearness/observe/trials.hpp"

#include <memory>

namespace nearness::infer {

// Whose draws these are: by name, so that a subject's numbers do not depend on who else is in the file.
inline std::uint32_t draws_of(const observe::Subject& subject) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : subject.id) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hash;
}

// Calls `before(row, state)` and, once the trial is over, `after(row, trial, predicted, state)`; stops where `after`
// gives false. False if it was stopped.
template <learners::Learner L, class Before, class After>
bool learn(const observe::Trials& trials, const typename L::Derived& derived, std::uint64_t seed, Before&& before,
           After&& after) {
    for (const observe::Subject& subject : trials.subjects) {
        const auto state = std::make_unique<typename L::State>(L::begin(derived));  // those of particles are large
        const std::uint32_t person = draws_of(subject);
        for (std::size_t row = subject.begin; row < subject.end; ++row) {
            const auto trial = trials.trial(derived.setting, subject, row);
            const random::Stream draws(seed, person,
                                       {0, static_cast<std::uint32_t>(row - subject.begin), random::encounters});
            before(row, static_cast<const typename L::State&>(*state));
            const auto predicted = learners::live<L>(*state, derived, trial, draws);
            if (!after(row, trial, predicted, static_cast<const typename L::State&>(*state))) return false;
        }
    }
    return true;
}

}  // namespace nearness::infer
