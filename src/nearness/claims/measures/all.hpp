// The files of measures, one a line.
#pragma once

#include "nearness/claims/measures.hpp"

namespace nearness::claims::measures {

std::span<const Measure> present_threat();     // what the present predicts, at chosen cues with a chosen other
std::span<const Measure> over_encounters();    // windows and days of a chapter's encounters
std::span<const Measure> ramp();               // closeness led from 0 to 1: where protection sets in
std::span<const Measure> understanding();      // what insight does to a moment that is held
std::span<const Measure> given_the_same();     // the same warmth, hurts, safe moments for everybody
std::span<const Measure> repertoire();         // what protects, and what it is worth with whom
std::span<const Measure> observed_days();      // what is seen of encounters, with noise and gaps
std::span<const Measure> of_the_arm();         // what an arm is, instead of what was lived in it
std::span<const Measure> since();              // how far a person has come since an earlier chapter began
std::span<const Measure> calibration();        // pain predicted and pain that came
std::span<const Measure> in_a_world();         // what protection is worth: copies live on with a chosen other
std::span<const Measure> along_similarity();   // how alike the present has to be for the alarm to ring
std::span<const Measure> of_days();            // warm and cool days, and diaries of them
std::span<const Measure> cue_alone();          // one signal cue at full strength, the others nil
std::span<const Measure> insight_authority();  // a chapter once more, with another weight of reflection
std::span<const Measure> probes();             // an encounter, with something about it different
std::span<const Measure> going_flat();         // what is felt under closeness that is led
std::span<const Measure> turning_back();       // how far people go, and how a chapter goes on
std::span<const Measure> gains();              // what a chapter gained of the edge, and what a betrayal takes
std::span<const Measure> processing();         // disturbance and charge
std::span<const Measure> potency();            // triggers before and after

inline std::vector<std::span<const Measure>> all() {
    return {
        present_threat(), over_encounters(),  ramp(),         understanding(), given_the_same(),
        repertoire(),     observed_days(),    of_the_arm(),   since(),         calibration(),
        in_a_world(),     along_similarity(), of_days(),      cue_alone(),     insight_authority(),
        probes(),         going_flat(),       turning_back(), gains(),         processing(),
        potency(),
    };
}

}  // namespace nearness::claims::measures
