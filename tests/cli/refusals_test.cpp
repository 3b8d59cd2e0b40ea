// What the program says and which exit code it leaves when something is wrong; `check`, `explain` and the rest.
#include "nearness/base/problem.hpp"
#include "nearness/version.hpp"
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::test {
namespace {

constexpr const char* three_problems = R"(persons = 0
[parameters]
memory.concentraton = 0.05
[[chapter]]
id = "childhood"
from = "6 months"
until = 16
)";

class Refusals : public testing::Test {
protected:
    Refusals() {
        folder_.write("small.toml", small_scenario());
        folder_.write("bad.toml", three_problems);
    }
    Finished program(const std::vector<std::string>& arguments) const {
        return nearness(arguments, {.folder = folder_.path()});
    }
    // Refused with this code and these words, printing and writing nothing.
    void expect_refused(const std::vector<std::string>& arguments, int code, const std::vector<std::string>& words) {
        const Finished finished = program(arguments);
        const std::string what = testing::PrintToString(arguments) + "\n" + finished.err;
        EXPECT_EQ(finished.code, code) << what;
        EXPECT_EQ(finished.out, "") << what;
        for (const std::string& word : words) EXPECT_TRUE(has(finished.err, word)) << word << " is missing: " << what;
        EXPECT_EQ(names_in(folder_.path()), (std::vector<std::string>{"bad.toml", "small.toml"})) << what;
    }
    const fs::path& folder() const { return folder_.path(); }

private:
    Folder folder_;
};

TEST_F(Refusals, check_says_that_a_good_file_is_good) {
    const Finished finished = program({"check", "small.toml"});
    EXPECT_EQ(finished.code, 0);
    EXPECT_TRUE(has(finished.out, "small.toml: good. 3 chapters, 2 arms, 4 persons")) << finished.out;
    EXPECT_EQ(program({"check", "small.toml", "--quiet"}).out, "");
    const auto json = nlohmann::json::parse(program({"check", "small.toml", "--json", "--persons", "5"}).out);
    EXPECT_EQ(json["good"], true);
    EXPECT_EQ(json["persons"], 5);
    EXPECT_EQ(json["arms"], 2);
    EXPECT_FALSE(fs::exists(folder() / "out"));
}

TEST_F(Refusals, check_and_run_say_every_problem_of_a_file_at_once) {
    for (const char* verb : {"check", "run"}) {
        expect_refused({verb, "bad.toml"}, 78,
                       {"bad.toml:1:11  E0106", "bad.toml:3:8  E0103", "did you mean `memory.concentration`?",
                        "bad.toml:7:9  E0104", "3 problems; nothing was run"});
    }
}

TEST_F(Refusals, a_bad_set_is_a_matter_of_the_command_line) {
    expect_refused({"run", "small.toml", "--set", "nonsense"}, 64, {"E0002", "key=value"});
    expect_refused({"run", "small.toml", "--set", "memory.concentraton=0.05"}, 64,
                   {"E0002", "did you mean `memory.concentration`?"});
    expect_refused({"check", "small.toml", "--set", "memory.concentration=much", "--set", "togehter.lasts=\"1 year\""},
                   64, {"--set memory.concentration=much  E0002", "--set togehter.lasts", "2 problems"});
    expect_refused({"run", "small.toml", "--set", "together.lasts=3"}, 64, {"E0002"});
    expect_refused({"run", "small.toml", "--set"}, 64, {"E0001"});
}

TEST_F(Refusals, a_command_line_that_is_not_understood_ends_with_64) {
    expect_refused({}, 64, {"E0001", "nearness --help"});
    expect_refused({"chek", "small.toml"}, 64, {"there is no verb `chek`", "did you mean `check`?"});
    expect_refused({"run"}, 64, {"FILE is required"});
    expect_refused({"run", "small.toml", "--person", "3"}, 64, {"no option `--person`", "did you mean `--persons`?"});
    expect_refused({"check", "small.toml", "--dry-run"}, 64, {"`nearness check` has no option `--dry-run`"});
    expect_refused({"run", "small.toml", "-q"}, 64, {"-q"});
    expect_refused({"run", "small.toml", "bad.toml"}, 64, {"bad.toml"});
    expect_refused({"run", "small.toml", "--out=", "--quiet"}, 64, {"`--out=` lacks its value"});
    expect_refused({"run", "small.toml", "--out"}, 64, {"--out"});
    for (const char* threads : {"0", "-1", "1.5", "many", "1025"}) {
        expect_refused({"run", "small.toml", "--threads", threads}, 64, {"--threads", threads});
    }
    for (const char* number : {"-1", "1e3", "0x1F", "", " 7", "18446744073709551616", "nan"}) {
        expect_refused({"run", "small.toml", "--seed", number}, 64, {"E0001"});
    }
    expect_refused({"run", "small.toml", "--seed", "x", "--persons", "0"}, 64,
                   {"--seed is `x`, which is not a whole number from 0 to 18446744073709551615",
                    "--persons is `0`, which is not a whole number from 1 to 4000000", "2 problems"});
}

TEST_F(Refusals, a_range_of_persons_is_two_numbers_in_order) {
    for (const char* range :
         {"3..", "..3", "..", "1...3", "0..3", "-1..3", "1..2..3", "a..b", "1 .. 3", "1..4000001"}) {
        expect_refused({"run", "small.toml", "--persons", range}, 64,
                       {std::string("--persons is `") + range + "`, which is not a range of persons from 1 to 4000000",
                        "for example 1001..2000"});
    }
    expect_refused({"run", "small.toml", "--persons", "9..3"}, 64, {"did you mean 3..9?"});
    const Finished good = program({"run", "small.toml", "--persons", "1001..2000", "--dry-run"});
    EXPECT_TRUE(has(good.out, "1,000 persons (number 1,001 to 2,000 of a larger ensemble)")) << good.out;
    EXPECT_EQ(nlohmann::json::parse(program({"check", "small.toml", "--json", "--persons", "7..9"}).out)["persons"], 3);
    const std::string diary = NEARNESS_SOURCE_DIR "/scenarios/made_up_diary.toml";
    expect_refused({"run", diary, "--persons", "5..6"}, 64, {"persons 5 to 6, but the diary has 4"});
    expect_refused(
        {"run", diary, "--persons", "4..9"}, 64,
        {"E0001  --persons asks for persons 4 to 9, but the diary has 4", "accepted: 1 to 4, or a range within 1..4"});
    expect_refused({"check", diary, "--persons", "100"}, 64, {"--persons asks for 100 persons, but the diary has 4"});
}

TEST_F(Refusals, merge_and_rerun_need_their_files) {
    expect_refused({"merge", "--out", "there"}, 64, {"SHARD"});
    expect_refused({"merge", "small.toml"}, 64, {"--out"});
    expect_refused({"merge", "small.toml", "--out", "there"}, 65, {"small.toml  E0311", "not a NetCDF-4 file"});
    expect_refused({"merge", "small.tml", "--out", "there"}, 66, {"small.tml  E0301", "did you mean `small.toml`?"});
    expect_refused({"rerun"}, 64, {"RUN is required"});
    expect_refused({"rerun", "small.toml"}, 65, {"small.toml  E0311"});
    expect_refused({"rerun", "."}, 66, {"run.nc  E0301"});
}

TEST_F(Refusals, explain_explains_every_error_of_the_catalogue) {
    const std::string all = program({"explain"}).out;
    for (const CatalogueEntry& entry : catalogue()) {
        const Finished finished = program({"explain", std::string(entry.code)});
        EXPECT_EQ(finished.code, 0);
        EXPECT_TRUE(finished.out.starts_with(std::string(entry.code) + "  " + std::string(entry.title)));
        EXPECT_TRUE(has(finished.out, "exit code " + std::to_string(static_cast<int>(entry.exit))));
        EXPECT_GT(entry.explanation.size(), 40U) << entry.code;
        EXPECT_TRUE(finished.out.ends_with(entry.explanation)) << entry.code;
        EXPECT_TRUE(has(all, std::string(entry.code) + "  " + std::string(entry.title) + "\n")) << entry.code;
    }
    EXPECT_EQ(static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')), catalogue().size());
    EXPECT_EQ(program({"explain", "e0103"}).out, program({"explain", "E0103"}).out);
    expect_refused({"explain", "E0193"}, 64, {"there is no error `E0193`", "did you mean `E01"});
    expect_refused({"explain", ""}, 64, {"E0001"});
}

TEST_F(Refusals, version_and_help_are_said_and_succeed) {
    const Finished version = program({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_TRUE(version.out.starts_with("nearness " + std::string(nearness::version) + " (build ")) << version.out;
    const Finished help = program({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const char* word : {"run", "check", "explain", "no diagnosis, no advice"}) {
        EXPECT_TRUE(has(help.out, word)) << word << "\n" << help.out;
    }
    for (const char* option :
         {"--seed", "--threads", "--persons", "--set", "--out", "--quiet", "--json", "--dry-run"}) {
        EXPECT_TRUE(has(program({"run", "--help"}).out, option)) << option;
    }
}

TEST_F(Refusals, an_input_that_is_not_there_ends_with_66) {
    expect_refused({"run", "smal.toml"}, 66, {"smal.toml  E0301", "did you mean `small.toml`?"});
    expect_refused({"check", "no such é.toml"}, 66, {"no such é.toml  E0301"});
    expect_refused({"run", "."}, 66, {".  E0301", "folder"});
}

TEST_F(Refusals, an_output_that_cannot_be_made_ends_with_73_before_anything_is_run) {
    for (const char* out : {"small.toml", "small.toml/below", "/dev/null/below", "/proc/below"}) {
        const Finished finished = program({"run", "small.toml", "--quiet", "--out", out});
        EXPECT_EQ(finished.code, 73) << out;
        EXPECT_TRUE(has(finished.err, std::string(out) + "  E0304")) << finished.err;
        EXPECT_EQ(names_in(folder()), (std::vector<std::string>{"bad.toml", "small.toml"}));
    }
    EXPECT_EQ(content(folder() / "small.toml"), small_scenario());
}

TEST_F(Refusals, folders_made_on_the_way_to_one_that_cannot_be_made_go_again) {
    const std::string too_long(300, 'x');
    EXPECT_EQ(program({"run", "small.toml", "--quiet", "--out", "new/newer/" + too_long}).code, 73);
    EXPECT_FALSE(fs::exists(folder() / "new"));
}

TEST_F(Refusals, a_folder_in_the_place_of_a_result_is_seen_before_old_results_are_replaced) {
    fs::create_directories(folder() / "out/small/moments.csv");
    const Finished finished = program({"run", "small.toml", "--quiet"});
    EXPECT_EQ(finished.code, 73);
    EXPECT_TRUE(has(finished.err, "moments.csv  E0304")) << finished.err;
    EXPECT_EQ(names_in(folder() / "out/small"), (std::vector<std::string>{"moments.csv"}));
}

}  // namespace
}  // namespace nearness::test
