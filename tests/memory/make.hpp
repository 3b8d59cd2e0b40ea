// Threat memories for tests.
#pragma once

#include "nearness/memory/templates_implementation.hpp"

#include <vector>

namespace nearness::memory {

using Memory = Templates<double>;
using Signals = std::array<double, EncounterCues::signals>;
inline constexpr double eighty_years = 80.0 * 365.0;

struct Made {
    double strength = 4.0;
    std::array<double, EncounterCues::all> prototype{0.6, 0.5, 0.4, 0.3, 0.0, 0.2, 0.0, 0.2, 0.2};
    Signals weight{0.3, 0.1, 0.2, 0.1, 0.0};
    double integration = 0.5;
    double told = 0.25;   // e/n
    double recent = 1.0;  // its prior
};

// A template as if all of its moments had just happened, `recent` in all.
inline void add(State<double>& state, const Made& made, const Recency<double>& recency) {
    const auto k = static_cast<std::size_t>(state.count++);
    state.strength[k] = made.strength;
    state.met[k] = (1U << EncounterCues::all) - 1U;
    state.integration[k] = made.integration;
    state.verbal[k] = made.told * made.strength;
    for (std::size_t d = 0; d < made.prototype.size(); ++d) state.prototype[d][k] = made.prototype[d];
    for (std::size_t d = 0; d < made.weight.size(); ++d) state.weight[d][k] = made.weight[d];
    double whole = 0;
    for (int j = 0; j < recency.nodes; ++j) whole += recency.weight[static_cast<std::size_t>(j)];
    for (int j = 0; j < recency.nodes; ++j) {
        const auto at = static_cast<std::size_t>(j);
        state.trace[k][at] = made.recent * recency.weight[at] / whole;
    }
}

inline Derived<double> derived(const Parameters<double>& parameters = {}) {
    return Derived<double>::from(parameters, eighty_years);
}

inline Cues<double> all_known(const std::array<double, EncounterCues::all>& values) {
    Cues<double> cues;
    cues.value = values;
    return cues;
}

inline Signals signals_of(const Cues<double>& cues) {
    Signals signals{};
    for (std::size_t d = 0; d < signals.size(); ++d) signals[d] = cues.known[d] ? cues.value[d] : 0.0;
    return signals;
}

inline Match<double> match(const State<double>& state, const Parameters<double>& parameters, const Cues<double>& cues) {
    return Memory::match(Memory::prepare(state, parameters, cues), signals_of(cues));
}

// Every number of a memory in use, to be compared.
inline std::vector<double> numbers(const State<double>& state) {
    std::vector<double> all{static_cast<double>(state.count)};
    for (std::size_t k = 0; k < static_cast<std::size_t>(state.count); ++k) {
        all.insert(all.end(),
                   {state.strength[k], state.integration[k], state.verbal[k], state.hurt_mass[k], state.safe[k]});
        for (const auto& level : state.hurt) all.push_back(level[k]);
        for (const auto& off : state.eased) all.push_back(off[k]);
        for (const auto& prototype : state.prototype) all.push_back(prototype[k]);
        for (const auto& weight : state.weight) all.push_back(weight[k]);
        all.insert(all.end(), state.trace[k].begin(), state.trace[k].end());
    }
    return all;
}

}  // namespace nearness::memory
