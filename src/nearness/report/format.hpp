// Numbers of the report as text, in the form of the account.
#pragma once

#include "nearness/account/format.hpp"
#include "nearness/base/ages.hpp"
#include "nearness/engine/statistics.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace nearness::report {

using account::finite;
using account::nothing;
using account::number;

inline std::string signed_number(double value, int digits = 2) {
    const std::string text = number(value, digits);
    return finite(value) && value > 0 && text.find_first_not_of("0.") != std::string::npos ? "+" + text : text;
}

inline std::string percent(double share) { return finite(share) ? number(100 * share, 0) + " %" : nothing; }

inline std::string mean(const engine::Spread& spread, int digits = 2) {
    return spread.n > 0 ? number(spread.mean, digits) : nothing;
}

// The 95 % interval of the mean; one person has none.
inline std::string interval(const engine::Spread& spread, int digits = 2) {
    return spread.n > 1 ? number(spread.low, digits) + " to " + number(spread.high, digits) : nothing;
}

// Mean and half of the 95 % interval, which is symmetric.
inline std::string mean_and_interval(const engine::Spread& spread, int digits = 2) {
    return mean(spread, digits) + (spread.n > 1 ? " ± " + number(spread.high - spread.mean, digits) : "");
}

inline std::string signed_interval(const engine::Spread& spread, int digits = 2) {
    return spread.n > 1 ? signed_number(spread.low, digits) + " to " + signed_number(spread.high, digits) : nothing;
}

// "18 months", "16 years", "21.2 years"
inline std::string age(double days) {
    const double years = days / days_per_year;
    if (years < 2) return number(12 * years, 0) + " months";
    const std::string tenths = number(years, 1);
    return (tenths.ends_with(".0") ? tenths.substr(0, tenths.size() - 2) : tenths) + " years";
}

// "1 life", "24 lives"
inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

// "a, b and c"
inline std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    return out;
}

}  // namespace nearness::report
