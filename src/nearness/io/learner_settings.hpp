// The learners as users meet them: names, parameters, and the values that `--set` gives these.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/io/toml_fields.hpp"
#include "nearness/memory/learners/settings.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nearness::io {

struct LearnerField {
    Field field;
    bool per_stimulus = false;
    // What it may be called: the whole key; what follows the dot; its symbol spelt out (`alpha`, `sigma2`), if no other is
    // called so.
    Words names;
};

struct LearnerText {
    std::string name;   // as users write it
    std::string title;  // as pages write it
    learners::Accepts accepts;
    std::vector<LearnerField> fields;         // in the order of their description
    std::vector<learners::Output> outputs;    // of every row; one of each family
    std::vector<learners::Output> internals;  // of a state
};

const std::vector<LearnerText>& learner_texts();
Words learner_names();

// Throws InputError E0611, with a suggestion.
const LearnerText& learner_text(const std::string& name);

// The parameter that a key names, and with `.A` behind it the stimulus whose own it is.
struct MeantParameter {
    std::size_t field = 0;
    int stimulus = -1;
};
std::variant<MeantParameter, Misread> parameter_called(const LearnerText& learner, std::string_view key,
                                                       const Words& stimuli);

using LearnerSetting = learners::ParameterValue;

// `key=value` each; a parameter that every stimulus has of its own may be set for one: `salience.A=0.2`. Later ones win.
// What is wrong is reported (E0002).
std::vector<LearnerSetting> read_learner_settings(const LearnerText& learner, const std::vector<std::string>& set,
                                                  const Words& stimuli, Report& report);

}  // namespace nearness::io
