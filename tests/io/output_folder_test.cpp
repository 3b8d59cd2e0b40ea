// Results appear whole or not at all; what was there before stays until then.
#include "nearness/io/output_folder.hpp"

#include "io/run_results.hpp"
#include "nearness/base/problem.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

Exit refused(const fs::path& folder) {
    try {
        const OutputFolder made(folder);
    } catch (const InputError& error) {
        return error.exit();
    }
    return Exit::good;
}

TEST(output_folder, gives_files_their_names_when_all_are_complete) {
    const Folder folder;
    OutputFolder results(folder.path() / "a/b");
    results.write("summary.json", "new");
    put(results.temporary("run.nc"), "data");
    EXPECT_FALSE(fs::exists(folder.path() / "a/b/summary.json"));
    results.commit();
    EXPECT_EQ(content_of(folder.path() / "a/b/summary.json"), "new");
    EXPECT_EQ(content_of(folder.path() / "a/b/run.nc"), "data");
}

TEST(output_folder, without_commit_leaves_the_old_files_and_no_others) {
    const Folder folder;
    put(folder.path() / "summary.json", "old");
    {
        OutputFolder results(folder.path());
        results.write("summary.json", "new");
        results.write("report.html", "new");
    }
    EXPECT_EQ(content_of(folder.path() / "summary.json"), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(output_folder, without_commit_goes_again_with_the_folders_on_the_way_to_it) {
    const Folder folder;
    fs::create_directory(folder.path() / "there");
    {
        OutputFolder results(folder.path() / "there/x/y/");
        results.write("summary.json", "new");
        EXPECT_TRUE(fs::exists(folder.path() / "there/x/y"));
    }
    EXPECT_FALSE(fs::exists(folder.path() / "there/x"));
    EXPECT_TRUE(fs::exists(folder.path() / "there"));
    {
        const OutputFolder results(folder.path() / "there/x/y");
        put(folder.path() / "there/x/notes.txt", "of somebody else");
    }
    EXPECT_FALSE(fs::exists(folder.path() / "there/x/y"));
    EXPECT_TRUE(fs::exists(folder.path() / "there/x/notes.txt"));
}

TEST(output_folder, is_refused_where_none_can_be) {
    const Folder folder;
    put(folder.path() / "file", "");
    EXPECT_EQ(refused(folder.path() / "file"), Exit::cannot_create);
    EXPECT_EQ(refused(folder.path() / "file/below"), Exit::cannot_create);
    EXPECT_EQ(refused(folder.path() / "new" / std::string(300, 'x')), Exit::cannot_create);
    EXPECT_FALSE(fs::exists(folder.path() / "new"));
}

TEST(output_folder, has_room_for_one_writer_at_a_time) {
    const Folder folder;
    {
        OutputFolder first(folder.path());
        first.write("summary.json", "first");
        EXPECT_EQ(refused(folder.path()), Exit::cannot_create);
        first.commit();
    }
    EXPECT_EQ(content_of(folder.path() / "summary.json"), "first");
    EXPECT_EQ(refused(folder.path()), Exit::good);
}

TEST(output_folder, removes_what_a_killed_run_left_and_nothing_else) {
    const Folder folder;
    for (const char* name : {".run.nc.partial", ".diary.csv.partial", ".notes.partial", "run.nc"})
        put(folder.path() / name, "x");
    { const OutputFolder results(folder.path()); }
    EXPECT_FALSE(fs::exists(folder.path() / ".run.nc.partial"));
    EXPECT_FALSE(fs::exists(folder.path() / ".diary.csv.partial"));
    EXPECT_TRUE(fs::exists(folder.path() / ".notes.partial"));
    EXPECT_TRUE(fs::exists(folder.path() / "run.nc"));
}

TEST(output_folder, finishes_what_a_killed_run_began_to_rename_before_anything_else) {
    const Folder folder;
    put(folder.path() / "run.nc", "new");
    put(folder.path() / "summary.json", "old");
    put(folder.path() / ".summary.json.partial", "new");
    put(folder.path() / "diary.csv", "old");
    put(folder.path() / ".commit", "rename run.nc\nrename summary.json\nremove diary.csv\nrename ../escaped\n\nrub");
    put(folder.path() / ".report.html.partial", "of nobody");
    EXPECT_EQ(refused(folder.path()), Exit::good);
    EXPECT_EQ(content_of(folder.path() / "run.nc"), "new");
    EXPECT_EQ(content_of(folder.path() / "summary.json"), "new");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "something else is there";
}

TEST(output_folder, keeps_a_journal_that_cannot_be_followed_and_says_so) {
    const Folder folder;
    put(folder.path() / ".summary.json.partial", "new");
    put(folder.path() / ".commit", "rename summary.json\n");
    fs::create_directories(folder.path() / "summary.json/in the way");
    EXPECT_EQ(refused(folder.path()), Exit::cannot_create);
    EXPECT_EQ(refused(folder.path()), Exit::cannot_create);
    fs::remove_all(folder.path() / "summary.json");
    EXPECT_EQ(refused(folder.path()), Exit::good);
    EXPECT_EQ(content_of(folder.path() / "summary.json"), "new");
}

TEST(output_folder, readers_leave_the_journal_of_a_run_that_goes_on) {
    const Folder folder;
    const OutputFolder running(folder.path());
    put(folder.path() / ".commit", "rename summary.json\n");
    EXPECT_FALSE(finish_interrupted_commit(folder.path()));
    EXPECT_TRUE(fs::exists(folder.path() / ".commit"));
    EXPECT_FALSE(finish_interrupted_commit(folder.path() / "not there"));
}

TEST(output_folder, removes_the_comparison_of_an_earlier_run_with_a_diary_but_nobodys_own_diary) {
    const Folder folder;
    put(folder.path() / "comparison.csv", "target,kind,proxy,lead,arm,measure,of,slopes\nx");
    put(folder.path() / "diary.csv", "person,hour,hurt\n");
    for (const char* name : {"report.html", "run.nc"}) {
        OutputFolder results(folder.path());
        results.write(name, "new");
        results.commit();
        EXPECT_EQ(fs::exists(folder.path() / "comparison.csv"), std::string(name) != "run.nc");
        EXPECT_TRUE(fs::exists(folder.path() / "diary.csv"));
    }
    put(folder.path() / "diary.csv", "person,group,arm,moment,line,days,attention\n");
    OutputFolder results(folder.path());
    results.write("run.nc", "new");
    results.commit();
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "run.nc and report.html";
}

TEST(output_folder, names_the_file_that_could_not_be_written_as_its_reader_knows_it) {
    try {
        throw_cannot_write("out/é x/.run.nc.partial", "no space");
    } catch (const InputError& error) {
        EXPECT_EQ(error.exit(), Exit::io_error);
        EXPECT_EQ(error.problems().front().place.file, "out/é x/run.nc");
    }
}

TEST(output_folder, that_went_away_is_an_error_and_not_a_crash) {
    const Folder folder;
    OutputFolder results(folder.path() / "x");
    results.write("summary.json", "new");
    fs::remove_all(folder.path() / "x");
    EXPECT_THROW(results.commit(), InputError);
    EXPECT_THROW(results.write("report.html", "new"), InputError);
}

}  // namespace
}  // namespace nearness::io
