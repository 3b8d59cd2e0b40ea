// Claim files: the shipped ones, one of one's own, and every problem of a broken one at once.
#include "nearness/io/claim_file.hpp"

#include "nearness/claims/effects.hpp"
#include "nearness/claims/stand_ins.hpp"
#include "nearness/io/claim_record.hpp"
#include "nearness/io/evidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace nearness::io {
namespace {

constexpr auto good = R"(number = 101
name = "steady-helps"
part = "Mine"
quote = "a steady partner"
says = "Protection is used less."
flag = "novel"
life = "everyday"
experiment = "A year with a steady partner."
rivals = ["R6"]
[measures]
near = { take = "threat", closeness = 0.8, other = "stranger" }
[[expect]]
says = "Less."
effect = "difference"
of = "protective_use"
at = "after"
arms = ["steady"]
against_arms = ["as written"]
at_most = -0.02
[[expect]]
says = "Not more with strangers."
effect = "standardised"
of = "near"
at = "after"
arms = ["steady"]
against_at = "before"
spread_at = "year"
within = 0.5
[[picture]]
says = "Threat"
of = "near"
at = "after"
arms = ["as written", "steady"]
over = "closeness"
points = 5
)";

claims::Claim parsed(const std::string& text) {
    return parse_claim(checked_text("mine.toml", text), shipped_claims().lives);
}

std::string problems_of(const std::string& text) {
    try {
        parsed(text);
    } catch (const InputError& error) {
        std::string all;
        for (const Problem& one : error.problems()) all += render(one);
        return all;
    }
    return "no problem";
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "no such text" : text.replace(at, from.size(), to);
}

TEST(claim_file, says_what_is_measured_and_what_has_to_come_out) {
    const claims::Claim claim = parsed(good);
    ASSERT_EQ(claim.expectations.size(), 2U);
    EXPECT_EQ(claim.expectations[0].of, (std::vector<claims::Term>{{{"protective_use", {}, {}}, "steady", "after"}}));
    EXPECT_EQ(claim.expectations[0].against[0].arm, "as written");
    EXPECT_EQ(claim.expectations[0].bound.at_most, -0.02);
    const claims::MeasureUse near{"threat", {{"closeness", 0.8}}, "stranger"};
    EXPECT_EQ(claim.expectations[1].against, (std::vector<claims::Term>{{near, "steady", "before"}}));
    EXPECT_EQ(claim.expectations[1].spread, (claims::Term{near, "as written", "year"}));
    EXPECT_TRUE(claim.expectations[1].bound.within);
    ASSERT_EQ(claim.pictures[0].lines.size(), 2U);
    ASSERT_EQ(claim.pictures[0].at, (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
    EXPECT_EQ(claim.pictures[0].lines[1][1].measure.options, (decltype(near.options){{"closeness", 0.25}}));
}

TEST(claim_file, what_is_not_there_is_named_with_what_looks_like_it) {
    EXPECT_NE(
        problems_of(with("of = \"protective_use\"", "of = \"protectiv_use\"")).find("did you mean `protective_use`"),
        std::string::npos);
    EXPECT_NE(problems_of(with("arms = [\"steady\"]", "arms = [\"stedy\"]")).find("E0801"), std::string::npos);
    EXPECT_NE(problems_of(with("at = \"after\"", "at = \"aftr\"")).find("did you mean `after`"), std::string::npos);
    EXPECT_NE(problems_of(with("other = \"stranger\"", "other = \"strangr\"")).find("did you mean `stranger`"),
              std::string::npos);
    EXPECT_NE(problems_of(with("life = \"everyday\"", "life = \"everyda\"")).find("did you mean `everyday`"),
              std::string::npos);
    EXPECT_NE(problems_of(with("closeness = 0.8", "closenes = 0.8")).find("did you mean `closeness`"),
              std::string::npos);
}

TEST(claim_file, an_expectation_has_to_fit_its_effect_and_to_be_able_to_fail) {
    EXPECT_NE(problems_of(with("against_arms = [\"as written\"]\n", "")).find("nothing to compare with"),
              std::string::npos);
    EXPECT_NE(problems_of(with("at_most = -0.02", "")).find("nothing could fail"), std::string::npos);
    EXPECT_NE(problems_of(with("effect = \"difference\"", "effect = \"correlation\"")).find("second measure"),
              std::string::npos);
    EXPECT_NE(problems_of(with("effect = \"difference\"", "effect = \"mean\"")).find("compares nothing"),
              std::string::npos);
    EXPECT_NE(problems_of(with("at_most = -0.02", "at_most = -0.02\nbeyond = 1")).find("E0802"), std::string::npos);
    EXPECT_NE(problems_of(with("at_most = -0.02", "at_most = -0.02\nat_least = 1")).find("no number is both"),
              std::string::npos);
}

TEST(claim_file, a_bound_says_what_it_is_a_bound_of) {
    EXPECT_NE(problems_of(with("at_most = -0.02", "at_most = -0.02\nwithin = 1")).find("both sides already"),
              std::string::npos);
    EXPECT_NE(
        problems_of(
            with("arms = [\"steady\"]\nagainst_arms = [\"as written\"]\nat_most = -0.02",
                 "arms = [\"steady\", \"pursuing\"]\nagainst_arms = [\"as written\"]\nat_least = -1\nat_most = -0.02"))
            .find("one bound at a time"),
        std::string::npos);
    EXPECT_NE(problems_of(with("rivals = [\"R6\"]", "rivals = [\"R66\"]")).find("did you mean `R6`"),
              std::string::npos);
}

TEST(claim_file, tells_every_problem_at_once) {
    std::string text = with("of = \"protective_use\"", "of = \"nothing\"");
    text.replace(text.find("flag = \"novel\""), 14, "flag = \"nvel\"");
    text += "[[picture]]\nsays = \"x\"\nof = \"edge\"\nat = \"nowhere\"\n";
    const std::string all = problems_of(text);
    EXPECT_NE(all.find("mine.toml:6:"), std::string::npos) << all;
    EXPECT_NE(all.find("`nothing`"), std::string::npos) << all;
    EXPECT_NE(all.find("`nowhere`"), std::string::npos) << all;
}

TEST(shipped_claims, are_all_forty_four_each_with_something_that_could_fail_it) {
    const claims::Suite& suite = shipped_claims();
    ASSERT_EQ(suite.claims.size(), static_cast<std::size_t>(io::claims));
    for (int number = 1; number <= io::claims; ++number) {
        const claims::Claim* claim = suite.claim_numbered(number);
        ASSERT_NE(claim, nullptr) << number;
        EXPECT_FALSE(claim->expectations.empty()) << number;
        EXPECT_FALSE(claim->pictures.empty()) << number;
        EXPECT_FALSE(claim->rivals.empty()) << number;
        for (const std::string& rival : claim->rivals) {
            const bool module = std::any_of(person::modules.begin(), person::modules.end(),
                                            [&](const person::ModuleText& one) { return one.name == rival; });
            EXPECT_TRUE(module || claims::stand_in(rival) != nullptr) << number << " " << rival;
        }
    }
}

TEST(shipped_claims, a_record_is_of_the_verdict_that_stands) {
    claims::Claim claim = *shipped_claims().claim_numbered(20);
    const ClaimRecord before = record_of(shipped_claims(), claim);
    claim.people_differ = true;  // another experiment with the same bounds
    const ClaimRecord after = record_of(shipped_claims(), claim);
    EXPECT_TRUE(before.registered.has_value());
    EXPECT_FALSE(after.registered.has_value());
    EXPECT_FALSE(after.region || after.knock_outs);
}

}  // namespace
}  // namespace nearness::io
