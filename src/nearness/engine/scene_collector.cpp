#include "nearness/engine/scene_collector.hpp"

#include "nearness/engine/rows.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

using State = life::State<double>;
using Memory = memory::Templates<double>;

std::vector<TemplateRow> templates_of(int chapter, const memory::State<double>& memory) {
    std::vector<TemplateRow> rows;
    for (int k = 0; k < memory.count; ++k) rows.push_back(template_row(chapter, memory, k));
    return rows;
}

// Whether `after` is `before` with one lesson learned: with particles another memory may have come to lead. The templates
// that did not learn are then the same.
bool same_memory(const memory::State<double>& before, const memory::State<double>& after,
                 const memory::Learned& learned) {
    if (after.count != before.count + (learned.opened ? 1 : 0)) return false;
    for (int k = 0; k < before.count; ++k) {
        const auto at = static_cast<std::size_t>(k);
        if (k == learned.most) continue;
        if (after.strength[at] != before.strength[at]) return false;
        for (std::size_t d = 0; d < after.weight.size(); ++d) {
            if (after.weight[d][at] != before.weight[d][at]) return false;
        }
    }
    return true;
}

void add_beats(Encountered& met, std::vector<BeatRow> beats) {
    met.beats = std::move(beats);
    for (const BeatRow& beat : met.beats) {
        met.closest = std::max(met.closest, beat.now.closeness);
        if (beat.time == met.meeting.onset) met.closeness_at_alarm = beat.now.closeness;
        met.closeness_at_end = beat.now.closeness;
    }
}

}  // namespace

// Whoever is met.
struct SceneCollector::Met {
    const world::Other& other;
    int index;  // into the scenario's others, −1 for the therapist

    // The chapter's other, or the therapist.
    static Met of(const life::Prepared& prepared, const life::Where& where, bool therapist) {
        const int index = therapist ? -1 : chapter_of(prepared, where).other;
        return {therapist ? prepared.therapist : prepared.scenario.others[static_cast<std::size_t>(index)].other,
                index};
    }
    const world::Acquaintance<double>& in(const State& state) const {
        return index < 0 ? state.therapist : state.acquaintances[static_cast<std::size_t>(index)];
    }
    Company kind() const {
        if (std::holds_alternative<world::Caregiver>(other.kind)) return Company::caregiver;
        return std::holds_alternative<world::Partner>(other.kind) ? Company::partner : Company::therapist;
    }
};

const Choice* SceneCollector::chosen(const Place& place) const {
    const auto found =
        std::find_if(choices_.begin(), choices_.end(), [&](const Choice& one) { return one.place == place; });
    return found == choices_.end() ? nullptr : &*found;
}

void SceneCollector::before_encounter(const life::Where& where, const State& state) {
    if (chosen(place_of(where)) != nullptr) before_ = state;
}

void SceneCollector::before_session(const life::Where& where, const life::Plan& plan, const State& state) {
    if (chosen(place_of(prepared_, where, plan)) != nullptr) before_ = state;
}

void SceneCollector::beat(const life::Where& where, const world::Beat<double>& beat) {
    beats_.push_back(beat_row(prepared_, where, beat));
}

void SceneCollector::event(const life::Where& where, const life::Event& event, const State& state) {
    past_.lived(prepared_, where, state);
    past_.happened(prepared_, where, event);
}

void SceneCollector::recorded(const life::Where& where, const State& state, const life::RecordedMoment&,
                              const life::RecordedResult<double>&) {
    past_.lived(prepared_, where, state);
}

void SceneCollector::encounter(const life::Where& where, const State& state, const world::Meeting<double>& meeting) {
    past_.lived(prepared_, where, state);
    const Met met = Met::of(prepared_, where, false);
    if (const Choice* choice = chosen(place_of(where))) {
        Scene scene = begin(*choice, where, state);
        scene.before = standing(where, before_, &met);
        scene.after = standing(where, state, &met);
        meet(scene, state, meeting, met, false);
        scenes_.push_back(std::move(scene));
    }
    past_.meet(met.index);
}

void SceneCollector::session(const life::Where& where, const life::Plan& plan, const State& state,
                             const therapy::Session<double>& session) {
    past_.lived(prepared_, where, state);
    const bool therapist = session.with_therapist || life::alone(chapter_of(prepared_, where), state);
    const Met met = Met::of(prepared_, where, therapist);
    if (const Choice* choice = chosen(place_of(prepared_, where, plan))) {
        Scene scene = begin(*choice, where, state);
        scene.before = standing(where, before_, session.meeting ? &met : nullptr);
        scene.after = standing(where, state, session.meeting ? &met : nullptr);
        scene.plan = plan.id;
        scene.therapy = therapy::name(plan.therapy);
        scene.session = session;
        if (session.meeting) meet(scene, state, *session.meeting, met, session.arrangement.steadied);
        scenes_.push_back(std::move(scene));
    }
    if (session.meeting) past_.meet(met.index);
}

Scene SceneCollector::begin(const Choice& choice, const life::Where& where, const State& after) const {
    const person::Parameters<double>& parameters = prepared_.scenario.parameters.person;
    Scene scene;
    scene.why = choice.why;
    scene.place = choice.place;
    scene.age = where.age / days_per_year;
    scene.chapter = chapter_of(prepared_, where).id;
    scene.typical = parameters.typical;
    if (parameters.rival.stands_in()) scene.learner = parameters.rival.name();
    scene.capacity = body::Arousal<double>::capacity(parameters.body, where.age);
    scene.templates_before = templates_of(where.chapter, before_.person.memory);
    scene.templates_after = templates_of(where.chapter, after.person.memory);
    scene.origins = past_.origins;
    return scene;
}

Standing SceneCollector::standing(const life::Where& where, const State& state, const Met* met) const {
    const person::Parameters<double>& parameters = prepared_.scenario.parameters.person;
    const person::Person<double>& person = state.person;
    Standing now;
    now.edge = curve_of(prepared_, where.chapter, state).edge;
    now.need = person.bond.need;
    now.care = person.bond.care;
    now.wish = bond::Bond<double>::drive(person.bond);
    now.trust = world::Measures<double>::trust(person, parameters);
    now.guard = person.protection.guard;
    now.insight = person.mind.insight;
    now.templates = person.memory.count;
    now.preference = protection::Repertoire<double>::preferences(person.protection, parameters.protection);
    now.trust_of = person.protection.trust;
    if (met != nullptr) {
        now.goodwill = met->in(state).goodwill;
        now.expectation = met->in(state).expectation;
    }
    return now;
}

void SceneCollector::meet(Scene& scene, const State& after, const world::Meeting<double>& meeting, const Met& met,
                          bool steadied) {
    const person::Parameters<double>& parameters = prepared_.scenario.parameters.person;
    scene.company = met.kind();
    if (met.index >= 0) scene.other = prepared_.scenario.others[static_cast<std::size_t>(met.index)].id;
    scene.first_time = !past_.has_met(met.index);

    Encountered& encounter = scene.encounter.emplace();
    encounter.meeting = meeting;
    add_beats(encounter, std::move(beats_));
    beats_.clear();
    if (parameters.typical) {
        encounter.on_duty = scene.before.preference;
    } else {
        encounter.on_duty[static_cast<std::size_t>(meeting.strategy)] = 1;
    }
    for (std::size_t s = 0; s < encounter.on_duty.size(); ++s) {
        encounter.trust_on_duty += encounter.on_duty[s] * scene.before.trust_of[s];
    }

    const auto cues = world::cues_of<double>(parameters, met.other, met.in(before_).identity, steadied);
    const auto match_in = [&](const State& state) {
        return state.person.match(state.person.recall(parameters, cues), meeting.peak);
    };
    const memory::Match<double> match = match_in(before_);
    const auto lanes = static_cast<std::ptrdiff_t>(before_.person.memory.count + 1);
    encounter.belief.assign(match.belief.begin(), match.belief.begin() + lanes);
    encounter.pain.assign(match.pain.begin(), match.pain.begin() + lanes);
    encounter.taught = taught(after, meeting, match);
    encounter.taught.predicted_after = match_in(after).predicted;
}

Taught SceneCollector::taught(const State& after, const world::Meeting<double>& meeting,
                              const memory::Match<double>& match) const {
    const person::Parameters<double>& parameters = prepared_.scenario.parameters.person;
    const memory::State<double>& memory = before_.person.memory;
    Taught taught;
    taught.opened = meeting.learned.opened;
    const bool particles = parameters.memory.assignment == memory::Assignment::particles;
    if (particles && !same_memory(memory, after.person.memory, meeting.learned)) return taught;
    taught.uncredited = Memory::uncredited(parameters.memory, meeting.peak_use);
    if (!before_.person.rival.empty()) {
        taught.expected = match.predicted;
        taught.surprise = meeting.outcome - taught.expected;
        taught.share = taught.rate = taught.revisable = life::not_measured;
        return taught;
    }
    taught.number = meeting.learned.most;
    const auto at = static_cast<std::size_t>(taught.number);
    const double integration = taught.opened ? 0 : memory.integration[at];
    taught.share = after.person.memory.strength[at] - (taught.opened ? 0 : memory.strength[at]);
    taught.expected = match.pain[taught.opened ? 0 : at + 1];
    taught.surprise = meeting.outcome - taught.expected;
    taught.revisable = Memory::revisable(parameters.memory, integration);
    taught.rate =
        Memory::rate(parameters.memory, taught.surprise, integration,
                     {meeting.outcome, meeting.overwhelm, meeting.peak_use, parameters.verbal(before_.person.age)});
    return taught;
}

}  // namespace nearness::engine
