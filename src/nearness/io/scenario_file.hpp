// A scenario file (TOML) as a plan to run. docs/guide/scenarios.md describes every key; this is the shape:
//
//     title = "Cares deeply, keeps pulling away"
//     description = "What to look at."
//     help_text = "Call …"             # replaces the report's words about where to find help, for one's own country
//     seed = 7                         # 1 when left out
//     persons = 24                     # 24 when left out
//     deterministic = true             # the typical path instead of drawn lives
//     knock_out = ["trust"]            # modules that are switched off
//     [record]
//     persons = 24                     # of whom more than summaries is kept, counted from the first
//     moments = true                   # their encounters, sessions and events
//     curves = true                    # threat curves at the ends of chapters
//     templates = true                 # templates there
//     beats = ["together:1"]           # encounters kept beat by beat; none when left out
//     [parameters]                     # any key a module describes; durations and rates with their unit
//     memory.concentration = 0.02
//     body.arousal_time = "15 s"
//     [others.partner]                 # someone met in several chapters, keeping goodwill and history
//     kind = "partner"                 # caregiver, partner, therapist
//     preset = "ordinary"
//     [[chapter]]
//     id = "together"
//     from = "20 years"                # an age; the end of the last chapter when left out
//     lasts = "14 months"              # or until = "21 years", or lasts = "26 encounters"
//     encounters = "3 per week"        # or "every 4 days" or "none"
//     with = "partner"                 # or someone of this chapter only: { kind = "partner", preset = "steady" }
//     [[chapter.plan]]
//     therapy = "parts"                # its settings may follow: curiosity, pressure, load, load_shape, ...
//     id = "parts"                     # the therapy's name when left out
//     sessions = 6
//     every = "1 week"
//     starts = "2 months"              # after the chapter's start; "0 days" when left out
//     after = "talk"                   # `starts` then counts from when the next session of that plan would have been
//     [[chapter.event]]
//     kind = "stressor"                # stressor, betrayal, break-up, new partner
//     at = "3 months"
//     strength = 0.5                   # of stressor (0.5 when left out) and betrayal (0.8)
//     [chapter.start]                  # states of the person as the chapter begins: trust, guard, insight, care, need
//     insight = 0.9
//     [chapter.hold]                   # the same, held all through the chapter
//     trust = 1
//     [chapter.days]                   # every second encounter is a warm or a cool one, by a coin
//     warm = { attention = 0.95, offer = 1.4 }
//     cool = { attention = 0.7, offer = 0.6 }
//     [chapter.diary]                  # recorded moments drive the chapter
//     mapping = "mappings/made_up.toml"  # paths start at the scenario's folder
//     data = "diaries/made_up.csv"
//     [[arm]]                          # a paired comparison with the file as written
//     id = "no-therapy"
//     set = { "together.plan" = [], "partner.steady" = 0.5, "memory.concentration" = 0.05 }
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/engine/run_plan.hpp"
#include "nearness/io/text_file.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nearness::io {

// Where the recorded moments of the scenario's diary chapter come from; the caller reads them into RunPlan::diary.
struct DiarySource {
    std::string chapter;
    std::string mapping;  // paths as written: they start at the folder of the scenario
    std::string data;
    Place place;              // of [chapter.diary]
    bool open_ended = false;  // the chapter says no length: end_diary_chapter gives it one
};

struct ScenarioFile {
    engine::RunPlan plan;
    std::vector<std::string> arm_descriptions;  // one an arm, empty when it has none
    std::optional<DiarySource> diary;
};

// What the command line says on top of the file.
struct Overrides {
    std::optional<std::uint64_t> seed;
    std::optional<int> persons;
    int first_person = 0;             // of a range of persons, from 0
    std::optional<std::string> name;  // of a scenario without title, instead of its file's
    std::vector<std::string> set;     // "memory.concentration=0.05", "together.lasts=2 years"
    bool deterministic = false;
};

inline constexpr int most_persons = 4'000'000;

// Throws InputError with every problem of the file and of the overrides (E0002, E0101 to E0118, E0301 to E0303).
ScenarioFile read_scenario(const std::string& path, const Overrides& overrides = {});

// The same for text in memory; `name` stands for the path in messages.
ScenarioFile parse_scenario(const std::string& text, const std::string& name, const Overrides& overrides = {});

// What `--set` says of parameters alone, for lives that are already read. Throws InputError as a scenario would.
std::function<void(life::Parameters<double>&)> read_settings(const std::vector<std::string>& set);

// Gives an open-ended diary chapter the length of the longest diary, in every arm.
void end_diary_chapter(engine::RunPlan& plan, double days);

}  // namespace nearness::io
