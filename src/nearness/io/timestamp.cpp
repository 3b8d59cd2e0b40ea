#include "nearness/io/timestamp.hpp"

#include "nearness/io/number.hpp"

#include <array>
#include <chrono>
#include <utility>

namespace nearness::io {

namespace {

// Takes digits off the front of `text`; empty when there are none or more than `most`.
std::optional<unsigned> take_number(std::string_view& text, std::size_t most) {
    unsigned value = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits <= most && text[digits] >= '0' && text[digits] <= '9') {
        value = value * 10 + static_cast<unsigned>(text[digits++] - '0');
    }
    if (digits == 0 || digits > most) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// Days since 1970-01-01 of the date at the front of `text`.
std::optional<double> take_date(std::string_view& text, DateOrder order) {
    std::array<unsigned, 3> part{};
    char separator = '\0';
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (i > 0) {
            if (text.empty() || (i == 1 && text.front() != '-' && text.front() != '.' && text.front() != '/'))
                return {};
            if (i == 1) separator = text.front();
            if (!take(text, separator)) return {};
        }
        const bool is_year = order == DateOrder::year_month_day ? i == 0 : i == 2;
        const std::size_t had = text.size();
        const std::optional<unsigned> number = take_number(text, is_year ? 4 : 2);
        if (!number || (is_year && had - text.size() != 4)) return {};
        part[i] = *number;
    }
    if (order != DateOrder::year_month_day) std::swap(part[0], part[2]);  // year first
    if (order == DateOrder::month_day_year) std::swap(part[1], part[2]);  // then the month
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(part[0])), std::chrono::month(part[1]),
                                           std::chrono::day(part[2])};
    if (!date.ok()) return {};
    return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

// Seconds since midnight; `text` is the whole time of day.
std::optional<double> time_of_day(std::string_view text) {
    const auto hour = take_number(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return {};
    const auto minute = take_number(text, 2);
    if (!minute || *minute > 59) return {};
    double seconds = 0;
    if (take(text, ':')) {
        if (text.empty() || text.front() < '0' || text.front() > '9') return {};
        const std::optional<double> read = parse_number(text);
        if (!read || *read >= 60) return {};
        seconds = *read;
    } else if (!text.empty()) {
        return {};
    }
    return 3600.0 * *hour + 60.0 * *minute + seconds;
}

}  // namespace

std::optional<double> parse_timestamp(std::string_view text, DateOrder order) {
    text = trimmed(text);
    const std::optional<double> days = take_date(text, order);
    if (!days) return {};
    constexpr double seconds_per_day = 86400;
    if (text.empty()) return *days * seconds_per_day;
    if (!take(text, 'T') && !take(text, ' ')) return {};
    const std::optional<double> seconds = time_of_day(trimmed(text));
    if (!seconds) return {};
    return *days * seconds_per_day + *seconds;
}

}  // namespace nearness::io
