// `nearness new`, `nearness scenarios`, `nearness scenarios copy`: what they write is good, runs, and replaces nothing.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::test {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

const fs::path shipped = NEARNESS_SOURCE_DIR "/scenarios";

class Scenarios : public testing::Test {
protected:
    Finished program(const Names& arguments) const { return nearness(arguments, {.folder = folder_.path()}); }
    const fs::path& folder() const { return folder_.path(); }
    std::string file(const std::string& name) const { return content(folder() / name); }
    // Every file of the folder, by its path within.
    Names names() const {
        Names all;
        for (const auto& [name, text] : files_in(folder())) all.push_back(name);
        return all;
    }

private:
    Folder folder_;
};

Names names_of_shipped() {
    Names names;
    for (const Json& one : Json::parse(nearness({"scenarios", "--json"}, {}).out)) names.push_back(one["name"]);
    return names;
}

TEST_F(Scenarios, a_new_one_is_good_and_says_what_to_do_next) {
    const Finished finished = program({"new", "my-life"});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_TRUE(has(finished.out, "nearness run my-life.toml\n")) << finished.out;
    EXPECT_TRUE(has(file("my-life.toml"), "\ntitle = \"my-life\"\n"));
    const Finished check = program({"check", "my-life.toml"});
    EXPECT_EQ(check.code, 0) << check.err;
    EXPECT_TRUE(has(check.out, "my-life.toml: good. 3 chapters, 2 arms, 12 persons")) << check.out;
}

TEST_F(Scenarios, a_new_one_runs) {
    program({"new", "my-life"});
    EXPECT_EQ(program({"run", "my-life.toml", "--quiet", "--persons", "2"}).code, 0);
    EXPECT_TRUE(fs::exists(folder() / "out/my-life/report.html"));
}

TEST_F(Scenarios, a_name_may_be_a_path_end_in_toml_or_hold_what_toml_and_shells_treat_apart) {
    EXPECT_EQ(program({"new", "a/b/life.toml"}).code, 0);
    const Finished odd = program({"new", "it's \"mine\""});
    EXPECT_TRUE(has(odd.out, "nearness run 'it'\\''s \"mine\".toml'\n")) << odd.out;
    EXPECT_EQ(names(), (Names{"a/b/life.toml", "it's \"mine\".toml"}));
    EXPECT_EQ(program({"check", "it's \"mine\".toml"}).err, "");
    EXPECT_EQ(program({"new", "a/b/"}).code, 64);
    EXPECT_EQ(program({"new"}).code, 64);
}

TEST_F(Scenarios, a_name_is_neither_hidden_nor_broken_over_lines) {
    for (const char* hidden : {".life", ".life.toml", "a/.life", ".", ".."}) {
        const Finished finished = program({"new", hidden});
        EXPECT_EQ(finished.code, 64) << hidden;
        EXPECT_TRUE(has(finished.err, "would be a hidden file")) << finished.err;
    }
    for (const char* broken : {"two\nlines", "tab\there",
                               "a\x7f"
                               "b",
                               "a\nb/life"}) {
        const Finished finished = program({"new", broken});
        EXPECT_EQ(finished.code, 64) << broken;
        EXPECT_TRUE(has(finished.err, "has a control character in it")) << finished.err;
        EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 2) << finished.err;
    }
    EXPECT_EQ(program({"new", "./life"}).code, 0);
    EXPECT_EQ(names(), (Names{"life.toml"}));
}

TEST_F(Scenarios, nothing_is_ever_overwritten) {
    program({"new", "my-life"});
    const std::string before = file("my-life.toml");
    for (const Names& again : {Names{"new", "my-life"}, Names{"new", "my-life", "--from", "essay"}}) {
        const Finished finished = program(again);
        EXPECT_EQ(finished.code, 73);
        EXPECT_EQ(finished.out, "");
        EXPECT_TRUE(has(finished.err, "my-life.toml  E0309  is already there")) << finished.err;
        EXPECT_EQ(file("my-life.toml"), before);
    }
    fs::create_directory(folder() / "essay.toml");
    EXPECT_EQ(program({"scenarios", "copy", "essay"}).code, 73);
    fs::create_symlink("nowhere", folder() / "secure.toml");
    EXPECT_EQ(program({"scenarios", "copy", "secure"}).code, 73);
    EXPECT_EQ(program({"new", "my-life.toml/below"}).code, 73);
}

TEST_F(Scenarios, the_list_names_every_shipped_one_with_title_and_one_sentence) {
    Names expected;
    for (const fs::directory_entry& entry : fs::directory_iterator(shipped)) {
        if (entry.path().extension() == ".toml") expected.push_back(entry.path().stem().string());
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(names_of_shipped(), expected);
    const std::string list = program({"scenarios"}).out;
    for (const Json& one : Json::parse(program({"scenarios", "--json"}).out)) {
        const std::string name = one["name"], title = one["title"], says = one["says"];
        EXPECT_TRUE(list.starts_with(name + " ") || has(list, "\n" + name + " ")) << name;
        EXPECT_TRUE(has(list, " " + title + "\n")) << name;
        EXPECT_TRUE(has(list, " " + says + "\n")) << name;
        EXPECT_TRUE(says.ends_with(".") || says.ends_with("?")) << name << ": " << says;
        EXPECT_LT(says.size(), 200U) << name;
    }
}

TEST_F(Scenarios, a_copy_is_the_shipped_file_to_the_byte_with_all_it_needs) {
    for (const std::string& name : names_of_shipped()) {
        const Finished finished = program({"scenarios", "copy", name, "copies"});
        ASSERT_EQ(finished.code, 0) << name << finished.err;
        EXPECT_TRUE(has(finished.out, "nearness run copies/" + name + ".toml\n")) << finished.out;
    }
    const auto copied = files_in(folder() / "copies");
    for (const auto& [path, text] : copied) EXPECT_EQ(text, content(shipped / path)) << path;
    EXPECT_TRUE(copied.contains("mappings/made_up.toml") && copied.contains("diaries/made_up.csv"));
    EXPECT_TRUE(copied.contains("mappings/fisher2017_ema.toml"));
    EXPECT_EQ(program({"check", "copies/made_up_diary.toml"}).code, 0);
}

TEST_F(Scenarios, what_may_not_be_shipped_is_said) {
    const Finished finished = program({"scenarios", "copy", "fisher2017"});
    EXPECT_EQ(finished.code, 0);
    EXPECT_TRUE(has(finished.out, "fisher2017_ema/ema.csv` may not be passed on and is not shipped")) << finished.out;
}

TEST_F(Scenarios, a_mapping_that_is_there_is_shared_when_it_says_the_same_and_is_in_the_way_when_not) {
    EXPECT_EQ(program({"scenarios", "copy", "made_up_diary"}).code, 0);
    EXPECT_EQ(program({"new", "another", "--from", "made_up_diary"}).code, 0);
    EXPECT_EQ(file("another.toml"), content(shipped / "made_up_diary.toml"));
    std::ofstream(folder() / "mappings/made_up.toml") << "mine";
    const Names before = names();
    const Finished finished = program({"new", "third", "--from", "made_up_diary"});
    EXPECT_EQ(finished.code, 73);
    EXPECT_TRUE(has(finished.err, "mappings/made_up.toml  E0309")) << finished.err;
    EXPECT_EQ(names(), before);
    EXPECT_EQ(file("mappings/made_up.toml"), "mine");
}

TEST_F(Scenarios, names_that_are_not_known_get_a_suggestion) {
    for (const Names& wrong : {Names{"scenarios", "copy", "esay"}, Names{"new", "mine", "--from", "esay"}}) {
        const Finished finished = program(wrong);
        EXPECT_EQ(finished.code, 64);
        EXPECT_TRUE(has(finished.err, "no scenario called `esay` is shipped")) << finished.err;
        EXPECT_TRUE(has(finished.err, "did you mean `essay`?")) << finished.err;
    }
    EXPECT_TRUE(has(program({"scenarios", "copi", "essay"}).err, "did you mean `copy`?"));
    EXPECT_TRUE(names().empty());
}

TEST_F(Scenarios, a_full_disk_leaves_nothing) {
    const Finished finished = nearness({"new", "my-life"}, {.folder = folder(), .largest_file = 100});
    EXPECT_EQ(finished.code, 74) << finished.err;
    EXPECT_TRUE(has(finished.err, "my-life.toml  E0305")) << finished.err;
    EXPECT_TRUE(names().empty());
}

// Those with recorded data cannot run without them; tests/io reads them.
TEST(slow_shipped_scenarios, each_runs) {
    const Folder folder;
    for (const Json& one : Json::parse(nearness({"scenarios", "--json"}, {}).out)) {
        const std::string name = one["name"];
        if (one["not_shipped"] != "") continue;
        ASSERT_EQ(nearness({"scenarios", "copy", name}, {.folder = folder.path()}).code, 0);
        const Finished run = nearness({"run", name + ".toml", "--persons", "2"}, {.folder = folder.path()});
        EXPECT_EQ(run.code, 0) << name << run.err;
        EXPECT_EQ(run.err, "") << name;
        EXPECT_TRUE(has(run.out, "ook at")) << name << run.out;
        EXPECT_TRUE(fs::exists(folder.path() / "out" / name / "report.html")) << name;
    }
}

}  // namespace
}  // namespace nearness::test
