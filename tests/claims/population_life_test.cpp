// A claim about the reference population is lived by its members.
#include "nearness/claims/population.hpp"
#include "nearness/claims/suite.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

namespace nearness::claims {
namespace {

constexpr int persons = 6;

Life short_childhood(const std::string& name) {
    Life life{name, {}};
    engine::Arm arm;
    arm.id = engine::as_written;
    arm.scenario.others = {lives::av_caregiver()};
    arm.scenario.chapters = {lives::chapter("childhood", 200, 20, 4, 0)};
    life.plan.arms = {arm};
    return life;
}

// What each person of both lives answers.
std::array<Column, 2> answers(const std::string& measure, const Variation& variation = {}) {
    Suite suite;
    suite.population = "people";
    suite.lives = {short_childhood("people"), short_childhood("one")};
    Claim claim;
    claim.life = "one";
    Expectation mean;
    mean.of = {{{measure, {}, {}}, "people:as written", "childhood"}, {{measure, {}, {}}, "as written", "childhood"}};
    claim.expectations = {mean};
    suite.claims = {claim};
    SuiteOptions options;
    options.persons = persons;
    options.threads = 2;
    options.variation = variation;
    const auto results = run(suite, {&suite.claims[0]}, {}, options);
    return {results[0].outcomes[0].of[0], results[0].outcomes[0].of[1]};
}

TEST(population_life, is_lived_by_members_and_others_by_whom_they_describe) {
    const auto [members, described] = answers("adversity");
    for (std::uint32_t i = 0; i < persons; ++i) {
        double sum = 0;
        for (const double one : upbringing_of(short_childhood("people").plan.seed, i).adversity) sum += one;
        EXPECT_DOUBLE_EQ(members[i], sum / 5);
        EXPECT_DOUBLE_EQ(described[i], (0.6 + 0.3 + 0.5 + 0.2 + 0.1) / 5);
    }
}

TEST(population_life, what_a_run_changes_in_everybody_it_changes_in_members_too) {
    const Variation wider{true, [](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
                              scenario.parameters.person.memory.context_width = 0.7;
                          }};
    const auto [members, described] = answers("context_width", wider);
    EXPECT_EQ(members, Column(persons, 0.7));
    EXPECT_EQ(described, Column(persons, 0.7));
    const auto [varied, same] = answers("context_width");
    EXPECT_NE(varied[0], varied[1]);
    EXPECT_EQ(same[0], same[1]);
    // Nobody's upbringing is lost on the way.
    EXPECT_EQ(answers("adversity", wider)[0], answers("adversity")[0]);
}

}  // namespace
}  // namespace nearness::claims
