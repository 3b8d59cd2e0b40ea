#include "nearness/memory/cues.hpp"

#include "memory/make.hpp"
#include "nearness/person/perceive.hpp"

#include <gtest/gtest.h>

namespace nearness::memory {
namespace {

TEST(cues, what_is_shown_is_what_is_felt_and_open_and_attended_to) {
    const auto signals = person::perceive(0.5, person::Openness<double>{0.8, 0.6, 0.25}, 0.9);
    EXPECT_DOUBLE_EQ(signals[closeness], 0.8 * 0.5);
    EXPECT_DOUBLE_EQ(signals[attention], 0.8 * 0.5 * 0.9);
    EXPECT_DOUBLE_EQ(signals[vulnerability], 0.8 * 0.5 * 0.6);
    EXPECT_DOUBLE_EQ(signals[seen], 0.8 * 0.5 * 0.6 * 0.9);
    EXPECT_DOUBLE_EQ(signals[conflict], 0.25);
}

TEST(cues, names_follow_the_order_of_the_cues) {
    EXPECT_EQ(EncounterCues::names[closeness], "closeness");
    EXPECT_EQ(EncounterCues::names[conflict], "conflict");
    EXPECT_EQ(EncounterCues::names[steady], "steady");
    EXPECT_EQ(EncounterCues::names[who_2], "who_2");
}

State<double> two_templates() {
    const auto recency = derived().recency;
    State<double> state;
    add(state, Made{}, recency);
    add(state, {.prototype = {0.2, 0.2, 0.1, 0.1, 0.5, 0.9, 1.0, 0.8, 0.7}, .weight = {0, 0, 0, 0, 0.6}, .told = 0.75},
        recency);
    return state;
}

TEST(cues, the_value_of_an_unknown_cue_does_not_matter) {
    const State<double> state = two_templates();
    for (std::size_t unknown = 0; unknown < EncounterCues::all; ++unknown) {
        Cues<double> low = all_known({0.5, 0.4, 0.3, 0.2, 0.1, 0.5, 0, 0.4, 0.4});
        low.known[unknown] = false;
        Cues<double> high = low;
        low.value[unknown] = 0.0;
        high.value[unknown] = 1.0;
        EXPECT_EQ(match(state, {}, low).predicted, match(state, {}, high).predicted);
        EXPECT_EQ(match(state, {}, low).telling, match(state, {}, high).telling);
        const auto made = derived();
        State<double> after_low = state, after_high = state;
        Memory::learn(after_low, {}, made, low, {0.8, 0.2, 0.1, 1.0});
        Memory::learn(after_high, {}, made, high, {0.8, 0.2, 0.1, 1.0});
        EXPECT_EQ(numbers(after_low), numbers(after_high));
    }
}

TEST(cues, an_unknown_cue_leaves_the_match) {
    // The two differ in the setting only; once it is not known they match alike, and e/n is the mean.
    const auto recency = derived().recency;
    State<double> state;
    add(state, {.told = 0.0}, recency);
    Made therapy{.told = 1.0};
    therapy.prototype[setting] = 1.0;
    add(state, therapy, recency);
    Parameters<double> parameters;
    parameters.templates = 2;
    Cues<double> cues = all_known(Made{}.prototype);
    EXPECT_LT(match(state, parameters, cues).telling, 0.3);
    cues.known[setting] = false;
    EXPECT_NEAR(match(state, parameters, cues).telling, 0.5, 1e-13);
}

TEST(cues, a_template_expects_its_own_prototype_where_a_cue_is_not_known) {
    const auto recency = derived().recency;
    State<double> state;
    add(state, Made{}, recency);
    Parameters<double> parameters;
    parameters.templates = 1;
    Cues<double> cues;
    cues.known.fill(false);
    cues.known[closeness] = true;
    cues.value[closeness] = 1.0;
    const double pain = 0.3 * 1.0 + 0.1 * 0.5 + 0.2 * 0.4 + 0.1 * 0.3;
    EXPECT_NEAR(match(state, parameters, cues).predicted, pain, 1e-13);
}

TEST(cues, the_prototype_of_an_unknown_cue_does_not_move) {
    State<double> state = two_templates();
    const State<double> before = state;
    Cues<double> cues = all_known({0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9});
    cues.known[vulnerability] = cues.known[steady] = false;
    Parameters<double> parameters;
    parameters.templates = 2;
    Memory::learn(state, parameters, derived(parameters), cues, {0.8, 0.2, 0.1, 1.0});
    EXPECT_EQ(state.prototype[vulnerability], before.prototype[vulnerability]);
    EXPECT_EQ(state.prototype[steady], before.prototype[steady]);
    EXPECT_NE(state.prototype[closeness], before.prototype[closeness]);
}

}  // namespace
}  // namespace nearness::memory
