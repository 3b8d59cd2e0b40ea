// What is read from run.nc is what was written, for all that files and report look at.
#include "nearness/io/run_reader.hpp"

#include "io/run_results.hpp"
#include "nearness/base/problem.hpp"
#include "nearness/io/run_file.hpp"
#include "nearness/io/summary_columns.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::io {
namespace {

const Provenance provenance{"1.2.3", "0123456789abcdef", 3, "title = \"Größe\"\n"};

std::filesystem::path write(const Folder& folder, const engine::RunPlan& plan,
                            const std::vector<engine::PersonResult>& persons, const std::string& name = "run.nc") {
    RunFile file(folder.path() / name, plan, provenance);
    for (const engine::PersonResult& person : persons) file.add(person);
    file.close();
    return folder.path() / name;
}

std::vector<engine::PersonResult> read(const std::filesystem::path& path, const engine::RunPlan& plan) {
    std::vector<engine::PersonResult> persons;
    RunReader(path).read(plan, [&](engine::PersonResult&& person) { persons.push_back(std::move(person)); });
    return persons;
}

// Writing what was read gives the same file.
void expect_the_same_again(const engine::RunPlan& plan, const std::vector<engine::PersonResult>& persons) {
    const Folder folder;
    const auto path = write(folder, plan, persons);
    const auto back = read(path, plan);
    ASSERT_EQ(back.size(), persons.size());
    for (std::size_t p = 0; p < back.size(); ++p) {
        EXPECT_EQ(back[p].person, persons[p].person);
        for (std::size_t a = 0; a < back[p].arms.size(); ++a) {
            const engine::ArmResult &one = back[p].arms[a], &other = persons[p].arms[a];
            EXPECT_EQ(one.departs, other.departs);
            EXPECT_EQ(one.curves, other.curves);
            EXPECT_EQ(one.moments.size(), other.moments.size());
            EXPECT_EQ(one.sessions.size(), other.sessions.size());
            EXPECT_EQ(one.beats.size(), other.beats.size());
            ASSERT_EQ(one.goals.size(), other.goals.size());
            for (std::size_t i = 0; i < one.goals.size(); ++i) {
                EXPECT_EQ(one.goals[i].chapter, other.goals[i].chapter);
                EXPECT_EQ(one.goals[i].plan, other.goals[i].plan);
                EXPECT_EQ(one.goals[i].sessions, other.goals[i].sessions);
                EXPECT_EQ(one.goals[i].reached, other.goals[i].reached);
            }
            for (std::size_t i = 0; i < one.moments.size(); ++i) {
                EXPECT_EQ(one.moments[i].meeting.resembled, other.moments[i].meeting.resembled);
            }
        }
    }
    EXPECT_TRUE(content_of(write(folder, plan, back, "again.nc")) == content_of(path));
}

TEST(run_reader, what_was_read_is_written_as_the_same_file) {
    expect_the_same_again(small_collection().plan, small_collection().persons);
    expect_the_same_again(diary_collection().plan, diary_collection().persons);
    expect_the_same_again(study_cues_collection().plan, study_cues_collection().persons);
    expect_the_same_again(goals_collection().plan, goals_collection().persons);
    EXPECT_EQ(goals_collection().persons[5].arms[1].goals.size(), 2U) << "of those too who are not recorded";
}

TEST(run_reader, does_not_take_a_file_whose_goals_are_not_those_of_its_plans) {
    const engine::Collection& all = goals_collection();
    const Folder folder;
    const auto with = write(folder, all.plan, all.persons);
    engine::RunPlan none = small_collection().plan, other = all.plan;
    EXPECT_THROW(read(with, none), InputError);
    EXPECT_THROW(read(write(folder, none, small_collection().persons, "without.nc"), all.plan), InputError);
    other.arms[1].scenario.chapters[3].plans[1].goal.reset();
    EXPECT_THROW(read(with, other), InputError) << "a goal of a plan that has none";
}

TEST(run_reader, reads_the_studys_own_cues_and_what_templates_hold_of_them) {
    const engine::Collection& all = study_cues_collection();
    const Folder folder;
    const auto back = read(write(folder, all.plan, all.persons), all.plan);
    int met = 0;
    for (std::size_t p = 0; p < back.size(); ++p) {
        for (std::size_t a = 0; a < back[p].arms.size(); ++a) {
            const engine::ArmResult &one = back[p].arms[a], &other = all.persons[p].arms[a];
            ASSERT_EQ(one.recorded.size(), other.recorded.size());
            for (std::size_t i = 0; i < one.recorded.size(); ++i) {
                const auto &is = one.recorded[i].moment.cues.study, &was = other.recorded[i].moment.cues.study;
                EXPECT_EQ(is.known, was.known);
                EXPECT_EQ(is.signals, was.signals);
                EXPECT_EQ(is.value, was.value);
            }
            ASSERT_EQ(one.templates.size(), other.templates.size());
            for (std::size_t i = 0; i < one.templates.size(); ++i) {
                const auto &is = one.templates[i].study, &was = other.templates[i].study;
                EXPECT_EQ(is.met, was.met);
                EXPECT_EQ(is.signals, was.signals);
                EXPECT_EQ(is.weight, was.weight);
                met += was.met == 0b11U ? 1 : 0;
                for (std::size_t c = 0; c < 2; ++c) {
                    EXPECT_EQ(is.prototype[c], (was.met >> c & 1U) != 0 ? was.prototype[c] : 0.0);
                }
            }
        }
    }
    EXPECT_GT(met, 0);
}

TEST(run_reader, does_not_take_a_file_whose_own_cues_are_not_those_of_its_mapping) {
    const engine::Collection& all = study_cues_collection();
    const Folder folder;
    const auto path = write(folder, all.plan, all.persons);
    for (const std::size_t cues : {0U, 1U}) {
        engine::RunPlan other = all.plan;
        other.study_cues.resize(cues);
        EXPECT_THROW(read(path, other), InputError) << cues;
    }
}

TEST(run_reader, reads_beats_and_what_is_not_recorded) {
    engine::RunPlan plan = small_collection().plan;
    plan.record = {false, false, false, {{3, 2}, {0, 0}}};
    const auto persons = engine::results(plan);
    ASSERT_EQ(persons[0].arms[0].beats.size(), 2 * 120U);
    expect_the_same_again(plan, persons);
    plan.recorded_persons = 0;
    expect_the_same_again(plan, engine::results(plan));
}

TEST(run_reader, reads_a_shard_with_its_persons_numbers) {
    engine::RunPlan plan = small_collection().plan;
    plan.first_person = 3;
    plan.persons = 3;
    const auto persons = engine::results(plan);
    EXPECT_EQ(persons.front().person, 3);
    expect_the_same_again(plan, persons);
    const Folder folder;
    const RunReader reader(write(folder, plan, persons));
    EXPECT_EQ(reader.header().first_person, 3);
    EXPECT_EQ(reader.header().persons, 3);
    EXPECT_EQ(reader.header().version, "1.2.3");
    EXPECT_EQ(reader.header().scenario_text, provenance.scenario_text);
}

TEST(run_reader, reads_more_persons_than_a_block_and_their_failures) {
    engine::Collection all = counted_collection(1500, 2);
    const std::string id = all.plan.arms[0].scenario.chapters[0].id;
    for (int p = 3; p < 1500; p += 10) {
        all.persons[static_cast<std::size_t>(p)].failures.push_back({p, "as written", id, "edge", INFINITY});
    }
    const Folder folder;
    const auto back = read(write(folder, all.plan, all.persons), all.plan);
    engine::Failures failures;
    for (const engine::PersonResult& person : back) {
        for (const engine::Failure& failure : person.failures) failures.add(failure);
        failures.count += person.failures_not_listed;
    }
    EXPECT_EQ(failures.count, 150U);
    ASSERT_EQ(failures.first.size(), engine::Failures::most);
    EXPECT_EQ(failures.first[1].person, 13);
    EXPECT_EQ(failures.first[1].quantity, "edge");
    EXPECT_EQ(back[1499].arms[0].chapters[0].edge, 1499);
    EXPECT_TRUE(content_of(write(folder, all.plan, back, "again.nc")) == content_of(folder.path() / "run.nc"));
}

TEST(run_reader, does_not_take_a_file_whose_sizes_are_not_those_of_its_scenario) {
    const Folder folder;
    const auto path = write(folder, small_collection().plan, small_collection().persons);
    engine::RunPlan other = small_collection().plan;
    other.arms.pop_back();
    try {
        read(path, other);
        FAIL() << "no error";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().code, "E0312");
    }
}

TEST(summary_columns, are_those_of_the_persons_in_memory) {
    const engine::Collection& all = small_collection();
    const Folder folder;
    const engine::Columns columns = summary_columns(write(folder, all.plan, all.persons));
    life::Summary pattern;
    std::size_t column = 0;
    life::Summary::describe(pattern, [&](const life::Column& one, double&) {
        for (std::size_t a = 0; a < all.arms(); ++a) {
            for (std::size_t c = 0; c < all.chapters(a).size(); ++c) {
                const auto read = columns(a, c, column), put = all.values(a, c, column);
                ASSERT_EQ(read.size(), put.size());
                for (std::size_t p = 0; p < put.size(); ++p) {
                    EXPECT_TRUE(read[p] == put[p] || (std::isnan(read[p]) && std::isnan(put[p]))) << one.name;
                }
            }
        }
        ++column;
    });
    EXPECT_GT(column, 40U);
    EXPECT_THROW(summary_columns(folder.path() / "nothing.nc"), InputError);
}

}  // namespace
}  // namespace nearness::io
