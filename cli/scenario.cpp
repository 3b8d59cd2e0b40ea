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
        problems.add("E0001", {},
                     fmt::format("--persons is `{}`, which is not a range of persons from 1 to {}", text,
                                 io::most_persons),
                     first && last ? fmt::format("did you mean {}..{}?", *last, *first) : "for example 1001..2000");
        return;
    }
    overrides.first_person = *first - 1;
    overrides.persons = *last - *first + 1;
}

// The persons of the diary that were asked for, never more than there are.
void choose_persons(engine::RunPlan& plan, const io::Overrides& overrides, Problems& problems) {
    const int recorded = static_cast<int>(plan.diary.size());
    if (overrides.first_person >= recorded) {
        problems.add("E0001", {},
                     fmt::format("--persons begins with person {}, but the diary has {}", overrides.first_person + 1,
                                 recorded));
        problems.throw_if_any();
    }
    const int others = recorded - overrides.first_person;
    plan.persons = std::min(overrides.persons.value_or(others), others);
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

void add_diary(Loaded& loaded, const io::DiarySource& source, observe::Diary diary, const io::Overrides& overrides) {
    Problems problems;
    engine::RunPlan& plan = loaded.plan;
    plan.mapping_text = diary.mapping_text;
    plan.diary_hash = diary.content_hash;
    plan.diary = observe::bind(diary);
    choose_persons(plan, overrides, problems);
    const double longest = observe::longest(diary);
    if (source.open_ended) {
        io::end_diary_chapter(plan, longest);
    } else {
        refuse_short_chapter(plan, source, longest, problems);
        problems.throw_if_any();
    }
    // A shard is compared with its own persons; fewer than all from the first on are compared as the first of all.
    if (plan.first_person > 0) {
        const auto begin = diary.persons.begin() + plan.first_person;
        diary.persons = std::vector<observe::Series>(begin, begin + plan.persons);
    }
    loaded.diary = std::move(diary);
}

}  // namespace

Loaded load(const Options& options) {
    Problems problems;
    io::Overrides overrides;
    overrides.seed = whole_number<std::uint64_t>(options.seed, "--seed", 0, ~std::uint64_t{0}, problems);
    read_persons(options.persons, overrides, problems);
    problems.throw_if_any();
    overrides.set = options.set;
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
        add_diary(loaded, *file.diary, io::read_diary(data, mapping, cues), overrides);
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
    if (plan.record.moments) size.recorded_moments = encounters_a_person * plan.recorded();
    const int beats = plan.arms.front().scenario.parameters.person.encounter.beats();
    const double recorded_beats = double(beats) * double(plan.record.beats.size() * plan.arms.size()) * plan.recorded();
    // A row of moments.csv is about 480 bytes, one of run.nc about 170 after compression, a beat 60; summaries 45
    // doubles each.
    size.megabytes =
        (size.recorded_moments * 650 + recorded_beats * 60 + chapters * plan.persons * 360 + 300e3) / 1e6;
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
    const std::string which = plan.first_person == 0 ? std::string()
                                                     : fmt::format(" (number {} to {} of a larger ensemble)",
                                                                   thousands(plan.first_person + 1),
                                                                   thousands(plan.end()));
    return fmt::format("{}, {}, {} person{}{}, {} encounters to live; about {:.0f} MB of results",
                       counted(plan.arms.front().scenario.chapters.size(), "chapter"), counted(plan.arms.size(), "arm"),
                       thousands(plan.persons), plan.persons == 1 ? "" : "s", which, thousands(size.encounters),
                       std::max(1.0, size.megabytes));
}

}  // namespace nearness::cli
