// A person made by hand at the end of a chapter made by hand, for measures that look at it.
#pragma once

#include "memory/make.hpp"
#include "nearness/claims/measures.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

namespace nearness::claims {

// A partner met every day; the person is 20, has no templates, and their memory opens none of its own accord.
struct MadeLife {
    life::Scenario scenario;
    life::Summary summary;
    life::State<double> state;
    std::vector<Met> met;

    MadeLife() {
        scenario.others = {lives::partner()};
        scenario.chapters = {lives::chapter("together", 20 * 365.0, 60, 1, 0)};
        scenario.parameters.person.memory.concentration = 1e-6;
        state = life::newborn(life::Prepared::from(scenario));
        state.person.age = 20 * 365.0;
        state.met[0] = true;
        state.acquaintances[0].identity = {0.7, 0.6};
    }

    person::Parameters<double>& parameters() { return scenario.parameters.person; }

    // A template that predicts w·x of any moment with the partner: its prototype is `teach`'s moment with them.
    void learn(const memory::Signals& weight, double told = 1) {
        const auto signals = person::perceive(0.8, person::Openness<double>{}, 0.85);
        memory::Made made;
        made.strength = 10;
        made.integration = 1;
        made.told = told;
        made.weight = weight;
        made.prototype = {signals[0], signals[1], signals[2], signals[3], 0, 0.15, 0, 0.7, 0.6};
        made.recent = 10;
        memory::add(state.person.memory, made, life::Prepared::from(scenario).derived.memory.recency);
    }

    double take(const MeasureUse& use) const {
        const life::Prepared prepared = life::Prepared::from(scenario);
        return claims::take(use, {prepared, 1, 0, 0, summary, state, state, met, {}});
    }
    double take(const std::string& name, std::vector<std::pair<std::string, double>> options = {}) const {
        return take(MeasureUse{name, std::move(options), {}});
    }
};

inline Met encounter(double wish, double use) {
    Met one;
    one.meeting.wish = wish;
    one.meeting.use = use;
    return one;
}

}  // namespace nearness::claims
