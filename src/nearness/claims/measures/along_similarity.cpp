// How alike the present has to be for the alarm to ring.
//
// SAYS   Similarity s runs from a present that shares nothing with what was met as a child to one that is as it was: who
//        the other is from (1, 1) to the caregiver's identity, how steady they are from 1 to the caregiver's steadiness,
//        closeness from 0 to 1 and attention from 0 to the caregiver's, all in proportion. `closeness_too` = 0 holds
//        closeness and attention where they end and changes only who is there.
// EQUATION alarm = Φ((V − θ)/λ): u of (body.2) when arousal has settled, without guard
#include "nearness/claims/measures/all.hpp"
#include "nearness/world/encounter.hpp"

namespace nearness::claims::measures {

namespace {

constexpr Option closeness_too = {"closeness_too", 1, 0, 1, "whether closeness and attention become alike too"};
constexpr std::array<Option, 2> along = {{
    {"similarity", 1, 0, 1, "how alike the present is"},
    closeness_too,
}};
constexpr std::array<Option, 1> only_too = {{closeness_too}};

// The first caregiver of the life.
const world::Other* caregiver_of(const life::Scenario& scenario) {
    for (const life::NamedOther& named : scenario.others) {
        if (std::holds_alternative<world::Caregiver>(named.other.kind)) return &named.other;
    }
    return nullptr;
}

double threat_at(const Lived& lived, double similarity, bool signals_too) {
    const world::Other* home = caregiver_of(lived.prepared.scenario);
    if (home == nullptr) return life::not_measured;
    const auto towards = [&](double from, double to) { return from + similarity * (to - from); };
    const auto identity = home->identity.value_or(world::caregiver_identity);
    world::Other present;
    present.steady = towards(1, home->steady);
    const auto recall = lived.after.person.recall(
        lived.parameters(),
        world::cues_of<double>(lived.parameters(), present, {towards(1, identity[0]), towards(1, identity[1])}, false));
    const double closeness = signals_too ? similarity : 1;
    const double attention = signals_too ? towards(0, home->attention) : home->attention;
    return recall.expect(person::perceive(closeness, {}, attention)).predicted;
}

double alarm_at(const Lived& lived, double similarity, bool signals_too) {
    const body::Parameters<double>& body = lived.parameters().body;
    return math::normal_cdf((threat_at(lived, similarity, signals_too) - body.threshold) / body.width);
}

// The smallest similarity, in steps of 0.01, with at least this alarm; 2 when there is none.
double first_with(const Lived& lived, double alarm, bool signals_too) {
    for (int step = 0; step <= 100; ++step) {
        if (alarm_at(lived, 0.01 * step, signals_too) >= alarm) return 0.01 * step;
    }
    return 2;
}

double threat(const Lived& lived, const Chosen& chosen) { return threat_at(lived, chosen[0], chosen[1] > 0.5); }
double alarm(const Lived& lived, const Chosen& chosen) { return alarm_at(lived, chosen[0], chosen[1] > 0.5); }

double reach(const Lived& lived, const Chosen& chosen) {
    const double first = first_with(lived, 0.5, chosen[0] > 0.5);
    return first > 1 ? 0 : 1 - first;
}

double rise(const Lived& lived, const Chosen& chosen) {
    const double low = first_with(lived, 0.1, chosen[0] > 0.5), high = first_with(lived, 0.9, chosen[0] > 0.5);
    return high > 1 ? life::not_measured : high - low;
}

constexpr std::array<Measure, 4> list = {{
    {"threat_along_similarity", "1", "predicted pain of a present that is so much like childhood", false, along,
     threat},
    {"alarm_along_similarity", "1", "alarm at a present that is so much like childhood", false, along, alarm},
    {"alarm_reach", "1", "share of the way from unlike to alike on which the alarm rings", false, only_too, reach},
    {"alarm_rise", "1", "how much more alike takes the alarm from a tenth to nine tenths", false, only_too, rise},
}};

}  // namespace

std::span<const Measure> along_similarity() { return list; }

}  // namespace nearness::claims::measures
