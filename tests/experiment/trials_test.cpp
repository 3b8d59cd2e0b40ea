// From a design to trials: order, shares, times, contexts.
#include "nearness/experiment/trials.hpp"

#include <gtest/gtest.h>

#include <set>

namespace nearness::experiment {
namespace {

Design designed(const std::vector<std::string>& groups, const std::vector<std::string>& outcomes = {}) {
    std::vector<Group> all;
    for (const std::string& text : groups) {
        const Parsed parsed = parse(text);
        EXPECT_TRUE(parsed.problems.empty()) << text;
        all.push_back({"group " + std::to_string(all.size() + 1), parsed.phases});
    }
    const Designed made = design_of(all, outcomes);
    for (const Lack& lack : made.lacks) ADD_FAILURE() << lack.message;
    return made.design;
}

std::vector<Step> laid_out(const Design& design, std::uint64_t seed = 1, std::uint32_t subject = 0) {
    return lay_out(design, design.groups.at(0), {}, seed, subject);
}

// The kinds in their order, as digits.
std::string order(const std::vector<Step>& steps) {
    std::string all;
    for (const Step& step : steps) all += std::to_string(step.kind);
    return all;
}

TEST(designs, have_cues_before_outcomes_in_the_order_in_which_they_come_up) {
    const Design design = designed({"10C>(US2) | [X]5A", "10BA>(us)"});
    EXPECT_EQ(design.cues, (std::vector<std::string>{"C", "X", "A", "B"}));
    EXPECT_EQ(design.outcomes, (std::vector<std::string>{"US2", "us"}));
    EXPECT_EQ(design.index_of("A"), 2);
    EXPECT_EQ(design.index_of("us"), 5);
    EXPECT_EQ(design.index_of("Z"), -1);
    EXPECT_EQ(designed({"10A>(shock)/10(USA)"}, {"shock"}).cues, (std::vector<std::string>{"A", "USA"}));
}

TEST(designs, say_what_they_lack) {
    const auto lacks = [](const std::string& text, const std::vector<std::string>& outcomes = {}) {
        std::string all;
        for (const Lack& lack : design_of({{"g", parse(text).phases}}, outcomes).lacks) all += lack.message + ';';
        return all;
    };
    EXPECT_EQ(lacks("10A>B"), "no stimulus is an outcome;");
    EXPECT_EQ(lacks("10(US)"), "every stimulus is an outcome, and nothing predicts it;");
    EXPECT_EQ(lacks("10A>(US)", {"shock"}), "no trial has the outcome `shock`;");
    EXPECT_EQ(lacks("1A>(us) | 1A>(US)"), "`US` and `us` are two outcomes;");
    EXPECT_EQ(lacks("[US]10A"), "the outcome `US` is a context;");
    EXPECT_EQ(lacks("-"), "there are no trials;");
    EXPECT_EQ(lacks("100000A>(US)/100000B | 100000A/100000B/100000C | 100000A/100000B/100000C/100000D/100000E | 1A"),
              "group `g` has 1000001 trials;");
    std::string many = "1";
    for (int i = 0; i < 32; ++i) many += "(s" + std::to_string(i) + ')';
    EXPECT_EQ(lacks(many + ">(US)"), "there are 33 stimuli in all;");
}

TEST(trials, of_a_phase_come_in_blocks_of_their_greatest_common_divisor) {
    EXPECT_EQ(order(laid_out(designed({"4A>(US)/2B"}))), "001001");
    EXPECT_EQ(order(laid_out(designed({"2A>(US)/1B"}))), "001");
    EXPECT_EQ(order(laid_out(designed({"3A>(US)/3B/3C"}))), "012012012");
    const auto steps = laid_out(designed({"4A>(US)/2B | 1C"}));
    EXPECT_EQ(steps[3].block, 1);
    EXPECT_EQ(steps[3].repetition, 2);
    EXPECT_EQ(steps[6].phase, 1);
    EXPECT_EQ(steps[6].repetition, 0);
}

TEST(trials, in_random_order_stay_within_their_blocks_and_differ_between_subjects) {
    const Design design = designed({"!8A>(US)/8B/8C"});
    std::set<std::string> orders;
    for (std::uint32_t subject = 0; subject < 20; ++subject) {
        const auto steps = laid_out(design, 7, subject);
        const std::string all = order(steps);
        for (std::size_t block = 0; block < 8; ++block) {
            std::string one = all.substr(3 * block, 3);
            std::sort(one.begin(), one.end());
            EXPECT_EQ(one, "012");
        }
        orders.insert(all);
        EXPECT_EQ(order(laid_out(design, 7, subject)), all);
    }
    EXPECT_EQ(orders.size(), 20U);
    EXPECT_NE(order(laid_out(design, 8)), order(laid_out(design, 7)));
    EXPECT_TRUE(is_drawn(design.groups[0]));
}

// Every order of three is about as likely as any other: 2,000 blocks, 6 orders.
TEST(trials, in_random_order_favour_no_order) {
    std::map<std::string, int> seen;
    const std::string all = order(laid_out(designed({"!2000A>(US)/2000B/2000C"})));
    for (std::size_t at = 0; at < all.size(); at += 3) ++seen[all.substr(at, 3)];
    ASSERT_EQ(seen.size(), 6U);
    for (const auto& [one, times] : seen) EXPECT_NEAR(times, 2000.0 / 6, 5 * 17) << one;  // 17: binomial sd
}

TEST(trials, of_a_share_are_spread_evenly_and_exactly_as_many) {
    const auto reinforced = [](const std::string& text, std::uint32_t subject = 0) {
        std::string all;
        for (const Step& step : laid_out(designed({text}), 1, subject)) all += step.trial.value[1] != 0 ? '+' : '-';
        return all;
    };
    EXPECT_EQ(reinforced("6A>(US):50%"), "+-+-+-");
    EXPECT_EQ(reinforced("9A>(US):33.3%"), "+--+--+--");
    EXPECT_EQ(reinforced("4A>(US):75%"), "+-++");
    const std::string drawn = reinforced("!20A>(US):30%");
    EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '+'), 6);
    EXPECT_NE(drawn, reinforced("!20A>(US):30%", 1));
    EXPECT_EQ(laid_out(designed({"2A>(US):50%"}))[1].trial.periods, 2);
}

TEST(trials, come_when_the_design_says) {
    const auto steps = laid_out(designed({"2A>(US) @ 30 s | 24 h | 2A | 1 h | - | 30 min | 1#A"}));
    ASSERT_EQ(steps.size(), 5U);
    const double times[] = {0, 0.5, 1440.5, 1441.5, 1531.5};  // minutes
    for (std::size_t i = 0; i < 5; ++i) EXPECT_DOUBLE_EQ(steps[i].trial.time, times[i]);
    EXPECT_DOUBLE_EQ(steps[1].trial.until_next, 1440);
    EXPECT_DOUBLE_EQ(steps[4].trial.until_next, -1);
    EXPECT_FALSE(steps[4].trial.learning);
    const Design design = designed({"2A>(US)"});
    EXPECT_DOUBLE_EQ(lay_out(design, design.groups[0], {3600, 7200}, 1, 0)[1].trial.time, 2);
}

TEST(trials, have_contexts_wherever_there_is_a_cue_and_values_as_written) {
    const Design design = designed({"[X:0.5]1A:2>B>(US):1.5 | [X]1(US)"});
    const auto steps = laid_out(design);
    const auto& trial = steps[0].trial;  // X, A, B, US
    EXPECT_EQ(trial.periods, 3);
    EXPECT_EQ(trial.period[0], 3U);
    EXPECT_EQ(trial.period[1], 5U);
    EXPECT_EQ(trial.period[2], 8U);
    EXPECT_EQ(trial.value[0], 0.5);
    EXPECT_EQ(trial.value[1], 2);
    EXPECT_EQ(trial.value[3], 1.5);
    EXPECT_EQ(trial.known, 15U);
    EXPECT_EQ(steps[1].trial.period[0], 9U);  // with the outcome alone: there from the start
}

TEST(trials, take_forms_of_a_stimulus_for_the_stimulus) {
    const Design design = designed({"1A_x>(US) | 1A_y"});
    EXPECT_EQ(design.cues, std::vector<std::string>{"A"});
    ASSERT_EQ(design.forms.size(), 2U);
    EXPECT_EQ(design.forms[1].name(), "A_y");
    EXPECT_EQ(laid_out(design)[1].trial.period[0], 1U);
}

}  // namespace
}  // namespace nearness::experiment
