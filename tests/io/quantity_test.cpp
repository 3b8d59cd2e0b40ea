#include "nearness/io/quantity.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::io {
namespace {

double days(std::string_view text) {
    const auto parsed = parse_duration(text, "months");
    const auto* duration = std::get_if<Duration>(&parsed);
    return duration == nullptr ? std::nan("") : duration->days();
}

double seconds(std::string_view text) {
    const auto parsed = parse_duration(text, "s");
    const auto* duration = std::get_if<Duration>(&parsed);
    return duration == nullptr ? std::nan("") : duration->seconds();
}

std::string duration_trouble(std::string_view text) {
    const auto parsed = parse_duration(text, "months");
    const auto* misread = std::get_if<Misread>(&parsed);
    return misread == nullptr ? "" : misread->message + " / " + misread->remedy;
}

Rate rate(std::string_view text) {
    const auto parsed = parse_rate(text, "per week");
    const auto* found = std::get_if<Rate>(&parsed);
    EXPECT_NE(found, nullptr) << text;
    return found == nullptr ? Rate{} : *found;
}

std::string rate_trouble(std::string_view text) {
    const auto parsed = parse_rate(text, "per week");
    const auto* misread = std::get_if<Misread>(&parsed);
    return misread == nullptr ? "" : misread->message + " / " + misread->remedy;
}

TEST(quantity, durations_are_days_of_a_365_day_year) {
    EXPECT_EQ(days("16 years"), 16 * 365.0);
    EXPECT_EQ(days("6 months"), 182.5);
    EXPECT_EQ(days("1 week"), 7.0);
    EXPECT_EQ(days("2.5 days"), 2.5);
    EXPECT_EQ(days("12 hours"), 0.5);
    EXPECT_EQ(days("36 minutes"), 0.025);
    EXPECT_EQ(days("0 days"), 0.0);
    EXPECT_EQ(days("56 hours"), 7.0 / 3.0);
}

TEST(quantity, seconds_and_days_are_exact_where_they_can_be) {
    EXPECT_EQ(seconds("15 s"), 15.0);
    EXPECT_EQ(seconds("15 seconds"), 15.0);
    EXPECT_EQ(seconds("0.1 s"), 0.1);
    EXPECT_EQ(seconds("3 minutes"), 180.0);
    EXPECT_EQ(days("1.1 days"), 1.1);
    EXPECT_EQ(days("21 days"), 21.0);
}

TEST(quantity, blanks_may_be_missing_or_more) {
    EXPECT_EQ(seconds("20s"), 20.0);
    EXPECT_EQ(days("  4   years "), 4 * 365.0);
    EXPECT_EQ(days("1e2 days"), 100.0);
    EXPECT_EQ(days("6\xC2\xA0months"), 182.5) << "a no-break space, as copied from a web page";
}

TEST(quantity, a_number_without_a_unit_is_not_a_duration) {
    EXPECT_EQ(duration_trouble("14"), "`14` has no unit / did you mean \"14 months\"?");
    EXPECT_EQ(duration_trouble("4 yeers"),
              "`yeers` is not a unit of time / did you mean `years`?   "
              "accepted: seconds, minutes, hours, days, weeks, months, years");
    EXPECT_FALSE(duration_trouble("soon").empty());
    EXPECT_FALSE(duration_trouble("").empty());
    EXPECT_FALSE(duration_trouble("4 years 2 months").empty());
    EXPECT_FALSE(duration_trouble("1.2.3 days").empty());
    EXPECT_FALSE(duration_trouble("1e999 days").empty()) << "infinite";
    EXPECT_FALSE(duration_trouble("26 encounters").empty());
}

TEST(quantity, rates_are_gaps_between_moments) {
    EXPECT_EQ(rate("1.75 per week").gap_in_days(), 4.0);
    EXPECT_EQ(rate("3 per week").gap_in_days(), 7.0 / 3.0);
    EXPECT_EQ(rate("1 per day").gap_in_days(), 1.0);
    EXPECT_EQ(rate("every 4 days").gap_in_days(), 4.0);
    EXPECT_EQ(rate("every day").gap_in_days(), 1.0);
    EXPECT_EQ(rate("3 / week").gap_in_days(), 7.0 / 3.0);
    EXPECT_TRUE(rate("none").none());
    EXPECT_TRUE(rate("0 per week").none());
}

TEST(quantity, rates_of_parameters_keep_their_number) {
    EXPECT_EQ(rate("0.35 per day").per_day(), 0.35);
    EXPECT_EQ(rate("0.0167 per s").per_second(), 0.0167);
    EXPECT_EQ(rate("1 per minute").per_second(), 1.0 / 60.0);
    EXPECT_EQ(rate("7 per week").per_day(), 1.0);
}

TEST(quantity, what_is_not_a_rate_is_told_how_to_become_one) {
    EXPECT_EQ(rate_trouble("3"), "`3` has no unit / did you mean \"3 per week\"?");
    EXPECT_EQ(rate_trouble("3 per weak").substr(0, 29), "`weak` is not a unit of time ");
    EXPECT_FALSE(rate_trouble("twice a week").empty());
    EXPECT_FALSE(rate_trouble("3 weeks").empty());
    EXPECT_FALSE(rate_trouble("-1 per week").empty());
    EXPECT_FALSE(rate_trouble("every 0 days").empty());
    EXPECT_FALSE(rate_trouble("every").empty());
    EXPECT_FALSE(rate_trouble("").empty());
}

TEST(quantity, a_length_may_count_encounters) {
    EXPECT_EQ(parse_encounters("26 encounters"), 26.0);
    EXPECT_EQ(parse_encounters("1 encounter"), 1.0);
    EXPECT_FALSE(parse_encounters("26 days").has_value());
    EXPECT_FALSE(parse_encounters("encounters").has_value());
}

TEST(quantity, messages_name_lengths_as_people_do) {
    EXPECT_EQ(in_words(16 * 365.0), "16 years");
    EXPECT_EQ(in_words(14 * 365.0 / 12.0), "14 months");
    EXPECT_EQ(in_words(365.0), "1 year");
    EXPECT_EQ(in_words(21.0), "3 weeks");
    EXPECT_EQ(in_words(95.83), "3.15 months");
    EXPECT_EQ(in_words(0.5), "0.5 days");
    EXPECT_EQ(in_words(0), "0 days");
}

TEST(quantity, messages_name_very_long_and_very_short_times_without_exponents) {
    EXPECT_EQ(in_words(7e6), "19,178 years");
    EXPECT_EQ(in_words(1000 * 365.0), "1,000 years");
    EXPECT_EQ(in_words(999.6 * 365.0), "1,000 years");
    EXPECT_EQ(in_words(1e300), "more than a million years");
    EXPECT_EQ(in_words(1.5 / 24), "90 minutes");
    EXPECT_EQ(in_words(2.0 / 86400), "2 seconds");
    EXPECT_EQ(in_words(0.5 / 86400), "less than a second");
}

}  // namespace
}  // namespace nearness::io
