#include "claims/made_change.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

TEST(processing, disturbance_is_read_from_the_sessions_that_had_something_to_process) {
    MadeChange chapter;
    chapter.process(8, 6);
    chapter.held.push_back({0, "talk", {}});
    chapter.process(6, 3);
    chapter.process(3, 1.5);
    EXPECT_DOUBLE_EQ(chapter.take("sud_fall"), 6.5);
    EXPECT_EQ(chapter.take("sessions_until_sud", {{"level", 2}}), 3);
    EXPECT_EQ(chapter.take("sessions_until_sud", {{"level", 1}}), 4);  // never: one more than were held
    EXPECT_EQ(chapter.take("sud_after", {{"session", 2}}), 3);
    EXPECT_TRUE(std::isnan(chapter.take("sud_after", {{"session", 4}})));
}

TEST(processing, without_sessions_there_is_no_disturbance_to_report) {
    const MadeChange chapter;
    EXPECT_TRUE(std::isnan(chapter.take("sud_fall")));
    EXPECT_TRUE(std::isnan(chapter.take("sessions_until_sud")));
}

// Charge 0.8; ten sets with full access leave 0.975^10 = 0.776 of it.
TEST(processing, clearing_takes_as_many_sessions_as_the_charge_needs_and_as_many_for_each_memory) {
    MadeLife life;
    EXPECT_EQ(life.take("charged_templates"), 0);
    EXPECT_EQ(life.take("sessions_to_clear"), 0);
    EXPECT_TRUE(std::isnan(life.take("sessions_per_template")));
    life.learn({1, 0, 0, 0, 0});
    const double needed = std::ceil(std::log(0.2 / 0.8) / (10 * std::log(0.975)));
    EXPECT_EQ(life.take("charged_templates"), 1);
    EXPECT_EQ(life.take("charged_templates", {{"level", 0.9}}), 0);
    EXPECT_EQ(life.take("sessions_to_clear"), needed);
    life.learn({1, 0, 0, 0, 0});
    EXPECT_EQ(life.take("charged_templates"), 2);
    EXPECT_EQ(life.take("sessions_to_clear"), 2 * needed);
    EXPECT_EQ(life.take("sessions_per_template"), needed);
}

TEST(processing, the_charge_kept_is_that_of_the_memory_that_had_most) {
    MadeChange chapter;
    EXPECT_TRUE(std::isnan(chapter.take("charge_kept")));
    chapter.before.learn({0.2, 0, 0, 0, 0});
    chapter.before.learn({1, 0, 0, 0, 0});
    chapter.after.learn({0.2, 0, 0, 0, 0});
    chapter.after.learn({0.4, 0, 0, 0, 0});
    EXPECT_NEAR(chapter.take("charge_kept"), 0.4, 1e-12);
}

TEST(processing, safe_moments_leave_what_the_safety_rate_leaves_and_more_where_it_was_overwhelming) {
    MadeLife life;
    life.learn({1, 0, 0, 0, 0});
    EXPECT_EQ(life.take("charge_after_safety", {{"moments", 0}}), 1);
    // At the prototype x a moment takes η_safe |x|² of the charge.
    const double squares = 2 * (0.64 + 0.68 * 0.68);
    const double left = std::pow(1 - 0.02 * squares, 10);
    EXPECT_NEAR(life.take("charge_after_safety", {{"moments", 10}, {"integration", 1}}), left, 1e-3);
    const double overwhelmed = life.take("charge_after_safety", {{"moments", 10}, {"integration", 0}});
    EXPECT_GT(overwhelmed, left + 0.1);
    EXPECT_LT(overwhelmed, std::pow(1 - 0.25 * 0.02 * squares, 10) + 1e-3);  // at least the floor's share of it
}

}  // namespace
}  // namespace nearness::claims
