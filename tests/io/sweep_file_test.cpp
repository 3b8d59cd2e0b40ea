// Journals of sweeps: what is written is read back, a torn line is forgotten, another sweep is refused.
#include "nearness/io/sweep_file.hpp"

#include "nearness/io/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace nearness::io {
namespace {

class Journal : public testing::Test {
protected:
    Journal() { std::filesystem::remove(path_); }
    ~Journal() override { std::filesystem::remove(path_); }

    std::filesystem::path path_ = std::filesystem::temp_directory_path() / "nearness_sweep_file_test.jsonl";
    SweepHeader header_{"regions", "abc", {3, 12}, {"memory.concentration"}};

    static study::Run run(const std::string& name) {
        return {name, {0.1 + 0.2}, {{{0.5, 0.1, 0.3, 0.7}}, {{1, 0, 1, 1}}}};
    }
    std::string text() const { return read_text_file(path_.string()).content; }
};

TEST_F(Journal, gives_back_every_bit_of_its_runs) {
    const study::Run odd{"odd", {1.0 / 3}, {{{std::numeric_limits<double>::quiet_NaN(), 0.1, 1e-300, 2}}}};
    const Sweep sweep = parse_sweep(sweep_line(header_) + sweep_line(odd));
    EXPECT_EQ(sweep.header, header_);
    ASSERT_EQ(sweep.runs.size(), 1U);
    EXPECT_EQ(sweep.runs[0].parameters, odd.parameters);
    EXPECT_TRUE(sweep.runs[0].found[0][0].value != sweep.runs[0].found[0][0].value);
    EXPECT_EQ(sweep.runs[0].found[0][0].low, 1e-300);
}

TEST_F(Journal, goes_on_after_its_last_whole_line_as_if_never_stopped) {
    {
        SweepFile file(path_, header_);
        file.add(run("0"));
        file.add(run("1"));
    }
    const std::string whole = text();
    std::ofstream(path_, std::ios::app) << "{\"name\":\"2\",\"parameters\":[0.3";
    {
        SweepFile file(path_, header_);
        ASSERT_EQ(file.runs().size(), 2U);
        EXPECT_EQ(file.runs()[1].found, run("1").found);
        EXPECT_EQ(text(), whole);
        file.add(run("2"));
    }
    EXPECT_EQ(text(), whole + sweep_line(run("2")));
}

TEST_F(Journal, of_another_sweep_is_refused_and_left_alone) {
    { SweepFile file(path_, header_); }
    const std::string before = text();
    SweepHeader other = header_;
    other.hash = "def";
    try {
        SweepFile file(path_, other);
        FAIL() << "went on with another sweep";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems()[0].code, "E0803");
    }
    EXPECT_EQ(text(), before);
}

}  // namespace
}  // namespace nearness::io
