// What an encounter costs: alone, and in a group side by side; with few and with many moments behind it; with
// derivatives; and its parts.
// items_per_second of the encounter benchmarks is encounters per second per core.
#include "nearness/life/live.hpp"
#include "nearness/person/lift.hpp"
#include "nearness/world/presets.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace nearness;

struct Household {
    life::Prepared prepared;
    world::Other caregiver;

    Household() : prepared(life::Prepared::from({})) {
        caregiver = {0.68, 0.7, 0.2, 1.0, world::Caregiver{0.6, 0.3, 0.5, 0.2, 0.1, 0.35, 0.5}, {}};
    }
};

struct Child {
    person::Person<double> person;
    world::Acquaintance<double> acquaintance{.identity = world::caregiver_identity};
};

const Household& household() {
    static const Household one;
    return one;
}

// A child after `encounters` of childhood, one every four days.
Child grown(std::uint32_t number, int encounters) {
    const auto& parameters = household().prepared.scenario.parameters.person;
    Child child;
    child.person.age = 0.5 * days_per_year;
    for (int i = 0; i < encounters; ++i) {
        child.person.pass_until(child.person.age + 4, parameters, household().prepared.derived);
        const random::Stream draws(7, number, {0, static_cast<std::uint32_t>(i), random::encounters});
        world::Encounter<double>::meet({child.person, child.acquaintance, draws}, parameters,
                                       household().prepared.derived, household().caregiver, {});
    }
    return child;
}

void encounter_alone(benchmark::State& state) {
    const auto& parameters = household().prepared.scenario.parameters.person;
    const int before = static_cast<int>(state.range(0));
    Child child = grown(0, before);
    auto number = static_cast<std::uint32_t>(before);
    for (auto _ : state) {
        child.person.pass_until(child.person.age + 4, parameters, household().prepared.derived);
        const random::Stream draws(7, 0, {0, number++, random::encounters});
        benchmark::DoNotOptimize(world::Encounter<double>::meet({child.person, child.acquaintance, draws}, parameters,
                                                                household().prepared.derived, household().caregiver,
                                                                {}));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encounter_alone)->Arg(100)->Arg(1000)->Arg(100000)->Unit(benchmark::kMicrosecond);

// The same encounters with the derivatives in twelve parameters: what a gradient costs.
void encounter_with_gradient(benchmark::State& state) {
    using Real = math::Dual<12>;
    constexpr person::Keys<12> keys = {
        "memory.safety_rate",   "memory.pain_rate",        "memory.protection_credit", "memory.signal_width",
        "memory.concentration", "memory.persistence",      "body.threshold",           "body.width",
        "body.arousal_time",    "encounter.approach_rate", "protection.value_rate",    "bond.need_rate"};
    const auto parameters = person::lift<12>(household().prepared.scenario.parameters.person, keys);
    const auto derived = person::Derived<Real>::from(parameters, 80 * days_per_year);
    const int before = static_cast<int>(state.range(0));
    const Child child = grown(0, before);
    auto person = person::lift<Real>(child.person);
    world::Acquaintance<Real> acquaintance{child.acquaintance.identity, Real(child.acquaintance.goodwill),
                                           Real(child.acquaintance.expectation)};
    auto number = static_cast<std::uint32_t>(before);
    for (auto _ : state) {
        person.pass_until(person.age + 4, parameters, derived);
        const random::Stream draws(7, 0, {0, number++, random::encounters});
        benchmark::DoNotOptimize(world::Encounter<Real>::meet({person, acquaintance, draws}, parameters, derived,
                                                              household().caregiver, {}));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encounter_with_gradient)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);

void encounter_in_a_group(benchmark::State& state) {
    const auto& parameters = household().prepared.scenario.parameters.person;
    const auto& derived = household().prepared.derived;
    std::array<Child, math::group_size> children;
    for (std::uint32_t i = 0; i < children.size(); ++i) children[i] = grown(i, 1000);
    std::uint32_t number = 1000;
    for (auto _ : state) {
        for (Child& child : children) child.person.pass_until(child.person.age + 4, parameters, derived);
        std::vector<random::Stream> draws;
        for (std::uint32_t i = 0; i < children.size(); ++i) {
            draws.emplace_back(7, i, random::MomentAddress{0, number, random::encounters});
        }
        ++number;
        benchmark::DoNotOptimize(world::Encounter<double>::meet_together(
            {world::Party<double>{children[0].person, children[0].acquaintance, draws[0]},
             world::Party<double>{children[1].person, children[1].acquaintance, draws[1]},
             world::Party<double>{children[2].person, children[2].acquaintance, draws[2]},
             world::Party<double>{children[3].person, children[3].acquaintance, draws[3]}},
            parameters, derived, household().caregiver));
    }
    state.SetItemsProcessed(state.iterations() * math::group_size);
}
BENCHMARK(encounter_in_a_group)->Unit(benchmark::kMicrosecond);

void threat_curve(benchmark::State& state) {
    const Child child = grown(0, 1000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(world::Measures<double>::curve(child.person,
                                                                household().prepared.scenario.parameters.person,
                                                                household().caregiver, world::caregiver_identity));
    }
}
BENCHMARK(threat_curve)->Unit(benchmark::kMicrosecond);

void closeness_noise(benchmark::State& state) {
    std::vector<double> room(120 + random::Stream::batch);
    std::uint32_t number = 0;
    for (auto _ : state) {
        const random::Stream draws(7, 0, {0, number++, random::encounters});
        draws.normals(random::Purpose::closeness_noise, 120, room.data());
        benchmark::DoNotOptimize(room.data());
    }
}
BENCHMARK(closeness_noise)->Unit(benchmark::kMicrosecond);

void waiting_four_days(benchmark::State& state) {
    const auto& parameters = household().prepared.scenario.parameters.person;
    Child child = grown(0, 1000);
    for (auto _ : state) {
        child.person.pass_until(child.person.age + 4, parameters, household().prepared.derived);
        benchmark::DoNotOptimize(child.person.memory.trace);
    }
}
BENCHMARK(waiting_four_days)->Unit(benchmark::kMicrosecond);

}  // namespace
