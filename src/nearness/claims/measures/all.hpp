// The files of measures, one a line.
#pragma once

#include "nearness/claims/measures.hpp"

namespace nearness::claims::measures {

std::span<const Measure> present_threat();   // what the present predicts, at chosen cues with a chosen other
std::span<const Measure> over_encounters();  // windows and days of a chapter's encounters
std::span<const Measure> ramp();             // closeness led from 0 to 1: where protection sets in
std::span<const Measure> understanding();    // what insight does to a moment that is held
std::span<const Measure> given_the_same();   // the same warmth, hurts, safe moments for everybody
std::span<const Measure> repertoire();       // what protects, and what it is worth with whom
std::span<const Measure> observed_days();    // what is seen of encounters, with noise and gaps

inline std::vector<std::span<const Measure>> all() {
    return {present_threat(), over_encounters(), ramp(),         understanding(),
            given_the_same(), repertoire(),      observed_days()};
}

}  // namespace nearness::claims::measures
