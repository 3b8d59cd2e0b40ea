// The designs of calmr_golden.csv, from their texts in calmr's notation, run by one of our learners and compared row by
// row. Tolerance 1e-12.
#pragma once

#include "learners/golden.hpp"
#include "learners/study.hpp"
#include "nearness/experiment/trials.hpp"

#include <cmath>

namespace nearness::learners {

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
    static std::string text_of(const std::string& design) {
        for (Row& row : table("calmr_designs.csv")) {
            if (row["design"] == design) return row["phases"];
        }
        return {};
    }

    template <Learner L, class NameOf, class Response>
    static void compare_design(const std::string& design, std::vector<Row>& rows, NameOf& name_of,
                               Response& response_of) {
        const experiment::Parsed parsed = experiment::parse(text_of(design));
        ASSERT_TRUE(parsed.problems.empty()) << design;
        const experiment::Design made = experiment::design_of({{design, parsed.phases}}).design;
        const std::vector<experiment::Step> steps = experiment::lay_out(made, made.groups.front(), {}, 1, 0);
        std::map<int, std::vector<Row>> by_trial;  // FINAL is the trial after the last
        for (Row& row : rows) by_trial[std::stoi(row["trial"])].push_back(row);

        Study<double> none;
        none.setting = made.setting();
        Lived<L> lived(none);
        int compared = 0;
        for (auto& [trial, expected] : by_trial) {
            const bool final = expected.front()["phase"] == "FINAL";
            Trial<double> now;
            if (!final) {
                const experiment::Step& step = steps.at(static_cast<std::size_t>(trial) - 1);
                const experiment::Phase& phase = parsed.phases.at(static_cast<std::size_t>(step.phase));
                ASSERT_EQ(experiment::written(phase.kinds.at(static_cast<std::size_t>(step.kind))),
                          expected.front()["trial_type"]);
                now = step.trial;
            }
            std::map<std::string, std::map<std::pair<int, int>, double>> ours;
            const auto keep = [&](const Output& output, double value) {
                ours[std::string(output.name)][{output.first, output.second}] = value;
            };
            L::show_state(lived.state, lived.derived, keep);
            L::show(L::predict(lived.state, lived.derived, now), lived.derived, now, keep);
            for (Row& row : expected) {
                const std::pair<int, int> at{made.index_of(row["s1"]),
                                             row["s2"].empty() ? 0 : made.index_of(row["s2"])};
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
            if (!final) lived.live(now);
        }
        EXPECT_EQ(by_trial.size(), steps.size() + 1) << design;
        EXPECT_EQ(compared, static_cast<int>(rows.size()));
    }
};

}  // namespace nearness::learners
