#pragma once

// Sections 4 to 10 of the specification: a person, an other, and one encounter between them.

#include "reference/memory.hpp"

#include <limits>
#include <vector>

namespace reference {

enum class Role { caregiver, partner, therapist };

// Section 9. goodwill and h belong to what has happened between the two.
struct Other {
    Role role = Role::partner;
    double attention = 0.85, responsive = 0.75, steady = 0.15, pursue = 0.0, fragile = 0.03, offer = 1.0;
    double escape = 1.0;  // caregivers only
    double unavailable = 0.0, unpredictable = 0.0, critical = 0.0, enmeshed = 0.0, harm = 0.0, onset = 0.35;
    double who_1 = 0.2, who_2 = 0.2;
    double goodwill = 1.0, h = 0.1;
};

// Section 12, "Start".
struct Person {
    Memory memory;
    double now = 0.0;
    double need = 0.5, care = 0.2, insight = 0.0, guard = 0.0;
    std::array<double, strategies> q{}, trust{};

    explicit Person(const Parameters& with) : memory{with} {}
    const Parameters& with() const { return memory.with; }
};

// Every random number of one encounter.
struct Draws {
    double attention = 0.0;   // standard normal
    double difficulty = 0.0;  // the rest uniform in (0, 1), unless said
    double strategy = 0.0;
    double harm = 1.0, unpredictable = 1.0;            // a caregiver's
    double unresponsive = 1.0, unkind = 1.0;           // a partner's
    std::vector<double> closeness;                     // standard normal, one for each beat
    double race_threat = 0.0, race_reappraisal = 0.0;  // standard normal: z and z'
};

// What a session may change about an encounter (section 11).
struct Conditions {
    double suppressed = 0.0;
    double closeness_limit = 1.0;
};

struct Report {
    std::size_t strategy = 0;
    double attention = 0.0, difficulty = 0.0;
    double use = 0.0, felt = 0.0, disclosure = 0.0, hidden = 0.0;
    double peak_arousal = 0.0, peak_activation = 0.0, peak_felt = 0.0, pain = 0.0, r = 0.0, last_closeness = 0.0;
    Cues peak{};
    bool has_onset = false;
    double onset_time = std::numeric_limits<double>::quiet_NaN();
    double threat_time = std::numeric_limits<double>::quiet_NaN();
    double reappraisal_time = std::numeric_limits<double>::infinity();
};

inline std::array<double, strategies> softmax(const Person& person) {
    std::array<double, strategies> result{};
    double total = 0.0;
    for (std::size_t s = 0; s < strategies; ++s) {
        result[s] = std::exp(person.with().beta * person.q[s]);
        total += result[s];
    }
    for (double& value : result) {
        value /= total;
    }
    return result;
}

// READING: drawn by the inverse of the cumulative sum in the order of the table of section 6.
inline std::size_t drawn_strategy(const Person& person, double uniform) {
    const auto chance = softmax(person);
    double sum = 0.0;
    for (std::size_t s = 0; s + 1 < strategies; ++s) {
        sum += chance[s];
        if (uniform < sum) {
            return s;
        }
    }
    return strategies - 1;
}

// Section 12: "between moments only decay" (sections 7 and 8).
inline void pass_to(Person& person, double time) {
    const double days = time - person.now;
    person.guard *= std::exp(-days / person.with().tau_guard);
    person.need = 1.0 - (1.0 - person.need) * std::exp(-person.with().need_rate * days);
    person.now = time;
}

// Section 2's table.
inline Cues cues_of(const Other& other, double c, double f, double v, double att, double friction) {
    return {f * c,
            f * c * att,
            f * c * v,
            f * c * v * att,
            friction,
            other.steady,
            other.role == Role::therapist ? 1.0 : 0.0,
            other.who_1,
            other.who_2};
}

// Section 9, at the cues of the peak beat.
inline double external_pain(const Other& other, const Cues& x, double att, const Draws& draws) {
    const auto on = [&](double y) { return y * logistic((y - other.onset) / 0.05); };
    double kept = 1.0;
    if (other.role == Role::caregiver) {
        // READING: att/2 is today's attention.
        kept *= 1.0 - other.unavailable * on(x[vulnerability]) * (1.0 - att / 2.0);
        kept *= 1.0 - other.critical * on(x[seen]);
        kept *= 1.0 - other.enmeshed * on(x[attention]);
        kept *= draws.harm < 0.3 ? 1.0 - other.harm * clip(1.5 * on(x[closeness])) : 1.0;
        kept *= draws.unpredictable < 0.5 ? 1.0 - other.unpredictable * on(x[closeness]) : 1.0;
    } else {
        const double goodwill = other.role == Role::therapist ? 1.0 : other.goodwill;
        kept *= draws.unresponsive < 1.0 - other.responsive ? 1.0 - 0.4 * x[vulnerability] : 1.0;
        kept *= draws.unkind < 0.5 * (1.0 - goodwill) ? 1.0 - 0.7 * x[closeness] : 1.0;
    }
    return 1.0 - kept;
}

inline void after_encounter(Person& person, Other& other, const Report& report);

inline Report meet(Person& person, Other& other, const Draws& draws, const Conditions& conditions = {}) {
    const Parameters& with = person.with();
    const double limit = capacity(with, person.now);
    Report report;
    const double att = clip(other.attention + 0.25 * draws.attention, 0.05, 1.0);
    const double difficulty =
        draws.difficulty < 0.5 ? 1.0 : 0.3;  // READING: the lower half of the uniform is the hard day
    report.attention = att;
    report.difficulty = difficulty;
    report.strategy = drawn_strategy(person, draws.strategy);
    const Strategy& on_duty = repertoire[report.strategy];
    const double pushes_away =
        on_duty.pushes_away * (report.strategy == withdrawing && other.role == Role::caregiver ? other.escape : 1.0);
    const double trust = person.trust[report.strategy];
    const double drive = person.need * (0.5 + 0.5 * person.care);
    const std::vector<double> prior = person.memory.prior(person.now);

    double c = 0.05, a = 0.0, reappraisal = 0.0, activation = 0.0;
    double largest = -1.0;
    for (std::size_t i = 0; i < with.beats; ++i) {
        const double numb = logistic((a - with.theta_n) / with.lambda_n);
        const double v = difficulty * (1.0 - on_duty.hides * activation);
        const double f = 1.0 - std::max(on_duty.dulls * activation, 0.9 * numb);
        const double friction = on_duty.friction * activation;
        const Cues x = cues_of(other, c, f, v, att, friction);
        const Beliefs p = person.memory.match(prior, x);
        const double threat = person.memory.predicted_pain(p, x);
        const double sayable = person.memory.sayable(p);
        // READING: "a, R": arousal first, with the last beat's R; then R, with this beat's arousal.
        a += (1.0 - std::exp(-with.beat / with.tau_a)) * (clip(threat - with.rho * reappraisal) - a);
        reappraisal += (1.0 - std::exp(-with.beat / with.tau_r)) * (person.insight * sayable * (1.0 - a) - reappraisal);
        const double u = normal_distribution((a - with.theta + with.zeta * person.guard) / with.lambda);
        activation = u * (1.0 - trust) * (1.0 - conditions.suppressed);
        if (u > 0.5 && !report.has_onset) {
            report.has_onset = true;
            report.onset_time =
                static_cast<double>(i + 1) * with.beat;  // READING: the end of the beat, when a has its new value
            report.threat_time = 0.1 + 0.2 / (threat * std::exp(0.3 * draws.race_threat));
            const double strength = person.insight * sayable * (1.0 - a) * std::exp(0.3 * draws.race_reappraisal);
            report.reappraisal_time =
                person.insight > 0.0 ? 2.0 + 0.6 / strength : std::numeric_limits<double>::infinity();
        }
        report.peak_arousal = std::max(report.peak_arousal, a);
        if (f * c > largest) {  // READING: of equal beats the first
            largest = f * c;
            report.peak = x;
            report.peak_felt = f;
            report.peak_activation = activation;  // A* is this beat's A, not the last one's that made x
        }
        const double count = static_cast<double>(with.beats);
        report.use += activation / count;
        report.felt += f * c * (0.4 + 0.6 * v / difficulty) / count;
        report.hidden += (1.0 - v / difficulty) / count;
        report.disclosure = std::max(report.disclosure, c * v * f);
        report.last_closeness = c;
        const double offer = other.offer * clip(1.0 - other.steady * a + other.pursue * activation, 0.0, 2.0);
        c += with.beat * (with.k_app * drive * offer * (1.0 - on_duty.lowers_approach * activation) * (1.0 - c) -
                          with.k_prot * pushes_away * activation * c) +
             with.noise * std::sqrt(with.beat) * draws.closeness[i];
        c = clip(c, 0.0, conditions.closeness_limit);
    }
    report.pain = external_pain(other, report.peak, att, draws);
    report.r = 1.0 - (1.0 - report.pain) *
                         (1.0 - with.chi * std::max(0.0, report.peak_arousal - 0.1) * report.peak_felt) *
                         (1.0 - with.chi_o * clip((report.peak_arousal - limit) / (1.0 - limit)));
    after_encounter(person, other, report);
    return report;
}

// "Then memory, repertoire, trust, guard, goodwill, h, care, need, in this order."
inline void after_encounter(Person& person, Other& other, const Report& report) {
    const Parameters& with = person.with();
    const std::size_t s = report.strategy;
    person.memory.learn(person.now, {.x = report.peak,
                                     .r = report.r,
                                     .pain = report.pain,
                                     .peak_arousal = report.peak_arousal,
                                     .protective_activation = report.peak_activation});
    person.q[s] += with.eta_q * (-report.pain - with.cost * report.use + with.psi * report.felt - person.q[s]);
    person.trust[s] *= 1.0 - 0.3 * report.pain;
    if (other.role == Role::partner) {
        person.guard += with.eta_pursue * other.pursue * report.use * (1.0 - person.guard);
        // READING: both terms use the goodwill from before.
        other.goodwill += 0.04 * report.felt * (1.0 - other.goodwill) -
                          other.fragile * report.use * repertoire[s].hurts_partner * other.goodwill;
    }
    other.h += 0.1 * (report.pain - other.h);
    person.care += 0.02 * report.felt * other.responsive * (1.0 - person.care) - 0.01 * report.pain * person.care;
    person.need = std::max(0.0, person.need - 0.6 * report.felt);
}

}  // namespace reference
