#include "nearness/life/live.hpp"

#include "nearness/world/presets.hpp"

#include <algorithm>

namespace nearness::life {

Prepared Prepared::from(Scenario scenario) {
    // Kernel nodes cover 80 years whatever the scenario, so that a longer life agrees with a shorter one to the last bit
    // for as long as both last.
    const double longest = std::max(80.0 * days_per_year, scenario.longest_lag());
    Prepared prepared;
    prepared.derived = person::Derived<double>::from(scenario.parameters.person, longest);
    prepared.therapist = world::preset("therapist", "ordinary");
    for (const Chapter& chapter : scenario.chapters) prepared.calendars.push_back(calendar(chapter));
    prepared.scenario = std::move(scenario);
    return prepared;
}

State<double> newborn(const Prepared& prepared) {
    State<double> state;
    state.person.rival = prepared.derived.rival;
    // The wait before the first chapter is not lived: need must not have grown since birth.
    state.person.age = prepared.scenario.chapters.empty() ? 0.0 : prepared.scenario.chapters.front().from;
    return state;
}

}  // namespace nearness::life
