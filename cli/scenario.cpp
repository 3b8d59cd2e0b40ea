#include "cli/scenario.hpp"

#include "nearness/io/diary.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/observe/bind.hpp"

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

// Moments beyond the chapter's end would be lived after the next chapter has begun.
void refuse_short_chapter(const engine::RunPlan& plan, const io::DiarySource& source, double longest,
                          Problems& problems) {
    for (const engine::Arm& arm : plan.arms) {
        for (const life::Chapter& chapter : arm.scenario.chapters) {
            if (!chapter.diary || chapter.until - chapter.from >= longest - 1e-6) continue;
            problems.add("E0110", source.place,
                         fmt::format("the diary lasts {:.1f} days, its chapter `{}` only {:.1f} (arm `{}`)", longest,
                                     chapter.id, chapter.until - chapter.from, arm.id),
                         "leave `lasts` out: the last chapter then ends with the diary");
            return;
        }
    }
}

}  // namespace

Loaded load(const Options& options) {
    Problems problems;
    io::Overrides overrides;
    overrides.seed = whole_number<std::uint64_t>(options.seed, "--seed", 0, ~std::uint64_t{0}, problems);
    overrides.persons = whole_number<int>(options.persons, "--persons", 1, io::most_persons, problems);
    problems.throw_if_any();
    overrides.set = options.set;
    overrides.deterministic = options.deterministic;
    io::ScenarioFile file = io::read_scenario(options.file, overrides);
    Loaded loaded{std::move(file.plan), std::move(file.arm_descriptions), std::nullopt};
    if (file.diary) {
        const auto folder = std::filesystem::path(options.file).parent_path();
        const std::vector<std::string> cues(memory::EncounterCues::names.begin(), memory::EncounterCues::names.end());
        const std::string data = (folder / file.diary->data).string();
        const std::string mapping = (folder / file.diary->mapping).string();
        for (const std::string& path : {data, mapping}) {
            if (std::filesystem::exists(path)) continue;
            problems.add("E0301", file.diary->place,
                         fmt::format("chapter `{}` names `{}`, which is not there", file.diary->chapter, path),
                         "paths start at the scenario's folder");
        }
        problems.throw_if_any();
        loaded.diary = io::read_diary(data, mapping, cues);
        loaded.plan.mapping_text = loaded.diary->mapping_text;
        loaded.plan.diary_hash = loaded.diary->content_hash;
        loaded.plan.diary = observe::bind(*loaded.diary);
        const int recorded = static_cast<int>(loaded.plan.diary.size());
        // The first persons of the diary when fewer are asked for; never more than there are.
        loaded.plan.persons = overrides.persons ? std::min(*overrides.persons, recorded) : recorded;
        const double longest = observe::longest(*loaded.diary);
        if (file.diary->open_ended) {
            io::end_diary_chapter(loaded.plan, longest);
        } else {
            refuse_short_chapter(loaded.plan, *file.diary, longest, problems);
            problems.throw_if_any();
        }
    }
    return loaded;
}

Size size_of(const engine::RunPlan& plan) {
    Size size;
    size.lives = static_cast<double>(plan.persons) * static_cast<double>(plan.arms.size());
    double encounters_a_person = 0;
    double chapters = 0;
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        const auto& all = plan.arms[a].scenario.chapters;
        chapters += static_cast<double>(all.size());
        const int departs = a == 0 ? 0 : engine::departure(plan, a);
        for (std::size_t c = static_cast<std::size_t>(departs); c < all.size(); ++c) {
            encounters_a_person += all[c].encounters();
        }
    }
    size.encounters = encounters_a_person * plan.persons;
    size.recorded_moments = encounters_a_person * plan.recorded();
    // A row of moments.csv is about 480 bytes, one of run.nc about 170 after compression; summaries 45 doubles each.
    size.megabytes = (size.recorded_moments * 650 + chapters * plan.persons * 360 + 300e3) / 1e6;
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
    return fmt::format("{}, {}, {} person{}, {} encounters to live; about {:.0f} MB of results",
                       counted(plan.arms.front().scenario.chapters.size(), "chapter"), counted(plan.arms.size(), "arm"),
                       thousands(plan.persons), plan.persons == 1 ? "" : "s", thousands(size.encounters),
                       std::max(1.0, size.megabytes));
}

}  // namespace nearness::cli
