#include "nearness/body/race.hpp"

#include "nearness/random/stream.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::body {
namespace {

using Run = Race<double>;
constexpr double exact = 1e-13;

TEST(race, both_times_follow_their_equations) {
    const Parameters<double> parameters;
    const auto race = Run::run(parameters, 0.5, 0.2, 1.0, -1.0);
    EXPECT_NEAR(race.threat, 0.1 + 0.2 / (0.5 * std::exp(0.3)), exact);
    EXPECT_NEAR(race.reappraisal, 2 + 0.6 / (0.2 * std::exp(-0.3)), exact);
    EXPECT_TRUE(race.threat_wins());
}

TEST(race, reappraisal_never_comes_without_insight) {
    const auto race = Run::run({}, 0.5, 0.0, 0.0, 0.0);
    EXPECT_TRUE(std::isinf(race.reappraisal));
    EXPECT_TRUE(race.threat_wins());
}

TEST(race, prepared_reappraisal_can_win_and_unprepared_practically_never_does) {
    const auto share_won_by_reappraisal = [](double delay) {
        Parameters<double> parameters;
        parameters.reappraisal_delay = delay;
        int won = 0;
        for (std::uint32_t i = 0; i < 4000; ++i) {
            const random::Stream draws(1, i, {});
            // Full insight, everything sayable, arousal just above the threshold, a slow threat.
            won += Run::run(parameters, 0.36, 1.0 - 0.36, draws.normal(random::Purpose::race, 0),
                            draws.normal(random::Purpose::race, 1))
                           .threat_wins()
                       ? 0
                       : 1;
        }
        return won / 4000.0;
    };
    // Medians: threat at 0.66 s, reappraisal 0.94 s after its delay; each spread by some 30 %.
    EXPECT_GT(share_won_by_reappraisal(0.0), 0.05);
    EXPECT_GT(share_won_by_reappraisal(0.0), share_won_by_reappraisal(0.3));
    EXPECT_GT(share_won_by_reappraisal(0.3), share_won_by_reappraisal(2.0));
    EXPECT_LT(share_won_by_reappraisal(2.0), 0.001);
}

}  // namespace
}  // namespace nearness::body
