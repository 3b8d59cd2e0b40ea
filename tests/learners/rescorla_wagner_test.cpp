// Golden: calmr 0.8.0 (2e5ac09), tolerance 1e-12. The other tests need no file.
#include "nearness/memory/learners/rescorla_wagner.hpp"

#include "learners/calmr.hpp"

namespace nearness::learners {
namespace {

using Model = RescorlaWagner<double>;

TEST_F(Calmr, rescorla_wagner_agrees_with_calmr_on_eight_designs) {
    compare<Model>(
        "RW1972", [](const std::string&, const std::string&) { return "association"; },
        [](const auto& ours, const auto& at) { return ours.at("association").at(at); });
}

// V_n = λ (1 − (1 − αβ)^n), and from there V (1 − αβ_off)^m in extinction.
TEST(rescorla_wagner, acquisition_and_extinction_follow_their_closed_form) {
    Model::Parameters parameters;
    parameters.salience = PerStimulus<double>(0.3);
    parameters.rate_present = PerStimulus<double>(0.5);
    parameters.rate_absent = PerStimulus<double>(0.2);
    parameters.asymptote = PerStimulus<double>(2);
    Study<> study;
    study.times(10, {1}, 1).times(10, {1}, 0);
    const Lived<Model> lived(study, parameters);
    for (std::size_t n = 0; n < 10; ++n) {
        EXPECT_NEAR(lived.expected(n), 2 * (1 - std::pow(0.85, static_cast<double>(n))), 1e-14);
    }
    const double learned = 2 * (1 - std::pow(0.85, 10));
    for (std::size_t n = 0; n < 10; ++n) {
        EXPECT_NEAR(lived.expected(10 + n), learned * std::pow(0.94, static_cast<double>(n)), 1e-14);
    }
}

TEST(rescorla_wagner, a_compound_of_real_valued_cues_shares_its_error_by_salience_and_size) {
    Model::Parameters parameters;
    parameters.salience[0] = 0.2;
    parameters.salience[1] = 0.6;
    Study<> study;
    study.setting.cues = 2;
    study.add({0.5, 0.25}, 0.8);
    const Lived<Model> lived(study, parameters);
    EXPECT_DOUBLE_EQ(lived.number("association", 0, 2), 0.2 * 0.5 * 0.4 * 0.8);
    EXPECT_DOUBLE_EQ(lived.number("association", 1, 2), 0.6 * 0.25 * 0.4 * 0.8);
    EXPECT_DOUBLE_EQ(lived.number("association", 0, 1), 0.2 * 0.5 * 0.4 * 0.25);
}

TEST(rescorla_wagner, every_stimulus_may_have_an_asymptote_of_its_own) {
    Model::Parameters parameters;
    parameters.asymptote[1] = 3;
    Study<> study;
    study.times(200, {1}, 1);
    EXPECT_NEAR(Lived<Model>(study, parameters).last(), 3, 1e-12);
}

TEST(rescorla_wagner, a_blocked_cue_is_not_learned_about_and_a_new_one_is) {
    Study<> study;
    study.setting.cues = 2;
    study.times(30, {1, 0}, 1).times(10, {1, 1}, 1);
    const Lived<Model> blocked(study);
    EXPECT_LT(blocked.number("association", 1, 2), 0.01);
    Study<> control;
    control.setting.cues = 2;
    control.times(10, {1, 1}, 1);
    EXPECT_GT(Lived<Model>(control).number("association", 1, 2), 0.45);
}

TEST(rescorla_wagner, a_trial_of_three_periods_chains_and_its_last_period_learns_alone) {
    Trial<double> chain;  // A > B > US
    chain.known = 7;
    chain.periods = 3;
    chain.value = {1, 1, 1};
    chain.period = {1, 2, 4};
    Study<> study;
    study.setting = {2, 1};
    Lived<Model> lived(study);
    lived.live(chain);
    EXPECT_DOUBLE_EQ(lived.number("association", 0, 1), 0.16);
    EXPECT_DOUBLE_EQ(lived.number("association", 1, 2), 0.16);
    EXPECT_EQ(lived.number("association", 0, 2), 0);
    chain.periods = 2;  // A > B: nothing follows B, which extinguishes there
    chain.value[2] = 0;
    lived.live(chain);
    EXPECT_DOUBLE_EQ(lived.number("association", 1, 2), 0.16 - 0.16 * 0.16);
}

}  // namespace
}  // namespace nearness::learners
