// What every learner is: the contract of the closed set in learners.hpp.
//
// SAYS   A learner predicts the outcome of a trial from its cues, says how strongly it would respond, sees the outcome, and
//        changes. `predict` and `learn` are pure functions of what they are given; a learner has no hidden state.
// SHAPE  A learner is an empty struct, a template over the number type, with
//          Parameters   the user's; each described once (base/field.hpp): key, symbol, range, default, prior, sentence
//          Derived      parameters and setting, with whatever is worked out once for a study
//          State        what learning changes: trivially copyable, of fixed capacity
//          Prediction   what holds before the outcome: `expected` and `response`, and what `learn` would compute again
//          show         the named numbers of a prediction: what `nearness learn` prints for each row
//          show_state   the named numbers of a state, for --verbose-state; its results are shown for each row too
//          accepts      if it cannot take just any trials: what it can take (`Accepts`)
//        Whoever runs trials visits the closed set once and calls these in a loop that allocates nothing.
// CHECKED tests/learners/laws_test.cpp, over all learners.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/memory/learners/trial.hpp"
#include "nearness/random/stream.hpp"

#include <concepts>
#include <string_view>
#include <type_traits>

namespace nearness::learners {

// What an index of an output counts.
enum class Index : std::uint8_t { none, cue, stimulus, period, cause, level };

// A named number. With indices it is one of a family: association from stimulus `first` to stimulus `second`.
struct Output {
    std::string_view name;
    std::string_view symbol;  // as in the page of the learner
    std::string_view says;    // one sentence
    Index first_counts = Index::none;
    Index second_counts = Index::none;
    bool result = false;  // of a state: what the last trial came to, which every row shows after its trial
    int first = 0;
    int second = 0;

    constexpr Output at(int i, int j = 0) const {
        Output one = *this;
        one.first = i;
        one.second = j;
        return one;
    }
};

// What a learner can take. One that says nothing takes anything: `static constexpr Accepts accepts{...};`
struct Accepts {
    int most_cues = most_stimuli - 1;
    int most_trials = 0;           // of one subject; 0: any number
    bool cues_are_shares = false;  // between 0 and 1
    bool outcomes_are_shares = false;
};

template <class L>
constexpr Accepts accepts_of() {
    if constexpr (requires { L::accepts; }) return L::accepts;
    return {};
}

// The two that all have.
namespace shown {
inline constexpr Output prediction{"prediction", "V", "the outcome expected before it is seen"};
inline constexpr Output response{"response", "", "how strong, or how likely, the conditioned response is"};
}  // namespace shown

// A parameter that every stimulus has of its own; the one that was described stands for all that are not set apart.
template <class Real>
struct PerStimulus {
    std::array<Real, most_stimuli> of{};

    PerStimulus() = default;
    explicit PerStimulus(const Real& all) { of.fill(all); }
    const Real& operator[](int stimulus) const { return of[stimulus]; }
    Real& operator[](int stimulus) { return of[stimulus]; }
};

// Accepts anything; stands for "some visitor" in the contract.
struct AnyVisitor {
    template <class... Anything>
    void operator()(const Anything&...) const {}
};

template <class L>
concept Learner = requires(const typename L::Parameters& parameters, const Setting& setting,
                           const typename L::Derived& derived, typename L::State& state, const typename L::State& kept,
                           const Trial<typename L::Number>& trial, const typename L::Prediction& predicted,
                           const random::Stream& draws, AnyVisitor visit) {
    { L::name } -> std::convertible_to<std::string_view>;   // as users write it: "rescorla-wagner"
    { L::title } -> std::convertible_to<std::string_view>;  // as pages write it
    L::Parameters::describe(parameters, visit);
    { L::derive(parameters, setting) } -> std::same_as<typename L::Derived>;
    { derived.parameters } -> std::convertible_to<const typename L::Parameters&>;
    { derived.setting } -> std::convertible_to<const Setting&>;
    { L::begin(derived) } -> std::same_as<typename L::State>;
    { L::predict(kept, derived, trial) } -> std::same_as<typename L::Prediction>;
    { predicted.expected } -> std::convertible_to<typename L::Number>;
    { predicted.response } -> std::convertible_to<typename L::Number>;
    { L::learn(state, derived, trial, predicted, draws) } -> std::same_as<void>;
    L::show(predicted, derived, trial, visit);
    L::show_state(kept, derived, visit);
}
&&std::is_empty_v<L>&& std::is_trivially_copyable_v<typename L::State>;

// Parameters, setting and nothing else: enough for most.
template <class Parameters>
struct Basics {
    Parameters parameters;
    Setting setting;
};

// A trial from beginning to end. Returns what was predicted before the outcome.
template <Learner L>
typename L::Prediction live(typename L::State& state, const typename L::Derived& derived,
                            const Trial<typename L::Number>& trial, const random::Stream& draws) {
    const typename L::Prediction predicted = L::predict(state, derived, trial);
    if (trial.learning) L::learn(state, derived, trial, predicted, draws);
    return predicted;
}

}  // namespace nearness::learners
