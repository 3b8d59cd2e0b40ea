#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

TEST(turning_back, the_ceiling_is_the_depth_that_nine_in_ten_encounters_stay_under) {
    MadeLife life;
    for (int i = 10; i >= 0; --i) {
        life.met.push_back({});
        life.met.back().meeting.disclosure = 0.1 * i;
    }
    EXPECT_NEAR(life.take("disclosure_ceiling"), 0.9, 1e-12);
    EXPECT_NEAR(life.take("disclosure_ceiling", {{"share", 0.5}}), 0.5, 1e-12);
}

TEST(turning_back, only_encounters_with_an_alarm_have_a_turning_point) {
    MadeLife life;
    EXPECT_TRUE(std::isnan(life.take("turning_point")));
    for (const auto& [closeness, onset] : {std::pair{0.2, 40.0}, {0.9, -1.0}, {0.4, 0.0}, {0.6, 90.0}}) {
        life.met.push_back({});
        life.met.back().meeting.closeness = closeness;
        life.met.back().meeting.disclosure = closeness / 2;
        life.met.back().meeting.onset = onset;
    }
    EXPECT_NEAR(life.take("turning_point"), 0.4, 1e-12);
    EXPECT_NEAR(life.take("turning_point", {{"depth", 1}}), 0.2, 1e-12);
}

TEST(turning_back, a_tenth_is_a_tenth_of_the_encounters) {
    MadeLife life;
    for (int i = 0; i < 20; ++i) life.met.push_back(encounter(0, i));
    EXPECT_EQ(life.take("use_in_tenth", {{"tenth", 1}}), 0.5);
    EXPECT_EQ(life.take("use_in_tenth", {{"tenth", 3}}), 4.5);
    EXPECT_EQ(life.take("use_in_tenth", {{"tenth", 10}}), 18.5);
    life.met.resize(2);
    EXPECT_TRUE(std::isnan(life.take("use_in_tenth", {{"tenth", 1}})));
}

}  // namespace
}  // namespace nearness::claims
