// The files of measures, one a line.
#pragma once

#include "nearness/claims/measures.hpp"

namespace nearness::claims::measures {

std::span<const Measure> present_threat();   // what the present predicts, at chosen cues with a chosen other
std::span<const Measure> over_encounters();  // windows and days of a chapter's encounters

inline std::array<std::span<const Measure>, 2> all() { return {present_threat(), over_encounters()}; }

}  // namespace nearness::claims::measures
