#include "nearness/life/events.hpp"

#include "memory/make.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace nearness::life {
namespace {

constexpr double exact = 1e-13;

// Two chapters after a childhood with a partner: a month together, then `days` with the events.
struct Story {
    Scenario scenario;
    State<double> before, after;
    Summary summary;

    explicit Story(std::vector<Event> events, double days = 1e-9, NamedOther caregiver = lives::av_caregiver()) {
        constexpr std::uint32_t person = 0;
        scenario.others = {std::move(caregiver), lives::partner()};
        scenario.others[1].other.identity.reset();
        scenario.chapters = {lives::childhood(12.0), lives::chapter("together", lives::partner_from, 28.0, 2.0, 1),
                             lives::chapter("then", lives::partner_from + 28.0, days, 2.0, 1)};
        scenario.chapters.back().events = std::move(events);
        const Prepared prepared = Prepared::from(scenario);
        NoWatcher nobody;
        State<double> state = newborn(prepared);
        lives::live(prepared, 0, 1, person, state, nobody);
        lives::live(prepared, 1, 1, person, state, nobody);
        before = state;
        summary = lives::live(prepared, 2, 1, person, state, nobody);
        after = state;
    }
};

// The moment passes for 1e-9 days: need and guard drift by less than 1e-9.
constexpr double at_once = 1e-9;

TEST(events, a_stressor_raises_need_and_guard) {
    const Story story({{Stressor{0.6}, 0.0}});
    const double need = story.before.person.bond.need, guard = story.before.person.protection.guard;
    EXPECT_NEAR(story.after.person.bond.need, need + 0.6 * (1 - need), at_once);
    EXPECT_NEAR(story.after.person.protection.guard, guard + 0.18 * (1 - guard), at_once);
}

TEST(events, betrayal_costs_trust_and_care_and_is_learned_as_pain) {
    // Of somebody who expects little pain: to one who expects more than 0.8 at that closeness it would be a relief.
    const Story story({{Betrayal{0.8}, 0.0}}, 1e-9, {"caregiver", world::preset("caregiver", "secure")});
    for (std::size_t s = 0; s < protection::strategies; ++s) {
        EXPECT_NEAR(story.after.person.protection.trust[s], story.before.person.protection.trust[s] * 0.6, exact);
    }
    EXPECT_NEAR(story.after.person.bond.care, story.before.person.bond.care * (1 - 0.24), exact);
    double strength_before = 0, strength_after = 0;
    for (int k = 0; k < story.after.person.memory.count; ++k) {
        const auto at = static_cast<std::size_t>(k);
        strength_before += k < story.before.person.memory.count ? story.before.person.memory.strength[at] : 0;
        strength_after += story.after.person.memory.strength[at];
    }
    EXPECT_NEAR(strength_after - strength_before, 1.0, 1e-9);  // one moment more
    const auto area = [&](const State<double>& state) {
        return world::Measures<double>::curve(state.person, story.scenario.parameters.person,
                                              story.scenario.others[1].other, state.acquaintances[1].identity)
            .area;
    };
    EXPECT_GT(area(story.after), area(story.before));
    EXPECT_EQ(story.after.acquaintances[1].goodwill, story.before.acquaintances[1].goodwill);
}

TEST(events, a_betrayal_is_one_moment_at_the_cues_of_the_specification) {
    // Of somebody who has learned nothing yet, so that the template is the moment.
    Scenario scenario;
    scenario.others = {lives::partner()};
    scenario.chapters = {lives::chapter("only", 25 * 365.0, 1.0, 0.0, 0)};
    scenario.chapters[0].events = {{Betrayal{0.8}, 0.5}};
    NoWatcher nobody;
    State<double> state;
    lives::live(Prepared::from(scenario), 1, 0, state, nobody);
    ASSERT_EQ(state.person.memory.count, 1);
    const std::array<double, 9> moment{0.8, 0.8 * 0.85, 0.8, 0.8 * 0.85, 0.0, 0.15, 0.0, 0.7, 0.6};
    for (std::size_t d = 0; d < moment.size(); ++d) EXPECT_NEAR(state.person.memory.prototype[d][0], moment[d], exact);
    const double overwhelm = (0.8 - 0.7) / 0.3;
    EXPECT_NEAR(state.person.memory.integration[0], 1 - overwhelm, exact);
    EXPECT_NEAR(state.person.memory.weight[0][0], (0.02 + 0.28 * overwhelm) * 0.8 * 0.8, exact);
}

TEST(events, encounters_stop_at_a_break_up_until_a_new_partner_is_met) {
    // A hundred days, an encounter every second day; apart from day 20.5 to day 60.5: encounters 11 to 30.
    EXPECT_EQ(Story({}, 100.0).summary.encounters, 50);
    EXPECT_EQ(Story({{BreakUp{}, 20.5}}, 100.0).summary.encounters, 10);
    EXPECT_EQ(Story({{BreakUp{}, 20.5}, {NewPartner{}, 60.5}}, 100.0).summary.encounters, 30);
}

TEST(events, a_break_up_ends_with_its_chapter_for_everybody) {
    Scenario scenario;
    scenario.others = {lives::partner(), lives::partner("steady")};
    for (int c = 0; c < 4; ++c) {  // the two in turn; the second chapter breaks up at once
        scenario.chapters.push_back(
            lives::chapter("c" + std::to_string(c), lives::partner_from + 28.0 * c, 28.0, 2.0, c % 2));
    }
    scenario.chapters[1].events = {{BreakUp{}, 0.0}};
    const Prepared prepared = Prepared::from(scenario);
    NoWatcher nobody;
    State<double> state;
    const auto summaries = lives::live(prepared, 1, 0, state, nobody);
    EXPECT_EQ(summaries[0].encounters, 14);
    EXPECT_EQ(summaries[1].encounters, 0);
    EXPECT_EQ(summaries[2].encounters, 14);
    EXPECT_EQ(summaries[3].encounters, 14);
}

TEST(events, a_break_up_raises_need_half_way) {
    const Story story({{BreakUp{}, 0.0}});
    EXPECT_NEAR(story.after.person.bond.need, 0.5 + 0.5 * story.before.person.bond.need, at_once);
    EXPECT_EQ(story.after.acquaintances[1].goodwill, story.before.acquaintances[1].goodwill);
}

TEST(events, a_new_partner_starts_with_goodwill_and_no_history) {
    const Story story({{BreakUp{}, 0.0}, {NewPartner{}, 0.0}});
    const auto &old = story.before.acquaintances[1], &fresh = story.after.acquaintances[1];
    EXPECT_NE(old.goodwill, 1.0);
    EXPECT_EQ(fresh.goodwill, 1.0);
    EXPECT_EQ(fresh.expectation, 0.1);
    EXPECT_NE(fresh.identity, old.identity);
    EXPECT_FALSE(story.after.parted);
}

TEST(events, identities_of_adults_are_spread_from_three_tenths_to_one) {
    std::set<double> seen;
    double sum = 0;
    constexpr int persons = 1000;
    for (std::uint32_t person = 0; person < persons; ++person) {
        const auto met =
            get_acquainted<double>(world::preset("partner", "ordinary"), random::Stream(1, person, {0, 1, 254}), false);
        for (const double who : met.identity) {
            EXPECT_GT(who, 0.3);
            EXPECT_LT(who, 1.0);
            seen.insert(who);
            sum += who;
        }
    }
    EXPECT_EQ(seen.size(), 2U * persons);
    EXPECT_NEAR(sum / (2 * persons), 0.65, 4 * 0.7 / std::sqrt(12.0 * 2 * persons));  // z = 4
}

TEST(events, a_caregiver_and_those_whose_identity_is_given_are_recognised) {
    const random::Stream draws(1, 0, {});
    EXPECT_EQ(get_acquainted<double>(lives::av_caregiver().other, draws, false).identity, world::caregiver_identity);
    EXPECT_EQ(get_acquainted<double>(lives::partner().other, draws, false).identity, (std::array<double, 2>{0.7, 0.6}));
}

}  // namespace
}  // namespace nearness::life
