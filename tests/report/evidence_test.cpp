// Marks beside figures, and the list of evidence they link to: what is printed is a row, and a verified one.
#include "nearness/report/evidence.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/report/rests_on.hpp"
#include "nearness/therapy/therapy.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace nearness::test {
namespace {

namespace fs = std::filesystem;
using report::flags_html;

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The words in quotes between `opening` and the next closing brace, wherever `opening` occurs.
std::vector<std::string> words_after(const std::string& text, const std::string& opening) {
    static const std::regex word("\"([^\"]*)\"");
    std::vector<std::string> words;
    for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const std::string list = text.substr(at + opening.size(), text.find('}', at) - at - opening.size());
        for (std::sregex_iterator one(list.begin(), list.end(), word), end; one != end; ++one)
            words.push_back((*one)[1]);
    }
    return words;
}

TEST(report_evidence, beside_a_figure_is_a_mark_a_statement_its_number_and_a_link) {
    const std::string html = flags_html({"psychoeducation-alone", "instructed-reversal"});
    EXPECT_EQ(
        html,
        "<ul class=\"marks\">\n"
        "<li><span class=\"mark\" role=\"img\" aria-label=\"mixed or thin\">◐</span>Information alone does not "
        "lessen symptoms of trauma: the interval spans zero. SMD −0.08 (−0.28 to 0.12). "
        "<a href=\"#evidence-psychoeducation-alone\"><code>psychoeducation-alone</code></a></li>\n"
        "<li><span class=\"mark\" role=\"img\" aria-label=\"contested\">○</span>Being told that danger and safety "
        "have changed places overrides ratings, skin conductance and startle at once. "
        "<a href=\"#evidence-instructed-reversal\"><code>instructed-reversal</code></a></li>\n</ul>\n");
    EXPECT_EQ(flags_html({}), "");
}

TEST(report_evidence, that_is_not_there_or_has_no_source_is_a_fault_of_ours_and_not_printed) {
    EXPECT_THROW(flags_html({"psychoeducation"}), Bug);
    for (const io::Evidence& row : io::unverified_evidence()) EXPECT_THROW(flags_html({row.id}), Bug) << row.id;
    EXPECT_THROW(report::rows_html({"psychoeducation-alone", "nothing"}), Bug);
}

TEST(report_evidence, names_rows_with_number_and_source) {
    EXPECT_EQ(report::rows_html({"maltreatment-avoidance", "support-curve"}),
              "<a href=\"#evidence-maltreatment-avoidance\"><code>maltreatment-avoidance</code></a> (r 0.20, Sage "
              "15248380261455767); <a href=\"#evidence-support-curve\"><code>support-curve</code></a> (Girme 2015)");
}

TEST(report_evidence, of_a_therapy_has_the_mark_of_its_first_row) {
    ASSERT_EQ(report::therapy_evidence.size(), therapy::names.size());
    for (const report::TherapyEvidence& one : report::therapy_evidence) {
        const io::Evidence* row = io::find_evidence(one.rows.front());
        ASSERT_NE(row, nullptr) << one.says;
        EXPECT_EQ(report::mark_of(row->flag).mark, one.grade.mark) << one.says;
        EXPECT_NE(report::rows_html(one.rows), "");
    }
}

// Ids in the code are text; here is where a mistyped one is found, whether or not a page of these tests prints it. Those of
// therapies are tried above, those of the notes on every page.
TEST(report_evidence, that_any_figure_names_is_there) {
    EXPECT_EQ(words_after("x += flags_html({\"one\",\n  \"two\"}); flags_html({\"three\"})", "flags_html({"),
              (std::vector<std::string>{"one", "two", "three"}));
    for (const char* top : {"/src", "/cli"}) {
        for (const fs::directory_entry& entry :
             fs::recursive_directory_iterator(std::string(NEARNESS_SOURCE_DIR) + top)) {
            if (!entry.is_regular_file()) continue;
            for (const std::string& id : words_after(content(entry.path()), "flags_html({")) {
                EXPECT_NE(io::find_evidence(id), nullptr) << entry.path() << " names " << id;
            }
        }
    }
}

TEST(report_evidence, on_a_page_is_all_listed_once_and_every_link_leads_somewhere) {
    const std::string html = page(run(two_arms()));
    expect_sound_life(html);
    std::set<std::string> ids, goals;
    for (const Element& element : read_markup(html).elements) {
        if (element.attributes.contains("id")) ids.insert(element.attributes.at("id"));
        if (element.attributes.contains("href")) goals.insert(element.attributes.at("href").substr(1));
    }
    for (const std::string& goal : goals) EXPECT_TRUE(ids.contains(goal)) << goal;
    EXPECT_TRUE(goals.contains("evidence-psychoeducation-alone"));
    for (const io::Evidence& row : io::evidence()) {
        EXPECT_TRUE(ids.contains("evidence-" + row.id)) << row.id;
        EXPECT_TRUE(contains(html, report::escape(row.statement))) << row.id;
        EXPECT_TRUE(contains(html, report::escape(row.source))) << row.id;
    }
    for (const io::Evidence& row : io::unverified_evidence()) {
        EXPECT_FALSE(contains(html, "evidence-" + row.id + "\"")) << row.id;
        EXPECT_FALSE(contains(html, report::escape(row.statement))) << row.id;
    }
}

TEST(evidence, is_named_beside_every_kind_of_figure_that_rests_on_some) {
    std::size_t kinds = 0;
    for (const auto& entry : std::filesystem::directory_iterator(NEARNESS_SOURCE_DIR "/web/figures")) {
        if (entry.path().extension() != ".ts") continue;
        const auto rows = report::rests_on(entry.path().stem().string());
        EXPECT_NO_THROW(flags_html(rows)) << entry.path();
        kinds += rows.empty() ? 0 : 1;
    }
    EXPECT_EQ(kinds, 10U) << "a kind in rests_on.cpp is drawn by no file";
}

}  // namespace
}  // namespace nearness::test
