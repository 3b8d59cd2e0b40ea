// The museum of bad input, through the program: the message of each piece to the letter, its exit code, and nothing
// written. What the messages say is the matter of tests/io.
#include "nearness/base/problem.hpp"
#include "program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace nearness::test {
namespace {

const fs::path museum = NEARNESS_SOURCE_DIR "/tests/museum";

std::vector<std::string> pieces(const fs::path& room) {
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(room)) {
        if (entry.path().extension() == ".expected") names.insert(entry.path().stem().string());
    }
    return {names.begin(), names.end()};
}

// The exit code of the first error in a message, as the catalogue has it.
int exit_of(const std::string& message) {
    std::smatch match;
    if (!std::regex_search(message, match, std::regex("E0[0-9]{3}"))) return 0;
    return static_cast<int>(find_in_catalogue(match.str())->exit);
}

std::string without_empty_lines(const std::string& text) { return std::regex_replace(text, std::regex("\n\n+"), "\n"); }

// Standard error without the line that counts the problems.
std::string problems_of(const std::string& err) {
    return std::regex_replace(err, std::regex("[0-9]+ problems; nothing was run\n"), "");
}

TEST(the_museum, of_scenarios_gets_its_messages_and_exit_codes_and_nothing_is_written) {
    const Folder folder;
    const fs::path room = museum / "scenario";
    const auto before = names_in(room);
    for (const std::string& name : pieces(room)) {
        const std::string expected = content(room / (name + ".expected"));
        const Finished run =
            nearness({"run", name + ".toml", "--out", (folder.path() / "out").string()}, {.folder = room});
        EXPECT_EQ(run.code, exit_of(expected)) << name << "\n" << run.err;
        EXPECT_TRUE(run.code == 65 || run.code == 66 || run.code == 78) << name << " ends with " << run.code;
        EXPECT_EQ(run.out, "") << name;
        EXPECT_EQ(problems_of(run.err), without_empty_lines(expected)) << name;
        const Finished check = nearness({"check", name + ".toml"}, {.folder = room});
        EXPECT_EQ(check.code, run.code) << name;
        EXPECT_EQ(check.err, run.err) << name;
    }
    EXPECT_GE(pieces(room).size(), 85U);
    EXPECT_TRUE(files_in(folder.path()).empty());
    EXPECT_FALSE(fs::exists(folder.path() / "out"));
    EXPECT_EQ(names_in(room), before);
}

TEST(the_museum, of_diaries_gets_its_exit_codes_and_nothing_is_written) {
    const fs::path room = museum / "diary";
    std::set<int> seen;
    for (const std::string& name : pieces(room)) {
        const Folder folder;
        for (const char* suffix : {".csv", ".toml"}) {
            const fs::path own = room / (name + suffix);
            fs::copy_file(fs::exists(own) ? own : room / (std::string("usual") + suffix),
                          folder.path() / (name + suffix));
        }
        folder.write("life.toml", "[[chapter]]\nid = \"recorded\"\nfrom = \"30 years\"\n[chapter.diary]\nmapping = \"" +
                                      name + ".toml\"\ndata = \"" + name + ".csv\"\n");
        const Finished run = nearness({"run", "life.toml"}, {.folder = folder.path()});
        const std::string expected = content(room / (name + ".expected"));
        EXPECT_EQ(run.code, exit_of(expected)) << name << "\n" << run.err;
        EXPECT_TRUE(run.code == 65 || run.code == 78) << name << " ends with " << run.code;
        EXPECT_EQ(run.out, "") << name;
        EXPECT_FALSE(fs::exists(folder.path() / "out")) << name;
        seen.insert(run.code);
    }
    EXPECT_EQ(seen, (std::set<int>{65, 78}));
}

TEST(the_museum, diaries_and_mappings_that_are_not_there_end_with_66) {
    const Folder folder;
    fs::copy_file(museum / "diary/usual.csv", folder.path() / "usual.csv");
    for (const char* mapping : {"no such.toml", "usual.csv"}) {
        folder.write("life.toml",
                     std::string("[[chapter]]\nid = \"recorded\"\nfrom = \"30 years\"\n[chapter.diary]\n") +
                         "mapping = \"" + mapping + "\"\ndata = \"no such é.csv\"\n");
        const Finished run = nearness({"check", "life.toml"}, {.folder = folder.path()});
        EXPECT_TRUE(has(run.err, "E0301")) << run.err;
        EXPECT_EQ(run.code, exit_of(run.err)) << run.err;
    }
}

}  // namespace
}  // namespace nearness::test
