// `nearness phenomena`: the table, one in full, a page, and files of one's own.
#include "nearness/io/phenomenon_file.hpp"
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace nearness::test {
namespace {

using Json = nlohmann::json;

TEST(phenomena, are_listed_with_every_learner_and_the_published_map) {
    const Finished done = nearness({"phenomena"}, {});
    EXPECT_EQ(done.code, 0);
    for (const io::PhenomenonFile& one : io::shipped_phenomena()) EXPECT_TRUE(has(done.out, one.title)) << one.title;
    EXPECT_TRUE(has(done.out, "  13  templates\n"));
    EXPECT_TRUE(has(done.out, "“recovery” holds in 43.2 % of 234 cells of alpha and g"));
    EXPECT_TRUE(has(done.out, "“recovery and its prevention” holds in 5.6 %"));
}

TEST(phenomena, as_json_agree_with_the_table_of_the_folder) {
    const Folder work;
    const std::string out = (work.path() / "phenomena").string();
    const Json all = Json::parse(nearness({"phenomena", "blocking", "savings", "--json", "--out", out}, {}).out);
    ASSERT_EQ(all["phenomena"].size(), 2U);
    EXPECT_EQ(all["phenomena"][0]["id"], "blocking");
    std::istringstream lines(content(work.path() / "phenomena" / "phenomena.csv"));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "phenomenon,learner,shown,least");
    std::size_t rows = 0;
    for (; std::getline(lines, line); ++rows) {
        const std::string phenomenon = line.substr(0, line.find(','));
        const std::size_t after = phenomenon.size() + 1;
        const std::string learner = line.substr(after, line.find(',', after) - after);
        const Json& row = all["phenomena"][phenomenon == "blocking" ? 0 : 1]["learners"][learner];
        EXPECT_EQ(row["shown"].get<bool>(), line[after + learner.size() + 1] == '1') << line;
        EXPECT_EQ(row["least"].get<double>() > 0, row["shown"].get<bool>()) << line;
    }
    EXPECT_EQ(rows, 26U);
    EXPECT_TRUE(has(content(work.path() / "phenomena" / "phenomena.html"), "Phenomena of learning"));
}

TEST(phenomena, that_are_not_there_or_cannot_be_read_leave_nothing) {
    const Folder work;
    const std::string out = (work.path() / "phenomena").string();
    const Finished unknown = nearness({"phenomena", "blocking", "savigns", "--out", out}, {});
    EXPECT_EQ(unknown.code, 64);
    EXPECT_TRUE(has(unknown.err, "did you mean `savings`?")) << unknown.err;
    const fs::path mine =
        work.write("mine.toml", "[groups]\nall = \"20A>(US | 1A#\"\n[phenomenon]\nexpect = [\"2 A > 4 A\"]\n");
    const Finished broken = nearness({"phenomena", mine.string(), "--out", out}, {});
    EXPECT_EQ(broken.code, 78);
    EXPECT_TRUE(has(broken.err, "mine.toml:2:")) << broken.err;
    EXPECT_TRUE(has(broken.err, "`title`")) << broken.err;
    EXPECT_FALSE(fs::exists(out));
}

TEST(phenomena, are_experiments_too) {
    const Finished done = nearness({"experiment", NEARNESS_SOURCE_DIR "/designs/blocking.toml", "--quiet"}, {});
    EXPECT_EQ(done.code, 0) << done.err;
}

}  // namespace
}  // namespace nearness::test
