#include "nearness/infer/sample.hpp"

#include "infer/made_up.hpp"

#include <gtest/gtest.h>

namespace nearness::infer {
namespace {

using observe::Role;

const double gap = observe::missing_value;

// One person, ten moments, values that can be told apart.
observe::Diary counted() {
    observe::Diary diary = made_up::diary(1, 10);
    for (std::size_t t = 0; t < 10; ++t) {
        diary.persons[0].values[0][t] = 0.01 * static_cast<double>(t);
        diary.persons[0].values[2][t] = 0.1 * static_cast<double>(t);
    }
    return diary;
}

Target behaviour(const observe::Diary& diary) { return targets(diary).front(); }

TEST(sample, behaviour_comes_first_and_the_outcome_last) {
    observe::Diary diary = made_up::diary(1, 10);
    diary.variables.push_back({Role::proxy, "tomorrow", "", "x", false, 1});
    diary.variables.push_back({Role::secondary, "irritable", "", "y"});
    for (int i = 0; i < 2; ++i) diary.persons[0].values.emplace_back(10, 0.5);
    const std::vector<Target> all = targets(diary);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].name, "behaviour");
    EXPECT_EQ(all[1].name, "irritable");
    EXPECT_EQ(all[2].name, "tomorrow");
    EXPECT_TRUE(all[2].proxy());
    EXPECT_TRUE(all[3].calibration());
}

TEST(sample, the_step_of_a_scale_is_its_smallest_distance) {
    observe::Diary diary = counted();
    EXPECT_NEAR(behaviour(diary).step, 0.1, 1e-12);
    diary.persons[0].values[2].assign(10, 0.3);
    EXPECT_EQ(behaviour(diary).step, 0);
}

TEST(sample, what_is_at_hand_was_known_and_seventy_percent_are_fitted) {
    const observe::Diary diary = counted();
    const Samples result = samples(diary, behaviour(diary), made_up::noise_forecasts(diary));
    ASSERT_EQ(result.persons.size(), 1U);
    const Sample& sample = result.persons[0];
    ASSERT_EQ(sample.size(), 9U);  // the first moment has no value before it
    EXPECT_EQ(sample.held, 6U);
    EXPECT_EQ(sample.fitted, 6U);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        EXPECT_EQ(sample.moment[i], i + 1);
        EXPECT_EQ(sample.at_hand[last_value][i], diary.persons[0].values[2][i]);
        EXPECT_EQ(sample.at_hand[first_cue][i], diary.persons[0].values[0][i + 1]);
    }
}

TEST(sample, a_moment_without_target_or_cue_is_not_used_and_the_last_value_reaches_over_gaps) {
    observe::Diary diary = counted();
    diary.persons[0].values[2][4] = gap;
    diary.persons[0].values[0][7] = gap;
    diary.persons[0].values[1][5] = gap;  // the outcome is not needed
    diary.persons.front().time.push_back(10);
    diary.persons.front().line.push_back(12);
    for (auto& values : diary.persons.front().values) values.push_back(0.95);
    const Samples result = samples(diary, behaviour(diary), made_up::noise_forecasts(diary));
    ASSERT_EQ(result.persons.size(), 1U);
    const Sample& sample = result.persons[0];
    EXPECT_EQ(sample.moment, (std::vector<std::size_t>{1, 2, 3, 5, 6, 8, 9, 10}));
    EXPECT_EQ(sample.at_hand[last_value][3], diary.persons[0].values[2][3]);
}

TEST(sample, a_target_of_tomorrow_has_todays_value_at_hand_and_never_tomorrows) {
    observe::Diary diary = counted();
    diary.variables.push_back({Role::proxy, "tomorrow", "", "x", false, 1});
    std::vector<double> tomorrow;
    for (std::size_t t = 0; t < 10; ++t) tomorrow.push_back(t < 9 ? 0.05 * static_cast<double>(t + 1) : gap);
    diary.persons[0].values.push_back(tomorrow);
    const Target target = targets(diary)[1];
    ASSERT_EQ(target.lead, 1);
    const Sample sample = samples(diary, target, made_up::noise_forecasts(diary)).persons.at(0);
    ASSERT_EQ(sample.size(), 8U);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const double today = 0.05 * static_cast<double>(sample.moment[i]);
        EXPECT_DOUBLE_EQ(sample.at_hand[last_value][i], today);
        EXPECT_DOUBLE_EQ(sample.target[i], today + 0.05);
    }
    EXPECT_EQ(sample.fitted, sample.held);

    // The same column recorded today: one more moment, because the first has a value too.
    diary.variables[2].column = "x";
    for (std::size_t t = 0; t < 10; ++t) diary.persons[0].values[2][t] = 0.05 * static_cast<double>(t);
    const Sample with_today = samples(diary, target, made_up::noise_forecasts(diary)).persons.at(0);
    ASSERT_EQ(with_today.size(), 9U);
    for (std::size_t i = 0; i < 9; ++i)
        EXPECT_DOUBLE_EQ(with_today.at_hand[last_value][i], with_today.target[i] - 0.05);
}

TEST(sample, values_that_are_not_known_when_the_held_out_part_begins_are_not_fitted) {
    observe::Diary diary = made_up::diary(1, 20);
    diary.variables.push_back({Role::proxy, "in three days", "", "x", false, 3});
    std::vector<double> later;
    for (std::size_t t = 0; t < 20; ++t) later.push_back(t < 17 ? 0.05 * static_cast<double>(t + 3) : gap);
    diary.persons[0].values.push_back(later);
    const Sample sample = samples(diary, targets(diary)[1], made_up::noise_forecasts(diary)).persons.at(0);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        EXPECT_DOUBLE_EQ(sample.at_hand[last_value][i], 0.05 * static_cast<double>(sample.moment[i]));
    }
    EXPECT_LE(sample.moment[sample.fitted - 1] + 3, sample.moment[sample.held]);
    EXPECT_EQ(sample.fitted + 2, sample.held);
}

TEST(sample, who_cannot_be_compared_is_left_out_and_counted) {
    observe::Diary diary = made_up::diary(4, 30);
    for (std::size_t p = 0; p < 4; ++p) {
        for (std::size_t t = 0; t < 30; ++t) diary.persons[p].values[2][t] = t % 2 == 0 ? 0.2 : 0.6;
    }
    for (std::size_t t = 7; t < 30; ++t) diary.persons[1].values[2][t] = gap;
    for (std::size_t t = 0; t < 25; ++t) diary.persons[2].values[2][t] = 0.2;  // changes only when held out
    std::vector<Forecast> forecasts = made_up::noise_forecasts(diary);
    forecasts[3].threat[9] = gap;
    const Samples result = samples(diary, behaviour(diary), forecasts);
    EXPECT_EQ(result.too_few, 1);
    EXPECT_EQ(result.unvarying, 1);
    EXPECT_EQ(result.not_numbers, 1);
    ASSERT_EQ(result.persons.size(), 2U);
    EXPECT_EQ(result.persons[0].person, 0U);
    EXPECT_EQ(result.persons[1].person, 3U);
    EXPECT_EQ(result.persons[1].size(), 28U);
    EXPECT_EQ(result.moments(), 57U);
}

}  // namespace
}  // namespace nearness::infer
