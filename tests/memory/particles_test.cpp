#include "memory/make.hpp"
#include "nearness/memory/particles_implementation.hpp"
#include "reference/properties.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::memory {
namespace {

using Filter = Particles<double>;

Parameters<double> with_particles(int particles) {
    Parameters<double> parameters;
    parameters.assignment = Assignment::particles;
    parameters.particles = particles;
    return parameters;
}

Cues<double> moment(double near, double who) {
    return all_known({near, 0.8 * near, near, 0.8 * near, 0.0, 0.2, 0.0, who, who});
}

random::Stream draws(std::uint32_t number) { return {7, 0, {0, number, random::encounters}}; }

struct Lived {
    Filter filter;
    State<double> memory;

    void learn(const Parameters<double>& parameters, const Derived<double>& rates, int i, double near, double who,
               double outcome) {
        Memory::pass(memory, rates, 1.0);
        for (auto& one : filter.each) Memory::pass(one, rates, 1.0);
        filter.learn(memory, parameters, rates, moment(near, who), {outcome, outcome, 0.0, 1.0},
                     draws(static_cast<std::uint32_t>(i)));
    }
};

Lived two_people(const Parameters<double>& parameters, int moments) {
    Lived lived;
    const auto rates = derived(parameters);
    for (int i = 0; i < moments; ++i) {
        const bool harsh = i % 2 == 0;
        lived.learn(parameters, rates, i, 0.7, harsh ? 0.1 : 0.95, harsh ? 0.9 : 0.0);
    }
    return lived;
}

TEST(particles, weights_stay_a_distribution_and_every_particle_has_templates) {
    const auto lived = two_people(with_particles(30), 40);
    ASSERT_EQ(lived.filter.each.size(), 30U);
    double total = 0;
    for (const double log : lived.filter.log_weight) total += std::exp(log);
    EXPECT_NEAR(total, 1.0, 1e-12);
    for (const auto& one : lived.filter.each) EXPECT_GE(one.count, 1);
}

TEST(particles, the_persons_memory_is_the_leading_particle) {
    const auto lived = two_people(with_particles(30), 41);
    EXPECT_EQ(numbers(lived.memory), numbers(lived.filter.each[lived.filter.leading]));
}

TEST(particles, every_moment_belongs_wholly_to_one_template_of_a_particle) {
    const auto lived = two_people(with_particles(20), 33);
    for (const auto& one : lived.filter.each) {
        double strength = 0;
        for (int k = 0; k < one.count; ++k) {
            const double n = one.strength[static_cast<std::size_t>(k)];
            EXPECT_EQ(n, std::round(n));
            strength += n;
        }
        EXPECT_EQ(strength, 33.0);
    }
}

TEST(particles, two_people_who_could_not_be_more_different_are_told_apart) {
    Parameters<double> parameters = with_particles(60);
    parameters.context_width = 0.15;
    parameters.concentration = 0.2;
    const auto lived = two_people(parameters, 60);
    const auto expects = [&](double who) {
        const auto cues = moment(0.7, who);
        return Filter::expect(lived.filter.prepare(parameters, cues), signals_of(cues)).predicted;
    };
    EXPECT_GT(expects(0.1), 0.5);
    EXPECT_LT(expects(0.95), 0.3);
}

// One particle among equals: the mixture is then the mixture of identical memories, and equals any one of them.
TEST(particles, identical_particles_expect_what_each_of_them_expects) {
    const Parameters<double> parameters = with_particles(5);
    Filter filter;
    State<double> state;
    const auto rates = derived(parameters);
    for (int i = 0; i < 8; ++i)
        Memory::learn(state, Parameters<double>{}, rates, moment(0.6, 0.3), {0.5, 0.4, 0.1, 1.0});
    filter.each.assign(5, state);
    filter.log_weight.assign(5, -std::log(5.0));
    for (const double near : {0.1, 0.5, 0.9}) {
        const auto cues = moment(near, 0.4);
        const auto matcher = Memory::prepare(state, parameters, cues);
        const auto alone = Memory::match(matcher, signals_of(cues));
        const auto mixture = filter.prepare(parameters, cues);
        EXPECT_NEAR(Filter::expect(mixture, signals_of(cues)).predicted, alone.predicted, 1e-13);
        EXPECT_NEAR(filter.match(mixture, signals_of(cues)).belief[0], alone.belief[0], 1e-13);
    }
}

// Exact posterior over the partitions of three moments, worked out by enumeration; the filter's frequency of each.
TEST(particles, with_many_particles_partitions_come_as_often_as_bayes_says) {
    Parameters<double> parameters = with_particles(most_particles);
    parameters.concentration = 0.5;
    const auto rates = derived(parameters);
    const std::array<double, 3> who = {0.2, 0.5, 0.3};
    const std::array<double, 3> outcome = {0.5, 0.3, 0.45};
    struct Path {
        State<double> state;
        double log_mass = 0;
    };
    std::vector<Path> paths(1);
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<Path> next;
        for (Path& path : paths) {
            Memory::pass(path.state, rates, 1.0);
            const auto cues = moment(0.5, who[i]);
            const Lesson<double> lesson{outcome[i], 0.2, 0.0, 1.0};
            const auto matcher = Memory::prepare(path.state, parameters, cues);
            const auto match = Memory::match(matcher, cues);
            const auto logs = Memory::log_shares(path.state, parameters, match, lesson);
            for (int lane = 0; lane <= path.state.count; ++lane) {
                Path grown = path;
                Lanes<double> whole{};
                whole[static_cast<std::size_t>(lane)] = 1.0;
                grown.log_mass += logs[static_cast<std::size_t>(lane)] - std::log(matcher.prior);
                Memory::take(grown.state, parameters, rates, cues, lesson, match, whole);
                next.push_back(grown);
            }
        }
        paths = std::move(next);
    }
    double total = 0;
    std::array<double, 4> exact{};  // by number of templates
    for (const Path& path : paths) {
        total += std::exp(path.log_mass);
        exact[static_cast<std::size_t>(path.state.count)] += std::exp(path.log_mass);
    }
    constexpr int runs = 40;
    std::array<double, 4> found{};
    for (int run = 0; run < runs; ++run) {
        Lived lived;
        for (int i = 0; i < 3; ++i) {
            const auto at = static_cast<std::size_t>(i);
            Memory::pass(lived.memory, rates, 1.0);
            for (auto& one : lived.filter.each) Memory::pass(one, rates, 1.0);
            lived.filter.learn(lived.memory, parameters, rates, moment(0.5, who[at]), {outcome[at], 0.2, 0.0, 1.0},
                               {static_cast<std::uint64_t>(run), 0, {0, static_cast<std::uint32_t>(i), 0}});
        }
        for (std::size_t p = 0; p < lived.filter.each.size(); ++p) {
            found[static_cast<std::size_t>(lived.filter.each[p].count)] += std::exp(lived.filter.log_weight[p]) / runs;
        }
    }
    // 20,000 particles in all: a standard error of at most 0.0036 each were they independent; z = 4, and some for redrawing.
    for (std::size_t count = 1; count < 4; ++count) EXPECT_NEAR(found[count], exact[count] / total, 0.016) << count;
}

}  // namespace
}  // namespace nearness::memory
