// Turns what a life's watcher is told into rows.
#pragma once

#include "nearness/engine/result.hpp"

namespace nearness::engine {

class Recorder {
public:
    Recorder(const life::Prepared& prepared, ArmResult& result, bool keep_moments)
        : prepared_(prepared), result_(result), keep_moments_(keep_moments) {}

    void encounter(const life::Where& where, const life::State<double>& state, const world::Meeting<double>& meeting);
    void session(const life::Where& where, const life::Plan& plan, const life::State<double>& state,
                 const therapy::Session<double>& session);
    void event(const life::Where& where, const life::Event& event, const life::State<double>& state);
    void recorded(const life::Where& where, const life::State<double>& state, const life::RecordedMoment& moment,
                  const life::RecordedResult<double>& result);

    // At the end of a chapter: the threat curve of everybody recorded, and their templates.
    void close_chapter(int chapter, const life::State<double>& state);

private:
    double edge(int chapter, const life::State<double>& state) const;

    const life::Prepared& prepared_;
    ArmResult& result_;
    bool keep_moments_;
};

}  // namespace nearness::engine
