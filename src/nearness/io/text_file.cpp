#include "nearness/io/text_file.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

namespace nearness::io {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* code, Place place, std::string message, std::string remedy) {
    Problems problems;
    problems.add(code, std::move(place), std::move(message), std::move(remedy));
    problems.throw_if_any();
    throw Bug("unreachable: a problem was just added");
}

std::string similar_name_beside(const std::string& path) {
    std::error_code error;
    const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return nearest(fs::path(path).filename().string(), names);
}

// Bytes of the UTF-8 character at `at`, or 0 when there is none: a NUL, a stray or missing continuation byte, an
// overlong form, a surrogate, or a value above U+10FFFF.
std::size_t character_length(const std::string& bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U;
    };
    const std::uint32_t lead = byte(at);
    if (lead == 0) return 0;
    if (lead < 0x80U) return 1;
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U) return 0;
    std::uint32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800U) || (length == 4 && value < 0x10000U);
    const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
    return overlong || surrogate || value > 0x10FFFFU ? 0 : length;
}

// The first byte that is not part of UTF-8 text, or the size.
std::size_t first_bad_byte(const std::string& bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        // Eight bytes of plain ASCII at a time: no high bit, no zero byte.
        std::uint64_t word = 0;
        if (at + sizeof word <= bytes.size()) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            constexpr std::uint64_t high = 0x8080808080808080ULL;
            constexpr std::uint64_t ones = 0x0101010101010101ULL;
            if ((word & high) == 0 && ((word - ones) & ~word & high) == 0) {
                at += sizeof word;
                continue;
            }
        }
        const std::size_t length = character_length(bytes, at);
        if (length == 0) return at;
        at += length;
    }
    return at;
}

int lines_before(std::string_view text, std::size_t start, std::size_t offset) {
    int count = 0;
    for (std::size_t i = start; i < offset; ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'))) ++count;
    }
    return count;
}

std::size_t end_of_line(std::string_view text, std::size_t offset) {
    return std::min(text.find_first_of("\r\n", offset), text.size());
}

}  // namespace

std::string_view TextFile::line(int number) const {
    const std::string_view text = content;
    std::size_t start = 0;
    for (int at = 1; at < number; ++at) {
        start = end_of_line(text, start);
        if (start == text.size()) return {};
        start += text.substr(start).starts_with("\r\n") ? 2 : 1;
    }
    return text.substr(start, end_of_line(text, start) - start);
}

Place TextFile::place(std::size_t offset, std::size_t width, std::size_t known_start, int known_line) const {
    const std::string_view text = content;
    const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = end_of_line(text, start);
    const std::string_view marked = text.substr(offset, std::min(width, std::max(end, offset) - offset));
    const auto characters = std::count_if(marked.begin(), marked.end(),
                                          [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U; });
    return {path, known_line + lines_before(text, known_start, offset), static_cast<int>(offset - start) + 1,
            static_cast<int>(characters), std::string(text.substr(start, end - start))};
}

TextFile checked_text(std::string name, std::string bytes) {
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // the byte order mark
    bytes.erase(0, mark);
    TextFile text{std::move(name), std::move(bytes)};
    const Place whole{text.path, 0, 0, 0, {}};
    if (text.content.empty()) fail("E0302", whole, "the file is empty", "");
    const std::size_t bad = first_bad_byte(text.content);
    if (bad == text.content.size()) return text;
    if (text.content.starts_with("\xFF\xFE") || text.content.starts_with("\xFE\xFF")) {
        fail("E0303", whole, "the file is UTF-16, not UTF-8", "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    }
    Place place = text.place(bad, 0);
    place.column = 0;
    place.text.clear();  // a line that is not text would only garble the terminal
    const auto byte = static_cast<unsigned>(static_cast<std::uint8_t>(text.content[bad]));
    if (byte == 0) {
        fail("E0303", std::move(place),
             fmt::format("the file is not text: byte {} is zero", with_thousands(mark + bad + 1)),
             "export it as CSV with UTF-8 encoding");
    }
    fail("E0303", std::move(place),
         fmt::format("the file is not UTF-8 text: byte {} (0x{:02X}) is not part of a character",
                     with_thousands(mark + bad + 1), byte),
         "save it with UTF-8 encoding (in a spreadsheet: \"CSV UTF-8\")");
}

namespace {

std::ifstream opened(const std::string& path) {
    const Place whole{path, 0, 0, 0, {}};
    std::error_code error;
    if (fs::is_directory(path, error)) fail("E0301", whole, "this is a folder, not a file", "");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (stream) return stream;
    const int reason = errno;
    if (reason != ENOENT) fail("E0301", whole, fmt::format("the file cannot be read: {}", std::strerror(reason)), "");
    const std::string similar = similar_name_beside(path);
    fail("E0301", whole, "there is no such file", similar.empty() ? "" : "did you mean `" + similar + "`?");
}

}  // namespace

void check_file_is_there(const std::string& path) { opened(path); }

TextFile read_text_file(const std::string& path) {
    const Place whole{path, 0, 0, 0, {}};
    std::error_code error;
    std::ifstream stream = opened(path);
    std::string bytes;
    const std::uintmax_t size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    if (!error) bytes.reserve(static_cast<std::size_t>(size) + 1);
    constexpr std::size_t block = 1U << 20U;
    while (stream) {  // in blocks, since a pipe has no size
        const std::size_t had = bytes.size();
        bytes.resize(had + std::min(block, std::max<std::size_t>(bytes.capacity() - had, 4096)));
        stream.read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
        bytes.resize(had + static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) fail("E0301", whole, "the file cannot be read to its end", "");
    return checked_text(path, std::move(bytes));
}

}  // namespace nearness::io
