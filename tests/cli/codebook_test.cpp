// The codebook against the files of real runs, both ways: every column is in it, and what is in it is a column.
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <netcdf>
#include <set>
#include <sstream>

namespace nearness::test {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

// file/group/name, and for run.nc what the file itself says of the column.
using Found = std::map<std::string, std::string>;

std::string as_text(const netCDF::NcVar& variable, const char* attribute) {
    std::string text;
    if (variable.getAtts().contains(attribute)) variable.getAtt(attribute).getValues(text);
    return text;
}

void add_group(const netCDF::NcGroup& group, const std::string& name, Found& found) {
    for (const auto& [column, variable] : group.getVars()) {
        const auto type = variable.getType();
        std::string over;
        for (const netCDF::NcDim& dimension : variable.getDims())
            over += (over.empty() ? "" : ", ") + dimension.getName();
        const std::string kind = type == netCDF::ncString ? "text" : type == netCDF::ncInt ? "integer" : "number";
        found["run.nc/" + name + "/" + column] =
            kind + " | " + as_text(variable, "units") + " | " + over + " | " + as_text(variable, "long_name");
    }
    for (const auto& [below, one] : group.getGroups()) add_group(one, below, found);
}

void add_header(const fs::path& file, Found& found, const Names& own = {}) {
    std::istringstream header(content(file).substr(0, content(file).find('\n')));
    for (std::string column; std::getline(header, column, ',');) {
        if (own.contains(column)) column = "VARIABLE";
        if (column.starts_with("part_")) column = "part_TARGET";
        found[file.filename().string() + "//" + column] = "";
    }
}

std::string kind_of(const Json& value) {
    if (value.is_number_float()) return "number";
    if (value.is_number()) return "whole number";
    return value.is_string() ? "text" : value.is_array() ? "list" : value.is_object() ? "object" : "nothing";
}

void add_keys(const Json& object, const std::string& place, Found& found) {
    for (const auto& [key, value] : object.items()) {
        if (!value.is_null()) found["summary.json/" + place + "/" + key] = kind_of(value);  // null: not measured
    }
}

void add_summary(const Json& summary, Found& found) {
    add_keys(summary, "", found);
    for (const Json& one : summary["codebook"]) add_keys(one, "codebook.NAME", found);
    for (const Json& arm : summary["arms"]) {
        add_keys(arm, "arms[]", found);
        for (const Json& chapter : arm["chapters"]) {
            add_keys(chapter, "arms[].chapters[]", found);
            if (chapter.contains("goals")) {
                for (const Json& goal : chapter["goals"]) add_keys(goal, "goals[]", found);
            }
            for (const Json& quantity : chapter["quantities"]) {
                if (!quantity.is_null()) add_keys(quantity, "quantities.NAME", found);
                if (!quantity.is_null() && quantity.contains("difference") && !quantity["difference"].is_null()) {
                    add_keys(quantity["difference"], "quantities.NAME", found);
                }
            }
        }
    }
}

void add_typical_path(const Json& typical, Found& found) {
    add_keys(typical, "typical_path", found);
    for (const Json& arm : typical["arms"]) {
        add_keys(arm, "arms[]", found);
        for (const Json& chapter : arm["chapters"]) {
            add_keys(chapter, "arms[].chapters[]", found);
            for (const Json& quantity : chapter["quantities"]) {
                add_keys(quantity, "typical_path.quantities.NAME", found);
                if (!quantity["lives"].is_null()) add_keys(quantity["lives"], "quantities.NAME", found);
            }
        }
    }
}

// Of a run with arms, sessions, goals and events, of one with a diary, and of one with a diary that names cues of its own.
Found found_in_files() {
    const Folder folder;
    const std::string diary = NEARNESS_SOURCE_DIR "/scenarios/made_up_diary.toml";
    const std::string own_cues = NEARNESS_SOURCE_DIR "/scenarios/made_up_conditioning.toml";
    std::string text = small_scenario(2);
    text.replace(text.find("sessions = 2"), 12, "sessions = 2, until = { measure = \"trust\", above = 0.01 }");
    text.replace(text.find("sessions = 3"), 12, "sessions = 3, until = { measure = \"sud\", below = 0 }");
    folder.write("small.toml", text);
    Found found;
    for (const auto& [scenario, out] :
         std::map<std::string, std::string>{{"small.toml", "small"}, {diary, "diary"}, {own_cues, "own"}}) {
        EXPECT_EQ(nearness({"run", scenario, "--quiet", "--out", out}, {.folder = folder.path()}).code, 0) << scenario;
        const netCDF::NcFile file((folder.path() / out / "run.nc").string(), netCDF::NcFile::read);
        add_group(file, "", found);
        add_header(folder.path() / out / "moments.csv", found);
        add_summary(Json::parse(content(folder.path() / out / "summary.json")), found);
    }
    EXPECT_EQ(
        nearness({"run", "small.toml", "--quiet", "--deterministic", "--set", "knock_out=[\"guard\"]", "--out", "path"},
                 {.folder = folder.path()})
            .code,
        0);
    const Json path = Json::parse(content(folder.path() / "path/summary.json"));
    add_summary(path, found);
    if (path.contains("typical_path")) add_typical_path(path["typical_path"], found);
    add_header(folder.path() / "diary/diary.csv", found, {"closeness", "outcome", "behaviour"});
    add_header(folder.path() / "diary/comparison.csv", found);
    return found;
}

Found said_by_codebook() {
    Found said;
    for (const Json& one : Json::parse(nearness({"codebook", "--json"}, {}).out)) {
        const std::string file = one["file"], group = one["group"], name = one["name"], kind = one["kind"];
        const std::string unit = one["unit"], over = one["over"], says = one["says"];
        // A file has one type for what is counted and what points into a list.
        const std::string type = kind == "index" || kind == "whole number" ? "integer" : kind;
        const bool fresh = said.emplace(file + "/" + group + "/" + name,
                                        file == "run.nc"         ? type + " | " + unit + " | " + over + " | " + says
                                        : file == "summary.json" ? kind
                                                                 : std::string())
                               .second;
        EXPECT_TRUE(fresh) << name << " is twice in " << file << " " << group;
        EXPECT_FALSE(says.empty()) << name;
    }
    return said;
}

TEST(codebook, is_what_the_files_hold_column_by_column_both_ways) {
    const Found said = said_by_codebook();
    Found found = found_in_files();
    const Json failure = {{"person", 1}, {"arm", "a"}, {"chapter", "c"}, {"quantity", "q"}};  // none happens here
    add_keys(failure, "numerical_failures[]", found);
    for (const auto& [name, text] : found) {
        ASSERT_TRUE(said.contains(name)) << name << " is in a file and not in the codebook";
        EXPECT_EQ(said.at(name), text) << name;
    }
    for (const auto& [name, text] : said) EXPECT_TRUE(found.contains(name)) << name << " is in no file";
    EXPECT_GT(found.size(), 150U);
}

TEST(codebook, comes_as_a_table_csv_and_json_with_the_same_lines) {
    const std::string table = nearness({"codebook"}, {}).out, csv = nearness({"codebook", "--csv"}, {}).out;
    const Json json = Json::parse(nearness({"codebook", "--json"}, {}).out);
    EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), json.size() + 1);
    EXPECT_TRUE(csv.starts_with("file,group,name,unit,kind,over,says\nrun.nc,,arm_id,"));
    for (const Json& one : json) {
        EXPECT_TRUE(has(table, "\n  " + one["name"].get<std::string>() + " ")) << one;
        EXPECT_TRUE(has(table, one["says"].get<std::string>() + "\n")) << one;
    }
    EXPECT_EQ(nearness({"codebook", "--csv", "--json"}, {}).code, 64);
}

}  // namespace
}  // namespace nearness::test
