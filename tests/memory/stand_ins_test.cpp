// Stand-ins that are no learners, against closed forms and what is said of them.
#include "memory/make.hpp"
#include "nearness/memory/rival_implementation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace nearness::memory {
namespace {

using Signs = std::array<double, EncounterCues::all>;  // what there is to see

Signs near(double closeness, double attention) {
    return {closeness, closeness * attention, closeness, closeness * attention, 0, 0.2, 0, 0.7, 0.6};
}

Rival<double> rival(std::string_view name, std::vector<RivalSetting> settings = {}) {
    RivalParameters parameters;
    parameters.learner = number_of(name);
    parameters.settings = std::move(settings);
    return Rival<double>::from(parameters, {}, eighty_years);
}

double predicted(const Rival<double>& memory, const Signs& signs, double age = 0, double offer = 1) {
    Cues<double> cues = all_known(signs);
    cues.offer = offer;
    return memory.recall(cues, age)->expect(signals_of(cues)).predicted;
}

void teach(Rival<double>& memory, const Signs& signs, double outcome, double protection = 0, double age = 0) {
    memory.learn({}, all_known(signs), {outcome, 0, protection, 1}, age, random::Stream(1, 0, {}));
}

random::Stream moment(std::uint32_t person, std::uint32_t number) {
    return {1, person, {2, number, random::encounters}};
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

TEST(stand_ins, null_persons_predict_nothing_or_the_worst_whatever_they_live) {
    for (const auto& [name, always] : {std::pair("no-alarm", 0.0), std::pair("constant-alarm", 1.0)}) {
        Rival<double> memory = rival(name);
        for (int i = 0; i < 20; ++i) {
            for (const double c : {0.0, 0.3, 1.0}) EXPECT_EQ(predicted(memory, near(c, 0.8)), always) << name;
            teach(memory, near(0.8, 0.8), 1 - always);
        }
    }
}

TEST(stand_ins, a_random_activation_is_a_coin_for_every_encounter) {
    Rival<double> memory = rival("random-activation", {{"random_activation.probability", 0.3}});
    EXPECT_EQ(predicted(memory, near(0.5, 0.5)), 0.3);  // before any
    std::vector<double> seen, before;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        memory.about_to_meet(moment(0, i), false);
        const double now = predicted(memory, near(0.9, 0.9));
        EXPECT_EQ(now, predicted(memory, near(0.1, 0.1)));
        EXPECT_TRUE(now == 0 || now == 1);
        if (!seen.empty()) before.push_back(seen.back());
        seen.push_back(now);
        teach(memory, near(0.9, 0.9), now);
    }
    const double mean = std::accumulate(seen.begin(), seen.end(), 0.0) / 2000;
    EXPECT_NEAR(mean, 0.3, 4 * std::sqrt(0.21 / 2000));
    seen.erase(seen.begin());
    EXPECT_NEAR(correlation(seen, before), 0, 4 / std::sqrt(2000.0));
    memory.about_to_meet(moment(0, 1), true);
    EXPECT_EQ(predicted(memory, near(0.5, 0.5)), 0.3);
}

TEST(stand_ins, a_trait_is_drawn_once_and_is_a_logit_normal_over_persons) {
    std::vector<double> logits;
    for (std::uint32_t person = 0; person < 1000; ++person) {
        Rival<double> memory = rival("fixed-trait", {{"fixed_trait.mean", 0.6}, {"fixed_trait.spread", 0.4}});
        EXPECT_DOUBLE_EQ(predicted(memory, near(0.5, 1)), 0.3);  // the middle person, before birth
        memory.born(moment(person, 3));
        const double level = predicted(memory, near(1, 0.2));
        memory.born(moment(person, 77));  // from another moment
        for (int i = 0; i < 5; ++i) teach(memory, near(0.8, 0.8), 1);
        EXPECT_EQ(predicted(memory, near(1, 0.9)), level);
        EXPECT_DOUBLE_EQ(predicted(memory, near(0.25, 0.9)), 0.25 * level);
        logits.push_back(std::log(level / (1 - level)));
    }
    double mean = 0, square = 0;
    for (const double one : logits) mean += one / 1000, square += one * one / 1000;
    EXPECT_NEAR(mean, std::log(0.6 / 0.4), 4 * 0.4 / std::sqrt(1000.0));
    EXPECT_NEAR(std::sqrt(square - mean * mean), 0.4, 4 * 0.4 / std::sqrt(2000.0));
}

TEST(stand_ins, a_trait_that_does_not_rise_is_the_same_at_every_distance) {
    const Rival<double> memory = rival("fixed-trait", {{"fixed_trait.rise", 0}});
    EXPECT_EQ(predicted(memory, near(0, 0)), predicted(memory, near(1, 1)));
}

TEST(stand_ins, an_autoregression_has_its_mean_its_spread_and_its_persistence) {
    const double kept = 0.7;
    Rival<double> memory =
        rival("autoregression",
              {{"autoregression.mean", 0.5}, {"autoregression.spread", 0.1}, {"autoregression.persistence", kept}});
    std::vector<double> all, first, second, two_on;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        memory.about_to_meet(moment(4, i), false);
        all.push_back(predicted(memory, near(0.9, 0.9)));
        EXPECT_EQ(all.back(), predicted(memory, near(0, 0.1)));
        teach(memory, near(0.9, 0.9), 1);
    }
    first.assign(all.begin(), all.end() - 2);
    second.assign(all.begin() + 1, all.end() - 1);
    two_on.assign(all.begin() + 2, all.end());
    EXPECT_NEAR(correlation(first, second), kept, 0.02);
    EXPECT_NEAR(correlation(first, two_on), kept * kept, 0.03);
    double mean = 0, square = 0;
    for (const double one : all) mean += one / 20000, square += one * one / 20000;
    EXPECT_NEAR(mean, 0.5, 0.01);
    EXPECT_NEAR(std::sqrt(square - mean * mean), 0.1, 0.005);
    for (std::uint32_t i = 0; i < 50; ++i) memory.about_to_meet(moment(4, i), true);
    EXPECT_NEAR(predicted(memory, near(0.9, 0.9)), 0.5, 1e-6);  // what is usual in the long run
}

TEST(stand_ins, a_set_goal_is_as_its_equations) {
    Rival<double> memory = rival("set-goal", {{"set_goal.distance_gain", 1.5},
                                              {"set_goal.emotional_gain", 0.5},
                                              {"set_goal.distance", 0.6},
                                              {"set_goal.emotional_distance", 0.3},
                                              {"set_goal.rejection_rate", 0.1},
                                              {"set_goal.acceptance_rate", 0.05}});
    const double c = 0.8, att = 0.4;
    EXPECT_DOUBLE_EQ(predicted(memory, near(c, att)), -1.5 * ((1 - c) - 0.6) + 0.5 * c * ((1 - att) - 0.3));
    teach(memory, near(c, att), 0.7, 0.5);
    const double distance = 0.6 + 0.1 * 0.7 * 0.4 - 0.05 * 0.3 * (1 - 0.9 * 0.5) * 0.6;
    EXPECT_NEAR(predicted(memory, near(c, att)), 1.5 * (distance - 0.2) + 0.5 * c * 0.3, 1e-12);
}

// What tells it from the theory (claim 25): the more rejection the more distance, and no memory of where it hurt.
TEST(stand_ins, a_set_goal_keeps_how_much_rejection_there_was_and_not_at_which_closeness) {
    const auto after = [](double rejections, double at) {
        Rival<double> memory = rival("set-goal");
        for (int i = 0; i < 100; ++i) teach(memory, near(at, 0.8), i < rejections ? 0.8 : 0.0);
        return memory;
    };
    for (const double c : {0.3, 0.5, 0.9}) {
        EXPECT_EQ(predicted(after(50, 0.2), near(c, 0.8)), predicted(after(50, 0.7), near(c, 0.8)));
        EXPECT_LE(predicted(after(20, 0.5), near(c, 0.8)), predicted(after(80, 0.5), near(c, 0.8)));
        EXPECT_LE(predicted(after(80, 0.5), near(c - 0.1, 0.8)), predicted(after(80, 0.5), near(c, 0.8)));
    }
    EXPECT_LT(predicted(after(20, 0.5), near(0.9, 0.8)), predicted(after(80, 0.5), near(0.9, 0.8)));
}

TEST(stand_ins, the_response_of_a_couple_is_no_alarm_up_to_its_level_and_one_above) {
    const Rival<double> memory = rival("couple-response", {{"couple_response.level", 0.4}});
    EXPECT_EQ(predicted(memory, near(0.5, 0.8)), 0);  // y = y0
    const double z = 0.9 * 0.8 / 0.4;
    EXPECT_DOUBLE_EQ(predicted(memory, near(0.9, 0.8)), 1 - z * std::exp(1 - z));
    EXPECT_EQ(predicted(memory, near(0.9, 0.8), 0, 0.5), 0);  // where less is offered
    const double more = 1.3 * z;
    EXPECT_DOUBLE_EQ(predicted(memory, near(0.9, 0.8), 0, 1.3), 1 - more * std::exp(1 - more));
}

TEST(stand_ins, involvement_adds_to_warmth_and_fades) {
    Rival<double> memory = rival("couple-response", {{"couple_response.level", 0.4},
                                                     {"couple_response.carry", 0.5},
                                                     {"couple_response.gain", 0.2},
                                                     {"couple_response.appeal", 0.1},
                                                     {"couple_response.fading", 10}});
    const double z = 0.5 * 0.4 / 0.4;
    teach(memory, near(0.5, 0.4), 0, 0, 100);
    const double x = 0.2 * (z * std::exp(1 - z) + 0.1);
    const auto alarm = [&](double involved) {
        const double warmth = (0.9 * 0.8 + 0.5 * involved) / 0.4;
        return 1 - warmth * std::exp(1 - warmth);
    };
    EXPECT_NEAR(predicted(memory, near(0.9, 0.8), 100), alarm(x), 1e-12);
    EXPECT_NEAR(predicted(memory, near(0.9, 0.8), 115), alarm(x * std::exp(-1.5)), 1e-12);
    teach(memory, near(0.5, 0.4), 1, 1, 105);  // pain and protection are nothing to it
    const double later = x * std::exp(-0.5);
    const double again = z + 0.5 * later / 0.4;
    EXPECT_NEAR(predicted(memory, near(0.9, 0.8), 105),
                alarm(later + 0.2 * (again * std::exp(1 - again) + 0.1) * (1 - later)), 1e-12);
}

TEST(stand_ins, two_processes_learn_as_their_equations_say) {
    Rival<double> memory = rival("two-process-avoidance", {{"two_process_avoidance.threat_rate", 0.2},
                                                           {"two_process_avoidance.action_rate", 0.5},
                                                           {"two_process_avoidance.bias", -1},
                                                           {"two_process_avoidance.effort", 0.1},
                                                           {"two_process_avoidance.protection", 0.6}});
    const Signs here = near(0.8, 0.5), there = near(0.5, 0.9);
    Signs threat{}, preference{};
    const auto sum = [&](const Signs& of, const Signs& at) {
        double total = 0;
        for (std::size_t i = 0; i < at.size(); ++i) total += of[i] * at[i];
        return total;
    };
    const auto chance = [&](const Signs& at) { return 1 / (1 + std::exp(1 - sum(preference, at))); };
    for (int i = 0; i < 30; ++i) {
        const double r = i % 3 == 0 ? 0.1 : 0.7, a = i % 2 == 0 ? 0.9 : 0.2;
        teach(memory, here, r, a);
        const double T = sum(threat, here);
        const double push = 0.2 * (r - T) * (1 - 0.6 * a);
        const double close = T - sum(threat, {0, 0, 0, 0, 0, 0.2, 0, 0.7, 0.6});  // without what contexts bring
        const double pull = 0.5 * a * (close - 0.1) * (a - chance(here));
        for (std::size_t d = 0; d < here.size(); ++d) threat[d] += push * here[d], preference[d] += pull * here[d];
        for (const Signs& at : {here, there}) {
            EXPECT_NEAR(predicted(memory, at), std::clamp(std::max(sum(threat, at), chance(at)), 0.0, 1.0), 1e-12);
        }
    }
}

// What two processes are for: escape relieves, and what it taught outlasts the fear (a property of actor and critic).
TEST(stand_ins, avoidance_outlasts_the_fear_that_taught_it) {
    const Signs here = near(0.5, 0.8);
    const auto hurt = [&] {
        Rival<double> memory = rival("two-process-avoidance");
        for (int i = 0; i < 40; ++i) teach(memory, here, 0.8);
        return memory;
    };
    Rival<double> avoided = hurt(), faced = hurt();
    for (int i = 0; i < 40; ++i) teach(avoided, here, 0, 1);  // safe, behind full protection
    EXPECT_GT(predicted(avoided, here), 0.8 - 1e-6);          // protected from extinction
    for (Rival<double>* memory : {&avoided, &faced}) {
        for (int i = 0; i < 60; ++i) teach(*memory, here, 0, 0);  // safe, and seen to be
    }
    EXPECT_LT(predicted(faced, here), 0.2);
    EXPECT_GT(predicted(avoided, here), 0.35);  // threat has gone from both; the habit rings the alarm
}

TEST(stand_ins, with_learning_switched_off_a_two_process_memory_never_protects) {
    Rival<double> memory = rival("two-process-avoidance",
                                 {{"two_process_avoidance.threat_rate", 0}, {"two_process_avoidance.action_rate", 0}});
    for (int i = 0; i < 40; ++i) teach(memory, near(0.8, 0.8), 0.9, 0.5);
    EXPECT_DOUBLE_EQ(predicted(memory, near(0.8, 0.8)), 1 / (1 + std::exp(2.0)));
}

TEST(stand_ins, stay_in_bounds_and_numbers_at_the_ends_of_their_parameters) {
    each_rival<double>([&]<class S>(S, int) {
        if constexpr (stand_ins::StandIn<S>) {
            typename S::Parameters parameters;
            S::Parameters::describe(parameters, [&](const Field& field, const auto&) {
                for (const double end : {field.low, field.high}) {
                    Rival<double> memory = rival(S::name, {{field.key, end}});
                    memory.born(moment(1, 0));
                    for (std::uint32_t i = 0; i < 30; ++i) {
                        memory.about_to_meet(moment(1, i), false);
                        teach(memory, near(0.7, 0.7), i % 2, 0.5, 3.0 * i);
                        for (const double c : {0.0, 0.5, 1.0}) {
                            const double now = predicted(memory, near(c, 0.8), 3.0 * i + 1);
                            EXPECT_TRUE(now >= 0 && now <= 1) << field.key << " " << end << " " << now;
                        }
                    }
                }
            });
        }
    });
}

}  // namespace
}  // namespace nearness::memory
