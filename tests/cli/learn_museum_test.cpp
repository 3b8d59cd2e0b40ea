// The museum of bad trials, through the program: tests/museum/trials/NAME.args holds the arguments of `nearness learn`, one a
// line, NAME.csv or else usual.csv the trials, NAME.expected what a user sees, to the letter. After a change of the
// messages, run with NEARNESS_UPDATE_SNAPSHOTS=1 and read the difference.
#include "nearness/base/problem.hpp"
#include "program.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <sstream>

namespace nearness::test {
namespace {

const fs::path room = NEARNESS_SOURCE_DIR "/tests/museum/trials";

std::vector<std::string> pieces() {
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(room)) {
        if (entry.path().extension() == ".args") names.insert(entry.path().stem().string());
    }
    return {names.begin(), names.end()};
}

Finished run(const std::string& piece) {
    std::vector<std::string> arguments = {"learn"};
    bool named = piece == "no_trials_named";
    std::istringstream lines(content(room / (piece + ".args")));
    for (std::string line; std::getline(lines, line);) {
        arguments.push_back(line);
        named = named || line == "--trials";
    }
    if (!named) {
        arguments.emplace_back("--trials");
        arguments.push_back(fs::exists(room / (piece + ".csv")) ? piece + ".csv" : "usual.csv");
    }
    return nearness(arguments, {.folder = room});
}

// The code of the first error in a message.
std::string first_code(const std::string& message) {
    const std::size_t at = message.find("  E0");
    return message.starts_with("E0") ? message.substr(0, 5) : at == message.npos ? "" : message.substr(at + 2, 5);
}

TEST(the_museum, of_trials_gets_its_messages_and_exit_codes_and_nothing_is_written) {
    const bool update = std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr;
    const auto before = names_in(room);
    const std::string usual = content(room / "usual.csv");
    ASSERT_GE(pieces().size(), 30U);
    for (const std::string& name : pieces()) {
        const Finished finished = run(name);
        if (update) std::ofstream(room / (name + ".expected"), std::ios::binary) << finished.err;
        EXPECT_EQ(finished.err, content(room / (name + ".expected"))) << name;
        EXPECT_EQ(finished.out, "") << name;
        const CatalogueEntry* entry = find_in_catalogue(first_code(finished.err));
        ASSERT_NE(entry, nullptr) << name << "\n" << finished.err;
        EXPECT_EQ(finished.code, static_cast<int>(entry->exit)) << name;
    }
    if (!update) {
        EXPECT_EQ(names_in(room), before);
    }
    EXPECT_EQ(content(room / "usual.csv"), usual);
}

TEST(the_museum, of_trials_shows_every_code_of_trials) {
    std::string all;
    for (const std::string& name : pieces()) all += run(name).err;
    for (const CatalogueEntry& entry : catalogue()) {
        const std::string code(entry.code);
        if (code.starts_with("E06")) {
            EXPECT_TRUE(has(all, code + "  ")) << code << " is shown by no piece";
        }
    }
}

TEST(the_museum, the_usual_trials_have_no_problem) {
    const Finished finished =
        nearness({"learn", "--model", "rescorla-wagner", "--trials", "usual.csv", "--quiet"}, {.folder = room});
    EXPECT_EQ(finished.code, 0);
    EXPECT_EQ(finished.err, "");
    EXPECT_TRUE(finished.out.starts_with("subject,trial,prediction,response\np1,1,0,0\n")) << finished.out;
}

}  // namespace
}  // namespace nearness::test
