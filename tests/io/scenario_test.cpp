// What a good scenario file becomes, and that no bytes whatever make the reader crash.
#include "nearness/base/ages.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/random/stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;

const std::string shipped = NEARNESS_SOURCE_DIR "/scenarios/";

std::vector<fs::path> shipped_files() {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(shipped)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const std::string childhood = R"(
[[chapter]]
id = "childhood"
from = "6 months"
until = "16 years"
encounters = "1.75 per week"
with = { kind = "caregiver", preset = "secure" }
)";

const std::string together = R"(
[[chapter]]
id = "together"
lasts = "14 months"
encounters = "3 per week"
with = { kind = "partner" }
)";

life::Scenario read(const std::string& text) { return parse_scenario(text, "test.toml").plan.arms.front().scenario; }

std::string trouble(const std::string& text, const Overrides& overrides = {}) {
    try {
        parse_scenario(text, "test.toml", overrides);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

// The example of the issue, letter by letter.
const std::string the_issues_example = R"(title = "Cares deeply, keeps pulling away"
seed = 7
persons = 24
[parameters]                       # any key of MODEL.md section 15
memory.concentration = 0.02
[[chapter]]
id = "childhood"
from = "6 months"
until = "16 years"
encounters = "1.75 per week"
with = { kind = "caregiver", attention = 0.68, responsive = 0.7, steady = 0.2, escape = 0.5, onset = 0.35, unavailable = 0.6, unpredictable = 0.3, critical = 0.5, enmeshed = 0.2, harm = 0.1 }
[[chapter]]
id = "quiet"
lasts = "4 years"
[[chapter]]
id = "together"
lasts = "14 months"
encounters = "3 per week"
with = { kind = "partner", preset = "ordinary" }
[[chapter.plan]]
therapy = "parts"
sessions = 6
every = "1 week"
starts = "2 months"
[[arm]]                            # paired comparison with the file as written (the arm "as written")
id = "no-therapy"
set = { "together.plan" = [] }
)";

TEST(scenario, the_example_of_the_essay_becomes_a_plan) {
    const engine::RunPlan plan = parse_scenario(the_issues_example, "essay.toml").plan;
    EXPECT_EQ(plan.title, "Cares deeply, keeps pulling away");
    EXPECT_EQ(plan.seed, 7U);
    EXPECT_EQ(plan.persons, 24);
    EXPECT_EQ(plan.recorded_persons, 24);
    EXPECT_EQ(plan.scenario_text, the_issues_example);
    ASSERT_EQ(plan.arms.size(), 2U);
    EXPECT_EQ(plan.arms[0].id, engine::as_written);
    EXPECT_EQ(plan.arms[1].id, "no-therapy");

    const life::Scenario& life = plan.arms[0].scenario;
    EXPECT_EQ(life.seed, 7U);
    ASSERT_EQ(life.chapters.size(), 3U);
    const life::Chapter& childhood_chapter = life.chapters[0];
    EXPECT_EQ(childhood_chapter.from, 182.5);
    EXPECT_EQ(childhood_chapter.until, 16 * days_per_year);
    EXPECT_EQ(childhood_chapter.encounter_gap, 4.0);
    EXPECT_EQ(childhood_chapter.encounters(), 1414);
    EXPECT_EQ(life.chapters[1].from, 16 * days_per_year);
    EXPECT_EQ(life.chapters[1].until, 20 * days_per_year);
    EXPECT_EQ(life.chapters[1].other, -1);
    const life::Chapter& adult = life.chapters[2];
    ASSERT_EQ(adult.plans.size(), 1U);
    EXPECT_EQ(adult.plans[0].id, "parts");
    EXPECT_TRUE(std::holds_alternative<therapy::Parts>(adult.plans[0].therapy));
    EXPECT_EQ(adult.plans[0].sessions, 6);
    EXPECT_EQ(adult.plans[0].every, 7.0);
    EXPECT_NEAR(adult.plans[0].starts, 365.0 / 6.0, 1e-9);

    ASSERT_EQ(life.others.size(), 2U);
    const world::Other& caregiver = life.others[static_cast<std::size_t>(childhood_chapter.other)].other;
    EXPECT_EQ(caregiver.attention, 0.68);
    EXPECT_EQ(std::get<world::Caregiver>(caregiver.kind).unavailable, 0.6);
    EXPECT_EQ(caregiver.identity, world::caregiver_identity);
    const world::Other& partner = life.others[static_cast<std::size_t>(adult.other)].other;
    EXPECT_EQ(partner.responsive, 0.75);
    EXPECT_FALSE(partner.identity.has_value());
    EXPECT_TRUE(plan.arms[1].scenario.chapters[2].plans.empty());
}

TEST(scenario, every_shipped_one_reads_and_says_what_to_look_at) {
    ASSERT_GE(shipped_files().size(), 8U);
    for (const fs::path& path : shipped_files()) {
        ASSERT_NO_THROW(read_scenario(path.string())) << path;
        const ScenarioFile file = read_scenario(path.string());
        EXPECT_GT(file.plan.description.size(), 150U) << path;
        EXPECT_NE(file.plan.description.find("ook at"), std::string::npos) << path;
        EXPECT_EQ(file.plan.arms.size(), file.arm_descriptions.size());
        EXPECT_GE(file.plan.arms.size(), 3U) << path;
    }
}

TEST(scenario, the_nine_arms_are_those_of_the_design_study) {
    const engine::RunPlan plan = read_scenario(shipped + "nine_arms.toml").plan;
    EXPECT_EQ(plan.persons, 200);
    ASSERT_EQ(plan.arms.size(), 9U);
    for (const engine::Arm& arm : plan.arms) {
        ASSERT_EQ(arm.scenario.chapters.size(), 5U) << arm.id;
        EXPECT_EQ(arm.scenario.chapters[2].encounters(), 26);
        EXPECT_EQ(arm.scenario.chapters[3].encounters(), 156);
        EXPECT_EQ(arm.scenario.chapters[4].encounters(), 26);
        EXPECT_EQ(arm.scenario.chapters[3].other, arm.scenario.chapters[2].other);
    }
    const life::Chapter& last = plan.arms[8].scenario.chapters[3];
    ASSERT_EQ(last.plans.size(), 3U);
    EXPECT_EQ(last.plans[0].starts, 0.0);
    EXPECT_EQ(last.plans[1].starts, 0.0);
    EXPECT_EQ(last.plans[2].starts, 42.0) << "memory work begins in week 6";
    const std::array<double, 2> face = {0.7, 0.6};
    for (const engine::Arm& arm : plan.arms) EXPECT_EQ(arm.scenario.others[0].other.identity, face);
}

TEST(scenario, parameters_are_read_in_their_own_unit) {
    const life::Scenario life = read(
        "[parameters]\nmemory.templates = 4\nbody.arousal_time = \"20 s\"\nbond.need_rate = \"2.45 per week\"\n"
        "\"memory.concentration\" = 0.1\n[parameters.protection]\nguard_time = \"3 weeks\"\n" +
        childhood);
    EXPECT_EQ(life.parameters.person.memory.templates, 4);
    EXPECT_EQ(life.parameters.person.body.arousal_time, 20.0);
    EXPECT_NEAR(life.parameters.person.bond.need_rate, 0.35, 1e-15);
    EXPECT_EQ(life.parameters.person.memory.concentration, 0.1);
    EXPECT_EQ(life.parameters.person.protection.guard_time, 21.0);
}

TEST(scenario, an_other_may_be_met_again) {
    const life::Scenario life = read("[others.first-love]\nkind = \"partner\"\nsteady = 0.4\n" + childhood +
                                     "[[chapter]]\nid = \"a\"\nlasts = \"1 year\"\nencounters = \"1 per day\"\n"
                                     "with = \"first-love\"\n"
                                     "[[chapter]]\nid = \"b\"\nfrom = \"30 years\"\nlasts = \"26 encounters\"\n"
                                     "encounters = \"3 per week\"\nwith = \"first-love\"\n");
    ASSERT_EQ(life.chapters.size(), 3U);
    EXPECT_EQ(life.chapters[1].other, life.chapters[2].other);
    EXPECT_EQ(life.others[static_cast<std::size_t>(life.chapters[1].other)].id, "first-love");
    EXPECT_EQ(life.chapters[2].from, 30 * days_per_year) << "the years between pass alone";
    EXPECT_EQ(life.chapters[2].encounters(), 26);
}

TEST(scenario, every_therapy_and_event_can_be_planned) {
    const life::Scenario life = read(childhood + together + R"(
[[chapter.plan]]
therapy = "emdr"
load = 0.3
load_shape = "linear"
sessions = 2
every = "2 weeks"
[[chapter.plan]]
therapy = "graded closeness"
beyond_edge = 0.2
sessions = 1
after = "emdr"
starts = "1 day"
[[chapter.plan]]
therapy = "corrective relationship"
sessions = 1
[[chapter.plan]]
therapy = "flooding"
suppressed = 0.5
pressure = 0.1
sessions = 1
[[chapter.plan]]
therapy = "pressure"
pressure = 0.25
sessions = 1
[[chapter.plan]]
therapy = "talk"
sessions = 1
[[chapter.plan]]
therapy = "parts"
id = "gentle"
curiosity = 0.5
sessions = 1
[[chapter.event]]
kind = "betrayal"
at = "3 months"
[[chapter.event]]
kind = "break-up"
at = "4 months"
[[chapter.event]]
kind = "new partner"
at = "5 months"
[[chapter.event]]
kind = "stressor"
at = "1 day"
strength = 0.9
)");
    const life::Chapter& chapter = life.chapters[1];
    ASSERT_EQ(chapter.plans.size(), 7U);
    const auto& emdr = std::get<therapy::Emdr>(chapter.plans[0].therapy);
    EXPECT_EQ(emdr.load, 0.3);
    EXPECT_EQ(emdr.shape, therapy::LoadShape::linear);
    EXPECT_EQ(chapter.plans[1].starts, 29.0) << "one `every` after the last session, and a day";
    EXPECT_EQ(std::get<therapy::GradedCloseness>(chapter.plans[1].therapy).beyond_edge, 0.2);
    EXPECT_EQ(std::get<therapy::Flooding>(chapter.plans[3].therapy).suppressed, 0.5);
    EXPECT_EQ(std::get<therapy::Pressure>(chapter.plans[4].therapy).pressure, 0.25);
    EXPECT_EQ(chapter.plans[6].id, "gentle");
    ASSERT_EQ(chapter.events.size(), 4U);
    EXPECT_EQ(std::get<life::Betrayal>(chapter.events[0].kind).strength, 0.8);
    EXPECT_TRUE(std::holds_alternative<life::BreakUp>(chapter.events[1].kind));
    EXPECT_TRUE(std::holds_alternative<life::NewPartner>(chapter.events[2].kind));
    EXPECT_EQ(std::get<life::Stressor>(chapter.events[3].kind).strength, 0.9);
}

TEST(scenario, a_diary_chapter_names_its_files_from_the_scenarios_folder) {
    const ScenarioFile file = read_scenario(shipped + "made_up_diary.toml");
    ASSERT_TRUE(file.diary.has_value());
    EXPECT_EQ(file.diary->chapter, "recorded");
    EXPECT_TRUE(fs::exists(shipped + file.diary->mapping));
    EXPECT_TRUE(fs::exists(shipped + file.diary->data));
    EXPECT_TRUE(file.diary->open_ended);
    engine::RunPlan plan = file.plan;
    end_diary_chapter(plan, 14.0);
    for (const engine::Arm& arm : plan.arms) {
        EXPECT_TRUE(arm.scenario.chapters.back().diary);
        EXPECT_EQ(arm.scenario.chapters.back().until, 30 * days_per_year + 14.0);
    }
}

TEST(scenario, paragraphs_of_a_description_may_be_broken_over_lines) {
    const auto plan =
        parse_scenario("description = \"\"\"\nOne\n  two.\n\nThree.\n\"\"\"\n" + childhood, "x.toml").plan;
    EXPECT_EQ(plan.description, "One two.\n\nThree.");
    EXPECT_EQ(plan.title, "x");
}

TEST(scenario, the_command_line_has_the_last_word) {
    Overrides overrides;
    overrides.seed = 99;
    overrides.persons = 3;
    overrides.set = {"memory.concentration=0.05", "body.arousal_time=20s", "together.lasts = 2 years",
                     "together.with.steady=0.5", "together.encounters=\"none\""};
    const auto plan = parse_scenario(the_issues_example, "essay.toml", overrides).plan;
    EXPECT_EQ(plan.seed, 99U);
    EXPECT_EQ(plan.persons, 3);
    for (const engine::Arm& arm : plan.arms) {
        EXPECT_EQ(arm.scenario.seed, 99U);
        EXPECT_EQ(arm.scenario.parameters.person.memory.concentration, 0.05);
        EXPECT_EQ(arm.scenario.parameters.person.body.arousal_time, 20.0);
        EXPECT_EQ(arm.scenario.chapters[2].until - arm.scenario.chapters[2].from, 730.0);
        EXPECT_EQ(arm.scenario.others[1].other.steady, 0.5);
        EXPECT_EQ(arm.scenario.chapters[2].encounters(), 0);
    }
}

TEST(scenario, what_is_wrong_with_a_set_is_a_problem_of_the_command_line) {
    const auto one = [](const std::string& set) {
        Overrides overrides;
        overrides.set = {set};
        return trouble(the_issues_example, overrides);
    };
    EXPECT_EQ(one("memory.concentraton=0.05")
                  .find("--set memory.concentraton=0.05  E0002  there is no parameter `memory.concentraton`\n"
                        "   did you mean `memory.concentration`?"),
              0U);
    EXPECT_EQ(one("body.arousal_time=20"),
              "--set body.arousal_time=20  E0002  `body.arousal_time` has no unit\n"
              "   did you mean \"20 s\"?   nearness explain E0002\n");
    EXPECT_NE(one("nonsense").find("E0002  this is not key=value"), std::string::npos);
    EXPECT_NE(one("=3").find("E0002"), std::string::npos);
    EXPECT_NE(one("persons=3").find("did you mean --persons?"), std::string::npos);
    EXPECT_NE(one("together.with.steady=2").find("E0002  `steady` cannot be 2"), std::string::npos);
    EXPECT_NE(one("memory.concentration=nan").find("E0002"), std::string::npos);
    EXPECT_NE(one("together.with={").find("E0002"), std::string::npos);
}

TEST(scenario, nothing_is_read_twice_from_one_problem) {
    // The childhood's missing unit must not make the next chapter overlap, nor the plan too long for it.
    const std::string text = trouble(
        "[[chapter]]\nid = \"childhood\"\nfrom = \"6 months\"\nuntil = 16\n[[chapter]]\nid = \"b\"\nlasts = \"1 "
        "year\"\n"
        "[[arm]]\nid = \"x\"\nset = { \"b.lasts\" = \"2 years\" }\n");
    EXPECT_EQ(text.find("E01"), text.rfind("  E01") + 2) << text;
}

TEST(scenario, limits_of_the_numbering_are_kept) {
    std::string text = childhood;
    for (unsigned i = 1; i <= random::most_chapters; ++i) {
        text += "[[chapter]]\nid = \"c" + std::to_string(i) + "\"\nlasts = \"1 day\"\n";
    }
    EXPECT_NE(trouble(text).find("E0117  too many chapters"), std::string::npos);
    text.clear();
    for (int i = 0; i <= life::most_others; ++i) text += "[others.o" + std::to_string(i) + "]\nkind = \"partner\"\n";
    EXPECT_NE(trouble(text + childhood).find("E0117  too many others"), std::string::npos);
    Overrides overrides;
    overrides.persons = 0;
    EXPECT_NE(trouble(childhood, overrides).find("--persons cannot be 0"), std::string::npos);
    EXPECT_NE(trouble("persons = 4000001\n" + childhood).find("E0106"), std::string::npos);
    EXPECT_NE(trouble("seed = -1\n" + childhood).find("E0106"), std::string::npos);
}

TEST(scenario, what_toml_plus_plus_would_abort_on_is_answered) {
    for (const char* header : {"[=", "[[=]]", "[.a]", "[\n", "[", "[[", "[#", "[a.=]"}) {
        EXPECT_NE(trouble(childhood + header).find("E0101"), std::string::npos) << header;
    }
}

TEST(scenario, deep_nesting_is_answered) {
    std::string key = "a";
    for (int i = 0; i < 100000; ++i) key += ".a";
    EXPECT_NE(trouble(key + " = 1\n").find("E0101"), std::string::npos);
    EXPECT_NE(trouble("x = " + std::string(100000, '[')).find("E0101"), std::string::npos);
    Overrides overrides;
    overrides.set = {key + "=1", "memory.concentration=" + std::string(100000, '[')};
    EXPECT_FALSE(trouble(childhood, overrides).empty());
}

// Any file is either read or answered: one byte changed, or cut short, and the same again with a few bytes at once.
TEST(scenario, damaged_files_are_read_or_answered) {
    int answered = 0;
    for (const fs::path& path : shipped_files()) {
        std::ifstream stream(path, std::ios::binary);
        const std::string good{std::istreambuf_iterator<char>(stream), {}};
        for (std::uint32_t trial = 0; trial < 300; ++trial) {
            const random::Stream draws(1, trial, {});
            const auto below = [&](std::uint32_t draw, std::size_t end) {
                return static_cast<std::size_t>(draws.uniform(random::Purpose::pain, draw) * static_cast<double>(end));
            };
            std::string text = good;
            const std::size_t changes = 1 + below(0, 4);
            for (std::uint32_t i = 0; i < changes; ++i) {
                static constexpr std::string_view telling = "[]{}=\".,#\n0-_ e\\\x01\xC3";
                const std::size_t choice = below(3 * i + 2, telling.size() + 8);
                text[below(3 * i + 1, text.size())] =
                    choice < telling.size() ? telling[choice] : static_cast<char>(below(3 * i + 3, 256));
            }
            if (trial % 5 == 0) text.resize(below(50, text.size()));
            try {
                parse_scenario(text, "damaged.toml");
            } catch (const InputError& error) {
                ++answered;
                EXPECT_FALSE(error.problems().empty());
            }  // anything else fails the test
        }
    }
    EXPECT_GT(answered, 500);
}

}  // namespace
}  // namespace nearness::io
