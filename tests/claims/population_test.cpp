// The reference population against the moments of what it is drawn from. Fixed seeds; z below 4 where an error is given.
#include "nearness/claims/population.hpp"

#include "nearness/engine/statistics.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::claims {
namespace {

constexpr int many = 4000;

double value_of(const life::Parameters<double>& parameters, std::string_view key) {
    double found = -1;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto& value) {
        if (field.key == key) found = static_cast<double>(value);
    });
    return found;
}

TEST(population, parameters_are_log_normal_or_logit_normal_around_their_defaults) {
    std::vector<double> logs, logits;
    for (std::uint32_t draw = 0; draw < many; ++draw) {
        life::Parameters<double> parameters;
        draw_from_prior(parameters, 5, draw);
        logs.push_back(std::log(value_of(parameters, "body.threshold") / 0.35));
        const double credit = value_of(parameters, "memory.protection_credit");
        logits.push_back(std::log(credit / (1 - credit)) - std::log(0.9 / 0.1));
        EXPECT_EQ(value_of(parameters, "memory.templates"), 10);  // not swept
    }
    const auto log = engine::spread(logs), logit = engine::spread(logits);
    EXPECT_NEAR(log.mean, 0, 4 * 0.25 / std::sqrt(many));
    EXPECT_NEAR(log.standard_deviation, 0.25, 4 * 0.25 / std::sqrt(2.0 * many));
    EXPECT_NEAR(logit.mean, 0, 4 * 0.5 / std::sqrt(many));
    EXPECT_NEAR(logit.standard_deviation, 0.5, 4 * 0.5 / std::sqrt(2.0 * many));
}

TEST(population, half_are_secure_and_adversities_are_beta_1_2) {
    int secure = 0;
    std::vector<double> adversity, squares;
    for (std::uint32_t person = 0; person < many; ++person) {
        const Upbringing one = upbringing_of(9, person);
        secure += one.secure ? 1 : 0;
        for (const double value : one.adversity) {
            if (one.secure) {
                EXPECT_EQ(value, 0);
                continue;
            }
            adversity.push_back(value);
            squares.push_back(value * value);
        }
    }
    EXPECT_NEAR(secure, many / 2.0, 4 * std::sqrt(many / 4.0));
    const auto mean = engine::spread(adversity), square = engine::spread(squares);
    EXPECT_NEAR(mean.mean, 1.0 / 3, 4 * mean.standard_error);      // of Beta(1, 2)
    EXPECT_NEAR(square.mean, 1.0 / 6, 4 * square.standard_error);  // second moment
}

TEST(population, members_differ_in_parameters_and_caregivers_and_stay_the_same) {
    const life::Scenario life = lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 15.0);
    const auto member = [&](std::uint32_t person) {
        life::Scenario own = life;
        become_member(own, 9, person);
        return own;
    };
    EXPECT_TRUE(member(3).parameters == member(3).parameters);
    EXPECT_FALSE(member(3).parameters == member(4).parameters);
    bool met_secure = false, met_other = false;
    for (std::uint32_t person = 0; person < 20; ++person) {
        const world::Other caregiver = member(person).others[0].other;
        const Upbringing upbringing = upbringing_of(9, person);
        (upbringing.secure ? met_secure : met_other) = true;
        const auto& kind = std::get<world::Caregiver>(caregiver.kind);
        EXPECT_EQ(kind.critical, upbringing.adversity[2]);
        EXPECT_EQ(caregiver.attention, upbringing.secure ? 0.8 : 0.6 + 0.4 * kind.enmeshed);
    }
    EXPECT_TRUE(met_secure && met_other);
}

TEST(population, what_is_knocked_out_stays_so_in_a_draw) {
    life::Parameters<double> parameters;
    person::KnockOuts out;
    out.add(person::Module::protection_credit);
    parameters.person.knock_out(out);
    draw_from_prior(parameters, 5, 1);
    EXPECT_EQ(value_of(parameters, "memory.protection_credit"), 0);
}

}  // namespace
}  // namespace nearness::claims
