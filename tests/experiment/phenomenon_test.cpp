// Orders of responses: how they are read, and when they hold.
#include "nearness/experiment/phenomenon.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::experiment {
namespace {

Design two_groups() {
    std::vector<Group> groups = {{"here", parse("[X]2A>(US)/2B | [X]3A#").phases},
                                 {"there", parse("4A | 1A#/1AB#").phases}};
    return design_of(std::move(groups)).design;
}

Phenomenon with(const std::vector<std::string>& orders, double by = 0.05) {
    Phenomenon out;
    out.design = two_groups();
    out.by = by;
    for (const std::string& text : orders) {
        ParsedOrder parsed = parse_order(text, out.design);
        EXPECT_TRUE(parsed.problems.empty()) << text << ": " << parsed.problems.front().message;
        out.orders.push_back(std::move(parsed.order));
    }
    return out;
}

// Responses 0.1, 0.2, … in the order of the trials of each group.
std::vector<Curve> rising(const Design& design) {
    std::vector<Curve> curves;
    for (const Group& group : design.groups) {
        Curve curve;
        curve.steps = lay_out(design, group, {}, 1, 0);
        for (std::size_t i = 0; i < curve.steps.size(); ++i) curve.response.push_back(0.1 * static_cast<double>(i + 1));
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::string first_problem(std::string_view text) {
    const ParsedOrder parsed = parse_order(text, two_groups());
    EXPECT_TRUE(parsed.order.empty()) << text;
    return parsed.problems.empty() ? "" : parsed.problems.front().message;
}

TEST(phenomenon, a_term_is_the_mean_the_first_or_the_last_of_a_kind) {
    // A B A B, then three tests: 0.1 to 0.7.
    const Phenomenon all = with({"here: 1 [X]A>(US) > 0", "here: 1 [X]A>(US) first > 0", "here: 1 [X]A>(US) last > 0",
                                 "here: 2 [X]A > there: 2 AB"});
    const Evaluation found = evaluate(all, rising(all.design));
    EXPECT_NEAR(found.values[0][0], 0.2, 1e-12);
    EXPECT_NEAR(found.values[1][0], 0.1, 1e-12);
    EXPECT_NEAR(found.values[2][0], 0.3, 1e-12);
    EXPECT_NEAR(found.values[3][0], 0.6, 1e-12);
    EXPECT_NEAR(found.values[3][1], 0.6, 1e-12);
    EXPECT_FALSE(found.shown);  // the last order: no difference
    EXPECT_NEAR(found.least, -0.05, 1e-12);
}

TEST(phenomenon, between_places_the_margin_counts_and_beside_a_number_it_does_not) {
    const auto least = [](const std::string& order, double by) {
        const Phenomenon one = with({order}, by);
        return evaluate(one, rising(one.design)).least;
    };
    EXPECT_NEAR(least("here: 2 [X]A > here: 1 [X]B", 0.1), 0.6 - 0.3 - 0.1, 1e-12);
    EXPECT_NEAR(least("here: 2 [X]A > 0.5", 0.1), 0.1, 1e-12);
    EXPECT_NEAR(least("0.65 > here: 2 [X]A > here: 1 [X]B", 0.1), 0.05, 1e-12);
}

TEST(phenomenon, a_term_is_written_as_it_is_read) {
    const Phenomenon one = with({"there: 2 AB last > here: 1 [X]A>(US)"});
    EXPECT_EQ(written(std::get<Reading>(one.orders[0][0]), one.design), "there: 2 AB last");
    EXPECT_EQ(written(std::get<Reading>(one.orders[0][1]), one.design), "here: 1 [X]A>(US)");
}

TEST(phenomenon, what_a_design_does_not_have_is_said) {
    EXPECT_EQ(first_problem("here: 2 [X]A"), "an order needs two terms");
    EXPECT_EQ(first_problem("2 A > 0.1"), "`2 A` names no group");
    EXPECT_EQ(first_problem("her: 2 A > 0.1"), "there is no group `her`");
    EXPECT_EQ(first_problem("here: 3 A > 0.1"), "`here: 3 A` names no phase of its group");
    EXPECT_EQ(first_problem("here: 0 A > 0.1"), "`here: 0 A` names no phase of its group");
    EXPECT_EQ(first_problem("here: A > 0.1"), "`here: A` names no phase of its group");
    EXPECT_EQ(first_problem("here: 2 A > 0.1"), "phase 2 has no trials of `A`");
    EXPECT_EQ(first_problem("0.3 > 0.1"), "an order of numbers alone says nothing");
    EXPECT_EQ(first_problem("0.1 >  > here: 2 [X]A"), "a term is missing");
    EXPECT_EQ(parse_order("her: 2 A > hree: 2 A", two_groups()).problems.size(), 2U);
    EXPECT_EQ(parse_order("0.1 > her: 2 A", two_groups()).problems.front().at, 6U);
}

TEST(phenomenon, drawn_orders_are_averaged_over_subjects_and_come_out_the_same) {
    Phenomenon one;
    one.design = design_of({{"all", parse("!10A>(US)/10B | 1A#").phases}}).design;
    using L = learners::RescorlaWagner<double>;
    const auto once = curves_of<L>(one, {}, 3), again = curves_of<L>(one, {}, 3), other = curves_of<L>(one, {}, 4);
    EXPECT_EQ(once[0].response, again[0].response);
    EXPECT_NE(once[0].response, other[0].response);
    EXPECT_NEAR(once[0].response.back(), 1 - std::pow(1 - 0.16, 10), 1e-12);  // ten pairings in whatever order
}

}  // namespace
}  // namespace nearness::experiment
