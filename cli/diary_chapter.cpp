#include "cli/diary_chapter.hpp"

#include "nearness/observe/bind.hpp"

#include <fmt/format.h>

namespace nearness::cli {

namespace {

// All persons of the diary, or those that were asked for.
void choose_persons(engine::RunPlan& plan, const io::Overrides& overrides, Problems& problems) {
    const int recorded = static_cast<int>(plan.diary.size());
    const int first = overrides.first_person, persons = overrides.persons.value_or(recorded - first);
    if (first >= recorded || persons > recorded - first) {
        problems.add("E0001", {},
                     first == 0 ? fmt::format("--persons asks for {} persons, but the diary has {}", persons, recorded)
                                : fmt::format("--persons asks for persons {} to {}, but the diary has {}", first + 1,
                                              first + persons, recorded),
                     fmt::format("accepted: 1 to {}, or a range within 1..{}", recorded, recorded));
        problems.throw_if_any();
    }
    plan.first_person = first;
    plan.persons = persons;
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

// A learner in the place of the templates knows the cues of an encounter.
void refuse_study_cues(const engine::RunPlan& plan, const io::DiarySource& source, Problems& problems) {
    if (plan.study_cues.empty()) return;
    for (const engine::Arm& arm : plan.arms) {
        const memory::RivalParameters& rival = arm.scenario.parameters.person.rival;
        if (!rival.stands_in()) continue;
        problems.add("E0119", source.place,
                     fmt::format("the diary has a cue of its own, `{}`, and the memory of arm `{}` is {}",
                                 plan.study_cues.front().name, arm.id, rival.name()),
                     "a learner in the place of the templates knows the model's cues only");
        break;
    }
    problems.throw_if_any();
}

}  // namespace

std::vector<std::string> model_cues() {
    return {memory::EncounterCues::names.begin(), memory::EncounterCues::names.end()};
}

void add_diary(Loaded& loaded, const io::DiarySource& source, observe::Diary diary, const io::Overrides& overrides) {
    Problems problems;
    engine::RunPlan& plan = loaded.plan;
    plan.mapping_text = diary.mapping_text;
    plan.diary_hash = diary.content_hash;
    plan.diary = observe::bind(diary);
    plan.study_cues = observe::study_cues(diary);
    refuse_study_cues(plan, source, problems);
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

}  // namespace nearness::cli
