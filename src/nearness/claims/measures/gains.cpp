// What a chapter gained or lost of the edge, and what one betrayal would take of it.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"
#include "nearness/life/events.hpp"

namespace nearness::claims::measures {

namespace {

double edge_of(const Lived& lived, const life::State<double>& state, int other) {
    const life::Vantage<double> with = vantage_of(lived, other);
    return world::Measures<double>::curve(state.person, lived.parameters(), with.other, with.identity).edge;
}

double edge_gain(const Lived& lived, const Chosen& chosen) {
    return edge_of(lived, lived.after, chosen.other()) - edge_of(lived, lived.before, chosen.other());
}

constexpr std::array<Option, 1> reached = {{
    {"at_least", 0, 0, 1, "only of those whose edge was there when the chapter began"},
}};

double edge_at_start(const Lived& lived, const Chosen& chosen) {
    const double edge = edge_of(lived, lived.before, chosen.other());
    return edge >= chosen[0] ? edge : life::not_measured;
}

double edge_lost(const Lived& lived, const Chosen& chosen) {
    return edge_at_start(lived, chosen) - edge_of(lived, lived.after, chosen.other());
}

constexpr std::array<Option, 1> strengths = {{{"strength", 0.8, 0, 1, "of the betrayal; 0 for a moment that is safe"}}};

// By the chapter's other; NaN when it has nobody.
double edge_betrayed(const Lived& lived, const Chosen& chosen) {
    const int other = lived.chapter_lived().other;
    if (other < 0 || !lived.after.met[static_cast<std::size_t>(other)]) return life::not_measured;
    life::State<double> copy = lived.after;
    const random::Stream draws = fork_draws(lived, 0);
    life::Happening<double>{copy, lived.prepared.scenario, lived.prepared.derived, lived.parameters(), other, draws}(
        life::Betrayal{chosen[0]});
    return edge_of(lived, copy, other);
}

constexpr std::array<Measure, 4> list = {{
    {"edge_gain", "1", "by how much the edge with a chosen other rose over the chapter", false, {}, edge_gain},
    {"edge_at_start", "1", "edge when the chapter began, of those in whom it was high enough", false, reached,
     edge_at_start},
    {"edge_lost", "1", "by how much the edge fell over the chapter, of those in whom it was high enough", false,
     reached, edge_lost},
    {"edge_betrayed", "1", "edge right after a betrayal by the chapter's other, at the end", false, strengths,
     edge_betrayed},
}};

}  // namespace

std::span<const Measure> gains() { return list; }

}  // namespace nearness::claims::measures
