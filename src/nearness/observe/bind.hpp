// From a recorded diary to the persons who drive a diary chapter.
//
// Every moment of the diary becomes one recorded moment, in the same order, so that results can be laid beside the
// diary row by row. What was not recorded stays unknown; a moment at which neither a cue nor the outcome was recorded
// is still a moment: a prediction is made, nothing is learned.
// CHECKED tests/observe/bind_test.cpp.
#pragma once

#include "nearness/engine/run_plan.hpp"
#include "nearness/observe/diary.hpp"

#include <vector>

namespace nearness::observe {

// One person each, in the diary's order. Cue variables carry the model's names or are the study's own (io::read_diary
// sees to that).
std::vector<engine::RecordedPerson> bind(const Diary& diary);

// The study's own cues, in the order in which the moments of `bind` hold them.
std::vector<engine::StudyCue> study_cues(const Diary& diary);

// Days from the first to the last moment of the person who recorded longest.
double longest(const Diary& diary);

}  // namespace nearness::observe
