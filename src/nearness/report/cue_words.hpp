// The cues of the threat memory in plain words.
#pragma once

#include "nearness/memory/cues.hpp"

namespace nearness::report {

// By memory::Cue.
inline constexpr std::array<std::string_view, memory::EncounterCues::all> cue_words = {
    "closeness",  "attention",    "openness shown", "being seen", "conflict",
    "steadiness", "therapy room", "who: mark 1",    "who: mark 2"};

// What the signals mean, for captions.
inline constexpr std::string_view signals_explained =
    "Closeness: how near the other is. Attention: near and attentive. Openness shown: near and not hiding. Being seen: "
    "open while the other attends. Conflict: friction between the two.";

}  // namespace nearness::report
