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

// Letters inserted, left out, replaced, or swapped with their neighbour: the slips of a hand.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    before = row;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        std::swap(before, row);
        std::swap(row, next);
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
    std::size_t first = at > before ? at - before : 0;
    while (first > 0 && continues_character(line[first])) --first;
    std::size_t last = std::min(line.size(), first + widest);
    while (last < line.size() && continues_character(line[last])) ++last;
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
    const Place& place = problem.place;
    std::string out;
    if (!place.file.empty()) {
        out += place.file;
        if (place.line > 0) out += ":" + std::to_string(place.line);
        if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
        out += "  ";
    }
    out += problem.code + "  " + problem.message + '\n';
    std::string remedy = problem.remedy;
    if (!remedy.empty()) remedy += "   ";
    remedy += "nearness explain " + problem.code;
    if (place.line > 0 && !place.text.empty()) {
        const Window window = window_of(place);
        const std::string number = std::to_string(place.line);
        out += "   " + number + " | " + window.text + '\n';
        out += std::string(3 + number.size() + 3, ' ');
        if (place.column > 0) {
            // Tabs are copied so that the caret stays below its character whatever the terminal's tab width.
            const std::string_view before = std::string_view(window.text).substr(0, window.caret);
            if (before.find('\t') == std::string_view::npos) {
                out += std::string(characters(before), ' ');
            } else {
                for (const char c : before) out += c == '\t' ? '\t' : ' ';
            }
            out += std::string(static_cast<std::size_t>(std::max(1, place.width)), '^') + "   ";
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
    for (std::size_t i = 0; i < candidates.size(); ++i) text += (i == 0 ? " " : ", ") + candidates[i];
    return text;
}

}  // namespace nearness
