#include "claims/made_change.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

// Made so wide that everything is one memory.
void tell_nothing_apart(MadeChange& chapter) {
    for (MadeLife* life : {&chapter.before, &chapter.after}) {
        life->parameters().memory.signal_width = 5;
        life->parameters().memory.context_width = 5;
        life->parameters().memory.concentration = 1e-12;
    }
}

TEST(potency, nothing_changed_and_nothing_lost) {
    MadeChange chapter;
    chapter.before.learn({0.6, 0, 0, 0, 0});
    chapter.after.learn({0.6, 0, 0, 0, 0});
    EXPECT_EQ(chapter.take("potency_lost"), 0);
    EXPECT_EQ(chapter.take("potency_lost_by_charge"), 0);
    EXPECT_TRUE(std::isnan(chapter.take("potency_follows_similarity")));
}

TEST(potency, without_a_memory_there_are_no_triggers) {
    const MadeChange chapter;
    EXPECT_TRUE(std::isnan(chapter.take("potency_lost")));
}

TEST(potency, half_of_the_charge_is_half_of_the_potency_and_comes_back_with_it) {
    MadeChange chapter;
    tell_nothing_apart(chapter);
    chapter.before.learn({0.6, 0, 0, 0, 0});
    chapter.after.learn({0.3, 0, 0, 0, 0});
    EXPECT_NEAR(chapter.take("potency_lost"), 0.5, 1e-6);
    EXPECT_NEAR(chapter.take("potency_lost_by_charge"), 0.5, 1e-6);
    EXPECT_NEAR(chapter.take("potency_lost", {{"sixth", 1}}), 0.5, 1e-6);
}

// Two memories that are each half of every match; both lose, and one of them was processed.
TEST(potency, what_another_memory_loses_does_not_come_back_with_the_charge_of_this_one) {
    MadeChange chapter;
    tell_nothing_apart(chapter);
    for (const double weight : {0.6, 0.6}) chapter.before.learn({weight, 0, 0, 0, 0});
    for (const double weight : {0.3, 0.45}) chapter.after.learn({weight, 0, 0, 0, 0});
    chapter.process(5, 2, 0);
    EXPECT_NEAR(chapter.take("potency_lost"), 0.375, 1e-6);
    EXPECT_NEAR(chapter.take("potency_lost_by_charge"), 0.25, 1e-6);
    chapter.held.front().session.target = 1;
    EXPECT_NEAR(chapter.take("potency_lost_by_charge"), 0.125, 1e-6);
}

// One memory of the caregiver's face, one of an unlike one; only the first is processed.
TEST(potency, losses_follow_similarity_where_faces_are_told_apart) {
    MadeChange chapter;
    for (MadeLife* life : {&chapter.before, &chapter.after}) {
        life->parameters().memory.context_width = 0.2;
        for (int k = 0; k < 2; ++k) {
            life->learn({0.5, 0, 0, 0, 0});
            auto& prototype = life->state.person.memory.prototype;
            prototype[memory::who_1][static_cast<std::size_t>(k)] = k == 0 ? 0.2 : 0.95;
            prototype[memory::who_2][static_cast<std::size_t>(k)] = k == 0 ? 0.2 : 0.3;
        }
    }
    chapter.after.state.person.memory.weight[0][0] = 0.1;
    chapter.process(5, 1, 0);
    EXPECT_GT(chapter.take("potency_follows_similarity"), 0.5);
    EXPECT_GT(chapter.take("potency_lost", {{"sixth", 6}}), chapter.take("potency_lost", {{"sixth", 1}}) + 0.2);
    // Had the other been processed, it would be the other way round.
    chapter.held.front().session.target = 1;
    EXPECT_LT(chapter.take("potency_follows_similarity"), 0);
}

}  // namespace
}  // namespace nearness::claims
