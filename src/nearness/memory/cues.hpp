// The cues of an encounter (MODEL section 2), all in [0, 1].
//
// Signal cues predict pain and take part in matching; context cues only take part in matching.
#pragma once

#include <array>
#include <string_view>

namespace nearness::memory {

enum Cue : int { closeness, attention, vulnerability, seen, conflict, steady, setting, who_1, who_2 };

// Which cues a threat memory knows: signals first, then contexts. Studies of conditioning and diaries may name others.
struct EncounterCues {
    static constexpr int signals = 5;
    static constexpr int contexts = 4;
    static constexpr int all = signals + contexts;
    static constexpr std::array<std::string_view, 9> names = {
        "closeness", "attention", "vulnerability", "seen", "conflict", "steady", "setting", "who_1", "who_2"};
};

}  // namespace nearness::memory
