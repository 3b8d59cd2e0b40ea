// Modules that are not in MODEL.md and are off unless somebody switches them on: each was tried for a claim that fails.
//
// SAYS   What the equations cannot show, one named step further; 0 in its parameter is the theory as it is, to the last bit.
//        Which claims each mends and which it breaks is what `nearness knockouts` finds; their cards, and what came of them,
//        are in docs/theory/additions.md.
// LIMITS The strength at which they are tried was chosen by hand, once, on the claims that they are for: a claim that holds
//        with one of them shows that the phenomenon can be had, not that it was predicted.
//        A derivative in such a parameter is 0 where the parameter is.
// CHECKED tests/person/additions_test.cpp: off, nothing changes; on, what the card says.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace nearness::person {

struct Addition {
    std::string_view name;      // in files
    std::string_view equation;  // of the module's header
    std::string_view says;
    std::string_view key;     // its one parameter: 0 is off
    double strength = 0;      // at which it is tried, in the parameter's unit
    std::string_view claims;  // that it was tried for, by number
};

// What a run with it is called: "with-anticipation".
inline constexpr std::string_view with_prefix = "with-";
inline std::string name_with(const Addition& addition) { return std::string(with_prefix) + std::string(addition.name); }

// Append only: the order is that of files and tables.
inline constexpr std::array<Addition, 9> additions = {{
    {"specific_safety", "memory.7", "safety that does not come to what hurt teaches little about it",
     "memory.level_specificity", 8, "17 19 32"},
    {"likeness", "memory.8", "what is predicted fades as who and where resemble the past less", "memory.likeness", 1,
     "18 21 34 39"},
    {"separation", "memory.9", "what is not as foreseen is kept as a memory of its own", "memory.separation", 1000,
     "8 9 18"},
    {"overwhelm_persistence", "memory.10", "what overwhelmed does not fade", "memory.overwhelm_persistence", 1,
     "8 9 38"},
    {"anticipation", "body.4", "the alarm hears where arousal is going", "body.anticipation", 60, "29 3"},
    {"numb_outside", "body.5", "going numb takes away what is felt, not what the body registers", "body.numbing_spares",
     1, "28"},
    {"cornered", "protection.1", "who cannot leave fights instead", "protection.cornered", 1, "27"},
    {"worst_moment", "emdr.1", "processing turns to where a memory hurt, not to its average", "therapy.worst_moment", 1,
     "37"},
    {"fading_safety", "memory.11",
     "what safety took off comes back with time, the slower the more safe moments there were", "memory.safety_fading",
     0.5, "19 17"},
}};

}  // namespace nearness::person
