// What a moment would predict for the person as they are at the chapter's end: nothing is lived and nothing learned.
//
// Cues are given as closeness c, attention, openness v, felt intensity f (1 unless given) and conflict, and become signals
// as in MODEL section 2. With whom: the chapter's other, or a named one; somebody never met has the identity the file gives
// them, or the middle of what strangers have.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 5> cues = {{
    {"closeness", 1, 0, 1, "closeness of the moment"},
    {"attention", -1, -1, 1, "the other's attention; as the other usually is when left out"},
    {"vulnerability", 1, 0, 1, "how open the person is"},
    {"conflict", 0, 0, 1, "friction in the moment"},
    {"steady", -1, -1, 1, "how steady the other is; as they are when left out"},
}};

struct Moment {
    person::Recall<double> recall;
    std::array<double, memory::EncounterCues::signals> signals;
};

Moment moment_of(const Lived& lived, const Chosen& chosen) {
    life::Vantage<double> vantage = vantage_of(lived, chosen.other());
    if (chosen[1] >= 0) vantage.other.attention = chosen[1];
    if (chosen[4] >= 0) vantage.other.steady = chosen[4];
    person::Openness<double> open;
    open.vulnerability = chosen[2];
    open.friction = chosen[3];
    return {lived.after.person.recall(
                lived.parameters(), world::cues_of<double>(lived.parameters(), vantage.other, vantage.identity, false)),
            person::perceive(chosen[0], open, vantage.other.attention)};
}

double threat(const Lived& lived, const Chosen& chosen) {
    const Moment moment = moment_of(lived, chosen);
    return moment.recall.expect(moment.signals).predicted;
}

double tellable(const Lived& lived, const Chosen& chosen) {
    const Moment moment = moment_of(lived, chosen);
    return moment.recall.expect(moment.signals).telling;
}

// Beliefs of (memory.2): [0] is that something new begins, [k + 1] template k.
double first_template(const Lived& lived, const Chosen& chosen) {
    const Moment moment = moment_of(lived, chosen);
    if (moment.recall.rival || lived.after.person.memory.count == 0) return life::not_measured;
    return lived.after.person.match(moment.recall, moment.signals).belief[1];
}

double novelty(const Lived& lived, const Chosen& chosen) {
    const Moment moment = moment_of(lived, chosen);
    if (moment.recall.rival) return life::not_measured;
    return lived.after.person.match(moment.recall, moment.signals).belief[0];
}

double edge_with(const Lived& lived, const Chosen& chosen) { return curve_with(lived, chosen.other()).edge; }
double area_with(const Lived& lived, const Chosen& chosen) { return curve_with(lived, chosen.other()).area; }

constexpr std::array<Measure, 6> list = {{
    {"threat", "1", "predicted pain at chosen cues, at the end", false, cues, threat},
    {"tellable_at", "1", "share of the match at chosen cues that can be told, at the end", false, cues, tellable},
    {"old_template", "1", "probability of the first template ever made at chosen cues, at the end", false, cues,
     first_template},
    {"new_template", "1", "probability that chosen cues are something new, at the end", false, cues, novelty},
    {"edge_with", "1", "edge with a chosen other, at the end", false, {}, edge_with},
    {"area_with", "1", "mean predicted pain over closeness with a chosen other, at the end", false, {}, area_with},
}};

}  // namespace

life::Vantage<double> vantage_of(const Lived& lived, int other) {
    const life::Scenario& scenario = lived.prepared.scenario;
    if (other < 0) return life::Vantage<double>::of(lived.after, scenario, lived.chapter_lived().other);
    const auto at = static_cast<std::size_t>(other);
    const world::Other& who = scenario.others[at].other;
    if (lived.after.met[at]) return {who, lived.after.acquaintances[at].identity};
    if (std::holds_alternative<world::Caregiver>(who.kind))
        return {who, who.identity.value_or(world::caregiver_identity)};
    return {who, who.identity.value_or(world::Acquaintance<double>{}.identity)};
}

world::Curve<double> curve_with(const Lived& lived, int other) {
    const life::Vantage<double> vantage = vantage_of(lived, other);
    return world::Measures<double>::curve(lived.after.person, lived.parameters(), vantage.other, vantage.identity);
}

std::span<const Measure> present_threat() { return list; }

}  // namespace nearness::claims::measures
