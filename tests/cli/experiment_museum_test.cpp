// The museum of bad experiments, through the program: tests/museum/experiment/NAME.args holds the arguments of
// `nearness experiment`, one a line, or NAME.toml is the experiment; NAME.expected is what a user sees, to the letter. After
// a change of the messages, run with NEARNESS_UPDATE_SNAPSHOTS=1 and read the difference.
#include "nearness/base/problem.hpp"
#include "program.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <sstream>

namespace nearness::test {
namespace {

const fs::path room = NEARNESS_SOURCE_DIR "/tests/museum/experiment";

std::set<std::string> pieces() {
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(room)) names.insert(entry.path().stem().string());
    names.erase("usual");
    return names;
}

Finished run(const std::string& piece) {
    std::vector<std::string> arguments = {"experiment"};
    if (fs::exists(room / (piece + ".args"))) {
        std::istringstream lines(content(room / (piece + ".args")));
        for (std::string line; std::getline(lines, line);) arguments.push_back(line);
    } else {
        arguments.push_back(piece + ".toml");
    }
    return nearness(arguments, {.folder = room});
}

// The codes of a message, in its order.
std::vector<std::string> codes(const std::string& message) {
    std::vector<std::string> all;
    std::istringstream lines(message);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.starts_with("E0") ? 0 : line.find("  E0");
        if (at == std::string::npos || line.find("explain") != std::string::npos) continue;
        all.push_back(line.substr(at == 0 ? 0 : at + 2, 5));
    }
    return all;
}

TEST(the_museum, of_experiments_gets_its_messages_and_exit_codes_and_nothing_is_written) {
    const bool update = std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr;
    const auto before = names_in(room);
    ASSERT_GE(pieces().size(), 25U);
    std::set<std::string> seen;
    for (const std::string& name : pieces()) {
        const Finished finished = run(name);
        if (update) std::ofstream(room / (name + ".expected"), std::ios::binary) << finished.err;
        EXPECT_EQ(finished.err, content(room / (name + ".expected"))) << name;
        EXPECT_EQ(finished.out, "") << name;
        const std::vector<std::string> all = codes(finished.err);
        ASSERT_FALSE(all.empty()) << name << "\n" << finished.err;
        EXPECT_EQ(finished.code, static_cast<int>(find_in_catalogue(all.front())->exit)) << name;
        seen.insert(all.begin(), all.end());
    }
    if (!update) {
        EXPECT_EQ(names_in(room), before);
    }
    for (const CatalogueEntry& entry : catalogue()) {
        if (!entry.code.starts_with("E07")) continue;
        EXPECT_TRUE(seen.contains(std::string(entry.code))) << entry.code << " is shown by no piece";
    }
}

TEST(the_museum, of_experiments_has_nothing_against_the_usual_one) {
    const Finished finished = nearness({"experiment", "usual.toml"}, {.folder = room});
    EXPECT_EQ(finished.code, 0) << finished.err;
}

}  // namespace
}  // namespace nearness::test
