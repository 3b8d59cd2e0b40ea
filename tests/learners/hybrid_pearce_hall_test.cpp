#include "nearness/memory/learners/hybrid_pearce_hall.hpp"

#include "learners/study.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::learners {
namespace {

using Model = HybridPearceHall<double>;

TEST(hybrid_pearce_hall, one_cue_follows_the_two_published_lines) {
    Model::Parameters p;
    p.rate = 0.6;
    p.surprise_weight = 0.25;
    double v = 0, a = 1;
    Study<> study;
    for (int t = 0; t < 60; ++t) study.add({1}, t % 3 == 0 ? 1 : 0);
    const Lived<Model> lived(study, p);
    for (std::size_t t = 0; t < 60; ++t) {
        EXPECT_NEAR(lived.expected(t), v, 1e-14);
        EXPECT_NEAR(lived.predictions[t].associability, a, 1e-14);
        const double delta = (t % 3 == 0 ? 1 : 0) - v;
        v = v + 0.6 * a * delta;
        a = 0.25 * std::abs(delta) + 0.75 * a;
    }
}

// η = 0 leaves associability alone: Rescorla–Wagner at rate κ α0.
TEST(hybrid_pearce_hall, without_weight_of_surprise_it_is_rescorla_wagner) {
    Model::Parameters p;
    p.surprise_weight = 0;
    p.associability = 0.5;
    Study<> study;
    study.times(10, {1}, 1);
    const Lived<Model> lived(study, p);
    for (std::size_t t = 0; t < 10; ++t) {
        EXPECT_NEAR(lived.expected(t), 1 - std::pow(0.75, static_cast<double>(t)), 1e-14);
    }
}

TEST(hybrid_pearce_hall, a_mixed_response_lies_between_value_and_associability) {
    Model::Parameters p;
    p.response_mix = 0.25;
    Study<> study;
    study.times(4, {1}, 1);
    const auto last = Lived<Model>(study, p).predictions.back();
    EXPECT_DOUBLE_EQ(last.response, 0.75 * last.expected + 0.25 * last.associability);
}

TEST(hybrid_pearce_hall, the_cues_of_a_compound_share_one_error) {
    Model::Parameters p;
    p.value = 0.2;
    Study<> study;
    study.setting.cues = 2;
    study.add({1, 0.5}, 1);
    const Lived<Model> lived(study, p);
    EXPECT_DOUBLE_EQ(lived.expected(0), 0.3);
    EXPECT_DOUBLE_EQ(lived.number("value", 0), 0.2 + 0.5 * 0.7);
    EXPECT_DOUBLE_EQ(lived.number("value", 1), 0.2 + 0.5 * 0.5 * 0.7);
    EXPECT_DOUBLE_EQ(lived.number("cue_associability", 1), 1 + 0.3 * 0.5 * (0.7 - 1));
}

}  // namespace
}  // namespace nearness::learners
