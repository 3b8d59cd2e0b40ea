// The page of claims: sound, and its numbers are those that were found.
#include "nearness/report/claims.hpp"

#include "nearness/io/claim_file.hpp"
#include "page_data.hpp"
#include "sound_page.hpp"

namespace nearness::test {
namespace {

std::vector<claims::ClaimResult> results_of(const claims::Suite& suite, const std::vector<int>& numbers) {
    std::vector<const claims::Claim*> which;
    for (const int number : numbers) which.push_back(suite.claim_numbered(number));
    claims::SuiteOptions options;
    options.persons = 8;
    options.population = 20;
    return claims::run(suite, which, claims::find_spreads(suite, which, options), options);
}

TEST(claims_page, is_sound_and_carries_what_was_found) {
    const auto results = results_of(io::shipped_claims(), {20, 25});
    const std::string html = report::claims_page(io::shipped_claims(), results, 8, 20, "", "0.1.0");
    expect_sound(html);
    const nlohmann::json data = page_data(html);
    const auto value = column_of(data, "claim-20-effects", "effects", "value");
    ASSERT_EQ(value.size(), results[0].outcomes.size());
    EXPECT_NEAR(value[0].get<double>(), results[0].outcomes[0].estimate.value, 5e-4);
    const auto verdict = column_of(data, "claim-20-effects", "effects", "verdict");
    EXPECT_EQ(verdict[0], std::string(claims::verdict_names[static_cast<std::size_t>(results[0].outcomes[0].verdict)]));
    const auto mean = column_of(data, "claim-20-1", "lines", "mean");
    EXPECT_NEAR(mean[0].get<double>(), results[0].pictures[0].lines[0][0].mean, 5e-4);
    EXPECT_TRUE(contains(html, results[0].claim->quote));
    EXPECT_TRUE(contains(html, "psychoeducation-alone")) << "evidence stands beside the claim it speaks to";
}

TEST(claims_page, says_bounds_as_they_are) {
    EXPECT_EQ(report::in_words({.at_least = 0.3}), "at least 0.3");
    EXPECT_EQ(report::in_words({.at_least = 0.5, .at_most = 1}), "at least 0.5, at most 1");
    EXPECT_EQ(report::in_words({-0.05, 0.05, true}), "within ±0.05");
}

}  // namespace
}  // namespace nearness::test
