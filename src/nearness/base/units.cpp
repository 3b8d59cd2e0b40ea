#include "nearness/base/units.hpp"

#include <array>

namespace nearness {

namespace {

struct UnitName {
    std::string_view name;
    Unit unit;
};

constexpr std::array<UnitName, 24> unit_names = {{
    {"s", Unit::second},     {"second", Unit::second}, {"seconds", Unit::second}, {"sec", Unit::second},
    {"min", Unit::minute},   {"minute", Unit::minute}, {"minutes", Unit::minute}, {"h", Unit::hour},
    {"hour", Unit::hour},    {"hours", Unit::hour},    {"d", Unit::day},          {"day", Unit::day},
    {"days", Unit::day},     {"week", Unit::week},     {"weeks", Unit::week},     {"month", Unit::month},
    {"months", Unit::month}, {"year", Unit::year},     {"years", Unit::year},     {"y", Unit::year},
    {"wk", Unit::week},      {"w", Unit::week},        {"yr", Unit::year},        {"yrs", Unit::year},
}};

}  // namespace

double in_days(double number, Unit unit) {
    switch (unit) {
        case Unit::second: return number / 86400.0;
        case Unit::minute: return number / 1440.0;
        case Unit::hour: return number / 24.0;
        case Unit::day: return number;
        case Unit::week: return number * 7.0;
        case Unit::month: return number * 365.0 / 12.0;
        case Unit::year: return number * 365.0;
    }
    return number;
}

double in_seconds(double number, Unit unit) {
    switch (unit) {
        case Unit::second: return number;
        case Unit::minute: return number * 60.0;
        case Unit::hour: return number * 3600.0;
        case Unit::day: return number * 86400.0;
        case Unit::week: return number * (7.0 * 86400.0);
        case Unit::month: return number * (365.0 * 7200.0);
        case Unit::year: return number * (365.0 * 86400.0);
    }
    return number;
}

std::optional<Unit> unit_called(std::string_view word) {
    for (const UnitName& known : unit_names) {
        if (known.name == word) return known.unit;
    }
    return std::nullopt;
}

const std::vector<std::string>& plural_units() {
    static const std::vector<std::string> words = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"};
    return words;
}

}  // namespace nearness
