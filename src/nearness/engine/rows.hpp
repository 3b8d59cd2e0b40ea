// Rows of a result from what a life's watcher is told.
#pragma once

#include "nearness/engine/result.hpp"

namespace nearness::engine {

// Predicted pain over closeness as the chapter's other would meet it (life::Vantage).
world::Curve<double> curve_of(const life::Prepared& prepared, int chapter, const life::State<double>& state);

// `state` is the one after the encounter or session.
MomentRow moment_row(const life::Prepared& prepared, const life::Where& where, const life::State<double>& state,
                     const world::Meeting<double>& meeting);
SessionRow session_row(const life::Prepared& prepared, const life::Where& where, const life::Plan& plan,
                       const life::State<double>& state, const therapy::Session<double>& session);
BeatRow beat_row(const life::Prepared& prepared, const life::Where& where, const world::Beat<double>& beat);
TemplateRow template_row(int chapter, const memory::State<double>& memory, int number);

}  // namespace nearness::engine
