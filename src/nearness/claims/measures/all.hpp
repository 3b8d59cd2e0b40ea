// The files of measures, one a line.
#pragma once

#include "nearness/claims/measures.hpp"

namespace nearness::claims::measures {

std::span<const Measure> present_threat();   // what the present predicts, at chosen cues with a chosen other
std::span<const Measure> over_encounters();  // windows and days of a chapter's encounters

std::span<const Measure> given_the_same();  // the same warmth, hurts, safe moments for everybody
std::span<const Measure> probes();          // an encounter, with something about it different
std::span<const Measure> going_flat();      // what is felt under closeness that is led
std::span<const Measure> turning_back();    // how far people go, and how a chapter goes on
std::span<const Measure> gains();           // what a chapter gained of the edge, and what a betrayal takes
std::span<const Measure> processing();      // disturbance and charge
std::span<const Measure> potency();         // triggers before and after

inline std::vector<std::span<const Measure>> all() {
    return {present_threat(), over_encounters(), given_the_same(), probes(), going_flat(),
            turning_back(),   gains(),           processing(),     potency()};
}

}  // namespace nearness::claims::measures
