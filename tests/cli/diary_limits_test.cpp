// A diary and the chapter it drives must fit each other, and a file that is not there is named at its line.
#include "program.hpp"

#include <gtest/gtest.h>

namespace nearness::test {
namespace {

const char* const mapping = R"(title = "three days"
person = "who"
[time]
column = "day"
unit = "days"
[cues.attention]
column = "warm"
[outcome]
column = "hurt"
)";
const char* const diary = "who,day,warm,hurt\na,0,0.5,0.1\na,1,0.6,0.2\na,12,0.7,0.3\n";

std::string scenario(const std::string& length, const std::string& data = "diary.csv") {
    return R"([[chapter]]
id = "childhood"
from = "6 months"
until = "2 years"
encounters = "1 per week"
with = { kind = "caregiver", preset = "secure" }
[[chapter]]
id = "recorded"
from = "30 years"
)" + length +
           "[chapter.diary]\nmapping = \"mapping.toml\"\ndata = \"" + data + "\"\n";
}

Finished run_with(const Folder& folder, const std::string& text) {
    folder.write("mapping.toml", mapping);
    folder.write("diary.csv", diary);
    return nearness({"run", folder.write("life.toml", text).string(), "--out", "out"}, {.folder = folder.path()});
}

TEST(a_diary_chapter, ends_with_its_diary_when_it_says_no_length) {
    const Folder folder;
    const Finished finished = run_with(folder, scenario(""));
    EXPECT_EQ(finished.code, 0) << finished.err;
}

TEST(a_diary_chapter, that_ends_before_its_diary_is_refused) {
    const Folder folder;
    const Finished finished = run_with(folder, scenario("lasts = \"3 days\"\n"));
    EXPECT_EQ(finished.code, 78) << finished.err;
    EXPECT_TRUE(has(finished.err, "E0110  the diary lasts 12.0 days, its chapter `recorded` only 3.0")) << finished.err;
    EXPECT_FALSE(fs::exists(folder.path() / "out"));
    EXPECT_EQ(run_with(folder, scenario("lasts = \"12 days\"\n")).code, 0);
}

TEST(a_diary_chapter, that_an_arm_makes_too_short_is_refused) {
    const Folder folder;
    const Finished finished =
        run_with(folder, scenario("lasts = \"20 days\"\n") +
                             "[[arm]]\nid = \"hasty\"\nset = { \"recorded.lasts\" = \"2 days\" }\n");
    EXPECT_EQ(finished.code, 78) << finished.err;
    EXPECT_TRUE(has(finished.err, "(arm `hasty`)")) << finished.err;
}

TEST(a_diary_chapter, names_the_line_of_a_file_that_is_not_there) {
    const Folder folder;
    const Finished finished = run_with(folder, scenario("", "nowhere.csv"));
    EXPECT_EQ(finished.code, 66) << finished.err;
    EXPECT_TRUE(has(finished.err, "life.toml:10")) << finished.err;
    EXPECT_TRUE(has(finished.err, "nowhere.csv")) << finished.err;
}

TEST(a_diary_chapter, tells_the_problems_of_diary_and_mapping_together) {
    const Folder folder;
    folder.write("mapping.toml", std::string(mapping) + "[cues.warmth]\ncolumn = \"warm\"\n");
    folder.write("diary.csv", "");
    const Finished finished =
        nearness({"run", folder.write("life.toml", scenario("")).string(), "--out", "out"}, {.folder = folder.path()});
    EXPECT_NE(finished.code, 0);
    EXPECT_TRUE(has(finished.err, "E0302")) << finished.err;   // the diary is empty
    EXPECT_TRUE(has(finished.err, "warmth")) << finished.err;  // and there is no such cue
}

TEST(a_diary_chapter, has_another_fingerprint_with_another_mapping_or_diary) {
    const Folder folder;
    ASSERT_EQ(run_with(folder, scenario("")).code, 0);
    const std::string before = content(folder.path() / "out/summary.json");
    // A comment changes no number, but it is another mapping.
    folder.write("mapping.toml", std::string(mapping) + "# looked at again\n");
    ASSERT_EQ(nearness({"run", (folder.path() / "life.toml").string(), "--out", "out"}, {.folder = folder.path()}).code,
              0);
    EXPECT_NE(content(folder.path() / "out/summary.json"), before);
}

}  // namespace
}  // namespace nearness::test
