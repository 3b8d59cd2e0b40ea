// The beats of an encounter: ten minutes in steps of five seconds, in causal order (MODEL section 10).
//
//   v, f, friction   from the protection and arousal of the last beat                        (sections 2, 6)
//   x                what reaches the threat memory                                          (person/perceive.hpp)
//   match, V         resemblance and predicted pain, faster than thought                     (memory.2, memory.3)
//   a, R             arousal; reflection, later and lighter                                  (body.1, mind.1)
//   u, A             the alarm, and the protector on duty                                    (body.2, section 6)
//   peak             the beat with the largest f·c is what will be remembered
//   c                closeness moves                                                         (encounter.1)
//
// `Value` is a person's number type, or math::Group: several persons side by side, each to the last bit what they would
// live alone. Nothing here branches on a value; conditions are selections.
#pragma once

#include "nearness/memory/particles_implementation.hpp"
#include "nearness/memory/rival_implementation.hpp"
#include "nearness/person/perceive.hpp"
#include "nearness/person/person.hpp"

namespace nearness::world {

inline constexpr double first_closeness = 0.05;

// What is settled before the first beat. `each` walks the members of two openings in step, to pack several persons into
// one.
template <class Value>
struct Opening {
    Value attention, difficulty;           // today
    Value hides, dulls, friction, lowers;  // of the strategy on duty, at full activation
    Value retreat_rate;                    // Δ·k_prot·b
    Value allowed;                         // (1 − trust_s)(1 − suppressed)
    Value pull;                            // ζ·guard
    Value insight;
    Value approach_rate;  // Δ·k_app·drive
    Value offer, steady, pursue, closest;

    template <class From, class To, class Visit>
    static void each(const From& from, To& to, Visit&& visit) {
        visit(from.attention, to.attention);
        visit(from.difficulty, to.difficulty);
        visit(from.hides, to.hides);
        visit(from.dulls, to.dulls);
        visit(from.friction, to.friction);
        visit(from.lowers, to.lowers);
        visit(from.retreat_rate, to.retreat_rate);
        visit(from.allowed, to.allowed);
        visit(from.pull, to.pull);
        visit(from.insight, to.insight);
        visit(from.approach_rate, to.approach_rate);
        visit(from.offer, to.offer);
        visit(from.steady, to.steady);
        visit(from.pursue, to.pursue);
        visit(from.closest, to.closest);
    }
};

// What the beats came to. Means are over beats.
template <class Value>
struct Course {
    Value use{}, felt{}, closeness{}, hidden{}, friction{};  // means
    Value disclosure{}, numb{}, arousal{}, reflection{};     // largest
    Value peak_near{}, peak_felt{}, peak_use{};              // at the peak
    std::array<Value, memory::EncounterCues::signals> peak_signals{};
    Value onset{-1.0};                            // s until u > ½, −1 when the alarm never rang
    Value onset_predicted{}, onset_reflection{};  // what the race at onset runs on

    template <class From, class To, class Visit>
    static void each(const From& from, To& to, Visit&& visit) {
        visit(from.use, to.use);
        visit(from.felt, to.felt);
        visit(from.closeness, to.closeness);
        visit(from.hidden, to.hidden);
        visit(from.friction, to.friction);
        visit(from.disclosure, to.disclosure);
        visit(from.numb, to.numb);
        visit(from.arousal, to.arousal);
        visit(from.reflection, to.reflection);
        visit(from.peak_near, to.peak_near);
        visit(from.peak_felt, to.peak_felt);
        visit(from.peak_use, to.peak_use);
        for (std::size_t d = 0; d < from.peak_signals.size(); ++d) visit(from.peak_signals[d], to.peak_signals[d]);
        visit(from.onset, to.onset);
        visit(from.onset_predicted, to.onset_predicted);
        visit(from.onset_reflection, to.onset_reflection);
    }
};

// One beat as an observer sees it, after closeness has moved.
template <class Value>
struct Beat {
    int number = 0;
    Value closeness{}, arousal{}, use{}, reflection{}, predicted{}, felt{}, vulnerability{};
};

struct NoObserver {
    template <class Value>
    void operator()(const Beat<Value>&) const {}
};

// `recalled` is what the present is compared with: a Matcher of one person or several, a Mixture of particles, or a
// learner, which is asked which one it is in every beat: compiling the beats for each would buy little.
template <class Real, class Value>
memory::Expectation<Value> expect(const memory::Matcher<Value>& recalled,
                                  const std::array<Value, memory::EncounterCues::signals>& signals) {
    return memory::Templates<Real>::expect(recalled, signals);
}
template <class Real>
memory::Expectation<Real> expect(const memory::Mixture<Real>& recalled,
                                 const std::array<Real, memory::EncounterCues::signals>& signals) {
    return memory::Particles<Real>::expect(recalled, signals);
}
template <class Real>
memory::Expectation<Real> expect(const memory::RivalRecall<Real>& recalled,
                                 const std::array<Real, memory::EncounterCues::signals>& signals) {
    return recalled.expect(signals);
}

// How a person is with the other in a beat, from the protection and arousal of the last one. `hidden` is 1 − v/difficulty.
template <class Value>
struct Bearing {
    Value numb, hidden;
    person::Openness<Value> openness;
    Value registered;  // felt, as the memory gets it (body.5)

    person::Openness<Value> as_registered() const { return {registered, openness.vulnerability, openness.friction}; }
};
template <class Real, class Value>
[[gnu::always_inline]] inline Bearing<Value> bearing(const person::Parameters<Real>& parameters,
                                                     const person::Derived<Real>& derived,
                                                     const Opening<Value>& opening, const Value& a, const Value& A) {
    Bearing<Value> now;
    now.numb = body::Arousal<Real>::numbing(parameters.body, derived.body, a);
    now.hidden = opening.hides * A;
    now.openness.vulnerability = opening.difficulty * (1.0 - now.hidden);
    now.openness.felt = 1.0 - math::maximum(Value(opening.dulls * A), Value(0.9 * now.numb));
    now.registered = math::primal(parameters.body.numbing_spares) == 0
                         ? now.openness.felt
                         : body::Arousal<Real>::registered(parameters.body, Value(opening.dulls * A), now.numb);
    now.openness.friction = opening.friction * A;
    return now;
}

// What (encounter.1) does in a beat: the share of the way to 1 that closeness comes nearer, and of the way to 0 that it
// is taken away.
template <class Value>
struct Pulls {
    Value nearer, away;
};
template <class Value>
[[gnu::always_inline]] inline Pulls<Value> pulls(const Opening<Value>& opening, const Value& a, const Value& A) {
    const Value coming = opening.approach_rate * person::offered(opening.offer, opening.steady, opening.pursue, a, A);
    return {coming * (1.0 - opening.lowers * A), opening.retreat_rate * A};
}

// `unrest` holds a standard normal a beat, one for each person: Value, or double where Value carries derivatives, which
// draws have not. The observer changes nothing.
template <class Real, class Value, class Recalled, class Unrest, class Observer>
Course<Value> live_beats(const person::Parameters<Real>& parameters, const person::Derived<Real>& derived,
                         const Opening<Value>& opening, const Recalled& recalled, const Unrest* unrest,
                         const Observer& observer) {
    using Body = body::Arousal<Real>;
    using Mind = mind::Reflection<Real>;
    const double beat = parameters.encounter.beat;
    const int beats = parameters.encounter.beats();
    const Real unrest_scale = parameters.encounter.noise * math::sqrt(beat);

    const bool spared = math::primal(parameters.body.numbing_spares) > 0;
    Course<Value> course;
    course.peak_near = Value(-1.0);
    Value c(first_closeness), a(0.0), R(0.0), A(0.0);
    for (int i = 0; i < beats; ++i) {
        const Bearing<Value> now = bearing(parameters, derived, opening, a, A);
        const auto& [numb, hidden, openness, registered] = now;
        const auto signals = person::perceive(c, now.as_registered(), opening.attention);
        const auto expected = expect<Real>(recalled, signals);

        const Value relief(parameters.mind.insight_authority * R);
        a = Body::advance(derived.body, a, expected.predicted, relief);
        const Value reflection_drive = Mind::drive(opening.insight, expected.telling, a);
        R = Mind::advance(R, reflection_drive, derived.reflection_step);
        const Value heard = Body::ahead(derived.body, a, expected.predicted, relief);
        const Value u = Body::alarm(parameters.body, derived.body, heard, opening.pull);
        A = u * opening.allowed;

        const Value near = spared ? Value(openness.felt * c) : signals[memory::closeness];
        const Value shown = spared ? Value(near * openness.vulnerability) : signals[memory::vulnerability];
        const auto nearest = near > course.peak_near;
        course.peak_near = math::select(nearest, near, course.peak_near);
        course.peak_felt = math::select(nearest, openness.felt, course.peak_felt);
        course.peak_use = math::select(nearest, A, course.peak_use);
        for (std::size_t d = 0; d < signals.size(); ++d) {
            course.peak_signals[d] = math::select(nearest, signals[d], course.peak_signals[d]);
        }
        const auto rings = (course.onset < Value(0.0)) & (u > Value(0.5));
        course.onset = math::select(rings, Value((i + 1) * beat), course.onset);
        course.onset_predicted = math::select(rings, expected.predicted, course.onset_predicted);
        course.onset_reflection = math::select(rings, reflection_drive, course.onset_reflection);
        course.use += A;
        course.felt += near * (0.4 + 0.6 * (1.0 - hidden));
        course.closeness += c;
        course.hidden += hidden;
        course.friction += openness.friction;
        course.disclosure = math::maximum(course.disclosure, shown);
        course.numb = math::maximum(course.numb, numb);
        course.arousal = math::maximum(course.arousal, a);
        course.reflection = math::maximum(course.reflection, R);

        const auto [nearer, away] = pulls(opening, a, A);
        c = math::clip(Value(c + nearer * (1.0 - c) - away * c + unrest_scale * unrest[i]), 0.0, 1.0);
        c = math::minimum(c, opening.closest);
        observer(Beat<Value>{i, c, a, A, R, expected.predicted, openness.felt, openness.vulnerability});
    }
    const double share = 1.0 / beats;
    for (Value* mean : {&course.use, &course.felt, &course.closeness, &course.hidden, &course.friction}) {
        *mean = *mean * share;
    }
    return course;
}

}  // namespace nearness::world
