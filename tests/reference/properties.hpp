// RapidCheck with a fixed seed: a property that holds today holds tomorrow, or the program has changed.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>
#include <utility>

namespace properties {

template <class Property>
testing::AssertionResult hold(Property&& property, int cases = 300) {
    rc::detail::TestParams params;
    params.seed = 20240607;
    params.maxSuccess = cases;
    const rc::detail::TestResult result =
        rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
    if (result.template is<rc::detail::SuccessResult>()) return testing::AssertionSuccess();
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    return testing::AssertionFailure() << message.str();
}

// A number from low to high, both now and then exactly.
inline double number(double low, double high) {
    constexpr int steps = 1 << 20;
    return low + (high - low) * static_cast<double>(*rc::gen::inRange(0, steps + 1)) / steps;
}

// The same on a logarithmic scale.
inline double scale(double low, double high) { return low * std::pow(high / low, number(0.0, 1.0)); }

}  // namespace properties
