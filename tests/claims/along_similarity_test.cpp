#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

// Predicts k·c whoever is there: contexts play no part.
MadeLife afraid(double k) {
    MadeLife life;
    life.scenario.others.push_back(lives::av_caregiver());
    life.parameters().knocked_out.add(person::Module::context);
    life.learn({k, 0, 0, 0, 0});
    return life;
}

TEST(along_similarity, threat_grows_as_the_present_becomes_what_was_met) {
    const MadeLife life = afraid(0.8);
    EXPECT_NEAR(life.take("threat_along_similarity", {{"similarity", 1}}), 0.8, 0.01);
    EXPECT_NEAR(life.take("threat_along_similarity", {{"similarity", 0.5}}), 0.4, 0.01);
    EXPECT_EQ(life.take("threat_along_similarity", {{"similarity", 0}}), 0);
    // All close, and nobody can be told apart.
    EXPECT_NEAR(life.take("threat_along_similarity", {{"similarity", 0}, {"closeness_too", 0}}), 0.8, 0.01);
}

TEST(along_similarity, the_alarm_reaches_as_far_as_threat_exceeds_the_threshold) {
    const MadeLife life = afraid(0.7);  // θ = 0.35 at half of the way
    EXPECT_NEAR(life.take("alarm_along_similarity", {{"similarity", 0.5}}), 0.5, 0.05);
    EXPECT_NEAR(life.take("alarm_reach"), 0.5, 0.02);
    // From Φ⁻¹(0.1) to Φ⁻¹(0.9) are 2.563 widths of 0.06, of a threat that grows by 0.7.
    EXPECT_NEAR(life.take("alarm_rise"), 2.563 * 0.06 / 0.7, 0.02);
}

TEST(along_similarity, without_a_threat_it_reaches_nowhere_and_without_a_caregiver_there_is_nothing_alike) {
    EXPECT_EQ(afraid(0.1).take("alarm_reach"), 0);
    EXPECT_TRUE(std::isnan(afraid(0.1).take("alarm_rise")));
    EXPECT_TRUE(std::isnan(MadeLife{}.take("threat_along_similarity")));
}

TEST(along_similarity, where_contexts_count_somebody_alike_alarms_more) {
    MadeLife life = afraid(0.8);
    life.scenario.parameters.person.knocked_out = {};
    life.parameters().memory.context_width = 0.2;
    life.parameters().memory.concentration = 0.5;
    life.parameters().memory.generalisation = 0;
    life.state.person.memory.prototype[memory::who_1][0] = 0.2;
    life.state.person.memory.prototype[memory::who_2][0] = 0.2;
    const auto threat = [&](double similarity) {
        return life.take("threat_along_similarity", {{"similarity", similarity}, {"closeness_too", 0}});
    };
    EXPECT_GT(threat(1), threat(0.5) + 0.05);
    EXPECT_GT(threat(0.5), threat(0));
}

}  // namespace
}  // namespace nearness::claims
