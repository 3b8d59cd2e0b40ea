// `run`: what it prints, what it writes and where, and what its options change.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nearness::test {
namespace {

using Json = nlohmann::json;

class Run : public testing::Test {
protected:
    Run() { folder_.write("small.toml", small_scenario()); }

    Finished run(std::vector<std::string> options) const {
        options.insert(options.begin(), {"run", "small.toml"});
        return nearness(options, {.folder = folder_.path()});
    }
    // The summary that a run with these options prints.
    Json summary(std::vector<std::string> options) const {
        options.push_back("--json");
        const Finished finished = run(options);
        EXPECT_EQ(finished.code, 0) << finished.err;
        return Json::parse(finished.out);
    }
    fs::path place(const std::string& name) const { return folder_.path() / name; }
    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

private:
    Folder folder_;
};

TEST_F(Run, writes_four_files_into_out_and_the_name_of_the_scenario) {
    const Finished finished = run({});
    EXPECT_EQ(finished.code, 0);
    EXPECT_EQ(finished.err, "");
    EXPECT_EQ(names_in(place("")), (std::vector<std::string>{"out", "small.toml"}));
    EXPECT_EQ(names_in(place("out/small")), result_names);
    for (const auto& [name, bytes] : files_in(place("out"))) EXPECT_GT(bytes.size(), 1000U) << name;
}

TEST_F(Run, writes_where_it_is_told_and_makes_the_folders_on_the_way) {
    EXPECT_EQ(run({"--out", "here/with a blank/é"}).code, 0);
    EXPECT_EQ(names_in(place("here/with a blank/é")), result_names);
    EXPECT_FALSE(fs::exists(place("out")));
}

TEST_F(Run, leaves_other_files_of_the_folder_alone) {
    write("mine/notes.txt", "mine");
    write("mine/.notes.partial", "mine too");
    EXPECT_EQ(run({"--out", "mine"}).code, 0);
    EXPECT_EQ(content(place("mine/notes.txt")), "mine");
    EXPECT_EQ(content(place("mine/.notes.partial")), "mine too");
}

TEST_F(Run, prints_title_table_and_the_places_of_the_files) {
    const std::string out = run({"--out", "there"}).out;
    for (const char* part : {"A small life",
                             "Look at the edge.",
                             "3 chapters, 2 arms, 4 persons",
                             "edge",
                             "area",
                             "protective use",
                             "felt closeness",
                             "care",
                             "trust",
                             "templates",
                             "as written",
                             "    childhood",
                             "    quiet",
                             "    together",
                             "  sessions\n",
                             "(as written up to quiet)",
                             "  there/report.html\n",
                             "  there/run.nc\n",
                             "  there/moments.csv\n",
                             "  there/summary.json\n"}) {
        EXPECT_TRUE(has(out, part)) << part << "\n" << out;
    }
    EXPECT_FALSE(has(out, "nan")) << out;
}

TEST_F(Run, prints_the_means_that_summary_json_holds) {
    const std::string out = run({"--out", "there"}).out;
    const Json summary = Json::parse(content(place("there/summary.json")));
    const Json edge = summary["arms"][0]["chapters"][0]["quantities"]["edge"];
    char cell[40];
    std::snprintf(cell, sizeof cell, "%.3f ±%.3f", edge["mean"].get<double>(),
                  1.96 * edge["standard_error"].get<double>());
    EXPECT_TRUE(has(out, "    childhood     " + std::string(cell))) << cell << "\n" << out;
}

TEST_F(Run, prints_one_person_without_an_interval) {
    const Finished finished = run({"--out", "there", "--persons", "1"});
    EXPECT_FALSE(has(finished.out, "±")) << finished.out;
    EXPECT_FALSE(has(finished.out, "median")) << finished.out;
    EXPECT_TRUE(has(finished.out, "  one person; edge, area,")) << finished.out;
    const Json edge = Json::parse(content(place("there/summary.json")))["arms"][0]["chapters"][0]["quantities"]["edge"];
    char cell[40];
    EXPECT_FALSE(has(finished.out, " \n")) << finished.out;
    std::snprintf(cell, sizeof cell, "    childhood     %.3f  ", edge["mean"].get<double>());
    EXPECT_TRUE(has(finished.out, cell)) << cell << "\n" << finished.out;
    EXPECT_TRUE(edge["standard_error"].is_null());
}

TEST_F(Run, says_of_everybody_whether_and_when_a_goal_was_reached) {
    std::string text = small_scenario(6);
    text.replace(text.find("sessions = 2"), 12, "sessions = 2, until = { measure = \"trust\", above = 0.01 }");
    text.replace(text.find("sessions = 3"), 12, "sessions = 3, until = { measure = \"sud\", below = 0 }");
    write("small.toml", "record = { persons = 2 }\n" + text);
    const Finished finished = run({});
    EXPECT_TRUE(
        has(finished.out,
            "  goals of plans\n"
            "    sessions, together: emdr until sud below 0: reached by 0 of 6 persons, each in 3 sessions\n"
            "    sessions, together: parts until trust above 0.01: reached by 6 of 6 persons, median 1 session\n"))
        << finished.out << finished.err;
    const std::string one = run({"--persons", "1"}).out;
    EXPECT_TRUE(has(one, "emdr until sud below 0: not reached in 3 sessions\n")) << one;
    EXPECT_TRUE(has(one, "parts until trust above 0.01: reached after 1 session\n")) << one;
    EXPECT_EQ(summary({})["arms"][1]["chapters"][2]["goals"][1]["reached"], 6);
}

TEST_F(Run, prints_nothing_when_quiet) {
    const Finished finished = run({"--quiet"});
    EXPECT_EQ(finished.code, 0);
    EXPECT_EQ(finished.out, "");
    EXPECT_EQ(finished.err, "");
    EXPECT_EQ(names_in(place("out/small")), result_names);
}

TEST_F(Run, prints_summary_json_and_nothing_else_with_json) {
    for (const bool quiet : {false, true}) {
        const Finished finished = quiet ? run({"--json", "--quiet"}) : run({"--json"});
        EXPECT_EQ(finished.err, "");
        EXPECT_EQ(finished.out, content(place("out/small/summary.json")));
        EXPECT_EQ(Json::parse(finished.out)["title"], "A small life");
    }
}

TEST_F(Run, writes_nothing_on_a_dry_run_but_says_how_large_it_is) {
    const Finished finished = run({"--dry-run"});
    EXPECT_EQ(finished.code, 0);
    EXPECT_TRUE(has(finished.out, "3 chapters, 2 arms, 4 persons")) << finished.out;
    EXPECT_TRUE(has(finished.out, "encounters to live")) << finished.out;
    EXPECT_EQ(Json::parse(run({"--dry-run", "--json"}).out)["persons"], 4);
    EXPECT_EQ(run({"--dry-run", "--quiet"}).out, "");
    EXPECT_EQ(names_in(place("")), (std::vector<std::string>{"small.toml"}));
}

TEST_F(Run, a_dry_run_says_what_particles_cost) {
    const std::vector<std::string> particles = {
        "--dry-run", "--set", "memory.assignment=\"particles\"", "--set", "memory.particles=30", "--json"};
    const Json with = Json::parse(run(particles).out), without = Json::parse(run({"--dry-run", "--json"}).out);
    EXPECT_EQ(without["work"], without["encounters"]);
    EXPECT_EQ(with["encounters"], without["encounters"]);
    EXPECT_EQ(with["work"], 30 * without["encounters"].get<double>());
    const std::string said = run({particles.begin(), particles.end() - 1}).out;
    EXPECT_TRUE(has(said, " encounters to live, with particles the work of up to ")) << said;
    EXPECT_FALSE(has(run({"--dry-run"}).out, "particles"));
    EXPECT_TRUE(has(run({"--dry-run", "--deterministic"}).out, "2 arms, 1 person beside 200 drawn lives, "));
}

TEST_F(Run, seed_persons_and_set_change_the_numbers_and_the_plan_hash) {
    const auto edge = [](const Json& summary) {
        return summary["arms"][0]["chapters"][2]["quantities"]["edge"]["mean"].get<double>();
    };
    const Json plain = summary({});
    EXPECT_EQ(plain["seed"], 7);
    EXPECT_EQ(plain["persons"], 4);
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--seed", "8"},
                                                    {"--persons", "6"},
                                                    {"--set", "memory.concentration=0.1"},
                                                    {"--set", "body.arousal_time=\"40 s\""},
                                                    {"--set", "together.lasts=\"3 months\""}}) {
        const Json changed = summary(options);
        EXPECT_NE(edge(changed), edge(plain)) << options[1];
        EXPECT_NE(changed["plan_hash"], plain["plan_hash"]) << options[1];
        EXPECT_EQ(changed["seed"], options[0] == "--seed" ? 8 : 7);
        EXPECT_EQ(changed["persons"], options[0] == "--persons" ? 6 : 4);
    }
    EXPECT_EQ(summary({"--seed", "7", "--persons", "4"}), plain);
    EXPECT_EQ(summary({"--seed", "18446744073709551615", "--persons", "1"})["seed"], 18446744073709551615U);
}

TEST_F(Run, a_person_is_the_same_among_few_and_many) {
    run({"--out", "few", "--persons", "3"});
    run({"--out", "many", "--persons", "9"});
    const std::string few = content(place("few/moments.csv"));
    EXPECT_GT(few.size(), 10000U);
    EXPECT_EQ(content(place("many/moments.csv")).substr(0, few.size()), few);
}

TEST_F(Run, a_range_of_persons_is_a_part_of_the_whole) {
    run({"--out", "whole", "--persons", "6"});
    run({"--out", "part", "--persons", "3..4"});
    const std::string whole = content(place("whole/moments.csv")), part = content(place("part/moments.csv"));
    const std::size_t header = part.find('\n') + 1;
    EXPECT_TRUE(part.substr(header).starts_with("3,")) << part.substr(header, 20);
    EXPECT_TRUE(has(whole, part.substr(header)));
    const Json summary = Json::parse(content(place("part/summary.json")));
    EXPECT_EQ(summary["persons"], 2);
    EXPECT_EQ(summary["first_person"], 3);
    EXPECT_TRUE(has(content(place("part/report.html")), "2 persons, number 3 to 4 of a larger ensemble"));
}

TEST_F(Run, keeps_no_rows_that_the_scenario_does_not_want) {
    const std::string plain = small_scenario();
    std::string text = plain;
    text.replace(text.find("\n[[chapter]]"), 1, "\n[record]\nmoments = false\ncurves = false\ntemplates = false\n\n");
    write("small.toml", text);
    EXPECT_EQ(run({}).code, 0);
    const std::string moments = content(place("out/small/moments.csv"));
    EXPECT_EQ(moments.find('\n') + 1, moments.size());
    EXPECT_TRUE(has(content(place("out/small/report.html")), "No moments were kept in this run."));
    EXPECT_EQ(summary({})["persons"], 4);
}

TEST_F(Run, standard_output_that_cannot_be_written_is_an_error) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "not run: there is no /dev/full";
    for (const char* option : {"--json", "--out=out/small"}) {
        const Finished finished = nearness({"run", "small.toml", option}, {.folder = place(""), .out_to = "/dev/full"});
        EXPECT_EQ(finished.code, 74);
        EXPECT_TRUE(has(finished.err, "E0305  standard output could not be written")) << finished.err;
        EXPECT_EQ(names_in(place("out/small")), result_names);
    }
}

}  // namespace
}  // namespace nearness::test
