// A beat of a recorded encounter. `describe` is the one list of its columns.
#pragma once

#include "nearness/life/live.hpp"

namespace nearness::engine {

// A beat of an encounter that `[record] beats` names, after closeness has moved.
struct BeatRow {
    int chapter = 0, number = 0;
    double time = 0;  // s after the encounter's start, at the beat's end
    world::Beat<double> now;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using life::Column;
        visit(Column{"time", "s", "time after the start of the encounter, at the end of the beat"}, self.time);
        visit(Column{"closeness", "1", "closeness"}, self.now.closeness);
        visit(Column{"arousal", "1", "arousal"}, self.now.arousal);
        visit(Column{"protective_activation", "1", "activation of the protector on duty"}, self.now.use);
        visit(Column{"reflection", "1", "reflection"}, self.now.reflection);
        visit(Column{"predicted_pain", "1", "predicted pain"}, self.now.predicted);
        visit(Column{"felt_intensity", "1", "share of what is felt that is not dulled"}, self.now.felt);
        visit(Column{"openness", "1", "vulnerability shown"}, self.now.vulnerability);
    }
};

}  // namespace nearness::engine
