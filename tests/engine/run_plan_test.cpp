#include "nearness/engine/run_plan.hpp"

#include "engine/plans.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace nearness::engine {
namespace {

using Change = std::function<void(RunPlan&)>;

life::Scenario& first(RunPlan& plan) { return plan.arms.front().scenario; }
life::Chapter& year(RunPlan& plan) { return plan.arms[1].scenario.chapters[3]; }
world::Other& adult(RunPlan& plan) { return first(plan).others[1].other; }
world::Caregiver& caregiver(RunPlan& plan) { return std::get<world::Caregiver>(first(plan).others[0].other.kind); }
template <class Kind>
Change with_therapy(Kind kind) {
    return [kind](RunPlan& plan) { year(plan).plans[0].therapy = kind; };
}
Change with_days(life::Days days) {
    return [days](RunPlan& plan) { year(plan).days = days; };
}

std::string hash(const Change& change, std::string_view version = "1.0") {
    RunPlan plan = small_plan();
    change(plan);
    return plan_hash(plan, version);
}
const Change nothing = [](RunPlan&) {};

TEST(plan_hash, the_same_plan_has_the_same_hash) {
    EXPECT_EQ(hash(nothing), hash(nothing));
    EXPECT_EQ(hash(nothing).size(), 16U);
    EXPECT_EQ(hash(nothing).find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(plan_hash, words_that_determine_no_number_do_not_count) {
    EXPECT_EQ(hash([](RunPlan& plan) { plan.title = "another"; }), hash(nothing));
    EXPECT_EQ(hash([](RunPlan& plan) { plan.description = "another"; }), hash(nothing));
    EXPECT_EQ(hash([](RunPlan& plan) { plan.scenario_text = "# a remark"; }), hash(nothing));
}

TEST(plan_hash, every_parameter_counts) {
    std::set<std::string> seen{hash(nothing)};
    int parameters = 0;
    life::Parameters<double> pattern;
    life::Parameters<double>::describe(pattern, [&](const Field& field, auto&) {
        ++parameters;
        const std::string changed = hash([&](RunPlan& plan) {
            life::Parameters<double>::describe(first(plan).parameters, [&](const Field& other, auto& value) {
                using Value = std::remove_reference_t<decltype(value)>;
                if (other.key != field.key) return;
                const double number = static_cast<double>(value);
                value = static_cast<Value>(std::is_same_v<Value, double> && number != 0 ? number * 1.01 : number + 1);
            });
        });
        EXPECT_TRUE(seen.insert(changed).second) << field.key;
    });
    EXPECT_GT(parameters, 40);
}

TEST(plan_hash, everything_else_that_determines_a_number_counts) {
    const std::vector<Change> changes = {
        [](RunPlan& plan) { plan.seed = 5; },
        [](RunPlan& plan) { plan.seed = 3 + (1ULL << 40U); },
        [](RunPlan& plan) { plan.persons = 13; },
        [](RunPlan& plan) { plan.recorded_persons = 6; },
        [](RunPlan& plan) { plan.arms.pop_back(); },
        [](RunPlan& plan) { std::swap(plan.arms[1], plan.arms[2]); },
        [](RunPlan& plan) { plan.arms[2].id = "renamed"; },
        [](RunPlan& plan) { first(plan).chapters[0].from += 1; },
        [](RunPlan& plan) { first(plan).chapters[0].until += 1; },
        [](RunPlan& plan) { first(plan).chapters[0].encounter_gap += 1; },
        [](RunPlan& plan) { first(plan).chapters[1].other = 1; },
        [](RunPlan& plan) { first(plan).chapters[1].diary = true; },
        [](RunPlan& plan) { first(plan).chapters[1].id = "loud years"; },
        [](RunPlan& plan) { first(plan).chapters.pop_back(); },
        [](RunPlan& plan) { caregiver(plan).unavailable += 0.01; },
        [](RunPlan& plan) { caregiver(plan).unpredictable += 0.01; },
        [](RunPlan& plan) { caregiver(plan).critical += 0.01; },
        [](RunPlan& plan) { caregiver(plan).enmeshed += 0.01; },
        [](RunPlan& plan) { caregiver(plan).harm += 0.01; },
        [](RunPlan& plan) { caregiver(plan).onset += 0.01; },
        [](RunPlan& plan) { caregiver(plan).escape += 0.01; },
        [](RunPlan& plan) { adult(plan).attention += 0.01; },
        [](RunPlan& plan) { adult(plan).responsive += 0.01; },
        [](RunPlan& plan) { adult(plan).steady += 0.01; },
        [](RunPlan& plan) { adult(plan).offer += 0.01; },
        [](RunPlan& plan) {
            adult(plan).identity = {0.7, 0.61};
        },
        [](RunPlan& plan) { adult(plan).identity.reset(); },
        [](RunPlan& plan) { adult(plan).kind = world::Partner{.fragile = 0.04, .pursue = 0}; },
        [](RunPlan& plan) { adult(plan).kind = world::Partner{.fragile = 0.03, .pursue = 0.5}; },
        [](RunPlan& plan) { adult(plan).kind = world::Therapist{}; },
        [](RunPlan& plan) { first(plan).others[1].id = "somebody"; },
        [](RunPlan& plan) { year(plan).plans[0].sessions += 1; },
        [](RunPlan& plan) { year(plan).plans[0].every += 1; },
        [](RunPlan& plan) { year(plan).plans[0].starts += 1; },
        [](RunPlan& plan) { std::swap(year(plan).plans[0], year(plan).plans[1]); },
        with_therapy(therapy::Parts{0.5}),
        with_therapy(therapy::Talk{}),
        with_therapy(therapy::Pressure{}),
        with_therapy(therapy::Pressure{0.5}),
        with_therapy(therapy::Emdr{}),
        with_therapy(therapy::Emdr{0.6, therapy::LoadShape::inverted_u}),
        with_therapy(therapy::Emdr{0.5, therapy::LoadShape::linear}),
        with_therapy(therapy::GradedCloseness{}),
        with_therapy(therapy::GradedCloseness{0.2}),
        with_therapy(therapy::CorrectiveRelationship{}),
        with_therapy(therapy::Flooding{}),
        with_therapy(therapy::Flooding{0.8, 0.5}),
        with_therapy(therapy::Flooding{0.9, 0.4}),
        [](RunPlan& plan) { first(plan).chapters[3].events[0].at = 11; },
        [](RunPlan& plan) { first(plan).chapters[3].events[0].kind = life::Stressor{0.5}; },
        [](RunPlan& plan) { first(plan).chapters[3].events[0].kind = life::Betrayal{0.4}; },
        [](RunPlan& plan) { first(plan).chapters[3].events[0].kind = life::Betrayal{0.5}; },
        [](RunPlan& plan) { first(plan).chapters[3].events[0].kind = life::BreakUp{}; },
        [](RunPlan& plan) { first(plan).chapters[3].events[0].kind = life::NewPartner{}; },
        [](RunPlan& plan) { year(plan).start.trust = 1; },
        [](RunPlan& plan) { year(plan).start.trust = 0.5; },
        [](RunPlan& plan) { year(plan).hold.trust = 1; },
        [](RunPlan& plan) { year(plan).hold.need = 1; },
        [](RunPlan& plan) { first(plan).chapters[4].hold.need = 1; },
        with_days({{0.9, 1.4}, {0.7, 0.6}}),
        with_days({{0.8, 1.4}, {0.7, 0.6}}),
        with_days({{0.9, 1.3}, {0.7, 0.6}}),
        with_days({{0.9, 1.4}, {0.6, 0.6}}),
        with_days({{0.9, 1.4}, {0.7, 0.5}}),
    };
    std::set<std::string> seen{hash(nothing), hash(nothing, "1.1")};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_TRUE(seen.insert(hash(changes[i])).second) << "change " << i;
    }
    EXPECT_EQ(seen.size(), changes.size() + 2);
}

TEST(plan_hash, every_number_of_a_diary_counts) {
    const auto with_diary = [](const std::function<void(life::RecordedMoment&)>& change) {
        return hash([&](RunPlan& plan) {
            plan.diary.assign(12, {"someone", "a group", std::vector<life::RecordedMoment>(3)});
            change(plan.diary[4].moments[1]);
        });
    };
    std::set<std::string> seen{hash(nothing)};
    int diaries = 0;
    const auto see = [&](const std::function<void(life::RecordedMoment&)>& change) {
        ++diaries;
        seen.insert(with_diary(change));
    };
    see([](life::RecordedMoment&) {});
    see([](life::RecordedMoment& moment) { moment.time = 0.5; });
    see([](life::RecordedMoment& moment) { moment.outcome = 0.0; });
    see([](life::RecordedMoment& moment) { moment.outcome = 0.5; });
    for (std::size_t d = 0; d < memory::EncounterCues::all; ++d) {
        see([d](life::RecordedMoment& moment) { moment.cues.value[d] = 0.5; });
        see([d](life::RecordedMoment& moment) { moment.cues.known[d] = false; });
    }
    EXPECT_EQ(static_cast<int>(seen.size()), diaries + 1);
}

TEST(plan_hash, sees_the_range_of_a_shard_and_what_is_recorded) {
    const RunPlan plan = small_plan();
    std::set<std::string> seen = {plan_hash(plan, "1")};
    int changed = 0;
    const auto see = [&](const std::function<void(RunPlan&)>& change) {
        RunPlan other = plan;
        change(other);
        seen.insert(plan_hash(other, "1"));
        ++changed;
    };
    see([](RunPlan& other) { other.first_person = 1; });
    see([](RunPlan& other) { other.first_person = 2; });
    see([](RunPlan& other) { other.record.moments = false; });
    see([](RunPlan& other) { other.record.curves = false; });
    see([](RunPlan& other) { other.record.templates = false; });
    see([](RunPlan& other) { other.record.beats = {{0, 1}}; });
    see([](RunPlan& other) { other.record.beats = {{1, 0}}; });
    EXPECT_EQ(static_cast<int>(seen.size()), changed + 1);
    RunPlan typed = plan;
    typed.settings = {"seed-of-nothing=1"};  // already in the scenario
    EXPECT_EQ(plan_hash(typed, "1"), plan_hash(plan, "1"));
}

TEST(departure, is_the_first_chapter_that_is_lived_differently) {
    const RunPlan plan = small_plan();
    EXPECT_EQ(departure(plan, 0), 5);  // it does not differ from itself
    EXPECT_EQ(departure(plan, 1), 3);  // parts in the year
    EXPECT_EQ(departure(plan, 2), 2);  // another partner, met in the third chapter
}

TEST(departure, is_at_birth_when_a_parameter_differs) {
    RunPlan plan = small_plan();
    plan.arms[1].scenario.parameters.therapy.insight_rate += 0.01;
    EXPECT_EQ(departure(plan, 1), 0);
}

TEST(departure, counts_a_caregiver_a_time_an_event_and_a_missing_chapter) {
    const auto departs = [](const std::function<void(life::Scenario&)>& change) {
        RunPlan plan = small_plan();
        plan.arms[1].scenario = plan.arms[0].scenario;
        change(plan.arms[1].scenario);
        return departure(plan, 1);
    };
    EXPECT_EQ(departs([](life::Scenario& s) { std::get<world::Caregiver>(s.others[0].other.kind).harm = 0.2; }), 0);
    EXPECT_EQ(departs([](life::Scenario& s) { s.chapters[1].until += 1; }), 1);
    EXPECT_EQ(departs([](life::Scenario& s) { s.chapters[4].events.push_back({life::BreakUp{}, 1.0}); }), 4);
    EXPECT_EQ(departs([](life::Scenario& s) { s.chapters[3].hold.trust = 1; }), 3);
    EXPECT_EQ(departs([](life::Scenario& s) { s.chapters.pop_back(); }), 4);
    EXPECT_EQ(departs([](life::Scenario&) {}), 5);
}

}  // namespace
}  // namespace nearness::engine
