// Runs that a recorded diary drives: the shipped made-up one, and a real one where it lies beside the source.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace nearness::test {
namespace {

const fs::path scenarios = NEARNESS_SOURCE_DIR "/scenarios";
const std::vector<std::string> diary_result_names = {"comparison.csv", "diary.csv", "moments.csv",
                                                     "report.html",    "run.nc",    "summary.json"};

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Finished run(const Folder& folder, const std::string& scenario, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"run", (scenarios / scenario).string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return nearness(arguments, {.folder = folder.path()});
}

TEST(a_diary_run, writes_the_diary_and_the_comparison_and_prints_it) {
    const Folder folder;
    const Finished finished = run(folder, "made_up_diary.toml");
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_EQ(finished.err, "");
    const fs::path out = folder.path() / "out/made_up_diary";
    EXPECT_EQ(names_in(out), diary_result_names);
    for (const char* part :
         {"4 persons", "held out", "person mean", "AR(1)", "ARX(1), the model's cues", "expected pain V (as written)",
          "expected pain V (secure-history)", "in words", "nothing is said about any one person",
          "made_up_diary/diary.csv\n", "made_up_diary/comparison.csv\n"}) {
        EXPECT_TRUE(has(finished.out, part)) << part;
    }
    EXPECT_FALSE(has(finished.out, "nan"));
    const std::string diary = content(out / "diary.csv"), comparison = content(out / "comparison.csv");
    EXPECT_TRUE(diary.starts_with("person,group,arm,moment,line,days,")) << diary.substr(0, 200);
    EXPECT_TRUE(comparison.starts_with("target,kind,proxy,lead,arm,measure,of,slopes,value,"))
        << comparison.substr(0, 200);
    for (const char* arm : {",as written,", ",secure-history,", ",no-history,"}) {
        EXPECT_TRUE(has(diary, arm)) << arm;
        EXPECT_TRUE(has(comparison, arm)) << arm;
    }
    EXPECT_EQ((lines(diary) - 1) % 3, 0U) << "the same moments in each of three arms";
    EXPECT_FALSE(has(diary, "nan") || has(comparison, "nan"));
    for (const char* name : {"diary.csv", "comparison.csv"}) {
        EXPECT_FALSE(has(content(out / name), folder.path().string())) << name;
    }
}

TEST(a_diary_run, is_the_same_for_any_number_of_threads) {
    const Folder folder;
    for (const char* threads : {"1", "3"}) {
        EXPECT_EQ(run(folder, "made_up_diary.toml", {"--quiet", "--threads", threads, "--out", threads}).code, 0);
    }
    const auto one = files_in(folder.path() / "1"), three = files_in(folder.path() / "3");
    ASSERT_EQ(one.size(), diary_result_names.size());
    for (const auto& [name, bytes] : one) EXPECT_TRUE(bytes == three.at(name)) << name;
}

TEST(a_diary_run, takes_the_first_persons_of_the_diary_or_a_range_of_them) {
    const Folder folder;
    const auto persons = [&](const char* number) {
        const Finished check =
            nearness({"check", (scenarios / "made_up_diary.toml").string(), "--json", "--persons", number},
                     {.folder = folder.path()});
        return nlohmann::json::parse(check.out)["persons"].get<int>();
    };
    EXPECT_EQ(persons("2"), 2);
    EXPECT_EQ(persons("4"), 4);
    EXPECT_EQ(persons("2..4"), 3);
    const Finished two = run(folder, "made_up_diary.toml", {"--persons", "2"});
    EXPECT_EQ(two.code, 0) << two.err;
    EXPECT_EQ(names_in(folder.path() / "out/made_up_diary"), diary_result_names);
}

// Row by row: the cells of diary.csv under these columns.
std::vector<std::map<std::string, std::string>> rows_of(const fs::path& file) {
    const auto cells = [](const std::string& line) {
        std::vector<std::string> found;
        std::istringstream stream(line + ",");
        for (std::string cell; std::getline(stream, cell, ',');) found.push_back(cell);
        return found;
    };
    std::istringstream text(content(file));
    std::string line;
    std::getline(text, line);
    const std::vector<std::string> names = cells(line);
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(text, line)) {
        const std::vector<std::string> row = cells(line);
        EXPECT_EQ(row.size(), names.size()) << line;
        auto& into = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) into[names[i]] = row[i];
    }
    return rows;
}

TEST(a_diary_with_cues_of_its_own, teaches_which_of_them_goes_with_hurt) {
    const Folder folder;
    const Finished finished = run(folder, "made_up_conditioning.toml");
    EXPECT_EQ(finished.code, 0) << finished.err;
    const fs::path out = folder.path() / "out/made_up_conditioning";
    EXPECT_EQ(names_in(out), diary_result_names);
    const auto rows = rows_of(out / "diary.csv");
    ASSERT_EQ(rows.size(), 3 * 4 * 44U);
    // The last of the 24 trials of training, cue by cue; what was predicted before the outcome was known.
    std::map<std::string, std::map<std::string, double>> trained;     // by person: of the paired cue, of the other
    std::map<std::string, std::map<std::string, double>> afterwards;  // by arm and person: of the paired cue, at last
    for (const auto& row : rows) {
        const std::string cue = row.at("tone") == "1" ? "tone" : "light";
        EXPECT_EQ(row.at("light"), cue == "light" ? "1" : "0");
        const int moment = std::stoi(row.at("moment"));
        EXPECT_EQ(row.at("room"), (moment > 24 && moment <= 42) ? "1" : "0");
        const bool paired = row.at("group") == cue;
        const double expected = std::stod(row.at("predicted"));
        if (moment == 1) {
            EXPECT_LT(expected, 0.05) << "nothing was learned before";
        }
        if (moment > 40 && paired) afterwards[row.at("arm")][row.at("person")] = expected;
        if (row.at("arm") == "as written" && moment <= 24) {
            trained[row.at("person")][paired ? "paired" : "other"] = expected;
        }
    }
    ASSERT_EQ(trained.size(), 4U);
    for (const auto& [person, expected] : trained) {
        EXPECT_GT(expected.at("paired"), 0.5) << person;
        EXPECT_LT(expected.at("other"), 0.3) << person;
        EXPECT_LT(afterwards["no-credit"][person], afterwards["as written"][person]) << person;
        EXPECT_LT(afterwards["all-revisable"][person], afterwards["no-credit"][person]) << person;
    }
}

TEST(slow_diary_run, goes_through_with_the_couples_of_campbell_and_kashy) {
    if (!fs::exists(scenarios / "../../shared/data/campbell_kashy_diary/diary.csv")) {
        GTEST_SKIP() << "not run: ../shared/data is not there";
    }
    const Folder folder;
    const Finished finished = run(folder, "campbell_kashy.toml", {"--persons", "16"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_EQ(names_in(folder.path() / "out/campbell_kashy"), diary_result_names);
    EXPECT_TRUE(has(finished.out, "Proxy, not a protective behaviour")) << finished.out;
    EXPECT_TRUE(has(content(folder.path() / "out/campbell_kashy/comparison.csv"), ",proxy,yes,1,"));
}

}  // namespace
}  // namespace nearness::test
