// Ctrl-C, a polite request to end, and a kill: old results or none, never half of one.
#include "program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

private:
    Folder folder_;
};

TEST_F(Interrupted, by_sigint_or_sigterm_it_ends_with_130_and_leaves_nothing) {
    for (const int signal : {SIGINT, SIGTERM}) {
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

TEST_F(Interrupted, killed_at_any_moment_every_file_is_complete_or_absent) {
    const auto start = Clock::now();
    ASSERT_EQ(finish("1").code, 0);
    const auto one = results();
    const auto middle = Clock::now();
    ASSERT_EQ(finish("2").code, 0);
    const auto two = results();
    const std::chrono::duration<double> whole = std::min(middle - start, Clock::now() - middle);
    std::mt19937 random(20);
    int killed = 0, left_partial = 0;
    for (int i = 0; i < 20; ++i) {
        if (i % 2 == 0) fs::remove_all(out());  // else: on top of what the last one left
        const double share = static_cast<double>(random()) / 4294967296.0;
        Running running(arguments(i % 4 < 2 ? "1" : "2", "40"), here());
        std::this_thread::sleep_for(1.1 * share * whole);
        running.send(SIGKILL);
        killed += running.wait().signal == SIGKILL ? 1 : 0;
        for (const auto& [name, bytes] : results()) {
            if (name.starts_with('.')) {
                ++left_partial;
            } else {
                EXPECT_TRUE(bytes == one.at(name) || bytes == two.at(name)) << name << " is neither, kill " << i;
            }
        }
    }
    EXPECT_GT(killed, 0);
    EXPECT_GT(left_partial, 0) << "no kill came while files were written, so this test shows nothing";
    EXPECT_EQ(finish("2").code, 0);
    EXPECT_EQ(results(), two) << "leftovers of killed runs are there";
}

TEST_F(Interrupted, what_a_killed_run_left_goes_even_when_the_next_run_fails) {
    fs::create_directories(out() / "small");
    for (const char* name : {".run.nc.partial", ".diary.csv.partial", ".comparison.csv.partial", ".probe.partial"}) {
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
