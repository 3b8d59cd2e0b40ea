// Calls that are odd and still get an answer: names, streams, rights, locales, numbers of threads.
#include "program.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nearness::test {
namespace {

class OddCalls : public testing::Test {
protected:
    OddCalls() { folder_.write("small.toml", small_scenario()); }

    Finished program(const std::vector<std::string>& arguments, How how = {}) const {
        how.folder = folder();
        return nearness(arguments, how);
    }
    const fs::path& folder() const { return folder_.path(); }
    std::map<std::string, std::string> results(const std::string& name = "small") const {
        return files_in(folder() / "out" / name);
    }
    std::map<std::string, std::string> usual_results() const {
        EXPECT_EQ(program({"run", "small.toml", "--quiet", "--out", "usual"}).code, 0);
        return files_in(folder() / "usual");
    }

private:
    Folder folder_;
};

TEST_F(OddCalls, files_are_called_as_they_like) {
    const auto usual = usual_results();
    for (const std::string name :
         {"with a blank", "dé jà vu", "two\nlines", "'quotes\"", "tab\there", "*?", "😀", "..."}) {
        fs::copy_file(folder() / "small.toml", folder() / (name + ".toml"));
        const Finished finished = program({"run", name + ".toml", "--quiet"});
        EXPECT_EQ(finished.code, 0) << name << finished.err;
        EXPECT_EQ(results(name), usual) << name;
        const Finished missing = program({"check", name + ".tml"});
        EXPECT_EQ(missing.code, 66) << name;
        EXPECT_FALSE(has(missing.err.substr(0, missing.err.find("E0301")), "\n")) << "a name broke its message";
    }
}

TEST_F(OddCalls, a_name_that_begins_with_a_dash_stands_behind_two) {
    fs::copy_file(folder() / "small.toml", folder() / "-small.toml");
    EXPECT_EQ(program({"run", "-small.toml"}).code, 64);
    EXPECT_EQ(program({"run", "./-small.toml", "--quiet"}).code, 0);
    EXPECT_EQ(program({"check", "--quiet", "--", "-small.toml"}).code, 0);
    EXPECT_EQ(results("-small"), usual_results());
}

TEST_F(OddCalls, a_scenario_may_come_through_a_pipe) {
    How how;
    how.in = small_scenario();
    const Finished finished = program({"run", "/dev/stdin", "--quiet"}, how);
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_EQ(results("stdin"), usual_results());
    how.in = "titel = 1\n";
    EXPECT_EQ(program({"check", "/dev/stdin"}, how).code, 78);
}

TEST_F(OddCalls, a_file_that_cannot_be_read_ends_with_66) {
    if (fs::exists("/proc/self/mem")) {
        const Finished finished = program({"check", "/proc/self/mem"});
        EXPECT_EQ(finished.code, 66) << finished.err;
        EXPECT_TRUE(has(finished.err, "E0301")) << finished.err;
    }
    fs::permissions(folder(), fs::perms::all);
    fs::permissions(folder() / "small.toml", fs::perms::none);
    How how;
    how.as_nobody = true;
    const Finished finished = program({"check", "small.toml"}, how);
    if (finished.code == 127) GTEST_SKIP() << "not run: nobody may not start the program here";
    EXPECT_EQ(finished.code, 66) << finished.err;
    EXPECT_TRUE(has(finished.err, "small.toml  E0301  the file cannot be read: Permission denied")) << finished.err;
}

TEST_F(OddCalls, a_folder_that_may_not_be_written_ends_with_73) {
    fs::create_directory(folder() / "mine");
    fs::permissions(folder() / "mine",
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec | fs::perms::others_read);
    fs::permissions(folder(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    How how;
    how.as_nobody = true;
    for (const char* out : {"mine", "mine/new"}) {
        const Finished finished = program({"run", "small.toml", "--quiet", "--out", out}, how);
        if (finished.code == 127) GTEST_SKIP() << "not run: nobody may not start the program here";
        EXPECT_EQ(finished.code, 73) << finished.err;
        EXPECT_TRUE(has(finished.err, "E0304")) << finished.err;
    }
    EXPECT_TRUE(names_in(folder() / "mine").empty());
}

TEST_F(OddCalls, an_input_is_not_replaced_by_a_result) {
    fs::rename(folder() / "small.toml", folder() / "summary.json");
    const Finished finished = program({"run", "summary.json", "--quiet", "--out", "."});
    EXPECT_EQ(finished.code, 73);
    EXPECT_TRUE(has(finished.err, "summary.json  E0304  this is an input of the run")) << finished.err;
    EXPECT_EQ(content(folder() / "summary.json"), small_scenario());
    EXPECT_EQ(names_in(folder()), (std::vector<std::string>{"summary.json"}));
}

TEST_F(OddCalls, closed_streams_never_end_in_a_result) {
    const auto usual = usual_results();
    for (const std::vector<int>& closed : {std::vector<int>{0}, {1}, {2}, {0, 1, 2}}) {
        fs::remove_all(folder() / "out");
        How how;
        how.closed = closed;
        EXPECT_EQ(program({"run", "small.toml", "--quiet"}, how).code, 0) << testing::PrintToString(closed);
        EXPECT_EQ(results(), usual) << testing::PrintToString(closed);
        const bool loses = closed != std::vector<int>{0} && closed != std::vector<int>{2};
        EXPECT_EQ(program({"run", "small.toml"}, how).code, loses ? 74 : 0) << testing::PrintToString(closed);
        EXPECT_EQ(results(), usual) << testing::PrintToString(closed);
        EXPECT_EQ(program({"check", "small.toml"}, how).code, loses ? 74 : 0);
        EXPECT_EQ(program({"check", "smal.toml"}, how).code, 66);
    }
}

TEST_F(OddCalls, results_are_written_though_nobody_reads_what_is_printed) {
    How how;
    how.unread = true;
    const Finished finished = program({"run", "small.toml"}, how);
    EXPECT_EQ(finished.signal, 0);
    EXPECT_EQ(finished.code, 74);
    EXPECT_TRUE(has(finished.err, "standard output could not be written")) << finished.err;
    EXPECT_EQ(results(), usual_results());
}

TEST_F(OddCalls, more_threads_than_persons_change_nothing) {
    EXPECT_EQ(program({"run", "small.toml", "--quiet", "--threads", "1024"}).code, 0);
    EXPECT_EQ(results(), usual_results());
    EXPECT_EQ(program({"run", "small.toml", "--quiet", "--threads", "99999999999999999999"}).code, 64);
}

TEST_F(OddCalls, neither_locale_nor_time_zone_change_a_byte) {
    const auto usual = usual_results();
    const std::string printed = program({"run", "small.toml"}).out;
    for (const char* locale : {"C", "de_DE.UTF-8", "tr_TR.UTF-8", "no such locale"}) {
        How how;
        how.environment = {{"LANG", locale}, {"LC_ALL", locale}, {"LC_NUMERIC", locale}, {"TZ", "Asia/Kolkata"}};
        const Finished finished = program({"run", "small.toml"}, how);
        EXPECT_EQ(finished.code, 0) << locale << finished.err;
        EXPECT_EQ(finished.out, printed) << locale;
        EXPECT_EQ(results(), usual) << locale;
    }
}

}  // namespace
}  // namespace nearness::test
