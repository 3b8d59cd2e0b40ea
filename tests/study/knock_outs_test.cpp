// Kinds of claims from made-up verdicts, and knock-outs that do what their names say.
#include "nearness/study/knock_outs.hpp"

#include "nearness/claims/stand_ins.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace nearness::study {
namespace {

claims::Claim positive(const std::string& term = "") {
    claims::Claim claim;
    claim.expectations.emplace_back();
    claim.expectations[0].bound.at_least = 0;
    claim.term = term;
    return claim;
}

// Every run of the knock-outs; in those that are named the claim fails.
std::vector<Run> runs_failing(const std::vector<std::string>& failing) {
    std::vector<Run> runs;
    for (const Planned& plan : knock_outs()) {
        const bool fails = std::find(failing.begin(), failing.end(), plan.name) != failing.end();
        const double value = fails ? -1 : 1;
        runs.push_back({plan.name, {}, {{{value, 0.1, value - 0.2, value + 0.2}}}});
    }
    return runs;
}

TEST(knock_outs, are_every_module_every_addition_and_every_stand_in_once) {
    const auto plans = knock_outs();
    EXPECT_EQ(plans.size(), 1 + person::modules.size() + person::additions.size() + claims::stand_ins().size() - 1);
    EXPECT_EQ(plans[0].name, everything);
    EXPECT_FALSE(plans[0].variation.change);
    for (std::size_t m = 0; m < person::modules.size(); ++m) {
        life::Scenario scenario;
        plans[m + 1].variation.change(scenario, 1, 0);
        EXPECT_EQ(plans[m + 1].name, person::modules[m].name);
        EXPECT_TRUE(scenario.parameters.person.knocked_out.has(static_cast<person::Module>(m)));
    }
    life::Scenario scenario;
    const Planned& first_addition = plans[1 + person::modules.size()];
    EXPECT_EQ(first_addition.name, "with-specific_safety");
    first_addition.variation.change(scenario, 1, 0);
    EXPECT_EQ(scenario.parameters.person.memory.level_specificity, person::additions[0].strength);
}

TEST(knock_outs, tell_what_mends_a_claim_and_what_breaks_it) {
    const Carried sound = carried(positive(), 0, runs_failing({"with-likeness"}));
    EXPECT_EQ(sound.broken_by, std::vector<std::string>{"likeness"});
    EXPECT_TRUE(sound.mended_by.empty());
    std::vector<std::string> failing;
    for (const Planned& plan : knock_outs()) {
        if (plan.name != "with-cornered") failing.push_back(plan.name);
    }
    const Carried unsound = carried(positive(), 0, runs_failing(failing));
    EXPECT_EQ(unsound.mended_by, std::vector<std::string>{"cornered"});
    EXPECT_TRUE(unsound.broken_by.empty());
}

TEST(knock_outs, an_assumed_claim_names_its_one_term) {
    EXPECT_EQ(carried(positive("mind.2"), 0, runs_failing({"reflection"})).kind, Kind::assumed);
    EXPECT_EQ(carried(positive(), 0, runs_failing({"reflection"})).kind, Kind::consequence);
}

TEST(knock_outs, what_needs_several_parts_of_the_model_is_emergent) {
    EXPECT_EQ(carried(positive("mind.2"), 0, runs_failing({"protection_credit", "numbing"})).kind, Kind::emergent);
    // Two modules of memory alone are not yet an interplay of parts.
    EXPECT_EQ(carried(positive(), 0, runs_failing({"protection_credit", "working_model"})).kind, Kind::consequence);
    EXPECT_EQ(carried(positive(), 0, runs_failing({"protection_credit", "working_model", "integration"})).kind,
              Kind::emergent);
}

TEST(knock_outs, a_claim_that_does_not_hold_has_no_kind) {
    const Carried none = carried(positive("mind.2"), 0, runs_failing({std::string(everything), "numbing"}));
    EXPECT_EQ(none.kind, Kind::none);
    EXPECT_TRUE(none.carriers.empty());
}

TEST(knock_outs, tell_rivals_and_null_persons_that_pass) {
    claims::Claim claim = positive();
    claim.rivals = {"R7", "numbing"};
    const Carried found = carried(claim, 0, runs_failing({"numbing"}));
    EXPECT_EQ(found.expected_to_fail, std::vector<std::string>{"R7"});
    EXPECT_TRUE(std::find(found.rivals.begin(), found.rivals.end(), "R7") != found.rivals.end());
}

}  // namespace
}  // namespace nearness::study
