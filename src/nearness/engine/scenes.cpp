#include "nearness/engine/scenes.hpp"

#include "nearness/engine/ensemble.hpp"
#include "nearness/engine/scene_collector.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

using State = life::State<double>;
using Memory = memory::Templates<double>;

// Before a chapter: where the life stands and what of it was seen.
struct Standpoint {
    State state;
    ScenePast past;
    std::vector<Glimpse> seen;
};

// Sees every moment of a chapter at a glance.
class Onlooker : public life::NoWatcher {
public:
    Onlooker(const life::Prepared& prepared, Standpoint& now) : prepared_(prepared), now_(now) {}

    void before_encounter(const life::Where&, const State& state) {
        for (int k = 0; k < state.person.memory.count; ++k) {
            charges_[static_cast<std::size_t>(k)] = Memory::charge(state.person.memory, k);
        }
    }
    void encounter(const life::Where& where, const State& state, const world::Meeting<double>& meeting) {
        const memory::Parameters<double>& parameters = prepared_.scenario.parameters.person.memory;
        const int other = chapter_of(prepared_, where).other;
        Glimpse glimpse;
        glimpse.place = place_of(where);
        glimpse.relationship = other + life::most_others * now_.past.renewed[static_cast<std::size_t>(other)];
        glimpse.meeting = meeting;
        glimpse.credited = 1 - Memory::uncredited(parameters, meeting.peak_use);
        // With particles the memory after may be another one.
        const bool one_memory = parameters.assignment != memory::Assignment::particles;
        if (const int most = meeting.learned.most; one_memory && most >= 0 && !meeting.learned.opened) {
            glimpse.charge_taken = charges_[static_cast<std::size_t>(most)] - Memory::charge(state.person.memory, most);
        }
        now_.seen.push_back(glimpse);
        now_.past.lived(prepared_, where, state);
        now_.past.meet(other);
    }

    void before_session(const life::Where&, const life::Plan&, const State& state) { stood_ = works_on(state); }
    void session(const life::Where& where, const life::Plan& plan, const State& state,
                 const therapy::Session<double>& session) {
        Glimpse glimpse;
        glimpse.place = place_of(prepared_, where, plan);
        glimpse.therapy = therapy::name(plan.therapy);
        if (session.meeting) {
            glimpse.moved = session.meeting->felt;
            const life::Chapter& chapter = chapter_of(prepared_, where);
            now_.past.meet(session.with_therapist || life::alone(chapter, state) ? -1 : chapter.other);
        } else if (session.sets > 0) {
            glimpse.moved = session.first_sud - session.sud.back();
        } else {
            const auto stands = works_on(state);
            for (std::size_t i = 0; i < stands.size(); ++i) {
                glimpse.moved = std::max(glimpse.moved, stands[i] - stood_[i]);
            }
        }
        now_.seen.push_back(glimpse);
        now_.past.lived(prepared_, where, state);
    }
    void event(const life::Where& where, const life::Event& event, const State& state) {
        now_.past.lived(prepared_, where, state);
        now_.past.happened(prepared_, where, event);
    }
    void recorded(const life::Where& where, const State& state, const life::RecordedMoment&,
                  const life::RecordedResult<double>&) {
        now_.past.lived(prepared_, where, state);
    }

private:
    // What sessions without an encounter raise: trust, insight, or (under pressure) guard.
    std::array<double, 3> works_on(const State& state) const {
        return {world::Measures<double>::trust(state.person, prepared_.scenario.parameters.person),
                state.person.mind.insight, state.person.protection.guard};
    }

    const life::Prepared& prepared_;
    Standpoint& now_;
    std::array<double, memory::most_templates> charges_{};
    std::array<double, 3> stood_{};
};

// One person, to be lived again arm by arm.
class Relived {
public:
    Relived(const RunPlan& plan, int person) : plan_(plan), person_(person), prepared_(prepare(plan)) {
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            departs_.push_back(a == 0 ? 0 : static_cast<std::size_t>(departure(plan, a)));
        }
        first_ = live(0, newborn(0));
    }

    std::vector<Scene> chosen(std::size_t arm) const {
        const std::vector<Standpoint> stands = standpoints(arm);
        return collect(arm, stands, choose(stands.back().seen, static_cast<int>(departs_[arm])));
    }

    std::vector<Scene> at(std::size_t arm, const std::vector<Place>& places) const {
        std::vector<Choice> choices;
        for (const Place& place : places) choices.push_back({place, {}});
        return collect(arm, standpoints(arm), choices);
    }

private:
    Standpoint newborn(std::size_t arm) const { return {life::newborn(prepared_[arm]), {}, {}}; }

    template <class Watcher>
    void live_chapter(const life::Prepared& prepared, std::size_t chapter, State& state, Watcher& watcher) const {
        const life::Walker<Watcher> walker{state, static_cast<std::uint32_t>(person_), diary_of(plan_, person_),
                                           watcher};
        life::live_chapter(prepared, static_cast<int>(chapter), plan_.seed, walker);
    }

    // The arm's own chapters from where it departs: the standpoints before each, and after the last.
    std::vector<Standpoint> live(std::size_t arm, Standpoint now) const {
        std::vector<Standpoint> stands = {now};
        for (std::size_t c = departs_[arm]; c < plan_.arms[arm].scenario.chapters.size(); ++c) {
            Onlooker onlooker(prepared_[arm], now);
            live_chapter(prepared_[arm], c, now.state, onlooker);
            stands.push_back(now);
        }
        return stands;
    }

    // The same of the whole life in an arm.
    std::vector<Standpoint> standpoints(std::size_t arm) const {
        if (arm == 0) return first_;
        const std::size_t departs = departs_[arm];
        std::vector<Standpoint> stands(first_.begin(), first_.begin() + static_cast<std::ptrdiff_t>(departs));
        for (Standpoint& stand : live(arm, departs == 0 ? newborn(arm) : first_[departs])) {
            stands.push_back(std::move(stand));
        }
        return stands;
    }

    std::vector<Scene> collect(std::size_t arm, const std::vector<Standpoint>& stands,
                               const std::vector<Choice>& choices) const {
        std::vector<Scene> scenes;
        for (std::size_t c = 0; c + 1 < stands.size(); ++c) {
            std::vector<Choice> here;
            for (const Choice& choice : choices) {
                if (choice.place.chapter == static_cast<int>(c)) here.push_back(choice);
            }
            if (here.empty()) continue;
            const life::Prepared& prepared = prepared_[c < departs_[arm] ? 0 : arm];
            SceneCollector collector(prepared, std::move(here), stands[c].past);
            State state = stands[c].state;
            live_chapter(prepared, c, state, collector);
            for (Scene& scene : collector.take()) {
                scene.person = person_;
                scene.arm = arm;
                scenes.push_back(std::move(scene));
            }
        }
        return scenes;
    }

    const RunPlan& plan_;
    int person_;
    std::vector<life::Prepared> prepared_;  // by arm
    std::vector<std::size_t> departs_;      // by arm: its first own chapter
    std::vector<Standpoint> first_;         // of the first arm
};

}  // namespace

std::vector<std::vector<Scene>> scenes(const RunPlan& plan, int person) {
    const Relived relived(plan, person);
    std::vector<std::vector<Scene>> all;
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) all.push_back(relived.chosen(arm));
    return all;
}

std::vector<Scene> scenes(const RunPlan& plan, int person, std::size_t arm) {
    return Relived(plan, person).chosen(arm);
}

std::vector<Scene> scenes_at(const RunPlan& plan, int person, std::size_t arm, const std::vector<Place>& places) {
    return Relived(plan, person).at(arm, places);
}

}  // namespace nearness::engine
