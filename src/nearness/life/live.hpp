// Living a chapter: its moments in calendar order, with decay between them. The watcher is told what happened and
// changes nothing; a life is the same whether it is watched or not.
#pragma once

#include "nearness/life/calendar.hpp"
#include "nearness/life/recorded.hpp"
#include "nearness/life/summary.hpp"

namespace nearness::life {

// A scenario with everything that does not depend on the person worked out.
struct Prepared {
    Scenario scenario;
    std::vector<std::vector<Moment>> calendars;  // by chapter
    person::Derived<double> derived;
    world::Other therapist;

    static Prepared from(Scenario scenario);
};

// Whose life, and which part of it, a watcher is being told about.
struct Where {
    int chapter = 0;
    int number = 0;  // encounter, session or event, from 0 in its chapter
    double age = 0;  // days
};

// What a watcher may be told. Derive and override by name; calls are resolved at compile time.
struct NoWatcher {
    // The state that an encounter or a session is about to change.
    void before_encounter(const Where&, const State<double>&) {}
    void before_session(const Where&, const Plan&, const State<double>&) {}
    void encounter(const Where&, const State<double>&, const world::Meeting<double>&) {}
    bool wants_beats(const Where&) const { return false; }                       // of the encounter that comes now
    bool wants_session_beats(const Where&, const Plan&) const { return false; }  // of one that is an encounter
    void beat(const Where&, const world::Beat<double>&) {}  // before the encounter or session itself is told
    void session(const Where&, const Plan&, const State<double>&, const therapy::Session<double>&) {}
    void plan_ended(const Where&, int, bool) {}  // a plan with a goal, after this session of it: whether it was reached
    void event(const Where&, const Event&, const State<double>&) {}
    void recorded(const Where&, const State<double>&, const RecordedMoment&, const RecordedResult<double>&) {}
};

// Where everybody starts: at birth, need 0.5, care 0.2, everything else 0, no templates (MODEL section 12).
State<double> newborn(const Prepared& prepared);

// One person on the way through a chapter.
template <class Watcher>
struct Walker {
    State<double>& state;
    std::uint32_t person = 0;
    const std::vector<RecordedMoment>& diary;  // of a diary chapter
    Watcher& watcher;
};

template <class Watcher>
Summary live_chapter(const Prepared& prepared, int chapter, std::uint64_t seed, const Walker<Watcher>& walker);

// A group of persons through the same chapter, side by side for speed; to the last bit what each would live alone.
template <class Watcher>
std::array<Summary, math::group_size> live_chapter_together(
    const Prepared& prepared, int chapter, std::uint64_t seed,
    const std::array<Walker<Watcher>, math::group_size>& walkers);

}  // namespace nearness::life

#include "nearness/life/live_implementation.hpp"
