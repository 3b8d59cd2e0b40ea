#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>

namespace nearness::io {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// [+-] digits [point digits] [e [+-] digits], with a digit before or after the point.
bool has_form_of_a_number(std::string_view text, char point) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t start = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at - start;
    };
    const auto sign = [&] {
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    };
    sign();
    std::size_t mantissa = digits();
    if (at < text.size() && text[at] == point) {
        ++at;
        mantissa += digits();
    }
    if (mantissa == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        sign();
        if (digits() == 0) return false;
    }
    return at == text.size();
}

std::optional<double> special_value(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    std::string word(text);
    for (char& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (word == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (word != "inf" && word != "infinity") return std::nullopt;
    return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

// `text` has the form of a number with a decimal point. The program never calls setlocale, so strtod reads a point.
double by_strtod(const char* text) { return std::strtod(text, nullptr); }

// Calls `read` with a NUL-terminated copy that has a decimal point.
template <class Read>
std::optional<double> with_point(std::string_view text, Decimal decimal, Read read) {
    text = trimmed(text);
    const char point = decimal == Decimal::comma ? ',' : '.';
    if (!has_form_of_a_number(text, point)) return special_value(text);
    const auto copy_to = [&](char* target) {
        for (std::size_t i = 0; i < text.size(); ++i) target[i] = text[i] == ',' ? '.' : text[i];
        target[text.size()] = '\0';
    };
    std::array<char, 64> buffer;
    if (text.size() < buffer.size()) {
        copy_to(buffer.data());
        return read(buffer.data(), text.size());
    }
    std::string long_text(text.size() + 1, '\0');
    copy_to(long_text.data());
    return read(long_text.data(), text.size());
}

}  // namespace

std::optional<double> parse_number(std::string_view text, Decimal decimal) {
#ifdef __cpp_lib_to_chars
    return with_point(text, decimal, [](const char* start, std::size_t length) {
        const char* const end = start + length;
        double value = 0;
        const char* const first = *start == '+' ? start + 1 : start;
        // Out of range means an overflow or an underflow; strtod gives the infinity or the zero that was meant.
        return std::from_chars(first, end, value).ec == std::errc() ? value : by_strtod(start);
    });
#else
    return parse_number_portably(text, decimal);
#endif
}

std::optional<double> parse_number_portably(std::string_view text, Decimal decimal) {
    return with_point(text, decimal, [](const char* start, std::size_t) { return by_strtod(start); });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (;;) {
        if (text.starts_with(' ') || text.starts_with('\t')) {
            text.remove_prefix(1);
        } else if (text.ends_with(' ') || text.ends_with('\t')) {
            text.remove_suffix(1);
        } else if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
        } else {
            return text;
        }
    }
}

std::string with_thousands(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string shortest(double value) { return fmt::format("{}", value); }

}  // namespace nearness::io
