// What a person's protection is worth in a world: copies of them live on with a chosen other, protected as they are, or
// with protection held down from outside, or with closeness held at most somewhere.
//
// EQUATION worth of an encounter = −external pain − cost·mean A + ψ·felt closeness: what the theory's own protectors learn
//          from (section 6 of MODEL.md).
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

constexpr Option how_many = {"encounters", 40, 1, 1000, "encounters that the copy lives, learning as ever"};
constexpr std::array<Option, 3> policy = {{
    {"closest", 1, 0, 1, "closeness is held at most here"},
    {"suppressed", 0, 0, 1, "share of protection held down from outside"},
    how_many,
}};

// Days between encounters, as in lives: 1.75 a week with a caregiver, 3 with an adult.
double gap(const Fork& fork) {
    return std::holds_alternative<world::Caregiver>(fork.other().kind) ? 7 / 1.75 : 7.0 / 3;
}

struct Lot {
    double worth = 0, pain = 0, felt = 0;  // means over encounters
};

Lot lot(const Lived& lived, int other, const world::Arrangement& arrangement, double encounters) {
    const protection::Parameters<double>& values = lived.parameters().protection;
    Fork fork(lived, other);
    Lot sum;
    const int count = static_cast<int>(encounters);
    for (int i = 0; i < count; ++i) {
        const world::Meeting<double> meeting = fork.meet(i, gap(fork), arrangement);
        sum.worth += (-meeting.pain - values.cost * meeting.use + values.closeness_value * meeting.felt) / count;
        sum.pain += meeting.pain / count;
        sum.felt += meeting.felt / count;
    }
    return sum;
}

Lot chosen_lot(const Lived& lived, const Chosen& chosen) {
    return lot(lived, chosen.other(), {chosen[1], chosen[0], false}, chosen[2]);
}
double worth(const Lived& lived, const Chosen& chosen) { return chosen_lot(lived, chosen).worth; }
double pain(const Lived& lived, const Chosen& chosen) { return chosen_lot(lived, chosen).pain; }
double felt(const Lived& lived, const Chosen& chosen) { return chosen_lot(lived, chosen).felt; }

constexpr std::array<double, 7> ceilings = {0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 1};
constexpr std::array<Option, 1> only_how_many = {{how_many}};

double best_closeness(const Lived& lived, const Chosen& chosen) {
    double best = 0, most = 0;
    for (std::size_t i = 0; i < ceilings.size(); ++i) {
        const double value = lot(lived, chosen.other(), {1, ceilings[i], false}, chosen[0]).worth;
        if (i == 0 || value > most) best = ceilings[i], most = value;
    }
    return best;
}

double regret(const Lived& lived, const Chosen& chosen) {
    return lot(lived, chosen.other(), {1, 1, false}, chosen[0]).worth - lot(lived, chosen.other(), {}, chosen[0]).worth;
}

constexpr std::array<Option, 1> meetings = {
    {{"meetings", 8, 1, 1000, "how many first meetings, each by a fresh copy of the person"}}};

double first_meeting(const Lived& lived, const Chosen& chosen) {
    double sum = 0;
    const int count = static_cast<int>(chosen[0]);
    for (int i = 0; i < count; ++i) {
        Fork fork(lived, chosen.other());
        fork.person = lived.before.person;
        sum += fork.meet(i, gap(fork)).bodily / count;
    }
    return sum;
}

constexpr std::array<Option, 4> contacts = {{
    {"contacts", 40, 1, 1000, "experiences without protection"},
    {"closest", 1, 0, 1, "closeness is held at most here in them"},
    {"later", 0, 0, 1000, "ordinary encounters that follow, protected as the person is"},
    {"closeness", 0.8, 0, 1, "where threat is looked at in the end"},
}};

// V, met openly, with attention as usual.
double threat(const Lived& lived, const Fork& fork, double closeness) {
    return fork.person
        .recall(lived.parameters(),
                world::cues_of<double>(lived.parameters(), fork.other(), fork.acquaintance.identity, false))
        .expect(person::perceive(closeness, {}, fork.other().attention))
        .predicted;
}

// Against a copy that spent the same time without the contacts and then lived the same encounters.
double contact_change(const Lived& lived, const Chosen& chosen) {
    Fork with(lived, chosen.other()), without = with;
    int number = 0;
    for (; number < static_cast<int>(chosen[0]); ++number) {
        with.meet(number, gap(with), {1, chosen[1], false});
        without.wait(gap(without));
    }
    for (int i = 0; i < static_cast<int>(chosen[2]); ++i, ++number) {
        with.meet(number, gap(with));
        without.meet(number, gap(without));
    }
    return threat(lived, without, chosen[3]) - threat(lived, with, chosen[3]);
}

constexpr std::array<Measure, 7> list = {{
    {"worth_in_world", "1", "worth of an encounter with a chosen other, under a chosen policy", false, policy, worth},
    {"pain_in_world", "1", "external pain of an encounter with a chosen other, under a chosen policy", false, policy,
     pain},
    {"felt_in_world", "1", "felt closeness of an encounter with a chosen other, under a chosen policy", false, policy,
     felt},
    {"best_closeness", "1", "of seven ceilings of closeness, without protection, the one worth most", false,
     only_how_many, best_closeness},
    {"regret_of_protection", "1", "worth of an encounter without protection less its worth with it", false,
     only_how_many, regret},
    {"first_meeting_threat", "1", "mean predicted pain at the peak of first meetings, as the chapter began", false,
     meetings, first_meeting},
    {"contact_change", "1", "by how much unprotected experiences with a chosen other lower threat", false, contacts,
     contact_change},
}};

}  // namespace

std::span<const Measure> in_a_world() { return list; }

}  // namespace nearness::claims::measures
