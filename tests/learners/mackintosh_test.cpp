// Golden: calmr 0.8.0 (2e5ac09), tolerance 1e-12. The other tests need no file.
#include "nearness/memory/learners/mackintosh.hpp"

#include "learners/calmr.hpp"

namespace nearness::learners {
namespace {

using Model = Mackintosh<double>;

TEST_F(Calmr, mackintosh_agrees_with_calmr_on_eight_designs) {
    compare<Model>(
        "MAC1975",
        [](const std::string& output, const std::string&) {
            return output == "associabilities" ? "associability" : "association";
        },
        [](const auto& ours, const auto& at) { return ours.at("association").at(at); });
}

// One cue with attention held at its bounds: V_n = λ (1 − (1 − αβ)^n).
TEST(mackintosh, one_cue_with_constant_attention_follows_the_closed_form) {
    Model::Parameters parameters;
    parameters.attention_rate = PerStimulus<double>(0);
    Study<> study;
    study.times(12, {1}, 1);
    const Lived<Model> lived(study, parameters);
    for (std::size_t n = 0; n < 12; ++n) {
        EXPECT_NEAR(lived.expected(n), 1 - std::pow(0.84, static_cast<double>(n)), 1e-14);
    }
}

// Of the equations as they stand, for one reinforced trial after two of the kind: α += θ γ (|λ| − |λ − V|).
TEST(mackintosh, attention_rises_by_how_much_better_a_cue_predicts_than_the_others) {
    Model::Parameters parameters;
    Study<> study;
    study.times(2, {1}, 1);
    const Lived<Model> lived(study);
    EXPECT_DOUBLE_EQ(lived.number("association", 0, 1), 0.16 + 0.16 * 0.84);
    // predictions show what held before the last trial; the first trial left attention alone
    EXPECT_DOUBLE_EQ(lived.predictions.back().associability[0], 0.4);
    EXPECT_DOUBLE_EQ(lived.state.associability[0], 0.4 + 0.2 * 0.3 * (1 - 0.84));
}

TEST(mackintosh, the_better_predictor_wins_attention_and_the_worse_loses_it) {
    Study<> study;
    study.setting.cues = 2;
    study.times(15, {1, 0}, 1).times(15, {1, 1}, 1);
    const Lived<Model> lived(study);
    EXPECT_GT(lived.state.associability[0], 0.8);
    EXPECT_LT(lived.state.associability[1], 0.3);
}

TEST(mackintosh, what_was_not_recorded_teaches_neither_association_nor_attention) {
    Study<> study;
    study.times(5, {1}, 1);
    Lived<Model> lived(study);
    const auto before = lived.state;
    Study<> unseen;
    unseen.add({1}, missing);
    lived.live(unseen.trials[0]);
    EXPECT_EQ(lived.state.associations.strength, before.associations.strength);
    EXPECT_EQ(lived.state.associability, before.associability);
}

}  // namespace
}  // namespace nearness::learners
