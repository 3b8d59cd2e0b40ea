// The trials of one subject, in their order, as learners take them.
//
// ORDER   Kinds of a phase are interleaved in blocks: with n the greatest common divisor of their numbers, each of n blocks
//         has its share of every kind, in the order in which they are written. 10A/5B is five times A A B. In a phase with
//         `!` the order within each block is drawn, for each subject anew.
// SHARE   A stimulus with a share of p % is there in round(p n / 100) of the n trials of its kind, spread evenly, the first
//         one among them; in a phase with `!` which ones is drawn.
// TIME    From trial to trial as `@` says, else `Timing::apart`; between phases as their pause says, else as from trial to
//         trial of the phase before.
// CONTEXT A context is there in every period that has another cue, or in the first: not with an outcome alone, where learners
//         of single periods would learn about it twice.
// SOURCE  the blocks are calmr's. CHECKED tests/experiment/trials_test.cpp, golden_test.cpp.
#pragma once

#include "nearness/experiment/design.hpp"

#include <cstdint>

namespace nearness::experiment {

struct Timing {
    double unit = 60;   // seconds that 1 stands for in a learner's time
    double apart = 60;  // seconds from trial to trial where the design does not say
};

// In whatever unit, a learner whose parameters are in one of its own gets that one.
template <class L>
constexpr Timing timing_for(const Timing& timing) {
    if constexpr (requires { L::time_unit; }) return {L::time_unit, timing.apart};
    return timing;
}

struct Step {
    learners::Trial<double> trial;
    int phase = 0, kind = 0;  // of the group, and of the phase
    int block = 0;            // of the phase
    int repetition = 0;       // of its kind in the phase
};

std::vector<Step> lay_out(const Design& design, const Group& group, const Timing& timing, std::uint64_t seed,
                          std::uint32_t subject);

// Whether subjects may get different trials.
bool is_drawn(const Group& group);

// Trials of a group.
int trials_of(const Group& group);

}  // namespace nearness::experiment
