#include "nearness/observe/bind.hpp"
#include "nearness/report/comparison_words.hpp"
#include "page_data.hpp"
#include "small_runs.hpp"
#include "sound_page.hpp"

#include <cmath>

namespace nearness::test {
namespace {

// Four persons, forty moments; made up with a wave, so that everything varies.
observe::Diary made_up() {
    observe::Diary diary;
    diary.title = "Made <up>";
    diary.note = "For this test & no other.";
    diary.variables = {{observe::Role::cue, "closeness", "", "warm", false, 0},
                       {observe::Role::outcome, "outcome", "how it hurt", "hurt", false, 0},
                       {observe::Role::behaviour, "behaviour", "kept away", "away", false, 0},
                       {observe::Role::proxy, "steps", "walked", "steps", false, 0}};
    for (int p = 0; p < 4; ++p) {
        observe::Series person;
        person.id = "person <" + std::to_string(p) + ">";
        person.values.resize(4);
        for (int i = 0; i < 40; ++i) {
            const auto wave = [&](double speed) { return 0.5 + 0.4 * std::sin(speed * i + p); };
            person.time.push_back(0.25 * i);
            person.line.push_back(i + 2);
            person.values[0].push_back(wave(0.7));
            person.values[1].push_back(0.5 * wave(0.7) + 0.3 * wave(1.9));
            person.values[2].push_back(0.4 * wave(0.6) + 0.5 * wave(2.3));
            person.values[3].push_back(wave(3.1));
        }
        diary.persons.push_back(person);
    }
    return diary;
}

struct Driven {
    observe::Diary diary = made_up();
    engine::Collection collection;
    infer::Comparison comparison;

    explicit Driven(engine::RunPlan plan) {
        plan.diary = observe::bind(diary);
        plan.persons = static_cast<int>(plan.diary.size());
        collection = run(std::move(plan));
        comparison = infer::compare(diary, infer::forecasts_of(collection));
    }
    std::string page() const {
        report::Options options;
        options.diary = &diary;
        options.comparison = &comparison;
        return test::page(collection, options);
    }
};

// A childhood, thirty years of nothing, ten days of diary; and the same without a childhood.
engine::RunPlan diary_plan() {
    life::Scenario scenario = two_chapters();
    scenario.chapters.resize(1);
    add_chapter(scenario, "quiet", 365.25 * 30, 0, -1);
    add_chapter(scenario, "recorded", 10, 0, -1);
    scenario.chapters.back().diary = true;
    engine::RunPlan plan;
    plan.title = "A diary";
    plan.arms = {{std::string(engine::as_written), scenario}, {"no-history", scenario}};
    plan.arms[1].scenario.chapters[0].encounter_gap = 0;
    plan.arms[1].scenario.chapters[0].other = -1;
    return plan;
}

const Driven& driven() {
    static const Driven run(diary_plan());
    return run;
}

TEST(diary_report, says_that_recorded_answers_drive_it_and_is_about_no_one) {
    const std::string html = driven().page();
    expect_sound_life(html);
    for (const char* part : {"recorded answers drive one chapter", "histories are invented",
                             "Answers that real or invented persons recorded", "nothing was fitted",
                             "no statement, no diagnosis and no score about any of those persons"}) {
        EXPECT_TRUE(contains(html, part)) << part;
    }
    EXPECT_FALSE(contains(html, "about nobody real"));
    EXPECT_FALSE(contains(html, "Nobody real is described"));
    EXPECT_FALSE(contains(html, "person &lt;")) << "whose diary it is stays out of the page";
}

TEST(diary_report, other_runs_are_about_nobody_real) {
    const std::string html = page(run(two_arms()));
    EXPECT_TRUE(contains(html, "about nobody real"));
    EXPECT_TRUE(contains(html, "Nobody real is described"));
    EXPECT_FALSE(contains(html, "recorded answers"));
}

TEST(diary_report, compares_with_plain_statistics_target_by_target) {
    const std::string html = driven().page();
    EXPECT_TRUE(contains(html, "Made &lt;up&gt;"));
    EXPECT_TRUE(contains(html, "For this test &amp; no other."));
    EXPECT_TRUE(contains(html, "The model may lose, possibly in sign"));
    EXPECT_TRUE(contains(html, "Proxy, not a protective behaviour: steps (walked)"));
    EXPECT_TRUE(contains(html, "the theory expects"));
    EXPECT_FALSE(contains(html, "egative control"));
    ASSERT_EQ(driven().comparison.results.size(), 6u);
    const nlohmann::json carried = page_data(html);
    for (std::size_t target = 0; target < 3; ++target) {
        const std::string id = "rivals-" + std::to_string(target + 1);
        const Columns rivals(carried, id, "rivals");
        const auto number = [&](const std::string& name, std::size_t row) {
            for (const auto& column : carried.at("figures").at(id).at("data").at("rivals").at("columns")) {
                if (column.at("name") == name) return column.at("values").at(row).get<double>();
            }
            return std::nan("");
        };
        const std::vector<std::string> of = rivals.words("of");
        const std::vector<std::string> predictor = rivals.words("predictor");
        // A cue, AR(1) and ARX(1); then four predictions an arm.
        ASSERT_EQ(rivals.rows(), 3u + 2 * 4u);
        EXPECT_EQ(predictor[0], "cue: closeness");
        for (std::size_t arm = 0; arm < 2; ++arm) {
            const infer::TargetComparison& result = driven().comparison.results[2 * target + arm];
            ASSERT_EQ(result.persons, 4);
            const std::size_t row = 3 + 4 * arm;
            EXPECT_EQ(of[row], arm == 0 ? "A  as written" : "B  no-history");
            EXPECT_EQ(predictor[row], "expected pain V");
            const infer::Score& score = result.find(infer::Predictor::threat, infer::Share::own);
            EXPECT_NEAR(number("own slopes: minus mean", row), score.beyond_mean.value, 0.00051);
            EXPECT_NEAR(number("own ±", row), score.beyond_mean.error, 0.00051);
            const infer::Interval& r = result.associations[0].correlation.onward;
            EXPECT_NEAR(number("onward r", row), r.value, 0.0051);
            EXPECT_NEAR(number("onward low", row), r.low, 0.0051);
        }
    }
    EXPECT_EQ(html, driven().page()) << "not the same bytes twice";
}

TEST(diary_report, labels_a_negative_control) {
    Driven control(diary_plan());
    control.diary.negative_control = true;
    const std::string html = control.page();
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "<strong>Negative control.</strong>"));
    EXPECT_TRUE(contains(html, "this target is no test for one"));
}

TEST(diary_report, shows_answers_and_predictions_moment_by_moment_without_names) {
    const Driven& run = driven();
    const std::string html = run.page();
    const Columns moments(page_data(html), "diary-pain-by-person", "moments");
    ASSERT_EQ(moments.rows(), 4u * 40u) << "four persons, all of them shown";
    const std::vector<double> predicted = moments.numbers("predicted");
    const std::vector<double> recorded = moments.numbers("recorded");
    // Whoever is shown first is one of them, with answers and predictions of the same moments.
    bool found = false;
    for (std::size_t p = 0; p < 4; ++p) {
        bool same = true;
        for (std::size_t i = 0; i < 40; ++i) {
            same = same &&
                   std::abs(predicted[i] - run.collection.persons[p].arms[0].recorded[i].result.predicted) < 6e-4 &&
                   std::abs(recorded[i] - run.diary.persons[p].values[1][i]) < 6e-4;
        }
        found = found || same;
    }
    EXPECT_TRUE(found);
    EXPECT_TRUE(contains(html, "figure-diary-protection-by-person"));
    EXPECT_TRUE(contains(html, "they say nothing about the persons"));
}

TEST(diary_report, ranks_persons_by_how_well_their_answers_are_followed_and_shows_some) {
    Driven run(diary_plan());
    // Eleven persons: the answers of the first are what was predicted, those of the last its opposite.
    const observe::Series pattern = run.diary.persons[0];
    const engine::PersonResult result = run.collection.persons[0];
    run.diary.persons.assign(11, pattern);
    run.collection.persons.assign(11, result);
    for (std::size_t p = 0; p < 11; ++p) {
        for (std::size_t i = 0; i < 40; ++i) {
            const double said = result.arms[0].recorded[i].result.predicted;
            const double other = 0.1 * std::sin(5.0 * static_cast<double>(i));
            const double turned = 1 - 0.2 * static_cast<double>(p);
            run.diary.persons[p].values[1][i] = 0.5 + 0.4 * turned * (said - 0.5) + 0.2 * other;
        }
    }
    const std::string html = run.page();
    EXPECT_TRUE(contains(html, "8 of 11 persons, evenly spaced by rank"));
    const Columns moments(page_data(html), "diary-pain-by-person", "moments");
    EXPECT_EQ(moments.numbers("person").back(), 8);
    const std::vector<double> recorded = moments.numbers("recorded");
    EXPECT_NEAR(recorded.front(), run.diary.persons[0].values[1][0], 6e-4);
    EXPECT_NEAR(recorded.back(), run.diary.persons[10].values[1][39], 6e-4);
}

TEST(diary_report, shows_what_was_recorded_where_so_much_was_expected) {
    const Driven& run = driven();
    const std::string html = run.page();
    const Columns steps(page_data(html), "calibration", "steps");
    const std::vector<std::string> arm = steps.words("arm");
    double moments = 0;
    for (std::size_t i = 0; i < steps.rows(); ++i) {
        if (arm[i] == "A  as written") moments += steps.numbers("moments")[i];
        EXPECT_GE(steps.numbers("persons")[i], 3);
    }
    EXPECT_GT(moments, 100) << "most of 160 moments stand in a step with three persons";
    // Recorded on average where expected pain is in a step, by hand, for the first step of the first arm.
    const double expected = steps.numbers("expected").front();
    const int step = static_cast<int>(10 * expected);
    double sum = 0;
    int persons = 0;
    for (std::size_t p = 0; p < 4; ++p) {
        double total = 0;
        int count = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            if (static_cast<int>(10 * run.collection.persons[p].arms[0].recorded[i].result.predicted) != step) continue;
            total += run.diary.persons[p].values[1][i];
            ++count;
        }
        if (count == 0) continue;
        sum += total / count;
        ++persons;
    }
    EXPECT_NEAR(steps.numbers("recorded").front(), sum / persons, 6e-4);
}

TEST(diary_report, says_first_how_the_model_did_and_the_same_of_several_arms_once) {
    const Driven& run = driven();
    const std::vector<const infer::TargetComparison*> block = {&run.comparison.results[0], &run.comparison.results[1]};
    const std::vector<std::string> sentences = report::in_words(run.diary, run.comparison, block);
    ASSERT_GT(sentences.size(), 3u);
    EXPECT_EQ(sentences[0].find("Of the model’s 4 predictions (expected pain and protective use in 2 arms), "), 0u)
        << sentences[0];
    EXPECT_TRUE(contains(sentences[0], "Their sign is the one the theory expects in "));
    infer::Comparison alike = run.comparison;
    alike.results[1] = alike.results[0];
    alike.results[1].arm = 1;
    int every = 0;
    for (const std::string& sentence : report::in_words(run.diary, alike, {&alike.results[0], &alike.results[1]})) {
        every += contains(sentence, " (in every arm) ") ? 1 : 0;
    }
    EXPECT_EQ(every, 2) << "one sentence a prediction";
}

TEST(diary_report, draws_recorded_days_by_themselves) {
    const std::string html = driven().page();
    EXPECT_TRUE(contains(html, "(10 days from age "));
    EXPECT_TRUE(contains(html, "left out here and drawn <a href=\"#diary\">"));
    const Columns days(page_data(html), "diary-days", "days");
    const std::vector<std::string> lines = days.words("line");
    EXPECT_EQ(std::set<std::string>(lines.begin(), lines.end()),
              (std::set<std::string>{"A  as written", "B  no-history", "recorded"}));
    EXPECT_LE(days.numbers("until").back(), 11);
    EXPECT_TRUE(contains(html, "answers to “how it hurt”"));
    EXPECT_TRUE(contains(html, "answers to “kept away”"));
    EXPECT_FALSE(contains(html, "32.5 to 32.5 years"));
}

TEST(diary_report, has_no_key_for_an_arm_without_a_line) {
    const std::string html = driven().page();
    EXPECT_TRUE(contains(html, "Without encounters, and so without a line: B  no-history."));
    EXPECT_FALSE(contains(html, "id=\"legend-B-t\""));
}

TEST(diary_report, stands_a_life_of_nothing_but_a_diary) {
    engine::RunPlan plan = diary_plan();
    for (engine::Arm& arm : plan.arms)
        arm.scenario.chapters.erase(arm.scenario.chapters.begin(), arm.scenario.chapters.begin() + 2);
    plan.arms.resize(1);
    const std::string html = Driven(plan).page();
    expect_sound_life(html);
    EXPECT_FALSE(contains(html, "<section id=\"time\""));
}

TEST(diary_report, stands_one_person_of_one_answer_and_no_comparison) {
    engine::RunPlan plan = diary_plan();
    plan.persons = 1;
    plan.diary = {{"person <7>", "group", {{0.5, {}, 0.2}, {1.5, {}, std::nullopt}}}};
    const engine::Collection collection = run(plan);
    const std::string html = page(collection);
    expect_sound_life(html);
    EXPECT_TRUE(contains(html, "was not worked out for this page"));
    observe::Diary diary = made_up();
    diary.persons.resize(1);
    for (auto& values : diary.persons[0].values) values.resize(2);
    diary.persons[0].time.resize(2);
    diary.persons[0].line.resize(2);
    const infer::Comparison comparison = infer::compare(diary, infer::forecasts_of(collection));
    report::Options options;
    options.diary = &diary;
    options.comparison = &comparison;
    const std::string few = page(collection, options);
    expect_sound_life(few);
    EXPECT_TRUE(contains(few, "Nobody has enough of it to compare."));
}

// --- ties ------------------------------------------------------------------------------------------------------------

// Edges and protective use at the end of life, one value an arm, the same for all persons.
std::string page_with(const std::vector<double>& edges, const std::vector<double>& use, int persons) {
    engine::RunPlan plan = two_arms();
    plan.persons = persons;
    while (plan.arms.size() < edges.size()) {
        plan.arms.push_back(plan.arms[1]);
        plan.arms.back().id = "arm " + std::to_string(plan.arms.size());
    }
    engine::Collection collection = run(plan);
    for (engine::PersonResult& person : collection.persons) {
        for (std::size_t a = 0; a < edges.size(); ++a) {
            person.arms[a].chapters.back().edge = edges[a];
            person.arms[a].chapters.back().use = use[a];
        }
    }
    const std::string html = page(collection);
    expect_sound_life(html);
    return html;
}

TEST(tied_report, says_that_arms_do_not_differ) {
    const std::string html = page_with({0.4, 0.4, 0.4, 0.4001}, {0.5, 0.5, 0.5, 0.5}, 1);
    EXPECT_TRUE(contains(html,
                         "The arms do not differ in edge: in each of the 3 others it ends as in “as written”. "
                         "Neither does protective use."));
    EXPECT_TRUE(contains(html, "This is one life"));
    EXPECT_FALSE(contains(html, "ends highest"));
    const std::string two = page_with({0.4, 0.4}, {0.5, 0.3}, 3);
    EXPECT_TRUE(contains(two, "the edge does not differ in “emdr”. Protective use differs by −0.20."));
    EXPECT_FALSE(contains(two, "This is one life"));
}

TEST(tied_report, names_all_who_share_a_place) {
    const std::string html = page_with({0.4, 0.9, 0.9, 0.2, 0.6}, {0.5, 0.5, 0.5, 0.5, 0.5}, 3);
    EXPECT_TRUE(contains(html, "the edge ends highest in “emdr” and “arm 3”: edge +0.50 in each."));
    EXPECT_TRUE(contains(html, "It ends lowest in “arm 4”: edge −0.20"));
    const std::string level = page_with({1, 1, 1, 0.2, 0.6}, {0.5, 0.5, 0.5, 0.5, 0.5}, 3);
    EXPECT_TRUE(contains(level, "the edge ends higher in no other arm, and the same in “emdr” and “arm 3”."));
    const std::string alike = page_with({0.4, 0.6, 0.6}, {0.5, 0.2, 0.3}, 3);
    EXPECT_TRUE(contains(alike,
                         "all other arms end with the same difference in edge: +0.20. Protective use ranges "
                         "from −0.30 in “emdr” to −0.20 in “arm 3”."));
}

}  // namespace
}  // namespace nearness::test
