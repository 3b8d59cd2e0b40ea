// What understanding does to a moment, with the person as they are at the chapter's end: nothing is lived, nothing learned.
//
// The moment is held at a closeness, fully felt and fully open, and nobody protects. Insight and the latency of reappraisal
// can be lent to the person for it, so that everything else stays the same person's.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

constexpr Option closeness = {"closeness", 0.8, 0, 1, "closeness of the moment"};
constexpr Option insight = {"insight", -1, -1, 1, "insight lent for the moment; the person's own when left out"};
constexpr Option delay = {"delay", -1, -1, 60, "shortest latency of reappraisal in s; the person's own when left out"};
constexpr Option after = {"after", 600, 0, 36'000, "how long the moment has been held, in s"};

constexpr std::array<Option, 3> racing = {closeness, insight, delay};
constexpr std::array<Option, 3> holding = {closeness, insight, after};
constexpr std::array<Option, 2> telling = {closeness, insight};

memory::Expectation<double> expected(const Lived& lived, const Chosen& chosen) {
    const life::Vantage<double> whom = vantage_of(lived, chosen.other());
    return lived.after.person
        .recall(lived.parameters(), world::cues_of<double>(lived.parameters(), whom.other, whom.identity, false))
        .expect(person::perceive(chosen[0], {}, whom.other.attention));
}

double insight_of(const Lived& lived, const Chosen& chosen) {
    return chosen[1] >= 0 ? chosen[1] : lived.after.person.mind.insight;
}

// Of 200 races (body/race.hpp) at the instant the alarm rings, when arousal is at its threshold. NaN where what is
// predicted would never make it ring.
double threat_first(const Lived& lived, const Chosen& chosen) {
    constexpr int races = 200;
    body::Parameters<double> body = lived.parameters().body;
    if (chosen[2] >= 0) body.reappraisal_delay = chosen[2];
    const auto [predicted, tellable] = expected(lived, chosen);
    if (predicted <= body.threshold) return life::not_measured;
    const double drive = mind::Reflection<double>::drive(insight_of(lived, chosen), tellable, body.threshold);
    int won = 0;
    for (int race = 0; race < races; ++race) {
        const random::Stream draws = fork_draws(lived, race);
        won += body::Race<double>::run(body, predicted, drive, draws.normal(random::Purpose::race, 0),
                                       draws.normal(random::Purpose::race, 1))
                   .threat_wins();
    }
    return static_cast<double>(won) / races;
}

double arousal_held(const Lived& lived, const Chosen& chosen) {
    const person::Parameters<double>& parameters = lived.parameters();
    const person::Derived<double>& derived = lived.prepared.derived;
    const auto [predicted, tellable] = expected(lived, chosen);
    const int beats = static_cast<int>(chosen[2] / parameters.encounter.beat + 1e-6);
    double a = 0, R = 0;
    for (int i = 0; i < beats; ++i) {
        a = body::Arousal<double>::advance(derived.body, a, predicted, parameters.mind.insight_authority * R);
        const double drive = mind::Reflection<double>::drive(insight_of(lived, chosen), tellable, a);
        R = mind::Reflection<double>::advance(R, drive, derived.reflection_step);
    }
    return a;
}

// (mind.2), with what is expected of this other.
double parting(const Lived& lived, const Chosen& chosen) {
    const auto [predicted, tellable] = expected(lived, chosen);
    return predicted - mind::Reflection<double>::reported(insight_of(lived, chosen), tellable, predicted,
                                                          Fork(lived, chosen.other()).acquaintance.expectation);
}

constexpr std::array<Measure, 3> list = {{
    {"threat_first", "1", "share of alarms at a held closeness in which threat is faster than reappraisal", false,
     racing, threat_first},
    {"arousal_held", "1", "arousal after a closeness has been held for some time without protection", false, holding,
     arousal_held},
    {"parting", "1", "how far predicted pain exceeds what would be reported, at a held closeness", false, telling,
     parting},
}};

}  // namespace

std::span<const Measure> understanding() { return list; }

}  // namespace nearness::claims::measures
