// The moments of a chapter in the order in which they happen: at the same time an event comes before a session, a
// session before an encounter ("before the next encounter", MODEL section 11).
#pragma once

#include "nearness/life/scenario.hpp"

namespace nearness::life {

struct Moment {
    enum class Kind { event, session, encounter };
    double age = 0;  // days
    Kind kind = Kind::encounter;
    int plan = 0;     // of a session
    int number = 0;   // which event, session of its plan, or encounter (from 0)
    int of_kind = 0;  // of a session: its number among the chapter's sessions of the same therapy
};

// Sessions of plans that float (Chapter::floats) stand at the latest time they can have.
std::vector<Moment> calendar(const Chapter& chapter);

// Times that were meant to be the same may differ in their last bits ("7 x 1.4 days" and "1 week + 2.8 days"): within a
// tenth of a second they count as the same.
inline double tick(double age) { return math::floor(age * 1e6 + 0.5); }

}  // namespace nearness::life
