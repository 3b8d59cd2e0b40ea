// Which moments of a life become scenes. Every choice is a rule with a name and a sentence; a moment that several rules
// find is one scene with several reasons. docs/develop/scenes.md has the list in words.
// CHECKED tests/engine/scene_rules_test.cpp.
#pragma once

#include "nearness/engine/scene.hpp"

namespace nearness::engine {

inline constexpr std::size_t most_encounter_scenes = 6;
inline constexpr std::size_t most_session_scenes = 2;

// What a rule looks at: a moment of a life at a glance.
struct Glimpse {
    Place place;
    int relationship = -1;           // of an encounter: the same number for the same other, until a new partner comes
    world::Meeting<double> meeting;  // of an encounter
    double credited = 0;             // of an encounter: share of its safety rate that was credited to the protection
    double charge_taken = 0;         // by how much the charge of the template that learned most fell
    std::string_view therapy;        // of a session
    double moved = 0;                // of a session: how far it moved what its therapy works on
};

struct Choice {
    Place place;
    std::vector<Reason> why;  // in the order of the rules
};

// `life`: all moments in order of time. `departs`: the first chapter of the arm's own; rules look at the whole life or at
// the arm's own part, and what they find elsewhere is no scene of this arm.
std::vector<Choice> choose(const std::vector<Glimpse>& life, int departs);

}  // namespace nearness::engine
