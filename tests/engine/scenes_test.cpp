#include "nearness/engine/scenes.hpp"

#include "engine/plans.hpp"
#include "nearness/engine/scene_rules.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace nearness::engine {
namespace {

// The small plan with whatever a scene may be: sessions that are encounters, events, and a goal that moves a plan.
RunPlan eventful_plan() {
    RunPlan plan = small_plan(2);
    auto& treated = plan.arms[1].scenario.chapters[3];
    treated.plans.push_back(lives::plan(therapy::GradedCloseness{}, 2, 14.0));
    treated.plans.push_back(lives::plan(therapy::Flooding{}, 2, 30.0));
    treated.plans[0].goal = life::Goal{life::Measure::trust, true, 0.3};
    treated.plans[1].after = 0;
    plan.arms[2].scenario.chapters[3].events = {
        {life::Betrayal{}, 5.0}, {life::BreakUp{}, 20.0}, {life::NewPartner{}, 30.0}};
    return plan;
}

RunPlan typical(RunPlan plan) {
    plan.deterministic = true;
    plan.persons = 1;
    for (Arm& arm : plan.arms) arm.scenario.parameters.person.typical = true;
    return plan;
}

RunPlan assigned(RunPlan plan, memory::Assignment assignment) {
    for (Arm& arm : plan.arms) {
        arm.scenario.parameters.person.memory.assignment = assignment;
        arm.scenario.parameters.person.memory.particles = 4;
    }
    return plan;
}

RunPlan without(RunPlan plan, person::Module module) {
    person::KnockOuts out;
    out.add(module);
    for (Arm& arm : plan.arms) arm.scenario.parameters.person.knock_out(out);
    return plan;
}

// A diary between the childhood and the partner.
RunPlan with_diary(RunPlan plan) {
    for (Arm& arm : plan.arms) arm.scenario.chapters[1].diary = true;
    for (int person = 0; person < plan.persons; ++person) {
        RecordedPerson& recorded = plan.diary.emplace_back();
        for (int i = 0; i < 5; ++i) {
            life::RecordedMoment moment;
            moment.time = 10.0 * i;
            moment.cues.value.fill(0.2 * i);
            moment.outcome = 0.2 * ((i + person) % 3);
            recorded.moments.push_back(moment);
        }
    }
    return plan;
}

std::vector<RunPlan> plans() {
    const RunPlan plan = eventful_plan();
    return {plan,
            typical(plan),
            with_diary(plan),
            assigned(plan, memory::Assignment::map),
            assigned(plan, memory::Assignment::particles),
            without(plan, person::Module::protection_credit),
            without(plan, person::Module::context)};
}

template <class Check>
void each_scene(const RunPlan& plan, Check&& check) {
    for (int person = 0; person < plan.persons; ++person) {
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            for (const Scene& scene : scenes(plan, person, a)) check(scene);
        }
    }
}

const MomentRow* row_of(const ArmResult& arm, const Scene& scene) {
    for (const MomentRow& row : arm.moments) {
        if (row.chapter == scene.place.chapter && row.number == scene.place.number) return &row;
    }
    return nullptr;
}

std::vector<std::uint64_t> bits_of_row(MomentRow row) {
    Bits bits;
    bits.add_all(std::array<double, 4>{double(row.chapter), double(row.number), row.age, double(row.meeting.strategy)});
    bits.add_all(row.meeting.peak);
    MomentRow::describe(row, [&](const life::Column&, double& value) { bits.add(value); });
    return bits.all();
}

// A scene is not a life like the one that was run but that life: every number of its row, to the bit.
TEST(scenes, an_encounter_lived_again_is_the_recorded_one_to_the_bit) {
    for (const RunPlan& plan : plans()) {
        const auto persons = results(plan, 2, 4);
        int compared = 0;
        each_scene(plan, [&](const Scene& scene) {
            if (scene.place.is_session()) return;
            const MomentRow* row = row_of(persons[static_cast<std::size_t>(scene.person)].arms[scene.arm], scene);
            ASSERT_NE(row, nullptr);
            MomentRow again = *row;
            again.meeting = scene.encounter->meeting;
            again.edge = scene.after.edge;
            again.need = scene.after.need;
            again.care = scene.after.care;
            again.trust = scene.after.trust;
            again.guard = scene.after.guard;
            again.insight = scene.after.insight;
            again.goodwill = scene.after.goodwill;
            again.templates = scene.after.templates;
            std::map<std::string, double> named;
            for (const SceneNumber& one : numbers(scene)) named[one.name] = one.value;
            MomentRow::describe(*row, [&](const life::Column& column, const double& value) {
                EXPECT_EQ(named[std::string(column.name)], value) << column.name;
            });
            EXPECT_EQ(bits_of_row(again), bits_of_row(*row));
            EXPECT_EQ(scene.age, row->age);
            ++compared;
        });
        EXPECT_GT(compared, 4);
    }
}

TEST(scenes, a_session_lived_again_is_the_recorded_one_to_the_bit) {
    int compared = 0;
    for (const RunPlan& plan : plans()) {
        const auto persons = results(plan);
        each_scene(plan, [&](const Scene& scene) {
            if (!scene.place.is_session()) return;
            const auto& sessions = persons[static_cast<std::size_t>(scene.person)].arms[scene.arm].sessions;
            const auto row = std::find_if(sessions.begin(), sessions.end(), [&](const SessionRow& one) {
                return one.plan == scene.plan && one.number == scene.place.number;
            });
            ASSERT_NE(row, sessions.end());
            EXPECT_EQ(scene.age, row->age);
            EXPECT_EQ(scene.therapy, row->therapy);
            EXPECT_EQ(scene.session->sud, row->session.sud);
            EXPECT_EQ(scene.session->access, row->session.access);
            EXPECT_EQ(scene.after.trust, row->trust);
            EXPECT_EQ(scene.after.guard, row->guard);
            EXPECT_EQ(scene.after.insight, row->insight);
            EXPECT_EQ(scene.after.edge, row->edge);
            EXPECT_EQ(scene.encounter.has_value(), row->session.meeting.has_value());
            if (scene.encounter) {
                EXPECT_EQ(scene.encounter->meeting.outcome, row->session.meeting->outcome);
            }
            ++compared;
        });
    }
    EXPECT_GT(compared, 10);
}

TEST(scenes, are_few_distinct_in_order_of_time_and_the_same_every_time) {
    for (const RunPlan& plan : plans()) {
        const auto all = scenes(plan, 1 % plan.persons);
        ASSERT_EQ(all.size(), plan.arms.size());
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            const auto once = scenes(plan, 1 % plan.persons, a), again = scenes(plan, 1 % plan.persons, a);
            EXPECT_FALSE(once.empty());
            EXPECT_LE(once.size(), most_encounter_scenes + most_session_scenes);
            ASSERT_EQ(once.size(), again.size());
            ASSERT_EQ(all[a].size(), once.size());
            for (std::size_t i = 0; i < once.size(); ++i) {
                EXPECT_FALSE(once[i].why.empty());
                EXPECT_EQ(once[i].place, again[i].place);
                EXPECT_EQ(once[i].why, again[i].why);
                EXPECT_EQ(all[a][i].place, once[i].place);
                if (i == 0) continue;
                EXPECT_LE(once[i - 1].age, once[i].age);
                EXPECT_FALSE(once[i - 1].place == once[i].place);
            }
        }
    }
}

// What an arm shares with the first stands there.
TEST(scenes, of_an_arm_are_of_its_own_part) {
    const RunPlan plan = eventful_plan();
    for (std::size_t a = 1; a < plan.arms.size(); ++a) {
        EXPECT_GT(departure(plan, a), 0);
        for (const Scene& scene : scenes(plan, 0, a)) EXPECT_GE(scene.place.chapter, departure(plan, a));
    }
}

TEST(scenes, have_the_beats_of_their_encounter) {
    for (const RunPlan& plan : {eventful_plan(), typical(eventful_plan())}) {
        each_scene(plan, [&](const Scene& scene) {
            if (!scene.encounter) return;
            const Encountered& met = *scene.encounter;
            const auto& meeting = met.meeting;
            const int beats = plan.arms[0].scenario.parameters.person.encounter.beats();
            ASSERT_EQ(met.beats.size(), static_cast<std::size_t>(beats));
            double use = 0, arousal = 0, near = -1, c = 0.05;
            std::size_t peak = 0;
            for (std::size_t i = 0; i < met.beats.size(); ++i) {
                const auto& now = met.beats[i].now;
                use += now.use / beats;
                arousal = std::max(arousal, now.arousal);
                if (now.felt * c > near) {
                    near = now.felt * c;
                    peak = i;
                }
                c = now.closeness;
            }
            EXPECT_NEAR(meeting.use, use, 1e-13);
            EXPECT_EQ(meeting.arousal, arousal);
            EXPECT_EQ(meeting.peak[memory::closeness], near);
            EXPECT_EQ(meeting.peak_use, met.beats[peak].now.use);
            EXPECT_EQ(meeting.peak[memory::vulnerability], near * met.beats[peak].now.vulnerability);
            EXPECT_EQ(met.closeness_at_end, c);
            EXPECT_EQ(met.closeness_at_alarm == met.closeness_at_alarm, meeting.onset >= 0);
        });
    }
}

TEST(scenes, have_the_beliefs_over_templates_that_the_encounter_had) {
    for (const RunPlan& plan : plans()) {
        each_scene(plan, [&](const Scene& scene) {
            if (!scene.encounter) return;
            const Encountered& met = *scene.encounter;
            ASSERT_EQ(met.belief.size(), scene.templates_before.size() + 1);
            EXPECT_EQ(met.belief[0], met.meeting.novelty);
            const int resembled = met.meeting.resembled;
            if (resembled < 0) return;
            EXPECT_EQ(met.belief[static_cast<std::size_t>(resembled) + 1], met.meeting.resemblance);
            if (plan.arms[0].scenario.parameters.person.memory.assignment == memory::Assignment::particles) return;
            double whole = 0, predicted = 0;
            for (std::size_t k = 0; k < met.belief.size(); ++k) {
                whole += met.belief[k];
                predicted += met.belief[k] * met.pain[k];
            }
            EXPECT_NEAR(whole, 1, 1e-13);
            EXPECT_NEAR(predicted, met.meeting.bodily, 1e-13);
        });
    }
}

// (memory.5) leads from the template before to the one after, by the numbers that the scene gives.
TEST(scenes, what_was_learned_adds_up) {
    for (const RunPlan& plan : plans()) {
        int learned = 0;
        each_scene(plan, [&](const Scene& scene) {
            if (!scene.encounter || scene.encounter->taught.number < 0) return;
            const auto& [meeting, beats, duty, trust, belief, pain, alarm, closest, end, taught] = *scene.encounter;
            const auto at = static_cast<std::size_t>(taught.number);
            const TemplateRow& after = scene.templates_after[at];
            EXPECT_EQ(taught.surprise, meeting.outcome - taught.expected);
            EXPECT_EQ(taught.opened, at >= scene.templates_before.size());
            EXPECT_GT(taught.share, 0);
            if (taught.surprise <= 0) {
                EXPECT_NEAR(taught.rate, 0.02 * taught.revisable * taught.uncredited, 1e-15);
            } else {
                EXPECT_NEAR(taught.rate, 0.02 + 0.28 * meeting.overwhelm, 1e-15);
            }
            if (taught.opened) return;
            const TemplateRow& before = scene.templates_before[at];
            EXPECT_NEAR(taught.revisable, 0.25 + 0.75 * before.integration, 1e-15);
            for (std::size_t d = 0; d < after.weight.size(); ++d) {
                EXPECT_NEAR(after.weight[d] - before.weight[d],
                            taught.share * taught.rate * taught.surprise * meeting.peak[d], 1e-12);
            }
            EXPECT_NEAR(after.strength - before.strength, taught.share, 1e-12);
            ++learned;
        });
        EXPECT_GT(learned, 2);
    }
}

TEST(scenes, tell_where_a_template_was_opened) {
    each_scene(eventful_plan(), [&](const Scene& scene) {
        ASSERT_EQ(scene.origins.size(), scene.templates_after.size());
        EXPECT_EQ(scene.origins.front().chapter, "childhood");
        for (std::size_t k = 0; k < scene.origins.size(); ++k) {
            EXPECT_LE(scene.origins[k].age, scene.age);
            if (k > 0) {
                EXPECT_LE(scene.origins[k - 1].age, scene.origins[k].age);
            }
        }
        if (scene.encounter && scene.encounter->taught.opened) {
            EXPECT_EQ(scene.origins.back().age, scene.age);
        }
    });
}

TEST(scenes, tell_who_is_met_and_whether_for_the_first_time) {
    RunPlan plan = eventful_plan();
    const auto first = scenes_at(plan, 0, 2, {{0, -1, 0}, {0, -1, 1}, {2, -1, 0}, {3, -1, 0}});
    ASSERT_EQ(first.size(), 4U);
    EXPECT_EQ(first[0].company, Company::caregiver);
    EXPECT_EQ(first[0].other, "caregiver");
    EXPECT_TRUE(first[0].first_time);
    EXPECT_TRUE(first[0].templates_before.empty());
    EXPECT_FALSE(first[1].first_time);
    EXPECT_EQ(first[2].company, Company::partner);
    EXPECT_TRUE(first[2].first_time);
    EXPECT_FALSE(first[3].first_time);
    // After a break-up at 20 days and a new partner at 30, encounter 12 is at 30.3 days.
    const auto later = scenes_at(plan, 0, 2, {{3, -1, 10}, {3, -1, 12}, {3, -1, 13}});
    ASSERT_EQ(later.size(), 2U);  // there is nobody to meet on the day of encounter 10
    EXPECT_TRUE(later[0].first_time);
    EXPECT_EQ(later[0].before.goodwill, 1);
    EXPECT_FALSE(later[1].first_time);
    // The therapist of a corrective relationship is met twice; parts work is with nobody.
    const auto sessions = scenes_at(plan, 0, 1, {{3, 2, 0}, {3, 2, 1}, {3, 0, 0}, {3, 4, 0}});
    ASSERT_EQ(sessions.size(), 4U);
    for (const Scene& scene : sessions) {
        if (scene.therapy == "corrective relationship") {
            EXPECT_EQ(scene.company, Company::therapist);
            EXPECT_EQ(scene.other, "");
            EXPECT_EQ(scene.first_time, scene.place.number == 0);
        }
        if (scene.therapy == "parts") {
            EXPECT_EQ(scene.company, Company::nobody);
        }
        if (scene.therapy == "flooding") {
            EXPECT_EQ(scene.company, Company::partner);
            EXPECT_EQ(scene.session->arrangement.suppressed, 0.9);
        }
    }
}

TEST(scenes, at_given_places_compare_the_same_day_in_two_arms) {
    const RunPlan plan = small_plan(1);
    const std::vector<Place> day = {{3, -1, 15}};
    const auto written = scenes_at(plan, 0, 0, day), treated = scenes_at(plan, 0, 1, day);
    ASSERT_EQ(written.size(), 1U);
    ASSERT_EQ(treated.size(), 1U);
    EXPECT_TRUE(written[0].why.empty());
    EXPECT_EQ(written[0].encounter->meeting.attention, treated[0].encounter->meeting.attention);
    EXPECT_GT(treated[0].before.trust, written[0].before.trust);
}

TEST(scenes, every_number_has_a_name_of_its_own) {
    each_scene(eventful_plan(), [&](const Scene& scene) {
        std::set<std::string> names;
        for (const SceneNumber& one : numbers(scene)) {
            EXPECT_TRUE(names.insert(one.name).second) << one.name;
            EXPECT_FALSE(one.says.empty());
        }
    });
}

TEST(scenes, of_a_life_in_which_nothing_happens_are_none) {
    RunPlan plan = small_plan(1);
    for (Arm& arm : plan.arms) {
        for (life::Chapter& chapter : arm.scenario.chapters) chapter.encounter_gap = 0;
        for (life::Chapter& chapter : arm.scenario.chapters) chapter.plans.clear();
    }
    for (std::size_t a = 0; a < plan.arms.size(); ++a) EXPECT_TRUE(scenes(plan, 0, a).empty());
}

}  // namespace
}  // namespace nearness::engine
