#include "claims/made_life.hpp"

#include <cmath>
#include <limits>

namespace nearness::claims {
namespace {

// Understands everything, and is afraid.
MadeLife insightful() {
    MadeLife life;
    life.learn({1, 0, 0, 0, 0});
    life.state.person.mind.insight = 1;
    life.state.person.bond.need = 1;
    return life;
}

TEST(insight_authority, with_its_own_weight_the_chapter_is_the_one_that_was_lived) {
    const MadeLife life = insightful();
    const life::Prepared prepared = life::Prepared::from(life.scenario);
    life::State<double> copy = life.state;
    life::NoWatcher nobody;
    const life::Summary summary = lives::live(prepared, 0, 1, 0, copy, nobody);
    EXPECT_GT(summary.use, 0.1);
    EXPECT_NEAR(life.take("use_with_authority", {{"from", 0}}), summary.use, 1e-12);
    EXPECT_NEAR(life.take("bodily_threat_with_authority", {{"from", 0}}), summary.bodily, 1e-12);
}

TEST(insight_authority, the_more_reflection_counts_the_less_is_protected) {
    const MadeLife life = insightful();
    const double little = life.take("use_with_authority", {{"authority", 0.05}});
    EXPECT_LT(life.take("use_with_authority", {{"authority", 1}}), 0.9 * little);
}

TEST(insight_authority, a_faster_reappraisal_wins_where_it_comes_before_the_threat) {
    MadeLife life;
    const auto alarm = [&](double threat, double reappraisal) {
        Met one;
        one.meeting.onset = 10;
        one.meeting.threat_time = threat;
        one.meeting.reappraisal_time = reappraisal;  // with the usual latency of 2 s
        life.met.push_back(one);
    };
    alarm(0.5, 2.1);
    alarm(0.5, 2.9);
    alarm(0.5, std::numeric_limits<double>::infinity());
    life.met.emplace_back();  // no alarm
    EXPECT_DOUBLE_EQ(life.take("threat_wins_with_delay"), 1);
    EXPECT_DOUBLE_EQ(life.take("threat_wins_with_delay", {{"delay", 0.3}}), 2.0 / 3);  // 0.4 s against 0.5 s
    EXPECT_TRUE(std::isnan(MadeLife{}.take("threat_wins_with_delay")));
}

}  // namespace
}  // namespace nearness::claims
