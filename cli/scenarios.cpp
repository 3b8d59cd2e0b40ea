// nearness new, nearness scenarios, nearness scenarios copy: a file to start from.
#include "cli/columns.hpp"
#include "cli/look_up.hpp"
#include "cli/new_files.hpp"
#include "cli/shell.hpp"
#include "cli/shipped.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

namespace fs = std::filesystem;

// For a double-quoted TOML text.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string with_title(std::string text, const std::string& title) {
    const std::size_t start = text.find("\ntitle = ") + 1;
    const std::size_t end = text.find('\n', start);
    return text.replace(start, end - start, "title = \"" + escaped(title) + "\"");
}

// A scenario under a path of its own, with what it needs beside it.
std::vector<NewFile> copies(const ShippedScenario& scenario, const fs::path& path) {
    std::vector<NewFile> files = {{path, std::string(scenario.text)}};
    for (const ShippedFile* needed : scenario.needs) {
        files.push_back({path.parent_path() / needed->path, std::string(needed->text), true});
    }
    return files;
}

void say_what_next(const std::vector<NewFile>& files, const std::string& not_shipped) {
    for (const NewFile& file : files) fmt::print("  {}\n", file.path.string());
    const std::string path = as_argument(files.front().path.string());
    if (!not_shipped.empty()) {
        fmt::print(
            "\nIts diary `{}` may not be passed on and is not shipped. Get it from the source that\n"
            "{} names, and say in the scenario where it lies (`data`). Then:\n\n",
            not_shipped, files.back().path.string());
    } else {
        fmt::print("\nNext:\n\n");
    }
    fmt::print("    nearness check {0}\n    nearness run {0}\n\n", path);
    fmt::print("Change it in any editor. What can stand in it: docs/guide/scenarios.md, `nearness describe`.\n");
}

}  // namespace

Exit new_scenario(const Asked& asked) {
    const auto refuse = [&](const char* why) {
        throw InputError({{"E0001", {}, "`" + asked.name + "` " + why, "as `nearness new my-life`"}});
    };
    fs::path path = asked.name;
    if (path.extension() != ".toml") path += ".toml";
    if (path.stem().empty() || path.filename() == ".toml") refuse("names no file");
    if (path.filename().string().front() == '.') refuse("would be a hidden file");
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::any_of(asked.name.begin(), asked.name.end(), is_control)) refuse("has a control character in it");
    std::vector<NewFile> files = {{path, with_title(std::string(new_life()), path.stem().string())}};
    std::string not_shipped;
    if (!asked.from.empty()) {
        const ShippedScenario scenario = shipped_scenario(asked.from);
        files = copies(scenario, path);
        not_shipped = scenario.not_shipped;
    }
    write_new_files(files);
    say_what_next(files, not_shipped);
    return Exit::good;
}

Exit copy_scenario(const Asked& asked) {
    const ShippedScenario scenario = shipped_scenario(asked.name);
    const std::vector<NewFile> files = copies(scenario, fs::path(asked.folder) / (scenario.name + ".toml"));
    write_new_files(files);
    say_what_next(files, scenario.not_shipped);
    return Exit::good;
}

Exit list_scenarios(const Asked& asked) {
    const std::vector<ShippedScenario> all = shipped_scenarios();
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const ShippedScenario& one : all) {
            nlohmann::ordered_json needs = nlohmann::ordered_json::array();
            for (const ShippedFile* needed : one.needs) needs.push_back(needed->path);
            document.push_back({{"name", one.name},
                                {"title", one.title},
                                {"says", one.says},
                                {"arms", one.arms},
                                {"persons", one.persons},
                                {"needs", needs},
                                {"not_shipped", one.not_shipped}});
        }
        fmt::print("{}\n", document.dump(1));
        return Exit::good;
    }
    std::size_t widest = 0;
    for (const ShippedScenario& one : all) widest = std::max(widest, one.name.size() + 3);
    for (const ShippedScenario& one : all) {
        fmt::print("{}{}\n{}{}\n", padded(one.name, widest), one.title, std::string(widest, ' '), one.says);
        if (!one.not_shipped.empty()) fmt::print("{}(its diary is not shipped)\n", std::string(widest, ' '));
    }
    fmt::print("\nOne of them here:  nearness scenarios copy {}\n", all.front().name);
    return Exit::good;
}

}  // namespace nearness::cli
