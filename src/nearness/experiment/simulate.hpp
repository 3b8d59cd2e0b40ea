// Learners × groups × simulated subjects: who predicted what on which trial.
//
// SUBJECTS  Subject s of every group has the same parameters and the same draws, so that groups are compared within subjects.
//           A parameter with a spread is drawn for each subject: normal around its value on the scale of its prior, log or
//           logit between its bounds, with this standard deviation; one draw for all stimuli. A value at a bound stays there.
// ORDER     Results come by learner, group, subject, the same bytes for any number of threads.
// CHECKED tests/experiment/simulate_test.cpp.
#pragma once

#include "nearness/engine/ensemble.hpp"
#include "nearness/experiment/trials.hpp"
#include "nearness/memory/learners/settings.hpp"

#include <functional>
#include <memory>

namespace nearness::experiment {

// A parameter of a form of a stimulus, where that form is presented.
struct FormValue {
    Element form;
    std::size_t field = 0;
    double value = 0;
};

struct ParameterSpread {
    std::size_t field = 0;
    double standard_deviation = 0;
};

struct LearnerChoice {
    std::string name;  // one that learners::find knows
    std::vector<learners::ParameterValue> values;
    std::vector<FormValue> form_values;
    std::vector<ParameterSpread> spreads;
};

struct Plan {
    std::string title, description;
    Design design;
    std::vector<LearnerChoice> learners;
    Timing timing;
    int subjects = 1;
    std::uint64_t seed = 1;
    bool state = false;  // the numbers of the state before and after each trial, too
};

// A number of every trial. `trial`: what was predicted, or what the trial came to.
enum class When { trial, before, after };
struct Shown {
    learners::Output output;
    When when = When::trial;
};

struct Drawn {
    std::size_t field = 0;
    double value = 0;  // of the first stimulus, for a parameter that each has
};

// What one subject did.
struct Course {
    int learner = 0, group = 0, subject = 0;  // from 0
    std::shared_ptr<const std::vector<Step>> steps;
    std::vector<double> numbers;  // one row a trial, in the order of `outputs_of`
    std::vector<Drawn> drawn;     // parameters that have a spread

    double number(std::size_t trial, std::size_t output) const {
        return numbers[trial * (numbers.size() / steps->size()) + output];
    }
};

// The numbers of every trial, in their order: `prediction` and `response` first.
std::vector<Shown> outputs_of(const Plan& plan, int learner);

// Whether a parameter can have a spread: a number with a prior.
bool can_spread(const Field& field);

// Hands every subject's course to `receive` on the calling thread. False when cancelled. `options.progress` counts subjects
// of all learners and groups.
bool simulate(const Plan& plan, const engine::RunOptions& options, const std::function<void(Course&&)>& receive);

}  // namespace nearness::experiment
