// The chapter once more, with another weight of reflection on the alarm: ρ of (body.1), mind.insight_authority.
//
// A copy of the person as they stood when the chapter began lives it again, sessions and luck as they were.
#include "nearness/claims/measures/all.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 2> options = {{
    {"authority", 0.05, 0, 1, "ρ: by how much reflection lowers the alarm"},
    {"from", 0.5, 0, 1, "where the encounters looked at begin, as a share of the chapter's"},
}};

struct Encounters : life::NoWatcher {
    std::vector<world::Meeting<double>> met;
    void encounter(const life::Where&, const life::State<double>&, const world::Meeting<double>& meeting) {
        met.push_back(meeting);
    }
};

double again(const Lived& lived, const Chosen& chosen, double world::Meeting<double>::*quantity) {
    life::Prepared prepared = lived.prepared;
    prepared.scenario.parameters.person.mind.insight_authority = chosen[0];
    life::State<double> copy = lived.before;
    Encounters seen;
    static const std::vector<life::RecordedMoment> no_diary;
    (void)life::live_chapter(prepared, lived.chapter, lived.seed,
                             life::Walker<Encounters>{copy, lived.person, no_diary, seen});
    const auto from = static_cast<std::size_t>(chosen[1] * static_cast<double>(seen.met.size()));
    double sum = 0;
    for (std::size_t i = from; i < seen.met.size(); ++i) sum += seen.met[i].*quantity;
    return from < seen.met.size() ? sum / static_cast<double>(seen.met.size() - from) : life::not_measured;
}

double use(const Lived& lived, const Chosen& chosen) { return again(lived, chosen, &world::Meeting<double>::use); }
double bodily(const Lived& lived, const Chosen& chosen) {
    return again(lived, chosen, &world::Meeting<double>::bodily);
}

constexpr std::array<Option, 1> delay = {{{"delay", 2, 0, 60, "shortest latency of reappraisal, s; prepared: 0.3"}}};

// The race does not act on anything, so that it can be run again with what was drawn.
double threat_wins(const Lived& lived, const Chosen& chosen) {
    double rang = 0, won = 0;
    for (const Met& met : lived.encounters) {
        if (met.meeting.onset < 0) continue;
        rang += 1;
        const double later = chosen[0] - lived.parameters().body.reappraisal_delay;
        if (met.meeting.threat_time <= met.meeting.reappraisal_time + later) won += 1;
    }
    return rang > 0 ? won / rang : life::not_measured;
}

constexpr std::array<Measure, 3> list = {{
    {"use_with_authority", "1", "protective use in the chapter's later part, had reflection had this weight", false,
     options, use},
    {"bodily_threat_with_authority", "1", "bodily threat in the chapter's later part, had reflection had this weight",
     false, options, bodily},
    {"threat_wins_with_delay", "1", "share of alarms in which threat is faster than a reappraisal of this latency",
     true, delay, threat_wins},
}};

}  // namespace

std::span<const Measure> insight_authority() { return list; }

}  // namespace nearness::claims::measures
