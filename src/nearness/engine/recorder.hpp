// Turns what a life's watcher is told into rows.
#pragma once

#include "nearness/engine/result.hpp"

#include <atomic>

namespace nearness::engine {

// Thrown out of the middle of a life when its run has been cancelled.
struct Cancelled {};

class Recorder : public life::NoWatcher {
public:
    // `record`: what is kept of this person; none of it for one who is not recorded. `cancel` may be null.
    Recorder(const life::Prepared& prepared, ArmResult& result, const Record& record, const std::atomic<bool>* cancel)
        : prepared_(prepared), result_(result), record_(record), cancel_(cancel) {}

    void encounter(const life::Where& where, const life::State<double>& state, const world::Meeting<double>& meeting);
    bool wants_beats(const life::Where& where) const;
    void beat(const life::Where& where, const world::Beat<double>& beat);
    void session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                 const therapy::Session<double>& session);
    void plan_ended(const life::Where& where, int plan, bool reached);
    void event(const life::Where& where, const life::Event& event, const life::State<double>& state);
    void recorded(const life::Where& where, const life::State<double>& state, const life::RecordedMoment& moment,
                  const life::RecordedResult<double>& result);

    // At the end of a chapter: the threat curve and the templates.
    void close_chapter(int chapter, const life::State<double>& state);

private:
    // With many particles an encounter takes hundredths of a second, and a life minutes: nobody waits for its end.
    void end_if_cancelled() const {
        if (cancel_ != nullptr && cancel_->load(std::memory_order_relaxed)) throw Cancelled{};
    }

    const life::Prepared& prepared_;
    ArmResult& result_;
    const Record& record_;
    const std::atomic<bool>* cancel_;
};

}  // namespace nearness::engine
