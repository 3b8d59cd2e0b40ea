// The learners as users meet them: names, parameters, and the values that `--set` gives these.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/io/toml_fields.hpp"
#include "nearness/memory/learners/learner.hpp"

#include <string>
#include <string_view>
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

// Throws InputError E0611, with a suggestion.
const LearnerText& learner_text(const std::string& name);

// One value for a parameter; of one stimulus, or with −1 of all.
struct LearnerSetting {
    std::size_t field = 0;
    int stimulus = -1;
    double value = 0;
};

// `key=value` each; a parameter that every stimulus has of its own may be set for one: `salience.A=0.2`. Later ones win.
// What is wrong is reported (E0002).
std::vector<LearnerSetting> read_learner_settings(const LearnerText& learner, const std::vector<std::string>& set,
                                                  const Words& stimuli, Report& report);

// The parameters of a learner with these settings.
template <learners::Learner L>
typename L::Parameters learner_parameters(const std::vector<LearnerSetting>& settings) {
    typename L::Parameters parameters;
    for (const LearnerSetting& setting : settings) {
        std::size_t at = 0;
        L::Parameters::describe(parameters, [&]<class Value>(const Field&, Value& value) {
            if (at++ != setting.field) return;
            if constexpr (requires { value.of; }) {
                if (setting.stimulus < 0) {
                    value = Value(setting.value);
                } else {
                    value[setting.stimulus] = setting.value;
                }
            } else {
                value = static_cast<Value>(setting.value);
            }
        });
    }
    return parameters;
}

}  // namespace nearness::io
