// What becomes of a person who is given the same as everybody else, whatever they were given before: the same warmth, the
// same hurts, the same safe moments. All on a copy that goes on from the chapter's end.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 2> warmth = {{
    {"warmth", 10, 0.1, 100, "how much: felt closeness times how responsive the other is, summed over encounters"},
    {"start", 0.2, 0, 1, "the care to begin with"},
}};

// Encounters every second day. NaN where even 400 of them do not bring so much warmth.
double care_after_warmth(const Lived& lived, const Chosen& chosen) {
    constexpr int most = 400;
    Fork fork(lived, chosen.other());
    fork.person.bond.care = chosen[1];
    double received = 0;
    for (int i = 0; i < most && received < chosen[0]; ++i) {
        received += fork.meet(i, 2).felt * fork.other().responsive;
    }
    return received < chosen[0] ? life::not_measured : fork.person.bond.care;
}

constexpr std::array<Option, 2> hurting = {{
    {"strength", 0.7, 0, 1, "pain of each"},
    {"most", 200, 1, 2000, "after how many to stop"},
}};

// Daily. 0 for somebody who is already alarmed; `most` for somebody whom so many do not alarm.
double hurts_to_alarm(const Lived& lived, const Chosen& chosen) {
    Fork fork(lived, chosen.other());
    const int most = static_cast<int>(chosen[1]);
    int hurts = 0;
    while (hurts < most && fork.threat_taught() <= lived.parameters().body.threshold) {
        fork.teach(chosen[0], hurts, 1);
        ++hurts;
    }
    return hurts;
}

constexpr std::array<Option, 1> safe = {{{"moments", 50, 1, 2000, "how many, one a day"}}};

// NaN where less than 0.05 is predicted to begin with: there is nothing to keep.
double kept_after_safety(const Lived& lived, const Chosen& chosen) {
    Fork fork(lived, chosen.other());
    const double before = fork.threat_taught();
    if (before < 0.05) return life::not_measured;
    for (int i = 0; i < static_cast<int>(chosen[0]); ++i) fork.teach(0, i, 1);
    return fork.threat_taught() / before;
}

constexpr std::array<Measure, 3> list = {{
    {"care_after_warmth", "1", "care after the same warmth as everybody, from the same care", false, warmth,
     care_after_warmth},
    {"hurts_to_alarm", "1", "close moments that hurt until closeness rings the alarm", false, hurting, hurts_to_alarm},
    {"kept_after_safety", "1", "share of predicted pain that is left after safe close moments without protection",
     false, safe, kept_after_safety},
}};

}  // namespace

std::span<const Measure> given_the_same() { return list; }

}  // namespace nearness::claims::measures
