// A disk that fills up, at whatever point: never half a file, never a crash, never success without all the files.
#include "program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace nearness::test {
namespace {

class FullDisk : public testing::Test {
protected:
    FullDisk() { folder_.write("small.toml", small_scenario()); }
    Finished run(std::optional<std::uint64_t> room, const std::string& seed = "7") const {
        return nearness({"run", "small.toml", "--quiet", "--threads", "1", "--seed", seed},
                        {.folder = folder_.path(), .largest_file = room});
    }
    std::map<std::string, std::string> results() const { return files_in(folder_.path() / "out/small"); }
    fs::path out() const { return folder_.path() / "out"; }

private:
    Folder folder_;
};

TEST_F(FullDisk, ends_with_74_wherever_it_is_met_and_leaves_nothing) {
    ASSERT_EQ(run({}).code, 0);
    const auto complete = results();
    fs::remove_all(out());
    std::set<std::uint64_t> rooms = {0, 1, 100, 512, 4096, 20'000, 50'000};
    std::uint64_t largest = 0;
    for (const auto& [name, bytes] : complete) {
        const std::uint64_t size = bytes.size();  // just too small, for this file and for what HDF5 writes at the end
        rooms.insert({size / 2, size - 4096, size - 1});
        largest = std::max(largest, size);
    }
    for (std::uint64_t room = largest / 10; room < largest; room += largest / 10) rooms.insert(room);
    std::set<std::string> blamed;
    for (const std::uint64_t room : rooms) {
        const Finished finished = run(room);
        ASSERT_EQ(finished.signal, 0) << room << "\n" << finished.err;
        ASSERT_EQ(finished.code, 74) << room << "\n" << finished.err;
        EXPECT_FALSE(fs::exists(out())) << room << testing::PrintToString(names_in(out() / "small"));
        EXPECT_TRUE(finished.err.starts_with("out/small/")) << finished.err;
        EXPECT_TRUE(has(finished.err, "  E0305  could not be written: File too large\n")) << finished.err;
        EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 2) << finished.err;
        EXPECT_FALSE(has(finished.err, "partial")) << finished.err;
        blamed.insert(finished.err.substr(0, finished.err.find(' ')));
    }
    EXPECT_TRUE(blamed.contains("out/small/run.nc") && blamed.contains("out/small/moments.csv"));
    EXPECT_EQ(run(largest).code, 0) << "exactly enough room";
    EXPECT_EQ(results(), complete);
}

TEST_F(FullDisk, leaves_earlier_results_as_they_were_until_there_is_room_again) {
    ASSERT_EQ(run({}, "1").code, 0);
    const auto earlier = results();
    for (const std::uint64_t room : {std::uint64_t{4096}, std::uint64_t{200'000}}) {
        EXPECT_EQ(run(room, "2").code, 74);
        EXPECT_EQ(results(), earlier);
    }
    EXPECT_EQ(run({}, "2").code, 0);
    EXPECT_EQ(names_in(out() / "small"), result_names);
    EXPECT_NE(results().at("summary.json"), earlier.at("summary.json"));
}

}  // namespace
}  // namespace nearness::test
