// A whole text file in memory, checked to be text, with what messages need to point into it.
#pragma once

#include "nearness/base/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace nearness::io {

struct TextFile {
    std::string path;     // as the user wrote it; messages show this
    std::string content;  // UTF-8 without byte order mark; line ends as in the file (LF, CRLF or CR)

    // The line with this number (from 1), without its line end; empty when there is no such line. Scans from the top.
    std::string_view line(int number) const;

    // The place of `width` bytes at byte `offset` of `content`. `known_line` is the number of the line that begins at
    // byte `known_start`, before `offset`: counting starts there.
    Place place(std::size_t offset, std::size_t width, std::size_t known_start = 0, int known_line = 1) const;
};

// Reads the file at `path`. Throws InputError: E0301 (not there, a folder, not readable), E0302 (empty, or only a byte
// order mark), E0303 (not UTF-8 text, with the line and the byte).
TextFile read_text_file(const std::string& path);

// Throws InputError E0301 if there is no file that can be read at `path`, with the name of a similar one beside it.
void check_file_is_there(const std::string& path);

// The same checks for bytes that are already in memory; `name` stands for the path in messages.
TextFile checked_text(std::string name, std::string bytes);

}  // namespace nearness::io
