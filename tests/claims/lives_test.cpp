// Claims live what the engine lives: the same summaries to the bit, for any number of threads.
#include "nearness/claims/lives.hpp"

#include "engine/plans.hpp"

#include <gtest/gtest.h>

namespace nearness::claims {
namespace {

constexpr int few = 6;  // a group of four, and two alone

Life small_life() { return {"small", engine::small_plan(few)}; }

Question asked(const Life& life, const std::string& measure, const std::string& arm, int chapter) {
    const int number = life.arm_named(arm);
    const auto& chapters = life.plan.arms[static_cast<std::size_t>(number)].scenario.chapters;
    return {{{measure, {}, {}}, arm, chapters[static_cast<std::size_t>(chapter)].id}, number, chapter};
}

LivesOptions with(int threads, int persons = few) {
    LivesOptions options;
    options.persons = persons;
    options.threads = threads;
    return options;
}

std::vector<std::uint64_t> bits(const std::vector<Column>& columns) {
    engine::Bits out;
    for (const Column& column : columns) out.add_all(column);
    return out.all();
}

TEST(claim_lives, are_the_engines_to_the_bit_in_every_arm_and_chapter) {
    const Life life = small_life();
    std::vector<Question> questions;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t arm = 0; arm < life.plan.arms.size(); ++arm) {
        for (std::size_t c = 0; c < life.plan.arms[arm].scenario.chapters.size(); ++c) {
            questions.push_back(asked(life, "edge", life.plan.arms[arm].id, static_cast<int>(c)));
            questions.push_back(asked(life, "protective_use", life.plan.arms[arm].id, static_cast<int>(c)));
            places.emplace_back(arm, c);
        }
    }
    const std::vector<Column> found = live(life, questions, {}, with(1));
    const auto lived = engine::results(life.plan);
    for (std::size_t q = 0; q < places.size(); ++q) {
        const auto [arm, chapter] = places[q];
        for (std::size_t person = 0; person < lived.size(); ++person) {
            const life::Summary& summary = lived[person].arms[arm].chapters[chapter];
            const auto same = [](double a, double b) { return a == b || (a != a && b != b); };
            EXPECT_TRUE(same(found[2 * q][person], summary.edge)) << arm << " " << chapter << " " << person;
            EXPECT_TRUE(same(found[2 * q + 1][person], summary.use)) << arm << " " << chapter << " " << person;
        }
    }
}

TEST(claim_lives, do_not_depend_on_threads_or_on_what_else_is_asked) {
    const Life life = small_life();
    const std::vector<Question> questions = {asked(life, "edge", "steady", 4), asked(life, "window_use", "steady", 4),
                                             asked(life, "threat", "parts and emdr", 3)};
    const auto one = bits(live(life, questions, {}, with(1)));
    EXPECT_EQ(bits(live(life, questions, {}, with(3))), one);
    const auto alone = bits(live(life, {questions[1]}, {}, with(2)));
    EXPECT_EQ(alone, std::vector<std::uint64_t>(one.begin() + few, one.begin() + 2 * few));
}

TEST(claim_lives, a_person_is_the_same_among_few_and_many) {
    const Life life = small_life();
    const std::vector<Question> questions = {asked(life, "edge", "steady", 4)};
    const Column few_lived = live(life, questions, {}, with(1, 3)).front();
    const Column lived = live(life, questions, {}, with(1)).front();
    for (std::size_t i = 0; i < few_lived.size(); ++i) EXPECT_EQ(few_lived[i], lived[i]);
}

TEST(claim_lives, a_variation_of_each_person_is_lived_alone_and_changes_what_it_says) {
    const Life life = small_life();
    const std::vector<Question> questions = {asked(life, "protective_use", "as written", 2)};
    const Column usual = live(life, questions, {}, with(1)).front();
    const Variation same{false, [](life::Scenario&, std::uint64_t, std::uint32_t) {}};
    EXPECT_EQ(live(life, questions, same, with(2)).front(), usual);
    const Variation odd{false, [](life::Scenario& scenario, std::uint64_t, std::uint32_t person) {
                            if (person % 2 == 1) scenario.parameters.person.body.threshold = 0.6;
                        }};
    const Column half = live(life, questions, odd, with(2)).front();
    for (std::size_t i = 0; i < half.size(); ++i) EXPECT_EQ(half[i] == usual[i], i % 2 == 0) << i;
}

TEST(claim_lives, end_soon_when_cancelled) {
    const Life life = small_life();
    const std::atomic<bool> stop = true;
    LivesOptions options = with(2);
    options.cancel = &stop;
    EXPECT_THROW(live(life, {asked(life, "edge", "steady", 4)}, {}, options), engine::Cancelled);
}

}  // namespace
}  // namespace nearness::claims
