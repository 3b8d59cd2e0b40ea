// `nearness evidence`: every row that may be printed, none that may not, and an answer to a mistyped id.
#include "nearness/io/evidence.hpp"

#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::test {
namespace {

using Json = nlohmann::json;

TEST(evidence, lists_every_row_with_its_number_grade_and_statement) {
    const std::string table = nearness({"evidence"}, {}).out;
    for (const io::Evidence& row : io::evidence()) {
        EXPECT_TRUE(has(table, " " + row.id + " ")) << row.id;
        EXPECT_TRUE(has(table, row.statement + "\n")) << row.id;
        EXPECT_TRUE(has(table, "\n" + row.theme + "\n") || table.starts_with(row.theme + "\n")) << row.theme;
    }
    EXPECT_TRUE(has(table, "◐ psychoeducation-alone")) << table;
    EXPECT_TRUE(has(table, "SMD −0.08 (−0.28 to 0.12)")) << table;
}

TEST(evidence, without_a_source_is_in_no_output) {
    const std::string table = nearness({"evidence"}, {}).out, json = nearness({"evidence", "--json"}, {}).out;
    for (const io::Evidence& row : io::unverified_evidence()) {
        EXPECT_FALSE(has(table, row.statement)) << row.id;
        EXPECT_FALSE(has(json, "\"" + row.id + "\"")) << row.id;
        const Finished alone = nearness({"evidence", row.id}, {});
        EXPECT_EQ(alone.code, 64);
        EXPECT_EQ(alone.out, "");
        EXPECT_TRUE(has(alone.err, "`" + row.id + "` waits for a source and is not printed")) << alone.err;
    }
}

TEST(evidence, shows_rows_in_full_in_the_order_asked_for) {
    const std::string out = nearness({"evidence", "support-curve", "psychoeducation-alone", "edge-from-onset"}, {}).out;
    EXPECT_LT(out.find("support-curve   ◐"), out.find("psychoeducation-alone   ◐"));
    for (const char* part :
         {"sample    8 studies, N 719\n", "grade     B\n",
          "source    Brouzos 2021   (brouzos2021 in docs/references.bib)\n", "supports  claims 20, 33\n",
          "supports  claims 3, 24\n", "contests  claim 23\n", "concerns  claim 25\n"}) {
        EXPECT_TRUE(has(out, part)) << part << " is missing:\n" << out;
    }
}

TEST(evidence, as_json_has_every_row_and_every_number) {
    const Json all = Json::parse(nearness({"evidence", "--json"}, {}).out);
    ASSERT_EQ(all.size(), io::evidence().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const io::Evidence& row = io::evidence()[i];
        EXPECT_EQ(all[i]["id"], row.id);
        EXPECT_EQ(all[i]["value"].is_null(), !row.value.has_value()) << row.id;
        EXPECT_EQ(all[i]["flag"], io::name_of(row.flag));
        EXPECT_EQ(all[i]["supports"].get<std::vector<int>>(), row.supports);
    }
    const Json one = Json::parse(nearness({"evidence", "emdr-against-control", "--json"}, {}).out);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0]["value"], 0.93);
    EXPECT_EQ(one[0]["interval"], Json({0.67, 1.18}));
    EXPECT_EQ(one[0]["people"], nullptr);
    EXPECT_EQ(one[0]["studies"], 76);
}

TEST(evidence, suggests_the_nearest_id_for_every_one_that_is_not_there) {
    const Finished finished = nearness({"evidence", "psychoeducation", "support-curv", "emdr-attachment"}, {});
    EXPECT_EQ(finished.code, 64);
    EXPECT_EQ(finished.out, "");
    EXPECT_TRUE(has(finished.err, "E0001  there is no row of evidence `psychoeducation`")) << finished.err;
    EXPECT_TRUE(has(finished.err, "did you mean `support-curve`?")) << finished.err;
}

}  // namespace
}  // namespace nearness::test
