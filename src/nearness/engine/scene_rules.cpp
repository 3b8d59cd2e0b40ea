#include "nearness/engine/scene_rules.hpp"

#include <algorithm>

namespace nearness::engine {

namespace {

using Glimpses = std::vector<const Glimpse*>;

// Where rules look.
struct Life {
    Glimpses encounters;         // of the whole life
    Glimpses last_relationship;  // encounters with whoever is met last
    Glimpses lately;             // of these the arm's own
    Glimpses after_treatment;    // after the last session
};

constexpr double harmless = 0.05;       // external pain that does not count as harm
constexpr double worth_telling = 0.05;  // a smaller difference in predicted pain is none
constexpr double much_credit = 0.25;

bool rang(const Glimpse& one) { return one.meeting.onset >= 0; }
bool any(const Glimpse&) { return true; }

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
    std::string_view name, headline;
    std::string_view says;
    bool lately;  // looks at `lately` alone, and its sentence says so
    const Glimpse* (*find)(const Life&);

    Reason reason(bool departs) const {
        const std::string_view where = !lately   ? ""
                                       : departs ? "In the last relationship, from where this arm departs: "
                                                 : "In the last relationship: ";
        return {name, headline, std::string(where) + std::string(says)};
    }
};

// The most telling first: where too many find something, the last ones give way.
constexpr Rule encounter_rules[] = {
    {"first alarm", "The first alarm", "The first time in this life that the alarm rang.", false,
     [](const Life& life) { return first(life.encounters, rang); }},
    {"most overwhelming", "Furthest beyond the window of tolerance",
     "The encounter of this life that went furthest beyond the window of tolerance.", false,
     [](const Life& life) {
         // Overwhelm ends at 1; beyond that, arousal and pain decide.
         return most(life.encounters, [](const Glimpse& one) {
             const auto& met = one.meeting;
             return met.overwhelm > 0 ? met.overwhelm + 1e-3 * (met.arousal + met.pain) : 0;
         });
     }},
    {"wished for", "Wished for, and protected against",
     "closeness was wished for, met with attention and without harm, and protection acted most.", true,
     [](const Life& life) {
         return most(life.lately, [](const Glimpse& one) {
             const auto& met = one.meeting;
             return rang(one) && met.pain <= harmless ? met.wish * met.attention * met.peak_use : 0;
         });
     }},
    {"credited", "Safety that hardly counted", "the largest relief for which the protection got the credit.", true,
     [](const Life& life) {
         return most(life.lately, [](const Glimpse& one) {
             const double safer = one.meeting.bodily - one.meeting.outcome;
             return safer > worth_telling && one.credited >= much_credit ? safer * one.credited : 0;
         });
     }},
    {"in time", "Understanding in time", "The first time that understanding was faster than threat.", false,
     [](const Life& life) {
         return first(life.encounters, [](const Glimpse& one) {
             const double threat = one.meeting.threat_time;
             const bool raced = rang(one) && threat - threat == 0;  // without predicted pain threat never comes
             return raced && one.meeting.reappraisal_time < threat;
         });
     }},
    {"after treatment", "The first encounter after treatment", "The first encounter after the last session.", false,
     [](const Life& life) { return first(life.after_treatment, any); }},
    {"last", "The last encounter", "The last encounter of this life as far as it is simulated.", false,
     [](const Life& life) { return life.encounters.empty() ? nullptr : life.encounters.back(); }},
    {"most revised", "What revised most", "the encounter that took most charge off a template.", true,
     [](const Life& life) { return most(life.lately, [](const Glimpse& one) { return one.charge_taken; }); }},
    {"first of the relationship", "The first encounter of the relationship",
     "The first encounter of the last relationship.", false,
     [](const Life& life) { return first(life.last_relationship, any); }},
    {"closest", "As close as it came", "the encounter in which most closeness was felt.", true,
     [](const Life& life) { return most(life.lately, [](const Glimpse& one) { return one.meeting.felt; }); }},
};

const Reason telling_session = {"telling session", "A telling session",
                                "Of the sessions of this therapy, the one that moved most."};

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
        if (one->relationship != life.encounters.back()->relationship) continue;
        life.last_relationship.push_back(one);
        if (own(*one)) life.lately.push_back(one);
    }
    std::vector<Choice> chosen;
    for (const Rule& rule : encounter_rules) {
        const Glimpse* found = rule.find(life);
        if (found != nullptr && own(*found)) add(chosen, found->place, rule.reason(departs > 0), most_encounter_scenes);
    }
    for (Choice& session : choose_sessions(sessions)) chosen.push_back(std::move(session));
    const auto when = [&](const Choice& choice) {
        return std::find_if(all.begin(), all.end(), [&](const Glimpse& one) { return one.place == choice.place; });
    };
    std::sort(chosen.begin(), chosen.end(), [&](const Choice& a, const Choice& b) { return when(a) < when(b); });
    return chosen;
}

}  // namespace nearness::engine
