#include "nearness/report/axes.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace nearness::report {
namespace {

TEST(drawing, ticks_are_round_within_the_range_and_not_too_many) {
    for (const double low : {-3.0, -0.07, 0.0, 0.4, 12.0}) {
        for (const double span : {1e-3, 0.05, 1.0, 7.3, 80.0, 12345.0}) {
            for (const int most : {2, 3, 5, 9}) {
                const Ticks ticks = nice_ticks(low, low + span, most);
                EXPECT_LE(ticks.at.size(), static_cast<std::size_t>(most));
                for (const double tick : ticks.at) {
                    EXPECT_GE(tick, low - 1e-6 * span);
                    EXPECT_LE(tick, low + span * (1 + 1e-6));
                }
            }
        }
    }
    EXPECT_EQ(nice_ticks(0, 1, 6).at.size(), 6u);
    EXPECT_EQ(nice_ticks(0, 1, 6).decimals, 1);
}

TEST(drawing, ticks_survive_an_empty_range) {
    EXPECT_EQ(nice_ticks(1, 1, 5).at.size(), 1u);
    EXPECT_EQ(nice_ticks(2, 1, 5).at.size(), 1u);
}

TEST(drawing, labels_are_moved_apart_in_order_and_kept_inside) {
    std::vector<double> at = {50, 51, 50.5, 99};
    spread_out(at, 10, 0, 100);
    EXPECT_LE(at[0] + 10, at[2] + 1e-9);
    EXPECT_LE(at[2] + 10, at[1] + 1e-9);
    EXPECT_LE(at[1] + 10, at[3] + 1e-9);
    EXPECT_LE(at[3], 100);
    EXPECT_GE(at[0], 0);
}

TEST(drawing, rounds_up_to_a_number_that_is_not_smaller) {
    for (const double value : {0.013, 0.1, 0.11, 0.79, 1.0, 3.2, 850.0}) {
        EXPECT_GE(round_up(value), value);
        EXPECT_LT(round_up(value), 2.01 * value);
    }
}

TEST(drawing, a_gap_interrupts_a_line_and_is_never_drawn) {
    Drawing drawing("d", 10, 10, "t", "d");
    const double none = std::numeric_limits<double>::quiet_NaN();
    drawing.path({{0, 1}, {1, 1}, {2, none}, {3, 1}, {4, 1}}, "line");
    drawing.mark(Shape::disc, {none, none}, 2, "f0");
    const std::string svg = drawing.finish();
    EXPECT_NE(svg.find("M0 1 1 1M3 1 4 1"), std::string::npos);
    EXPECT_EQ(svg.find("nan"), std::string::npos);
    EXPECT_EQ(svg.find("circle"), std::string::npos);
}

TEST(drawing, text_is_shortened_between_characters) {
    EXPECT_EQ(fit("short", 200, 10), "short");
    const std::string cut = fit("ééééééééééééééééééééééé", 60, 10);
    EXPECT_LT(text_width(cut, 10), 70);
    EXPECT_EQ(escape(cut), cut) << "a character was cut in two";
}

TEST(drawing, broken_utf8_is_replaced) {
    const std::string replaced = "\xef\xbf\xbd";
    EXPECT_EQ(escape("a\xff"
                     "b"),
              "a" + replaced + "b");
    EXPECT_EQ(escape("\xc3"), replaced);
    EXPECT_EQ(escape(std::string("\xed\xa0\x80")), replaced + replaced + replaced);  // a surrogate
    EXPECT_EQ(escape("\xf0\x9f\x92\x9a é"), "\xf0\x9f\x92\x9a é");
    EXPECT_EQ(escape(std::string("\0", 1)), replaced);
    EXPECT_EQ(escape("a\r\nb"), "a\nb");
}

TEST(drawing, numbers_have_a_minus_and_no_negative_zero) {
    EXPECT_EQ(number(-0.5), "−0.50");
    EXPECT_EQ(number(-0.001), "0.00");
    EXPECT_EQ(number(-0.0, 1), "0.0");
    EXPECT_EQ(signed_number(0.25), "+0.25");
    EXPECT_EQ(signed_number(0.001), "0.00");
    EXPECT_EQ(number(std::nan("")), nothing);
    EXPECT_EQ(percent(0.424), "42 %");
}

}  // namespace
}  // namespace nearness::report
