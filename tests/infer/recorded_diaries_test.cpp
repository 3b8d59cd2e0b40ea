// On recorded diaries, where they lie beside the source: what was published about them, and what a separate program
// (numpy, the definitions of infer/prediction.hpp written out again) found. The model itself is not pinned here.
#include "infer/made_up.hpp"
#include "nearness/io/diary.hpp"
#include "nearness/memory/cues.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace nearness::infer {
namespace {

const std::string recorded = NEARNESS_SOURCE_DIR "/../shared/data/";

class RecordedDiaries : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(recorded)) GTEST_SKIP() << "not run: " << recorded << " is not there";
    }
    static observe::Diary read(const std::string& data, const std::string& mapping) {
        const auto& names = memory::EncounterCues::names;
        return io::read_diary(recorded + data, NEARNESS_SOURCE_DIR "/scenarios/mappings/" + mapping,
                              {names.begin(), names.end()});
    }
    static observe::Diary fisher() { return read("fisher2017_ema/ema.csv", "fisher2017_ema.toml"); }
};

std::size_t index(const observe::Diary& diary, const std::string& name) { return diary.find(name).value(); }

// Slopes of `target` on `others`, person by person centred, at the same moment.
std::vector<double> within(const observe::Diary& diary, const std::string& target,
                           const std::vector<std::string>& others) {
    Columns x(others.size());
    std::vector<double> y;
    for (const observe::Series& person : diary.persons) {
        for (std::size_t k = 0; k < others.size(); ++k) {
            const std::vector<double> part = centred(person.values[index(diary, others[k])]);
            x[k].insert(x[k].end(), part.begin(), part.end());
        }
        const std::vector<double> part = centred(person.values[index(diary, target)]);
        y.insert(y.end(), part.begin(), part.end());
    }
    return least_squares(x, y, 0).slope;
}

// README, all prompts: threatened +.25, accepted -.19, irritable +.13. Only the first 75 % of prompts are here, so the
// tolerance is about two standard errors of a slope in a quarter of the prompts.
TEST_F(RecordedDiaries, fisher2017_ema_goes_together_as_its_readme_says) {
    const std::vector<double> slopes = within(fisher(), "behaviour", {"outcome", "attention", "irritable"});
    EXPECT_NEAR(slopes[0], 0.25, 0.04);
    EXPECT_NEAR(slopes[1], -0.19, 0.04);
    EXPECT_NEAR(slopes[2], 0.13, 0.04);
    // The rows that are here, by a separate program.
    EXPECT_NEAR(slopes[0], 0.247956, 1e-5);
    EXPECT_NEAR(slopes[1], -0.204358, 1e-5);
    EXPECT_NEAR(slopes[2], 0.111695, 1e-5);
}

// README, all prompts: r of avoiding people and feeling threatened from -.07 to .74, median .27.
TEST_F(RecordedDiaries, fisher2017_ema_differs_from_person_to_person_as_its_readme_says) {
    const observe::Diary diary = fisher();
    std::vector<Pairs> pairs;
    for (const observe::Series& person : diary.persons) {
        pairs.push_back({static_cast<int>(pairs.size()), person.values[index(diary, "outcome")],
                         person.values[index(diary, "behaviour")]});
    }
    EXPECT_NEAR(correlate(pairs).median, 0.27, 0.05);
    EXPECT_NEAR(correlate(pairs).median, 0.31, 1e-3);
}

// README, all prompts: own carry-over to the next prompt +.28, beside threatened and accepted before; over adjacent
// prompts. Here the last value may be some missed prompts old.
TEST_F(RecordedDiaries, fisher2017_ema_carries_over_and_its_autoregression_scores_as_a_separate_program_says) {
    const observe::Diary diary = fisher();
    const Comparison comparison = compare(diary, {{"noise", made_up::noise_forecasts(diary)}});
    const TargetComparison& result = comparison.results.front();
    ASSERT_EQ(result.target.role, observe::Role::behaviour);
    EXPECT_EQ(result.persons, 40);
    EXPECT_EQ(result.moments, 3384);
    EXPECT_EQ(result.held_out, 1037);
    EXPECT_NEAR(result.associations[2].correlation.pooled.value, 0.28, 0.05);
    EXPECT_LT(result.associations[3].correlation.onward.high, 0);  // accepted: less avoidance
    const Score& last = result.find(Predictor::autoregression, Share::own);
    EXPECT_NEAR(result.find(Predictor::person_mean, Share::own).score.value, 0.077745, 1e-5);
    EXPECT_NEAR(last.beyond_mean.value, 0.049354, 1e-5);
    EXPECT_NEAR(last.beyond_mean.error, 0.020436, 1e-5);
}

// README: carry-over of satisfaction .24 over 14 days with both partners' reports; 10 days of one report here.
TEST_F(RecordedDiaries, campbell_kashy_diary_has_enough_days_to_compare_most_people) {
    const observe::Diary diary = read("campbell_kashy_diary/diary.csv", "campbell_kashy_diary.toml");
    const Comparison comparison = compare(diary, {{"noise", made_up::noise_forecasts(diary)}});
    for (const TargetComparison& result : comparison.results) {
        EXPECT_GE(result.persons, 160) << result.target.name;
        EXPECT_EQ(result.persons + result.too_few + result.unvarying, 206);
    }
    const Correlation& carry_over = comparison.results.front().associations[2].correlation;
    EXPECT_EQ(comparison.results.front().target.name, "next-day satisfaction");
    EXPECT_NEAR(carry_over.onward.value, 0.24, 0.1);
    EXPECT_TRUE(carry_over.onward.above());
}

TEST_F(RecordedDiaries, bolger_laurenceau_process_has_no_memory_to_be_found) {
    const observe::Diary diary = read("bolger_laurenceau_process/diary.csv", "bolger_laurenceau_process.toml");
    const Comparison comparison = compare(diary, {{"noise", made_up::noise_forecasts(diary)}});
    for (const TargetComparison& result : comparison.results) {
        const Correlation& carry_over = result.associations[2].correlation;
        EXPECT_FALSE(carry_over.onward.above() || carry_over.onward.below()) << result.target.name;
        for (const Share share : {Share::own, Share::shared}) {
            EXPECT_FALSE(result.find(Predictor::autoregression, share).beyond_mean.above()) << result.target.name;
        }
    }
    // README: lag-1 autocorrelation of intimacy -.07, nothing but the small-sample bias.
    EXPECT_NEAR(comparison.results.front().associations[2].correlation.pooled.value, -0.07, 0.02);
}

}  // namespace
}  // namespace nearness::infer
