#include "nearness/engine/recorder.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

world::Curve<double> curve_of(const life::Prepared& prepared, int chapter, const life::State<double>& state) {
    const life::Scenario& scenario = prepared.scenario;
    const int other = scenario.chapters[static_cast<std::size_t>(chapter)].other;
    const auto vantage = life::Vantage<double>::of(state, scenario, other);
    return world::Measures<double>::curve(state.person, scenario.parameters.person, vantage.other, vantage.identity);
}

}  // namespace

double Recorder::edge(int chapter, const life::State<double>& state) const {
    return curve_of(prepared_, chapter, state).edge;
}

void Recorder::encounter(const life::Where& where, const life::State<double>& state,
                         const world::Meeting<double>& meeting) {
    end_if_cancelled();
    if (!record_.moments) return;
    const life::Scenario& scenario = prepared_.scenario;
    const auto other = static_cast<std::size_t>(scenario.chapters[static_cast<std::size_t>(where.chapter)].other);
    MomentRow row;
    row.chapter = where.chapter;
    row.number = where.number;
    row.age = where.age / days_per_year;
    row.meeting = meeting;
    row.edge = edge(where.chapter, state);
    row.need = state.person.bond.need;
    row.care = state.person.bond.care;
    row.trust = world::Measures<double>::trust(state.person, scenario.parameters.person);
    row.guard = state.person.protection.guard;
    row.insight = state.person.mind.insight;
    row.goodwill = state.acquaintances[other].goodwill;
    row.templates = state.person.memory.count;
    result_.moments.push_back(row);
}

bool Recorder::wants_beats(const life::Where& where) const {
    const Record::Encounter here{where.chapter, where.number};
    return std::find(record_.beats.begin(), record_.beats.end(), here) != record_.beats.end();
}

void Recorder::beat(const life::Where& where, const world::Beat<double>& beat) {
    const double step = prepared_.scenario.parameters.person.encounter.beat;
    result_.beats.push_back({where.chapter, where.number, (beat.number + 1) * step, beat});
}

void Recorder::session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                       const therapy::Session<double>& session) {
    end_if_cancelled();
    if (!record_.moments) return;
    SessionRow row;
    row.chapter = where.chapter;
    row.number = where.number;
    row.plan = plan.id;
    row.therapy = therapy::name(plan.therapy);
    row.age = where.age / days_per_year;
    row.session = session;
    row.edge = edge(where.chapter, state);
    row.trust = world::Measures<double>::trust(state.person, prepared_.scenario.parameters.person);
    row.guard = state.person.protection.guard;
    row.insight = state.person.mind.insight;
    result_.sessions.push_back(row);
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
    const auto& memory = state.person.memory;
    for (int k = 0; k < memory.count; ++k) {
        const auto at = static_cast<std::size_t>(k);
        TemplateRow row;
        row.chapter = chapter;
        row.number = k;
        row.strength = memory.strength[at];
        row.integration = memory.integration[at];
        row.told = memory.verbal[at] / memory.strength[at];
        row.charge = memory::Templates<double>::charge(memory, k);
        for (std::size_t d = 0; d < row.prototype.size(); ++d) row.prototype[d] = memory.prototype[d][at];
        for (std::size_t d = 0; d < row.weight.size(); ++d) row.weight[d] = memory.weight[d][at];
        row.study = memory.study[at];
        result_.templates.push_back(row);
    }
}

}  // namespace nearness::engine
