// A copy of a person that goes on from a chapter's end, for measures that ask what would happen. The life itself goes on
// as if nobody had asked. Draws are addressed 500 chapters later, on the channel of designs, so that no life has them.
#pragma once

#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

inline random::Stream fork_draws(const Lived& lived, int number) {
    return {lived.seed,
            lived.person,
            {static_cast<std::uint32_t>(lived.chapter + 500), static_cast<std::uint32_t>(number), random::designs}};
}

class Fork {
public:
    // `other` as in vantage_of; somebody never met is met for the first time.
    explicit Fork(const Lived& lived, int other = -1)
        : person(lived.after.person), lived_(lived), whom_(vantage_of(lived, other)) {
        const int at = other >= 0 ? other : lived.chapter_lived().other;
        if (at >= 0 && lived.after.met[static_cast<std::size_t>(at)]) {
            acquaintance = lived.after.acquaintances[static_cast<std::size_t>(at)];
        }
        acquaintance.identity = whom_.identity;
    }

    person::Person<double> person;
    world::Acquaintance<double> acquaintance;

    const world::Other& other() const { return whom_.other; }

    // So many days later. `number` addresses the draws.
    world::Meeting<double> meet(int number, double days = 0, const world::Arrangement& arrangement = {}) {
        wait(days);
        const random::Stream draws = fork_draws(lived_, number);
        return world::Encounter<double>::meet(party(draws), lived_.parameters(), lived_.prepared.derived, whom_.other,
                                              arrangement);
    }

    // As many copies side by side, for speed; the draws of each have numbers of their own, from `number` on.
    using Group = std::array<Fork, math::group_size>;
    static std::array<world::Meeting<double>, math::group_size> meet_together(Group& forks, int number, double days) {
        static_assert(math::group_size == 4, "the lists below name every member of a group");
        for (Fork& fork : forks) fork.wait(days);
        const Lived& lived = forks[0].lived_;
        const std::array<random::Stream, 4> draws = {fork_draws(lived, number), fork_draws(lived, number + 1),
                                                     fork_draws(lived, number + 2), fork_draws(lived, number + 3)};
        return world::Encounter<double>::meet_together(
            {forks[0].party(draws[0]), forks[1].party(draws[1]), forks[2].party(draws[2]), forks[3].party(draws[3])},
            lived.parameters(), lived.prepared.derived, forks[0].other());
    }

    void wait(double days) { person.pass_until(person.age + days, lived_.parameters(), lived_.prepared.derived); }

    // A close moment that is learned from as from a betrayal of this strength (MODEL section 11): nothing is protected,
    // nobody is aroused. Strength 0 is a safe one. `days` later.
    void teach(double pain, int number, double days) {
        wait(days);
        const person::Parameters<double>& parameters = lived_.parameters();
        auto cues = world::cues_of<double>(parameters, whom_.other, acquaintance.identity, false);
        const auto signals = taught();
        for (std::size_t d = 0; d < signals.size(); ++d) cues.value[d] = signals[d];
        const double capacity = body::Arousal<double>::capacity(parameters.body, person.age);
        person.learn(parameters, lived_.prepared.derived, cues,
                     {pain, body::Arousal<double>::overwhelm(0, pain, capacity), 0, parameters.verbal(person.age)},
                     fork_draws(lived_, number));
    }

    // Predicted pain at the moment that `teach` teaches.
    double threat_taught() const {
        return person
            .recall(lived_.parameters(),
                    world::cues_of<double>(lived_.parameters(), whom_.other, acquaintance.identity, false))
            .expect(taught())
            .predicted;
    }

private:
    world::Party<double> party(const random::Stream& draws) { return {person, acquaintance, draws}; }
    static std::array<double, memory::EncounterCues::signals> taught() { return person::perceive(0.8, {}, 0.85); }

    const Lived& lived_;
    life::Vantage<double> whom_;
};

}  // namespace nearness::claims::measures
