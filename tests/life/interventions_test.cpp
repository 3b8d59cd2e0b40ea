#include "nearness/life/interventions.hpp"

#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace nearness::life {
namespace {

using Watched = State<double>;

// The held states wherever a watcher may look, and what was met.
struct Diarist : NoWatcher {
    std::vector<Watched> seen;
    std::vector<world::Meeting<double>> met;
    void before_encounter(const Where&, const Watched& state) { seen.push_back(state); }
    void encounter(const Where&, const Watched& state, const world::Meeting<double>& meeting) {
        seen.push_back(state);
        met.push_back(meeting);
    }
    void session(const Where&, const Plan&, const Watched& state, const therapy::Session<double>&) {
        seen.push_back(state);
    }
    void event(const Where&, const Event&, const Watched& state) { seen.push_back(state); }
    void recorded(const Where&, const Watched& state, const RecordedMoment&, const RecordedResult<double>&) {
        seen.push_back(state);
    }
};

// A grown-up's year with a partner who pursues, with sessions and events that move every state.
Scenario a_moving_year() {
    Scenario scenario;
    scenario.others = {lives::av_caregiver(), lives::partner("pursuing")};
    Chapter year = lives::chapter("year", 16.0 * 365.0, 200.0, lives::partner_gap, 1);
    year.plans = {lives::plan(therapy::Parts{}, 4), lives::plan(therapy::Talk{}, 4, 2),
                  lives::plan(therapy::Pressure{}, 4, 30)};
    year.events = {{Stressor{0.8}, 50}, {Betrayal{0.6}, 100}};
    scenario.chapters = {lives::childhood(), year};
    return scenario;
}

Diarist lived(const Scenario& scenario, Watched& state, const std::vector<RecordedMoment>& diary = {}) {
    const Prepared prepared = Prepared::from(scenario);
    state = lives::grown_up(lives::av_caregiver(), 0);
    Diarist diarist;
    lives::live(prepared, 1, 1, 0, state, diarist, diary);
    return diarist;
}

TEST(interventions, a_held_state_has_its_value_at_every_moment_of_the_chapter) {
    Scenario scenario = a_moving_year();
    scenario.chapters[1].hold = {.trust = 0.4, .guard = 0.3, .insight = 0.2, .care = 0.9, .need = 0.7};
    Watched state;
    const Diarist diarist = lived(scenario, state);
    ASSERT_GT(diarist.seen.size(), 150U);
    for (const Watched& now : diarist.seen) {
        for (const double trust : now.person.protection.trust) EXPECT_EQ(trust, 0.4);
        EXPECT_EQ(now.person.protection.guard, 0.3);
        EXPECT_EQ(now.person.mind.insight, 0.2);
        EXPECT_EQ(now.person.bond.care, 0.9);
        EXPECT_EQ(now.person.bond.need, 0.7);
    }
    EXPECT_EQ(state.person.bond.need, 0.7);
    EXPECT_NEAR(diarist.met.front().wish, 0.7 * 0.95, 1e-12);
}

TEST(interventions, held_at_full_trust_nothing_is_done_against_closeness) {
    Scenario scenario = a_moving_year();
    Watched state;
    EXPECT_GT(lived(scenario, state).met.back().use, 0.1);
    scenario.chapters[1].hold.trust = 1;
    for (const auto& meeting : lived(scenario, state).met) EXPECT_EQ(meeting.use, 0);
}

TEST(interventions, what_is_set_at_the_start_goes_its_own_way) {
    Scenario scenario = a_moving_year();
    scenario.chapters[1].plans.erase(scenario.chapters[1].plans.begin());  // at the very start
    scenario.chapters[1].start = {.trust = 0.4, .insight = 0.9, .need = 0.1};
    Watched state;
    const Diarist diarist = lived(scenario, state);
    EXPECT_EQ(diarist.seen.front().person.protection.trust[0], 0.4);
    EXPECT_GT(diarist.seen.front().person.bond.need, 0.1);  // days have passed
    EXPECT_GT(state.person.mind.insight, 0.96);             // 0.9 and four sessions of talk: 1 − 0.1·0.75⁴ = 0.968
    EXPECT_LT(state.person.protection.trust[0], 0.4);       // betrayed
    scenario.chapters[1].hold.insight = 0.3;                // which counts where both are given
    EXPECT_EQ(lived(scenario, state).seen.front().person.mind.insight, 0.3);
}

TEST(interventions, a_chapter_after_it_goes_on_from_there) {
    Scenario scenario = a_moving_year();
    scenario.chapters[1].hold.trust = 1;
    Chapter later = lives::chapter("later", scenario.chapters[1].until, 28.0, lives::partner_gap, 1);
    later.events = {{Betrayal{1}, 1}};
    scenario.chapters.push_back(later);
    Watched state;
    lived(scenario, state);
    Diarist diarist;
    lives::live(Prepared::from(scenario), 2, 1, 0, state, diarist);
    EXPECT_EQ(diarist.seen.front().person.protection.trust[0], 0.5);
}

TEST(interventions, holding_beats_a_knock_out_and_setting_does_not) {
    person::KnockOuts out;
    out.add(person::Module::trust);
    Scenario scenario = a_moving_year();
    scenario.parameters.person.knock_out(out);
    scenario.chapters[1].start.trust = 0.8;
    Watched state;
    EXPECT_EQ(lived(scenario, state).seen.front().person.protection.trust[0], 0);
    scenario.chapters[1].hold.trust = 0.6;
    EXPECT_EQ(lived(scenario, state).seen.back().person.protection.trust[0], 0.6);
}

TEST(interventions, recorded_moments_are_lived_in_held_states_too) {
    Scenario scenario = a_moving_year();
    Chapter& chapter = scenario.chapters[1];
    chapter = lives::chapter("recorded", 16.0 * 365.0, 30.0, 0, -1);
    chapter.diary = true;
    chapter.hold.guard = 0.5;
    RecordedMoment moment;
    moment.time = 4;
    moment.cues.value[memory::closeness] = 0.8;
    moment.outcome = 0.4;
    Watched state;
    EXPECT_EQ(lived(scenario, state, {moment}).seen.front().person.protection.guard, 0.5);
}

// MODEL section 16: a partner of 0.9 and 0.4, one encounter a day for 240 days.
Scenario warm_and_cool(bool typical = false) {
    Scenario scenario = a_moving_year();
    scenario.others[1] = lives::partner("steady");
    scenario.others[1].other.responsive = 0.9;
    scenario.others[1].other.steady = 0.4;
    scenario.parameters.person.typical = typical;
    Chapter& chapter = scenario.chapters[1];
    chapter = lives::chapter("together", 20.0 * 365.0, 240.0, 1.0, 1);
    chapter.days = Days{{0.95, 1.4}, {0.7, 0.6}};
    return scenario;
}

std::vector<world::Meeting<double>> days_of(const Scenario& scenario, std::uint32_t person) {
    const Prepared prepared = Prepared::from(scenario);
    Watched state = lives::grown_up(lives::av_caregiver(), person);
    Diarist diarist;
    lives::live(prepared, 1, 1, person, state, diarist);
    return diarist.met;
}

TEST(interventions, every_second_day_from_the_first_is_warm_or_cool_by_a_fair_coin) {
    std::array<int, 3> counted{};
    std::array<double, 3> attention{};
    bool differ = false;
    const auto first = days_of(warm_and_cool(), 0);
    for (std::uint32_t person = 0; person < 4; ++person) {
        const auto met = days_of(warm_and_cool(), person);
        ASSERT_EQ(met.size(), 240U);
        for (std::size_t i = 0; i < met.size(); ++i) {
            EXPECT_EQ(met[i].day == 0, i % 2 == 1) << i;
            const auto kind = static_cast<std::size_t>(met[i].day);
            counted[kind] += 1;
            attention[kind] += met[i].attention;
            differ = differ || met[i].day != first[i].day;
        }
    }
    EXPECT_EQ(counted[0], 480);
    EXPECT_NEAR(counted[1], 240, 44);  // 4 standard deviations
    EXPECT_TRUE(differ);
    EXPECT_GT(attention[1] / counted[1], attention[2] / counted[2] + 0.1);
}

TEST(interventions, the_model_protects_more_on_warm_days_as_in_the_design_study) {
    std::array<int, 3> counted{};
    std::array<double, 3> use{};
    for (std::uint32_t person = 0; person < 12; ++person) {
        for (const auto& meeting : days_of(warm_and_cool(), person)) {
            counted[static_cast<std::size_t>(meeting.day)] += 1;
            use[static_cast<std::size_t>(meeting.day)] += meeting.use;
        }
    }
    EXPECT_NEAR(use[1] / counted[1], 0.36, 0.1);  // 12 lives, whose own means spread by 0.15
    EXPECT_NEAR(use[2] / counted[2], 0.19, 0.1);
    EXPECT_GT(use[1] / counted[1], 1.3 * use[2] / counted[2]);
}

TEST(interventions, the_kind_of_a_day_moves_no_other_draw) {
    Scenario alike = warm_and_cool();
    const world::Other& partner = alike.others[1].other;
    const OtherToday usual{partner.attention, partner.offer};
    alike.chapters[1].days = Days{usual, usual};
    Scenario plain = alike;
    plain.chapters[1].days.reset();
    const auto with = days_of(alike, 3), without = days_of(plain, 3);
    for (std::size_t i = 0; i < with.size(); ++i) EXPECT_EQ(with[i].use, without[i].use) << i;
}

TEST(interventions, on_the_typical_path_warm_and_cool_days_take_turns) {
    const auto met = days_of(warm_and_cool(true), 0);
    for (std::size_t i = 0; i < met.size(); ++i) EXPECT_EQ(met[i].day, i % 2 == 1 ? 0 : i % 4 == 0 ? 1 : 2) << i;
    EXPECT_EQ(met[0].attention, 0.95);
    EXPECT_EQ(met[2].attention, 0.7);
}

TEST(interventions, persons_side_by_side_have_each_their_own_days) {
    const Prepared prepared = Prepared::from(warm_and_cool());
    const std::vector<RecordedMoment> none;
    std::array<Watched, 4> group;
    std::array<Diarist, 4> diarists;
    for (std::uint32_t i = 0; i < 4; ++i) group[i] = lives::grown_up(lives::av_caregiver(), i);
    live_chapter_together<Diarist>(prepared, 1, 1,
                                   {Walker<Diarist>{group[0], 0, none, diarists[0]},
                                    {group[1], 1, none, diarists[1]},
                                    {group[2], 2, none, diarists[2]},
                                    {group[3], 3, none, diarists[3]}});
    for (std::uint32_t person = 0; person < 4; ++person) {
        const auto alone = days_of(warm_and_cool(), person);
        ASSERT_EQ(diarists[person].met.size(), alone.size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
            EXPECT_EQ(diarists[person].met[i].day, alone[i].day);
            EXPECT_EQ(diarists[person].met[i].use, alone[i].use) << person << " " << i;
        }
    }
}

}  // namespace
}  // namespace nearness::life
