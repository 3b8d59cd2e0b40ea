#include "cli/shipped.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/scenario_file.hpp"

#include <algorithm>

namespace nearness::cli {

namespace {

constexpr std::string_view ending = ".toml";
constexpr std::string_view new_life_path = "new/life.toml";

const ShippedFile* find(std::string_view path) {
    const auto& files = shipped_files();
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const ShippedFile& one) { return one.path == path; });
    return found == files.end() ? nullptr : &*found;
}

// A scenario lies in the folder itself; what it needs lies below.
bool is_scenario(const ShippedFile& file) {
    return file.path.find('/') == std::string_view::npos && file.path.ends_with(ending);
}

std::string first_sentence(const std::string& description) {
    std::string sentence;
    for (const char c : description) {
        const bool blank = c == ' ' || c == '\n';
        if (blank && (sentence.ends_with('.') || sentence.ends_with('?'))) break;
        if (!blank) sentence += c;
        if (blank && !sentence.empty() && !sentence.ends_with(' ')) sentence += ' ';
    }
    return sentence;
}

ShippedScenario read(const ShippedFile& file) {
    const io::ScenarioFile scenario = io::parse_scenario(std::string(file.text), std::string(file.path));
    ShippedScenario shipped;
    shipped.name = file.path.substr(0, file.path.size() - ending.size());
    shipped.text = file.text;
    shipped.title = scenario.plan.title;
    shipped.says = first_sentence(scenario.plan.description);
    shipped.persons = scenario.diary ? 0 : scenario.plan.persons;
    shipped.arms = static_cast<int>(scenario.plan.arms.size());
    if (scenario.diary) {
        for (const std::string& path : {scenario.diary->mapping, scenario.diary->data}) {
            if (const ShippedFile* needed = find(path); needed != nullptr) {
                shipped.needs.push_back(needed);
            } else {
                shipped.not_shipped = path;
            }
        }
    }
    return shipped;
}

}  // namespace

std::vector<ShippedScenario> shipped_scenarios() {
    std::vector<ShippedScenario> all;
    for (const ShippedFile& file : shipped_files()) {
        if (is_scenario(file)) all.push_back(read(file));
    }
    return all;
}

ShippedScenario shipped_scenario(const std::string& name) {
    std::vector<std::string> names;
    for (const ShippedFile& file : shipped_files()) {
        if (!is_scenario(file)) continue;
        if (file.path == name || file.path == name + std::string(ending)) return read(file);
        names.emplace_back(file.path.substr(0, file.path.size() - ending.size()));
    }
    const std::string near = nearest(name, names);
    throw InputError(
        {{"E0001",
          {},
          "no scenario called `" + name + "` is shipped",
          (near.empty() ? std::string() : "did you mean `" + near + "`?   ") + "`nearness scenarios` lists them all"}});
}

std::string_view new_life() {
    const ShippedFile* file = find(new_life_path);
    ensure(file != nullptr, "the new life is not embedded");
    return file->text;
}

}  // namespace nearness::cli
