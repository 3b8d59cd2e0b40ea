// The museum of bad diaries and mappings: tests/museum/diary/NAME.expected is, to the letter, what a user sees for
// NAME.csv and NAME.toml; `usual.csv` or `usual.toml` stands in for the one that is not there. After a change of the
// messages, run with NEARNESS_UPDATE_SNAPSHOTS=1 and read the difference.
#include "nearness/io/diary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> known_cues = {"closeness", "attention", "vulnerability", "seen", "conflict",
                                             "steady",    "setting",   "who_1",         "who_2"};

std::string message_for(const std::string& name) {
    const auto exists_or_usual = [&](const std::string& suffix) {
        return fs::exists(name + suffix) ? name + suffix : "usual" + suffix;
    };
    try {
        read_diary(exists_or_usual(".csv"), exists_or_usual(".toml"), known_cues);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no problem\n";
}

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Messages show paths as the user wrote them: relative ones here, so that they are the same on every machine.
class DiaryMuseum : public testing::Test {
protected:
    void SetUp() override { fs::current_path(NEARNESS_SOURCE_DIR "/tests/museum/diary"); }
    void TearDown() override { fs::current_path(before_); }

    std::vector<std::string> pieces() const {
        std::set<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(".")) {
            if (entry.path().stem() != "usual") names.insert(entry.path().stem().string());
        }
        return {names.begin(), names.end()};
    }

private:
    fs::path before_ = fs::current_path();
};

TEST_F(DiaryMuseum, every_piece_gets_exactly_its_message) {
    const bool update = std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr;
    ASSERT_GE(pieces().size(), 35U);
    for (const std::string& name : pieces()) {
        const std::string message = message_for(name);
        if (update) std::ofstream(name + ".expected", std::ios::binary) << message;
        EXPECT_EQ(message, content(name + ".expected")) << name;
    }
}

TEST_F(DiaryMuseum, the_usual_pair_has_no_problem) { EXPECT_EQ(message_for("usual"), "no problem\n"); }

TEST_F(DiaryMuseum, every_code_of_diaries_and_files_has_a_piece) {
    std::string all;
    for (const std::string& name : pieces()) all += message_for(name);
    all += message_for("no such");
    for (const CatalogueEntry& entry : catalogue()) {
        const std::string code(entry.code);
        if (!code.starts_with("E02") && code != "E0302" && code != "E0303") continue;
        EXPECT_NE(all.find("  " + code + "  "), std::string::npos) << code << " is shown by no piece";
    }
}

TEST_F(DiaryMuseum, configuration_and_data_problems_have_their_own_exit_codes) {
    const auto exit_of = [](const char* diary, const char* mapping) {
        try {
            read_diary(diary, mapping, known_cues);
        } catch (const InputError& error) {
            return error.exit();
        }
        return Exit::good;
    };
    EXPECT_EQ(exit_of("usual.csv", "unknown_cue.toml"), Exit::configuration);
    EXPECT_EQ(exit_of("unsorted.csv", "usual.toml"), Exit::data);
    EXPECT_EQ(exit_of("no such diary.csv", "usual.toml"), Exit::no_input);
}

}  // namespace
}  // namespace nearness::io
