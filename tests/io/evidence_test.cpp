// The evidence: that the shipped rows are sound, that those without a source are printed nowhere, and what a wrong file is
// told (tests/museum/evidence; NEARNESS_UPDATE_SNAPSHOTS=1 rewrites it).
#include "nearness/io/evidence.hpp"

#include "nearness/io/embedded_file.hpp"
#include "nearness/io/evidence_file.hpp"

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

const std::string root = NEARNESS_SOURCE_DIR "/";

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool holds(const std::vector<int>& claims, int claim) {
    return std::find(claims.begin(), claims.end(), claim) != claims.end();
}

std::string row_text(const std::string& id, const std::string& more = "") {
    return "[[row]]\nid = \"" + id +
           "\"\nstatement = \"So it is.\"\ndesign = \"diary\"\ngrade = \"B\"\nflag = \"mixed\"\nsource = \"Somebody "
           "2020\"\n" +
           more;
}

std::vector<Evidence> parsed(const std::string& rows) {
    return parse_evidence({{"made_up.toml", "theme = \"Made up\"\n" + rows}});
}

std::string message_for(const std::vector<TextFile>& files) {
    try {
        parse_evidence(files);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no problem\n";
}

TEST(evidence, is_the_folder_file_by_file) {
    std::set<std::string> there, carried;
    for (const fs::directory_entry& entry : fs::directory_iterator(root + "evidence")) {
        there.insert(entry.path().filename().string());
    }
    for (const EmbeddedFile& file : evidence_files()) {
        carried.emplace(file.path);
        EXPECT_EQ(file.text, content(root + "evidence/" + std::string(file.path)));
    }
    EXPECT_EQ(carried, there);
}

TEST(evidence, has_only_sound_rows_with_a_sentence_and_a_source) {
    EXPECT_GE(evidence().size(), 90U);
    std::set<std::string> ids, themes;
    for (const std::vector<Evidence>* rows : {&evidence(), &unverified_evidence()}) {
        for (const Evidence& row : *rows) {
            EXPECT_TRUE(ids.insert(row.id).second) << row.id;
            EXPECT_TRUE(row.statement.ends_with('.')) << row.id;
            EXPECT_LE(row.statement.size(), 150U) << row.id << " is too long to stand beside a figure";
            EXPECT_FALSE(row.source.empty()) << row.id;
            EXPECT_EQ(number_of(row).empty(), !row.value && !row.range) << row.id;
            themes.insert(row.theme);
        }
    }
    EXPECT_EQ(themes.size(), evidence_files().size());
}

TEST(evidence, without_a_source_is_never_among_what_is_printed) {
    ASSERT_FALSE(unverified_evidence().empty());
    for (const Evidence& row : unverified_evidence()) {
        EXPECT_TRUE(row.verify) << row.id;
        EXPECT_EQ(find_evidence(row.id), nullptr) << row.id;
    }
    for (const Evidence& row : evidence()) {
        EXPECT_FALSE(row.verify) << row.id;
        EXPECT_EQ(row.source.find("not named"), std::string::npos) << row.id;
        EXPECT_EQ(find_evidence(row.id), &row);
        for (int claim = 1; claim <= claims; ++claim) {
            for (const Evidence* one : evidence_on(claim)) EXPECT_FALSE(one->verify) << one->id;
        }
    }
    const std::string page = content(root + "docs/guide/evidence.md");
    for (const Evidence& row : unverified_evidence()) {
        EXPECT_EQ(page.find("`" + row.id + "`"), std::string::npos) << row.id;
        EXPECT_EQ(page.find(row.statement), std::string::npos) << row.id;
    }
    for (const Evidence& row : evidence()) EXPECT_NE(page.find("`" + row.id + "` " + row.statement), std::string::npos);
}

TEST(evidence, of_a_claim_is_every_row_that_names_it) {
    std::size_t named = 0, found = 0;
    for (const Evidence& row : evidence()) named += row.supports.size() + row.contests.size() + row.concerns.size();
    for (int claim = 1; claim <= claims; ++claim) {
        for (const Evidence* row : evidence_on(claim)) {
            ++found;
            EXPECT_TRUE(holds(row->supports, claim) || holds(row->contests, claim) || holds(row->concerns, claim));
        }
    }
    EXPECT_EQ(found, named);
    EXPECT_TRUE(evidence_on(0).empty());
    EXPECT_TRUE(evidence_on(claims + 1).empty());
}

// Claims whose own flag is ○, and those whose flag is ☆.
TEST(evidence, against_a_contested_claim_is_there_and_for_a_novel_one_is_not) {
    for (const int claim : {2, 9, 20, 42}) {
        const auto rows = evidence_on(claim);
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Evidence* row) {
            return holds(row->contests, claim) && row->flag == Flag::contested;
        })) << claim;
    }
    for (const int claim : {5, 25}) {
        EXPECT_FALSE(evidence_on(claim).empty());
        for (const Evidence* row : evidence_on(claim)) EXPECT_EQ(row->flag, Flag::novel) << row->id;
    }
}

TEST(evidence, keeps_every_key_of_a_row) {
    const Evidence row = parsed(row_text("a-row",
                                         "note = \"N.\"\nvalue = -0.08\ninterval = [-0.28, 0.12]\nmeasure = \"SMD\"\n"
                                         "people = 719\nstudies = 8\nkey = \"somebody2020\"\nsupports = [20, 33]\n"
                                         "contests = [1]\nverify = true\n"))
                             .front();
    EXPECT_EQ(row.id, "a-row");
    EXPECT_EQ(row.theme, "Made up");
    EXPECT_EQ(row.note, "N.");
    EXPECT_EQ(row.value, -0.08);
    EXPECT_EQ(row.interval->low, -0.28);
    EXPECT_EQ(row.interval->high, 0.12);
    EXPECT_EQ(row.design, "diary");
    EXPECT_EQ(row.grade, "B");
    EXPECT_EQ(row.flag, Flag::mixed);
    EXPECT_EQ(row.source, "Somebody 2020");
    EXPECT_EQ(row.key, "somebody2020");
    EXPECT_EQ(row.supports, (std::vector<int>{20, 33}));
    EXPECT_EQ(row.contests, std::vector<int>{1});
    EXPECT_TRUE(row.verify);
    EXPECT_EQ(number_of(row), "SMD −0.08 (−0.28 to 0.12)");
    EXPECT_EQ(sample_of(row), "8 studies, N 719");
}

TEST(evidence, writes_effects_with_two_decimals_and_amounts_as_they_are) {
    const auto number = [](const std::string& more) { return number_of(parsed(row_text("a-row", more)).front()); };
    EXPECT_EQ(number("value = 0.2\nmeasure = \"r\"\n"), "r 0.20");
    EXPECT_EQ(number("range = [13, 18]\nmeasure = \"sessions\"\n"), "13 to 18 sessions");
    EXPECT_EQ(number("range = [3.1, 5]\nmeasure = \"s\"\n"), "3.1 to 5 s");
    EXPECT_EQ(number("value = 75\nmeasure = \"%\"\n"), "75 %");
    EXPECT_EQ(number(""), "");
    EXPECT_EQ(sample_of(parsed(row_text("a-row", "couples = 1800\nstudies = 1\n")).front()), "1 study, 1,800 couples");
}

TEST(evidence, of_several_files_shares_no_id_and_all_problems_are_said_at_once) {
    const std::string theme = "theme = \"One\"\n";
    const std::string message =
        message_for({{"one.toml", theme + row_text("a-row")},
                     {"two.toml", theme + row_text("a-row") + row_text("b-row", "colour = 3\n")}});
    EXPECT_NE(message.find("two.toml:3:6  E0406  a second row `a-row`"), std::string::npos) << message;
    EXPECT_NE(message.find("the first is at one.toml:3"), std::string::npos) << message;
    EXPECT_NE(message.find("two.toml:16:1  E0403  unknown key `colour`"), std::string::npos) << message;
    EXPECT_EQ(message_for({{"one.toml", theme + row_text("a-row")}, {"two.toml", theme + row_text("b-row")}}),
              "no problem\n");
}

TEST(EvidenceMuseum, every_piece_gets_exactly_its_message_and_every_code_has_a_piece) {
    const bool update = std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr;
    std::string all;
    int pieces = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(root + "tests/museum/evidence")) {
        fs::path path = entry.path();
        if (path.extension() != ".toml") continue;
        ++pieces;
        const std::string message = message_for({{path.filename().string(), content(path)}});
        all += message;
        EXPECT_NE(message, "no problem\n") << path;
        path.replace_extension(".expected");
        if (update) std::ofstream(path, std::ios::binary) << message;
        EXPECT_EQ(message, content(path)) << path;
    }
    EXPECT_GE(pieces, 10);
    for (const CatalogueEntry& entry : catalogue()) {
        if (!entry.code.starts_with("E04")) continue;
        EXPECT_NE(all.find("  " + std::string(entry.code) + "  "), std::string::npos) << entry.code;
    }
}

}  // namespace
}  // namespace nearness::io
