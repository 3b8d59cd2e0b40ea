// A field of a CSV file: quoted only where RFC 4180 asks for it.
#pragma once

#include <string>

namespace nearness::io {

inline std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace nearness::io
