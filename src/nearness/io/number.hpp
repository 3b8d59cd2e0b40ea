// Numbers in text files, read the same way whatever the locale and the platform.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nearness::io {

enum class Decimal { point, comma };

// Reads the whole of `text` (blanks around it allowed) as one decimal number: "12", "-3.5", "+.5", "1e-3", and with
// Decimal::comma "3,5". No thousands separators, hexadecimal or percent signs.
// "nan", "inf" and "infinity" in any case, and numbers too large for a double, come back as NaN or an infinity, so that
// the caller can tell them from text; empty when the text is not a number.
std::optional<double> parse_number(std::string_view text, Decimal decimal = Decimal::point);

// The same from strtod alone, for standard libraries without std::from_chars for double (Emscripten 3.1.6). Public
// for its test: both ways must give the same bits.
std::optional<double> parse_number_portably(std::string_view text, Decimal decimal = Decimal::point);

// Without blanks, tabs and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

// 1234567 as "1,234,567", for messages.
std::string with_thousands(std::size_t count);

// For messages: the shortest text that reads back as `value`: "0.1", "100".
std::string shortest(double value);

}  // namespace nearness::io
