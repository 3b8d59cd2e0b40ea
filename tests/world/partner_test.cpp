#include "nearness/world/partner.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/world/presets.hpp"
#include "reference/properties.hpp"

#include <gtest/gtest.h>

namespace nearness::world {
namespace {

constexpr double exact = 1e-14;
const Peak<double> peak{{0.8, 0.6, 0.5, 0.4, 0.0}, 0.75};

TEST(partner, one_who_does_not_respond_hurts_what_was_shown) {
    const Chances<double> chances = partner_chances(0.75, 1.0);
    EXPECT_NEAR(partner_pain(peak, chances.drawn({0.2499, 1.0})), 0.4 * 0.5, exact);
    EXPECT_EQ(partner_pain(peak, chances.drawn({0.2501, 1.0})), 0.0);
}

TEST(partner, one_without_goodwill_hurts_closeness) {
    const Chances<double> chances = partner_chances(1.0, 0.5);
    EXPECT_NEAR(partner_pain(peak, chances.drawn({1.0, 0.2499})), 0.7 * 0.8, exact);
    EXPECT_EQ(partner_pain(peak, chances.drawn({1.0, 0.2501})), 0.0);
    EXPECT_NEAR(partner_pain(peak, partner_chances(0.0, 0.0).drawn({0.0, 0.0})), 1 - (1 - 0.2) * (1 - 0.56), exact);
}

TEST(partner, undrawn_pain_is_the_expectation_of_what_may_happen) {
    const double misses = 0.4 * 0.5, strikes = 0.7 * 0.8;
    const double expected = 1 - (1 - 0.25 * misses) * (1 - 0.3 * strikes);
    EXPECT_NEAR(partner_pain(peak, partner_chances(0.75, 0.4)), expected, exact);
}

TEST(partner, goodwill_grows_with_felt_closeness_and_is_worn_down_by_protection) {
    const Partner partner;
    EXPECT_NEAR(change_goodwill(0.6, partner, 0.5, 0.4, 0.8), 0.6 + 0.04 * 0.5 * 0.4 - 0.03 * 0.4 * 0.8 * 0.6, exact);
    EXPECT_EQ(change_goodwill(1.0, partner, 0.5, 0.0, 1.0), 1.0);
}

TEST(partner, goodwill_stays_between_zero_and_one) {
    using properties::number;
    EXPECT_TRUE(properties::hold([] {
        const double after = change_goodwill(number(0, 1), Partner{.fragile = number(0, 1), .pursue = 0}, number(0, 1),
                                             number(0, 1), number(0, 1));
        RC_ASSERT(after >= 0.0 && after <= 1.0);
    }));
}

TEST(partner, a_therapist_hurts_as_a_partner_with_full_goodwill) {
    const Other therapist = preset("therapist", "ordinary");
    const Acquaintance<double> worn{.identity = {0.5, 0.5}, .goodwill = 0.0, .expectation = 0.1};
    const Chances<double> happens = chances(therapist, worn);
    EXPECT_EQ(pain(therapist, peak, happens.drawn({1.0, 0.0})), 0.0);
    EXPECT_NEAR(pain(therapist, peak, happens.drawn({0.0, 0.0})), 0.4 * 0.5, exact);
    EXPECT_EQ(therapist.setting(), 1.0);
}

TEST(partner, the_named_others_are_those_of_the_specification) {
    const auto is = [](std::string_view kind, std::string_view name, double attention, double responsive, double steady,
                       double offer, double pursue) {
        const Other other = preset(kind, name);
        EXPECT_EQ(other.attention, attention) << name;
        EXPECT_EQ(other.responsive, responsive) << name;
        EXPECT_EQ(other.steady, steady) << name;
        EXPECT_EQ(other.offer, offer) << name;
        EXPECT_EQ(other.pursue(), pursue) << name;
    };
    is("partner", "ordinary", 0.85, 0.75, 0.15, 1.0, 0.0);
    is("partner", "steady", 0.85, 0.9, 0.5, 1.0, 0.0);
    is("partner", "pursuing", 0.85, 0.8, 0.0, 1.0, 1.0);
    is("therapist", "ordinary", 0.9, 0.95, 0.95, 0.8, 0.0);
    EXPECT_EQ(std::get<Partner>(preset("partner", "ordinary").kind).fragile, 0.03);
    EXPECT_THROW(preset("partner", "perfect"), Bug);
}

}  // namespace
}  // namespace nearness::world
