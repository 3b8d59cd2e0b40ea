#include "nearness/infer/over_persons.hpp"

#include "infer/made_up.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::infer {
namespace {

TEST(over_persons, the_standard_error_is_the_usual_one_when_everybody_stands_alone) {
    const Estimate result = estimate({1, 2, 4, 5}, {0, 1, 2, 3});
    EXPECT_EQ(result.n, 4);
    EXPECT_DOUBLE_EQ(result.value, 3);
    EXPECT_NEAR(result.error, std::sqrt(10.0 / 3) / 2, 1e-14);
    EXPECT_TRUE(result.above());
}

TEST(over_persons, two_who_always_agree_count_as_one) {
    const Estimate pairs = estimate({1, 1, 2, 2, 4, 4, 5, 5}, {0, 0, 1, 1, 2, 2, 3, 3});
    EXPECT_NEAR(pairs.error, estimate({1, 2, 4, 5}, {0, 1, 2, 3}).error, 1e-14);
    EXPECT_TRUE(std::isnan(estimate({1, 2}, {7, 7}).error));
    EXPECT_TRUE(std::isnan(estimate({}, {}).value));
}

TEST(over_persons, the_correlation_ignores_levels_and_those_in_whom_nothing_varies) {
    const Pairs rising{0, {1, 2, 3, 4}, {2, 4, 6, 8}};
    const Pairs elsewhere{1, {101, 102, 103, 104}, {-8, -6, -4, -2}};
    const Pairs flat{2, {5, 5, 5, 5}, {1, 2, 3, 9}};
    const Correlation both = correlate({rising, elsewhere, flat});
    EXPECT_EQ(both.persons, 2);
    EXPECT_EQ(both.moments, 8);
    EXPECT_NEAR(both.pooled.value, 1, 1e-12);
    EXPECT_NEAR(both.median, 1, 1e-12);
    EXPECT_EQ(both.share_positive, 1);
    EXPECT_TRUE(std::isnan(both.pooled.low));
    EXPECT_EQ(correlate({flat}).persons, 0);
    EXPECT_TRUE(std::isnan(correlate({flat}).pooled.value));
}

TEST(over_persons, the_pooled_correlation_weighs_by_squares_as_by_hand) {
    // Sxx 2, 8; Syy 2, 2; Sxy 1, -4
    const Correlation result = correlate({{0, {0, 1, 2}, {0, 2, 1}}, {1, {0, 2, 4}, {2, 1, 0}}});
    EXPECT_NEAR(result.pooled.value, -3 / std::sqrt(10.0 * 4.0), 1e-14);
    EXPECT_NEAR(result.median, (0.5 - 1) / 2, 1e-14);
    EXPECT_EQ(result.share_positive, 0.5);
}

TEST(over_persons, the_interval_covers_the_truth_about_as_often_as_it_says) {
    int covered = 0;
    constexpr int studies = 300;
    for (int study = 0; study < studies; ++study) {
        std::vector<Pairs> persons;
        for (int p = 0; p < 30; ++p) {
            Pairs& pairs = persons.emplace_back();
            pairs.cluster = p;
            for (int t = 0; t < 40; ++t) {
                const double x = made_up::noise(1000 * study + p, t, 0);
                pairs.x.push_back(x);
                pairs.y.push_back(0.3 * x + std::sqrt(1 - 0.09) * made_up::noise(1000 * study + p, t, 1));
            }
        }
        const Interval pooled = correlate(persons).pooled;
        covered += pooled.low < 0.3 && 0.3 < pooled.high ? 1 : 0;
    }
    // 95 % of 300 is 285, standard deviation 3.8; four of them below, and 299 above.
    EXPECT_GE(covered, 270);
    EXPECT_LE(covered, 299);
}

TEST(over_persons, centring_pulls_a_carry_over_of_zero_below_zero_and_the_onward_correlation_is_free_of_it) {
    std::vector<Pairs> persons;
    constexpr int length = 9;
    for (int p = 0; p < 2000; ++p) {
        Pairs& pairs = persons.emplace_back();
        pairs.cluster = p;
        for (int t = 0; t < length; ++t) {
            pairs.x.push_back(made_up::noise(p, t));
            pairs.y.push_back(made_up::noise(p, t + 1));
        }
    }
    const Correlation result = correlate(persons);
    EXPECT_NEAR(result.pooled.value, -1.0 / length, 0.03);  // four standard errors of about 0.008
    EXPECT_TRUE(result.pooled.below());
    EXPECT_NEAR(result.onward.value, 0, 0.035);
    EXPECT_FALSE(result.onward.below() || result.onward.above());
}

TEST(over_persons, groups_are_clusters_unless_they_are_few) {
    std::vector<std::string> couples;
    for (int i = 0; i < 12; ++i) {
        couples.push_back("c" + std::to_string(i));
        couples.push_back("c" + std::to_string(i));
    }
    couples.push_back("");
    const std::vector<int> clusters = clusters_of(couples);
    EXPECT_EQ(clusters[0], clusters[1]);
    EXPECT_NE(clusters[1], clusters[2]);
    EXPECT_NE(clusters[24], clusters[23]);
    const std::vector<int> conditions = clusters_of({"a", "a", "b", "b"});
    EXPECT_NE(conditions[0], conditions[1]);
}

}  // namespace
}  // namespace nearness::infer
