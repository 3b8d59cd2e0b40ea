// A design: groups that go through phases, over the same stimuli.
//
// OUTCOMES  are the stimuli that are named as such; where none is named, those called US, or US and a number, in any
//           capitals. All others are cues, contexts too. Stimuli stand in the order in which they first come up, cues
//           before outcomes; what learners predict is the first outcome.
// CHECKED tests/experiment/design_test.cpp.
#pragma once

#include "nearness/experiment/notation.hpp"
#include "nearness/memory/learners/trial.hpp"

namespace nearness::experiment {

inline constexpr int most_trials_of_a_group = 1'000'000;

struct Group {
    std::string name;
    std::vector<Phase> phases;
};

struct Design {
    std::vector<Group> groups;
    std::vector<std::string> cues, outcomes;
    std::vector<Element> forms;  // each A_x that comes up, once

    std::vector<std::string> stimuli() const;
    // −1 for one that does not come up.
    int index_of(std::string_view stimulus) const;
    learners::Setting setting() const;
};

// What a design lacks as a whole, though its notation can be read.
struct Lack {
    std::string message;
    std::string remedy;
};

struct Designed {
    Design design;
    std::vector<Lack> lacks;
};

// Calls visit(element) for everything that is presented, in the order of the text.
template <class Visit>
void each_element(const Group& group, Visit&& visit) {
    for (const Phase& phase : group.phases) {
        for (const Kind& kind : phase.kinds) {
            for (const Element& one : kind.contexts) visit(one);
            for (const std::vector<Element>& period : kind.periods) {
                for (const Element& one : period) visit(one);
            }
        }
    }
}

Designed design_of(std::vector<Group> groups, const std::vector<std::string>& outcomes = {});

}  // namespace nearness::experiment
