// Numbers as text, the same in every locale. What was not measured is a dash, never "nan".
#pragma once

#include <fmt/format.h>

#include <string>

namespace nearness::account {

inline constexpr const char* nothing = "–";

inline bool finite(double value) { return value - value == 0; }

// A typographic minus; no negative zero.
inline std::string number(double value, int digits = 2) {
    if (!finite(value)) return nothing;
    std::string text = fmt::format("{:.{}f}", value < 0 ? -value : value + 0.0, digits);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !zero ? "−" + text : text;
}

}  // namespace nearness::account
