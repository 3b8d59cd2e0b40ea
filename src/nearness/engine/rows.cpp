#include "nearness/engine/rows.hpp"

namespace nearness::engine {

world::Curve<double> curve_of(const life::Prepared& prepared, int chapter, const life::State<double>& state) {
    const life::Scenario& scenario = prepared.scenario;
    const int other = scenario.chapters[static_cast<std::size_t>(chapter)].other;
    const auto vantage = life::Vantage<double>::of(state, scenario, other);
    return world::Measures<double>::curve(state.person, scenario.parameters.person, vantage.other, vantage.identity);
}

MomentRow moment_row(const life::Prepared& prepared, const life::Where& where, const life::State<double>& state,
                     const world::Meeting<double>& meeting) {
    const life::Scenario& scenario = prepared.scenario;
    const auto other = static_cast<std::size_t>(scenario.chapters[static_cast<std::size_t>(where.chapter)].other);
    MomentRow row;
    row.chapter = where.chapter;
    row.number = where.number;
    row.age = where.age / days_per_year;
    row.meeting = meeting;
    row.edge = curve_of(prepared, where.chapter, state).edge;
    row.need = state.person.bond.need;
    row.care = state.person.bond.care;
    row.trust = world::Measures<double>::trust(state.person, scenario.parameters.person);
    row.guard = state.person.protection.guard;
    row.insight = state.person.mind.insight;
    row.goodwill = state.acquaintances[other].goodwill;
    row.templates = state.person.memory.count;
    return row;
}

SessionRow session_row(const life::Prepared& prepared, const life::Where& where, const life::Plan& plan,
                       const life::State<double>& state, const therapy::Session<double>& session) {
    SessionRow row;
    row.chapter = where.chapter;
    row.number = where.number;
    row.plan = plan.id;
    row.therapy = therapy::name(plan.therapy);
    row.age = where.age / days_per_year;
    row.session = session;
    row.edge = curve_of(prepared, where.chapter, state).edge;
    row.trust = world::Measures<double>::trust(state.person, prepared.scenario.parameters.person);
    row.guard = state.person.protection.guard;
    row.insight = state.person.mind.insight;
    return row;
}

BeatRow beat_row(const life::Prepared& prepared, const life::Where& where, const world::Beat<double>& beat) {
    const double step = prepared.scenario.parameters.person.encounter.beat;
    return {where.chapter, where.number, (beat.number + 1) * step, beat};
}

TemplateRow template_row(int chapter, const memory::State<double>& memory, int number) {
    const auto at = static_cast<std::size_t>(number);
    TemplateRow row;
    row.chapter = chapter;
    row.number = number;
    row.strength = memory.strength[at];
    row.integration = memory.integration[at];
    row.told = memory.verbal[at] / memory.strength[at];
    row.charge = memory::Templates<double>::charge(memory, number);
    for (std::size_t d = 0; d < row.prototype.size(); ++d) row.prototype[d] = memory.prototype[d][at];
    for (std::size_t d = 0; d < row.weight.size(); ++d) row.weight[d] = memory.weight[d][at];
    row.study = memory.study[at];
    return row;
}

}  // namespace nearness::engine
