// Scenarios as they stand in run.nc.
#include "cli/diary_chapter.hpp"
#include "nearness/io/diary.hpp"
#include "nearness/version.hpp"

#include <fmt/format.h>

namespace nearness::cli {

namespace {

Place whole(const std::string& path) { return {path, 0, 0, 0, {}}; }

}  // namespace

void check_version(const io::RunReader& run) {
    if (run.header().version == version) return;
    Problems problems;
    problems.add("E0313", whole(run.path().string()),
                 fmt::format("made by nearness {}, and this is {}", run.header().version, version));
    problems.throw_if_any();
}

Loaded load_stored(const io::RunReader& run, int first_person, int persons, const std::string& data) {
    const io::RunHeader& header = run.header();
    const std::string path = run.path().string();
    io::Overrides overrides;
    overrides.seed = header.seed;
    if (!header.deterministic) overrides.persons = persons;  // a typical path is one life
    overrides.first_person = first_person;
    overrides.name = header.title;
    overrides.set = header.settings;
    overrides.deterministic = header.deterministic;
    io::ScenarioFile file = io::parse_scenario(header.scenario_text, path, overrides);
    Loaded loaded{std::move(file.plan), std::move(file.arm_descriptions), std::nullopt};
    Problems problems;
    if (file.diary.has_value() == data.empty()) {
        problems.add("E0001", whole(path),
                     data.empty() ? "a diary drove this run, and run.nc does not hold it" : "no diary drove this run",
                     data.empty() ? "name it with --data FILE" : "leave --data out");
        problems.throw_if_any();
    }
    if (!file.diary) return loaded;
    io::TextFile diary_text = io::read_text_file(data);
    if (const std::string hash = engine::text_hash(diary_text.content); hash != header.diary_hash) {
        problems.add("E0315", whole(data),
                     fmt::format("this is not the diary that drove {}: its fingerprint is {}, not {}", path, hash,
                                 header.diary_hash));
        problems.throw_if_any();
    }
    observe::Diary diary =
        io::read_diary(std::move(diary_text), io::checked_text(path, header.mapping_text), model_cues(), problems);
    if (first_person + persons > static_cast<int>(diary.persons.size())) {
        problems.add("E0312", whole(path),
                     fmt::format("it says that it holds person {}, and its diary has {}", first_person + persons,
                                 diary.persons.size()));
    }
    problems.throw_if_any();
    add_diary(loaded, *file.diary, std::move(diary), overrides);
    return loaded;
}

}  // namespace nearness::cli
