// Lives whose memory is a learner.
#include "nearness/life/lift.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::life {
namespace {

int number_of(std::string_view name) {
    int found = 0;
    memory::each_rival<double>([&](const auto& learner, int number) {
        if (learner.name == name) found = number;
    });
    return found;
}

std::vector<std::string_view> all_rivals() {
    std::vector<std::string_view> names;
    memory::each_rival<double>([&](const auto& learner, int) { names.push_back(learner.name); });
    return names;
}

Scenario scenario_with(std::string_view learner, std::vector<Plan> plans = {}, double from = 12.0) {
    Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), std::move(plans), from);
    scenario.parameters.person.rival.learner = number_of(learner);
    return scenario;
}

struct Life {
    Prepared prepared;
    State<double> state;
    std::vector<Summary> chapters;

    explicit Life(Scenario scenario, std::uint32_t person = 0) : prepared(Prepared::from(std::move(scenario))) {
        NoWatcher nobody;
        chapters = lives::live(prepared, 1, person, state, nobody);
    }
    double predicted(double closeness) const {
        const auto vantage = Vantage<double>::of(state, prepared.scenario, 1);
        const auto curve = world::Measures<double>::curve(state.person, prepared.scenario.parameters.person,
                                                          vantage.other, vantage.identity);
        return curve.predicted[static_cast<std::size_t>(closeness / 0.005 + 0.5)];
    }
};

TEST(rival_memory, a_life_with_any_learner_stays_within_bounds_and_claims_no_templates) {
    for (const std::string_view name : all_rivals()) {
        const Life life(scenario_with(name, {lives::plan(therapy::Parts{}, 3), lives::plan(therapy::Emdr{}, 3, 28)}));
        EXPECT_FALSE(life.state.person.rival.empty());
        for (Summary summary : life.chapters) {
            EXPECT_EQ(summary.templates, 0) << name;
            EXPECT_TRUE(std::isnan(summary.charge)) << name;
            EXPECT_TRUE(std::isnan(summary.integration)) << name;
            Summary::describe(summary, [&](const Column& column, double& value) {
                if (column.unit != "1" || column.name == "encounters" || column.name == "sessions") return;
                EXPECT_FALSE(value < 0 || value > 1) << name << " " << column.name << " " << value;
            });
        }
    }
}

TEST(rival_memory, early_harm_raises_predicted_pain_and_safe_years_lower_it) {
    for (const std::string_view name : {"rescorla-wagner", "kalman-filter", "hybrid-pearce-hall"}) {
        Scenario harmed = scenario_with(name);
        harmed.chapters.resize(1);
        Scenario safe = harmed;
        safe.others[0].other.kind = world::Caregiver{.escape = 0.5};
        const Life hurt(harmed), kept(safe);
        EXPECT_GT(hurt.predicted(0.8), kept.predicted(0.8) + 0.2) << name;

        Scenario after = harmed;
        after.others[1] = lives::partner("steady");
        after.others[1].other.responsive = 1;
        after.chapters.push_back(lives::chapter("safe", 16.0 * 365.0, 730.0, 2.0, 1));
        EXPECT_LT(Life(after).predicted(0.8), hurt.predicted(0.8) - 0.1) << name;
    }
}

// What the theory's explanation of therapy needs: something that can be processed. Where it is not, sessions of EMDR leave
// a life as it is to the last bit; with templates they do not.
TEST(rival_memory, emdr_moves_templates_and_no_learner) {
    const auto edges = [](std::string_view name) {
        const Life without(scenario_with(name)), with(scenario_with(name, {lives::plan(therapy::Emdr{}, 12)}));
        return std::pair(without.predicted(0.8), with.predicted(0.8));
    };
    const auto [untreated, treated] = edges("templates");
    EXPECT_LT(treated, untreated - 0.01);
    for (const std::string_view name : {"rescorla-wagner", "soft-memory-modification"}) {
        const auto [before, after] = edges(name);
        EXPECT_NEAR(after, before, 1e-12) << name;  // waits are cut in two
    }
}

// With everything that a template memory lacks knocked out, its lives are those of the templates, encounter by encounter.
TEST(rival_memory, a_life_with_a_template_memory_is_that_of_templates_without_what_it_lacks) {
    struct Diarist : NoWatcher {
        std::vector<double> numbers;
        void encounter(const Where&, const State<double>&, const world::Meeting<double>& meeting) {
            for (const double one : {meeting.bodily, meeting.use, meeting.felt, meeting.outcome, meeting.arousal,
                                     meeting.telling, meeting.closeness}) {
                numbers.push_back(one);
            }
        }
    };
    const auto lived = [](std::string_view name) {
        Scenario scenario = scenario_with(name, {}, 14.0);
        person::KnockOuts out;
        for (const auto module :
             {person::Module::overwhelm_learning, person::Module::integration, person::Module::protection_credit,
              person::Module::verbal_access, person::Module::context}) {
            out.add(module);
        }
        scenario.parameters.person.memory.safety_rate = 0.1;
        scenario.parameters.person.knock_out(out);
        const Prepared prepared = Prepared::from(scenario);
        Diarist diarist;
        State<double> state;
        lives::live(prepared, 1, 0, state, diarist);
        return diarist.numbers;
    };
    const auto ours = lived("template-memory"), theirs = lived("templates");
    ASSERT_EQ(ours.size(), theirs.size());
    ASSERT_GT(ours.size(), 1000U);
    for (std::size_t i = 0; i < ours.size(); ++i) EXPECT_NEAR(ours[i], theirs[i], 1e-9) << i;
}

TEST(rival_memory, a_fork_goes_its_own_way) {
    const Life life(scenario_with("rescorla-wagner"));
    State<double> fork = life.state;
    memory::Cues<double> cues;
    cues.value = {0.9, 0.9, 0.9, 0.9, 0, 0.2, 0, 0.7, 0.6};
    fork.person.learn(life.prepared.scenario.parameters.person, life.prepared.derived, cues, {1, 1, 0, 1},
                      random::Stream(1, 0, {}));
    const auto expect = [&](const State<double>& state) {
        return state.person.recall(life.prepared.scenario.parameters.person, cues)
            .expect({0.9, 0.9, 0.9, 0.9, 0})
            .predicted;
    };
    EXPECT_GT(expect(fork), expect(life.state));
}

TEST(rival_memory, an_encounter_with_derivatives_has_the_values_of_one_without) {
    using Real = math::Dual<2>;
    person::Parameters<double> parameters;
    parameters.rival.learner = number_of("rescorla-wagner");
    const auto lifted = person::lift<2>(parameters, {"memory.protection_credit", "body.width"});
    const auto derived = person::Derived<double>::from(parameters, 30000);
    const auto lifted_derived = person::Derived<Real>::from(lifted, 30000);
    person::Person<double> person;
    person.rival = derived.rival;
    person::Person<Real> dual;
    dual.rival = lifted_derived.rival;
    world::Acquaintance<double> acquaintance;
    world::Acquaintance<Real> dual_acquaintance;
    const world::Other partner = world::preset("partner", "ordinary");
    double moved = 0;
    for (std::uint32_t i = 0; i < 30; ++i) {
        const random::Stream draws(5, 0, {0, i, random::encounters});
        const auto plain =
            world::Encounter<double>::meet({person, acquaintance, draws}, parameters, derived, partner, {});
        const auto found =
            world::Encounter<Real>::meet({dual, dual_acquaintance, draws}, lifted, lifted_derived, partner, {});
        EXPECT_EQ(found.bodily.value, plain.bodily) << i;
        EXPECT_EQ(found.felt.value, plain.felt) << i;
        moved += std::abs(found.bodily.derivative[0]);
    }
    EXPECT_GT(moved, 0);
}

TEST(rival_memory, a_person_with_a_learner_is_not_carried_to_another_number_type) {
    const Life life(scenario_with("rescorla-wagner"));
    EXPECT_THROW(lift<math::Dual<2>>(life.state), Bug);
}

}  // namespace
}  // namespace nearness::life
