// Runs whose results are written and read back, and a fresh folder to do that in.
#pragma once

#include "engine/plans.hpp"
#include "infer/lived.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nearness::io {

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "nearness é XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Six persons in three arms, the moments of five of them; sessions with and without an encounter.
inline const engine::Collection& small_collection() {
    static const engine::Collection collection = [] {
        engine::Collection made;
        made.plan = engine::small_plan(6);
        made.plan.title = "Größe \"small\"";
        made.plan.scenario_text = "title = \"Größe\"\n";
        made.plan.arms[1].scenario.chapters[3].plans.push_back(lives::plan(therapy::GradedCloseness{}, 2, 14.0));
        made.persons = engine::results(made.plan);
        return made;
    }();
    return collection;
}

// The same, whose second arm waits for some trust and then for a disturbance that nobody reaches.
inline const engine::Collection& goals_collection() {
    static const engine::Collection collection = [] {
        engine::Collection made;
        made.plan = small_collection().plan;
        auto& plans = made.plan.arms[1].scenario.chapters[3].plans;
        plans[0].goal = life::Goal{life::Measure::trust, true, 0.2};
        plans[1].goal = life::Goal{life::Measure::sud, false, 0.0};
        for (engine::PersonResult& person : engine::results(made.plan)) made.add(std::move(person));
        return made;
    }();
    return collection;
}

// Three persons of a diary with a cue, an outcome and gaps in both, in two arms.
inline const engine::Collection& diary_collection() {
    static const engine::Collection collection = [] {
        observe::Diary diary = infer::lived::restless(3, 12);
        diary.persons[1].values[0][4] = infer::unknown;
        diary.persons[2].values[1][7] = infer::unknown;
        return infer::lived::live(infer::lived::plan(diary));
    }();
    return collection;
}

// The same persons with two cues of the study's own: a signal, not always answered, and a context.
inline const engine::Collection& study_cues_collection() {
    static const engine::Collection collection = [] {
        engine::RunPlan plan = infer::lived::plan(infer::lived::restless(3, 12));
        plan.study_cues = {{"tone", true}, {"room", false}};
        for (engine::RecordedPerson& person : plan.diary) {
            for (std::size_t i = 0; i < person.moments.size(); ++i) {
                auto& study = person.moments[i].cues.study;
                if (i % 3 != 0) study.add(0, i % 2 == 0 ? 0.9 : 0.1, true);
                study.add(1, i < 6 ? 0.25 : 0.75, false);
            }
        }
        return infer::lived::live(plan);
    }();
    return collection;
}

// Nothing simulated: every number says where it belongs. More persons and rows than any buffer holds.
inline engine::Collection counted_collection(int persons, int moments) {
    engine::Collection made;
    made.plan = engine::small_plan(persons);
    made.plan.recorded_persons = persons;
    made.plan.arms.resize(1);
    made.plan.arms[0].scenario.chapters.resize(1);
    for (int p = 0; p < persons; ++p) {
        engine::PersonResult person;
        person.person = p;
        person.arms.resize(1);
        person.arms[0].chapters.resize(1);
        person.arms[0].chapters[0].edge = p;
        person.arms[0].curves.resize(1);
        person.arms[0].curves[0].fill(p);
        for (int m = 0; m < moments; ++m) {
            engine::MomentRow row;
            row.number = m;
            row.age = p + m / 1000.0;
            person.arms[0].moments.push_back(row);
        }
        made.persons.push_back(person);
    }
    return made;
}

}  // namespace nearness::io
