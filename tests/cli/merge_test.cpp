// `merge`: shards of an ensemble become the files of one run, to the byte, or say why not.
#include "program.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <netcdf>

namespace nearness::test {
namespace {

// Three of its nine persons are recorded, two encounters of them beat by beat.
std::string scenario() {
    std::string text = small_scenario(9);
    text.replace(text.find("\n[[chapter]]"), 1,
                 "\n[record]\npersons = 3\nbeats = [\"childhood:2\", \"together:5\"]\n\n");
    return text;
}

class Merge : public testing::Test {
protected:
    Merge() { folder_.write("life.toml", scenario()); }

    Finished program(std::vector<std::string> arguments) const {
        arguments.emplace_back("--quiet");
        return nearness(arguments, {.folder = folder_.path()});
    }
    void run(const std::string& out, const std::vector<std::string>& options = {}) const {
        std::vector<std::string> arguments = {"run", "life.toml", "--out", out};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = program(arguments);
        ASSERT_EQ(finished.code, 0) << finished.err;
    }
    // The same files with the same bytes.
    void expect_same(const std::string& some, const std::string& others, std::size_t count) const {
        const auto one = files_in(folder_.path() / some), other = files_in(folder_.path() / others);
        ASSERT_EQ(one.size(), count) << some;
        ASSERT_EQ(other.size(), count) << others;
        for (const auto& [name, bytes] : one) EXPECT_TRUE(bytes == other.at(name)) << name << " differs";
    }
    void expect_refused(const std::vector<std::string>& shards, int code, const std::vector<std::string>& words) const {
        std::vector<std::string> arguments = {"merge", "--out", "refused"};
        arguments.insert(arguments.end(), shards.begin(), shards.end());
        const Finished finished = program(arguments);
        EXPECT_EQ(finished.code, code) << finished.err;
        for (const std::string& word : words) EXPECT_TRUE(has(finished.err, word)) << word << "\n" << finished.err;
        EXPECT_FALSE(fs::exists(folder_.path() / "refused"));
    }
    const Folder& folder() const { return folder_; }

private:
    Folder folder_;
};

TEST_F(Merge, of_unequal_shards_in_any_order_is_one_run_to_the_byte) {
    const std::vector<std::string> options = {"--seed", "8", "--set", "memory.concentration=0.03"};
    const auto shard = [&](const std::string& range) {
        std::vector<std::string> all = options;
        all.insert(all.end(), {"--persons", range});
        run("shards/" + range, all);
    };
    run("whole", options);
    for (const char* range : {"1..1", "2..7", "8..9"}) shard(range);
    const Finished merged = program({"merge", "shards/8..9", "shards/1..1/run.nc", "shards/2..7", "--out", "merged"});
    EXPECT_EQ(merged.code, 0) << merged.err;
    EXPECT_EQ(merged.out, "");
    expect_same("whole", "merged", 4);
    EXPECT_GT(content(folder().path() / "merged/moments.csv").size(), 10000U);
}

TEST_F(Merge, of_some_shards_is_the_run_of_their_range_and_can_be_merged_again) {
    run("whole");
    run("some", {"--persons", "4..9"});
    for (const char* range : {"1..3", "4..5", "6..9"}) run(range, {"--persons", range});
    EXPECT_EQ(program({"merge", "6..9", "4..5", "--out", "last"}).code, 0);
    expect_same("some", "last", 4);
    EXPECT_EQ(program({"merge", "last", "1..3", "--out", "merged"}).code, 0);
    expect_same("whole", "merged", 4);
}

// Goals are counted in everybody, recorded or not.
TEST_F(Merge, of_shards_with_goals_is_one_run) {
    std::string text = scenario();
    text.replace(text.find("sessions = 2"), 12, "sessions = 2, until = { measure = \"trust\", above = 0.2 }");
    folder().write("life.toml", text);
    run("whole");
    for (const char* range : {"1..5", "6..9"}) run(range, {"--persons", range});
    EXPECT_EQ(program({"merge", "6..9", "1..5", "--out", "merged"}).code, 0);
    expect_same("whole", "merged", 4);
    EXPECT_TRUE(has(content(folder().path() / "merged/summary.json"), "\"goals\": ["));
}

TEST_F(Merge, of_a_diary_run_needs_the_diary_and_gives_all_six_files) {
    const fs::path scenarios = NEARNESS_SOURCE_DIR "/scenarios", diary = scenarios / "diaries/made_up.csv";
    const std::string life = (scenarios / "made_up_diary.toml").string();
    for (const char* range : {"1..4", "1..1", "2..4"}) {
        EXPECT_EQ(program({"run", life, "--persons", range, "--out", range}).code, 0);
    }
    EXPECT_TRUE(content(folder().path() / "2..4/diary.csv").find("made_up_1,") == std::string::npos);
    expect_refused({"2..4", "1..1"}, 64, {"E0001", "a diary drove this run", "--data FILE"});
    expect_refused({"2..4", "1..1", "--data", life}, 65, {"E0315", "not the diary that drove"});
    EXPECT_EQ(program({"merge", "2..4", "1..1", "--out", "merged", "--data", diary.string()}).code, 0);
    expect_same("1..4", "merged", 6);
}

TEST_F(Merge, of_a_diary_run_with_cues_of_its_own_is_the_one_run) {
    const fs::path scenarios = NEARNESS_SOURCE_DIR "/scenarios", diary = scenarios / "diaries/made_up_conditioning.csv";
    const std::string life = (scenarios / "made_up_conditioning.toml").string();
    for (const char* range : {"1..4", "1..1", "2..4"}) {
        EXPECT_EQ(program({"run", life, "--persons", range, "--out", range}).code, 0);
    }
    EXPECT_EQ(program({"merge", "2..4", "1..1", "--out", "merged", "--data", diary.string()}).code, 0);
    expect_same("1..4", "merged", 6);
}

TEST_F(Merge, says_every_gap_and_overlap_at_once) {
    for (const char* range : {"1..2", "4..6", "6..8", "9..9"}) run(range, {"--persons", range});
    expect_refused({"6..8", "4..6", "1..2", "9..9"}, 65,
                   {"persons 3..3 are missing", "--persons 3..3", "persons 6..6 are in 4..6/run.nc already"});
    expect_refused({"1..2", "1..2"}, 65, {"E0314", "persons 1..2 are in"});
}

TEST_F(Merge, of_shards_that_are_not_of_one_ensemble_says_in_what_they_differ) {
    run("first", {"--persons", "1..4"});
    run("seed", {"--persons", "5..6", "--seed", "9"});
    run("set", {"--persons", "7..8", "--set", "memory.concentration=0.04"});
    folder().write("life.toml", scenario() + "# a comment\n");
    run("text", {"--persons", "9..9"});
    expect_refused({"first", "seed", "set", "text"}, 65,
                   {"seed/run.nc  E0314", "another seed", "set/run.nc  E0314", "another settings (--set)",
                    "text/run.nc  E0314", "another scenario"});
}

TEST_F(Merge, looks_at_its_files_before_anything_else) {
    run("first", {"--persons", "1..4"});
    const std::string bytes = content(folder().path() / "first/run.nc");
    folder().write("cut.nc", bytes.substr(0, bytes.size() / 2));
    folder().write("empty.nc", "");
    expect_refused({"life.toml", "cut.nc", "empty.nc", "first"}, 65,
                   {"life.toml  E0311", "cut.nc  E0312", "empty.nc  E0311", "3 problems; nothing was merged"});
    expect_refused({"frst"}, 66, {"frst  E0301", "did you mean `first`?"});
    folder().write("other.nc", bytes);
    netCDF::NcFile((folder().path() / "other.nc").string(), netCDF::NcFile::write).putAtt("source", "nearness 9.0.0");
    expect_refused({"other.nc"}, 65, {"other.nc  E0313", "made by nearness 9."});
}

TEST_F(Merge, leaves_the_shards_alone) {
    run("first", {"--persons", "1..4"});
    run("rest", {"--persons", "5..9"});
    const Finished finished = program({"merge", "first", "rest", "--out", "first"});
    EXPECT_EQ(finished.code, 73) << finished.err;
    EXPECT_TRUE(has(finished.err, "one of the shards lies in this folder")) << finished.err;
}

TEST_F(Merge, of_shards_none_of_which_was_recorded_is_one_run) {
    run("some", {"--persons", "5..9"});
    for (const char* range : {"5..6", "7..9"}) run(range, {"--persons", range});
    EXPECT_EQ(program({"merge", "5..6", "7..9", "--out", "merged"}).code, 0);
    expect_same("some", "merged", 4);
    EXPECT_EQ(content(folder().path() / "merged/moments.csv").find('\n') + 1,
              content(folder().path() / "merged/moments.csv").size());
}

// Peak memory grows by what belongs to nobody in particular: a column of doubles, the index of the file.
TEST(long_large_runs, take_hardly_more_memory_than_small_ones) {
    const Folder folder;
    folder.write("short.toml", R"(
[[chapter]]
id = "short"
from = "20 years"
lasts = "2 weeks"
encounters = "1 per week"
with = { kind = "partner" }
)");
    const auto peak = [&](const char* persons) {
        const Finished finished =
            nearness({"run", "short.toml", "--quiet", "--persons", persons}, {.folder = folder.path()});
        EXPECT_EQ(finished.code, 0) << finished.err;
        rusage used{};
        ::getrusage(RUSAGE_CHILDREN, &used);  // the largest child so far
        return static_cast<double>(used.ru_maxrss) / 1024;
    };
    const double few = peak("2000"), many = peak("60000");
    EXPECT_LT(many - few, 6) << "MB; with few " << few;
}

}  // namespace
}  // namespace nearness::test
