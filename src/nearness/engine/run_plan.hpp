// What is to be run: the scenario as written and its arms, for how many persons. Plain data, already validated.
#pragma once

#include "nearness/life/live.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace nearness::engine {

inline constexpr std::string_view as_written = "as written";

// One version of the life. The first arm of a plan is the file as written; contrasts are paired with it.
struct Arm {
    std::string id;
    life::Scenario scenario;
};

// A person of a recorded diary who drives the diary chapter.
struct RecordedPerson {
    std::string id;
    std::string group;
    std::vector<life::RecordedMoment> moments;
};

// A cue that the diary's study names beside the model's, at most memory::most_study_cues of them.
struct StudyCue {
    std::string name;
    bool signal = false;  // else a context
};

// What of the recorded persons is kept.
struct Record {
    bool moments = true;  // rows of encounters, sessions and events
    bool curves = true;   // threat curves at the ends of chapters
    bool templates = true;
    struct Encounter {
        int chapter = 0, number = 0;  // both from 0
        bool operator==(const Encounter&) const = default;
    };
    std::vector<Encounter> beats;  // these encounters beat by beat, in the order of life

    bool operator==(const Record&) const = default;
};

struct RunPlan {
    std::string title;
    std::string description;  // what to look at
    std::string help_text;    // where a reader finds help, in the report; empty for its own words
    std::uint64_t seed = 1;
    int first_person = 0;       // of a shard: its persons are lived as they would be among all the others
    int persons = 1;            // that many, from the first on
    int recorded_persons = 24;  // whose moments are kept, counted from the first of the whole ensemble
    Record record;
    bool deterministic = false;  // one typical path instead of drawn lives (engine/typical_path.hpp)
    std::vector<Arm> arms;
    std::vector<RecordedPerson> diary;  // empty, or one a person
    std::vector<StudyCue> study_cues;   // of the diary, in the order of its moments' study cues
    std::string scenario_text;          // as read, for provenance
    std::vector<std::string> settings;  // key=value of the command line, already in the scenario; for provenance
    std::string mapping_text;           // of the diary, as read; empty without one
    std::string diary_hash;             // of the diary file's bytes; empty without one

    int end() const { return first_person + persons; }  // one after the last person
    bool is_recorded(int person) const { return person < recorded_persons; }
    // How many of the plan's persons are recorded.
    int recorded() const {
        const int among = recorded_persons - first_person;
        return among < 0 ? 0 : among < persons ? among : persons;
    }
};

// The recorded moments that drive a person's diary chapter; none without a diary.
const std::vector<life::RecordedMoment>& diary_of(const RunPlan& plan, int person);

// The first chapter in which `arm` differs from the plan's first arm (parameters, others met, chapters): everything
// before it is lived once for both. The number of chapters when they do not differ.
int departure(const RunPlan& plan, std::size_t arm);
// The same of any two lives.
int departure(const life::Scenario& one, const life::Scenario& other);

// A fingerprint of everything that determines the numbers: scenario as resolved for every arm, seed, persons, recorded
// diary and its mapping, program version. 16 hexadecimal digits (FNV-1a, 64 bits).
std::string plan_hash(const RunPlan& plan, std::string_view version);

// The same fingerprint of a text.
std::string text_hash(std::string_view text);

}  // namespace nearness::engine
