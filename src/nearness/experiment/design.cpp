#include "nearness/experiment/design.hpp"

#include "nearness/base/problem.hpp"

#include <algorithm>
#include <cstdint>

namespace nearness::experiment {

namespace {

bool is_called_outcome(const std::string& name) {
    if (name.size() < 2 || (name[0] != 'U' && name[0] != 'u') || (name[1] != 'S' && name[1] != 's')) return false;
    return std::all_of(name.begin() + 2, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string in_capitals(std::string name) {
    for (char& c : name) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return name;
}

bool among(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<std::string> Design::stimuli() const {
    std::vector<std::string> all = cues;
    all.insert(all.end(), outcomes.begin(), outcomes.end());
    return all;
}

int Design::index_of(std::string_view stimulus) const {
    const std::vector<std::string> all = stimuli();
    const auto found = std::find(all.begin(), all.end(), stimulus);
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

learners::Setting Design::setting() const {
    learners::Setting setting;
    setting.cues = static_cast<int>(cues.size());
    setting.outcomes = static_cast<int>(outcomes.size());
    return setting;
}

Designed design_of(std::vector<Group> groups, const std::vector<std::string>& outcomes) {
    Designed made;
    Design& design = made.design;
    std::vector<std::string> all;
    const auto see = [&](const Element& one) {
        if (!among(all, one.stimulus)) all.push_back(one.stimulus);
        const auto same = [&](const Element& other) { return other.name() == one.name(); };
        if (!one.form.empty() && std::none_of(design.forms.begin(), design.forms.end(), same)) {
            design.forms.push_back({one.stimulus, one.form});
        }
    };
    for (const Group& group : groups) each_element(group, see);
    for (const std::string& named : outcomes) {
        if (!among(all, named)) {
            made.lacks.push_back({"no trial has the outcome `" + named + "`", suggestion(named, all)});
        }
    }
    for (const std::string& name : all) {
        const bool outcome = outcomes.empty() ? is_called_outcome(name) : among(outcomes, name);
        (outcome ? design.outcomes : design.cues).push_back(name);
    }
    for (const std::string& name : design.outcomes) {
        for (const std::string& other : design.outcomes) {
            if (name < other && in_capitals(name) == in_capitals(other)) {
                made.lacks.push_back(
                    {"`" + name + "` and `" + other + "` are two outcomes", "write one of them everywhere"});
            }
        }
    }
    const auto look = [&](const Element& one) {
        if (among(design.outcomes, one.stimulus)) {
            made.lacks.push_back(
                {"the outcome `" + one.stimulus + "` is a context", "a context is a cue: [X]10A>(US)"});
        }
    };
    for (const Group& group : groups) {
        for (const Phase& phase : group.phases) {
            for (const Kind& kind : phase.kinds) std::for_each(kind.contexts.begin(), kind.contexts.end(), look);
        }
    }
    if (all.empty()) {
        made.lacks.push_back({"there are no trials", "for example 20A>(US) | 20A"});
    } else {
        if (design.outcomes.empty() && outcomes.empty()) {
            made.lacks.push_back(
                {"no stimulus is an outcome", "call it (US), or name which of these it is: " + suggestion("US", all)});
        }
        if (design.cues.empty()) {
            made.lacks.push_back({"every stimulus is an outcome, and nothing predicts it", "for example 20A>(US)"});
        }
    }
    if (static_cast<int>(all.size()) > learners::most_stimuli) {
        made.lacks.push_back({"there are " + std::to_string(all.size()) + " stimuli in all",
                              "at most " + std::to_string(learners::most_stimuli) + ", contexts among them"});
    }
    for (const Group& group : groups) {
        std::int64_t trials = 0;
        for (const Phase& phase : group.phases) {
            for (const Kind& kind : phase.kinds) trials += kind.count;
        }
        if (trials > most_trials_of_a_group) {
            made.lacks.push_back({"group `" + group.name + "` has " + std::to_string(trials) + " trials",
                                  "at most " + std::to_string(most_trials_of_a_group)});
        }
    }
    design.groups = std::move(groups);
    return made;
}

}  // namespace nearness::experiment
