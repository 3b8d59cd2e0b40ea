// nearness experiment: what it prints and writes.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <sstream>
#include <thread>

namespace nearness::test {
namespace {

using Row = std::map<std::string, std::string>;

// Without quotes in fields: designs here need none.
std::vector<Row> table(const fs::path& path) {
    std::istringstream lines(content(path));
    const auto fields = [](const std::string& line) {
        std::vector<std::string> all(1);
        for (const char c : line) c == ',' ? all.emplace_back() : all.back() += c;
        return all;
    };
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> header = fields(line);
    std::vector<Row> rows;
    while (std::getline(lines, line)) {
        const std::vector<std::string> cells = fields(line);
        EXPECT_EQ(cells.size(), header.size());
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
    }
    return rows;
}

const std::string design = "blocking=!10A>(US)/10B|24 h|10AC>(US):50%|1#C; control=10B|10AC>(US)|1#C";

TEST(experiments, print_a_table_and_write_nothing_unless_asked) {
    const Folder folder;
    const Finished done = nearness({"experiment", "10A>(US)|1#A"}, {.folder = folder.path()});
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_TRUE(has(done.out, "rescorla-wagner")) << done.out;
    EXPECT_TRUE(has(done.out, "0.825")) << done.out;  // 1 − 0.84^10
    EXPECT_TRUE(files_in(folder.path()).empty());
    EXPECT_EQ(nearness({"experiment", "10A>(US)", "--quiet"}, {.folder = folder.path()}).out, "");
}

TEST(experiments, write_every_trial_with_documented_columns) {
    const Folder folder;
    const Finished done = nearness({"experiment", "10A:0.5>(US):50% | 1#A", "--set", "salience.A=0.3", "--learner",
                                    "rescorla-wagner", "--learner", "mackintosh", "--out", "results"},
                                   {.folder = folder.path()});
    ASSERT_EQ(done.code, 0) << done.err;
    const auto rows = table(folder.path() / "results/trials.csv");
    ASSERT_EQ(rows.size(), 22U);
    double strength = 0;
    for (std::size_t t = 0; t < 11; ++t) {
        const Row& row = rows[t];
        EXPECT_EQ(row.at("learner"), "rescorla-wagner");
        EXPECT_EQ(row.at("trial"), std::to_string(t + 1));
        EXPECT_EQ(row.at("kind"), t < 10 ? "A:0.5>(US):50%" : "#A");
        EXPECT_EQ(row.at("test"), t < 10 ? "0" : "1");
        EXPECT_EQ(row.at("associability_A"), "");
        const double intensity = t < 10 ? 0.5 : 1;
        EXPECT_NEAR(std::stod(row.at("prediction")), intensity * strength, 1e-14);
        const bool reinforced = row.at("present_US") == "1";
        EXPECT_EQ(reinforced, t < 10 && t % 2 == 0);
        strength += 0.3 * 0.5 * 0.4 * ((reinforced ? 1 : 0) - 0.5 * strength);
    }
    EXPECT_NE(rows[12].at("associability_A"), "");
    EXPECT_EQ(table(folder.path() / "results/means.csv").size(), 22U);
    EXPECT_TRUE(fs::exists(folder.path() / "results/experiment.nc"));
}

TEST(experiments, are_the_same_bytes_for_any_number_of_threads_and_from_their_own_file) {
    const Folder folder;
    const auto run = [&](const std::string& what, const std::string& out, std::vector<std::string> more) {
        std::vector<std::string> arguments = {"experiment", what, "--out", out};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Finished done = nearness(arguments, {.folder = folder.path()});
        ASSERT_EQ(done.code, 0) << done.err;
    };
    const std::vector<std::string> options = {"--learner",  "rescorla-wagner",
                                              "--learner",  "latent-cause-particles",
                                              "--spread",   "alpha=0.5",
                                              "--set",      "particles=20",
                                              "--subjects", "30",
                                              "--seed",     "7"};
    auto with_threads = options;
    with_threads.insert(with_threads.end(), {"--threads", "3"});
    run(design, "one", options);
    run(design, "three", with_threads);
    run((folder.path() / "one/experiment.toml").string(), "again", {});
    for (const char* name : {"trials.csv", "means.csv", "summary.json", "experiment.nc", "experiment.toml"}) {
        EXPECT_EQ(content(folder.path() / "one" / name), content(folder.path() / "three" / name)) << name;
        EXPECT_EQ(content(folder.path() / "one" / name), content(folder.path() / "again" / name)) << name;
    }
}

TEST(experiments, have_means_over_subjects_in_json) {
    const Finished done =
        nearness({"experiment", "5A>(US)|1#A", "--subjects", "40", "--spread", "salience=0.5", "--json"}, {});
    ASSERT_EQ(done.code, 0) << done.err;
    const auto json = nlohmann::json::parse(done.out);
    ASSERT_EQ(json["results"].size(), 2U);
    const auto& test = json["results"][1];
    EXPECT_EQ(test["kind"], "#A");
    EXPECT_EQ(test["phase"], 2);
    EXPECT_GT(test["prediction"]["half_width_of_last"].get<double>(), 0);
    EXPECT_NEAR(test["prediction"]["last"].get<double>(), 1 - std::pow(0.84, 5), 0.05);
    EXPECT_EQ(json["learners"][0]["spread"]["rescorla_wagner.salience"], 0.5);
}

TEST(experiments, in_a_file_may_be_changed_from_the_command_line) {
    const Folder folder;
    folder.write("e.toml",
                 "learners = [\"rescorla-wagner\", \"mackintosh\"]\nsubjects = 3\n[groups]\na = \"2A>(US)\"\n"
                 "[parameters]\nrescorla-wagner.salience = 0.1\n");
    const Finished done = nearness(
        {"experiment", "e.toml", "--learner", "rescorla-wagner", "--subjects", "2", "--set", "alpha=0.5", "--json"},
        {.folder = folder.path()});
    ASSERT_EQ(done.code, 0) << done.err;
    const auto json = nlohmann::json::parse(done.out);
    EXPECT_EQ(json["subjects"], 2);
    EXPECT_EQ(json["results"].size(), 1U);
    EXPECT_DOUBLE_EQ(json["results"][0]["prediction"]["last"].get<double>(), 0.5 * 0.4);
}

TEST(experiments, do_not_replace_the_file_they_come_from) {
    const Folder folder;
    folder.write("experiment.toml", "[groups]\na = \"2A>(US)\"\n");
    const std::string before = content(folder.path() / "experiment.toml");
    const Finished done = nearness({"experiment", "experiment.toml", "--out", "."}, {.folder = folder.path()});
    EXPECT_EQ(done.code, 73) << done.err;
    EXPECT_EQ(content(folder.path() / "experiment.toml"), before);
    EXPECT_EQ(files_in(folder.path()).size(), 1U);
}

TEST(experiments, that_are_interrupted_leave_nothing) {
    const Folder folder;
    Running running(
        {"experiment", "2000A>(US)", "--learner", "latent-cause-particles", "--subjects", "1000", "--out", "results"},
        {.folder = folder.path()});
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!fs::exists(folder.path() / "results/.trials.csv.partial") && !running.ended()) {
        ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "nothing is written";
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    running.send(SIGINT);
    EXPECT_EQ(running.wait().code, 130);
    EXPECT_FALSE(fs::exists(folder.path() / "results"));
}

}  // namespace
}  // namespace nearness::test
