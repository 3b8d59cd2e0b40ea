#include "nearness/engine/recorder.hpp"

#include "nearness/engine/rows.hpp"

#include <algorithm>

namespace nearness::engine {

void Recorder::encounter(const life::Where& where, const life::State<double>& state,
                         const world::Meeting<double>& meeting) {
    end_if_cancelled();
    if (record_.moments) result_.moments.push_back(moment_row(prepared_, where, state, meeting));
}

bool Recorder::wants_beats(const life::Where& where) const {
    const Record::Encounter here{where.chapter, where.number};
    return std::find(record_.beats.begin(), record_.beats.end(), here) != record_.beats.end();
}

void Recorder::beat(const life::Where& where, const world::Beat<double>& beat) {
    result_.beats.push_back(beat_row(prepared_, where, beat));
}

void Recorder::session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                       const therapy::Session<double>& session) {
    end_if_cancelled();
    if (record_.moments) result_.sessions.push_back(session_row(prepared_, where, plan, state, session));
}

void Recorder::plan_ended(const life::Where& where, int plan, bool reached) {
    result_.goals.push_back({where.chapter, plan, where.number + 1, reached});
}

void Recorder::event(const life::Where& where, const life::Event& event, const life::State<double>&) {
    if (!record_.moments) return;
    result_.events.push_back({where.chapter, where.age / days_per_year, life::event_names[event.kind.index()]});
}

void Recorder::recorded(const life::Where& where, const life::State<double>&, const life::RecordedMoment& moment,
                        const life::RecordedResult<double>& result) {
    end_if_cancelled();
    // Everybody's: a diary is compared person by person.
    result_.recorded.push_back({where.chapter, where.number, moment.time, moment, result});
}

void Recorder::close_chapter(int chapter, const life::State<double>& state) {
    if (record_.curves) result_.curves.push_back(curve_of(prepared_, chapter, state).predicted);
    if (!record_.templates) return;
    for (int k = 0; k < state.person.memory.count; ++k) {
        result_.templates.push_back(template_row(chapter, state.person.memory, k));
    }
}

}  // namespace nearness::engine
