// The notation of designs: what it says, what is refused, and that nothing is lost on the way back to text.
#include "nearness/experiment/notation.hpp"

#include <gtest/gtest.h>

namespace nearness::experiment {
namespace {

std::vector<Phase> good(const std::string& text) {
    const Parsed parsed = parse(text);
    for (const Misread& one : parsed.problems) ADD_FAILURE() << text << " at " << one.at << ": " << one.message;
    return parsed.phases;
}

// Places and messages, one a line: "7 the message".
std::string faults(const std::string& text) {
    std::string all;
    for (const Misread& one : parse(text).problems) {
        EXPECT_LT(one.at, std::max<std::size_t>(1, text.size())) << text;
        EXPECT_FALSE(one.remedy.empty()) << text;
        all += std::to_string(one.at) + ' ' + one.message + '\n';
    }
    return all;
}

TEST(notation, reads_counts_stimuli_and_periods) {
    const auto phases = good("20AB>(US)");
    ASSERT_EQ(phases.size(), 1U);
    ASSERT_EQ(phases[0].kinds.size(), 1U);
    const Kind& kind = phases[0].kinds[0];
    EXPECT_EQ(kind.count, 20);
    EXPECT_FALSE(kind.test);
    const std::vector<std::vector<Element>> periods = {{{"A", ""}, {"B", ""}}, {{"US", ""}}};
    EXPECT_EQ(kind.periods, periods);
    EXPECT_FALSE(phases[0].random);
}

TEST(notation, takes_the_sign_of_a_test_on_either_side) {
    for (const char* text : {"5#B", "5B#", "5 # B", "5B #"}) EXPECT_TRUE(good(text).at(0).kinds.at(0).test) << text;
    EXPECT_TRUE(good("1A>B#")[0].kinds[0].test);
}

TEST(notation, takes_the_sign_of_random_order_anywhere_in_a_phase) {
    for (const char* text : {"!10A/10B", "10A!/10B", "10A/!10B", "10A/10B!", "10A/10B@2 min!"}) {
        EXPECT_TRUE(good(text).at(0).random) << text;
    }
    const auto phases = good("10A | !5B | 2C");
    EXPECT_FALSE(phases[0].random);
    EXPECT_TRUE(phases[1].random);
    EXPECT_FALSE(phases[2].random);
}

TEST(notation, reads_times_between_phases_and_between_trials) {
    const auto phases = good("20A>(US) @ 2 min | 24 h | 20A# | 1.5 days | - | 3 B");
    ASSERT_EQ(phases.size(), 4U);
    EXPECT_EQ(phases[0].apart, (Length{2, Unit::minute}));
    EXPECT_FALSE(phases[0].pause);
    EXPECT_EQ(phases[1].pause, (Length{24, Unit::hour}));
    EXPECT_EQ(phases[2].pause, (Length{1.5, Unit::day}));
    EXPECT_TRUE(phases[2].kinds.empty());
    EXPECT_EQ(phases[3].kinds[0].count, 3);
}

TEST(notation, reads_contexts_until_the_next_or_the_end_of_the_phase) {
    const auto phases = good("[room-1, night:0.5]20A>(US)/5B/[]5C | 5A");
    ASSERT_EQ(phases.size(), 2U);
    const std::vector<Element> both = {{"room-1", ""}, {"night", "", 0.5}};
    EXPECT_EQ(phases[0].kinds[0].contexts, both);
    EXPECT_EQ(phases[0].kinds[1].contexts, both);
    EXPECT_TRUE(phases[0].kinds[2].contexts.empty());
    EXPECT_TRUE(phases[1].kinds[0].contexts.empty());
}

TEST(notation, reads_intensities_shares_and_forms) {
    const auto phases = good("20A:0.5B_x(tone_loud):2>(US):1.5:50%");
    const auto& periods = phases.at(0).kinds.at(0).periods;
    EXPECT_EQ(periods[0][0], (Element{"A", "", 0.5}));
    EXPECT_EQ(periods[0][1], (Element{"B", "x"}));
    EXPECT_EQ(periods[0][2], (Element{"tone", "loud", 2}));
    EXPECT_EQ(periods[1][0], (Element{"US", "", 1.5, 50}));
    EXPECT_EQ(periods[0][2].name(), "tone_loud");
}

TEST(notation, is_the_same_after_being_written_and_read_again) {
    for (const char* text : {"20A>(US)", "!10A/5#B | 24 h | 2A:0.25(US):50% @ 90 s",
                             "[X,Y:2]3A_x(b_c)>(US1)/[]1B | - | 2é", "[X]1#A/1B", "3A(B1)>(US):12.5:33.3%"}) {
        const auto phases = good(text);
        EXPECT_EQ(good(written(phases)), phases) << text << " became " << written(phases);
    }
    EXPECT_EQ(written(good("[X] 1 A > ( US ) #").empty() ? Kind{} : good("[X] 1 A > (US) #")[0].kinds[0]),
              "[X]#A>(US)");
}

TEST(notation, refuses_what_only_looks_like_it) {
    EXPECT_EQ(faults("20A→(US)"), "3 `→` cannot stand in a design\n");
    EXPECT_EQ(faults("20A＞(US) | 5A＋B>(US)"), "3 `＞` cannot stand in a design\n15 `＋` cannot stand in a design\n");
    EXPECT_EQ(faults("2A>(US)/2B\u200b"), "10 `\u200b` cannot stand in a design\n");
    EXPECT_EQ(faults("5é>(US) | 5Ω | 5я"), "");
    EXPECT_EQ(faults("5×"), "1 `×` cannot stand in a design\n");
    EXPECT_EQ(faults("1A>(US) | 24 H | 1A"), "13 `H` is not a unit of time\n");
    EXPECT_EQ(faults("1A>(US) | 24 m | 1A"), "13 `m` is not a unit of time\n");
    EXPECT_EQ(faults("1A>(US) | 24H"), "");
    EXPECT_EQ(faults("20A>(US):1%"), "0 1% of 20 trials is none of them\n");
    EXPECT_EQ(faults("20A>(US):3%"), "");
}

TEST(notation, names_the_place_of_every_slip) {
    EXPECT_EQ(faults("20A>(US | 20A"), "4 `(` is not closed\n");
    EXPECT_EQ(faults("A>(US) | 20A"), "0 the number of trials is missing\n");
    EXPECT_EQ(faults("#10A"), "0 the number of trials is missing\n");
    EXPECT_EQ(faults("20A+ | 20A-"), "3 `+` cannot stand here\n10 `-` cannot stand here\n");
    EXPECT_EQ(faults("20A>US"), "4 `US` without parentheses is two stimuli, U and S\n");
    EXPECT_EQ(faults("0A / 10A1/5?"),
              "0 the number of trials is not a whole number from 1 to 100,000\n8 `1` cannot stand here\n"
              "11 `?` cannot stand here\n");
    EXPECT_EQ(faults("2.5A"), "0 the number of trials is not whole\n");
    EXPECT_EQ(faults("10A>"), "3 no stimulus stands here\n");
    EXPECT_EQ(faults("10>(US)"), "2 no stimulus stands here\n");
    EXPECT_EQ(faults("10A/"), "3 nothing follows the `/`\n");
    EXPECT_EQ(faults("10A)"), "3 `)` cannot stand here\n");
    EXPECT_EQ(faults("20()"), "3 a stimulus needs a name that begins with a letter\n");
    EXPECT_EQ(faults("20(U S)"), "5 `S` cannot stand in a name\n");
    EXPECT_EQ(faults("[X 20A"), "3 `2` cannot stand in the name of a context\n");
    EXPECT_EQ(faults("20[X]A"), "2 `[` cannot stand here\n");
    EXPECT_EQ(faults(""), "0 a design is empty\n");
    EXPECT_EQ(faults("10A | | 10B"), "5 a phase is empty\n");
    EXPECT_EQ(faults("10A |"), "4 a phase is empty\n");
    EXPECT_EQ(faults("1A>B>C>D>E>F>G>H>I"), "17 a trial has more than 8 periods\n");
}

TEST(notation, refuses_times_that_could_be_something_else) {
    EXPECT_EQ(faults("20A | 24h | 20A"), "6 a length of time, or trials of a stimulus?\n");
    EXPECT_EQ(faults("20A | 24 hrs | 20A"), "9 `hrs` is not a unit of time\n");
    EXPECT_EQ(faults("24 h | 20A"), "0 no phase stands on both sides of this time\n");
    EXPECT_EQ(faults("20A | 24 h"), "5 no phase stands on both sides of this time\n");
    EXPECT_EQ(faults("20A @ 2"), "4 a length of time without its unit\n");
    EXPECT_EQ(faults("20A @ 2 mins"), "8 `mins` is not a unit of time\n");
    EXPECT_EQ(faults("20A @ 2 min / 20B"), "12 `/` cannot stand here\n");
    EXPECT_EQ(good("20(h)")[0].kinds[0].periods[0][0].stimulus, "h");
}

TEST(notation, refuses_numbers_that_cannot_be) {
    EXPECT_EQ(faults("20A:0"), "3 an intensity is above 0 and at most 100\n");
    EXPECT_EQ(faults("20A>(US):150%"), "8 a share is above 0% and at most 100%\n");
    EXPECT_EQ(faults("20A:0.5:0.5"), "7 this is given twice\n");
    EXPECT_EQ(faults("20A:x"), "4 a number is missing\n");
    EXPECT_EQ(faults("20A:1234567890123456"), "4 a number is too long\n");
    EXPECT_EQ(faults("20AA"), "3 `A` is there twice at the same time\n");
    EXPECT_EQ(faults("20A>A:2"), "6 `A` changes within a trial\n");
}

TEST(notation, reads_on_after_a_slip) {
    EXPECT_EQ(parse("10A?/10B | 5?C | 2D").problems.size(), 2U);
    EXPECT_EQ(parse("10A?/10B | 5?C | 2D").phases.size(), 3U);
}

// Nothing that can be typed makes it fail in any other way.
TEST(notation, survives_every_short_text) {
    const std::string letters = "1A(|>/#!:@%[]_ -.é";
    const std::size_t many = letters.size() * letters.size() * letters.size() * letters.size();
    for (std::size_t n = 0; n < many; ++n) {
        std::string text;
        for (std::size_t rest = n, i = 0; i < 4; ++i, rest /= letters.size()) text += letters[rest % letters.size()];
        for (const Misread& one : parse(text).problems) ASSERT_LT(one.at, text.size()) << text;
    }
}

}  // namespace
}  // namespace nearness::experiment
