#include "cli/scenario.hpp"

#include "cli/diary_chapter.hpp"
#include "nearness/engine/typical_path.hpp"
#include "nearness/io/diary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace nearness::cli {

namespace {

// Digits only: "-1" and "1e3" are not seeds or numbers of persons.
template <class Number>
std::optional<Number> whole_number(const std::string& text, const char* option, std::uint64_t low, std::uint64_t high,
                                   Problems& problems) {
    if (text.empty()) return std::nullopt;
    const bool digits = text.size() <= 20 && text.find_first_not_of("0123456789") == std::string::npos;
    std::uint64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!digits || result.ec != std::errc() || value < low || value > high) {
        problems.add("E0001", {},
                     fmt::format("{} is `{}`, which is not a whole number from {} to {}", option, text, low, high));
        return std::nullopt;
    }
    return static_cast<Number>(value);
}

// "24", or the range "1001..2000": persons are numbered from 1.
void read_persons(const std::string& text, io::Overrides& overrides, Problems& problems) {
    const std::size_t dots = text.find("..");
    if (dots == std::string::npos) {
        overrides.persons = whole_number<int>(text, "--persons", 1, io::most_persons, problems);
        return;
    }
    Problems of_ends;
    const auto first = whole_number<int>(text.substr(0, dots), "", 1, io::most_persons, of_ends);
    const auto last = whole_number<int>(text.substr(dots + 2), "", 1, io::most_persons, of_ends);
    if (!first || !last || *first > *last) {
        problems.add(
            "E0001", {},
            fmt::format("--persons is `{}`, which is not a range of persons from 1 to {}", text, io::most_persons),
            first && last ? fmt::format("did you mean {}..{}?", *last, *first) : "for example 1001..2000");
        return;
    }
    overrides.first_person = *first - 1;
    overrides.persons = *last - *first + 1;
}

}  // namespace

Loaded load(const Options& options) {
    Problems problems;
    io::Overrides overrides;
    overrides.seed = whole_number<std::uint64_t>(options.seed, "--seed", 0, ~std::uint64_t{0}, problems);
    read_persons(options.persons, overrides, problems);
    problems.throw_if_any();
    overrides.set = options.set;
    overrides.deterministic = options.deterministic;
    io::ScenarioFile file = io::read_scenario(options.file, overrides);
    Loaded loaded{std::move(file.plan), std::move(file.arm_descriptions), std::nullopt};
    if (file.diary) {
        const auto folder = std::filesystem::path(options.file).parent_path();
        const std::string data = (folder / file.diary->data).string();
        const std::string mapping = (folder / file.diary->mapping).string();
        for (const std::string& path : {data, mapping}) {
            if (std::filesystem::exists(path)) continue;
            problems.add("E0301", file.diary->place,
                         fmt::format("chapter `{}` names `{}`, which is not there", file.diary->chapter, path),
                         "paths start at the scenario's folder");
        }
        problems.throw_if_any();
        add_diary(loaded, *file.diary, io::read_diary(data, mapping, model_cues()), overrides);
    }
    return loaded;
}

Size size_of(const engine::RunPlan& plan) {
    Size size;
    size.lives = static_cast<double>(plan.persons) * static_cast<double>(plan.arms.size());
    double encounters_a_person = 0, work_a_person = 0;
    double chapters = 0;
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        const auto& all = plan.arms[a].scenario.chapters;
        const auto& memory = plan.arms[a].scenario.parameters.person.memory;
        const double cost = memory.assignment == memory::Assignment::particles ? memory.particles : 1;
        chapters += static_cast<double>(all.size());
        const int departs = a == 0 ? 0 : engine::departure(plan, a);
        for (std::size_t c = static_cast<std::size_t>(departs); c < all.size(); ++c) {
            encounters_a_person += all[c].encounters();
            work_a_person += cost * all[c].encounters();
        }
    }
    const double lives = plan.persons + (plan.deterministic ? engine::lives_beside_typical_path : 0);
    size.encounters = encounters_a_person * lives;
    size.work = work_a_person * lives;
    if (plan.record.moments) size.recorded_moments = encounters_a_person * plan.recorded();
    const int beats = plan.arms.front().scenario.parameters.person.encounter.beats();
    const double recorded_beats = double(beats) * double(plan.record.beats.size() * plan.arms.size()) * plan.recorded();
    // A row of moments.csv is about 480 bytes, one of run.nc about 170 after compression, a beat 60; summaries 45
    // doubles each.
    size.megabytes = (size.recorded_moments * 650 + recorded_beats * 60 + chapters * plan.persons * 360 + 300e3) / 1e6;
    return size;
}

namespace {

std::string thousands(double value) {
    std::string digits = fmt::format("{:.0f}", value);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string counted(std::size_t n, const char* word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

}  // namespace

std::string describe(const engine::RunPlan& plan) {
    const Size size = size_of(plan);
    const std::string which =
        plan.deterministic       ? fmt::format(" beside {} drawn lives", engine::lives_beside_typical_path)
        : plan.first_person == 0 ? std::string()
                                 : fmt::format(" (number {} to {} of a larger ensemble)",
                                               thousands(plan.first_person + 1), thousands(plan.end()));
    const std::string work = size.work > size.encounters
                                 ? fmt::format(", with particles the work of up to {} without", thousands(size.work))
                                 : std::string();
    return fmt::format("{}, {}, {} person{}{}, {} encounters to live{}; about {:.0f} MB of results",
                       counted(plan.arms.front().scenario.chapters.size(), "chapter"), counted(plan.arms.size(), "arm"),
                       thousands(plan.persons), plan.persons == 1 ? "" : "s", which, thousands(size.encounters), work,
                       std::max(1.0, size.megabytes));
}

}  // namespace nearness::cli
