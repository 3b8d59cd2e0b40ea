// What protects the person at the chapter's end, and what it is worth with whom.
//
// EQUATIONS  preference = softmax(βQ)
//   payoff_s(other) = mean of −pain − cost·use + ψ·felt with strategy s on duty (what Q_s learns from): the same encounters
//   for every strategy, each with the person as they are at the chapter's end, when the next encounter would be due
//   gain(other) = Σ_s (preference_s − 1/5) payoff_s(other): what the repertoire brings beyond picking at random
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

using Repertoire = protection::Repertoire<double>;

protection::PerStrategy<double> preferences(const Lived& lived) {
    return Repertoire::preferences(lived.after.person.protection, lived.parameters().protection);
}

template <protection::Strategy strategy>
double preference(const Lived& lived, const Chosen&) {
    return preferences(lived)[static_cast<std::size_t>(strategy)];
}

constexpr std::array<Option, 1> how_many = {
    {{"encounters", 24, 1, 10'000, "with each strategy on duty; fours are filled up"}}};

double gain_with(const Lived& lived, int other, int encounters) {
    constexpr double for_certain = 1e6;
    const protection::Parameters<double>& parameters = lived.parameters().protection;
    const auto preferred = preferences(lived);
    const int groups = (encounters + math::group_size - 1) / math::group_size;
    double gain = 0;
    for (int s = 0; s < protection::strategies; ++s) {
        const auto at = static_cast<std::size_t>(s);
        double payoff = 0;
        for (int group = 0; group < groups; ++group) {
            Fork one(lived, other);
            one.person.protection.value[at] = for_certain;
            Fork::Group forks = {one, one, one, one};
            for (const auto& met :
                 Fork::meet_together(forks, math::group_size * group, lived.chapter_lived().encounter_gap)) {
                payoff += -met.pain - parameters.cost * met.use + parameters.closeness_value * met.felt;
            }
        }
        gain += (preferred[at] - 1.0 / protection::strategies) * payoff / (math::group_size * groups);
    }
    return gain;
}

double repertoire_gain(const Lived& lived, const Chosen& chosen) {
    return gain_with(lived, chosen.other(), static_cast<int>(chosen[0]));
}

// Over all caregivers of the life but the chapter's own. NaN without others.
double repertoire_gain_elsewhere(const Lived& lived, const Chosen& chosen) {
    const auto& others = lived.prepared.scenario.others;
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const int at = static_cast<int>(i);
        if (at == lived.chapter_lived().other || !std::holds_alternative<world::Caregiver>(others[i].other.kind)) {
            continue;
        }
        sum += gain_with(lived, at, static_cast<int>(chosen[0]));
        ++count;
    }
    return count > 0 ? sum / count : life::not_measured;
}

constexpr std::array<Measure, 7> list = {{
    {"prefers_flaw_finding",
     "1",
     "how likely finding flaws is on duty, at the end",
     false,
     {},
     preference<protection::Strategy::flaw_finding>},
    {"prefers_irritability",
     "1",
     "how likely irritability is on duty, at the end",
     false,
     {},
     preference<protection::Strategy::irritability>},
    {"prefers_flatness",
     "1",
     "how likely flatness is on duty, at the end",
     false,
     {},
     preference<protection::Strategy::flatness>},
    {"prefers_holding_back",
     "1",
     "how likely holding back is on duty, at the end",
     false,
     {},
     preference<protection::Strategy::holding_back>},
    {"prefers_withdrawing",
     "1",
     "how likely withdrawing is on duty, at the end",
     false,
     {},
     preference<protection::Strategy::withdrawing>},
    {"repertoire_gain", "1", "what the repertoire brings with an other, beyond picking strategies at random", false,
     how_many, repertoire_gain},
    {"repertoire_gain_elsewhere", "1", "the same, mean over the life's other caregivers", false, how_many,
     repertoire_gain_elsewhere},
}};

}  // namespace

std::span<const Measure> repertoire() { return list; }

}  // namespace nearness::claims::measures
