// Keeps the chosen moments of a chapter as scenes.
#pragma once

#include "nearness/engine/scene_past.hpp"
#include "nearness/engine/scene_rules.hpp"

namespace nearness::engine {

class SceneCollector : public life::NoWatcher {
public:
    // `past`: before the chapter.
    SceneCollector(const life::Prepared& prepared, std::vector<Choice> choices, ScenePast past)
        : prepared_(prepared), choices_(std::move(choices)), past_(std::move(past)) {}

    void before_encounter(const life::Where& where, const life::State<double>& state);
    void before_session(const life::Where& where, const life::Plan& plan, const life::State<double>& state);
    bool wants_beats(const life::Where& where) const { return chosen(place_of(where)) != nullptr; }
    bool wants_session_beats(const life::Where& where, const life::Plan& plan) const {
        return chosen(place_of(prepared_, where, plan)) != nullptr;
    }
    void beat(const life::Where& where, const world::Beat<double>& beat);
    void encounter(const life::Where& where, const life::State<double>& state, const world::Meeting<double>& meeting);
    void session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                 const therapy::Session<double>& session);
    void event(const life::Where& where, const life::Event& event, const life::State<double>& state);
    void recorded(const life::Where& where, const life::State<double>& state, const life::RecordedMoment& moment,
                  const life::RecordedResult<double>& result);

    std::vector<Scene> take() { return std::move(scenes_); }

private:
    struct Met;

    const Choice* chosen(const Place& place) const;
    Scene begin(const Choice& choice, const life::Where& where, const life::State<double>& after) const;
    Standing standing(const life::Where& where, const life::State<double>& state, const Met* met) const;
    void meet(Scene& scene, const life::State<double>& after, const world::Meeting<double>& meeting, const Met& met,
              bool steadied);
    Taught taught(const life::State<double>& after, const world::Meeting<double>& meeting,
                  const memory::Match<double>& match) const;

    const life::Prepared& prepared_;
    std::vector<Choice> choices_;
    ScenePast past_;
    life::State<double> before_;  // the scene that comes
    std::vector<BeatRow> beats_;
    std::vector<Scene> scenes_;
};

}  // namespace nearness::engine
