// The designs of calmr_golden.csv, run by one of our learners and compared row by row. Tolerance 1e-12.
#pragma once

#include "learners/golden.hpp"
#include "learners/study.hpp"

#include <algorithm>
#include <cmath>

namespace nearness::learners {

// One trial of a golden design: `A>(US)`, `#AB`. Only as much of the notation as stands in the file.
inline Trial<double> calmr_trial(const std::string& text, const std::vector<std::string>& stimuli) {
    Trial<double> trial;
    trial.known = first(static_cast<int>(stimuli.size()));
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string name(1, text[at]);
        if (text[at] == '#') {
            trial.learning = false;
            continue;
        }
        if (text[at] == '>') {
            ++trial.periods;
            continue;
        }
        if (text[at] == '(') {
            const std::size_t end = text.find(')', at);
            name = text.substr(at + 1, end - at - 1);
            at = end;
        }
        const auto found = std::find(stimuli.begin(), stimuli.end(), name);
        const auto stimulus = static_cast<int>(found - stimuli.begin());
        trial.value[stimulus] = 1;
        trial.period[trial.periods - 1] |= Mask{1} << stimulus;
    }
    return trial;
}

class Calmr : public Golden {
protected:
    // `name_of` maps a golden output and its type to ours. Responses are compared by the associations of what is there.
    template <Learner L, class NameOf, class Response>
    static void compare(const std::string& model, NameOf&& name_of, Response&& response_of) {
        std::map<std::string, std::vector<Row>> designs;
        for (Row& row : table("calmr_golden.csv")) {
            if (row["model"] == model) designs[row["design"]].push_back(row);
        }
        ASSERT_EQ(designs.size(), 8U);
        for (auto& [design, rows] : designs) compare_design<L>(design, rows, name_of, response_of);
    }

private:
    template <Learner L, class NameOf, class Response>
    static void compare_design(const std::string& design, std::vector<Row>& rows, NameOf& name_of,
                               Response& response_of) {
        std::vector<std::string> stimuli;
        for (Row& row : rows) {
            if (std::find(stimuli.begin(), stimuli.end(), row["s1"]) == stimuli.end()) stimuli.push_back(row["s1"]);
        }
        const auto index = [&](const std::string& name) {
            return static_cast<int>(std::find(stimuli.begin(), stimuli.end(), name) - stimuli.begin());
        };
        std::map<int, std::vector<Row>> by_trial;  // FINAL is the trial after the last
        for (Row& row : rows) by_trial[std::stoi(row["trial"])].push_back(row);

        Study<double> none;
        const auto outcomes = 1;
        none.setting = {static_cast<int>(stimuli.size()) - outcomes, outcomes};
        Lived<L> lived(none);
        int compared = 0;
        for (auto& [trial, expected] : by_trial) {
            const Trial<double> now = calmr_trial(expected.front()["trial_type"], stimuli);
            std::map<std::string, std::map<std::pair<int, int>, double>> ours;
            const auto keep = [&](const Output& output, double value) {
                ours[std::string(output.name)][{output.first, output.second}] = value;
            };
            L::show_state(lived.state, lived.derived, keep);
            L::show(L::predict(lived.state, lived.derived, now), lived.derived, now, keep);
            for (Row& row : expected) {
                const std::pair<int, int> at{index(row["s1"]), row["s2"].empty() ? 0 : index(row["s2"])};
                double value = 0;
                if (row["output"] != "responses") {
                    value = ours.at(name_of(row["output"], row["type"])).at(at);
                } else if (contains(now.present(), at.first)) {
                    value = response_of(ours, at);
                }
                ASSERT_NEAR(value, number(row["value"]), 1e-12)
                    << design << " trial " << trial << ' ' << row["output"] << ' ' << row["s1"] << ' ' << row["s2"];
                ++compared;
            }
            if (expected.front()["phase"] != "FINAL") lived.live(now);
        }
        EXPECT_EQ(compared, static_cast<int>(rows.size()));
    }
};

}  // namespace nearness::learners
