// Golden numbers of published programs through `nearness learn`: what another program would be compared with. Tolerance
// 1e-12, TAPAS 1e-10; sources and commits in the tests of the learners (tests/learners), which compare more designs.
#include "learned.hpp"
#include "learners/golden.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace nearness::test {
namespace {

class learn_golden : public learners::Golden {
protected:
    static std::string set(const std::string& key, double value) {
        return "--set=" + key + "=" + TrialsFile::in_full(value);
    }
};

TEST_F(learn_golden, memory_modification_has_the_published_columns_on_every_design) {
    std::map<std::string, std::map<std::size_t, Row>> expected;
    std::map<std::string, std::map<std::size_t, std::vector<Row>>> weights;  // of the last iteration
    for (Row& row : table("memory_modification.csv")) {
        expected[row["design"] + ':' + row["args"]][std::stoul(row["trial"])] = row;
    }
    for (Row& row : table("memory_modification_weights.csv")) {
        auto& last = weights[row["design"] + ':' + row["args"]][std::stoul(row["trial"])];
        if (!last.empty() && std::stoi(last.front()["iter"]) < std::stoi(row["iter"])) last.clear();
        last.push_back(row);
    }
    std::size_t compared = 0;
    std::ifstream in(path("memory_modification_designs.json"));
    for (const auto& json : nlohmann::json::parse(in)) {
        const std::size_t cues = json["X"][0].size();
        std::string header = "time,us,inhibition", key = std::to_string(json["design"].get<int>()) + ':';
        for (std::size_t d = 0; d < cues; ++d) header += ",x" + std::to_string(d + 1);
        for (const auto& argument : json["args"]) key += (key.back() == ':' ? "" : ";") + argument.dump();
        TrialsFile trials(header);
        for (std::size_t t = 0; t < json["r"].size(); ++t) {
            std::vector<double> row = {json["time"][t], json["r"][t], json["psi"][t]};
            for (const auto& x : json["X"][t]) row.push_back(x);
            trials.row(row);
        }
        std::vector<std::string> more = {"--verbose-state"};
        const std::map<std::string, std::string> names = {{"alpha", "alpha"},     {"g", "persistence"},
                                                          {"eta", "rate"},        {"maxIter", "rounds"},
                                                          {"w0", "w0"},           {"sr", "outcome_variance"},
                                                          {"sx", "s_x"},          {"theta", "theta"},
                                                          {"lambda", "softness"}, {"K", "memory_modification.causes"}};
        for (const auto& [theirs, ours] : names) more.push_back(set(ours, json["opts"][theirs]));
        const LearnedTable ours = learned("memory-modification", trials.text(), more);
        ASSERT_EQ(ours.rows(), json["r"].size()) << key;
        for (std::size_t t = 0; t < ours.rows(); ++t) {
            const Row& row = expected.at(key).at(t + 1);
            const std::string where = key + " trial " + std::to_string(t + 1);
            EXPECT_NEAR(ours.number(t, "prediction"), number(row.at("V_linear")), 1e-12) << where;
            EXPECT_NEAR(ours.number(t, "response"), number(row.at("V")), 1e-12) << where;
            EXPECT_EQ(ours.text(t, "cause"), row.at("argmax_cause")) << where;
            for (int k = 1; k <= 15; ++k) {
                const std::string cause = std::to_string(k);
                EXPECT_NEAR(ours.number(t, "belief_" + cause), number(row.at("post_preUS_" + cause)), 1e-12) << where;
                EXPECT_NEAR(ours.number(t, "posterior_" + cause), number(row.at("post_" + cause)), 1e-12) << where;
            }
            for (const Row& weight : weights.at(key).at(t + 1)) {
                EXPECT_NEAR(ours.number(t, "weight_" + weight.at("cause") + "_x" + weight.at("feature") + "_after"),
                            number(weight.at("W_after")), 1e-12)
                    << where;
            }
            ++compared;
        }
    }
    EXPECT_EQ(compared, 417U);
}

TEST_F(learn_golden, the_filter_has_the_columns_of_tapas) {
    const std::vector<Row> rows = table("tapas_hgf_binary.csv");
    TrialsFile trials("trial,cue,outcome");
    for (const Row& row : rows) trials.row({number(row.at("trial")), 1, number(row.at("u"))});
    const LearnedTable ours = learned("hierarchical-gaussian-filter", trials.text(), {"--verbose-state"});
    ASSERT_EQ(ours.rows(), 320U);
    const std::map<std::string, std::string> columns = {{"prediction", "muhat1"},
                                                        {"expected_variance", "sahat1"},
                                                        {"uncertainty", "sahat2"},
                                                        {"volatility_uncertainty", "sahat3"},
                                                        {"volatility_before", "muhat3"},
                                                        {"tendency_after", "mu2"},
                                                        {"volatility_after", "mu3"},
                                                        {"tendency_variance_after", "sa2"},
                                                        {"volatility_variance_after", "sa3"},
                                                        {"surprise_after", "da1"},
                                                        {"tendency_surprise_after", "da2"},
                                                        {"volatility_surprise_after", "da3"},
                                                        {"drift_share_after", "w2"},
                                                        {"precision_ratio_after", "psi3"},
                                                        {"volatility_rate_after", "wt3"}};
    for (std::size_t t = 0; t < rows.size(); ++t) {
        for (const auto& [column, theirs] : columns) {
            EXPECT_NEAR(ours.number(t, column), number(rows[t].at(theirs)), 1e-10)
                << "trial " << t + 1 << ' ' << theirs;
        }
    }
}

TEST_F(learn_golden, latent_causes_have_the_published_columns_up_to_the_first_tie) {
    const auto settings = [](const Row& row) {
        std::string key;
        for (const char* column : {"design", "alpha", "stickiness", "a", "b", "K"}) key += row.at(column) + ' ';
        return key;
    };
    std::map<std::string, std::size_t> first_tie;
    for (const Row& row : table("lcm_map_M1_ties.csv")) first_tie.emplace(settings(row), std::stoul(row.at("trial")));
    std::ifstream in(path("lcm_designs.json"));
    const auto designs = nlohmann::json::parse(in);
    std::map<std::string, std::vector<Row>> runs;
    for (Row& row : table("lcm_map_M1.csv")) runs[settings(row)].push_back(row);
    int compared = 0;
    for (const auto& [key, rows] : runs) {
        const auto features = designs[rows.front().at("design")].get<std::vector<std::vector<double>>>();
        std::string header = "us";
        for (std::size_t d = 1; d < features.front().size(); ++d) header += ",cue" + std::to_string(d);
        TrialsFile trials(header);
        for (const auto& one : features) trials.row(one);
        std::vector<std::string> more = {"--set=absence=published"};
        const std::map<std::string, std::string> names = {
            {"alpha", "alpha"}, {"stickiness", "stickiness"}, {"a", "prior_present"}, {"b", "b"}, {"K", "causes"}};
        for (const auto& [theirs, ours] : names) more.push_back(set(ours, number(rows.front().at(theirs))));
        const LearnedTable ours = learned("latent-causes", trials.text(), more);
        for (const Row& row : rows) {
            const std::size_t trial = std::stoul(row.at("trial"));
            if (first_tie.contains(key) && trial >= first_tie.at(key)) continue;
            const std::string where = key + "trial " + row.at("trial");
            ASSERT_NEAR(ours.number(trial - 1, "prediction"), number(row.at("V")), 1e-12) << where;
            ASSERT_EQ(ours.text(trial - 1, "cause"), row.at("argmax_post")) << where;
            for (int k = 1; k <= std::stoi(row.at("K")); ++k) {
                const std::string& published = row.at("post_" + std::to_string(k));
                if (published.empty()) continue;
                ASSERT_NEAR(ours.number(trial - 1, "posterior_" + std::to_string(k)), number(published), 1e-12)
                    << where;
            }
            ++compared;
        }
    }
    EXPECT_EQ(compared, 1678);
}

// Designs in which every cue comes in the first period, as in a file of trials; per-stimulus parameters are the defaults.
TEST_F(learn_golden, associations_and_associabilities_are_those_of_calmr) {
    const std::map<std::string, std::string> models = {
        {"RW1972", "rescorla-wagner"}, {"MAC1975", "mackintosh"}, {"PKH1982", "pearce-hall"}};
    std::map<std::pair<std::string, std::string>, std::map<std::size_t, std::vector<Row>>> runs;
    for (Row& row : table("calmr_golden.csv")) {
        if (row["design"] == "sensory_preconditioning" || row["phase"] == "FINAL") continue;
        runs[{row["design"], row["model"]}][std::stoul(row["trial"])].push_back(row);
    }
    ASSERT_EQ(runs.size(), 21U);
    std::size_t compared = 0;
    for (auto& [run, by_trial] : runs) {
        std::set<std::string> cues;
        for (Row& row : by_trial.begin()->second) cues.insert(row["s1"]);
        cues.erase("US");
        std::string header = "trial,learning,US";
        for (const std::string& cue : cues) header += "," + cue;
        TrialsFile trials(header);
        for (auto& [trial, rows] : by_trial) {
            const std::string type = rows.front()["trial_type"];
            const bool paired = type.find("(US)") != type.npos;
            const std::string there = type.substr(0, type.find('>'));
            std::vector<double> row = {static_cast<double>(trial), type.front() == '#' ? 0.0 : 1.0, paired ? 1.0 : 0.0};
            for (const std::string& cue : cues) row.push_back(there.find(cue) != there.npos ? 1 : 0);
            trials.row(row);
        }
        const LearnedTable ours = learned(models.at(run.second), trials.text(), {"--verbose-state"});
        ASSERT_EQ(ours.rows(), by_trial.size());
        std::size_t t = 0;
        for (auto& [trial, rows] : by_trial) {
            for (Row& row : rows) {
                if (row["output"] == "responses") continue;
                const std::string name = row["output"] == "associabilities" ? "associability_" + row["s1"]
                                         : row["type"] == "EV" ? "excitation_" + row["s1"] + "_" + row["s2"] + "_before"
                                         : row["type"] == "IV"
                                             ? "inhibition_" + row["s1"] + "_" + row["s2"] + "_before"
                                             : "association_" + row["s1"] + "_" + row["s2"] + "_before";
                ASSERT_NEAR(ours.number(t, name), number(row["value"]), 1e-12)
                    << run.first << ' ' << run.second << " trial " << trial << ' ' << name;
                ++compared;
            }
            ++t;
        }
    }
    EXPECT_GT(compared, 10000U);
}

}  // namespace
}  // namespace nearness::test
