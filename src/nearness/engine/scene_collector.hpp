// Keeps the chosen moments of a life as scenes.
#pragma once

#include "nearness/engine/scene.hpp"
#include "nearness/engine/scene_rules.hpp"

#include <functional>

namespace nearness::engine {

class SceneCollector : public life::NoWatcher {
public:
    // What a chapter is lived with: an arm shares its first chapters with the first arm.
    using PreparedFor = std::function<const life::Prepared&(int chapter)>;

    SceneCollector(PreparedFor prepared, std::vector<Choice> choices)
        : prepared_(std::move(prepared)), choices_(std::move(choices)) {}

    void before_encounter(const life::Where& where, const life::State<double>& state);
    void before_session(const life::Where& where, const life::Plan& plan, const life::State<double>& state);
    bool wants_beats(const life::Where& where) const;
    bool wants_session_beats(const life::Where& where, const life::Plan& plan) const;
    void beat(const life::Where& where, const world::Beat<double>& beat);
    void encounter(const life::Where& where, const life::State<double>& state, const world::Meeting<double>& meeting);
    void session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                 const therapy::Session<double>& session);
    void event(const life::Where& where, const life::Event& event, const life::State<double>& state);
    void recorded(const life::Where& where, const life::State<double>& state, const life::RecordedMoment& moment,
                  const life::RecordedResult<double>& result);

    std::vector<Scene> take() { return std::move(scenes_); }

private:
    struct Company;

    const Choice* chosen(const Place& place) const;
    Place place_of(const life::Where& where, const life::Plan& plan) const;
    Scene begin(const Choice& choice, const life::Where& where, const life::State<double>& after) const;
    void stand(Scene& scene, const life::State<double>& after, const Company* company) const;
    void meet(Scene& scene, const life::State<double>& after, const world::Meeting<double>& meeting,
              const Company& company, bool steadied);
    void note_origins(const life::Where& where, const life::State<double>& state);

    PreparedFor prepared_;
    std::vector<Choice> choices_;
    life::State<double> before_;  // the scene that comes
    std::vector<BeatRow> beats_;
    std::vector<Origin> origins_;
    std::array<bool, life::most_others> met_{};
    bool met_therapist_ = false;
    std::vector<Scene> scenes_;
};

// The place of a session: plans are numbered in their chapter.
Place session_place(const life::Prepared& prepared, const life::Where& where, const life::Plan& plan);

}  // namespace nearness::engine
