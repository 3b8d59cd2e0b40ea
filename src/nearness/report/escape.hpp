// User text on its way into HTML: titles, descriptions and ids may hold anything, also bytes that are not UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace nearness::report {

// Length in bytes of the well-formed UTF-8 character at `at`, 0 when there is none (overlong forms and surrogates are
// not well-formed).
inline std::size_t character_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length == 0 || first >= 0xf5 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80U) return 0;
    }
    const unsigned second = byte(at + 1);
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) ||
        (first == 0xf4 && second > 0x8f)) {
        return 0;
    }
    return length;
}

// Text for an element or a quoted attribute. What is not text (control characters, broken UTF-8) becomes U+FFFD;
// carriage returns are dropped.
inline std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        const auto first = static_cast<unsigned char>(text[i]);
        if (length == 0 || (first < 0x20 && first != '\n' && first != '\t' && first != '\r') || first == 0x7f) {
            out += "\xef\xbf\xbd";
        } else if (first == '&') {
            out += "&amp;";
        } else if (first == '<') {
            out += "&lt;";
        } else if (first == '>') {
            out += "&gt;";
        } else if (first == '"') {
            out += "&quot;";
        } else if (first == '\'') {
            out += "&#39;";
        } else if (first != '\r') {
            out += text.substr(i, length);
        }
        i += length == 0 ? 1 : length;
    }
    return out;
}

// A string of a style sheet, with its quotes; safe inside a style element. What is not text becomes U+FFFD.
inline std::string style_text(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        const auto first = static_cast<unsigned char>(text[i]);
        const bool plain = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
                           (first >= 'a' && first <= 'z') || first == ' ' || length > 1;
        if (length == 0 || first == 0 || first == 0x7f) {
            out += "\\fffd ";
        } else if (plain) {
            out += text.substr(i, length);
        } else {
            constexpr std::string_view digits = "0123456789abcdef";
            out += {'\\', digits[first / 16], digits[first % 16], ' '};
        }
        i += length == 0 ? 1 : length;
    }
    return out + "\"";
}

// Escaped text with what stands between backticks set as code; an unmatched backtick stays.
inline std::string with_code(std::string_view escaped) {
    std::string out;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        const std::size_t end = escaped[i] == '`' ? escaped.find('`', i + 1) : std::string_view::npos;
        if (end == std::string_view::npos || end == i + 1) {
            out += escaped[i];
            continue;
        }
        out += "<code>";
        out += escaped.substr(i + 1, end - i - 1);
        out += "</code>";
        i = end;
    }
    return out;
}

}  // namespace nearness::report
