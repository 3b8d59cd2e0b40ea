// Closeness is led from 0 to 1 in the time of an encounter, again and again, with the person as they are at the chapter's
// end: where does protection set in?
//
// Nothing is learned on a ramp, and closeness, which is led, has no noise. Everything else that the theory leaves to luck
// in an encounter is drawn for each ramp as there: the other's attention, how much there is to be open about, and which
// strategy is on duty. The body follows in steps of a beat, with its delay; protection dulls and hides as it does.
// Protection has set in once its activation A has exceeded ½.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

constexpr double never = 2;  // beyond any closeness

struct Day {
    double attention;
    world::Opening<double> opening;
};

Day day_of(const Lived& lived, const life::Vantage<double>& whom, const random::Stream& draws) {
    using random::Purpose;
    using Repertoire = protection::Repertoire<double>;
    const person::Parameters<double>& parameters = lived.parameters();
    const protection::State<double>& protection = lived.after.person.protection;
    const auto preference = Repertoire::preferences(protection, parameters.protection, whom.other.escape());
    const int strategy = Repertoire::choose(preference, draws.uniform(Purpose::strategy));
    const auto duty = protection::Duty<double>::of(strategy, protection, whom.other.escape());
    Day day;
    day.attention = math::clip(whom.other.attention + 0.25 * draws.normal(Purpose::attention), 0.05, 1.0);
    day.opening.difficulty = draws.uniform(Purpose::difficulty) < 0.5 ? 1.0 : 0.3;
    day.opening.hides = duty.hides;
    day.opening.dulls = duty.dulls;
    day.opening.friction = duty.friction;
    day.opening.allowed = duty.allowed;
    day.opening.pull = parameters.protection.guard_gain * protection.guard;
    return day;
}

// The closeness at which protection sets in, looked for up to `closest`.
double set_in(const Lived& lived, const person::Recall<double>& recall, const Day& day, double closest) {
    using Body = body::Arousal<double>;
    using Mind = mind::Reflection<double>;
    const person::Parameters<double>& parameters = lived.parameters();
    const person::Derived<double>& derived = lived.prepared.derived;
    const int beats = parameters.encounter.beats();
    double a = 0, R = 0, A = 0;
    for (int i = 1; i <= beats; ++i) {
        const double c = static_cast<double>(i) / beats;
        if (c > closest + 1e-9) return never;
        const auto bearing = world::bearing(parameters, derived, day.opening, a, A);
        const auto expected = recall.expect(person::perceive(c, bearing.as_registered(), day.attention));
        const double relief = parameters.mind.insight_authority * R;
        a = Body::advance(derived.body, a, expected.predicted, relief);
        R = Mind::advance(R, Mind::drive(lived.after.person.mind.insight, expected.telling, a),
                          derived.reflection_step);
        const double heard = Body::ahead(derived.body, a, expected.predicted, relief);
        A = Body::alarm(parameters.body, derived.body, heard, day.opening.pull) * day.opening.allowed;
        if (A > 0.5) return c;
    }
    return never;
}

constexpr Option how_many = {"ramps", 200, 10, 10'000, "how many ramps"};
constexpr Option difficulty = {"difficulty", -1, -1, 1, "how much there is to be open about; drawn when left out"};
constexpr Option attention = {"attention", -1, -1, 1, "the other's attention on the day; drawn when left out"};
constexpr Option closeness = {"closeness", 1, 0, 1, "closeness reached"};
constexpr std::array<Option, 3> ramping = {how_many, difficulty, attention};
constexpr std::array<Option, 4> up_to = {how_many, difficulty, attention, closeness};

std::vector<double> ramps(const Lived& lived, const Chosen& chosen, double closest) {
    const life::Vantage<double> whom = vantage_of(lived, chosen.other());
    const auto recall = lived.after.person.recall(
        lived.parameters(), world::cues_of<double>(lived.parameters(), whom.other, whom.identity, false));
    std::vector<double> out;
    for (int ramp = 0; ramp < static_cast<int>(chosen[0]); ++ramp) {
        Day day = day_of(lived, whom, fork_draws(lived, ramp));
        if (chosen[1] >= 0) day.opening.difficulty = chosen[1];
        if (chosen[2] >= 0) day.attention = chosen[2];
        out.push_back(set_in(lived, recall, day, closest));
    }
    std::sort(out.begin(), out.end());
    return out;
}

// The closeness by which this share of the (sorted) ramps are protected; never where fewer get there.
double reached_by(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size()) + 0.999999) - 1];
}

double ramp_width(const Lived& lived, const Chosen& chosen) {
    const std::vector<double> sorted = ramps(lived, chosen, 1);
    const double late = reached_by(sorted, 0.9);
    return late == never ? 1 : late - reached_by(sorted, 0.1);
}

double ramp_midpoint(const Lived& lived, const Chosen& chosen) {
    return math::minimum(1.0, reached_by(ramps(lived, chosen, 1), 0.5));
}

double ramp_share(const Lived& lived, const Chosen& chosen) {
    const std::vector<double> sorted = ramps(lived, chosen, chosen[3]);
    const auto protectedly = std::count_if(sorted.begin(), sorted.end(), [](double c) { return c < never; });
    return static_cast<double>(protectedly) / static_cast<double>(sorted.size());
}

constexpr std::array<Measure, 3> list = {{
    {"ramp_width", "1",
     "closeness between the points at which 10 % and 90 % of ramps have set off protection, 1 if never 90 %", false,
     ramping, ramp_width},
    {"ramp_midpoint", "1", "closeness at which half of the ramps have set off protection, 1 if never half", false,
     ramping, ramp_midpoint},
    {"ramp_share", "1", "share of ramps that have set off protection by a closeness", false, up_to, ramp_share},
}};

}  // namespace

std::span<const Measure> ramp() { return list; }

}  // namespace nearness::claims::measures
