#include "nearness/report/format.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

namespace nearness::test {
namespace {

person::KnockOuts out(std::initializer_list<person::Module> modules) {
    person::KnockOuts knocked_out;
    for (const person::Module module : modules) knocked_out.add(module);
    return knocked_out;
}

TEST(switches, are_no_section_when_nothing_was_switched) {
    EXPECT_FALSE(contains(page(run(two_arms())), "<section id=\"switches\""));
}

TEST(switches, name_what_is_knocked_out_in_which_arm) {
    engine::RunPlan plan = two_arms();
    plan.arms[1].scenario.parameters.person.knock_out(out({person::Module::trust, person::Module::working_model}));
    const std::string html = page(run(plan));
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "emdr</dt><dd><code>working_model</code> (γ = 0): a new template starts"));
    EXPECT_TRUE(contains(html, "<code>trust</code> (trust = 0)"));
    EXPECT_FALSE(contains(html, "as written</dt><dd><code>"));
}

TEST(switches, say_once_what_is_knocked_out_everywhere) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) arm.scenario.parameters.person.knock_out(out({person::Module::numbing}));
    EXPECT_TRUE(contains(page(run(plan)), "<dt>in every arm</dt><dd><code>numbing</code>"));
}

TEST(switches, a_learner_in_the_place_of_the_templates_is_said_wherever_they_would_be) {
    engine::RunPlan plan = two_arms();
    for (engine::Arm& arm : plan.arms) arm.scenario.parameters.person.rival = {1, {{"rescorla_wagner.salience", 0.1}}};
    const std::string html = page(run(plan));
    expect_sound(html);
    EXPECT_TRUE(contains(html, "memory: Rescorla–Wagner 1972 in the place of the templates · seed"));
    EXPECT_TRUE(contains(html,
                         "<dt>in every arm</dt><dd>Rescorla–Wagner 1972: <code>rescorla-wagner "
                         "(rescorla_wagner.salience = 0.1)</code></dd>"));
    EXPECT_TRUE(contains(html, "There are no templates in this life as written"));
    EXPECT_FALSE(contains(html, "template opened"));
    EXPECT_FALSE(contains(html, "templates-by-chapter"));

    plan = two_arms();
    plan.arms[1].scenario.parameters.person.rival.learner = 4;
    const std::string of_one_arm = page(run(plan));
    expect_sound(of_one_arm);
    EXPECT_TRUE(contains(of_one_arm, "memory: in some arms Kalman filter in the place of the templates"));
    EXPECT_TRUE(contains(of_one_arm, "there are none: “B  emdr” (Kalman filter)."));
    EXPECT_TRUE(contains(of_one_arm, "<dt>Memory</dt><dd>as written: templates; emdr: kalman-filter</dd>"));
}

TEST(switches, show_how_far_the_typical_path_is_from_drawn_lives) {
    engine::RunPlan plan = two_arms();
    plan.deterministic = true;
    plan.persons = 1;
    for (engine::Arm& arm : plan.arms) arm.scenario.parameters.person.typical = true;
    engine::Collection collection = run(plan);
    collection.typical_path = engine::beside_lives(plan, collection.persons.front(), {});
    const std::string html = page(collection);
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "On the typical path, one life without luck, the model predicts"));
    EXPECT_TRUE(contains(html, "The typical path beside 200 drawn lives"));
    for (const engine::Beside& one : collection.typical_path.arms[1][1]) {
        if (one.column.name != "area") continue;
        EXPECT_TRUE(contains(html, "<td>" + report::number(one.path, 3) + "</td>"));
        EXPECT_TRUE(contains(html, "<td>" + report::number(one.lives.mean, 3) + "</td>"));
        EXPECT_TRUE(contains(html, "<td>" + report::number(one.in_deviations(), 1) + "</td>"));
    }
    // What is told first is how far it lies from them.
    const engine::Beside& edge = collection.typical_path.arms[0][1][engine::column_of(&life::Summary::edge)];
    EXPECT_TRUE(contains(html, "Over 200 drawn lives it is " + report::number(edge.lives.mean) + " on average"));
    EXPECT_TRUE(contains(html, "Over drawn lives the mean edge "));
    EXPECT_TRUE(contains(html, "the edge is " + report::number(edge.path) + " on the typical path and " +
                                   report::number(edge.lives.mean) + " on average over 200 drawn lives"));
}

}  // namespace
}  // namespace nearness::test
