#include "nearness/io/quantity.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

namespace nearness::io {

namespace {

struct UnitName {
    std::string_view name;
    Unit unit;
};

const std::vector<std::string> single_units = {"second", "minute", "hour", "day", "week", "month", "year"};

struct NumberAndRest {
    std::optional<double> number;
    std::string_view number_text;
    std::string_view rest;
};

// "1.75 per week" into 1.75 and "per week"; no number when the text does not begin with one.
NumberAndRest split(std::string_view text) {
    text = trimmed(text);
    std::size_t end = 0;
    const auto within_number = [&](std::size_t i) {
        const char c = text[i];
        if ((c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-') return true;
        // The e of 1e-3, but not the e of "5 encounters" written together.
        return (c == 'e' || c == 'E') && i > 0 && i + 1 < text.size() &&
               ((text[i + 1] >= '0' && text[i + 1] <= '9') || text[i + 1] == '-' || text[i + 1] == '+');
    };
    while (end < text.size() && within_number(end)) ++end;
    if (end == 0) return {std::nullopt, {}, text};
    return {parse_number(text.substr(0, end)), text.substr(0, end), trimmed(text.substr(end))};
}

// "1,5 years" with a point for its comma.
std::optional<std::string> with_point(const NumberAndRest& parts) {
    const bool comma = parts.rest.size() > 1 && parts.rest[0] == ',' && parts.rest[1] >= '0' && parts.rest[1] <= '9';
    if (!comma) return std::nullopt;
    return fmt::format("{}.{}", parts.number_text, parts.rest.substr(1));
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

Misread unknown_unit(std::string_view word, const std::vector<std::string>& units) {
    return {fmt::format("`{}` is not a unit of time", word), suggestion(word, units)};
}

}  // namespace

std::variant<Duration, Misread> parse_duration(std::string_view text, std::string_view usual) {
    const NumberAndRest parts = split(text);
    const std::string example = fmt::format("a number and a unit, for example \"14 {}\"", usual);
    if (!parts.number) return Misread{fmt::format("`{}` is not a length of time", text), "write " + example};
    if (parts.rest.empty()) {
        return Misread{fmt::format("`{}` has no unit", text),
                       fmt::format("did you mean \"{} {}\"?", parts.number_text, usual)};
    }
    const std::optional<Unit> unit = unit_called(parts.rest);
    if (const auto point = with_point(parts)) {
        return Misread{fmt::format("`{}` has a comma", text), fmt::format("did you mean \"{}\"?", *point)};
    }
    if (!unit && parts.rest.find_first_of("0123456789") != std::string_view::npos) {
        return Misread{fmt::format("`{}` has more than one number", text),
                       fmt::format("write one number and one unit, for example \"1.5 {}\"", usual)};
    }
    if (!unit) {
        return unknown_unit(parts.rest, plural_units());
    }
    const Duration duration{*parts.number, *unit};
    // In seconds or days, as either may be asked for.
    if (!std::isfinite(duration.days()) || !std::isfinite(duration.seconds())) {
        return Misread{fmt::format("`{}` is not finite", text), "write " + example};
    }
    return duration;
}

std::variant<Rate, Misread> parse_rate(std::string_view text, std::string_view usual) {
    const std::string_view whole = trimmed(text);
    if (whole == "none") return Rate{};
    const std::string wanted = fmt::format("write for example \"3 {}\", \"every 4 days\" or \"none\"", usual);
    if (starts_with_word(whole, "every")) {
        std::string_view rest = trimmed(whole.substr(5));
        if (const std::optional<Unit> unit = unit_called(rest)) return Rate{1, 1, *unit};  // "every day"
        const auto gap = parse_duration(rest, "days");
        if (const auto* misread = std::get_if<Misread>(&gap)) return *misread;
        const Duration duration = std::get<Duration>(gap);
        if (!(duration.number > 0)) return Misread{fmt::format("`{}` should be above 0", text), wanted};
        return Rate{1, duration.number, duration.unit};
    }
    const NumberAndRest parts = split(whole);
    if (!parts.number) return Misread{fmt::format("`{}` is not a rate", text), wanted};
    if (parts.rest.empty()) {
        return Misread{fmt::format("`{}` has no unit", text),
                       fmt::format("did you mean \"{} {}\"?", parts.number_text, usual)};
    }
    if (const auto point = with_point(parts)) {
        return Misread{fmt::format("`{}` has a comma", text), fmt::format("did you mean \"{}\"?", *point)};
    }
    if (const std::optional<Unit> unit = unit_called(parts.rest)) {
        return Misread{fmt::format("`{}` is a length of time, not a rate", text),
                       fmt::format("did you mean \"every {}\" or \"{} per {}\"?", whole, parts.number_text,
                                   single_units[static_cast<std::size_t>(*unit)])};
    }
    if (!starts_with_word(parts.rest, "per") && !parts.rest.starts_with('/')) {
        return Misread{fmt::format("`{}` is not a rate", text), wanted};
    }
    const std::string_view per = trimmed(parts.rest.substr(parts.rest.starts_with('/') ? 1 : 3));
    const std::optional<Unit> unit = unit_called(per);
    if (!unit) return unknown_unit(per, single_units);
    if (!std::isfinite(*parts.number) || *parts.number < 0) {
        return Misread{fmt::format("`{}` should be 0 or above", text), wanted};
    }
    const Rate rate{*parts.number, 1, *unit};
    if (!rate.none() && !std::isfinite(rate.gap_in_days())) {
        return Misread{fmt::format("`{}` is next to never", text), "for never, say \"none\""};
    }
    if (!std::isfinite(rate.per_day())) return Misread{fmt::format("`{}` is not finite", text), wanted};
    return rate;
}

std::optional<double> parse_encounters(std::string_view text) {
    const NumberAndRest parts = split(text);
    if (parts.rest != "encounters" && parts.rest != "encounter") return std::nullopt;
    return parts.number;
}

std::string in_words(double days) {
    constexpr std::array<UnitName, 4> long_units = {
        {{"year", Unit::year}, {"month", Unit::month}, {"week", Unit::week}, {"day", Unit::day}}};
    constexpr std::array<UnitName, 3> short_units = {
        {{"hour", Unit::hour}, {"minute", Unit::minute}, {"second", Unit::second}}};
    const auto text = [&](const UnitName& unit) {
        const double count = days / in_days(1, unit.unit);
        const std::string number =
            count < 999.5 ? fmt::format("{:.3g}", count) : with_thousands(static_cast<std::size_t>(std::round(count)));
        return fmt::format("{} {}{}", number, unit.name, number == "1" ? "" : "s");
    };
    const auto in_largest = [&](const auto& units) {
        for (const UnitName& unit : units) {
            if (days >= 2 * in_days(1, unit.unit)) return text(unit);
        }
        return text(units.back());
    };
    if (days > in_days(1e6, Unit::year)) return "more than a million years";
    if (days > 0 && days < in_days(1, Unit::second)) return "less than a second";
    if (days > 0 && days < 0.1) return in_largest(short_units);
    for (const UnitName& unit : long_units) {
        const double number = days / in_days(1, unit.unit);
        const bool round = std::abs(number - std::round(number)) < 1e-9 * number;
        if (round && number >= 1 && number < 1000) return text(unit);
    }
    return in_largest(long_units);
}

}  // namespace nearness::io
