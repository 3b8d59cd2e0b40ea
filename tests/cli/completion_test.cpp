// Completion scripts and the manual: every verb and option that the program has is in them, bash completes, and what is
// installed is what the program says.
#include "nearness/base/problem.hpp"
#include "program.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>
#include <sstream>

namespace nearness::test {
namespace {

std::string said(const std::vector<std::string>& arguments) {
    const Finished finished = nearness(arguments, {});
    EXPECT_EQ(finished.code, 0) << finished.err;
    return finished.out;
}

// Words that begin with "  WORD" below a headline of the help, as CLI11 prints it.
std::set<std::string> below(const std::string& help, const std::string& headline) {
    std::set<std::string> words;
    std::istringstream lines(help.substr(std::min(help.find(headline), help.size())));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && !line.empty()) {
        if (!line.starts_with("  ") || line[2] == ' ') continue;
        std::string word = line.substr(2, line.find(' ', 2) - 2);
        if (const auto comma = word.find(','); comma != std::string::npos) word = word.substr(comma + 1);
        words.insert(word);
    }
    return words;
}

std::set<std::string> verbs() { return below(said({"--help"}), "Subcommands:"); }

// What bash offers for a line that ends in `words.back()`.
std::set<std::string> completed(const std::vector<std::string>& words) {
    std::string line = "source <(\"$PROGRAM\" completion bash); compopt() { :; }; COMP_WORDS=(nearness";
    for (const std::string& word : words) line += " '" + word + "'";
    line += "); COMP_CWORD=" + std::to_string(words.size()) + "; _nearness; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const char* other = std::getenv("NEARNESS_PROGRAM");
    ::setenv("PROGRAM", other == nullptr ? NEARNESS_PROGRAM : other, 1);
    ::setenv("LINE", line.c_str(), 1);
    std::FILE* pipe = ::popen("bash -c \"$LINE\"", "r");
    std::string out;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
    EXPECT_EQ(::pclose(pipe), 0) << line;
    std::set<std::string> offered;
    std::istringstream stream(out);
    for (std::string word; std::getline(stream, word);) offered.insert(word);
    offered.erase("");
    return offered;
}

using Words = std::set<std::string>;

TEST(completion, of_every_shell_and_the_manual_have_every_verb_and_option) {
    ASSERT_TRUE(verbs().contains("run") && verbs().contains("completion"));
    const std::string manual = said({"man"});
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const std::string script = said({"completion", shell});
        for (const std::string& verb : verbs()) {
            EXPECT_TRUE(has(script, verb)) << shell << " " << verb;
            EXPECT_TRUE(has(manual, ".SS \"nearness " + verb + "\"")) << verb;
            for (const std::string& option : below(said({verb, "--help"}), "Options:")) {
                const std::string spelled = std::string(shell) == "fish" ? "-l " + option.substr(2) : option;
                EXPECT_TRUE(has(script, spelled)) << shell << " " << verb << " " << option;
                std::string in_roff;
                for (const char c : option) in_roff += c == '-' ? std::string("\\-") : std::string(1, c);
                EXPECT_TRUE(has(manual, in_roff)) << verb << " " << option;
            }
        }
    }
    for (const CatalogueEntry& entry : catalogue()) {
        EXPECT_TRUE(has(manual, "\\fB" + std::to_string(static_cast<int>(entry.exit)) + "\\fR\n")) << entry.code;
    }
}

TEST(completion, in_bash_offers_verbs_options_and_names) {
    Words all = verbs();
    all.insert({"--help", "--version"});
    EXPECT_EQ(completed({""}), all);
    EXPECT_EQ(completed({"expl"}), (Words{"explain"}));
    EXPECT_EQ(completed({"experiment", "--learner", "resc"}), (Words{"rescorla-wagner"}));
    EXPECT_EQ(completed({"experiment", "--spread", "sali"}), (Words{"salience="}));
    EXPECT_EQ(completed({"run", "--pe"}), (Words{"--persons"}));
    EXPECT_EQ(completed({"run", "--set", "memory.conc"}), (Words{"memory.concentration="}));
    EXPECT_EQ(completed({"describe", "bond"}), (Words{"bond", "bond.need_rate"}));
    EXPECT_EQ(completed({"explain", "E0103"}), (Words{"E0103"}));
    EXPECT_EQ(completed({"evidence", "skin-conductance-a"}), (Words{"skin-conductance-avoidance"}));
    EXPECT_EQ(completed({"scenarios", "c"}), (Words{"copy"}));
    EXPECT_EQ(completed({"scenarios", "copy", "ess"}), (Words{"essay"}));
    EXPECT_EQ(completed({"new", "mine", "--from", "nine"}), (Words{"nine_arms"}));
    EXPECT_EQ(completed({"completion", ""}), (Words{"bash", "fish", "zsh"}));
    EXPECT_EQ(completed({"run", "--seed", ""}), Words{});
    EXPECT_EQ(completed({"run", NEARNESS_SOURCE_DIR "/READ"}), (Words{NEARNESS_SOURCE_DIR "/README.md"}));
}

TEST(completion, for_a_shell_that_is_not_known_is_refused) {
    const Finished finished = nearness({"completion", "fisch"}, {});
    EXPECT_EQ(finished.code, 64);
    EXPECT_TRUE(has(finished.err, "did you mean `fish`?")) << finished.err;
}

}  // namespace
}  // namespace nearness::test
