#include "nearness/io/number.hpp"

#include "nearness/io/timestamp.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace nearness::io {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

TEST(number, usual_forms_are_read) {
    EXPECT_EQ(parse_number("12"), 12);
    EXPECT_EQ(parse_number("-3.5"), -3.5);
    EXPECT_EQ(parse_number("+7"), 7);
    EXPECT_EQ(parse_number(".5"), 0.5);
    EXPECT_EQ(parse_number("5."), 5);
    EXPECT_EQ(parse_number("1e-3"), 0.001);
    EXPECT_EQ(parse_number(" \t4\xC2\xA0"), 4);
}

TEST(number, a_decimal_comma_is_read_only_when_it_is_asked_for) {
    EXPECT_EQ(parse_number("3,5", Decimal::comma), 3.5);
    EXPECT_EQ(parse_number("3,5"), std::nullopt);
    EXPECT_EQ(parse_number("3.5", Decimal::comma), std::nullopt);
}

TEST(number, text_is_not_a_number) {
    for (const char* text :
         {"", "-", ".", "e3", "1e", "1 2", "1,234.5", "80%", "0x1F", "12a", "--1", "1.2.3", "nano"}) {
        EXPECT_EQ(parse_number(text), std::nullopt) << text;
        EXPECT_EQ(parse_number_portably(text), std::nullopt) << text;
    }
}

TEST(number, nan_and_infinities_come_back_as_such) {
    EXPECT_TRUE(std::isnan(parse_number("NaN").value()));
    EXPECT_EQ(parse_number("Inf"), inf);
    EXPECT_EQ(parse_number("-infinity"), -inf);
    EXPECT_EQ(parse_number("1e999"), inf);
    EXPECT_EQ(parse_number("-1e999"), -inf);
    EXPECT_EQ(parse_number("1e-999"), 0);
}

TEST(number, a_very_long_number_is_read) {
    EXPECT_EQ(parse_number("1" + std::string(200, '0') + "e-200"), 1);
    EXPECT_EQ(parse_number("0," + std::string(200, '0') + "1e201", Decimal::comma), 1);
}

TEST(number, both_ways_of_reading_give_the_same_bits_as_were_written) {
    EXPECT_TRUE(rc::check("shortest and back", [](std::uint64_t bits) {
        const double value = std::bit_cast<double>(bits);
        RC_PRE(std::isfinite(value));
        const std::string text = shortest(value);
        RC_ASSERT(std::bit_cast<std::uint64_t>(parse_number(text).value()) == bits);
        RC_ASSERT(std::bit_cast<std::uint64_t>(parse_number_portably(text).value()) == bits);
    }));
}

TEST(number, counts_are_written_with_thousands) {
    EXPECT_EQ(with_thousands(0), "0");
    EXPECT_EQ(with_thousands(999), "999");
    EXPECT_EQ(with_thousands(1234), "1,234");
    EXPECT_EQ(with_thousands(1234567), "1,234,567");
}

TEST(timestamp, dates_and_times_of_every_order_agree) {
    constexpr double seconds = 1711882800;  // 2024-03-31 11:00 as civil time
    EXPECT_EQ(parse_timestamp("2024-03-31 11:00", DateOrder::year_month_day), seconds);
    EXPECT_EQ(parse_timestamp("2024-03-31T11:00:00", DateOrder::year_month_day), seconds);
    EXPECT_EQ(parse_timestamp("2024/3/31 11:00", DateOrder::year_month_day), seconds);
    EXPECT_EQ(parse_timestamp("31.03.2024 11:00", DateOrder::day_month_year), seconds);
    EXPECT_EQ(parse_timestamp("3/31/2024 11:00", DateOrder::month_day_year), seconds);
}

TEST(timestamp, a_date_alone_is_its_midnight) {
    EXPECT_EQ(parse_timestamp("1970-01-01", DateOrder::year_month_day), 0);
    EXPECT_EQ(parse_timestamp("1969-12-31", DateOrder::year_month_day), -86400);
    EXPECT_EQ(parse_timestamp("2024-02-29", DateOrder::year_month_day), 1709164800);
}

TEST(timestamp, seconds_may_have_fractions) {
    EXPECT_EQ(parse_timestamp("1970-01-01 00:00:07.25", DateOrder::year_month_day), 7.25);
}

TEST(timestamp, what_is_no_date_and_time_is_refused) {
    for (const char* text :
         {"", "2024", "2024-13-01", "2023-02-29", "2024-04-31", "24-03-31", "2024-03.31", "2024-03-31 24:00",
          "2024-03-31 11:60", "2024-03-31 11:00:60", "2024-03-31 11", "2024-03-31T11:00Z", "2024-03-31 11:00+02:00",
          "2024-03-31 11:00 pm", "2024-03-31 11:00:-1", "2024-03-31x11:00", "2024-03-31 11:00:nan"}) {
        EXPECT_EQ(parse_timestamp(text, DateOrder::year_month_day), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace nearness::io
