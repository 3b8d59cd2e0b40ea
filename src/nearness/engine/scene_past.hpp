// What of a life so far a scene tells of and the state does not hold: where templates came from, and who has been met.
#pragma once

#include "nearness/engine/scene.hpp"

namespace nearness::engine {

struct ScenePast {
    std::vector<Origin> origins;                   // of the templates
    std::array<bool, life::most_others> met{};     // in an encounter
    std::array<int, life::most_others> renewed{};  // how often a new partner has taken that place
    bool met_therapist = false;

    // After anything that may have opened a template.
    void lived(const life::Prepared& prepared, const life::Where& where, const life::State<double>& state);
    // `other` as in the scenario, −1 for the therapist.
    void meet(int other);
    bool has_met(int other) const { return other < 0 ? met_therapist : met[static_cast<std::size_t>(other)]; }
    void happened(const life::Prepared& prepared, const life::Where& where, const life::Event& event);
};

inline const life::Chapter& chapter_of(const life::Prepared& prepared, const life::Where& where) {
    return prepared.scenario.chapters[static_cast<std::size_t>(where.chapter)];
}

// The place of an encounter, and of a session: plans are numbered in their chapter.
inline Place place_of(const life::Where& where) { return {where.chapter, -1, where.number}; }
inline Place place_of(const life::Prepared& prepared, const life::Where& where, const life::Plan& plan) {
    return {where.chapter, static_cast<int>(&plan - chapter_of(prepared, where).plans.data()), where.number};
}

}  // namespace nearness::engine
