// `nearness learn`: what it reads, what it writes, and that it leaves whole results or none.
#include "learned.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <thread>

namespace nearness::test {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

const std::string usual =
    "subject,trial,A,B,us\np1,1,1,0,1\np1,2,1,1,1\np1,3,0,1,0\np1,4,1,0,1\np2,1,1,0,0\np2,2,1,0,1\np2,3,0,1,1\n";

Json described(const std::string& name) {
    const Finished finished = nearness({"describe", name, "--json"}, {});
    EXPECT_EQ(finished.code, 0) << finished.err;
    return Json::parse(finished.out);
}

std::string printed(const std::string& model, const std::string& trials, Words more = {}) {
    const Folder folder;
    folder.write("trials.csv", trials);
    more.insert(more.begin(), {"learn", "--model", model, "--trials", "trials.csv"});
    const Finished finished = nearness(more, {.folder = folder.path()});
    EXPECT_EQ(finished.code, 0) << finished.err;
    return finished.out;
}

// The header's columns, with names and numbers in place of the words of `describe`.
bool is_of_family(const std::string& column, const std::string& pattern) {
    std::string text = pattern;
    const std::map<std::string, std::string> indices = {{"_STIMULUS", "_(A|B|us)"},
                                                        {"_CUE", "_(A|B)"},
                                                        {"_CAUSE", "_[0-9]+"},
                                                        {"_PERIOD", "_[0-7]"},
                                                        {"_LEVEL", "_[0-9]+"}};
    for (const auto& [word, expression] : indices) {
        for (std::size_t at = text.find(word); at != text.npos; at = text.find(word))
            text.replace(at, word.size(), expression);
    }
    return std::regex_match(column, std::regex(text));
}

TEST(learn, every_learner_gives_a_row_for_each_row_with_the_columns_that_describe_names) {
    const Json learners = described("learners");
    ASSERT_EQ(learners.size(), 13U);
    for (const Json& learner : learners) {
        const std::string name = learner["name"];
        EXPECT_TRUE(fs::exists(fs::path(NEARNESS_SOURCE_DIR) / learner["page"].get<std::string>())) << name;
        for (const bool internals : {false, true}) {
            const LearnedTable table = learned(name, usual, internals ? Words{"--verbose-state"} : Words{});
            ASSERT_EQ(table.rows(), 7U) << name;
            EXPECT_EQ(table.names()[0], "subject");
            EXPECT_EQ(table.names()[1], "trial");
            EXPECT_EQ(table.names()[2], "prediction");
            EXPECT_EQ(table.names()[3], "response");
            EXPECT_EQ(table.text(4, "subject") + table.text(4, "trial"), "p21") << name;
            std::set<std::string> used;
            for (std::size_t i = 2; i < table.names().size(); ++i) {
                bool found = false;
                for (const Json& column : learner["columns"]) {
                    if (column["shown"] == "--verbose-state" && !internals) continue;
                    if (!is_of_family(table.names()[i], column["column"])) continue;
                    found = true;
                    used.insert(column["column"]);
                }
                EXPECT_TRUE(found) << name << " has a column that is not described: " << table.names()[i];
            }
            for (const Json& column : learner["columns"]) {
                if (column["shown"] == "--verbose-state" && !internals) continue;
                EXPECT_TRUE(used.contains(column["column"])) << name << " lacks " << column["column"];
            }
            for (std::size_t row = 0; row < table.rows(); ++row) {
                EXPECT_TRUE(std::isfinite(table.number(row, "prediction"))) << name;
            }
        }
    }
}

// All but counts at once, each to a value of its own, so that a name that led to another parameter would change the result.
TEST(learn, every_parameter_can_be_set_by_each_of_its_names_and_no_name_means_two) {
    for (const Json& learner : described("learners")) {
        std::set<std::string> names, results = {printed(learner["name"], usual)};
        std::array<Words, 3> by;  // whole key, short name, symbol where there is one
        double share = 0.9;
        for (const Json& parameter : learner["parameters"]) {
            for (const std::string name : parameter["names"]) {
                EXPECT_TRUE(names.insert(name).second) << learner["name"] << ": " << name;
            }
            std::string value = parameter["written"];
            const double standard = parameter["default"], low = parameter["low"];
            if (parameter.contains("choices")) {
                value = parameter["choices"][1];
            } else if (value.front() != '"' && (standard < 2 || std::floor(standard) != standard)) {
                value = TrialsFile::in_full(low + share * (standard - low));
                share -= 0.03;
            }
            for (std::size_t i = 0; i < by.size(); ++i) {
                const std::size_t name = std::min(i, parameter["names"].size() - 1);
                by[i].push_back("--set=" + parameter["names"][name].get<std::string>() + "=" + value);
            }
        }
        for (const Words& settings : by) results.insert(printed(learner["name"], usual, settings));
        EXPECT_EQ(results.size(), 2U) << learner["name"];  // that of the defaults, and the other
    }
}

TEST(learn, a_parameter_that_is_set_for_one_stimulus_changes_what_is_learned_about_that_one) {
    const Words set = {"--verbose-state", "--set=alpha=0.5", "--set=salience.B=0.25"};
    const LearnedTable table = learned("rescorla-wagner", usual, set);
    EXPECT_DOUBLE_EQ(table.number(0, "association_A_us_after"), 0.5 * 0.4);
    // both are there on the second trial, with one error between them
    const double gained_a = table.number(1, "association_A_us_after") - table.number(1, "association_A_us_before");
    const double gained_b = table.number(1, "association_B_us_after") - table.number(1, "association_B_us_before");
    EXPECT_NEAR(gained_b, gained_a / 2, 1e-15);
}

TEST(learn, every_subject_begins_anew_whoever_else_is_in_the_file) {
    const std::string second = "subject,trial,A,B,us\n" + usual.substr(usual.find("p2,"));
    for (const char* model :
         {"rescorla-wagner", "latent-cause-particles", "two-process-avoidance", "template-memory"}) {
        const Words draws = std::string(model) == "two-process-avoidance" ? Words{"--set=action=drawn"} : Words{};
        const std::string both = printed(model, usual, draws), alone = printed(model, second, draws);
        EXPECT_EQ(both.substr(both.find("p2,")), alone.substr(alone.find("p2,"))) << model;
    }
    const Words seed = {"--seed", "2"};
    EXPECT_NE(printed("latent-cause-particles", usual), printed("latent-cause-particles", usual, seed));
    EXPECT_EQ(printed("rescorla-wagner", usual), printed("rescorla-wagner", usual, seed));
}

TEST(learn, what_was_not_recorded_is_not_absent) {
    const std::string start = "A,us\n1,1\n", end = "1,1\n";
    const LearnedTable missing = learned("rescorla-wagner", start + "1,NA\n" + end);
    const LearnedTable absent = learned("rescorla-wagner", start + "1,0\n" + end);
    EXPECT_EQ(missing.number(2, "prediction"), missing.number(1, "prediction"));
    EXPECT_LT(absent.number(2, "prediction"), absent.number(1, "prediction"));
    EXPECT_EQ(printed("rescorla-wagner", start + "1,-99\n" + end, {"--missing", "-99"}),
              printed("rescorla-wagner", start + "1,\n" + end));
}

TEST(learn, rows_without_trial_numbers_are_counted_for_each_subject) {
    const LearnedTable table = learned("rescorla-wagner", "subject,A,us\na,1,1\na,1,1\nb,1,1\n");
    EXPECT_EQ(table.text(1, "trial"), "2");
    EXPECT_EQ(table.text(2, "trial"), "1");
}

TEST(learn, internal_quantities_are_those_of_the_equations) {
    const std::string once = "A,B,us\n1,0,1\n";
    const LearnedTable causes = learned("latent-causes", once, {"--verbose-state"});
    EXPECT_DOUBLE_EQ(causes.number(0, "feature_1_A_before"), 0.5);
    EXPECT_DOUBLE_EQ(causes.number(0, "feature_1_A_after"), 2.0 / 3);  // (1 + a)/(1 + a + b)
    EXPECT_DOUBLE_EQ(causes.number(0, "feature_1_B_after"), 1.0 / 3);
    EXPECT_EQ(learned("latent-cause-particles", once, {"--verbose-state"}).number(0, "strength_1_after"), 1);
    for (const char* model : {"memory-modification", "soft-memory-modification"}) {
        const LearnedTable table = learned(model, once, {"--verbose-state"});
        EXPECT_DOUBLE_EQ(table.number(0, "expected_cue_1_A_after"), 0.5);  // 1/(1 + s_x)
        EXPECT_DOUBLE_EQ(table.number(0, "weight_1_A_after"), 0.3);        // one round: no next trial is known
        EXPECT_EQ(table.number(0, "posterior_1"), 1);
    }
}

TEST(learn, a_category_is_a_cue_for_each_of_its_levels) {
    const LearnedTable levels = learned("pearce-hall", "stimulus,us\nCS+,1\nS 2,0\nCS+,1\nNA,1\nS 2,1\n",
                                        {"--category", "stimulus", "--verbose-state"});
    const LearnedTable columns =
        learned("pearce-hall", "CS+,S 2,us\n1,0,1\n0,1,0\n1,0,1\n,,1\n0,1,1\n", {"--verbose-state"});
    EXPECT_EQ(levels.names(), columns.names());
    EXPECT_TRUE(levels.has("associability_CS+"));
    for (std::size_t row = 0; row < 5; ++row) {
        for (std::size_t i = 1; i < levels.names().size(); ++i) {
            EXPECT_EQ(levels.text(row, levels.names()[i]), columns.text(row, levels.names()[i])) << levels.names()[i];
        }
    }
}

TEST(learn, a_dimension_is_a_graded_cue_of_the_templates) {
    std::string trials = "size,us\n";
    for (int i = 0; i < 10; ++i) trials += "50,1\n120,0\n";  // the end that hurts is 1
    for (const char* size : {"50", "85", "120"}) trials += std::string(size) + ",NA\n";
    const LearnedTable table = learned("template-memory", trials, {"--scale", "size=120..50"});
    EXPECT_GT(table.number(20, "prediction"), table.number(21, "prediction"));
    EXPECT_GT(table.number(21, "prediction"), table.number(22, "prediction"));
}

TEST(learn, time_counts_from_the_first_trial_of_a_subject_and_by_row_takes_none) {
    const std::string spaced = "time,A,us\n100,1,1\n101,1,1\n130,1,0\n", shifted = "time,A,us\n0,1,1\n1,1,1\n30,1,0\n";
    const std::string even = "A,us\n1,1\n1,1\n1,0\n";
    const auto predictions = [](const std::string& trials, const Words& more = {}) {
        const LearnedTable table = learned("memory-modification", trials, more);
        return Words{table.text(0, "prediction"), table.text(1, "prediction"), table.text(2, "prediction")};
    };
    EXPECT_EQ(predictions(spaced), predictions(shifted));
    EXPECT_NE(predictions(spaced), predictions(even));
    EXPECT_EQ(predictions(spaced, {"--by-row"}), predictions(even));
}

TEST(learn, columns_of_avoidance_amnesia_and_test_trials_are_understood) {
    const std::string trials =
        "A,us,avoided,inhibition,learning\n1,1,0,0,1\n1,1,0,0,1\n1,0,1,0,1\n1,0,0,0,0\n1,0,,1,1\n1,0,unavailable,0,1\n";
    const LearnedTable table = learned("two-process-avoidance", trials, {"--verbose-state"});
    EXPECT_EQ(table.number(2, "avoided_after"), 1);
    EXPECT_EQ(table.number(2, "threat_A_after"), table.number(2, "threat_A_before"));  // protected from extinction
    EXPECT_EQ(table.number(3, "avoided_after"), 1);                                    // a test trial changes nothing
    EXPECT_EQ(table.number(5, "response"), 0);
    const LearnedTable amnesia = learned("memory-modification", trials, {"--verbose-state"});
    std::string without = trials;
    without.replace(without.find(",,1,1"), 5, ",,0,1");
    const LearnedTable none = learned("memory-modification", without, {"--verbose-state"});
    EXPECT_EQ(amnesia.text(4, "prediction"), none.text(4, "prediction"));
    EXPECT_NE(amnesia.text(4, "weight_1_A_after"), none.text(4, "weight_1_A_after"));
}

TEST(learn, reads_files_as_other_programs_write_them) {
    const std::string plain = printed("rescorla-wagner", "A,us\n0.5,1\n1,0\n1,1\n");
    EXPECT_EQ(printed("rescorla-wagner",
                      "\xEF\xBB\xBF"
                      "A;us\r\n0,5;1\r\n1;0\r\n1;1\r\n"),
              plain);
    EXPECT_EQ(printed("rescorla-wagner", "\"A\"\t\"us\"\n\"0.5\"\t1\n1\t0\n\n1\t1"), plain);
    EXPECT_EQ(printed("rescorla-wagner", "Outcome,A\n1,0.5\n0,1\n1,1\n"), plain);
}

TEST(learn, numbers_do_not_converge_without_a_word) {
    std::string trials = "A,us\n";
    for (int i = 0; i < 300; ++i) trials += "1000,1\n";
    const Folder folder;
    folder.write("trials.csv", trials);
    const Finished finished = nearness({"learn", "--model", "rescorla-wagner", "--trials", "trials.csv", "--quiet"},
                                       {.folder = folder.path()});
    EXPECT_EQ(finished.code, 0);
    EXPECT_TRUE(has(finished.err, "rows hold numbers that are not finite, from row ")) << finished.err;
}

class LearnFiles : public testing::Test {
protected:
    LearnFiles() { folder_.write("trials.csv", usual); }
    Finished run(const std::string& output, How how = {}) const {
        how.folder = folder_.path();
        return nearness({"learn", "--model", "rescorla-wagner", "--trials", "trials.csv", "--output", output}, how);
    }
    const Folder folder_;
};

TEST_F(LearnFiles, a_file_holds_what_would_be_printed_and_replaces_an_older_one) {
    for (int again = 0; again < 2; ++again) {
        const Finished finished = run("result é.csv");
        EXPECT_EQ(finished.code, 0) << finished.err;
        EXPECT_EQ(finished.out, "");
        EXPECT_EQ(finished.err, "7 trials of 2 subjects; cues: A, B; outcome: us\n");
        EXPECT_EQ(content(folder_.path() / "result é.csv"), printed("rescorla-wagner", usual));
        EXPECT_EQ(names_in(folder_.path()), (Words{"result é.csv", "trials.csv"}));
    }
    EXPECT_EQ(run("/dev/null").code, 0);
    fs::create_symlink("result é.csv", folder_.path() / "link.csv");
    folder_.write("result é.csv", "old");
    EXPECT_EQ(run("link.csv").code, 0);
    EXPECT_TRUE(fs::is_symlink(folder_.path() / "link.csv"));
    EXPECT_EQ(content(folder_.path() / "result é.csv"), printed("rescorla-wagner", usual));
}

TEST_F(LearnFiles, a_full_disk_leaves_the_old_result) {
    folder_.write("result.csv", "old");
    const Finished finished = run("result.csv", {.largest_file = 20});
    EXPECT_EQ(finished.code, 74) << finished.err;
    EXPECT_TRUE(has(finished.err, "E0305")) << finished.err;
    EXPECT_EQ(content(folder_.path() / "result.csv"), "old");
    EXPECT_EQ(names_in(folder_.path()), (Words{"result.csv", "trials.csv"}));
}

TEST_F(LearnFiles, standard_output_that_cannot_be_written_is_no_success) {
    Finished finished = nearness({"learn", "--model", "rescorla-wagner", "--trials", "trials.csv"},
                                 {.folder = folder_.path(), .out_to = "/dev/full"});
    EXPECT_EQ(finished.code, 74) << finished.err;
}

TEST_F(LearnFiles, interrupted_it_ends_with_130_and_leaves_nothing) {
    std::string many = "subject,A,us\n";
    for (int i = 0; i < 60'000; ++i) many += std::to_string(i / 1000) + ",1,1\n";
    folder_.write("many.csv", many);
    Running running({"learn", "--model", "latent-cause-particles", "--trials", "many.csv", "--output", "result.csv",
                     "--set=particles=1000", "--verbose-state"},
                    {.folder = folder_.path()});
    const fs::path partial = folder_.path() / ".result.csv.partial";
    for (int i = 0; i < 5000 && !fs::exists(partial) && !running.ended(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    running.send(SIGINT);
    const Finished finished = running.wait();
    EXPECT_EQ(finished.code, 130) << finished.err;
    EXPECT_EQ(finished.err, "interrupted; nothing was written\n");
    EXPECT_EQ(names_in(folder_.path()), (Words{"many.csv", "trials.csv"}));
}

TEST(learn, the_list_of_models_is_the_one_that_describe_prints) {
    const Finished list = nearness({"learn", "--model", "list"}, {});
    EXPECT_EQ(list.code, 0);
    EXPECT_EQ(list.out, nearness({"describe", "learners"}, {}).out);
    EXPECT_TRUE(has(list.out, "rescorla-wagner               Rescorla–Wagner 1972\n  salience ")) << list.out;
    EXPECT_TRUE(has(nearness({"describe", "kalman_filter.diffusion"}, {}).out, "kalman-filter   Kalman filter"));
}

// The first block of the page, the command below it, and what it prints.
TEST(learn, the_example_of_the_page_gives_what_the_page_shows) {
    const std::string page = content(NEARNESS_SOURCE_DIR "/docs/guide/learning.md");
    Words blocks;
    std::size_t at = 0;
    while (blocks.size() < 3) {
        at = page.find("\n```", at);
        const std::size_t start = page.find('\n', at + 4) + 1, end = page.find("\n```", start);
        ASSERT_NE(end, page.npos);
        blocks.push_back(page.substr(start, end + 1 - start));
        at = end + 4;
    }
    Words arguments;
    std::istringstream words(blocks[1]);
    for (std::string word; words >> word;) arguments.push_back(word);
    ASSERT_EQ(arguments.front(), "nearness");
    arguments.erase(arguments.begin());
    const Folder folder;
    folder.write("trials.csv", blocks[0]);
    EXPECT_EQ(nearness(arguments, {.folder = folder.path()}).out, blocks[2]);
}

TEST(learn, is_quick_on_a_hundred_thousand_rows) {
    std::string trials = "subject,trial,A,B,C,us\n";
    for (int i = 0; i < 100'000; ++i) {
        trials += std::to_string(i / 1000) + ',' + std::to_string(i % 1000) + ",1,0," + std::to_string(i % 7 / 7.0) +
                  ',' + std::to_string(i % 3 == 0 ? 1 : 0) + '\n';
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(learned("rescorla-wagner", trials).rows(), 100'000U);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));  // 0.15 s; machines differ and share
}

}  // namespace
}  // namespace nearness::test
