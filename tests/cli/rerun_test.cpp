// `rerun`: a run from its run.nc alone, and whether it is the same to the byte.
#include "program.hpp"

#include <gtest/gtest.h>
#include <netcdf.h>

#include <netcdf>

namespace nearness::test {
namespace {

class Rerun : public testing::Test {
protected:
    // A scenario without a title is called as its file.
    Rerun() {
        std::string text = small_scenario();
        text.erase(0, text.find('\n') + 1);
        folder_.write("lives/of é.toml", text);
    }
    Finished program(const std::vector<std::string>& arguments) const {
        return nearness(arguments, {.folder = folder_.path()});
    }
    void run(const std::string& out, const std::vector<std::string>& options) const {
        std::vector<std::string> arguments = {"run", "lives/of é.toml", "--quiet", "--out", out};
        arguments.insert(arguments.end(), options.begin(), options.end());
        ASSERT_EQ(program(arguments).code, 0);
    }
    std::string bytes(const std::string& name) const { return content(folder_.path() / name); }
    const Folder& folder() const { return folder_; }

private:
    Folder folder_;
};

TEST_F(Rerun, needs_nothing_but_run_nc_and_gives_the_same_files) {
    run("first", {"--seed", "18446744073709551615", "--persons", "2..5", "--set", "memory.concentration=0.03", "--set",
                  "together.lasts=\"3 months\""});
    fs::rename(folder().path() / "first/run.nc", folder().path() / "kept.nc");
    fs::remove_all(folder().path() / "lives");
    const Finished finished = program({"rerun", "kept.nc", "--threads", "1"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_TRUE(has(finished.out, "out/kept-rerun/run.nc is kept.nc again, byte for byte")) << finished.out;
    EXPECT_TRUE(bytes("out/kept-rerun/run.nc") == bytes("kept.nc"));
    for (const char* name : {"moments.csv", "summary.json", "report.html"}) {
        EXPECT_TRUE(bytes(std::string("out/kept-rerun/") + name) == bytes(std::string("first/") + name)) << name;
    }
}

TEST_F(Rerun, goes_where_nothing_is_unless_told) {
    run("first", {"--persons", "1"});
    for (int i = 0; i < 2; ++i) EXPECT_EQ(program({"rerun", "first", "--quiet"}).code, 0);
    EXPECT_EQ(names_in(folder().path() / "out"), (std::vector<std::string>{"first-rerun", "first-rerun-2"}));
    EXPECT_EQ(program({"rerun", "first", "--quiet", "--out", "there"}).code, 0);
    EXPECT_EQ(names_in(folder().path() / "there"), result_names);
    const Finished itself = program({"rerun", "first", "--out", "first"});
    EXPECT_EQ(itself.code, 73);
    EXPECT_TRUE(has(itself.err, "E0304")) << itself.err;
    EXPECT_TRUE(has(program({"rerun", "first", "--json"}).out, "\"same\": true"));
}

TEST_F(Rerun, repeats_typical_paths) {
    run("path", {"--deterministic"});
    const Finished finished = program({"rerun", "path", "--out", "again", "--quiet"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_TRUE(bytes("again/summary.json") == bytes("path/summary.json"));
}

TEST_F(Rerun, says_when_the_bytes_differ) {
    run("first", {"--persons", "2"});
    fs::copy(folder().path() / "first/run.nc", folder().path() / "changed.nc");
    netCDF::NcFile((folder().path() / "changed.nc").string(), netCDF::NcFile::write).putAtt("note", "mine");
    const Finished finished = program({"rerun", "changed.nc", "--quiet", "--out", "again"});
    EXPECT_EQ(finished.code, 65);
    EXPECT_TRUE(has(finished.err, "changed.nc  E0316  again/run.nc differs from it, first in byte ")) << finished.err;
    EXPECT_EQ(names_in(folder().path() / "again"), result_names);
}

TEST_F(Rerun, looks_at_version_and_fingerprint_before_it_lives_anybody) {
    run("first", {"--persons", "2"});
    const std::string file = (folder().path() / "changed.nc").string();
    const std::string scenario = bytes("lives/of é.toml");
    const auto refused = [&](const auto& change, const std::vector<std::string>& words) {
        fs::copy(folder().path() / "first/run.nc", file, fs::copy_options::overwrite_existing);
        {
            netCDF::NcFile changed(file, netCDF::NcFile::write);
            change(changed);
        }
        const Finished finished = program({"rerun", "changed.nc", "--quiet", "--out", "again"});
        EXPECT_NE(finished.code, 0);
        for (const std::string& word : words) EXPECT_TRUE(has(finished.err, word)) << word << "\n" << finished.err;
        EXPECT_FALSE(fs::exists(folder().path() / "again"));
    };
    const auto put = [](const char* name, const std::string& text) {
        return [=](netCDF::NcFile& changed) { changed.putAtt(name, text); };
    };
    const auto with = [&](std::string text, const std::string& from, const std::string& to) {
        EXPECT_TRUE(has(text, from)) << from;
        return text.replace(text.find(from), from.size(), to);
    };
    refused(put("source", "nearness 9.0.0"), {"E0313", "made by nearness 9.0.0"});
    refused(put("source", "another program"), {"E0311", "`source`"});
    refused(put("scenario", with(scenario, "attention = 0.68", "attention = 0.69")), {"E0312", "its fingerprint is"});
    refused(put("scenario", with(scenario, "attention = 0.68", "atention = 0.68")),
            {"changed.nc:", "E0103", "did you mean `attention`?"});
    refused(put("seed", "x"), {"E0311", "`seed`"});
    refused(put("last_person", "0"), {"E0311", "`last_person`"});
    refused(put("last_person", "3"), {"E0312", "its fingerprint is"});
    refused([](netCDF::NcFile& changed) { nc_rename_att(changed.getId(), NC_GLOBAL, "first_person", "first"); },
            {"E0311", "`first_person`", "earlier version"});
}

// HDF5 keeps checksums of where things are and of attributes.
TEST_F(Rerun, sees_a_byte_that_was_turned_over_in_an_attribute) {
    run("first", {"--persons", "1"});
    std::string changed = bytes("first/run.nc");
    ASSERT_NE(changed.find("responsive = 0.7"), std::string::npos);
    changed[changed.find("responsive = 0.7")] ^= 1;
    folder().write("changed.nc", changed);
    const Finished finished = program({"rerun", "changed.nc", "--quiet"});
    EXPECT_EQ(finished.code, 65);
    EXPECT_TRUE(has(finished.err, "changed.nc  E0312")) << finished.err;
}

TEST_F(Rerun, refuses_what_is_no_run) {
    folder().write("text.nc", "not NetCDF");
    for (const auto& [file, code, word] : {std::tuple{"text.nc", 65, "E0311"},
                                           {"lives/of é.toml", 65, "E0311"},
                                           {"lives", 66, "E0301"},
                                           {"nothing.nc", 66, "E0301"}}) {
        const Finished finished = program({"rerun", file});
        EXPECT_EQ(finished.code, code) << finished.err;
        EXPECT_TRUE(has(finished.err, word)) << finished.err;
    }
    EXPECT_FALSE(fs::exists(folder().path() / "out"));
}

TEST_F(Rerun, of_a_diary_run_needs_the_diary_itself) {
    const fs::path scenarios = NEARNESS_SOURCE_DIR "/scenarios";
    const std::string life = (scenarios / "made_up_diary.toml").string();
    EXPECT_EQ(program({"run", life, "--persons", "2", "--quiet", "--out", "first"}).code, 0);
    EXPECT_EQ(program({"rerun", "first"}).code, 64);
    EXPECT_EQ(program({"rerun", "first", "--data", life}).code, 65);
    const std::string data = (scenarios / "diaries/made_up.csv").string();
    const Finished finished = program({"rerun", "first", "--quiet", "--data", data, "--out", "again"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_TRUE(bytes("again/comparison.csv") == bytes("first/comparison.csv"));
    run("plain", {"--persons", "1"});
    EXPECT_TRUE(has(program({"rerun", "plain", "--data", data}).err, "no diary drove this run"));
}

}  // namespace
}  // namespace nearness::test
