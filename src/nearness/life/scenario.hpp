// A life as it is planned (MODEL section 12): chapters with their people, plans and events. Plain data, already
// validated (io/scenario_file.hpp reads and checks it); times in days, ages in days since birth.
#pragma once

#include "nearness/life/interventions.hpp"
#include "nearness/life/parameters.hpp"
#include "nearness/therapy/therapy.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace nearness::life {

inline constexpr int most_others = 32;

struct NamedOther {
    std::string id;
    world::Other other;
};

// What a plan may be waiting for.
enum class Measure : int { edge, area, charge, trust, guard, insight, care, sud };
inline constexpr std::array<std::string_view, 8> measure_names = {"edge",  "area",    "charge", "trust",
                                                                  "guard", "insight", "care",   "sud"};

struct Goal {
    Measure measure = Measure::edge;
    bool above = true;  // reached at `value` or above it, otherwise at it or below
    double value = 0;
    bool operator==(const Goal&) const = default;
};

struct Plan {
    std::string id;  // the therapy's name unless given
    therapy::Therapy therapy;
    int sessions = 0;          // at most, when there is a goal
    double every = 7;          // days between sessions
    double starts = 0;         // days after the chapter's start; the latest when the plan before may end early
    int after = -1;            // the plan before it, −1 for none; when that has a goal, this one starts as it ends
    double pause = 0;          // days between when the plan before would have gone on and the start
    std::optional<Goal> goal;  // ends the plan early

    double time_of(int session) const { return starts + session * every; }
    bool operator==(const Plan&) const = default;
};

struct Stressor {
    double strength = 0.5;
    bool operator==(const Stressor&) const = default;
};
struct Betrayal {
    double strength = 0.8;
    bool operator==(const Betrayal&) const = default;
};
struct BreakUp {
    bool operator==(const BreakUp&) const = default;
};
struct NewPartner {
    bool operator==(const NewPartner&) const = default;
};
using EventKind = std::variant<Stressor, Betrayal, BreakUp, NewPartner>;
inline constexpr std::array<std::string_view, 4> event_names = {"stressor", "betrayal", "break-up", "new partner"};

struct Event {
    EventKind kind;
    double at = 0;  // days after the chapter's start
    bool operator==(const Event&) const = default;
};

struct Chapter {
    std::string id;
    double from = 0;  // age in days
    double until = 0;
    double encounter_gap = 0;  // days between encounters, 0 for none
    int other = -1;            // index into Scenario::others, −1 for nobody
    std::vector<Plan> plans;
    std::vector<Event> events;
    bool diary = false;        // driven by recorded moments instead of encounters
    SetStates start;           // as the chapter begins
    SetStates hold;            // all through it; where both are given, this one
    std::optional<Days> days;  // warm and cool ones

    // Whether the start of a plan depends on what a person reaches.
    bool floats(const Plan& plan) const {
        if (plan.after < 0) return false;
        const Plan& before = plans[static_cast<std::size_t>(plan.after)];
        return before.goal || floats(before);
    }

    // Encounter i is at from + i·gap, i = 1, 2, ...; a rounding error must not drop the last one.
    int encounters() const { return encounter_gap > 0 ? static_cast<int>((until - from) / encounter_gap + 1e-6) : 0; }
    bool operator==(const Chapter&) const = default;
};

struct Scenario {
    std::string title;
    std::uint64_t seed = 1;
    Parameters<double> parameters;
    std::vector<NamedOther> others;
    std::vector<Chapter> chapters;

    double longest_lag() const { return chapters.empty() ? 1.0 : chapters.back().until; }
};

}  // namespace nearness::life
