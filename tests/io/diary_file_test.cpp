#include "nearness/io/diary_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace nearness::io {
namespace {

using observe::Role;

observe::Diary diary() {
    observe::Diary made;
    made.variables = {{Role::cue, "attention", "", "a"},
                      {Role::outcome, "outcome", "", "o"},
                      {Role::proxy, "next day, own view", "", "b", false, 1}};
    observe::Series& person = made.persons.emplace_back();
    person.id = "A, \"the first\"";
    person.group = "g";
    for (int t = 0; t < 12; ++t) {
        person.time.push_back(t * 0.5);
        person.line.push_back(t + 2);
    }
    person.values = {std::vector<double>(12, 0.25), std::vector<double>(12, 0.5), {}};
    for (int t = 0; t < 12; ++t) person.values[2].push_back(t < 11 ? 0.125 * (t % 3) : observe::missing_value);
    return made;
}

std::vector<infer::ArmForecast> forecasts() {
    infer::Forecast forecast;
    for (int t = 0; t < 12; ++t) {
        forecast.threat.push_back(0.5 + 0.0625 * (t % 4));
        forecast.protection.push_back(0.75);
    }
    return {{"as written", {forecast}}};
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        found.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    EXPECT_EQ(start, text.size()) << "the last line ends";
    return found;
}

TEST(diary_file, every_moment_has_a_row_with_what_was_recorded_and_predicted) {
    const std::vector<std::string> rows = lines(diary_csv(diary(), forecasts()));
    ASSERT_EQ(rows.size(), 13U);
    EXPECT_EQ(rows[0],
              "person,group,arm,moment,line,days,attention,outcome,\"next_day,_own_view\",predicted,use,"
              "\"part_next_day,_own_view\",part_outcome");
    // The outcome never changes, so nobody is compared on it.
    EXPECT_EQ(rows[1], "\"A, \"\"the first\"\"\",g,as written,1,2,0,0.25,0.5,0,0.5,0.75,,");
    EXPECT_EQ(rows[2], "\"A, \"\"the first\"\"\",g,as written,2,3,0.5,0.25,0.5,0.125,0.5625,0.75,fitted,");
    EXPECT_EQ(rows[11], "\"A, \"\"the first\"\"\",g,as written,11,12,5,0.25,0.5,0.125,0.625,0.75,held out,");
    EXPECT_EQ(rows[12], "\"A, \"\"the first\"\"\",g,as written,12,13,5.5,0.25,0.5,,0.6875,0.75,,");
}

TEST(diary_file, the_comparison_has_as_many_cells_in_each_row_and_labels_proxies) {
    const infer::Comparison comparison = infer::compare(diary(), forecasts());
    const std::vector<std::string> rows = lines(comparison_csv(comparison));
    // For each of two targets: 4 associations twice, 14 scores three times.
    ASSERT_EQ(rows.size(), 1U + 2 * (2 * 4 + 3 * 14));
    for (const std::string& row : rows) {
        std::string plain;
        bool quoted = false;
        for (const char c : row) {
            quoted = c == '"' ? !quoted : quoted;
            if (!quoted) plain += c;
        }
        EXPECT_EQ(std::count(plain.begin(), plain.end(), ','), 15) << row;
        EXPECT_EQ(row.find("nan"), std::string::npos) << row;
        if (row.find("own view") != std::string::npos) {
            EXPECT_NE(row.find(",proxy,yes,1,as written,"), std::string::npos) << row;
        }
    }
    EXPECT_NE(rows[1].find("within-person correlation,expected pain V,,"), std::string::npos) << rows[1];
}

}  // namespace
}  // namespace nearness::io
