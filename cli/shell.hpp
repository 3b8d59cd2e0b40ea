// Words for pasting into a shell, and for the completion scripts of shells.
#pragma once

#include <string>

namespace nearness::cli {

// In single quotes, as bash and zsh read them.
inline std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

// As it is where no shell takes offence, else in quotes; never like an option.
inline std::string as_argument(const std::string& text) {
    if (text.starts_with('-')) return as_argument("./" + text);
    const bool plain = !text.empty() && text.find_first_not_of(
                                            "abcdefghijklmnopqrstuvwxyz"
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./") == std::string::npos;
    return plain ? text : quoted(text);
}

}  // namespace nearness::cli
