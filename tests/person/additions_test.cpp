// The table of additions, and that each does nothing while it is off and something to a life when it is on.
#include "nearness/person/additions.hpp"

#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace nearness::person {
namespace {

using Parameters = life::Parameters<double>;

const Field* field_of(std::string_view key) {
    static Field found;
    bool there = false;
    Parameters some;
    Parameters::describe(some, [&](const Field& field, const auto&) {
        if (field.key != key) return;
        found = field;
        there = true;
    });
    return there ? &found : nullptr;
}

void set(Parameters& parameters, std::string_view key, double to) {
    Parameters::describe(parameters, [&](const Field& field, auto& value) {
        if (field.key == key) value = static_cast<std::remove_reference_t<decltype(value)>>(to);
    });
}

// A hurt childhood, insight, processing, a good partner and time between.
life::Scenario some_life() {
    return lives::whole_life(lives::av_caregiver(), lives::partner("steady"),
                             {lives::plan(therapy::Talk{}, 4), lives::plan(therapy::Emdr{}, 4)}, 6.0);
}

struct Keep : life::NoWatcher {
    std::vector<double>* all;
    void encounter(const life::Where&, const life::State<double>&, const world::Meeting<double>& meeting) {
        all->insert(all->end(), {meeting.use, meeting.felt, meeting.bodily, meeting.closeness, meeting.arousal});
    }
    void session(const life::Where&, const life::Plan&, const life::State<double>&,
                 const therapy::Session<double>& session) {
        all->push_back(session.first_sud);
    }
};

std::vector<double> lived(const life::Scenario& scenario) {
    std::vector<double> numbers;
    Keep keep;
    keep.all = &numbers;
    life::State<double> state;
    lives::live(life::Prepared::from(scenario), 1, 0, state, keep);
    return numbers;
}

TEST(additions, are_parameters_that_are_off_and_not_swept) {
    std::size_t off = 0;
    Parameters some;
    Parameters::describe(some, [&](const Field& field, const auto&) { off += field.prior == Prior::added ? 1 : 0; });
    EXPECT_EQ(off, additions.size());
    for (const Addition& one : additions) {
        const Field* field = field_of(one.key);
        ASSERT_NE(field, nullptr) << one.key;
        EXPECT_EQ(field->prior, Prior::added) << one.key;
        EXPECT_FALSE(field->swept());
        EXPECT_EQ(field->standard, 0) << one.key;
        EXPECT_GT(one.strength, 0) << one.key;
        EXPECT_LE(one.strength, field->high) << one.key;
        EXPECT_FALSE(one.claims.empty()) << one.name;
    }
}

TEST(additions, each_changes_a_life_at_the_strength_at_which_it_is_tried) {
    const std::vector<double> without = lived(some_life());
    for (const Addition& one : additions) {
        life::Scenario scenario = some_life();
        set(scenario.parameters, one.key, one.strength);
        EXPECT_NE(lived(scenario), without) << one.name;
    }
}

TEST(additions, persons_side_by_side_live_what_each_lives_alone) {
    // Fast path and plain path: meet_together in groups, meet with an observer.
    for (const Addition& one : additions) {
        person::Parameters<double> parameters;
        person::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
            if (field.key == one.key) value = static_cast<std::remove_reference_t<decltype(value)>>(one.strength);
        });
        const auto derived = Derived<double>::from(parameters, 80 * 365.0);
        const world::Other other = lives::av_caregiver().other;
        std::array<Person<double>, math::group_size> together{}, alone{};
        std::array<world::Acquaintance<double>, math::group_size> known_together{}, known_alone{};
        for (std::uint32_t round = 0; round < 40; ++round) {
            std::vector<random::Stream> draws;
            for (std::uint32_t i = 0; i < math::group_size; ++i)
                draws.emplace_back(3, i, random::MomentAddress{0, round, random::encounters});
            const auto party = [&](auto& persons, auto& known, std::size_t i) {
                return world::Party<double>{persons[i], known[i], draws[i]};
            };
            static_assert(math::group_size == 4);
            const auto meetings = world::Encounter<double>::meet_together(
                {party(together, known_together, 0), party(together, known_together, 1),
                 party(together, known_together, 2), party(together, known_together, 3)},
                parameters, derived, other);
            for (std::size_t i = 0; i < math::group_size; ++i) {
                const auto meeting =
                    world::Encounter<double>::meet(party(alone, known_alone, i), parameters, derived, other, {});
                ASSERT_EQ(meeting.use, meetings[i].use) << one.name << " round " << round;
                ASSERT_EQ(meeting.bodily, meetings[i].bodily) << one.name;
                ASSERT_EQ(meeting.felt, meetings[i].felt) << one.name;
            }
        }
    }
}

}  // namespace
}  // namespace nearness::person
