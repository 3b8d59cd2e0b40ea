#pragma once

// Sections 11 and 14 of the specification: sessions, events and measures. Includes the rest of the reference.

#include "reference/encounter.hpp"

namespace reference {

// Section 14. READING: the grid is 0.005, 0.010, ..., 1 (V(0) is 0 for any template, so 0 would add nothing but a zero).
// READING: with any other, its own steadiness and identity are the context.
inline double predicted_at(const Person& person, const Other& other, const std::vector<double>& prior, double c) {
    const Cues x = cues_of(other, c, 1.0, 1.0, other.attention, 0.0);
    return person.memory.predicted_pain(person.memory.match(prior, x), x);
}
inline double edge(const Person& person, const Other& other) {
    const std::vector<double> prior = person.memory.prior(person.now);
    for (int i = 1; i <= 200; ++i) {
        if (predicted_at(person, other, prior, 0.005 * i) > person.with().theta) {
            return 0.005 * i;
        }
    }
    return 1.0;
}
inline double area(const Person& person, const Other& other) {
    const std::vector<double> prior = person.memory.prior(person.now);
    double sum = 0.0;
    for (int i = 1; i <= 200; ++i) {
        sum += predicted_at(person, other, prior, 0.005 * i);
    }
    return sum / 200.0;
}

// Section 7.
inline double access(const Person& person) {
    const auto chance = softmax(person);
    double sum = 0.0;
    for (std::size_t s = 0; s < strategies; ++s) {
        sum += chance[s] * (person.with().xi_0 + (1.0 - person.with().xi_0) * person.trust[s]);
    }
    return sum;
}
inline void parts_session(Person& person, double curiosity, double pressure) {
    const Parameters& with = person.with();
    const auto chance = softmax(person);
    for (std::size_t s = 0; s < strategies; ++s) {
        const double omega = std::min(1.0, 5.0 * chance[s]);
        person.trust[s] +=
            with.eta_trust * omega * curiosity * (1.0 - person.trust[s]) - with.eta_press * pressure * person.trust[s];
    }
    // READING: both changes of the guard start from the guard before the session.
    person.guard += with.eta_press * pressure * (1.0 - person.guard) - 0.3 * curiosity * person.guard;
}

// Section 11.
inline void talk_session(Person& person) { person.insight += person.with().eta_ins * (1.0 - person.insight); }
inline void emdr_session(Person& person) {
    if (person.memory.templates.empty()) {
        return;
    }
    const Parameters& with = person.with();
    Template* target = nullptr;
    for (Template& a : person.memory.templates) {
        const auto weight = [](const Template& b) { return charge(b) * std::min(1.0, b.n / 5.0); };
        if (target == nullptr || weight(a) > weight(*target)) {
            target = &a;
        }
    }
    const double open = access(person);
    const double load = 0.5;
    for (int set = 0; set < 10; ++set) {
        for (double& w : target->w) {
            w *= 1.0 - with.eta_emdr * open * 4.0 * load * (1.0 - load);
        }
        target->integration += with.eta_int * open * (1.0 - target->integration);
    }
}
// READING: the edge is that with the partner as it is; only the encounter itself is steady 1 (also as a cue).
inline Report graded_session(Person& person, Other& other, const Draws& draws) {
    const double steadiness = other.steady;
    const double limit = std::min(1.0, edge(person, other) + 0.1);
    other.steady = 1.0;
    const Report report = meet(person, other, draws, {.suppressed = 0.0, .closeness_limit = limit});
    other.steady = steadiness;
    return report;
}
// READING: the pressure follows the encounter, as in the sentence. (The first draft had it before: the guard then speaks
// up in that encounter already, which the suppression all but hides.)
inline Report flooding_session(Person& person, Other& other, const Draws& draws) {
    const Report report = meet(person, other, draws, {.suppressed = 0.9, .closeness_limit = 1.0});
    person.guard += person.with().eta_press * 0.5 * (1.0 - person.guard);
    return report;
}
inline void stressor(Person& person, double s) {
    person.need += s * (1.0 - person.need);
    person.guard += 0.3 * s * (1.0 - person.guard);
}
// READING: the context cues of a betrayal are those of the partner who betrays.
inline void betrayal(Person& person, const Other& other, double s) {
    person.memory.learn(person.now, {.x = cues_of(other, 0.8, 1.0, 1.0, 0.85, 0.0),
                                     .r = s,
                                     .pain = s,
                                     .peak_arousal = 0.0,
                                     .protective_activation = 0.0});
    for (double& trust : person.trust) {
        trust *= 1.0 - 0.5 * s;
    }
    person.care *= 1.0 - 0.3 * s;
}
inline void break_up(Person& person) { person.need += 0.5 * (1.0 - person.need); }

}  // namespace reference
