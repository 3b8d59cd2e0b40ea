#include "claims/made_life.hpp"

namespace nearness::claims {
namespace {

// Two caregivers; the chapter is with the first.
MadeLife child() {
    MadeLife life;
    life::NamedOther first = lives::av_caregiver(), second = lives::av_caregiver();
    second.id = "other";
    std::get<world::Caregiver>(second.other.kind).escape = 0;
    life.scenario.others = {first, second};
    life.learn({0.8, 0, 0, 0, 0});
    return life;
}

TEST(repertoire, preferences_are_those_that_choose_who_is_on_duty) {
    MadeLife life = child();
    EXPECT_NEAR(life.take("prefers_flatness"), 0.2, 1e-12);
    life.state.person.protection.value[3] = 0.1;
    const auto preferred =
        protection::Repertoire<double>::preferences(life.state.person.protection, life.parameters().protection);
    EXPECT_EQ(life.take("prefers_holding_back"), preferred[3]);
    EXPECT_EQ(life.take("prefers_withdrawing"), preferred[4]);
    EXPECT_GT(preferred[3], 0.3);
}

TEST(repertoire, a_repertoire_without_preferences_brings_nothing_beyond_chance) {
    EXPECT_NEAR(child().take("repertoire_gain"), 0, 1e-12);
}

TEST(repertoire, what_strategies_bring_beyond_their_mean_adds_up_to_nothing) {
    double sum = 0, best = -1;
    for (std::size_t s = 0; s < 5; ++s) {
        MadeLife life = child();
        life.state.person.protection.value[s] = 100;
        const double gain = life.take("repertoire_gain");
        sum += gain;
        best = math::maximum(best, gain);
    }
    EXPECT_NEAR(sum, 0, 1e-9);
    EXPECT_GT(best, 0.005);
}

TEST(repertoire, whoever_is_never_alarmed_gains_nothing_from_any_strategy) {
    MadeLife life = child();
    life.state.person.memory = {};
    life.state.person.protection.value[1] = 100;
    EXPECT_NEAR(life.take("repertoire_gain"), 0, 1e-6);
}

TEST(repertoire, elsewhere_is_with_the_other_caregivers) {
    MadeLife life = child();
    life.state.person.protection.value[4] = 100;
    EXPECT_NEAR(life.take("repertoire_gain_elsewhere"), life.take({"repertoire_gain", {}, "other"}), 1e-12);
    EXPECT_NE(life.take("repertoire_gain_elsewhere"), life.take("repertoire_gain"));
    life.scenario.others.pop_back();
    const double nobody_else = life.take("repertoire_gain_elsewhere");
    EXPECT_NE(nobody_else, nobody_else);
}

}  // namespace
}  // namespace nearness::claims
