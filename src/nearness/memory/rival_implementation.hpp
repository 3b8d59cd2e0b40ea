// Bodies of memory/rival.hpp, for other number types than double.
#pragma once

#include "nearness/memory/rival.hpp"

#include <limits>

namespace nearness::memory {

namespace detail {

// A trial of the encounter's cues, before its outcome; of the signals, the known ones are still 0.
template <class Real>
learners::Trial<Real> trial_of(const Cues<Real>& cues, double age) {
    ensure(cues.study.known == 0, "a learner in a life knows the cues of an encounter only");
    learners::Trial<Real> trial;
    trial.time = age;
    trial.periods = 2;  // the outcome comes after the cues
    for (int d = 0; d < EncounterCues::all; ++d) {
        if (cues.known[d]) trial.put(d, d < EncounterCues::signals ? Real(0) : cues.value[d], 0);
    }
    return trial;
}

template <class Real>
stand_ins::Sight<Real> sight_of(const Cues<Real>& cues, double age) {
    stand_ins::Sight<Real> sight;
    sight.offer = cues.offer;
    sight.age = age;
    for (std::size_t d = 0; d < sight.value.size(); ++d) {
        if (cues.known[d]) sight.value[d] = cues.value[d];
    }
    return sight;
}

template <class Real, class Signals>
void put_signals(learners::Trial<Real>& trial, const Signals& signals) {
    for (int d = 0; d < EncounterCues::signals; ++d) {
        if (learners::contains(trial.known, d)) trial.put(d, signals[static_cast<std::size_t>(d)], 0);
    }
}

template <class L>
Held<L> held_at_birth(const RivalParameters& parameters, const Parameters<typename L::Number>& templates,
                      double longest_lag) {
    typename L::Parameters own;
    if constexpr (std::is_same_v<L, learners::TemplateMemory<typename L::Number>>) own.memory = templates;
    L::Parameters::describe(own, [&](const Field& field, auto& value) {
        for (const RivalSetting& setting : parameters.settings) {
            using Value = std::remove_reference_t<decltype(value)>;
            if (setting.key != field.key) continue;
            if constexpr (std::is_constructible_v<Value, typename L::Number> && !std::is_arithmetic_v<Value>) {
                value = Value(typename L::Number(setting.value));  // one number, or one of each stimulus
            } else {
                value = static_cast<Value>(setting.value);
            }
        }
    });
    if constexpr (stand_ins::StandIn<L>) {
        return {own, L::begin(own)};
    } else {
        const auto derived = L::derive(own, {EncounterCues::all, 1, longest_lag});
        return {derived, L::begin(derived)};
    }
}

}  // namespace detail

template <class Real>
Expectation<Real> RivalRecall<Real>::expect(const std::array<Real, EncounterCues::signals>& signals) const {
    const Real expected = std::visit(
        [&](const auto& one) -> Real {
            using L = typename std::decay_t<decltype(one)>::Learner;
            if constexpr (stand_ins::StandIn<L>) {
                stand_ins::Sight<Real> now = sight;
                for (std::size_t d = 0; d < signals.size(); ++d) now.value[d] = signals[d];
                return L::predict(one.state, one.derived, now);
            } else {
                learners::Trial<Real> now = trial;
                detail::put_signals(now, signals);
                return L::predict(one.state, one.derived, now).expected;
            }
        },
        *held);
    return {math::clip(expected, 0.0, 1.0), telling};
}

template <class Real>
Match<Real> RivalRecall<Real>::match(const std::array<Real, EncounterCues::signals>& signals) const {
    const Expectation<Real> expected = expect(signals);
    Match<Real> match;
    match.belief[0] = Real(std::numeric_limits<double>::quiet_NaN());  // nothing is believed to be new, or old
    match.predicted = expected.predicted;
    match.telling = expected.telling;
    return match;
}

template <class Real>
Rival<Real> Rival<Real>::from(const RivalParameters& parameters, const Parameters& templates, double longest_lag) {
    Rival rival;
    each_rival<Real>([&]<class L>(L, int number) {
        if (number == parameters.learner) {
            rival.held_.push_back(detail::held_at_birth<L>(parameters, templates, longest_lag));
        }
    });
    ensure(rival.empty() != parameters.stands_in(), "a learner has a number of its own");
    return rival;
}

template <class Real>
std::optional<RivalRecall<Real>> Rival<Real>::recall(const Cues& cues, double age) const {
    if (empty()) return std::nullopt;
    return RivalRecall<Real>{&held_.front(), detail::trial_of(cues, age), detail::sight_of(cues, age),
                             math::primal(lived_) > 0 ? Real(told_ / lived_) : Real(1)};
}

template <class Real>
void Rival<Real>::born(const random::Stream& draws) {
    if (empty()) return;
    std::visit(
        [&](auto& one) {
            using L = typename std::decay_t<decltype(one)>::Learner;
            if constexpr (requires { L::born(one.state, one.derived, draws); }) {
                L::born(one.state, one.derived, draws.of_person());
            }
        },
        held_.front());
}

template <class Real>
void Rival<Real>::about_to_meet(const random::Stream& draws, bool typical) {
    if (empty()) return;
    std::visit(
        [&](auto& one) {
            using L = typename std::decay_t<decltype(one)>::Learner;
            if constexpr (requires { L::about_to_meet(one.state, one.derived, draws, typical); }) {
                L::about_to_meet(one.state, one.derived, draws, typical);
            }
        },
        held_.front());
}

template <class Real>
void Rival<Real>::learn(const Parameters& templates, const Cues& cues, const Lesson<Real>& lesson, double age,
                        const random::Stream& draws) {
    const Real counted = Templates<Real>::uncredited(templates, lesson.protection);
    std::visit(
        [&](auto& one) {
            using L = typename std::decay_t<decltype(one)>::Learner;
            if constexpr (stand_ins::StandIn<L>) {
                const stand_ins::Sight<Real> sight = detail::sight_of(cues, age);
                if constexpr (requires { L::learn(one.state, one.derived, sight, lesson, counted); }) {
                    L::learn(one.state, one.derived, sight, lesson, counted);
                }
            } else {
                learners::Trial<Real> trial = detail::trial_of(cues, age);
                detail::put_signals(trial, cues.value);
                const auto predicted = L::predict(one.state, one.derived, trial);
                const Real surprise = lesson.outcome - predicted.expected;
                Real taught = lesson.outcome;
                if (math::primal(surprise) < 0) taught = predicted.expected + counted * surprise;
                trial.put(EncounterCues::all, taught, 1);
                L::learn(one.state, one.derived, trial, predicted, draws);
            }
        },
        held_.front());
    lived_ += 1.0;
    told_ += lesson.verbal;
}

}  // namespace nearness::memory
