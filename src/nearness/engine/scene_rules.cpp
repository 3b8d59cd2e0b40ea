#include "nearness/engine/scene_rules.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

using Glimpses = std::vector<const Glimpse*>;

// Where rules look.
struct Life {
    Glimpses encounters;         // of the whole life
    Glimpses last_relationship;  // of the arm's own part: encounters with whoever is met last
    Glimpses after_treatment;    // after the last session
};

constexpr double harmless = 0.05;       // external pain that does not count as harm
constexpr double worth_telling = 0.05;  // a smaller difference in predicted pain is none
constexpr double much_credit = 0.25;

bool rang(const Glimpse& one) { return one.meeting.onset >= 0; }

template <class Holds>
const Glimpse* first(const Glimpses& among, Holds&& holds) {
    const auto found = std::find_if(among.begin(), among.end(), [&](const Glimpse* one) { return holds(*one); });
    return found == among.end() ? nullptr : *found;
}

// The earliest of those with the largest score; none where no score is above 0.
template <class Score>
const Glimpse* most(const Glimpses& among, Score&& score) {
    const Glimpse* best = nullptr;
    double highest = 0;
    for (const Glimpse* one : among) {
        const double value = score(*one);
        if (value > highest) {
            highest = value;
            best = one;
        }
    }
    return best;
}

struct Rule {
    Reason reason;
    const Glimpse* (*find)(const Life&);
};

// The most telling first: where too many find something, the last ones give way.
constexpr Rule encounter_rules[] = {
    {{"first alarm", "The first time in this life that the alarm rang."},
     [](const Life& life) { return first(life.encounters, rang); }},
    {{"most overwhelming", "The encounter of this life that went furthest beyond the window of tolerance."},
     [](const Life& life) {
         // Overwhelm ends at 1; beyond that, arousal and pain decide.
         return most(life.encounters, [](const Glimpse& one) {
             const auto& met = one.meeting;
             return met.overwhelm > 0 ? met.overwhelm + 1e-3 * (met.arousal + met.pain) : 0;
         });
     }},
    {{"turned away",
      "In the last relationship: wished for, met with attention, without harm, and protection acted most."},
     [](const Life& life) {
         return most(life.last_relationship, [](const Glimpse& one) {
             const auto& met = one.meeting;
             return rang(one) && met.pain <= harmless ? met.wish * met.attention * met.peak_use : 0;
         });
     }},
    {{"credited", "In the last relationship: much pain was predicted, little came, and the protection got the credit."},
     [](const Life& life) {
         return most(life.last_relationship, [](const Glimpse& one) {
             const double safer = one.meeting.bodily - one.meeting.outcome;
             return safer > worth_telling && one.credited >= much_credit ? safer * one.credited : 0;
         });
     }},
    {{"in time", "The first time that understanding was faster than threat."},
     [](const Life& life) {
         return first(life.encounters, [](const Glimpse& one) {
             return rang(one) && one.meeting.reappraisal_time < one.meeting.threat_time;
         });
     }},
    {{"after treatment", "The first encounter after the last session."},
     [](const Life& life) { return first(life.after_treatment, [](const Glimpse&) { return true; }); }},
    {{"last", "The last encounter of this life as far as it is simulated."},
     [](const Life& life) { return life.encounters.empty() ? nullptr : life.encounters.back(); }},
    {{"most revised", "In the last relationship: the encounter that took most charge off a template."},
     [](const Life& life) {
         return most(life.last_relationship, [](const Glimpse& one) { return one.charge_taken; });
     }},
    {{"first with them", "The first encounter of the last relationship."},
     [](const Life& life) { return first(life.last_relationship, [](const Glimpse&) { return true; }); }},
    {{"closest", "In the last relationship: the encounter in which most closeness was felt."},
     [](const Life& life) {
         return most(life.last_relationship, [](const Glimpse& one) { return one.meeting.felt; });
     }},
};

constexpr Reason telling_session = {"telling session", "Of the sessions of this therapy, the one that moved most."};

void add(std::vector<Choice>& chosen, const Place& place, const Reason& reason, std::size_t most) {
    for (Choice& one : chosen) {
        if (one.place == place) return one.why.push_back(reason);
    }
    if (chosen.size() < most) chosen.push_back({place, {reason}});
}

// Of each therapy the session that moved most; the therapies that were held last.
std::vector<Choice> choose_sessions(const Glimpses& sessions) {
    Glimpses best;
    for (const Glimpse* one : sessions) {
        const auto same = std::find_if(best.begin(), best.end(),
                                       [&](const Glimpse* other) { return other->therapy == one->therapy; });
        if (same == best.end()) {
            best.push_back(one);
        } else if (one->moved > (*same)->moved) {
            *same = one;
        }
    }
    std::vector<Choice> chosen;
    for (std::size_t i = best.size(); i-- > 0;) add(chosen, best[i]->place, telling_session, most_session_scenes);
    return chosen;
}

}  // namespace

std::vector<Choice> choose(const std::vector<Glimpse>& all, int departs) {
    Life life;
    Glimpses sessions;
    const auto own = [&](const Glimpse& one) { return one.place.chapter >= departs; };
    for (const Glimpse& one : all) {
        if (one.place.is_session()) {
            life.after_treatment.clear();
            if (own(one)) sessions.push_back(&one);
        } else {
            life.encounters.push_back(&one);
            if (!sessions.empty()) life.after_treatment.push_back(&one);
        }
    }
    for (const Glimpse* one : life.encounters) {
        if (own(*one) && one->other == life.encounters.back()->other) life.last_relationship.push_back(one);
    }
    std::vector<Choice> chosen;
    for (const Rule& rule : encounter_rules) {
        const Glimpse* found = rule.find(life);
        if (found != nullptr && own(*found)) add(chosen, found->place, rule.reason, most_encounter_scenes);
    }
    for (Choice& session : choose_sessions(sessions)) chosen.push_back(std::move(session));
    const auto when = [&](const Choice& choice) {
        return std::find_if(all.begin(), all.end(), [&](const Glimpse& one) { return one.place == choice.place; });
    };
    std::sort(chosen.begin(), chosen.end(), [&](const Choice& a, const Choice& b) { return when(a) < when(b); });
    return chosen;
}

}  // namespace nearness::engine
