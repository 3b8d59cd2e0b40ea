#include "nearness/life/events.hpp"
#include "world/anybody.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

// Laws over all modules together: whoever it is, whatever the legal parameters, whichever therapy or event. Laws of one
// module stand with it (memory/laws_test.cpp, world/encounter_laws_test.cpp).
namespace nearness::life {
namespace {

using properties::number;

bool is_share(double value) { return value >= 0.0 && value <= 1.0 + 1e-12; }  // some rounding of sums

// Every parameter anywhere in its range, now and then at its ends. Beats and length stay as they are: they only cost.
Parameters<double> any_parameters() {
    Parameters<double> parameters;
    Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
        if (field.prior == Prior::none) return;
        const bool decades = field.low > 0 && field.high / field.low > 1000;
        const double drawn = *rc::gen::inRange(0, 3) == 0 ? *rc::gen::element(field.low, field.high)
                             : decades                    ? properties::scale(field.low, field.high)
                                                          : number(field.low, field.high);
        value = static_cast<std::remove_reference_t<decltype(value)>>(drawn);
    });
    parameters.person.memory.templates = *rc::gen::inRange(1, memory::most_templates + 1);
    parameters.person.memory.assignment =
        *rc::gen::element(memory::Assignment::soft, memory::Assignment::map, memory::Assignment::particles);
    parameters.person.memory.particles = 3;
    return parameters;
}

// Somebody with a scenario of one other, met before.
struct Somebody {
    Scenario scenario;
    person::Derived<double> derived;
    State<double> state;
    world::Other therapist = world::preset("therapist", "ordinary");

    explicit Somebody(const Parameters<double>& parameters) {
        scenario.parameters = parameters;
        scenario.others = {{"other", world::any_other()}};
        world::Two two;
        two.parameters = parameters.person;
        two.derived = derived = person::Derived<double>::from(parameters.person, 80 * 365.0);
        state.person = world::any_person(two);
        state.person.memory.count = math::minimum(state.person.memory.count, parameters.person.memory.templates);
        state.acquaintances[0].goodwill = number(0, 1);
        state.acquaintances[0].expectation = number(0, 1);
    }

    template <class Kind>
    therapy::Session<double> hold(const Kind& kind, const random::Stream& draws) {
        therapy::Scene<double> scene{state.person,
                                     scenario.parameters.person,
                                     derived,
                                     scenario.parameters.therapy,
                                     scenario.others[0].other,
                                     state.acquaintances[0],
                                     therapist,
                                     state.therapist,
                                     draws};
        return kind.hold(scene);
    }

    void happen(const EventKind& kind, const random::Stream& draws) {
        std::visit(Happening<double>{state, scenario, derived, scenario.parameters.person, 0, draws}, kind);
    }

    void meet(const random::Stream& draws) {
        lives::meet(state.person, scenario.parameters.person, derived, scenario.others[0].other, state.acquaintances[0],
                    draws);
    }
};

void check_bounds(const State<double>& state) {
    const auto& person = state.person;
    RC_ASSERT(is_share(person.bond.need) && is_share(person.bond.care));
    RC_ASSERT(is_share(person.protection.guard) && is_share(person.mind.insight));
    for (const double trust : person.protection.trust) RC_ASSERT(is_share(trust));
    for (const double value : person.protection.value) RC_ASSERT(std::isfinite(value));
    RC_ASSERT(is_share(state.acquaintances[0].goodwill) && is_share(state.acquaintances[0].expectation));
    const auto look = [](const memory::State<double>& memory) {
        for (const double one : memory::numbers(memory)) RC_ASSERT(std::isfinite(one));
        for (std::size_t k = 0; k < static_cast<std::size_t>(memory.count); ++k) {
            RC_ASSERT(is_share(memory.integration[k]) && memory.strength[k] > 0.0);
            RC_ASSERT(memory.verbal[k] <= memory.strength[k] * (1 + 1e-12));
            for (const auto& prototype : memory.prototype) RC_ASSERT(is_share(prototype[k]));
        }
    };
    look(person.memory);
    for (const auto& particle : person.particles.each) look(particle);
}

therapy::Therapy any_therapy() {
    switch (*rc::gen::inRange(0, 8)) {
        case 0: return therapy::Talk{};
        case 1: return therapy::Parts{number(0, 1)};
        case 2: return therapy::Pressure{number(0, 1)};
        case 3: return therapy::Emdr{number(0, 1), therapy::LoadShape::inverted_u};
        case 4: return therapy::Emdr{number(0, 1), therapy::LoadShape::linear};
        case 5: return therapy::GradedCloseness{number(0, 1)};
        case 6: return therapy::CorrectiveRelationship{};
        default: return therapy::Flooding{number(0, 1), number(0, 1)};
    }
}

EventKind any_event() {
    switch (*rc::gen::inRange(0, 4)) {
        case 0: return Stressor{number(0, 1)};
        case 1: return Betrayal{number(0, 1)};
        case 2: return BreakUp{};
        default: return NewPartner{};
    }
}

TEST(laws_of_lives, after_any_therapies_and_events_everything_is_within_its_bounds) {
    EXPECT_TRUE(properties::hold(
        [] {
            Somebody somebody(any_parameters());
            for (std::uint32_t i = 0; i < 6; ++i) {
                const random::Stream draws(1, i, {});
                if (*rc::gen::inRange(0, 2) == 0) {
                    const auto session =
                        std::visit([&](const auto& kind) { return somebody.hold(kind, draws); }, any_therapy());
                    RC_ASSERT(is_share(session.access));
                    for (const double sud : session.sud) RC_ASSERT(sud >= 0.0 && sud <= 10.0 + 1e-12);
                } else {
                    somebody.happen(any_event(), draws);
                }
                check_bounds(somebody.state);
                somebody.state.person.pass_until(somebody.state.person.age + number(0, 1000),
                                                 somebody.scenario.parameters.person, somebody.derived);
                check_bounds(somebody.state);
            }
        },
        200));
}

// Every number of a person that passing time could move.
std::vector<double> numbers(const person::Person<double>& person) {
    std::vector<double> all = memory::numbers(person.memory);
    for (const auto& particle : person.particles.each) {
        for (const double one : memory::numbers(particle)) all.push_back(one);
    }
    all.insert(all.end(), person.particles.log_weight.begin(), person.particles.log_weight.end());
    all.insert(all.end(), person.protection.value.begin(), person.protection.value.end());
    all.insert(all.end(), person.protection.trust.begin(), person.protection.trust.end());
    all.insert(all.end(), {person.protection.guard, person.bond.need, person.bond.care, person.mind.insight});
    return all;
}

bool same(const std::vector<double>& a, const std::vector<double>& b, double relative) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!(std::abs(a[i] - b[i]) <= relative * std::abs(a[i]) + 1e-15)) return false;
    }
    return true;
}

// Somebody who has met somebody a few times, so that there are particles where there should be.
Somebody anybody_who_met() {
    Somebody somebody(any_parameters());
    for (std::uint32_t i = 0; i < 3; ++i) somebody.meet({2, i, {}});
    return somebody;
}

TEST(laws_of_lives, no_time_changes_nothing) {
    EXPECT_TRUE(properties::hold(
        [] {
            Somebody somebody = anybody_who_met();
            auto& person = somebody.state.person;
            const auto before = numbers(person);
            person.pass_until(person.age, somebody.scenario.parameters.person, somebody.derived);
            RC_ASSERT(numbers(person) == before);
            // That was an early return: so ask each module that passes time.
            person.each_memory([&](auto& one) { memory::Templates<double>::pass(one, somebody.derived.memory, 0.0); });
            protection::Parts<double>::pass(person.protection, somebody.scenario.parameters.person.protection, 0.0);
            RC_ASSERT(numbers(person) == before);
            bond::Bond<double>::pass(person.bond, somebody.scenario.parameters.person.bond, 0.0);
            RC_ASSERT(same(numbers(person), before, 0.0));  // 1 − (1 − need) rounds at 1e-16
        },
        100));
}

TEST(laws_of_lives, a_wait_in_parts_is_the_wait_in_one) {
    EXPECT_TRUE(properties::hold(
        [] {
            Somebody somebody = anybody_who_met();
            const auto& parameters = somebody.scenario.parameters.person;
            person::Person<double> once = somebody.state.person;
            person::Person<double> often = once;
            const double days = properties::scale(1e-3, 3e4);
            double age = once.age;
            for (int i = 0; i < 4; ++i) often.pass_until(age += number(0, 0.25) * days, parameters, somebody.derived);
            often.pass_until(once.age + days, parameters, somebody.derived);
            once.pass_until(once.age + days, parameters, somebody.derived);
            // Ages are sums, exact to 1e-12 days, which the fastest rates (nodes of the kernel at a scale of 0.001 days,
            // 1e4 a day) see as 1e-8.
            RC_ASSERT(same(numbers(once), numbers(often), 1e-7));
        },
        100));
}

// --- the order of templates ------------------------------------------------------------------------------------------

memory::State<double> reordered(const memory::State<double>& from, const std::vector<std::size_t>& order) {
    memory::State<double> to = from;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t j = order[k];
        to.strength[k] = from.strength[j];
        to.integration[k] = from.integration[j];
        to.verbal[k] = from.verbal[j];
        for (std::size_t d = 0; d < to.prototype.size(); ++d) to.prototype[d][k] = from.prototype[d][j];
        for (std::size_t d = 0; d < to.weight.size(); ++d) to.weight[d][k] = from.weight[d][j];
        to.trace[k] = from.trace[j];
        to.hurt_mass[k] = from.hurt_mass[j];
        to.safe[k] = from.safe[j];
        for (std::size_t d = 0; d < to.hurt.size(); ++d) {
            to.hurt[d][k] = from.hurt[d][j];
            to.eased[d][k] = from.eased[d][j];
        }
        to.met[k] = from.met[j];
        to.study[k] = from.study[j];
    }
    return to;
}

std::vector<std::size_t> any_order(int count) {
    std::vector<std::size_t> order(static_cast<std::size_t>(count));
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    for (std::size_t k = order.size(); k-- > 1;) std::swap(order[k], order[*rc::gen::inRange<std::size_t>(0, k + 1)]);
    return order;
}

// Somebody, and the same with templates in another order. Default widths: far apart ones leave beliefs at the edge of
// what is a number, where ties are decided by rounding.
struct Twins {
    Somebody straight, turned;
    std::vector<std::size_t> order;

    explicit Twins(memory::Assignment assignment)
        : straight([&] {
              Parameters<double> parameters;
              parameters.person.memory.assignment = assignment;
              return parameters;
          }()),
          turned(straight),
          order(any_order(straight.state.person.memory.count)) {
        turned.state.person.memory = reordered(straight.state.person.memory, order);
    }

    void check(double within) {
        const auto& a = straight.state.person.memory;
        const auto& b = turned.state.person.memory;
        RC_ASSERT(a.count == b.count);
        std::vector<std::size_t> now = order;  // templates opened since then come last in both
        while (now.size() < static_cast<std::size_t>(a.count)) now.push_back(now.size());
        const auto expected = memory::numbers(reordered(a, now)), found = memory::numbers(b);
        for (std::size_t i = 0; i < found.size(); ++i) {
            RC_ASSERT(std::abs(found[i] - expected[i]) <= within * (1 + std::abs(expected[i])));
        }
        RC_ASSERT(std::abs(straight.state.person.bond.need - turned.state.person.bond.need) <= within);
        RC_ASSERT(std::abs(straight.state.person.protection.value[0] - turned.state.person.protection.value[0]) <=
                  within);
    }
};

TEST(laws_of_lives, the_order_of_templates_means_nothing_to_an_encounter) {
    for (const auto assignment : {memory::Assignment::soft, memory::Assignment::map}) {
        EXPECT_TRUE(properties::hold(
            [&] {
                Twins twins(assignment);
                for (std::uint32_t i = 0; i < 3; ++i) {
                    const random::Stream draws(3, i, {});
                    twins.straight.meet(draws);
                    twins.turned.meet(draws);
                    twins.check(1e-9);  // sums in another order, over three encounters of 120 beats
                }
            },
            100));
    }
}

// Charges are clipped to [0, 1], so that several may be 0 or 1; then the first is processed.
bool target_is_a_tie(const memory::State<double>& memory) {
    std::vector<double> weights;
    for (int k = 0; k < memory.count; ++k) {
        weights.push_back(memory::Memory::charge(memory, k) *
                          math::minimum(1.0, memory.strength[static_cast<std::size_t>(k)] / 5.0));
    }
    std::sort(weights.rbegin(), weights.rend());
    return weights.size() > 1 && weights[0] - weights[1] < 1e-12;
}

TEST(laws_of_lives, the_order_of_templates_means_nothing_to_a_session_or_an_event) {
    EXPECT_TRUE(properties::hold([] {
        Twins twins(memory::Assignment::soft);
        const random::Stream draws(3, 0, {});
        RC_PRE(!target_is_a_tie(twins.straight.state.person.memory));
        const auto kind = any_therapy();
        std::visit([&](const auto& one) { twins.straight.hold(one, draws); }, kind);
        std::visit([&](const auto& one) { twins.turned.hold(one, draws); }, kind);
        twins.check(1e-9);
        const auto event = any_event();
        twins.straight.happen(event, draws);
        twins.turned.happen(event, draws);
        twins.check(1e-9);
    }));
}

TEST(laws_of_lives, the_order_of_particles_and_of_their_templates_means_nothing_to_what_is_expected) {
    EXPECT_TRUE(properties::hold(
        [] {
            Parameters<double> parameters;
            parameters.person.memory.assignment = memory::Assignment::particles;
            parameters.person.memory.particles = 5;
            Somebody somebody(parameters);
            for (std::uint32_t i = 0; i < 4; ++i) somebody.meet({4, i, {}});
            const auto& person = somebody.state.person;
            person::Person<double> turned = person;
            auto& particles = turned.particles;
            for (auto& one : particles.each) one = reordered(one, any_order(one.count));
            std::reverse(particles.each.begin(), particles.each.end());
            std::reverse(particles.log_weight.begin(), particles.log_weight.end());
            const auto cues = world::cues_of<double>(parameters.person, somebody.scenario.others[0].other,
                                                     somebody.state.acquaintances[0].identity, false);
            const memory::Signals signals = person::perceive(number(0, 1), {}, number(0, 1));
            const auto a = person.recall(parameters.person, cues).expect(signals);
            const auto b = turned.recall(parameters.person, cues).expect(signals);
            RC_ASSERT(std::abs(a.predicted - b.predicted) < 1e-12);
            RC_ASSERT(std::abs(a.telling - b.telling) < 1e-12);
            double whole = 0;
            for (const double log : person.particles.log_weight) whole += std::exp(log);
            RC_ASSERT(std::abs(whole - 1.0) < 1e-12);
        },
        60));
}

}  // namespace
}  // namespace nearness::life
