// One trial as every learner sees it: stimuli with values, in periods, at a time.
//
// SHAPE  Stimuli are cues, then outcomes: `Setting` says how many of each a study has. A value of 0 is "not there"; a
//        stimulus that is not `known` was not recorded, which is not the same: nothing is learned about it and it takes no
//        part in the prediction.
// TIME   In any unit, one for all trials of a study; learners that know time name their scales in it.
#pragma once

#include "nearness/base/math.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace nearness::learners {

inline constexpr int most_stimuli = 32;  // cues and outcomes together
inline constexpr int most_periods = 8;

// Bit i speaks of stimulus i.
using Mask = std::uint32_t;

template <class Visit>
[[gnu::always_inline]] inline void each(Mask mask, Visit&& visit) {
    for (; mask != 0; mask &= mask - 1U) visit(std::countr_zero(mask));
}

constexpr bool contains(Mask mask, int stimulus) { return (mask >> stimulus & 1U) != 0; }
constexpr Mask first(int count) { return count >= 32 ? ~Mask{0} : (Mask{1} << count) - 1U; }

// What is the same for all trials of a study.
struct Setting {
    int cues = 1;
    int outcomes = 1;
    double longest_lag = 1e5;  // between any two trials, in the study's unit of time

    int stimuli() const { return cues + outcomes; }
    Mask cue_mask() const { return first(cues); }
    Mask outcome_mask() const { return first(stimuli()) & ~first(cues); }
};

enum class Avoidance : std::uint8_t {
    free,         // it can be made; whether it was is the learner's to say
    made,         // recorded: it was
    not_made,     // recorded: it was not
    unavailable,  // response prevention
};

template <class Real>
struct Trial {
    std::array<Real, most_stimuli> value{};
    Mask known = 0;
    std::array<Mask, most_periods> period{};  // who is there (known, and not 0) in each period
    int periods = 1;
    double time = 0;
    double until_next = -1;  // time to the next trial; negative where none is known
    double inhibition = 0;   // strength of an amnestic treatment after the trial; 0 is none
    Avoidance avoidance = Avoidance::free;
    bool learning = true;  // false for a test trial, which changes nothing

    Mask present() const {
        Mask all = 0;
        for (int p = 0; p < periods; ++p) all |= period[p];
        return all;
    }

    // Cues first, the outcomes a period later, as a row of recorded trials is read. `cue` and `outcome` are called with an
    // index and give a number, NaN where nothing was recorded.
    template <class Cue, class Outcome>
    static Trial of(const Setting& setting, double time, Cue&& cue, Outcome&& outcome) {
        Trial trial;
        trial.time = time;
        trial.periods = 2;
        for (int i = 0; i < setting.cues; ++i) trial.put(i, cue(i), 0);
        for (int i = 0; i < setting.outcomes; ++i) trial.put(setting.cues + i, outcome(i), 1);
        return trial;
    }

    void put(int stimulus, const Real& number, int in_period) {
        if (math::is_nan(math::primal(number))) return;
        value[stimulus] = number;
        known |= Mask{1} << stimulus;
        if (math::primal(number) != 0) period[in_period] |= Mask{1} << stimulus;
    }
};

}  // namespace nearness::learners
