#include "nearness/engine/scenes.hpp"

#include "nearness/engine/scene_collector.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

using State = life::State<double>;
using Memory = memory::Templates<double>;

// One arm of one person, to be lived as often as one likes.
class Relived {
public:
    Relived(const RunPlan& plan, int person, std::size_t arm)
        : plan_(plan), person_(person), departs_(arm == 0 ? 0 : departure(plan, arm)) {
        own_ = life::Prepared::from(plan.arms[arm].scenario);
        if (departs_ > 0) shared_ = life::Prepared::from(plan.arms.front().scenario);
    }

    int departs() const { return departs_; }
    // What the arm shares with the first one is lived as there.
    const life::Prepared& prepared(int chapter) const { return chapter < departs_ ? shared_ : own_; }

    template <class Watcher>
    void live(Watcher& watcher) const {
        State state = life::newborn(prepared(0));
        const int chapters = static_cast<int>(own_.scenario.chapters.size());
        for (int c = 0; c < chapters; ++c) {
            const life::Walker<Watcher> walker{state, static_cast<std::uint32_t>(person_), diary_of(plan_, person_),
                                               watcher};
            life::live_chapter(prepared(c), c, plan_.seed, walker);
        }
    }

private:
    const RunPlan& plan_;
    int person_;
    int departs_;
    life::Prepared own_, shared_;
};

// Every moment at a glance.
class Onlooker : public life::NoWatcher {
public:
    explicit Onlooker(const Relived& relived) : relived_(relived) {}

    void before_encounter(const life::Where&, const State& state) {
        for (int k = 0; k < state.person.memory.count; ++k) {
            charges_[static_cast<std::size_t>(k)] = Memory::charge(state.person.memory, k);
        }
    }
    void encounter(const life::Where& where, const State& state, const world::Meeting<double>& meeting) {
        const life::Scenario& scenario = relived_.prepared(where.chapter).scenario;
        Glimpse glimpse;
        glimpse.place = {where.chapter, -1, where.number};
        const int other = scenario.chapters[static_cast<std::size_t>(where.chapter)].other;
        glimpse.relationship = other + life::most_others * renewed_[static_cast<std::size_t>(other)];
        glimpse.meeting = meeting;
        glimpse.credited = 1 - Memory::uncredited(scenario.parameters.person.memory, meeting.peak_use);
        // With particles the memory after may be another one.
        const bool one_memory = scenario.parameters.person.memory.assignment != memory::Assignment::particles;
        if (const int most = meeting.learned.most; one_memory && most >= 0 && !meeting.learned.opened) {
            glimpse.charge_taken = charges_[static_cast<std::size_t>(most)] - Memory::charge(state.person.memory, most);
        }
        seen_.push_back(glimpse);
    }

    void before_session(const life::Where& where, const life::Plan&, const State& state) {
        stood_ = works_on(where, state);
    }
    void session(const life::Where& where, const life::Plan& plan, const State& state,
                 const therapy::Session<double>& session) {
        Glimpse glimpse;
        glimpse.place = session_place(relived_.prepared(where.chapter), where, plan);
        glimpse.therapy = therapy::name(plan.therapy);
        if (session.meeting) {
            glimpse.moved = session.meeting->felt;
        } else if (session.sets > 0) {
            glimpse.moved = session.first_sud - session.sud.back();
        } else {
            const auto stands = works_on(where, state);
            for (std::size_t i = 0; i < stands.size(); ++i) {
                glimpse.moved = std::max(glimpse.moved, stands[i] - stood_[i]);
            }
        }
        seen_.push_back(glimpse);
    }

    void event(const life::Where& where, const life::Event& event, const State&) {
        if (!std::holds_alternative<life::NewPartner>(event.kind)) return;
        const life::Scenario& scenario = relived_.prepared(where.chapter).scenario;
        const int other = scenario.chapters[static_cast<std::size_t>(where.chapter)].other;
        ++renewed_[static_cast<std::size_t>(other)];
    }

    const std::vector<Glimpse>& seen() const { return seen_; }

private:
    // What sessions without an encounter raise: trust, insight, or (under pressure) guard.
    std::array<double, 3> works_on(const life::Where& where, const State& state) const {
        const auto& parameters = relived_.prepared(where.chapter).scenario.parameters.person;
        return {world::Measures<double>::trust(state.person, parameters), state.person.mind.insight,
                state.person.protection.guard};
    }

    const Relived& relived_;
    std::array<double, memory::most_templates> charges_{};
    std::array<double, 3> stood_{};
    std::array<int, life::most_others> renewed_{};  // how often a new partner has taken that place
    std::vector<Glimpse> seen_;
};

std::vector<Scene> collect(const Relived& relived, int person, std::size_t arm, std::vector<Choice> choices) {
    if (choices.empty()) return {};
    SceneCollector collector([&](int chapter) -> const life::Prepared& { return relived.prepared(chapter); },
                             std::move(choices));
    relived.live(collector);
    std::vector<Scene> scenes = collector.take();
    for (Scene& scene : scenes) {
        scene.person = person;
        scene.arm = arm;
    }
    return scenes;
}

}  // namespace

std::vector<Scene> scenes(const RunPlan& plan, int person, std::size_t arm) {
    const Relived relived(plan, person, arm);
    Onlooker onlooker(relived);
    relived.live(onlooker);
    return collect(relived, person, arm, choose(onlooker.seen(), relived.departs()));
}

std::vector<Scene> scenes_at(const RunPlan& plan, int person, std::size_t arm, const std::vector<Place>& places) {
    std::vector<Choice> choices;
    for (const Place& place : places) choices.push_back({place, {}});
    return collect(Relived(plan, person, arm), person, arm, std::move(choices));
}

}  // namespace nearness::engine
