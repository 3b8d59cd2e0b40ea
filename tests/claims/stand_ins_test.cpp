// Every null person and every rival lives a whole life, and does what the table says of it.
#include "nearness/claims/stand_ins.hpp"

#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

namespace nearness::claims {
namespace {

struct Diarist : life::NoWatcher {
    std::vector<world::Meeting<double>> met;
    std::vector<double> ages;
    void encounter(const life::Where& where, const life::State<double>&, const world::Meeting<double>& meeting) {
        met.push_back(meeting);
        ages.push_back(where.age);
    }
};

struct Life {
    life::Prepared prepared;
    life::State<double> state;
    std::vector<life::Summary> chapters;
    Diarist diary;
    life::State<double> at_16;  // after childhood

    // With the partner of the nine arms, in states as they were.
    world::Curve<double> curve(const life::State<double>& then) const {
        return world::Measures<double>::curve(then.person, prepared.scenario.parameters.person,
                                              prepared.scenario.others[1].other, {0.7, 0.6});
    }
    double mean(double world::Meeting<double>::*part, std::size_t from) const {
        double sum = 0;
        for (std::size_t i = from; i < diary.met.size(); ++i) sum += diary.met[i].*part;
        return sum / static_cast<double>(diary.met.size() - from);
    }
    std::size_t grown() const {
        const auto found =
            std::find_if(diary.ages.begin(), diary.ages.end(), [](double age) { return age > 19 * 365; });
        return static_cast<std::size_t>(found - diary.ages.begin());
    }
};

// The childhood and years of the base arm of scenarios/nine_arms.toml.
Life lived(std::string_view id, std::vector<life::Plan> plans = {}, std::uint32_t person = 0, bool secure = false,
           double hold_trust = -1) {
    life::NamedOther caregiver = lives::av_caregiver();
    if (secure) caregiver.other = world::preset("caregiver", "secure");
    life::Scenario scenario = lives::whole_life(caregiver, lives::partner(), std::move(plans));
    if (hold_trust >= 0) scenario.chapters[3].hold.trust = hold_trust;
    stand_in(id)->become(scenario.parameters);
    Life life{life::Prepared::from(scenario), {}, {}, {}, {}};
    life.state = life::newborn(life.prepared);
    for (std::size_t c = 0; c < scenario.chapters.size(); ++c) {
        life.chapters.push_back(lives::live(life.prepared, c, 1, person, life.state, life.diary));
        if (c == 0) life.at_16 = life.state;
    }
    return life;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
    const auto n = static_cast<double>(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) ma += a[i] / n, mb += b[i] / n;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

TEST(stand_ins, have_ids_names_and_a_sentence_of_their_own) {
    std::set<std::string_view> ids, names, sentences;
    for (const StandIn& one : stand_ins()) {
        EXPECT_TRUE(ids.insert(one.id).second) << one.id;
        EXPECT_TRUE(names.insert(one.name).second) << one.name;
        EXPECT_TRUE(sentences.insert(one.says).second) << one.says;
        EXPECT_EQ(one.null_person, one.id.front() == 'N');
        EXPECT_EQ(stand_in(one.id), &one);
    }
    for (const char* id : {"N1", "N2", "N3", "N4", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"}) {
        EXPECT_TRUE(ids.contains(id)) << id;
    }
    EXPECT_EQ(stand_in("R11"), nullptr);
}

TEST(stand_ins, each_is_another_life_but_the_theory_itself) {
    std::vector<life::Parameters<double>> seen;
    for (const StandIn& one : stand_ins()) {
        life::Parameters<double> parameters;
        one.become(parameters);
        EXPECT_EQ(parameters == life::Parameters<double>(), one.id == "R5") << one.id;
        for (const auto& before : seen) EXPECT_FALSE(before == parameters) << one.id;
        seen.push_back(parameters);
    }
}

TEST(stand_ins, every_one_lives_a_whole_life_within_bounds) {
    for (const StandIn& one : stand_ins()) {
        const Life life = lived(one.id);
        for (life::Summary summary : life.chapters) {
            life::Summary::describe(summary, [&](const life::Column& column, double& value) {
                if (column.unit != "1" || column.name == "encounters" || column.name == "sessions") return;
                if (column.name == "templates") return;
                EXPECT_FALSE(value < 0 || value > 1) << one.id << " " << column.name << " " << value;
            });
        }
        for (const auto& meeting : life.diary.met) {
            for (const double value : {meeting.use, meeting.felt, meeting.bodily, meeting.outcome, meeting.arousal}) {
                ASSERT_TRUE(value >= 0 && value <= 1) << one.id;
            }
        }
        const auto curve = life.curve(life.state);
        EXPECT_TRUE(curve.edge >= 0 && curve.edge <= 1 && curve.area >= 0 && curve.area <= 1) << one.id;
    }
}

TEST(stand_ins, no_alarm_never_protects_and_constant_alarm_does_from_the_first_encounter) {
    const Life none = lived("N1"), constant = lived("N2");
    for (const auto& meeting : none.diary.met) EXPECT_LT(meeting.use, 0.01);
    for (const auto& meeting : constant.diary.met) EXPECT_GT(meeting.use, 0.97);
    EXPECT_EQ(none.curve(none.state).edge, 1);
    EXPECT_EQ(constant.curve(constant.state).edge, 0);
}

TEST(stand_ins, random_activation_protects_in_half_of_the_encounters_whoever_is_met) {
    const Life hurt = lived("N3"), safe = lived("N3", {}, 0, true);
    ASSERT_EQ(hurt.diary.met.size(), safe.diary.met.size());
    double share = 0;
    for (std::size_t i = 0; i < hurt.diary.met.size(); ++i) {
        const double use = hurt.diary.met[i].use;
        EXPECT_TRUE(use < 0.01 || use > 0.97);
        EXPECT_EQ(use > 0.5, safe.diary.met[i].use > 0.5);
        share += use > 0.5 ? 1.0 : 0.0;
    }
    share /= static_cast<double>(hurt.diary.met.size());
    EXPECT_NEAR(share, 0.5, 4 * 0.5 / std::sqrt(1700.0));
}

TEST(stand_ins, without_learning_the_curve_at_sixteen_stays_whatever_is_done) {
    const Life life = lived("N4", {lives::plan(therapy::Parts{}, 12), lives::plan(therapy::Emdr{}, 12)});
    const auto then = life.curve(life.at_16), now = life.curve(life.state);
    EXPECT_EQ(then.predicted, now.predicted);
    EXPECT_LT(then.edge, 0.5);
    const Life theory = lived("R5", {lives::plan(therapy::Parts{}, 12), lives::plan(therapy::Emdr{}, 12)});
    EXPECT_EQ(theory.curve(theory.at_16).predicted, then.predicted);  // the same childhood
    EXPECT_NE(theory.curve(theory.state).predicted, now.predicted);
}

TEST(stand_ins, learners_learn_a_hurt_childhood_and_not_a_secure_one) {
    for (const char* id : {"R1", "R2", "R3", "R4", "R5", "R8"}) {
        const Life hurt = lived(id), safe = lived(id, {}, 0, true);
        EXPECT_LT(hurt.curve(hurt.at_16).edge, 0.75) << id;
        EXPECT_GT(safe.curve(safe.at_16).edge, 0.95) << id;
    }
}

TEST(stand_ins, a_trait_is_the_same_after_childhood_therapy_and_years) {
    std::set<double> edges;
    for (std::uint32_t person = 0; person < 4; ++person) {
        const Life treated = lived("R6", {lives::plan(therapy::Emdr{}, 12)}, person);
        const Life secure = lived("R6", {}, person, true);
        const double edge = treated.curve(treated.state).edge;
        EXPECT_EQ(treated.curve(treated.at_16).edge, edge);
        EXPECT_EQ(secure.curve(secure.state).edge, edge);
        EXPECT_GT(treated.mean(&world::Meeting<double>::use, treated.grown()), 0.05);
        edges.insert(edge);
    }
    EXPECT_GT(edges.size(), 2U);
}

TEST(stand_ins, a_low_appetite_stays_distant_without_protecting) {
    const Life low = lived("R6b"), usual = lived("N1");
    EXPECT_LT(low.mean(&world::Meeting<double>::use, low.grown()), 0.01);
    EXPECT_LT(low.mean(&world::Meeting<double>::wish, low.grown()),
              0.7 * usual.mean(&world::Meeting<double>::wish, usual.grown()));
    EXPECT_LT(low.mean(&world::Meeting<double>::mean_closeness, low.grown()),
              0.5 * usual.mean(&world::Meeting<double>::mean_closeness, usual.grown()));
}

TEST(stand_ins, insight_lowers_protection_with_full_authority_and_hardly_in_the_theory) {
    const auto drop = [](const char* id) {
        const Life without = lived(id), with = lived(id, {lives::plan(therapy::Talk{}, 12)});
        return without.mean(&world::Meeting<double>::use, without.grown() + 100) -
               with.mean(&world::Meeting<double>::use, with.grown() + 100);
    };
    EXPECT_GT(drop("R7"), 0.2);
    EXPECT_LT(drop("R5"), 0.1);
}

TEST(stand_ins, prepared_reappraisal_may_win_the_race_and_unprepared_does_not) {
    const auto wins = [](const char* id) {
        const Life life = lived(id, {lives::plan(therapy::Talk{}, 12)});
        double won = 0, rang = 0;
        for (std::size_t i = life.grown() + 60; i < life.diary.met.size(); ++i) {
            const auto& meeting = life.diary.met[i];
            if (meeting.onset < 0) continue;
            rang += 1;
            won += meeting.reappraisal_time < meeting.threat_time ? 1 : 0;
        }
        return rang > 0 ? won / rang : 0.0;
    };
    EXPECT_EQ(wins("R7"), 0);
    EXPECT_GE(wins("R7b"), wins("R7"));
}

// Claim 25's rival: onset matters only for how much is suffered.
TEST(stand_ins, a_set_goal_forgives_slowly_and_needs_no_closeness_to_do_so) {
    const Life hurt = lived("R8");
    EXPECT_GT(hurt.curve(hurt.state).edge, hurt.curve(hurt.at_16).edge);  // an ordinary partner is kinder than AV
    EXPECT_LT(hurt.curve(hurt.state).edge, 1);
}

TEST(stand_ins, the_response_of_a_couple_knows_no_childhood_and_protects_more_where_more_is_offered) {
    const Life hurt = lived("R9"), safe = lived("R9", {}, 0, true);
    EXPECT_NEAR(hurt.curve(hurt.state).edge, safe.curve(safe.state).edge, 0.05);
    life::Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner());
    scenario.chapters.erase(scenario.chapters.begin(), scenario.chapters.begin() + 2);
    scenario.chapters[0].days = life::Days{{0.95, 1.4}, {0.7, 0.6}};
    stand_in("R9")->become(scenario.parameters);
    const life::Prepared prepared = life::Prepared::from(scenario);
    std::array<double, 3> use{}, counted{};
    for (std::uint32_t person = 0; person < 8; ++person) {
        life::State<double> state = life::newborn(prepared);
        Diarist diarist;
        lives::live(prepared, 0, 1, person, state, diarist);
        for (const auto& meeting : diarist.met) {
            use[static_cast<std::size_t>(meeting.day)] += meeting.use;
            counted[static_cast<std::size_t>(meeting.day)] += 1;
        }
    }
    EXPECT_GT(use[1] / counted[1], 1.5 * use[2] / counted[2]);
}

TEST(stand_ins, an_autoregression_follows_itself_and_nothing_that_is_offered) {
    life::Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner());
    life::Chapter together = lives::chapter("together", 20 * 365.0, 3000, 1, 1);
    together.days = life::Days{{0.95, 1.4}, {0.7, 0.6}};
    scenario.chapters = {together};
    stand_in("R10")->become(scenario.parameters);
    const life::Prepared prepared = life::Prepared::from(scenario);
    life::State<double> state = life::newborn(prepared);
    Diarist diarist;
    lives::live(prepared, 0, 1, 0, state, diarist);
    std::vector<double> now, next, warm, special;
    for (std::size_t i = 0; i < diarist.met.size(); ++i) {
        if (i > 0) now.push_back(diarist.met[i - 1].use), next.push_back(diarist.met[i].use);
        if (diarist.met[i].day == 0) continue;
        warm.push_back(diarist.met[i].day == 1 ? 1 : 0);
        special.push_back(diarist.met[i].use);
    }
    EXPECT_NEAR(correlation(now, next), 0.5, 0.08);  // (6/π) asin(¼) = 0.483, of 3,000
    EXPECT_NEAR(correlation(warm, special), 0, 4 / std::sqrt(1500.0));
    EXPECT_NEAR(correlation(warm, special), 0, 0.1);
}

// What a habit is: a year with protection held back undoes the theory's threat, and leaves this rival's propensity to protect.
TEST(stand_ins, two_processes_go_on_protecting_after_a_year_in_which_nothing_had_to_be_protected_from) {
    const Life free = lived("R4"), held = lived("R4", {}, 0, false, 1), theory = lived("R5", {}, 0, false, 1);
    EXPECT_LT(free.curve(free.state).edge, 0.5);
    EXPECT_LT(held.curve(held.state).edge, 0.6);
    EXPECT_GE(held.curve(held.state).edge, free.curve(free.state).edge);
    EXPECT_GT(theory.curve(theory.state).edge, 0.9);
    const auto threat_near = [](const Life& life) { return life.curve(life.state).predicted.back(); };
    EXPECT_GT(threat_near(held), 0.35);
}

}  // namespace
}  // namespace nearness::claims
