// A learner in the place of the templates, moment by moment: beside the learner on the same trials, and beside templates.
#include "memory/make.hpp"
#include "nearness/memory/learners/learners.hpp"
#include "nearness/memory/rival_implementation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace nearness::memory {
namespace {

constexpr std::array<double, EncounterCues::all> intimate{0.6, 0.5, 0.4, 0.3, 0.0, 0.2, 0.0, 0.2, 0.2};
const random::Stream draws(1, 0, {});

RivalParameters parameters_of(std::string_view name, std::vector<RivalSetting> settings = {}) {
    RivalParameters parameters;
    each_rival<double>([&](const auto& learner, int number) {
        if (learner.name == name) parameters.learner = number;
    });
    parameters.settings = std::move(settings);
    return parameters;
}

Rival<double> rival(const RivalParameters& parameters, const Parameters<double>& templates = {}) {
    return Rival<double>::from(parameters, templates, eighty_years);
}

double predicted(const Rival<double>& memory, const std::array<double, EncounterCues::all>& cues, double age) {
    return memory.recall(all_known(cues), age)->expect(signals_of(all_known(cues))).predicted;
}

std::vector<RivalParameters> all_learners() {
    std::vector<RivalParameters> all;
    each_rival<double>([&]<class L>(L, int number) {
        if (!stand_ins::StandIn<L>) all.push_back({number, {}});
    });
    return all;
}

std::vector<RivalParameters> all_rivals() {
    std::vector<RivalParameters> all;
    each_rival<double>([&](const auto&, int number) { all.push_back({number, {}}); });
    return all;
}

TEST(rivals, every_learner_either_fits_a_life_or_has_a_reason_why_not) {
    std::set<std::string> fit, unfit, all;
    learners::each_learner<double>([&](const auto& learner) { all.emplace(learner.name); });
    each_rival<double>([&](const auto& rival, int) {
        if (all.contains(std::string(rival.name))) fit.emplace(rival.name);
    });
    for (const Unfit& one : unfit_learners) {
        unfit.emplace(one.name);
        EXPECT_FALSE(one.why.empty());
    }
    EXPECT_EQ(fit.size() + unfit.size(), all.size());
    fit.merge(unfit);
    EXPECT_EQ(fit, all);
}

// Why some do not fit, as it is said to users.
template <class L>
double expected_after(double closeness_then, double closeness_now, double outcome) {
    const auto derived = L::derive({}, {EncounterCues::all, 1, eighty_years});
    auto state = L::begin(derived);
    const auto trial = [&](double near) {
        auto cues = intimate;
        cues[closeness] = near;
        return learners::Trial<double>::of(
            derived.setting, 0, [&](int d) { return cues[static_cast<std::size_t>(d)]; }, [&](int) { return outcome; });
    };
    for (int i = 0; i < 500; ++i) learners::live<L>(state, derived, trial(closeness_then), draws);
    return L::predict(state, derived, trial(closeness_now)).expected;
}

TEST(rivals, the_reasons_why_some_do_not_fit_are_so) {
    EXPECT_GT((expected_after<learners::Mackintosh<double>>(0.6, 0.6, 0.2)), 4 * 0.2);
    EXPECT_NEAR((expected_after<learners::RescorlaWagner<double>>(0.6, 0.6, 0.2)), 0.2, 1e-6);
    using Filter = learners::HierarchicalGaussianFilter<double>;
    EXPECT_EQ((expected_after<Filter>(0.6, 0.0, 0.4)), (expected_after<Filter>(0.6, 1.0, 0.4)));
}

TEST(rivals, are_numbered_as_their_words_are) {
    std::string words;
    RivalParameters parameters;
    double last = 0;
    RivalParameters::describe(parameters, [&](const Field& field, const auto&) {
        if (field.key != learner_key) return;
        words = field.choices;
        last = field.high;
    });
    EXPECT_EQ(last, static_cast<double>(all_rivals().size()));
    std::string expected(the_templates);
    for (const RivalParameters& one : all_rivals()) expected += " " + std::string(one.name());
    EXPECT_EQ(words, expected);
    EXPECT_EQ(parameters.name(), "templates");
}

TEST(rivals, templates_leave_nothing_in_their_place) {
    const Rival<double> none = rival({});
    EXPECT_TRUE(none.empty());
    EXPECT_FALSE(none.recall(all_known(intimate), 0).has_value());
}

TEST(rival, predicts_and_learns_as_the_learner_does_on_trials_of_the_same_cues) {
    using Model = learners::RescorlaWagner<double>;
    Model::Parameters own;
    own.salience = learners::PerStimulus<double>(0.2);
    const auto derived = Model::derive(own, {EncounterCues::all, 1, eighty_years});
    Model::State state = Model::begin(derived);
    Rival<double> memory = rival(parameters_of("rescorla-wagner", {{"rescorla_wagner.salience", 0.2}}));
    const Parameters<double> templates;
    for (int i = 0; i < 20; ++i) {
        std::array<double, EncounterCues::all> cues = intimate;
        cues[closeness] = 0.05 * i;
        const double outcome = i % 3 == 0 ? 0.0 : 0.7;
        const auto trial = learners::Trial<double>::of(
            derived.setting, i, [&](int d) { return cues[static_cast<std::size_t>(d)]; }, [&](int) { return outcome; });
        const double expected = learners::live<Model>(state, derived, trial, draws).expected;
        EXPECT_EQ(predicted(memory, cues, i), math::clip(expected, 0.0, 1.0)) << i;
        memory.learn(templates, all_known(cues), {outcome, 0, 0, 1}, i, draws);
    }
}

TEST(rival, every_learner_expects_pain_after_pain_less_after_safety_and_never_leaves_its_bounds) {
    for (const RivalParameters& parameters : all_learners()) {
        Rival<double> memory = rival(parameters);
        const Parameters<double> templates;
        double age = 0;
        const auto live = [&](int moments, double outcome) {
            for (int i = 0; i < moments; ++i) {
                memory.learn(templates, all_known(intimate), {outcome, outcome > 0 ? 0.5 : 0, 0, 1}, age += 3, draws);
                const double now = predicted(memory, intimate, age);
                EXPECT_GE(now, 0) << parameters.name();
                EXPECT_LE(now, 1) << parameters.name();
            }
            return predicted(memory, intimate, age);
        };
        const double hurt = live(60, 0.8), safe = live(200, 0.0);
        EXPECT_GT(hurt, 0.4) << parameters.name();
        EXPECT_LT(safe, 0.5 * hurt) << parameters.name();
    }
}

TEST(rival, safety_under_full_protection_moves_a_tenth_of_what_it_moves_without) {
    for (const std::string_view name : {"rescorla-wagner", "kalman-filter", "temporal-difference"}) {
        const Parameters<double> templates;  // credit 0.9
        const auto drop = [&](double protection) {
            Rival<double> memory = rival(parameters_of(name));
            for (int i = 0; i < 10; ++i) memory.learn(templates, all_known(intimate), {0.6, 0, 0, 1}, i, draws);
            const double before = predicted(memory, intimate, 10);
            memory.learn(templates, all_known(intimate), {0.1, 0, protection, 1}, 10, draws);
            return before - predicted(memory, intimate, 10);
        };
        EXPECT_GT(drop(0), 0.01) << name;
        EXPECT_NEAR(drop(1) / drop(0), 0.1, 1e-9) << name;
    }
}

TEST(rival, pain_is_never_discounted) {
    const Parameters<double> templates;
    const auto after = [&](double protection) {
        Rival<double> memory = rival(parameters_of("kalman-filter"));
        for (int i = 0; i < 5; ++i) memory.learn(templates, all_known(intimate), {0.7, 0.3, protection, 1}, i, draws);
        return predicted(memory, intimate, 5);
    };
    EXPECT_EQ(after(1), after(0));
}

TEST(rival, can_be_told_as_far_as_the_moments_it_was_made_from) {
    Rival<double> memory = rival(parameters_of("rescorla-wagner"));
    const auto telling = [&] { return memory.recall(all_known(intimate), 0)->telling; };
    EXPECT_EQ(telling(), 1.0);
    memory.learn({}, all_known(intimate), {0.5, 0, 0, 0.0}, 0, draws);
    EXPECT_EQ(telling(), 0.0);
    for (int i = 0; i < 3; ++i) memory.learn({}, all_known(intimate), {0.5, 0, 0, 1.0}, 0, draws);
    EXPECT_DOUBLE_EQ(telling(), 0.75);
}

TEST(rival, a_cue_that_is_not_known_takes_no_part) {
    Rival<double> memory = rival(parameters_of("rescorla-wagner"));
    Cues<double> cues = all_known(intimate);
    cues.known[closeness] = false;
    for (int i = 0; i < 40; ++i) memory.learn({}, cues, {0.8, 0, 0, 1}, i, draws);
    std::array<double, EncounterCues::all> alone{};
    alone[closeness] = 1;
    EXPECT_EQ(predicted(memory, alone, 40), 0.0);  // nothing was learned about it
    alone[attention] = 0.5;
    EXPECT_GT(predicted(memory, alone, 40), 0.0);
}

TEST(rival, a_copy_is_a_fork) {
    Rival<double> memory = rival(parameters_of("hybrid-pearce-hall"));
    const Rival<double> before = memory;
    memory.learn({}, all_known(intimate), {0.8, 0, 0, 1}, 0, draws);
    EXPECT_EQ(predicted(before, intimate, 0), 0.0);
    EXPECT_GT(predicted(memory, intimate, 0), 0.0);
}

// (rival.1) and (rival.2) with everything a template memory lacks taken out of the templates too: the same to rounding.
TEST(rival, a_template_memory_agrees_with_templates_that_have_no_contexts_credit_integration_and_overwhelm) {
    Parameters<double> templates;
    templates.pain_rate = templates.safety_rate = 0.1;
    templates.revisability_floor = 1;
    templates.protection_credit = 0;
    templates.concentration = 1;
    templates.signal_width = 0.15;
    const Derived<double> kernel = derived(templates);
    State<double> state;
    Rival<double> memory = rival(parameters_of("template-memory"), templates);
    double age = 0;
    for (int i = 0; i < 300; ++i) {
        Cues<double> cues = all_known(intimate);
        cues.value[closeness] = 0.5 + 0.5 * std::sin(i);
        cues.value[vulnerability] = i < 150 ? 0.2 : 0.9;
        cues.forget_contexts();
        const double wait = i == 200 ? 400 : 2.5;
        Memory::pass(state, kernel, wait);
        age += wait;
        const auto there = Memory::match(Memory::prepare(state, templates, cues), signals_of(cues)).predicted;
        EXPECT_NEAR(memory.recall(cues, age)->expect(signals_of(cues)).predicted, there, 1e-12) << i;
        const Lesson<double> lesson{i % 4 == 0 ? 0.9 : 0.1, 0.3, 0.5, 1};
        Memory::learn(state, templates, kernel, cues, lesson);
        memory.learn(templates, cues, lesson, age, draws);
    }
    EXPECT_GE(state.count, 2);
}

}  // namespace
}  // namespace nearness::memory
