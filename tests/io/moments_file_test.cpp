// What is written into moments.csv is what is read from it.
#include "nearness/io/moments_file.hpp"

#include "io/run_results.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace nearness::io {
namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines written(const engine::Collection& collection) {
    const Folder folder;
    MomentsFile file(folder.path() / "moments.csv", collection.plan);
    for (const engine::PersonResult& person : collection.persons) file.add(person);
    file.close();
    Lines lines;
    std::istringstream text(content_of(folder.path() / "moments.csv"));
    for (std::string line; std::getline(text, line);) {
        lines.emplace_back();
        line += ',';
        for (std::size_t at = 0, end = 0; (end = line.find(',', at)) != std::string::npos; at = end + 1) {
            lines.back().push_back(line.substr(at, end - at));
        }
    }
    return lines;
}

// An empty cell is NaN.
double number(const std::string& cell) {
    if (cell.empty()) return life::not_measured;
    if (cell == "Inf") return INFINITY;
    double value = life::not_measured;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

TEST(moments_file, holds_every_moment_to_the_last_bit) {
    const engine::Collection& all = small_collection();
    const Lines lines = written(all);
    std::size_t line = 0;
    int infinite = 0;
    for (const engine::PersonResult& person : all.persons) {
        for (std::size_t a = 0; a < person.arms.size(); ++a) {
            for (engine::MomentRow row : person.arms[a].moments) {
                const std::vector<std::string>& cells = lines.at(++line);
                EXPECT_EQ(cells[0], std::to_string(person.person + 1));
                EXPECT_EQ(cells[1], all.plan.arms[a].id);
                EXPECT_EQ(cells[2], all.chapters(a)[static_cast<std::size_t>(row.chapter)].id);
                EXPECT_EQ(cells[3], std::to_string(row.number + 1));
                EXPECT_EQ(number(cells[4]), row.age);
                EXPECT_EQ(cells[5], protection::strategy_names[static_cast<std::size_t>(row.meeting.strategy)]);
                std::size_t at = 6;
                engine::MomentRow::describe(row, [&](const life::Column& column, double& value) {
                    EXPECT_EQ(lines[0].at(at), column.name);
                    EXPECT_EQ(number(cells.at(at++)), value) << column.name << ", line " << line;
                    infinite += std::isinf(value) ? 1 : 0;
                });
                EXPECT_EQ(cells.size(), at);
            }
        }
    }
    EXPECT_EQ(lines.size(), line + 1);
    EXPECT_GT(line, 500U);
}

TEST(moments_file, writes_nothing_for_missing_and_inf_for_infinite) {
    engine::Collection one = counted_collection(1, 1);
    one.persons[0].arms[0].moments[0].edge = life::not_measured;
    one.persons[0].arms[0].moments[0].meeting.reappraisal_time = INFINITY;
    const Lines lines = written(one);
    const auto cell = [&](const std::string& name) {
        const auto found = std::find(lines[0].begin(), lines[0].end(), name);
        return lines[1].at(static_cast<std::size_t>(found - lines[0].begin()));
    };
    EXPECT_EQ(cell("edge"), "");
    EXPECT_EQ(cell("reappraisal_time"), "Inf");
}

TEST(moments_file, puts_names_in_quotes_where_a_reader_would_trip) {
    engine::Collection one = counted_collection(1, 1);
    one.plan.arms[0].id = "a, \"b\"";
    const Folder folder;
    MomentsFile file(folder.path() / "moments.csv", one.plan);
    file.add(one.persons[0]);
    file.close();
    EXPECT_NE(content_of(folder.path() / "moments.csv").find("\n1,\"a, \"\"b\"\"\",childhood,1,"), std::string::npos);
}

TEST(moments_file, that_cannot_be_made_is_an_input_error) {
    const Folder folder;
    EXPECT_THROW(MomentsFile(folder.path() / "no such folder/moments.csv", small_collection().plan), InputError);
}

}  // namespace
}  // namespace nearness::io
