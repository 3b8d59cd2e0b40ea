// Each module switched off: what it carried is gone, and nothing else changed by itself.
#include "nearness/person/knock_outs.hpp"

#include "reference/lives.hpp"

#include <gtest/gtest.h>

namespace nearness::person {
namespace {

// A life with a caregiver who hurts, a pursuing partner, and every therapy that could move a state.
struct Lived {
    life::State<double> state;
    std::vector<life::Summary> chapters;
    std::vector<world::Meeting<double>> meetings;
};

struct Keep : life::NoWatcher {
    std::vector<world::Meeting<double>>* all;
    void encounter(const life::Where&, const life::State<double>&, const world::Meeting<double>& meeting) {
        all->push_back(meeting);
    }
};

Lived live(KnockOuts out, double childhood_from = 0.5) {
    life::Scenario scenario = lives::whole_life(
        lives::av_caregiver(), lives::partner("pursuing"),
        {lives::plan(therapy::Talk{}, 4), lives::plan(therapy::Parts{}, 4), lives::plan(therapy::Pressure{}, 2, 60.0)},
        childhood_from);
    scenario.chapters[3].events = {{life::Betrayal{0.8}, 200.0}, {life::Stressor{0.5}, 210.0}};
    scenario.parameters.person.knock_out(out);
    Lived lived;
    Keep keep;
    keep.all = &lived.meetings;
    lived.chapters = lives::live(life::Prepared::from(scenario), 1, 0, lived.state, keep);
    return lived;
}

Lived without(Module module, double childhood_from = 12.0) {
    KnockOuts out;
    out.add(module);
    return live(out, childhood_from);
}

const Lived& whole() {
    static const Lived lived = live({}, 12.0);
    return lived;
}

double total(const Lived& lived, double world::Meeting<double>::*member) {
    double sum = 0;
    for (const auto& meeting : lived.meetings) sum += meeting.*member;
    return sum;
}

TEST(knock_outs, every_module_is_in_the_table_once_and_says_what_it_does) {
    for (std::size_t i = 0; i < modules.size(); ++i) {
        EXPECT_FALSE(modules[i].says.empty());
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(modules[i].name, modules[j].name);
    }
    EXPECT_EQ(modules[static_cast<std::size_t>(Module::context)].name, "context");
    EXPECT_EQ(modules.size(), static_cast<std::size_t>(Module::context) + 1);
}

TEST(knock_outs, none_changes_nothing) {
    Parameters<double> parameters, untouched;
    parameters.knock_out({});
    Parameters<double>::describe(parameters, [&](const Field& field, const auto& value) {
        EXPECT_EQ(static_cast<double>(value), field.standard) << field.key;
    });
    EXPECT_EQ(parameters.verbal(100.0), untouched.verbal(100.0));
}

TEST(knock_outs, some_are_an_extreme_parameter) {
    const auto with = [](Module module) {
        Parameters<double> parameters;
        KnockOuts out;
        out.add(module);
        parameters.knock_out(out);
        return parameters;
    };
    EXPECT_EQ(with(Module::working_model).memory.generalisation, 0.0);
    EXPECT_EQ(with(Module::self_confirmation).body.self_confirmation, 0.0);
    EXPECT_EQ(with(Module::overwhelm_confirmation).body.overwhelm_confirmation, 0.0);
    EXPECT_EQ(with(Module::overwhelm_learning).memory.pain_rate, 0.02);
    EXPECT_EQ(with(Module::protection_credit).memory.protection_credit, 0.0);
    EXPECT_EQ(with(Module::integration).memory.revisability_floor, 1.0);
    EXPECT_EQ(with(Module::verbal_access).verbal(1.0), 1.0);
}

TEST(knock_outs, each_state_stays_where_it_starts_and_moves_when_it_may) {
    const auto& person = whole().state.person;
    EXPECT_GT(person.protection.guard, 0.0);
    EXPECT_EQ(without(Module::guard).state.person.protection.guard, 0.0);
    EXPECT_GT(person.mind.insight, 0.0);
    EXPECT_EQ(without(Module::reflection).state.person.mind.insight, 0.0);
    EXPECT_NE(person.protection.value[0], 0.0);
    EXPECT_EQ(without(Module::repertoire_learning).state.person.protection.value, (protection::PerStrategy<double>{}));
    EXPECT_GT(person.protection.trust[0], 0.0);
    EXPECT_EQ(without(Module::trust).state.person.protection.trust, (protection::PerStrategy<double>{}));
    EXPECT_NE(person.bond.care, 0.2);
    EXPECT_EQ(without(Module::care).state.person.bond.care, 0.2);
    EXPECT_EQ(without(Module::need).state.person.bond.need, 0.5);
    for (const auto& meeting : without(Module::need).meetings) {
        EXPECT_GE(meeting.wish, 0.5 * 0.5);
        EXPECT_LE(meeting.wish, 0.5);
    }
}

TEST(knock_outs, nothing_goes_numb_without_numbing) {
    EXPECT_GT(total(whole(), &world::Meeting<double>::numb), 0.0);
    EXPECT_EQ(total(without(Module::numbing), &world::Meeting<double>::numb), 0.0);
}

TEST(knock_outs, everything_can_be_told_with_verbal_access_knocked_out) {
    const Lived early = live({}, 0.5);
    EXPECT_LT(early.chapters.back().telling, 1.0);
    EXPECT_NEAR(without(Module::verbal_access, 0.5).chapters.back().telling, 1.0, 1e-12);
}

TEST(knock_outs, without_context_it_does_not_matter_who_it_is) {
    const Lived blind = without(Module::context);
    life::Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner());
    scenario.parameters.person.knock_out([] {
        KnockOuts out;
        out.add(Module::context);
        return out;
    }());
    const auto& person = blind.state.person;
    const auto area = [&](const life::Parameters<double>& parameters, std::array<double, 2> identity) {
        return world::Measures<double>::curve(person, parameters.person, lives::partner("ordinary").other, identity)
            .area;
    };
    EXPECT_EQ(area(scenario.parameters, {0.2, 0.2}), area(scenario.parameters, {0.9, 0.9}));
    EXPECT_NE(area(life::Parameters<double>{}, {0.2, 0.2}), area(life::Parameters<double>{}, {0.9, 0.9}));
}

// Insight can win the race against threat only where it exists.
TEST(knock_outs, without_reflection_nothing_is_reported_but_what_the_body_says) {
    for (const auto& meeting : without(Module::reflection).meetings) {
        EXPECT_EQ(meeting.reflection, 0.0);
        EXPECT_EQ(meeting.reported, meeting.bodily);
    }
}

}  // namespace
}  // namespace nearness::person
