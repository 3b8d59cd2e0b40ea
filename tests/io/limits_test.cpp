// Files that are no scenario and no mapping, but could exhaust the stack, the memory or somebody's patience.
#include "nearness/io/scenario_file.hpp"
#include "nearness/io/table.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

std::vector<Problem> problems_of(const std::string& text) {
    try {
        parse_scenario(text, "life.toml");
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

void expect_one(const std::string& text, const std::string& words) {
    const std::vector<Problem> problems = problems_of(text);
    ASSERT_EQ(problems.size(), 1U) << words;
    EXPECT_NE(problems.front().message.find(words), std::string::npos) << problems.front().message;
    EXPECT_LT(render(problems.front()).size(), 2000U);
}

TEST(limits, tables_within_tables_do_not_exhaust_the_stack) {
    const std::string dots = repeated("a.", 1900) + "a";
    expect_one("x = " + repeated("[\n{" + dots + " = ", 120) + "1" + repeated("}\n]", 120), "dots");
    const std::string fewer = repeated("a.", 350) + "a";
    expect_one("x = " + repeated("[\n{" + fewer + " = ", 5) + "1" + repeated("}\n]", 5), "nested more than 100 deep");
    expect_one("x = " + repeated("[", 300) + repeated("]", 300), "nested too deep");
    expect_one("x = " + repeated("[", 3'000'000), "nested too deep");
}

TEST(limits, what_is_too_large_is_another_file) {
    expect_one(repeated("#", 5'000'000), "larger than 4 MB");
    std::string keys;
    for (int i = 0; i < 40'000; ++i) keys += "k" + std::to_string(i) + " = 1\n";
    expect_one(keys, "more than 30,000 values");
}

TEST(limits, a_hundred_problems_are_told_and_the_others_counted) {
    std::string keys = "[[chapter]]\nid = \"a\"\nfrom = \"1 year\"\nlasts = \"1 year\"\n";
    for (int i = 0; i < 20'000; ++i) keys += "k" + std::to_string(i) + " = 1\n";
    const std::vector<Problem> problems = problems_of(keys);
    ASSERT_EQ(problems.size(), 101U);
    EXPECT_EQ(problems.back().message, "and 19,900 more problems, from here on");
    EXPECT_EQ(problems.back().place.line, 105);
}

TEST(limits, a_value_of_megabytes_makes_a_message_of_one_screen) {
    const std::string life =
        "[[chapter]]\nid = \"" + std::string(3'000'000, 'x') + "\"\nfrom = \"1 year\"\nlasts = \"1 year\"\n";
    const std::vector<Problem> problems = problems_of(life);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_LT(render(problems.front()).size(), 2000U);
}

TEST(limits, many_columns_and_many_line_ends_take_no_more_memory_than_the_file) {
    Problems problems;
    RowProblems rows(problems);
    // Room for every column in every line would be 160 GB.
    const Table table(checked_text("diary.csv", "a" + std::string(200'000, ',') + std::string(200'000, '\n')), {},
                      rows);
    EXPECT_EQ(table.columns(), 200'001U);
    EXPECT_EQ(table.rows(), 0U);
}

}  // namespace
}  // namespace nearness::io
