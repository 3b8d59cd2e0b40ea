// Ctrl-C, a polite request to end, and a kill: old results or none, never half of one.
#include "nearness/io/output_folder.hpp"
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <netcdf>
#include <random>
#include <thread>

namespace nearness::test {
namespace {

using Clock = std::chrono::steady_clock;

class Interrupted : public testing::Test {
protected:
    Interrupted() { folder_.write("small.toml", small_scenario(40)); }

    static std::vector<std::string> arguments(const std::string& seed, const std::string& persons) {
        return {"run", "small.toml", "--quiet", "--threads", "2", "--seed", seed, "--persons", persons};
    }
    How here() const { return {.folder = folder_.path()}; }
    Finished finish(const std::string& seed) const { return nearness(arguments(seed, "40"), here()); }
    fs::path out() const { return folder_.path() / "out"; }
    std::map<std::string, std::string> results() const { return files_in(out() / "small"); }

    // Until the run writes its file, or has ended.
    void wait_until_it_writes(Running& running) const {
        const auto deadline = Clock::now() + std::chrono::seconds(60);
        while (!fs::exists(out() / "small/.run.nc.partial") && !running.ended()) {
            ASSERT_LT(Clock::now(), deadline) << "the run writes nothing";
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    void kill_it(int times) const;

private:
    Folder folder_;
};
class long_Interrupted : public Interrupted {};

TEST_F(Interrupted, by_sigint_sigterm_or_sighup_it_ends_with_130_and_leaves_nothing) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Running running(arguments("7", "1000000"), here());
        wait_until_it_writes(running);
        running.send(signal);
        const Finished finished = running.wait();
        EXPECT_EQ(finished.code, 130) << finished.signal << finished.err;
        EXPECT_TRUE(has(finished.err, "interrupted after ")) << finished.err;
        EXPECT_TRUE(has(finished.err, "of 1000000 persons; nothing was written")) << finished.err;
        EXPECT_FALSE(fs::exists(out()));
    }
}

// With so many particles the four lives that are lived side by side take minutes.
TEST_F(Interrupted, it_does_not_wait_for_the_end_of_a_life) {
    std::vector<std::string> slow = arguments("7", "1000");
    slow.insert(slow.end(), {"--set", "memory.assignment=\"particles\"", "--set", "memory.particles=500", "--set",
                             "childhood.encounters=\"3 per day\""});
    Running running(slow, here());
    wait_until_it_writes(running);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto sent = Clock::now();
    running.send(SIGINT);
    const Finished finished = running.wait();
    EXPECT_EQ(finished.code, 130) << finished.err;
    EXPECT_TRUE(has(finished.err, "interrupted after 0 of 1000 persons")) << finished.err;
    EXPECT_LT(Clock::now() - sent, std::chrono::seconds(20));
}

TEST_F(Interrupted, it_leaves_earlier_results_as_they_were) {
    ASSERT_EQ(finish("1").code, 0);
    const auto earlier = results();
    ASSERT_EQ(earlier.size(), 4U);
    Running running(arguments("2", "1000000"), here());
    wait_until_it_writes(running);
    running.send(SIGINT);
    EXPECT_EQ(running.wait().code, 130);
    EXPECT_EQ(results(), earlier);
}

// Files that are what they should be, to the last byte, of two runs that differ in all of them.
void expect_valid(const std::map<std::string, std::string>& files, const fs::path& folder) {
    ASSERT_EQ(files.size(), result_names.size());
    EXPECT_TRUE(nlohmann::json::accept(files.at("summary.json")));
    EXPECT_TRUE(files.at("report.html").ends_with("</html>\n"));
    EXPECT_TRUE(files.at("moments.csv").ends_with("\n"));
    const netCDF::NcFile run((folder / "run.nc").string(), netCDF::NcFile::read);
    for (const auto& [name, group] : run.getGroups(netCDF::NcGroup::AllGrps)) {
        for (const auto& [of, variable] : group.getVars()) {
            std::size_t size = 1;
            for (const netCDF::NcDim& dimension : variable.getDims()) size *= dimension.getSize();
            if (!variable.getType().isNull() && variable.getType().getTypeClass() == netCDF::NcType::nc_DOUBLE) {
                std::vector<double> values(size);
                variable.getVar(values.data());
            }
        }
    }
}

void Interrupted::kill_it(int times) const {
    const auto start = Clock::now();
    ASSERT_EQ(finish("1").code, 0);
    const auto one = results();
    expect_valid(one, out() / "small");
    const auto middle = Clock::now();
    ASSERT_EQ(finish("2").code, 0);
    const auto two = results();
    expect_valid(two, out() / "small");
    for (const std::string& name : result_names) ASSERT_NE(one.at(name), two.at(name)) << "nothing would be seen";
    const std::chrono::duration<double> whole = std::min(middle - start, Clock::now() - middle);
    std::mt19937 random(20);
    int killed = 0, left_partial = 0, left_journal = 0;
    for (int i = 0; i < times; ++i) {
        if (i % 2 == 0) fs::remove_all(out());  // else: on top of what the last one left
        // Every third kill comes near the end, where results get their names.
        const double drawn = static_cast<double>(random()) / 4294967296.0;
        const double share = i % 3 == 0 ? 0.9 + 0.2 * drawn : 1.1 * drawn;
        Running running(arguments(i % 4 < 2 ? "1" : "2", "40"), here());
        std::this_thread::sleep_for(share * whole);
        running.send(SIGKILL);
        killed += running.wait().signal == SIGKILL ? 1 : 0;
        for (const auto& [name, bytes] : results()) {
            if (name.starts_with('.')) {
                ++left_partial;
                left_journal += name == ".commit" ? 1 : 0;
            } else {
                EXPECT_TRUE(bytes == one.at(name) || bytes == two.at(name)) << name << " is neither, kill " << i;
            }
        }
        // The next start: of a reader, or of a run that fails at once.
        if (i % 5 < 3) {
            io::finish_interrupted_commit(out() / "small");
        } else {
            How how = here();
            how.largest_file = 0;
            EXPECT_EQ(nearness(arguments("3", "4"), how).code, 74);
            EXPECT_TRUE(results().empty() || results() == one || results() == two) << "kill " << i;
        }
        std::map<std::string, std::string> named;
        for (const auto& [name, bytes] : results()) {
            if (!name.starts_with('.')) named[name] = bytes;
        }
        EXPECT_TRUE(named.empty() || named == one || named == two) << "a mix of two runs, kill " << i;
    }
    RecordProperty("killed", killed);
    RecordProperty("left_a_journal", left_journal);
    EXPECT_GT(killed, 0);
    EXPECT_GT(left_partial, 0) << "no kill came while files were written, so this test shows nothing";
    EXPECT_EQ(finish("2").code, 0);
    EXPECT_EQ(results(), two) << "leftovers of killed runs are there";
}

TEST_F(Interrupted, killed_at_any_moment_every_file_is_complete_or_absent_and_of_one_run) { kill_it(20); }

TEST_F(long_Interrupted, killed_a_hundred_times_every_file_is_complete_or_absent_and_of_one_run) { kill_it(100); }

TEST_F(Interrupted, killed_between_two_renames_the_next_start_finishes_them) {
    ASSERT_EQ(finish("1").code, 0);
    const auto one = results();
    ASSERT_EQ(finish("2").code, 0);
    const auto two = results();
    const auto put = [&](const std::string& name, const std::string& bytes) {
        std::ofstream(out() / "small" / name, std::ios::binary) << bytes;
    };
    for (std::size_t renamed = 0; renamed <= result_names.size(); ++renamed) {
        for (const bool by_a_run : {true, false}) {
            std::string journal;
            for (std::size_t i = 0; i < result_names.size(); ++i) {
                const std::string& name = result_names[i];
                put(name, i < renamed ? two.at(name) : one.at(name));
                if (i >= renamed) put("." + name + ".partial", two.at(name));
                journal += "rename " + name + "\n";
            }
            put(".commit", journal);
            if (by_a_run) {
                How how = here();
                how.largest_file = 0;  // it cannot write its own
                EXPECT_EQ(nearness(arguments("3", "4"), how).code, 74);
            } else {
                EXPECT_TRUE(io::finish_interrupted_commit(out() / "small"));
                EXPECT_FALSE(io::finish_interrupted_commit(out() / "small"));
            }
            EXPECT_EQ(results(), two) << renamed << " were renamed";
        }
    }
}

// What a run leaves that was killed when its results were complete, before the first of them had its name.
TEST_F(Interrupted, killed_before_the_first_rename_merge_and_rerun_read_the_run_that_counts) {
    ASSERT_EQ(finish("1").code, 0);
    const auto earlier = results();
    ASSERT_EQ(finish("2").code, 0);
    const auto counts = results();
    const fs::path folder = out() / "small";
    for (const std::string verb : {"merge", "rerun"}) {
        for (const fs::path& named : {fs::path("out/small"), fs::path("out/small/run.nc")}) {
            std::string journal;
            for (const std::string& name : result_names) {
                std::ofstream(folder / name, std::ios::binary) << earlier.at(name);
                std::ofstream(folder / ("." + name + ".partial"), std::ios::binary) << counts.at(name);
                journal += "rename " + name + "\n";
            }
            std::ofstream(folder / ".commit") << journal;
            if (verb == "rerun") fs::remove(folder / "run.nc");  // as if there had been no earlier run
            const Finished finished = nearness({verb, named.string(), "--quiet", "--out", "again"}, here());
            EXPECT_EQ(finished.code, 0) << finished.err;
            EXPECT_EQ(results(), counts) << verb << " " << named << " did not finish what was begun";
            EXPECT_EQ(files_in(here().folder / "again"), counts)
                << verb << " " << named << " read what no longer counts";
        }
    }
}

TEST_F(Interrupted, a_hang_up_that_the_caller_ignores_does_not_end_it) {
    std::signal(SIGHUP, SIG_IGN);  // as nohup does
    Running running(arguments("7", "1000000"), here());
    std::signal(SIGHUP, SIG_DFL);
    wait_until_it_writes(running);
    running.send(SIGHUP);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_FALSE(running.ended());
    running.send(SIGINT);
    EXPECT_EQ(running.wait().code, 130);
}

TEST_F(Interrupted, what_a_killed_run_left_goes_even_when_the_next_run_fails) {
    fs::create_directories(out() / "small");
    for (const char* name :
         {".run.nc.partial", ".diary.csv.partial", ".comparison.csv.partial", ".probe.partial", ".commit.partial"}) {
        std::ofstream(out() / "small" / name) << "half";
    }
    How how = here();
    how.largest_file = 4096;
    EXPECT_EQ(nearness(arguments("1", "4"), how).code, 74);
    EXPECT_TRUE(names_in(out() / "small").empty());
    EXPECT_EQ(nearness(arguments("1", "4"), here()).code, 0);
    EXPECT_EQ(names_in(out() / "small"), result_names);
}

TEST_F(Interrupted, a_second_run_into_the_same_folder_is_refused_while_the_first_goes_on) {
    Running first(arguments("1", "1000000"), here());
    wait_until_it_writes(first);
    const Finished second = finish("2");
    EXPECT_EQ(second.code, 73);
    EXPECT_TRUE(has(second.err, "another run is writing into this folder")) << second.err;
    EXPECT_FALSE(first.ended());
    EXPECT_TRUE(fs::exists(out() / "small/.run.nc.partial"));
    first.send(SIGINT);
    EXPECT_EQ(first.wait().code, 130);
    EXPECT_EQ(finish("2").code, 0);
}

}  // namespace
}  // namespace nearness::test
