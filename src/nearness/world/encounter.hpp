// One encounter, in causal order (MODEL section 10). This is THE page: everything the theory says about what happens
// between two people in ten minutes is called from here, in the order in which it happens.
//
//   open    who and what is met today: attention, difficulty, the strategy on duty; what memory will match against
//   beats   closeness, match, alarm, protection, step by step                                (world/beats.hpp)
//   close   pain at the peak, what the encounter was like in all                             (section 9, encounter.2)
//           then memory, repertoire, trust, guard, goodwill, h, care, need learn, in this order
//
// `meet` is for one person; `meet_together` for a group of persons who have nothing to do with each other, side by side
// for speed: to the last bit what each would live alone. CHECKED tests/world/encounter_test.cpp, against a literal
// transcription of MODEL.md in tests/reference.
#pragma once

#include "nearness/body/race.hpp"
#include "nearness/random/stream.hpp"
#include "nearness/world/beats.hpp"
#include "nearness/world/other.hpp"

namespace nearness::world {

// What is arranged differently in an encounter (graded closeness, flooding).
struct Arrangement {
    double suppressed = 0;  // share of protection held down from outside
    double closest = 1;     // closeness is held at most here
    bool steadied = false;  // the other is as steady as can be
};

// What an encounter was like. Times in seconds; everything else in [0, 1] unless said otherwise.
template <class Real>
struct Meeting {
    int strategy = 0;              // on duty (protection::Strategy); the most preferred on the typical path
    double attention = 0;          // the other's attention today
    double difficulty = 0;         // how much there was to be open about
    int day = 0;                   // 0 ordinary, 1 warm, 2 cool, where a chapter has such days (life/interventions.hpp)
    Real wish{};                   // drive at the start
    Real use{};                    // protective use: beat-mean of A
    Real peak_use{};               // A*, at the peak beat
    Real felt{};                   // felt closeness
    Real closeness{};              // f·c at the peak beat
    Real mean_closeness{};         // beat-mean of c
    Real disclosure{};             // depth: max c·v·f
    Real hidden{};                 // beat-mean of 1 − v/difficulty
    Real friction{};               // beat-mean
    Real numb{};                   // largest
    Real arousal{};                // largest: â
    Real reflection{};             // largest R
    Real bodily{};                 // V at the peak beat: bodily threat
    Real reported{};               // reported expectation of pain at the peak beat
    Real telling{};                // e(x) at the peak beat
    Real pain{};                   // external pain
    Real outcome{};                // r
    Real overwhelm{};              // o
    Real novelty{};                // p_new at the peak beat
    int resembled = -1;            // the template with the largest p at the peak beat, -1 for none
    Real resemblance{};            // its p
    double onset = -1;             // s until u > ½, −1 when the alarm never rang
    double threat_time = -1;       // s, of the race at onset; −1 without one
    double reappraisal_time = -1;  // s, infinite when reappraisal never comes
    std::array<Real, memory::EncounterCues::signals> peak{};  // x at the peak beat: what was learned from
    memory::Learned learned;
};

// One person's part in an encounter.
template <class Real>
struct Party {
    person::Person<Real>& person;
    Acquaintance<Real>& acquaintance;
    const random::Stream& draws;
};

template <class Real>
struct Encounter {
    using Parameters = person::Parameters<Real>;
    using Derived = person::Derived<Real>;

    template <class Observer = NoObserver>
    static Meeting<Real> meet(const Party<Real>& party, const Parameters& parameters, const Derived& derived,
                              const Other& other, const Arrangement& arrangement, const Observer& observer = {});

    using Group = std::array<Party<Real>, math::group_size>;
    static std::array<Meeting<Real>, math::group_size> meet_together(const Group& group, const Parameters& parameters,
                                                                     const Derived& derived, const Other& other);
};

// The contexts an other brings; signals are left at 0.
template <class Real>
memory::Cues<Real> cues_of(const person::Parameters<Real>& parameters, const Other& other,
                           const std::array<double, 2>& identity, bool steadied) {
    using namespace memory;
    Cues<Real> cues;
    if (parameters.knocked_out.has(person::Module::context)) cues.forget_contexts();
    cues.offer = other.offer;
    cues.value[steady] = steadied ? Real(1) : Real(other.steady);
    cues.value[setting] = Real(other.setting());
    cues.value[who_1] = Real(identity[0]);
    cues.value[who_2] = Real(identity[1]);
    return cues;
}

}  // namespace nearness::world

#include "nearness/world/encounter_implementation.hpp"
