// Values that somebody gave to parameters of a learner, by the place of the parameter in its description.
#pragma once

#include "nearness/memory/learners/learner.hpp"

#include <vector>

namespace nearness::learners {

// One value for a parameter; of one stimulus, or with −1 of all.
struct ParameterValue {
    std::size_t field = 0;
    int stimulus = -1;
    double value = 0;
};

// Calls visit(value) for each number of a parameter: one, or one a stimulus.
template <class Value, class Visit>
void each_number(Value& value, Visit&& visit) {
    if constexpr (requires { value.of; }) {
        for (auto& one : value.of) visit(one);
    } else {
        visit(value);
    }
}

// The defaults with these values, later ones winning.
template <Learner L>
typename L::Parameters parameters_with(const std::vector<ParameterValue>& values) {
    typename L::Parameters parameters;
    for (const ParameterValue& given : values) {
        std::size_t at = 0;
        L::Parameters::describe(parameters, [&]<class Value>(const Field&, Value& value) {
            if (at++ != given.field) return;
            if constexpr (requires { value.of; }) {
                if (given.stimulus < 0) {
                    value = Value(given.value);
                } else {
                    value[given.stimulus] = given.value;
                }
            } else {
                value = static_cast<Value>(given.value);
            }
        });
    }
    return parameters;
}

}  // namespace nearness::learners
