// Golden: calmr 0.8.0 (2e5ac09), tolerance 1e-12. The other tests need no file.
#include "nearness/memory/learners/pearce_hall.hpp"

#include "learners/calmr.hpp"

namespace nearness::learners {
namespace {

using Model = PearceHall<double>;

TEST_F(Calmr, pearce_hall_agrees_with_calmr_on_eight_designs) {
    compare<Model>(
        "PKH1982",
        [](const std::string& output, const std::string& type) {
            return output == "associabilities" ? "associability" : type == "EV" ? "excitation" : "inhibition";
        },
        [](const auto& ours, const auto& at) { return ours.at("excitation").at(at) - ours.at("inhibition").at(at); });
}

TEST(pearce_hall, the_first_trials_are_as_worked_out_by_hand) {
    Study<> study;
    study.times(2, {1}, 1);
    Lived<Model> lived(study);
    EXPECT_DOUBLE_EQ(lived.expected(1), 0.4 * 0.4);
    EXPECT_DOUBLE_EQ(lived.predictions[1].associability[0], 0.3 * 1);      // γ |1 − 0|
    EXPECT_DOUBLE_EQ(lived.number("excitation", 0, 1), 0.16 + 0.3 * 0.4);  // attention, not error
    EXPECT_DOUBLE_EQ(lived.state.associability[0], 0.3 * (1 - 0.16));      // γ |1 − 0.16|
    EXPECT_DOUBLE_EQ(lived.state.associability[1], 0.1);                   // the outcome itself
    Study<> extinction;
    extinction.add({1}, 0);
    lived.live(extinction.trials[0]);
    EXPECT_DOUBLE_EQ(lived.number("inhibition", 0, 1), 0.252 * 0.3 * 0.28);
    EXPECT_DOUBLE_EQ(lived.number("excitation", 0, 1), 0.28);
}

TEST(pearce_hall, a_well_predicted_cue_is_learned_about_slowly_when_the_outcome_changes) {
    Study<> trained;
    trained.times(100, {1}, 0.3);
    EXPECT_DOUBLE_EQ(Lived<Model>(trained).state.associability[0], 0.1);
    trained.add({1}, 1);
    EXPECT_GT(Lived<Model>(trained).state.associability[0], 0.2);
}

// 0.5 of expectation against an outcome of 0.5: the last bit of a sum must not decide what is learned.
TEST(pearce_hall, an_outcome_that_is_expected_up_to_rounding_teaches_nothing) {
    Model::Parameters parameters;
    parameters.associability = PerStimulus<double>(1);
    parameters.least = PerStimulus<double>(1);
    parameters.rate_excitation = PerStimulus<double>(0.1);
    Study<> study;
    study.setting.cues = 1;
    study.times(10, {1}, 1);  // ten steps of 0.1 are not 1 in doubles
    Lived<Model> lived(study, parameters);
    ASSERT_NE(lived.number("excitation", 0, 1), 1);
    ASSERT_NEAR(lived.number("excitation", 0, 1), 1, 1e-15);
    Study<> once;
    once.add({1}, 1);
    lived.live(once.trials[0]);
    EXPECT_NEAR(lived.number("excitation", 0, 1), 1, 1e-15);
}

}  // namespace
}  // namespace nearness::learners
