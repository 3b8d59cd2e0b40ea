// A moment of a recorded diary, lived by the model.
//
// The recorded cues hold for the whole moment: closeness is not simulated. Cues that were not recorded are integrated
// out of match and prediction, never set to 0. The model predicts from the cues and what was learned before, and then
// learns from the recorded outcome, if there is one. Nobody is drawn to be on duty: the activation is the mean over the
// repertoire; `draws` are asked by particles only. What the diary does not show (pain, felt closeness) changes neither repertoire nor bond.
// CHECKED tests/life/recorded_test.cpp.
#pragma once

#include "nearness/life/state.hpp"

#include <optional>

namespace nearness::life {

struct RecordedMoment {
    double time = 0;  // days after the person's first moment
    memory::Cues<double> cues{};
    std::optional<double> outcome;  // in [0, 1]
};

template <class Real>
struct RecordedResult {
    Real predicted{};  // V: pain expected
    Real use{};        // mean protective activation over the moment
    Real alarm{};      // u at its end
    Real arousal{};    // largest
    Real novelty{};    // p_new
    Real telling{};    // e(x)
    memory::Learned learned;
};

template <class Real>
struct Recorded {
    static RecordedResult<Real> live(person::Person<Real>& person, const person::Parameters<Real>& parameters,
                                     const person::Derived<Real>& derived, const RecordedMoment& moment,
                                     const random::Stream& draws);
};

extern template struct Recorded<double>;

}  // namespace nearness::life
