// The museum of bad scenarios: tests/museum/scenario/NAME.expected is, to the letter, what a user sees for NAME.toml.
// After a change of the messages, run with NEARNESS_UPDATE_SNAPSHOTS=1 and read the difference.
#include "nearness/io/scenario_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string message_for(const std::string& path, const Overrides& overrides = {}) {
    try {
        read_scenario(path, overrides);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no problem\n";
}

// The first line in which two texts differ, since whole messages side by side are hard to compare.
std::string first_difference(const std::string& expected, const std::string& message) {
    std::istringstream left(expected), right(message);
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(left, a));
        const bool more_b = static_cast<bool>(std::getline(right, b));
        if (!more_a && !more_b) return "line ends differ";
        if (more_a != more_b || a != b) {
            return "line " + std::to_string(line) + "\n  expected: " + (more_a ? a : "(nothing)") +
                   "\n  but got:  " + (more_b ? b : "(nothing)");
        }
    }
}

// Messages show paths as the user wrote them: relative ones here, so that they are the same on every machine.
class ScenarioMuseum : public testing::Test {
protected:
    void SetUp() override { fs::current_path(NEARNESS_SOURCE_DIR "/tests/museum/scenario"); }
    void TearDown() override { fs::current_path(before_); }

    static std::set<std::string> pieces() {
        std::set<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(".")) names.insert(entry.path().stem().string());
        return names;
    }

private:
    fs::path before_ = fs::current_path();
};

TEST_F(ScenarioMuseum, every_piece_gets_exactly_its_message) {
    const bool update = std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr;
    ASSERT_GE(pieces().size(), 85U);
    for (const std::string& name : pieces()) {
        const std::string message = message_for(name + ".toml");
        if (update) std::ofstream(name + ".expected", std::ios::binary) << message;
        const std::string expected = content(name + ".expected");
        EXPECT_TRUE(message == expected) << name << ", " << first_difference(expected, message);
        EXPECT_NE(message, "no problem\n") << name << " belongs to the good ones";
    }
}

TEST_F(ScenarioMuseum, every_code_of_scenarios_has_a_piece) {
    std::string all;
    for (const std::string& name : pieces()) all += message_for(name + ".toml");
    for (const CatalogueEntry& entry : catalogue()) {
        const std::string code(entry.code);
        if (!code.starts_with("E01")) continue;
        EXPECT_NE(all.find("  " + code + "  "), std::string::npos) << code << " is shown by no piece";
    }
}

TEST_F(ScenarioMuseum, a_missing_file_is_named_with_one_that_looks_like_it) {
    const std::string message = message_for("emty.toml");
    EXPECT_NE(message.find("E0301"), std::string::npos) << message;
    EXPECT_NE(message.find("`empty.toml`"), std::string::npos) << message;
}

}  // namespace
}  // namespace nearness::io
