#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

// Afraid of closeness as a matter of course: protection acts.
MadeLife afraid() {
    MadeLife life;
    life.learn({1, 0, 0, 0, 0});
    life.state.person.bond.need = 1;
    return life;
}

world::Caregiver& made_harmful(MadeLife& life, double onset) {
    life.scenario.others[0] = lives::av_caregiver();
    auto& caregiver = std::get<world::Caregiver>(life.scenario.others[0].other.kind);
    caregiver = {.enmeshed = 1, .onset = onset, .escape = 1};
    life.scenario.others[0].other.attention = 1;
    return caregiver;
}

TEST(in_a_world, an_encounter_is_worth_what_the_protectors_learn_from) {
    MadeLife life = afraid();
    life.scenario.others[0].other.responsive = 1;  // and goodwill does not wear in one encounter: no pain
    auto& values = life.parameters().protection;
    values.cost = 0;
    values.closeness_value = 0.5;
    const double felt = life.take("felt_in_world", {{"encounters", 1}});
    EXPECT_GT(felt, 0.01);
    EXPECT_EQ(life.take("pain_in_world", {{"encounters", 1}}), 0);
    EXPECT_DOUBLE_EQ(life.take("worth_in_world", {{"encounters", 1}}), 0.5 * felt);
    values.cost = 1;
    EXPECT_LT(life.take("worth_in_world", {{"encounters", 1}}), 0.5 * felt - 0.1);
    // Held down, protection costs nothing.
    EXPECT_DOUBLE_EQ(life.take("worth_in_world", {{"encounters", 1}, {"suppressed", 1}}),
                     0.5 * life.take("felt_in_world", {{"encounters", 1}, {"suppressed", 1}}));
}

TEST(in_a_world, closeness_stays_below_its_ceiling) {
    const MadeLife life = afraid();
    const double open = life.take("felt_in_world", {{"suppressed", 1}});
    EXPECT_GT(open, 0.3);
    EXPECT_LE(life.take("felt_in_world", {{"suppressed", 1}, {"closest", 0.1}}), 0.1);
}

TEST(in_a_world, regret_is_what_openness_would_have_been_worth_more) {
    const MadeLife life = afraid();
    EXPECT_DOUBLE_EQ(life.take("regret_of_protection"), life.take("worth_in_world", {{"suppressed", 1}}) -
                                                            life.take("worth_in_world", {{"suppressed", 0}}));
    EXPECT_GT(life.take("regret_of_protection"), 0.02);
}

TEST(in_a_world, the_best_ceiling_lies_below_where_it_hurts_and_at_the_top_where_nothing_does) {
    MadeLife life = afraid();
    made_harmful(life, 0.5);
    EXPECT_EQ(life.take("best_closeness"), 0.35);
    made_harmful(life, 0.5).enmeshed = 0;
    EXPECT_EQ(life.take("best_closeness"), 1);
}

TEST(in_a_world, first_meetings_are_of_the_person_as_they_were_before_the_chapter) {
    MadeLife life = afraid();
    const life::State<double> before = life.state;
    life.state = MadeLife{}.state;  // has learned nothing
    const life::Prepared prepared = life::Prepared::from(life.scenario);
    const Lived lived{prepared, 1, 0, 0, life.summary, before, life.state, life.met, {}};
    EXPECT_GT(take({"first_meeting_threat", {}, {}}, lived), 0.1);
    EXPECT_EQ(life.take("first_meeting_threat"), 0);
}

TEST(in_a_world, contacts_change_what_they_share_cues_with) {
    MadeLife life = afraid();
    life.scenario.others[0].other.responsive = 1;
    life.parameters().body.self_confirmation = 0;
    life.parameters().body.overwhelm_confirmation = 0;
    const double close = life.take("contact_change", {{"contacts", 20}});
    const double far = life.take("contact_change", {{"contacts", 20}, {"closest", 0.1}});
    EXPECT_GT(close, 0.05);
    EXPECT_GT(close, 3 * far);
    life.parameters().memory.safety_rate = 0;
    EXPECT_NEAR(life.take("contact_change", {{"contacts", 20}}), 0, 1e-3);
}

}  // namespace
}  // namespace nearness::claims
