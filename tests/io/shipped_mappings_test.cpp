// The mappings that are shipped, on the made-up diary and, where they lie beside the source, on the recorded ones.
// Expected counts were taken from the files with a separate script; the READMEs beside the data describe the full
// sets, of which these files hold the first part (fisher: 75 % of prompts, campbell_kashy: days 1 to 10).
#include "nearness/io/diary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;
using observe::Diary;

const std::string mappings = NEARNESS_SOURCE_DIR "/scenarios/mappings/";
const std::string recorded = NEARNESS_SOURCE_DIR "/../shared/data/";

Diary read(const std::string& diary, const std::string& mapping) {
    return read_diary(
        diary, mappings + mapping,
        {"closeness", "attention", "vulnerability", "seen", "conflict", "steady", "setting", "who_1", "who_2"});
}

// One number a variable: how many moments lack it.
std::vector<std::size_t> missing_by_variable(const Diary& diary) {
    std::vector<std::size_t> counts(diary.variables.size());
    for (const observe::Series& person : diary.persons) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i] += static_cast<std::size_t>(
                std::count_if(person.values[i].begin(), person.values[i].end(), observe::is_missing));
        }
    }
    return counts;
}

void expect_sound(const Diary& diary) {
    EXPECT_EQ(diary.rows, diary.moments() + diary.missed() + diary.blank_rows);
    EXPECT_FALSE(diary.title.empty());
    EXPECT_FALSE(diary.source.empty());
    EXPECT_FALSE(diary.licence.empty());
    for (const observe::Series& person : diary.persons) {
        ASSERT_EQ(person.values.size(), diary.variables.size());
        EXPECT_EQ(person.time.front(), 0);
        EXPECT_EQ(std::adjacent_find(person.time.begin(), person.time.end(), std::greater_equal<>()),
                  person.time.end());
        for (const std::vector<double>& values : person.values) {
            ASSERT_EQ(values.size(), person.moments());
            for (const double value : values) EXPECT_TRUE(observe::is_missing(value) || (value >= 0 && value <= 1));
        }
    }
}

TEST(shipped_mappings, the_made_up_diary_is_read) {
    const Diary diary = read(NEARNESS_SOURCE_DIR "/scenarios/diaries/made_up.csv", "made_up.toml");
    expect_sound(diary);
    EXPECT_EQ(diary.persons.size(), 4U);
    EXPECT_EQ(diary.rows, 168U);
    EXPECT_EQ(diary.missed(), 14U);
    EXPECT_EQ(missing_by_variable(diary), (std::vector<std::size_t>{1, 2, 2}));
    EXPECT_NE(diary.title.find("made-up"), std::string::npos);
    for (const observe::Series& person : diary.persons) EXPECT_EQ(person.id.rfind("made_up_", 0), 0U);
}

class RecordedDiary : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(recorded)) GTEST_SKIP() << "not run: " << recorded << " is not there";
    }
};

TEST_F(RecordedDiary, fisher2017_ema_has_its_prompts_and_persons) {
    const Diary diary = read(recorded + "fisher2017_ema/ema.csv", "fisher2017_ema.toml");
    expect_sound(diary);
    EXPECT_EQ(diary.persons.size(), 40U);
    EXPECT_EQ(diary.rows, 3981U);  // README: 5327, of which the first 75 % of each person's
    EXPECT_EQ(diary.missed(), 557U);
    for (const observe::Series& person : diary.persons) {  // README: 108 to 213 a person
        EXPECT_GE(person.moments() + person.missed, 108U * 3 / 4) << person.id;
        EXPECT_LE(person.moments() + person.missed, 213U * 3 / 4 + 1) << person.id;
    }
    // README: 14.7 % of all prompts, always the whole row.
    EXPECT_NEAR(static_cast<double>(diary.missed()) / static_cast<double>(diary.rows), 0.147, 0.01);
    EXPECT_EQ(missing_by_variable(diary), (std::vector<std::size_t>{0, 0, 0, 0, 0}));
    EXPECT_EQ(diary.variables[2].role, observe::Role::behaviour);
}

TEST_F(RecordedDiary, campbell_kashy_diary_has_its_couples_and_only_proxies_of_behaviour) {
    const Diary diary = read(recorded + "campbell_kashy_diary/diary.csv", "campbell_kashy_diary.toml");
    expect_sound(diary);
    EXPECT_EQ(diary.persons.size(), 206U);
    EXPECT_EQ(diary.rows, 206U * 10);
    std::vector<std::string> couples;
    for (const observe::Series& person : diary.persons) couples.push_back(person.group);
    std::sort(couples.begin(), couples.end());
    EXPECT_EQ(std::unique(couples.begin(), couples.end()) - couples.begin(), 103);
    EXPECT_EQ(diary.missed(), 6U);
    // Within the 2054 moments; README, all 14 days: conflict 29 and satisfaction 18 missing.
    EXPECT_EQ(missing_by_variable(diary), (std::vector<std::size_t>{4, 9, 210, 215}));
    EXPECT_FALSE(diary.find("behaviour"));
    EXPECT_EQ(diary.variables[2].role, observe::Role::proxy);
    EXPECT_EQ(diary.variables[2].lead, 1);
    EXPECT_FALSE(diary.negative_control);
}

TEST_F(RecordedDiary, bolger_laurenceau_process_is_complete_and_a_negative_control) {
    const Diary diary = read(recorded + "bolger_laurenceau_process/diary.csv", "bolger_laurenceau_process.toml");
    expect_sound(diary);
    EXPECT_EQ(diary.persons.size(), 66U);
    EXPECT_EQ(diary.rows, 66U * 28);
    EXPECT_EQ(diary.missed(), 0U);
    EXPECT_EQ(missing_by_variable(diary), (std::vector<std::size_t>{0, 0, 66, 66}));
    EXPECT_TRUE(diary.negative_control);
}

}  // namespace
}  // namespace nearness::io
