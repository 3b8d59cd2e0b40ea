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

}  // namespace

// Whoever is met.
struct SceneCollector::Company {
    const world::Other* other;
    int index;  // into the scenario's others, −1 for the therapist

    // With the chapter's other, or with the therapist.
    static Company of(const life::Prepared& prepared, int chapter, bool therapist) {
        const int index = prepared.scenario.chapters[static_cast<std::size_t>(chapter)].other;
        if (therapist) return {&prepared.therapist, -1};
        return {&prepared.scenario.others[static_cast<std::size_t>(index)].other, index};
    }
    const world::Acquaintance<double>& in(const State& state) const {
        return index < 0 ? state.therapist : state.acquaintances[static_cast<std::size_t>(index)];
    }
    engine::Company kind() const {
        if (std::holds_alternative<world::Caregiver>(other->kind)) return engine::Company::caregiver;
        if (std::holds_alternative<world::Partner>(other->kind)) return engine::Company::partner;
        return engine::Company::therapist;
    }
};

Place session_place(const life::Prepared& prepared, const life::Where& where, const life::Plan& plan) {
    const auto& plans = prepared.scenario.chapters[static_cast<std::size_t>(where.chapter)].plans;
    return {where.chapter, static_cast<int>(&plan - plans.data()), where.number};
}

const Choice* SceneCollector::chosen(const Place& place) const {
    const auto found =
        std::find_if(choices_.begin(), choices_.end(), [&](const Choice& one) { return one.place == place; });
    return found == choices_.end() ? nullptr : &*found;
}

Place SceneCollector::place_of(const life::Where& where, const life::Plan& plan) const {
    return session_place(prepared_(where.chapter), where, plan);
}

void SceneCollector::before_encounter(const life::Where& where, const State& state) {
    if (chosen({where.chapter, -1, where.number}) != nullptr) before_ = state;
}

void SceneCollector::before_session(const life::Where& where, const life::Plan& plan, const State& state) {
    if (chosen(place_of(where, plan)) != nullptr) before_ = state;
}

bool SceneCollector::wants_beats(const life::Where& where) const {
    return chosen({where.chapter, -1, where.number}) != nullptr;
}

bool SceneCollector::wants_session_beats(const life::Where& where, const life::Plan& plan) const {
    return chosen(place_of(where, plan)) != nullptr;
}

void SceneCollector::beat(const life::Where& where, const world::Beat<double>& beat) {
    beats_.push_back(beat_row(prepared_(where.chapter), where, beat));
}

void SceneCollector::note_origins(const life::Where& where, const State& state) {
    const life::Scenario& scenario = prepared_(where.chapter).scenario;
    const bool particles = scenario.parameters.person.memory.assignment == memory::Assignment::particles;
    const auto count = static_cast<std::size_t>(state.person.memory.count);
    if (particles) {
        origins_.assign(count, Origin{});
    } else {
        const std::string& chapter = scenario.chapters[static_cast<std::size_t>(where.chapter)].id;
        while (origins_.size() < count) origins_.push_back({chapter, where.age / days_per_year});
    }
}

void SceneCollector::event(const life::Where& where, const life::Event& event, const State& state) {
    note_origins(where, state);
    const int other = prepared_(where.chapter).scenario.chapters[static_cast<std::size_t>(where.chapter)].other;
    if (std::holds_alternative<life::NewPartner>(event.kind)) met_[static_cast<std::size_t>(other)] = false;
}

void SceneCollector::recorded(const life::Where& where, const State& state, const life::RecordedMoment&,
                              const life::RecordedResult<double>&) {
    note_origins(where, state);
}

Scene SceneCollector::begin(const Choice& choice, const life::Where& where, const State& after) const {
    const life::Scenario& scenario = prepared_(where.chapter).scenario;
    Scene scene;
    scene.why = choice.why;
    scene.place = choice.place;
    scene.age = where.age / days_per_year;
    scene.chapter = scenario.chapters[static_cast<std::size_t>(where.chapter)].id;
    scene.typical = scenario.parameters.person.typical;
    scene.capacity = body::Arousal<double>::capacity(scenario.parameters.person.body, where.age);
    scene.templates_before = templates_of(where.chapter, before_.person.memory);
    scene.templates_after = templates_of(where.chapter, after.person.memory);
    scene.origins = origins_;
    return scene;
}

void SceneCollector::stand(Scene& scene, const State& after, const Company* company) const {
    const life::Prepared& prepared = prepared_(scene.place.chapter);
    const auto& parameters = prepared.scenario.parameters.person;
    const auto standing = [&](const State& state) {
        Standing now;
        const auto& person = state.person;
        now.edge = curve_of(prepared, scene.place.chapter, state).edge;
        now.need = person.bond.need;
        now.care = person.bond.care;
        now.wish = bond::Bond<double>::drive(person.bond);
        now.trust = world::Measures<double>::trust(person, parameters);
        now.guard = person.protection.guard;
        now.insight = person.mind.insight;
        now.templates = person.memory.count;
        now.preference = protection::Repertoire<double>::preferences(person.protection, parameters.protection);
        now.trust_of = person.protection.trust;
        if (company != nullptr) {
            now.goodwill = company->in(state).goodwill;
            now.expectation = company->in(state).expectation;
        }
        return now;
    };
    scene.before = standing(before_);
    scene.after = standing(after);
}

void SceneCollector::meet(Scene& scene, const State& after, const world::Meeting<double>& meeting,
                          const Company& company, bool steadied) {
    const life::Prepared& prepared = prepared_(scene.place.chapter);
    const auto& parameters = prepared.scenario.parameters.person;
    scene.company = company.kind();
    if (company.index >= 0) scene.other = prepared.scenario.others[static_cast<std::size_t>(company.index)].id;
    scene.first_time = company.index < 0 ? !met_therapist_ : !met_[static_cast<std::size_t>(company.index)];

    Encountered& met = scene.encounter.emplace();
    met.meeting = meeting;
    met.beats = std::move(beats_);
    beats_.clear();
    for (const BeatRow& beat : met.beats) {
        met.closest = std::max(met.closest, beat.now.closeness);
        if (beat.time == meeting.onset) met.closeness_at_alarm = beat.now.closeness;
        met.closeness_at_end = beat.now.closeness;
    }
    if (parameters.typical) {
        met.on_duty = scene.before.preference;
    } else {
        met.on_duty[static_cast<std::size_t>(meeting.strategy)] = 1;
    }
    for (std::size_t s = 0; s < met.on_duty.size(); ++s) met.trust_on_duty += met.on_duty[s] * scene.before.trust_of[s];

    const auto match_in = [&](const State& state) {
        const auto cues = world::cues_of<double>(parameters, *company.other, company.in(before_).identity, steadied);
        return state.person.match(state.person.recall(parameters, cues), meeting.peak);
    };
    const auto match = match_in(before_);
    const auto lanes = static_cast<std::ptrdiff_t>(before_.person.memory.count + 1);
    met.belief.assign(match.belief.begin(), match.belief.begin() + lanes);
    met.pain.assign(match.pain.begin(), match.pain.begin() + lanes);

    Taught& taught = met.taught;
    taught.opened = meeting.learned.opened;
    taught.predicted_after = match_in(after).predicted;
    if (!same_memory(before_.person.memory, after.person.memory, meeting.learned) &&
        parameters.memory.assignment == memory::Assignment::particles) {
        return;
    }
    taught.number = meeting.learned.most;
    const auto at = static_cast<std::size_t>(taught.number);
    const bool old = !taught.opened;
    const double integration = old ? before_.person.memory.integration[at] : 0;
    taught.share = after.person.memory.strength[at] - (old ? before_.person.memory.strength[at] : 0);
    taught.expected = match.pain[old ? at + 1 : 0];
    taught.surprise = meeting.outcome - taught.expected;
    taught.revisable = Memory::revisable(parameters.memory, integration);
    taught.uncredited = Memory::uncredited(parameters.memory, meeting.peak_use);
    taught.rate =
        Memory::rate(parameters.memory, taught.surprise, integration,
                     {meeting.outcome, meeting.overwhelm, meeting.peak_use, parameters.verbal(before_.person.age)});
}

void SceneCollector::encounter(const life::Where& where, const State& state, const world::Meeting<double>& meeting) {
    note_origins(where, state);
    const Company company = Company::of(prepared_(where.chapter), where.chapter, false);
    if (const Choice* choice = chosen({where.chapter, -1, where.number})) {
        Scene scene = begin(*choice, where, state);
        stand(scene, state, &company);
        meet(scene, state, meeting, company, false);
        scenes_.push_back(std::move(scene));
    }
    met_[static_cast<std::size_t>(company.index)] = true;
}

void SceneCollector::session(const life::Where& where, const life::Plan& plan, const State& state,
                             const therapy::Session<double>& session) {
    note_origins(where, state);
    const life::Prepared& prepared = prepared_(where.chapter);
    const life::Chapter& chapter = prepared.scenario.chapters[static_cast<std::size_t>(where.chapter)];
    const bool therapist = session.with_therapist || life::alone(chapter, state);
    const Company company = Company::of(prepared, where.chapter, therapist);
    if (const Choice* choice = chosen(place_of(where, plan))) {
        Scene scene = begin(*choice, where, state);
        stand(scene, state, session.meeting ? &company : nullptr);
        scene.plan = plan.id;
        scene.therapy = therapy::name(plan.therapy);
        scene.session = session;
        if (session.meeting) meet(scene, state, *session.meeting, company, session.arrangement.steadied);
        scenes_.push_back(std::move(scene));
    }
    if (session.meeting && therapist) met_therapist_ = true;
    if (session.meeting && !therapist) met_[static_cast<std::size_t>(company.index)] = true;
}

}  // namespace nearness::engine
