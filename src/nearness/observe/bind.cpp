#include "nearness/observe/bind.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/memory/cues.hpp"

#include <algorithm>

namespace nearness::observe {

namespace {

std::size_t cue_index(const Variable& variable) {
    const auto& names = memory::EncounterCues::names;
    const auto found = std::find(names.begin(), names.end(), variable.name);
    ensure(found != names.end(), "a cue of a diary has a name that the model does not know");
    return static_cast<std::size_t>(found - names.begin());
}

bool is_own(const Variable& variable) { return variable.role == Role::cue && variable.own != OwnCue::no; }

life::RecordedMoment moment_of(const Diary& diary, const Series& person, std::size_t at) {
    life::RecordedMoment moment;
    moment.time = person.time[at];
    moment.cues.known.fill(false);
    int own = -1;  // the own cue at hand, also where it was not answered
    for (std::size_t v = 0; v < diary.variables.size(); ++v) {
        const Variable& variable = diary.variables[v];
        const double value = person.values[v][at];
        if (is_own(variable)) ++own;
        if (is_missing(value)) continue;
        if (is_own(variable)) {
            ensure(own < memory::most_study_cues, "a diary has more cues of its own than the memory has room for");
            moment.cues.study.add(own, value, variable.own == OwnCue::signal);
        } else if (variable.role == Role::cue) {
            const std::size_t cue = cue_index(variable);
            moment.cues.known[cue] = true;
            moment.cues.value[cue] = value;
        } else if (variable.role == Role::outcome) {
            moment.outcome = value;
        }
    }
    return moment;
}

}  // namespace

std::vector<engine::RecordedPerson> bind(const Diary& diary) {
    std::vector<engine::RecordedPerson> persons;
    persons.reserve(diary.persons.size());
    for (const Series& series : diary.persons) {
        engine::RecordedPerson& person = persons.emplace_back();
        person.id = series.id;
        person.group = series.group;
        person.moments.reserve(series.moments());
        for (std::size_t at = 0; at < series.moments(); ++at) person.moments.push_back(moment_of(diary, series, at));
    }
    return persons;
}

std::vector<engine::StudyCue> study_cues(const Diary& diary) {
    std::vector<engine::StudyCue> cues;
    for (const Variable& variable : diary.variables) {
        if (is_own(variable)) cues.push_back({variable.name, variable.own == OwnCue::signal});
    }
    return cues;
}

double longest(const Diary& diary) {
    double days = 0;
    for (const Series& person : diary.persons) {
        if (!person.time.empty()) days = std::max(days, person.time.back());
    }
    return days;
}

}  // namespace nearness::observe
