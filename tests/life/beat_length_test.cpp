#include "world/anybody.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

// The length of a beat is a numerical setting: halved, it changes what an encounter comes to by a half less each time,
// and what a life leaves hardly at all.
namespace nearness::life {
namespace {

// After two years of a hard childhood.
person::Person<double> somebody_hurt(std::uint32_t who, memory::Assignment assignment) {
    Scenario scenario;
    scenario.parameters.person.memory.assignment = assignment;
    scenario.parameters.person.memory.particles = 5;
    scenario.others = {lives::av_caregiver()};
    scenario.chapters = {lives::childhood(14.0)};
    const Prepared prepared = Prepared::from(scenario);
    State<double> state;
    NoWatcher nobody;
    lives::live(prepared, 1, who, state, nobody);
    return state.person;
}

// What encounters with this beat come to, without noise or draws.
std::vector<double> courses(double beat, memory::Assignment assignment) {
    std::vector<person::Person<double>> people;
    for (std::uint32_t who = 0; who < 6; ++who) people.push_back(somebody_hurt(who, assignment));
    std::vector<double> found;
    for (const char* preset : {"ordinary", "steady", "pursuing"}) {
        for (const auto& who : people) {
            world::Two two;
            two.parameters.typical = true;
            two.parameters.encounter.beat = beat;
            two.parameters.memory.assignment = assignment;
            two.parameters.memory.particles = 5;
            two.derived = person::Derived<double>::from(two.parameters, 80 * 365.0);
            two.person = who;
            two.person.bond.need = 0.8;
            two.other = lives::partner(preset).other;
            const auto met = two.meet({1, 0, {}});
            found.insert(found.end(), {met.use, met.felt, met.mean_closeness, met.arousal, met.friction});
        }
    }
    return found;
}

TEST(slow_beat_length, with_beats_half_as_long_an_encounter_converges) {
    for (const auto assignment : {memory::Assignment::soft, memory::Assignment::map, memory::Assignment::particles}) {
        std::vector<std::vector<double>> with;
        for (const double beat : {5.0, 2.5, 1.25, 0.625}) with.push_back(courses(beat, assignment));
        std::array<double, 3> apart{};  // root mean square of successive differences
        for (std::size_t h = 0; h < apart.size(); ++h) {
            for (std::size_t i = 0; i < with[h].size(); ++i) {
                apart[h] += math::square(with[h][i] - with[h + 1][i]) / static_cast<double>(with[h].size());
            }
            apart[h] = std::sqrt(apart[h]);
        }
        std::printf("assignment %d: %.2e, %.2e, %.2e apart: ratios %.2f, %.2f\n", static_cast<int>(assignment),
                    apart[0], apart[1], apart[2], apart[0] / apart[1], apart[1] / apart[2]);
        // First order: each difference is half of the one before.
        EXPECT_LT(apart[0], 0.02);
        for (std::size_t h = 0; h + 1 < apart.size(); ++h) {
            EXPECT_GT(apart[h] / apart[h + 1], 1.6);
            EXPECT_LT(apart[h] / apart[h + 1], 2.5);
        }
    }
}

// Edges of 24 lives, a short childhood and a year with a partner, without noise of closeness: every other draw is the same
// whatever the beat.
std::vector<double> edges_with_beat(double beat, memory::Assignment assignment) {
    Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 12.0);
    scenario.chapters.pop_back();
    scenario.parameters.person.encounter.noise = 0;
    scenario.parameters.person.encounter.beat = beat;
    scenario.parameters.person.memory.assignment = assignment;
    const Prepared prepared = Prepared::from(scenario);
    std::vector<double> edges;
    for (std::uint32_t person = 0; person < 24; ++person) {
        State<double> state;
        NoWatcher nobody;
        edges.push_back(lives::live(prepared, 1, person, state, nobody).back().edge);
    }
    return edges;
}

struct Mean {
    double mean = 0, error = 0;
};

Mean difference(const std::vector<double>& a, const std::vector<double>& b) {
    const double n = static_cast<double>(a.size());
    Mean found;
    double squares = 0;
    for (std::size_t i = 0; i < a.size(); ++i) found.mean += (a[i] - b[i]) / n;
    for (std::size_t i = 0; i < a.size(); ++i) squares += math::square(a[i] - b[i] - found.mean);
    found.error = std::sqrt(squares / (n - 1) / n);
    return found;
}

TEST(slow_beat_length, with_beats_half_as_long_lives_leave_the_same_edge) {
    for (const auto assignment : {memory::Assignment::soft, memory::Assignment::map}) {
        const auto usual = edges_with_beat(5.0, assignment), fine = edges_with_beat(2.5, assignment),
                   finer = edges_with_beat(1.25, assignment);
        // MODEL section 16: Δ = 5, 2, 1 differ by at most 0.005 in 400 lives. By map a moment goes to one template or the
        // other, so that a few lives part ways: z = 3 of the paired difference besides.
        for (const auto& [from, to] : {std::pair(usual, fine), std::pair(fine, finer)}) {
            const Mean apart = difference(to, from);
            std::printf("half the beat, assignment %d: edge %+.4f (%.4f)\n", static_cast<int>(assignment), apart.mean,
                        apart.error);
            EXPECT_LE(std::abs(apart.mean), 0.005 + (assignment == memory::Assignment::map ? 3 * apart.error : 0.0));
            EXPECT_LT(apart.error, 0.02);  // or the comparison would say nothing
        }
        EXPECT_LT(*std::min_element(usual.begin(), usual.end()), 0.5);  // there are edges to compare
    }
}

}  // namespace
}  // namespace nearness::life
