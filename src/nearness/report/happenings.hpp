// What is done in a life, beside its figures: sessions, the plans they belong to, and events.
#pragma once

#include "nearness/report/data.hpp"
#include "nearness/report/view.hpp"

namespace nearness::report {

// Whether an arm has sessions or events of its own: of other arms than the first only from where they depart.
bool anything_happens(const View& view, std::size_t arm);
// Whether a plan of one of these arms may end early.
bool any_goal(const View& view, const std::vector<std::size_t>& arms);

// Events, with the letters of the arms in which they happen: event, age, arms.
Data events(const View& view);
// One row a plan of an arm: how many sessions it allows, its goal, and how many sessions the recorded lives held.
Data plans(const View& view);
// One row a session that at least one recorded life held, of these arms: its mean age, and the share of lives.
Data sessions(const View& view, const std::vector<std::size_t>& arms);

}  // namespace nearness::report
