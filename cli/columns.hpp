// Text in columns.
#pragma once

#include <algorithm>
#include <string>

namespace nearness::cli {

// Padded to `width` characters, not bytes: "–" and "±" are one character wide and more than one byte long.
inline std::string padded(std::string text, std::size_t width) {
    const auto length = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (length < width) text.append(width - length, ' ');
    return text;
}

}  // namespace nearness::cli
