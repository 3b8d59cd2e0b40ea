// The same input gives the same bytes: on any number of threads, in any folder, in any arm that shares a chapter.
#include "program.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <sstream>

namespace nearness::test {
namespace {

using Files = std::map<std::string, std::string>;

Files results(const Folder& folder, const std::vector<std::string>& options, const std::string& scenario) {
    folder.write("lives/small é.toml", scenario);
    std::vector<std::string> arguments = {"run", "lives/small é.toml", "--quiet"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Finished finished = nearness(arguments, {.folder = folder.path()});
    EXPECT_EQ(finished.code, 0) << finished.err;
    return files_in(folder.path() / "out");
}

void expect_same(const Files& some, const Files& others, const std::string& what) {
    ASSERT_EQ(some.size(), 4U) << what;
    ASSERT_EQ(others.size(), 4U) << what;
    for (const auto& [name, bytes] : some) EXPECT_TRUE(bytes == others.at(name)) << name << " differs: " << what;
}

TEST(same_bytes, come_from_one_two_and_seven_threads) {
    const Folder folder;
    const Files one = results(folder, {"--threads", "1"}, small_scenario(9));
    for (const char* threads : {"2", "7"}) {
        expect_same(one, results(folder, {"--threads", threads}, small_scenario(9)), std::string(threads) + " threads");
    }
}

TEST(same_bytes, come_from_the_same_command_twice) {
    const Folder folder;
    const Files once = results(folder, {}, small_scenario());
    expect_same(once, results(folder, {}, small_scenario()), "once more");
}

TEST(same_bytes, come_from_another_folder_under_another_path) {
    const Folder folder, elsewhere;
    const Files here = results(folder, {}, small_scenario());
    fs::path scenario = elsewhere.write("small é.toml", small_scenario());
    const Finished finished =
        nearness({"run", scenario.string(), "--quiet", "--out", (elsewhere.path() / "other" / "small é").string()},
                 {.folder = "/"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    expect_same(here, files_in(elsewhere.path() / "other"), "elsewhere");
}

TEST(same_bytes, hold_no_path_host_clock_or_number_of_threads) {
    const Folder folder;
    const Files files = results(folder, {"--threads", "5"}, small_scenario());
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    std::vector<std::string> words = {folder.path().string(),
                                      folder.path().filename().string(),
                                      "small é",
                                      "lives/",
                                      "out/",
                                      "threads",
                                      "--threads",
                                      NEARNESS_PROGRAM,
                                      "/tmp/"};
    if (std::string(host.data()).size() > 6) words.emplace_back(host.data());  // a short one may stand anywhere
    const std::time_t now = std::time(nullptr);
    for (const char* form : {"%Y-%m-%d", "%d.%m.%Y", "%b %d", "%H:%M:"}) {
        std::array<char, 64> text{};
        std::strftime(text.data(), text.size(), form, std::gmtime(&now));
        words.emplace_back(text.data());
    }
    ASSERT_EQ(files.size(), 4U);
    for (const auto& [name, bytes] : files) {
        for (const std::string& word : words) EXPECT_FALSE(has(bytes, word)) << name << " holds " << word;
    }
}

// moments.csv by person, chapter and number, for one arm.
std::map<std::string, std::vector<std::string>> rows_of(const std::string& csv, const std::string& arm) {
    std::map<std::string, std::vector<std::string>> rows;
    std::istringstream lines(csv);
    std::string line;
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream in(line);
        for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
        if (cells.at(1) == arm || cells[1] == "arm") rows[cells[0] + " " + cells[2] + " " + cells[3]] = cells;
    }
    return rows;
}

TEST(an_arm, that_only_adds_therapy_leaves_every_draw_of_the_encounters_alone) {
    const Folder folder;
    const std::string csv = results(folder, {}, small_scenario()).at("small é/moments.csv");
    const auto plain = rows_of(csv, "as written"), treated = rows_of(csv, "sessions");
    const std::vector<std::string>& header = plain.at("person chapter number");
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
    };
    ASSERT_LT(column("difficulty"), header.size());
    EXPECT_EQ(treated.size(), 1U + 4 * 26);  // persons; encounters of `together`, the only chapter that departs
    int other_use = 0;
    for (const auto& [where, row] : treated) {
        ASSERT_TRUE(plain.contains(where)) << where;
        for (const char* name : {"age", "attention", "difficulty"}) {
            EXPECT_EQ(row.at(column(name)), plain.at(where).at(column(name))) << where << ", " << name;
        }
        other_use += row.at(column("protective_use")) != plain.at(where).at(column("protective_use")) ? 1 : 0;
    }
    EXPECT_GT(other_use, 60) << "the sessions changed next to nothing, so this test shows nothing";
}

}  // namespace
}  // namespace nearness::test
