// What an encounter would be like if something about it were different: tried on a copy of the person as they are at the
// chapter's end, with the same luck whatever is different, so that two probes differ by what was changed alone.
//
// Each encounter comes a usual gap after the chapter's end (four days with a caregiver, a third of a week with an adult), and
// each begins from the same state; with `sequence` they follow one another instead, and what is learned stays.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

enum Knob { encounters, sequence, strategy, trust, need, care, attention, offer, steady, blameless, remove_memory };
constexpr std::array<Option, 11> knobs = {{
    {"encounters", 20, 1, 200, "how many"},
    {"sequence", 0, 0, 1, "1: one after another; 0: each from the same state"},
    {"strategy", -1, -1, 4, "who is on duty, as the repertoire numbers them; whoever it is when left out"},
    {"trust", -1, -1, 1, "trust of all protectors; as it is when left out, and so are the following"},
    {"need", -1, -1, 1, "need at the first encounter"},
    {"care", -1, -1, 1, "care at the first encounter"},
    {"attention", -1, -1, 1, "the other's attention"},
    {"offer", -1, -1, 2, "how much closeness the other offers"},
    {"steady", -1, -1, 1, "how steady the other is"},
    {"blameless", 0, 0, 1, "1: a partner who never misses and bears no grudge"},
    {"remove", 0, 0, 1, "1: every template is emptied of the pain it predicts"},
}};

constexpr double on_duty_for_sure = 100;  // a value that no other strategy comes near

struct Tried {
    double use = 0, felt = 0, closeness = 0, arousal = 0, pain = 0, care = 0;
};

// Whoever is met, with what is different about them.
world::Other whom(const world::Other& usual, const Chosen& chosen) {
    world::Other other = usual;
    if (chosen[attention] >= 0) other.attention = chosen[attention];
    if (chosen[offer] >= 0) other.offer = chosen[offer];
    if (chosen[steady] >= 0) other.steady = chosen[steady];
    if (chosen[blameless] > 0.5) {
        other.responsive = 1;
        if (auto* partner = std::get_if<world::Partner>(&other.kind)) partner->fragile = 0;
    }
    return other;
}

void prepare(Fork& fork, const Chosen& chosen) {
    if (chosen[strategy] >= 0) {
        fork.person.protection.value.fill(0);
        fork.person.protection.value[static_cast<std::size_t>(chosen[strategy] + 0.5)] = on_duty_for_sure;
    }
    if (chosen[trust] >= 0) fork.person.protection.trust.fill(chosen[trust]);
    if (chosen[need] >= 0) fork.person.bond.need = chosen[need];
    if (chosen[care] >= 0) fork.person.bond.care = chosen[care];
    if (chosen[blameless] > 0.5) fork.acquaintance.goodwill = 1;
    if (chosen[remove_memory] > 0.5) {
        fork.person.each_memory([](auto& memory) {
            for (auto& weights : memory.weight) weights.fill(0);
        });
    }
}

Tried tried(const Lived& lived, const Chosen& chosen) {
    const int count = static_cast<int>(chosen[encounters] + 0.5);
    const bool follow = chosen[sequence] > 0.5;
    Tried sum;
    Fork fork(lived, chosen.other());
    const double gap = std::holds_alternative<world::Caregiver>(fork.other().kind) ? 4.0 : 7.0 / 3.0;
    const world::Other other = whom(fork.other(), chosen);
    const person::Person<double> person = fork.person;
    const world::Acquaintance<double> acquaintance = fork.acquaintance;
    for (int i = 0; i < count; ++i) {
        if (!follow) fork.person = person, fork.acquaintance = acquaintance;
        fork.wait(gap);
        if (!follow || i == 0) prepare(fork, chosen);
        double arousal = 0;
        int beats = 0;
        const auto look = [&](const world::Beat<double>& beat) { arousal += beat.arousal, ++beats; };
        const random::Stream draws = fork_draws(lived, i);
        const world::Meeting<double> met = world::Encounter<double>::meet(
            {fork.person, fork.acquaintance, draws}, lived.parameters(), lived.prepared.derived, other, {}, look);
        sum.use += met.use / count;
        sum.felt += met.felt / count;
        sum.closeness += met.mean_closeness / count;
        sum.pain += met.pain / count;
        sum.arousal += arousal / beats / count;
    }
    sum.care = fork.person.bond.care;
    return sum;
}

template <double Tried::*member>
double probe(const Lived& lived, const Chosen& chosen) {
    return tried(lived, chosen).*member;
}

constexpr std::array<Measure, 6> list = {{
    {"probe_use", "1", "mean protective use in encounters tried on a copy", false, knobs, probe<&Tried::use>},
    {"probe_felt", "1", "mean felt closeness in encounters tried on a copy", false, knobs, probe<&Tried::felt>},
    {"probe_closeness", "1", "mean closeness in encounters tried on a copy", false, knobs, probe<&Tried::closeness>},
    {"probe_arousal", "1", "mean arousal over encounters tried on a copy", false, knobs, probe<&Tried::arousal>},
    {"probe_pain", "1", "mean external pain in encounters tried on a copy", false, knobs, probe<&Tried::pain>},
    {"probe_care", "1", "care after the last of the encounters tried on a copy", false, knobs, probe<&Tried::care>},
}};

}  // namespace

std::span<const Measure> probes() { return list; }

}  // namespace nearness::claims::measures
