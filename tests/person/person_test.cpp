#include "nearness/person/person.hpp"

#include "nearness/life/parameters.hpp"
#include "reference/lives.hpp"
#include "reference/reference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

namespace nearness::person {
namespace {

TEST(approach, an_encounter_has_a_hundred_and_twenty_beats) {
    ApproachParameters<double> parameters;
    EXPECT_EQ(parameters.beats(), 120);
    parameters.beat = 2;
    EXPECT_EQ(parameters.beats(), 300);
    parameters.beat = 60;
    parameters.length = 5;
    EXPECT_EQ(parameters.beats(), 1);
}

// Section 15 of MODEL.md, as the reference has it.
TEST(parameters, defaults_are_those_of_the_specification) {
    std::map<std::string, double> defaults;
    const life::Parameters<double> standard;
    life::Parameters<double>::describe(standard, [&](const Field& field, const auto& value) {
        EXPECT_EQ(static_cast<double>(value), field.standard) << field.key;
        EXPECT_GE(field.standard, field.low) << field.key;
        EXPECT_LE(field.standard, field.high) << field.key;
        defaults[std::string(field.key)] = static_cast<double>(value);
    });
    const reference::Parameters p;
    const std::map<std::string, double> specified = {
        {"memory.concentration", p.alpha},
        {"memory.persistence", p.g},
        {"memory.persistence_scale", p.tau_0},
        {"memory.generalisation", p.gamma},
        {"memory.signal_width", p.sigma_signal},
        {"memory.context_width", p.sigma_context},
        {"memory.outcome_width", p.sigma_r},
        {"memory.prototype_strength", p.kappa},
        {"memory.pain_rate", p.eta_pain},
        {"memory.safety_rate", p.eta_safe},
        {"memory.revisability_floor", p.iota_0},
        {"memory.protection_credit", p.credit},
        {"memory.templates", 10},
        {"body.capacity_birth", p.capacity_birth},
        {"body.capacity_adult", p.capacity_adult},
        {"body.threshold", p.theta},
        {"body.width", p.lambda},
        {"body.numbing_threshold", p.theta_n},
        {"body.numbing_width", p.lambda_n},
        {"body.arousal_time", p.tau_a},
        {"body.self_confirmation", p.chi},
        {"body.overwhelm_confirmation", p.chi_o},
        {"mind.reflection_time", p.tau_r},
        {"mind.insight_authority", p.rho},
        {"encounter.approach_rate", p.k_app},
        {"encounter.protection_rate", p.k_prot},
        {"encounter.noise", p.noise},
        {"bond.need_rate", p.need_rate},
        {"protection.choice_sharpness", p.beta},
        {"protection.value_rate", p.eta_q},
        {"protection.cost", p.cost},
        {"protection.closeness_value", p.psi},
        {"protection.guard_gain", p.zeta},
        {"protection.guard_pursuit", p.eta_pursue},
        {"protection.guard_time", p.tau_guard},
        {"therapy.insight_rate", p.eta_ins},
        {"therapy.trust_rate", p.eta_trust},
        {"therapy.pressure_rate", p.eta_press},
        {"therapy.charge_rate", p.eta_emdr},
        {"therapy.integration_rate", p.eta_int},
        {"therapy.access_floor", p.xi_0},
    };
    for (const auto& [key, value] : specified) {
        ASSERT_TRUE(defaults.count(key)) << key;
        EXPECT_DOUBLE_EQ(defaults[key], value) << key;
    }
}

TEST(person, waiting_in_parts_is_waiting_at_once) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 80 * 365.0);
    Person<double> once = lives::grown_up(lives::av_caregiver(), 0, 12.0).person;
    once.protection.guard = 0.6;
    Person<double> often = once;
    const double until = once.age + 400;
    once.pass_until(until, parameters, derived);
    for (int i = 1; i <= 40; ++i) often.pass_until(until - 400 + 10 * i, parameters, derived);
    EXPECT_EQ(once.age, often.age);
    // Forty exponentials for one: 40 roundings.
    EXPECT_NEAR(once.bond.need, often.bond.need, 1e-14);
    EXPECT_NEAR(once.protection.guard, often.protection.guard, 1e-14);
    for (std::size_t k = 0; k < static_cast<std::size_t>(once.memory.count); ++k) {
        double prior_once = 0, prior_often = 0;
        for (const double trace : once.memory.trace[k]) prior_once += trace;
        for (const double trace : often.memory.trace[k]) prior_often += trace;
        EXPECT_NEAR(prior_often / prior_once, 1.0, 1e-12);
    }
}

TEST(person, waiting_changes_nothing_but_need_guard_and_recency) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 80 * 365.0);
    const Person<double> before = lives::grown_up(lives::av_caregiver(), 1, 12.0).person;
    Person<double> after = before;
    after.pass_until(before.age + 1000, parameters, derived);
    EXPECT_EQ(after.memory.count, before.memory.count);
    EXPECT_EQ(after.memory.weight, before.memory.weight);
    EXPECT_EQ(after.memory.prototype, before.memory.prototype);
    EXPECT_EQ(after.memory.strength, before.memory.strength);
    EXPECT_EQ(after.memory.integration, before.memory.integration);
    EXPECT_EQ(after.protection.value, before.protection.value);
    EXPECT_EQ(after.protection.trust, before.protection.trust);
    EXPECT_EQ(after.bond.care, before.bond.care);
    EXPECT_EQ(after.mind.insight, before.mind.insight);
    EXPECT_GT(after.bond.need, before.bond.need);
    EXPECT_NE(after.memory.trace, before.memory.trace);
}

TEST(person, the_past_cannot_be_waited_for) {
    const Parameters<double> parameters;
    const auto derived = Derived<double>::from(parameters, 80 * 365.0);
    Person<double> person;
    person.age = 1000;
    person.pass_until(500, parameters, derived);
    EXPECT_EQ(person.age, 1000);
    EXPECT_EQ(person.bond.need, 0.5);
}

}  // namespace
}  // namespace nearness::person
