// Messages as they reach a terminal.
#include "nearness/base/problem.hpp"

#include <gtest/gtest.h>

namespace nearness {
namespace {

TEST(problems, shown_on_a_terminal_cannot_steer_it) {
    const Problem problem{"E0103", {"a\x1B[2J.toml", 3, 5, 2, "a\x07 = \xC2\x85\xFF"}, "`\x1B\n\x7F` is \xE9", "\r"};
    const std::string shown = render(problem);
    for (const char c : shown) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ') << static_cast<int>(c);
    EXPECT_NE(shown.find("`\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD` is \xEF\xBF\xBD"), std::string::npos) << shown;
    EXPECT_EQ(shown.find('\xFF'), std::string::npos);
    EXPECT_EQ(shown.find("\xC2\x85"), std::string::npos);
}

TEST(problems, show_letters_of_every_script_as_they_are) {
    const std::string word = "é ß 距離 😀 \xF4\x8F\xBF\xBF";
    EXPECT_NE(render({"E0103", {}, word, ""}).find(word), std::string::npos);
}

TEST(problems, stay_on_one_screen_whatever_the_input) {
    const std::string much(1'000'000, 'x');
    const std::string shown = render({"E0103", {much, 1, 10, 900'000, much}, much, much});
    EXPECT_LT(shown.size(), 5000U);
}

TEST(problems, carets_end_with_the_line_that_is_shown) {
    const std::string shown = render({"E0103", {"f", 1, 3, 50, "a é"}, "m", ""});
    EXPECT_NE(shown.find("       ^   nearness"), std::string::npos) << shown;
}

TEST(suggestions, see_through_capitals_and_swapped_letters) {
    const std::vector<std::string> words = {"from", "until", "lasts"};
    EXPECT_EQ(nearest("form", words), "from");
    EXPECT_EQ(nearest("UNTIL", words), "until");
    EXPECT_EQ(nearest("last", words), "lasts");
    EXPECT_EQ(nearest("encounters", words), "");
    EXPECT_EQ(nearest(std::string(5'000'000, 'x'), words), "");
}

TEST(suggestions, list_no_more_than_anybody_reads) {
    std::vector<std::string> words(500, "word");
    const std::string text = suggestion("other", words);
    EXPECT_TRUE(text.ends_with(", word and 460 more")) << text;
}

}  // namespace
}  // namespace nearness
