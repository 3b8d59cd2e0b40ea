// A template that predicts w times closeness: the edge is where that passes the threshold of 0.35.
#include "claims/made_change.hpp"

namespace nearness::claims {
namespace {

constexpr double grid = 0.0051;  // of edges

TEST(gains, the_edge_that_a_chapter_gained_is_that_at_its_end_minus_that_at_its_start) {
    MadeChange chapter;
    chapter.before.learn({1, 0, 0, 0, 0});
    chapter.after.learn({0.5, 0, 0, 0, 0});
    EXPECT_NEAR(chapter.take("edge_gain"), 0.7 - 0.35, 2 * grid);
    EXPECT_NEAR(chapter.take("edge_at_start"), 0.35, grid);
    EXPECT_NEAR(chapter.take("edge_lost"), 0.35 - 0.7, 2 * grid);
}

TEST(gains, what_is_lost_is_asked_only_of_those_who_had_it) {
    MadeChange chapter;
    chapter.before.learn({0.5, 0, 0, 0, 0});
    chapter.after.learn({1, 0, 0, 0, 0});
    EXPECT_NEAR(chapter.take("edge_lost", {{"at_least", 0.6}}), 0.35, 2 * grid);
    EXPECT_TRUE(std::isnan(chapter.take("edge_lost", {{"at_least", 0.8}})));
    EXPECT_TRUE(std::isnan(chapter.take("edge_at_start", {{"at_least", 0.8}})));
}

TEST(gains, a_betrayal_takes_of_the_edge_what_one_moment_teaches) {
    MadeChange chapter;
    chapter.after.learn({0.5, 0, 0, 0, 0});
    EXPECT_NEAR(chapter.take("edge_betrayed", {{"strength", 0.4}}), 0.7, grid);  // no more than was predicted
    // x = (0.8, 0.68, 0.8, 0.68), δ = 0.8 − 0.4, o = (0.8 − 0.7)/0.3; V per closeness at attention 0.85.
    const double rate = 0.02 + (0.3 - 0.02) / 3;
    const double steeper = 0.5 + rate * 0.4 * (0.8 + 0.68 * 0.85) * 2;
    EXPECT_NEAR(chapter.take("edge_betrayed", {{"strength", 0.8}}), 0.35 / steeper, 2 * grid);
}

}  // namespace
}  // namespace nearness::claims
