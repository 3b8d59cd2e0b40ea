#include "nearness/engine/recorder.hpp"

#include "engine/plans.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace nearness::engine {
namespace {

template <class Rows>
int in_chapter(const Rows& rows, int chapter) {
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.chapter == chapter; }));
}

TEST(recorder, every_moment_of_a_recorded_person_leaves_a_row) {
    const RunPlan plan = small_plan(2);
    const PersonResult person = results(plan)[0];
    const ArmResult &written = person.arms[0], &treated = person.arms[1];
    for (int c = 0; c < 5; ++c) {
        const auto& summary = written.chapters[static_cast<std::size_t>(c)];
        EXPECT_EQ(in_chapter(written.moments, c), summary.encounters);
        EXPECT_EQ(in_chapter(written.sessions, c), 0);
    }
    EXPECT_EQ(in_chapter(written.events, 3), 1);
    EXPECT_EQ(written.events[0].kind, "stressor");
    EXPECT_EQ(in_chapter(treated.sessions, 3), 10);
    EXPECT_EQ(in_chapter(treated.moments, 0), 0);  // shared with the first arm
    EXPECT_EQ(in_chapter(treated.moments, 3), 24);
}

TEST(recorder, only_the_first_persons_are_recorded) {
    RunPlan plan = small_plan(4);
    plan.recorded_persons = 2;
    const auto persons = results(plan);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(persons[i].arms[0].moments.empty(), i >= 2);
        EXPECT_EQ(persons[i].arms[0].curves.empty(), i >= 2);
        EXPECT_EQ(persons[i].arms[0].templates.empty(), i >= 2);
        EXPECT_EQ(persons[i].arms[0].chapters.size(), 5U);
    }
}

TEST(recorder, being_recorded_changes_no_life) {
    RunPlan plan = small_plan(4);
    const auto all = results(plan);
    plan.recorded_persons = 0;
    const auto none = results(plan);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            ArmResult seen = all[i].arms[a];
            seen.moments.clear();
            seen.sessions.clear();
            seen.events.clear();
            seen.templates.clear();
            seen.curves.clear();
            EXPECT_EQ(bits_of(seen), bits_of(none[i].arms[a]));
        }
    }
}

TEST(recorder, summaries_are_the_means_of_the_rows) {
    const PersonResult person = results(small_plan(1))[0];
    const ArmResult& arm = person.arms[0];
    for (const int c : {0, 2, 3, 4}) {
        double use = 0, felt = 0, pain = 0, alarms = 0;
        const double n = in_chapter(arm.moments, c);
        for (const MomentRow& row : arm.moments) {
            if (row.chapter != c) continue;
            use += row.meeting.use / n;
            felt += row.meeting.felt / n;
            pain += row.meeting.pain / n;
            alarms += row.meeting.onset >= 0 ? 1 / n : 0;
        }
        const auto& summary = arm.chapters[static_cast<std::size_t>(c)];
        EXPECT_NEAR(summary.use, use, 1e-13);  // a sum of up to ninety shares, in another order
        EXPECT_NEAR(summary.felt, felt, 1e-13);
        EXPECT_NEAR(summary.pain, pain, 1e-13);
        EXPECT_NEAR(summary.alarms, alarms, 1e-13);
        double duty = 0;
        for (const double share : summary.on_duty) duty += share;
        EXPECT_NEAR(duty, 1.0, 1e-13);
    }
}

TEST(recorder, the_threat_curve_at_the_end_of_a_chapter_has_its_edge_and_area) {
    const PersonResult person = results(small_plan(1))[0];
    for (const ArmResult& arm : person.arms) {
        ASSERT_EQ(arm.curves.size(), arm.chapters.size());
        for (std::size_t c = 0; c < arm.curves.size(); ++c) {
            double edge = 1, area = 0;
            for (std::size_t i = arm.curves[c].size(); i-- > 0;) {
                area += arm.curves[c][i] / static_cast<double>(arm.curves[c].size());
                if (arm.curves[c][i] > 0.35) edge = 0.005 * static_cast<double>(i);
            }
            EXPECT_EQ(arm.chapters[c].edge, edge);
            EXPECT_NEAR(arm.chapters[c].area, area, 1e-13);
        }
    }
}

TEST(recorder, the_edge_of_the_last_row_is_measured_before_the_rest_of_the_chapter_passes) {
    const PersonResult person = results(small_plan(1))[0];
    const ArmResult& arm = person.arms[0];
    // The last chapter ends with its last encounter, at 28 of 28 days.
    EXPECT_EQ(arm.moments.back().edge, arm.chapters.back().edge);
    EXPECT_EQ(arm.moments.back().care, arm.chapters.back().care);
    EXPECT_EQ(arm.moments.back().templates, arm.chapters.back().templates);
}

TEST(recorder, templates_are_written_at_the_end_of_every_chapter) {
    const PersonResult person = results(small_plan(1))[0];
    const ArmResult& arm = person.arms[0];
    for (int c = 0; c < 5; ++c) {
        const auto& summary = arm.chapters[static_cast<std::size_t>(c)];
        EXPECT_EQ(in_chapter(arm.templates, c), summary.templates);
        double largest = 0;
        for (const TemplateRow& row : arm.templates) {
            if (row.chapter == c) largest = std::max(largest, row.charge);
            EXPECT_GE(row.told, 0.0);
            EXPECT_LE(row.told, 1.0 + 1e-12);
        }
        EXPECT_EQ(summary.charge, largest);
    }
}

TEST(recorder, diary_moments_of_everybody_are_kept) {
    RunPlan plan;
    plan.persons = 3;
    plan.recorded_persons = 1;
    life::Scenario scenario;
    scenario.chapters = {lives::chapter("diary", 25 * 365.0, 10.0, 0.0, -1)};
    scenario.chapters[0].diary = true;
    plan.arms = {{"as written", scenario}};
    for (int i = 0; i < 3; ++i) {
        plan.diary.push_back({"p", "g", std::vector<life::RecordedMoment>(static_cast<std::size_t>(i + 1))});
        for (life::RecordedMoment& moment : plan.diary.back().moments) moment.outcome = 0.5;
    }
    const auto persons = results(plan);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(persons[i].arms[0].recorded.size(), i + 1);
        EXPECT_EQ(persons[i].arms[0].chapters[0].encounters, static_cast<double>(i + 1));
    }
}

TEST(recorder, leaves_out_what_the_record_leaves_out) {
    RunPlan plan = small_plan(1);
    const ArmResult all = results(plan)[0].arms[1];
    EXPECT_TRUE(all.beats.empty());
    const auto sizes = [&](const Record& record) {
        plan.record = record;
        const ArmResult arm = results(plan)[0].arms[1];
        EXPECT_EQ(arm.chapters.size(), 5U);
        return std::array<std::size_t, 4>{arm.moments.size(), arm.sessions.size(), arm.curves.size(),
                                          arm.templates.size()};
    };
    const std::array<std::size_t, 4> whole = {all.moments.size(), all.sessions.size(), all.curves.size(),
                                              all.templates.size()};
    EXPECT_EQ(sizes({true, true, true, {}}), whole);
    EXPECT_EQ(sizes({false, true, true, {}}), (std::array<std::size_t, 4>{0, 0, whole[2], whole[3]}));
    EXPECT_EQ(sizes({true, false, true, {}}), (std::array<std::size_t, 4>{whole[0], whole[1], 0, whole[3]}));
    EXPECT_EQ(sizes({true, true, false, {}}), (std::array<std::size_t, 4>{whole[0], whole[1], whole[2], 0}));
}

// The beats of an encounter belong to its row, and watching them changes no life, alone or side by side.
TEST(recorder, keeps_the_beats_of_the_encounters_that_are_named) {
    RunPlan plan = small_plan(9);
    const auto unseen = results(plan, 2, 4);
    plan.record.beats = {{0, 1}, {3, 4}};
    const auto seen = results(plan, 2, 4);
    const int beats = plan.arms[0].scenario.parameters.person.encounter.beats();
    for (std::size_t p = 0; p < seen.size(); ++p) {
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            ArmResult arm = seen[p].arms[a];
            const bool recorded = plan.is_recorded(static_cast<int>(p));
            const int encounters = !recorded ? 0 : arm.departs == 0 ? 2 : 1;
            ASSERT_EQ(arm.beats.size(), static_cast<std::size_t>(encounters * beats));
            double use = 0, arousal = 0;
            for (const BeatRow& row : arm.beats) {
                if (row.chapter != 3) continue;
                EXPECT_EQ(row.number, 4);
                EXPECT_EQ(row.time, 5.0 * (row.now.number + 1));
                use += row.now.use / beats;
                arousal = std::max(arousal, row.now.arousal);
            }
            for (const MomentRow& row : arm.moments) {
                if (row.chapter != 3 || row.number != 4) continue;
                EXPECT_NEAR(row.meeting.use, use, 1e-13);
                EXPECT_EQ(row.meeting.arousal, arousal);
            }
            arm.beats.clear();
            EXPECT_EQ(bits_of(arm), bits_of(unseen[p].arms[a]));
        }
    }
}

}  // namespace
}  // namespace nearness::engine
