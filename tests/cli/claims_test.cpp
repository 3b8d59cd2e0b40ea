// `nearness claims`, `regions` and `knockouts`: few persons, few claims; what is stopped goes on with the same bytes.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace nearness::test {
namespace {

using Json = nlohmann::json;

Finished claims(std::vector<std::string> more) {
    std::vector<std::string> all = {"claims", "20", "--persons", "8", "--population", "20", "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    return nearness(all, {});
}

TEST(claims, are_a_table_a_page_and_numbers_that_do_not_depend_on_threads) {
    const Folder work;
    const std::string out = (work.path() / "claims").string();
    const Finished done = claims({"--out", out, "--threads", "1"});
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_TRUE(has(done.out, "20 insight-null")) << done.out;
    const Json all = Json::parse(content(work.path() / "claims/claims.json"));
    EXPECT_EQ(all["claims"][0]["claim"], 20);
    EXPECT_GT(all["claims"][0]["expectations"][0]["value"].get<double>(), 0.9);
    EXPECT_TRUE(has(content(work.path() / "claims/claims.html"), "insight-null"));
    EXPECT_EQ(claims({"--json", "--threads", "2"}).out, content(work.path() / "claims/claims.json"));
}

TEST(claims, fail_with_a_rival_in_everybodys_place) {
    const Json rival = Json::parse(claims({"--json", "--as", "R7"}).out);
    EXPECT_EQ(rival["claims"][0]["verdict"], "fails");
    const Finished unknown = claims({"--as", "R77"});
    EXPECT_EQ(unknown.code, 64);
    EXPECT_TRUE(has(unknown.err, "`R77`")) << unknown.err;
}

TEST(claims, can_be_lived_with_an_addition_or_a_parameter_of_ones_own) {
    const Json with = Json::parse(claims({"--json", "--as", "with-specific_safety"}).out);
    const Json set = Json::parse(claims({"--json", "--set", "memory.level_specificity=8"}).out);
    EXPECT_EQ(with["claims"], set["claims"]);
    EXPECT_EQ(with["as"], "with-specific_safety");
    EXPECT_EQ(set["set"][0], "memory.level_specificity=8");
    EXPECT_TRUE(has(claims({"--as", "specific_safety"}).out, "Not the theory as it is"));
    EXPECT_NE(with["claims"], Json::parse(claims({"--json"}).out)["claims"]);
    const Finished unknown = claims({"--set", "memory.level_specifity=8"});
    EXPECT_EQ(unknown.code, 64);
    EXPECT_TRUE(has(unknown.err, "did you mean `memory.level_specificity`?")) << unknown.err;
    const Finished beyond = claims({"--set", "memory.level_specificity=800"});
    EXPECT_EQ(beyond.code, 64) << beyond.err;
}

TEST(claims, that_are_not_there_are_named_with_what_looks_like_them) {
    const Finished unknown = nearness({"claims", "insight-nul"}, {});
    EXPECT_EQ(unknown.code, 64);
    EXPECT_TRUE(has(unknown.err, "did you mean `insight-null`?")) << unknown.err;
}

TEST(claims, of_ones_own_with_a_life_of_ones_own) {
    const Folder work;
    const std::string life = small_scenario(8);
    const fs::path file = work.write("mine.toml", R"(number = 101
name = "mine"
part = "Mine"
quote = "…"
says = "Somebody protects themselves."
flag = "novel"
life = "small.toml"
experiment = "A small life."
[[expect]]
says = "Protective use is above 0."
effect = "mean"
of = "templates"
at = "childhood"
at_least = 1
)");
    work.write("small.toml", life);
    const Finished done = nearness({"claims", file.string(), "--persons", "8", "--json", "--quiet"}, {});
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(Json::parse(done.out)["claims"][0]["verdict"], "holds");
    work.write("mine.toml", "number = 101\nlife = \"small.toml\"\n");
    const Finished broken = nearness({"claims", file.string()}, {});
    EXPECT_EQ(broken.code, 78);
    EXPECT_TRUE(has(broken.err, "`name`")) << broken.err;
    EXPECT_TRUE(has(broken.err, "`expect`")) << broken.err;
}

TEST(regions, that_are_stopped_go_on_to_the_same_bytes) {
    const Folder work;
    const auto regions = [&](const std::string& folder, const std::string& draws, const std::string& threads) {
        return nearness({"regions", "20", "--draws", draws, "--persons", "8", "--quiet", "--threads", threads, "--out",
                         (work.path() / folder).string()},
                        {});
    };
    EXPECT_EQ(regions("whole", "3", "2").code, 0);
    EXPECT_EQ(regions("parts", "2", "1").code, 0);
    EXPECT_EQ(regions("parts", "3", "1").code, 0);
    EXPECT_EQ(content(work.path() / "parts/regions.jsonl"), content(work.path() / "whole/regions.jsonl"));
    EXPECT_EQ(content(work.path() / "parts/regions.csv"), content(work.path() / "whole/regions.csv"));
    const Finished other = nearness(
        {"regions", "25", "--draws", "2", "--persons", "8", "--quiet", "--out", (work.path() / "parts").string()}, {});
    EXPECT_EQ(other.code, 78);
    EXPECT_TRUE(has(other.err, "E0803")) << other.err;
}

TEST(knockouts, run_every_module_and_stand_in_and_tell_the_kind) {
    const Folder work;
    const Finished done = nearness(
        {"knockouts", "20", "--persons", "8", "--quiet", "--json", "--out", (work.path() / "out").string()}, {});
    ASSERT_EQ(done.code, 0) << done.err;
    const Json claim = Json::parse(done.out)["claims"][0];
    EXPECT_EQ(claim["verdicts"].size(), 40U);
    EXPECT_EQ(claim["verdicts"]["everything in place"], "holds");
    EXPECT_EQ(claim["verdicts"]["reflection"], "fails") << "without reflection there is no insight to gain";
    EXPECT_EQ(claim["verdicts"]["R7"], "fails");
    const auto& carried = claim["carried_by"];
    EXPECT_TRUE(std::find(carried.begin(), carried.end(), "reflection") != carried.end());
}

}  // namespace
}  // namespace nearness::test
