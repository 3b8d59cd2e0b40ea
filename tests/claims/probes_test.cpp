#include "claims/made_life.hpp"

namespace nearness::claims {
namespace {

using Options = std::vector<std::pair<std::string, double>>;

MadeLife alarmed() {
    MadeLife life;
    life.learn({1, 0, 0.3, 0, 0});
    return life;
}

TEST(probes, a_probe_is_an_encounter_a_usual_gap_later) {
    const MadeLife life = alarmed();
    const life::Prepared prepared = life::Prepared::from(life.scenario);
    auto person = life.state.person;
    auto acquaintance = life.state.acquaintances[0];
    person.pass_until(person.age + 7.0 / 3.0, prepared.scenario.parameters.person, prepared.derived);
    const auto met = lives::meet(person, prepared.scenario.parameters.person, prepared.derived,
                                 life.scenario.others[0].other, acquaintance, {1, 0, {500, 0, random::designs}});
    const Options one = {{"encounters", 1}};
    EXPECT_EQ(life.take("probe_use", one), met.use);
    EXPECT_EQ(life.take("probe_felt", one), met.felt);
    EXPECT_EQ(life.take("probe_closeness", one), met.mean_closeness);
    EXPECT_EQ(life.take("probe_pain", one), met.pain);
    EXPECT_EQ(life.take("probe_care", one), person.bond.care);
    EXPECT_GT(met.use, 0.1);
    EXPECT_GT(life.take("probe_arousal", one), 0.1);
    EXPECT_LE(life.take("probe_arousal", one), met.arousal);
}

TEST(probes, what_is_left_out_stays_as_it_is) {
    const MadeLife life = alarmed();
    const Options usual = {{"attention", 0.85}, {"offer", 1}, {"steady", 0.15}, {"trust", 0}};
    EXPECT_EQ(life.take("probe_felt", usual), life.take("probe_felt"));
}

TEST(probes, trust_and_an_emptied_memory_end_protection_each_in_its_way) {
    const MadeLife life = alarmed();
    EXPECT_EQ(life.take("probe_use", {{"trust", 1}}), 0);
    EXPECT_LT(life.take("probe_use", {{"remove", 1}}), 1e-6);
    EXPECT_GT(life.take("probe_arousal", {{"trust", 1}}), 0.3);  // still afraid
    EXPECT_EQ(life.take("probe_arousal", {{"remove", 1}}), 0);
}

TEST(probes, the_one_on_duty_does_what_it_does) {
    const MadeLife life = alarmed();
    const double unprotected = life.take("probe_closeness", {{"trust", 1}});
    const double irritable = life.take("probe_closeness", {{"strategy", 1}});
    const double withdrawn = life.take("probe_closeness", {{"strategy", 4}});
    EXPECT_LT(withdrawn, irritable);
    EXPECT_LT(irritable, unprotected);
}

TEST(probes, longing_and_offers_bring_closer) {
    const MadeLife life = alarmed();
    EXPECT_GT(life.take("probe_closeness", {{"need", 0.9}, {"trust", 1}}),
              life.take("probe_closeness", {{"need", 0.3}, {"trust", 1}}));
    EXPECT_GT(life.take("probe_closeness", {{"offer", 1.4}, {"trust", 1}}),
              life.take("probe_closeness", {{"offer", 0.6}, {"trust", 1}}));
}

TEST(probes, a_blameless_partner_hurts_nobody_however_much_goodwill_is_gone) {
    MadeLife life = alarmed();
    life.state.acquaintances[0].goodwill = 0;
    EXPECT_GT(life.take("probe_pain", {{"trust", 1}}), 0.05);
    EXPECT_EQ(life.take("probe_pain", {{"trust", 1}, {"blameless", 1}}), 0);
}

TEST(probes, in_sequence_care_grows_from_encounter_to_encounter) {
    const MadeLife life;
    const double one = life.take("probe_care", {{"encounters", 1}, {"sequence", 1}, {"care", 0.2}});
    const double ten = life.take("probe_care", {{"encounters", 10}, {"sequence", 1}, {"care", 0.2}});
    EXPECT_GT(one, 0.2);
    EXPECT_GT(ten, 0.2 + 5 * (one - 0.2));
    EXPECT_LT(life.take("probe_care", {{"encounters", 10}, {"care", 0.2}}), 0.2 + 2 * (one - 0.2));
}

}  // namespace
}  // namespace nearness::claims
