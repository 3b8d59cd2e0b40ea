#include "nearness/base/problem.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace nearness {

namespace {

bool continues_character(char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U; }

// Characters, not bytes: a caret under an `é` must not be one column off.
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

// Whole characters in the middle of which nothing is cut.
std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && continues_character(text[at])) --at;
    return at;
}

// The bytes of the UTF-8 character at `at`, 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xC2U ? 0 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    if (length == 0 || lead > 0xF4U || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues_character(text[at + i])) return 0;
    }
    // Overlong forms, surrogates and what lies above U+10FFFF.
    const auto second = length > 1 ? static_cast<std::uint8_t>(text[at + 1]) : 0x80U;
    const bool none = (lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second > 0x9FU) ||
                      (lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second > 0x8FU);
    return none ? 0 : length;
}

// What a terminal may be given: control characters could move its cursor or worse, and a line end would break the
// message. Each becomes one character, so that carets stay where they are.
std::string printable(std::string_view text) {
    constexpr std::string_view something = "\xEF\xBF\xBD";  // U+FFFD
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<std::uint8_t>(text[at]);
        const std::size_t length = character_length(text, at);
        const bool control = (byte < 0x20U && byte != '\t') || byte == 0x7FU ||
                             (length == 2 && byte == 0xC2U && static_cast<std::uint8_t>(text[at + 1]) < 0xA0U);
        out += length == 0 || control ? something : text.substr(at, length);
        at += std::max<std::size_t>(1, length);
    }
    return out;
}

// A value of a megabyte is shown by its two ends.
std::string shortened(const std::string& text, std::size_t longest) {
    if (text.size() <= longest) return text;
    return text.substr(0, character_start(text, longest * 2 / 3)) + "..." +
           text.substr(character_start(text, text.size() - longest / 3));
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

// Letters put in, left out, mistaken, or swapped with their neighbour; capitals do not count.
std::size_t edit_distance(std::string_view first, std::string_view second) {
    const std::string a = lower(first), b = lower(second);
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t mistaken = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({row[j - 1] + 1, last[j] + 1, mistaken});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row.back();
}

// A line as it is shown: whole, or for a long one the part around the place, with dots for what is left out.
struct Window {
    std::string text;
    std::size_t caret = 0;  // bytes before the place
};

Window window_of(const Place& place) {
    constexpr std::size_t widest = 150, before = 70;
    const std::string& line = place.text;
    const std::size_t at = std::min(line.size(), static_cast<std::size_t>(std::max(0, place.column - 1)));
    if (line.size() <= widest) return {line, at};
    const std::size_t first = character_start(line, at > before ? at - before : 0);
    const std::size_t last = character_start(line, std::min(line.size(), first + widest));
    const std::string left = first > 0 ? "..." : "";
    return {left + line.substr(first, last - first) + (last < line.size() ? "..." : ""), left.size() + at - first};
}

std::string joined(const std::vector<Problem>& problems) {
    std::string all;
    for (const Problem& problem : problems) {
        if (!all.empty()) all += '\n';
        all += render(problem);
    }
    return all;
}

}  // namespace

std::string render(const Problem& problem) {
    constexpr std::size_t longest_name = 300, longest_message = 400, longest_remedy = 3000;
    const Place& place = problem.place;
    std::string out;
    if (!place.file.empty()) {
        out += shortened(printable(place.file), longest_name);
        if (place.line > 0) out += ":" + std::to_string(place.line);
        if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
        out += "  ";
    }
    out += problem.code + "  " + shortened(printable(problem.message), longest_message) + '\n';
    std::string remedy = shortened(printable(problem.remedy), longest_remedy);
    if (!remedy.empty()) remedy += "   ";
    remedy += "nearness explain " + problem.code;
    if (place.line > 0 && !place.text.empty()) {
        const Window window = window_of(place);
        const std::string number = std::to_string(place.line);
        out += "   " + number + " | " + printable(window.text) + '\n';
        out += std::string(3 + number.size() + 3, ' ');
        if (place.column > 0) {
            // Tabs are copied so that the caret stays below its character whatever the terminal's tab width.
            const std::string_view before = std::string_view(window.text).substr(0, window.caret);
            if (before.find('\t') == std::string_view::npos) {
                out += std::string(characters(before), ' ');
            } else {
                for (const char c : before) out += c == '\t' ? '\t' : ' ';
            }
            const std::size_t shown = characters(std::string_view(window.text).substr(window.caret));
            const auto width = static_cast<std::size_t>(std::max(1, place.width));
            out += std::string(std::max<std::size_t>(1, std::min(width, shown)), '^') + "   ";
        }
        out += remedy + '\n';
    } else {
        out += "   " + remedy + '\n';
    }
    return out;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

Exit InputError::exit() const {
    const CatalogueEntry* entry = problems_.empty() ? nullptr : find_in_catalogue(problems_.front().code);
    return entry == nullptr ? Exit::our_bug : entry->exit;
}

void Problems::add(std::string_view code, Place place, std::string message, std::string remedy) {
    ensure(find_in_catalogue(code) != nullptr, "a problem needs a code from the catalogue");
    list_.push_back({std::string(code), std::move(place), std::move(message), std::move(remedy)});
}

void Problems::throw_if_any() {
    if (list_.empty()) return;
    // By line within each file; files stay in the order in which they first came up.
    std::vector<std::string> files;
    for (const Problem& problem : list_) {
        if (std::find(files.begin(), files.end(), problem.place.file) == files.end())
            files.push_back(problem.place.file);
    }
    const auto rank = [&](const Problem& problem) {
        return std::pair(std::find(files.begin(), files.end(), problem.place.file) - files.begin(), problem.place.line);
    };
    std::stable_sort(list_.begin(), list_.end(), [&](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
    throw InputError(std::exchange(list_, {}));
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t apart = std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
        if (apart >= best_distance) continue;  // a word of a megabyte is compared with nothing
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    std::string text;
    if (const std::string near = nearest(word, candidates); !near.empty()) text += "did you mean `" + near + "`?   ";
    text += "accepted:";
    constexpr std::size_t most = 40, longest = 60;
    for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) {
        text += (i == 0 ? " " : ", ") + shortened(candidates[i], longest);
    }
    if (candidates.size() > most) text += " and " + std::to_string(candidates.size() - most) + " more";
    return text;
}

}  // namespace nearness
