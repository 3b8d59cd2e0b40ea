#include "page_data.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <algorithm>
#include <set>

namespace nearness::test {
namespace {

// One life in one chapter of four weeks.
engine::Collection one_life() {
    engine::RunPlan plan = two_arms();
    plan.persons = 1;
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.resize(1);
    return run(plan);
}

engine::RunPlan with_goal() {
    engine::RunPlan plan = two_arms();
    plan.persons = 6;
    life::Plan parts = plan_of(therapy::Parts{}, 12, 7);
    parts.goal = life::Goal{life::Measure::trust, true, 0.4};
    life::Plan emdr = plan_of(therapy::Emdr{}, 12, 14);
    emdr.every = 2;
    emdr.goal = life::Goal{life::Measure::sud, false, 3.5};
    plan.arms[1].scenario.chapters[1].plans = {parts, emdr};
    return plan;
}

TEST(timeline, a_point_is_the_mean_of_the_encounters_of_its_time) {
    const engine::Collection collection = one_life();
    const Columns points(page_data(page(collection)), "life", "points");
    const std::vector<double> from = points.numbers("from");
    const std::vector<double> until = points.numbers("until");
    const std::vector<double> felt = points.numbers("Felt closeness");
    const std::vector<double> edge = points.numbers("Edge");
    ASSERT_GT(points.rows(), 5U);
    for (std::size_t i = 0; i < points.rows(); ++i) {
        double felt_sum = 0;
        double edge_sum = 0;
        double count = 0;
        for (const engine::MomentRow& row : collection.persons[0].arms[0].moments) {
            if (row.age <= from[i] + 1e-3 || row.age > until[i] + 1e-3) continue;
            felt_sum += row.meeting.felt;
            edge_sum += row.edge;
            ++count;
        }
        ASSERT_GT(count, 0);
        EXPECT_NEAR(felt[i], felt_sum / count, 6e-4);
        EXPECT_NEAR(edge[i], edge_sum / count, 6e-4);
    }
}

TEST(timeline, other_arms_begin_where_they_depart) {
    const Columns points(page_data(page(run(two_arms()))), "life", "points");
    const std::vector<std::string> arms = points.words("arm");
    const std::vector<double> chapters = points.numbers("chapter");
    std::set<double> first, other;
    for (std::size_t i = 0; i < arms.size(); ++i) (arms[i] == "A  as written" ? first : other).insert(chapters[i]);
    EXPECT_EQ(first, (std::set<double>{1, 2}));
    EXPECT_EQ(other, (std::set<double>{2}));
}

TEST(timeline, the_middle_of_the_lives_holds_most_of_the_single_lives) {
    const nlohmann::json data = page_data(page(run(two_arms())));
    const Columns points(data, "life", "points");
    const Columns lives(data, "life", "lives");
    EXPECT_EQ(std::set<std::string>({"life 1", "life 2", "life 3"}), [&] {
        const auto words = lives.words("life");
        return std::set<std::string>(words.begin(), words.end());
    }());
    const auto all_low = points.numbers("Protective use low");
    const auto all_high = points.numbers("Protective use high");
    const auto mean = points.numbers("Protective use");
    for (std::size_t i = 0; i < points.rows(); ++i) {
        EXPECT_LE(all_low[i], mean[i]);
        EXPECT_GE(all_high[i], mean[i]);
    }
    EXPECT_NE(all_low, all_high);
}

TEST(timeline, single_lives_are_left_out_where_they_are_too_many) {
    engine::RunPlan plan = two_arms();
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.resize(1);
    plan.persons = 25;
    plan.recorded_persons = 25;
    const std::string html = page(run(plan));
    EXPECT_EQ(Columns(page_data(html), "life", "lives").rows(), 0U);
    EXPECT_FALSE(contains(html, "thin grey lines"));
}

TEST(timeline, an_event_of_all_arms_is_listed_once_with_their_letters) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) arm.scenario.chapters[1].events = {{life::Stressor{0.5}, 10}};
    plan.arms[1].scenario.chapters[1].events.push_back({life::Betrayal{0.8}, 20});
    const Columns events(page_data(page(run(plan))), "life", "events");
    EXPECT_EQ(events.words("event"), (std::vector<std::string>{"stressor", "betrayal"}));
    EXPECT_EQ(events.words("arms"), (std::vector<std::string>{"A B", "B"}));
}

TEST(timeline, sessions_and_early_ends_are_those_that_lives_held) {
    const engine::Collection collection = run(with_goal());
    const std::string html = page(collection);
    expect_sound_life(html);
    const nlohmann::json data = page_data(html);
    const Columns plans(data, "life", "plans");
    const Columns sessions(data, "life", "sessions");
    ASSERT_EQ(plans.words("plan"), (std::vector<std::string>{"parts", "emdr"}));
    EXPECT_EQ(plans.words("ends"), (std::vector<std::string>{"until trust ≥ 0.40", "until sud ≤ 3.5"}));
    for (std::size_t p = 0; p < 2; ++p) {
        const std::string name = plans.words("plan")[p];
        std::vector<double> held;
        for (const engine::PersonResult& person : collection.persons) {
            held.push_back(
                static_cast<double>(std::count_if(person.arms[1].sessions.begin(), person.arms[1].sessions.end(),
                                                  [&](const engine::SessionRow& row) { return row.plan == name; })));
        }
        std::sort(held.begin(), held.end());
        EXPECT_EQ(plans.numbers("fewest")[p], held.front());
        EXPECT_EQ(plans.numbers("most")[p], held.back());
        EXPECT_EQ(plans.numbers("ended early")[p],
                  static_cast<double>(std::count_if(held.begin(), held.end(), [](double n) { return n < 12; })));
        EXPECT_GT(plans.numbers("ended early")[p], 0);
        double marks = 0;
        for (std::size_t i = 0; i < sessions.rows(); ++i) {
            if (sessions.words("plan")[i] == name) marks += sessions.numbers("share")[i] * 6;
        }
        double all = 0;
        for (const double one : held) all += one;
        EXPECT_NEAR(marks, all, 0.02);
    }
    EXPECT_TRUE(contains(html, "a plan ends when its goal is reached"));
    EXPECT_FALSE(contains(page(run(two_arms())), "a plan ends when its goal is reached"));
}

TEST(strategies, shares_add_up_to_one_and_the_most_frequent_comes_first) {
    const nlohmann::json data = page_data(page(run(two_arms())));
    for (const char* set : {"points", "arms"}) {
        const Columns columns(data, "strategies", set);
        const std::vector<std::string> names = columns.names();
        ASSERT_GE(names.size(), 6U);
        const std::vector<std::string> last(names.end() - 5, names.end());
        for (std::size_t row = 0; row < columns.rows(); ++row) {
            double sum = 0;
            for (const std::string& name : last) sum += columns.numbers(name)[row];
            EXPECT_NEAR(sum, 1.0, 3e-3);
        }
        EXPECT_EQ(std::set<std::string>(last.begin(), last.end()),
                  std::set<std::string>(protection::strategy_names.begin(), protection::strategy_names.end()));
    }
    EXPECT_EQ(Columns(data, "strategies", "arms").words("arm"), (std::vector<std::string>{"A  as written", "B  emdr"}));
}

TEST(strategies, shares_of_an_arm_are_those_of_its_encounters) {
    const engine::Collection collection = run(two_arms());
    const Columns arms(page_data(page(collection)), "strategies", "arms");
    for (std::size_t s = 0; s < protection::strategies; ++s) {
        double share = 0;
        for (const engine::PersonResult& person : collection.persons) {
            double count = 0;
            double all = 0;
            for (const engine::MomentRow& row : person.arms[1].moments) {
                count += static_cast<std::size_t>(row.meeting.strategy) == s ? 1 : 0;
                ++all;
            }
            share += count / all / 3;
        }
        EXPECT_NEAR(arms.numbers(std::string(protection::strategy_names[s]))[1], share, 6e-4);
    }
}

TEST(strategies, are_not_drawn_for_the_typical_path) {
    engine::RunPlan plan = two_arms();
    plan.deterministic = true;
    plan.persons = 1;
    for (engine::Arm& arm : plan.arms) arm.scenario.parameters.person.typical = true;
    const std::string html = page(run(plan));
    EXPECT_TRUE(contains(html, "there is none on duty to show"));
    EXPECT_FALSE(page_data(html).at("figures").contains("strategies"));
}

TEST(inner_states, are_the_columns_of_the_encounters) {
    const engine::Collection collection = one_life();
    const nlohmann::json data = page_data(page(collection));
    const auto total = [&](double (*of)(const engine::MomentRow&)) {
        double sum = 0;
        for (const engine::MomentRow& row : collection.persons[0].arms[0].moments) sum += of(row);
        return sum / static_cast<double>(collection.persons[0].arms[0].moments.size());
    };
    const auto shown = [&](const char* set, const char* name) {
        const std::vector<double> values = Columns(data, "inner-states", set).numbers(name);
        double sum = 0;
        for (const double value : values) sum += value;
        return sum / static_cast<double>(values.size());
    };
    // Bins hold four or five encounters each: their mean is near that of all.
    EXPECT_NEAR(shown("closeness", "wish"), total([](const auto& row) { return row.meeting.wish; }), 0.01);
    EXPECT_NEAR(shown("closeness", "felt"), total([](const auto& row) { return row.meeting.felt; }), 0.01);
    EXPECT_NEAR(shown("threat", "bodily"), total([](const auto& row) { return row.meeting.bodily; }), 0.01);
    EXPECT_NEAR(shown("threat", "reported"), total([](const auto& row) { return row.meeting.reported; }), 0.01);
    EXPECT_NEAR(shown("parts", "guard"), total([](const auto& row) { return row.guard; }), 0.01);
}

TEST(disturbance, is_that_of_the_sessions_set_by_set) {
    const engine::Collection collection = run(two_arms());
    const nlohmann::json data = page_data(page(collection));
    const Columns sets(data, "sud", "sets");
    const Columns sessions(data, "sud", "sessions");
    ASSERT_EQ(sessions.rows(), 4U);
    ASSERT_EQ(sets.rows(), 4U * (therapy::sets_per_session + 1));
    ASSERT_EQ(Columns(data, "sud", "lives").rows(), 3 * sets.rows());
    double before = 0;
    double third = 0;
    double access = 0;
    for (const engine::PersonResult& person : collection.persons) {
        const auto first = std::find_if(person.arms[1].sessions.begin(), person.arms[1].sessions.end(),
                                        [](const engine::SessionRow& row) { return row.therapy == "emdr"; });
        before += first->session.first_sud / 3;
        third += first->session.sud[2] / 3;
        access += first->session.access / 3;
    }
    EXPECT_NEAR(sets.numbers("mean")[0], before, 6e-3);
    EXPECT_NEAR(sets.numbers("mean")[3], third, 6e-3);
    EXPECT_NEAR(sessions.numbers("access")[0], access, 6e-4);
    EXPECT_LT(sets.numbers("mean")[10], sets.numbers("mean")[0]);
}

TEST(disturbance, says_when_later_sessions_show_fewer_lives) {
    EXPECT_TRUE(contains(page(run(with_goal())), "only the lives that still held them"));
    EXPECT_FALSE(contains(page(run(two_arms())), "only the lives that still held them"));
}

TEST(timeline, says_so_when_there_is_nothing_to_draw) {
    engine::RunPlan plan = two_arms();
    plan.record.moments = false;
    std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "No moments were kept in this run"));
    plan = two_arms();
    plan.arms.resize(1);
    plan.arms[0].scenario.chapters.clear();
    add_chapter(plan.arms[0].scenario, "alone", 400, 0, -1);
    html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "Nobody is met in the life as written"));
}

}  // namespace
}  // namespace nearness::test
