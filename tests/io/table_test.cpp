#include "nearness/io/table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace nearness::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Table table_of(const std::string& text, std::optional<Delimiter> delimiter = {}) {
    Problems problems;
    RowProblems rows(problems);
    Table table(TextFile{"t.csv", text}, delimiter, rows);
    rows.finish();
    problems.throw_if_any();
    return table;
}

Rows cells(const Table& table) {
    Rows rows(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            rows[row].emplace_back(table.cell(row, column));
        }
    }
    return rows;
}

std::string problems_of(const std::string& text) {
    try {
        table_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(table, commas_tabs_and_semicolons_are_detected) {
    for (const char delimiter : {',', '\t', ';'}) {
        const std::string d(1, delimiter);
        const Table table = table_of("a" + d + "b\n1" + d + "2\n");
        EXPECT_EQ(static_cast<char>(table.delimiter()), delimiter);
        EXPECT_EQ(table.header(), (std::vector<std::string>{"a", "b"}));
        EXPECT_EQ(cells(table), (Rows{{"1", "2"}}));
    }
}

TEST(table, decimal_commas_do_not_mislead_the_detection) {
    EXPECT_EQ(cells(table_of("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n")),
              (Rows{{"1,5", "2,5", "3,5"}, {"4,5", "5,5", "6,5"}}));
}

TEST(table, a_header_with_commas_in_its_names_does_not_mislead_the_detection) {
    EXPECT_EQ(detected_delimiter("day;warmth, 0-100, today;hurt, 0-100\n1;50;10\n2;60;20\n"), Delimiter::semicolon);
    EXPECT_EQ(detected_delimiter("day;\"warmth, 0, 1, 2, 3\"\n1;50\n"), Delimiter::semicolon);
}

TEST(table, a_given_delimiter_wins) {
    const Table table = table_of("a,b;c\n1,2;3\n", Delimiter::semicolon);
    EXPECT_EQ(cells(table), (Rows{{"1,2", "3"}}));
}

TEST(table, the_hint_that_spreadsheets_write_is_understood) {
    const Table table = table_of("sep=;\r\na;b\r\n1;2\r\n");
    EXPECT_EQ(table.header(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(cells(table), (Rows{{"1", "2"}}));
    EXPECT_EQ(table.line(0), 3);
}

TEST(table, one_column_is_a_table) { EXPECT_EQ(cells(table_of("a\n1\n\"\"\n3\n")), (Rows{{"1"}, {""}, {"3"}})); }

TEST(table, every_line_end_splits_rows_and_empty_lines_are_skipped) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const Table table = table_of(end + "a,b" + end + "1,2" + end + end + "3,4");
        EXPECT_EQ(cells(table), (Rows{{"1", "2"}, {"3", "4"}}));
        EXPECT_EQ(table.line(0), 3);
        EXPECT_EQ(table.line(1), 5);
    }
}

TEST(table, quotes_may_hold_delimiters_line_ends_and_quotes) {
    const Table table = table_of("a,b\n\"x, y\",\"two\r\nlines\"\n\"she said \"\"no\"\"\",\"\"\"\"\n\"\",5\n");
    EXPECT_EQ(cells(table), (Rows{{"x, y", "two\r\nlines"}, {"she said \"no\"", "\""}, {"", "5"}}));
    EXPECT_EQ(table.line(1), 4);
}

TEST(table, a_quote_inside_a_cell_is_only_a_letter) {
    EXPECT_EQ(cells(table_of("a,b\n5\" tall,x\n")), (Rows{{"5\" tall", "x"}}));
}

TEST(table, names_are_trimmed_and_cells_are_not) {
    const Table table = table_of(" a ,\"b \"\n 1 ,2\n");
    EXPECT_EQ(table.header(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.cell(0, 0), " 1 ");
}

TEST(table, a_name_may_occur_twice) {
    EXPECT_EQ(table_of("a,b,a\n1,2,3\n").columns_named("a"), (std::vector<std::size_t>{0, 2}));
    EXPECT_TRUE(table_of("a,b,a\n1,2,3\n").columns_named("c").empty());
}

TEST(table, a_place_points_at_the_cell_even_after_a_line_end_in_quotes) {
    const Table table = table_of("a,b,c\n1,2,3\n\"x\ny\",é,warm\n");
    const Place place = table.place(1, 2);
    EXPECT_EQ(place.line, 4);
    EXPECT_EQ(place.column, 7);  // bytes; the é has two
    EXPECT_EQ(place.width, 4);
    EXPECT_EQ(place.text, "y\",é,warm");
    EXPECT_EQ(table.place(0, 1).line, 2);
}

TEST(table, ragged_rows_are_problems_and_all_are_reported) {
    EXPECT_EQ(problems_of("a,b\n1\n1,2\n1,2,3\n"),
              "t.csv:2:1  E0218  this row has 1 cells, the header 2\n"
              "   2 | 1\n"
              "       ^   one cell a column; text with a delimiter in it needs quotes   nearness explain E0218\n"
              "\n"
              "t.csv:4:1  E0218  this row has 3 cells, the header 2\n"
              "   4 | 1,2,3\n"
              "       ^^^^^   one cell a column; text with a delimiter in it needs quotes   nearness explain E0218\n");
}

TEST(table, of_many_problems_the_first_twenty_are_shown_and_the_rest_counted) {
    std::string text = "a,b\n";
    for (int i = 0; i < 1254; ++i) text += "1\n";
    const std::string message = problems_of(text);
    std::size_t shown = 0;
    for (std::size_t at = 0; (at = message.find("this row has", at)) != std::string::npos; ++at) ++shown;
    EXPECT_EQ(shown, RowProblems::shown);
    EXPECT_TRUE(
        message.ends_with("t.csv:22  E0218  and 1,234 more of E0218, from this line on\n"
                          "   nearness explain E0218\n"))
        << message;
}

TEST(table, a_quote_that_is_not_closed_is_found_where_it_opens) {
    EXPECT_EQ(problems_of("a,b\n1,\"2\n3,4\n"),
              "t.csv:2:3  E0219  this quote is not closed before the end of the file\n"
              "   2 | 1,\"2\n"
              "         ^   close it with `\"`   nearness explain E0219\n");
}

TEST(table, a_broken_header_is_the_only_problem_reported) {
    const std::string message = problems_of("\"a\"x,b\n1,2\n1\n");
    EXPECT_EQ(message,
              "t.csv:1:4  E0219  text follows the closing quote of a cell\n"
              "   1 | \"a\"x,b\n"
              "          ^   write a quote inside quotes twice: `\"\"`   nearness explain E0219\n");
}

std::string quoted(const std::string& cell) {
    std::string text = "\"";
    for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + "\"";
}

TEST(table, writing_a_table_and_reading_it_back_is_the_identity) {
    EXPECT_TRUE(rc::check("write, then read", [] {
        const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
        const auto letter = rc::gen::element('a', '1', ' ', ',', ';', '\t', '"', '\n', '\r', '.', '-');
        const auto row = rc::gen::container<std::vector<std::string>>(columns, rc::gen::container<std::string>(letter));
        const auto rows = *rc::gen::container<Rows>(row);
        const auto delimiter = *rc::gen::element(Delimiter::comma, Delimiter::tab, Delimiter::semicolon);
        const auto line_end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
        const char d = static_cast<char>(delimiter);

        std::string text;
        for (std::size_t i = 0; i < columns; ++i) text += (i == 0 ? "" : std::string(1, d)) + "c" + std::to_string(i);
        text += line_end;
        for (const auto& cells_of_row : rows) {
            for (std::size_t i = 0; i < columns; ++i) {
                const std::string& cell = cells_of_row[i];
                const bool needs_quotes = cell.find_first_of(std::string("\"\r\n") + d) != std::string::npos ||
                                          (cell.empty() && columns == 1);
                if (i > 0) text += d;
                text += needs_quotes || *rc::gen::arbitrary<bool>() ? quoted(cell) : cell;
            }
            text += line_end;
        }
        if (*rc::gen::arbitrary<bool>() && !rows.empty()) text.resize(text.size() - line_end.size());
        RC_ASSERT(cells(table_of(text, delimiter)) == rows);
    }));
}

}  // namespace
}  // namespace nearness::io
