// Verdicts from intervals and bounds, and a claim from question to verdict.
#include "nearness/claims/suite.hpp"

#include "engine/plans.hpp"
#include "nearness/claims/population.hpp"
#include "nearness/claims/stand_ins.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::claims {
namespace {

Estimate between(double low, double high) {
    Estimate out;
    out.persons = 10;
    out.value = (low + high) / 2;
    out.low = low;
    out.high = high;
    return out;
}

TEST(verdicts, are_of_the_whole_interval) {
    const Bound at_least{.at_least = 0.3}, within{-0.05, 0.05, true};
    EXPECT_EQ(verdict_of(between(0.3, 0.5), at_least), Verdict::holds);
    EXPECT_EQ(verdict_of(between(0.2, 0.5), at_least), Verdict::open);
    EXPECT_EQ(verdict_of(between(0.1, 0.29), at_least), Verdict::fails);
    EXPECT_EQ(verdict_of(between(-0.04, 0.05), within), Verdict::holds);
    EXPECT_EQ(verdict_of(between(-0.06, 0.05), within), Verdict::open);
    EXPECT_EQ(verdict_of(between(0.06, 0.08), within), Verdict::fails);
    EXPECT_EQ(verdict_of(Estimate{}, at_least), Verdict::unmeasured);
}

TEST(verdicts, of_a_claim_are_those_of_its_parts) {
    const auto all = [](std::initializer_list<Verdict> verdicts) {
        std::vector<Outcome> outcomes;
        for (const Verdict one : verdicts) outcomes.push_back({{}, one, 0, {}});
        return together(outcomes);
    };
    EXPECT_EQ(all({Verdict::holds, Verdict::holds}), Verdict::holds);
    EXPECT_EQ(all({Verdict::holds, Verdict::open}), Verdict::open);
    EXPECT_EQ(all({Verdict::open, Verdict::fails}), Verdict::fails);
    EXPECT_EQ(all({Verdict::unmeasured, Verdict::fails}), Verdict::fails);
    EXPECT_EQ(all({Verdict::open, Verdict::unmeasured, Verdict::holds}), Verdict::unmeasured);
    EXPECT_EQ(all({Verdict::unmeasured, Verdict::open}), Verdict::unmeasured);
}

TEST(verdicts, margins_count_from_the_nearer_bound) {
    EXPECT_DOUBLE_EQ(margin(0.5, {.at_least = 0.3}), 0.2);
    EXPECT_DOUBLE_EQ(margin(0.04, {-0.05, 0.05, true}), 0.05 - 0.04);
    EXPECT_LT(margin(0.1, {.at_least = 0.3}), 0);
}

Term term(const std::string& measure, const std::string& arm, const std::string& chapter) {
    return {{measure, {}, {}}, arm, chapter};
}

Suite small_suite() {
    Suite suite;
    suite.population = "people";  // a life of its own: whoever asks for it meets its members
    suite.lives = {{"small", engine::small_plan(8)}, {"people", engine::small_plan(8)}};
    const std::string last = suite.lives[0].plan.arms[0].scenario.chapters.back().id;
    Claim claim;
    claim.number = 1;
    claim.life = "small";
    Expectation lower;
    lower.effect = Effect::standardised;
    lower.of = {term("protective_use", "parts and emdr", last)};
    lower.against = {term("protective_use", "as written", last)};
    lower.spread = term("protective_use", "as written", last);
    lower.bound.at_most = -0.01;
    claim.expectations = {lower};
    Picture& picture = claim.pictures.emplace_back();
    picture.at = {0};
    picture.arms = {"as written"};
    picture.lines = {{term("protective_use", "as written", last)}};
    suite.claims = {claim};
    return suite;
}

TEST(suite, answers_a_claim_from_its_lives_and_the_reference_population) {
    const Suite suite = small_suite();
    SuiteOptions options;
    options.persons = 8;
    options.population = 24;
    const std::vector<const Claim*> which = {&suite.claims[0]};
    const Spreads spreads = find_spreads(suite, which, options);
    ASSERT_EQ(spreads.deviations.size(), 1U);
    EXPECT_GT(spreads.deviations[0], 0);
    const auto results = run(suite, which, spreads, options);
    const auto lived = engine::results(suite.lives[0].plan);
    double difference = 0, usual = 0;
    for (const engine::PersonResult& person : lived) {
        difference += (person.arms[1].chapters.back().use - person.arms[0].chapters.back().use) / 8;
        usual += person.arms[0].chapters.back().use / 8;
    }
    const Estimate& found = results[0].outcomes[0].estimate;
    EXPECT_NEAR(found.value, difference / spreads.deviations[0], 1e-12);
    EXPECT_LE(found.low, found.value);
    EXPECT_GE(found.high, found.value);
    EXPECT_EQ(results[0].verdict, verdict_of(found, suite.claims[0].expectations[0].bound));
    EXPECT_NEAR(results[0].pictures[0].lines[0][0].mean, usual, 1e-12);
}

TEST(suite, a_variation_of_everybody_leaves_the_spread_alone) {
    const Suite suite = small_suite();
    SuiteOptions options;
    options.persons = 8;
    options.population = 24;
    options.pictures = false;
    const std::vector<const Claim*> which = {&suite.claims[0]};
    const Spreads spreads = find_spreads(suite, which, options);
    const auto usual = run(suite, which, spreads, options);
    options.variation.change = [](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
        scenario.parameters.person.body.threshold = 0.99;  // hardly any alarm
    };
    EXPECT_EQ(find_spreads(suite, which, options).deviations, spreads.deviations);
    const auto calm = run(suite, which, spreads, options);
    EXPECT_LT(std::abs(calm[0].outcomes[0].estimate.value), std::abs(usual[0].outcomes[0].estimate.value));
}

TEST(suite, persons_who_differ_have_parameters_of_their_own_around_whatever_everybody_is_made) {
    Suite suite = small_suite();
    const std::string last = suite.lives[0].plan.arms[0].scenario.chapters.back().id;
    Claim alike;
    alike.number = 2;
    alike.life = "small";
    alike.expectations.resize(1);
    alike.expectations[0].of = {term("protective_use", "as written", last)};
    Claim different = alike;
    different.people_differ = true;
    suite.claims = {alike, different};
    const std::vector<const Claim*> which = {&suite.claims[0], &suite.claims[1]};
    SuiteOptions options;
    options.persons = 8;
    const auto results = run(suite, which, {}, options);
    const Column &same = results[0].outcomes[0].of[0], &drawn = results[1].outcomes[0].of[0];
    LivesOptions lives;
    lives.persons = 8;
    const Variation by_hand{false, [](life::Scenario& scenario, std::uint64_t seed, std::uint32_t person) {
                                draw_from_prior(scenario.parameters, seed, person);
                            }};
    EXPECT_EQ(drawn, live(suite.lives[0], {{alike.expectations[0].of[0], 0, 4}}, by_hand, lives)[0]);
    EXPECT_NE(drawn, same);

    options.variation.change = [](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
        stand_in("N1")->become(scenario.parameters);
    };
    const auto calm = run(suite, which, {}, options);
    for (const double use : calm[1].outcomes[0].of[0]) EXPECT_LT(use, 0.05) << "hardly more than the foot of the alarm";
}

}  // namespace
}  // namespace nearness::claims
