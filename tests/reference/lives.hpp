// The people and chapters that MODEL.md section 16 describes, for tests of several folders.
#pragma once

#include "nearness/life/live.hpp"
#include "nearness/world/presets.hpp"

namespace lives {

using namespace nearness;

// One chapter of one person.
template <class Watcher>
life::Summary live(const life::Prepared& prepared, std::size_t chapter, std::uint64_t seed, std::uint32_t person,
                   life::State<double>& state, Watcher& watcher, const std::vector<life::RecordedMoment>& diary = {}) {
    return life::live_chapter(prepared, static_cast<int>(chapter), seed,
                              life::Walker<Watcher>{state, person, diary, watcher});
}

// A whole life; the summaries of its chapters.
template <class Watcher>
std::vector<life::Summary> live(const life::Prepared& prepared, std::uint64_t seed, std::uint32_t person,
                                life::State<double>& state, Watcher& watcher) {
    std::vector<life::Summary> summaries;
    state = life::newborn(prepared);
    for (std::size_t c = 0; c < prepared.scenario.chapters.size(); ++c) {
        summaries.push_back(live(prepared, c, seed, person, state, watcher));
    }
    return summaries;
}

// One encounter outside a life.
template <class Observer = world::NoObserver>
world::Meeting<double> meet(person::Person<double>& who, const person::Parameters<double>& parameters,
                            const person::Derived<double>& derived, const world::Other& other,
                            world::Acquaintance<double>& acquaintance, const random::Stream& draws,
                            const world::Arrangement& arrangement = {}, const Observer& observer = {}) {
    return world::Encounter<double>::meet(world::Party<double>{who, acquaintance, draws}, parameters, derived, other,
                                          arrangement, observer);
}

// History AV: unavailable, unpredictable, critical, a little enmeshed and harmful.
inline life::NamedOther av_caregiver() {
    world::Other other;
    other.attention = 0.68;
    other.responsive = 0.7;
    other.steady = 0.2;
    other.kind = world::Caregiver{.unavailable = 0.6,
                                  .unpredictable = 0.3,
                                  .critical = 0.5,
                                  .enmeshed = 0.2,
                                  .harm = 0.1,
                                  .onset = 0.35,
                                  .escape = 0.5};
    return {"caregiver", other};
}

inline life::NamedOther partner(std::string_view name = "ordinary") {
    world::Other other = world::preset("partner", name);
    other.identity = {0.7, 0.6};
    return {"partner", other};
}

inline life::Chapter chapter(std::string id, double from, double days, double gap, int other) {
    life::Chapter made;
    made.id = std::move(id);
    made.from = from;
    made.until = from + days;
    made.encounter_gap = gap;
    made.other = other;
    return made;
}

inline life::Plan plan(therapy::Therapy therapy, int sessions, double starts = 0.0) {
    life::Plan made;
    made.id = std::string(therapy::name(therapy));
    made.therapy = therapy;
    made.sessions = sessions;
    made.starts = starts;
    return made;
}

inline constexpr double child_gap = 4.0;          // 1.75 a week
inline constexpr double partner_gap = 7.0 / 3.0;  // 3 a week
inline constexpr double few_months = 26.0 * partner_gap;
inline constexpr double partner_from = 20.0 * 365.0;

inline life::Chapter childhood(double from_years = 0.5) {
    return chapter("childhood", from_years * 365.0, (16.0 - from_years) * 365.0, child_gap, 0);
}

// Childhood, four quiet years, 26 encounters, 52 weeks with the plans, 26 encounters more.
inline life::Scenario whole_life(life::NamedOther caregiver, life::NamedOther adult, std::vector<life::Plan> plans = {},
                                 double childhood_from = 0.5) {
    life::Scenario scenario;
    scenario.others = {std::move(caregiver), std::move(adult)};
    scenario.chapters.push_back(childhood(childhood_from));
    scenario.chapters.push_back(chapter("quiet years", 16.0 * 365.0, 4.0 * 365.0, 0.0, -1));
    scenario.chapters.push_back(chapter("before", partner_from, few_months, partner_gap, 1));
    scenario.chapters.push_back(chapter("year", scenario.chapters.back().until, 364.0, partner_gap, 1));
    scenario.chapters.back().plans = std::move(plans);
    scenario.chapters.push_back(chapter("after", scenario.chapters.back().until, few_months, partner_gap, 1));
    return scenario;
}

// Where a person stands after a whole childhood and the quiet years; lived once for each number.
inline life::State<double> grown_up(const life::NamedOther& caregiver, std::uint32_t person,
                                    double childhood_from = 0.5, std::uint64_t seed = 1) {
    life::Scenario scenario;
    scenario.others = {caregiver, partner()};
    scenario.chapters = {childhood(childhood_from)};
    const life::Prepared prepared = life::Prepared::from(scenario);
    life::State<double> state;
    life::NoWatcher nobody;
    live(prepared, seed, person, state, nobody);
    return state;
}

}  // namespace lives
