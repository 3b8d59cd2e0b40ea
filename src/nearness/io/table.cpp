#include "nearness/io/table.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace nearness::io {

namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// The first byte after the line end at `at`.
std::size_t after_line_end(std::string_view text, std::size_t at) {
    return at + (text.substr(at).starts_with("\r\n") ? 2 : at < text.size() ? 1 : 0);
}

// Excel writes its delimiter as a first line `sep=;`.
std::optional<Delimiter> excel_hint(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 6 || !is_line_end(text[5])) return std::nullopt;
    for (const Delimiter delimiter : {Delimiter::comma, Delimiter::tab, Delimiter::semicolon}) {
        if (text[4] == static_cast<char>(delimiter)) return delimiter;
    }
    return std::nullopt;
}

}  // namespace

Delimiter detected_delimiter(std::string_view text) {
    constexpr std::size_t sampled_rows = 50;
    constexpr std::array candidates = {Delimiter::comma, Delimiter::tab, Delimiter::semicolon};
    std::array<std::vector<int>, candidates.size()> counts;  // delimiters in each sampled row, by candidate
    std::array<int, candidates.size()> row{};
    bool quoted = false;
    bool empty = true;
    const auto finish_row = [&] {
        for (std::size_t i = 0; !empty && i < row.size(); ++i) counts[i].push_back(row[i]);
        row.fill(0);
        empty = true;
    };
    for (std::size_t at = 0; at < text.size() && counts[0].size() < sampled_rows; ++at) {
        const char c = text[at];
        if (c == '"') quoted = !quoted;
        if (!quoted && is_line_end(c)) {
            finish_row();
            continue;
        }
        empty = false;
        for (std::size_t i = 0; !quoted && i < row.size(); ++i) row[i] += c == static_cast<char>(candidates[i]) ? 1 : 0;
    }
    finish_row();

    Delimiter best = Delimiter::comma;
    std::pair<double, int> best_score{0, 0};  // share of rows split like the header, cells in the header
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (counts[i].empty() || counts[i].front() == 0) continue;
        const auto even = std::count(counts[i].begin(), counts[i].end(), counts[i].front());
        // With a header alone every candidate splits "evenly": the count decides.
        const std::pair score{static_cast<double>(even) / static_cast<double>(counts[i].size()), counts[i].front()};
        if (score > best_score) {
            best = candidates[i];
            best_score = score;
        }
    }
    return best;
}

// Walks through the text row by row; `ends` are the ends of the raw cells of the row just read.
struct Table::Scan {
    enum class Fault { none, text_after_quote, quote_not_closed };

    std::string_view text;
    char delimiter;
    std::size_t at = 0;
    std::uint32_t line = 1;  // of `at`
    std::size_t start = 0;   // of the row
    std::uint32_t start_line = 1;
    std::vector<std::size_t> ends{};
    std::vector<std::size_t> escaped{};  // indices of the row's cells with doubled quotes
    Fault fault = Fault::none;
    std::size_t fault_at = 0;

    void set_fault(Fault what, std::size_t where) {
        if (fault == Fault::none) {
            fault = what;
            fault_at = where;
        }
    }

    void count_line_end() {
        at = after_line_end(text, at);
        ++line;
    }

    void skip_to_cell_end() {
        while (at < text.size() && text[at] != delimiter && !is_line_end(text[at])) ++at;
    }

    void quoted_cell() {
        const std::size_t open = at++;
        bool escapes = false;
        for (;;) {
            if (at == text.size()) return set_fault(Fault::quote_not_closed, open);
            if (is_line_end(text[at])) {
                count_line_end();
            } else if (text[at] != '"') {
                ++at;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                escapes = true;
                at += 2;
            } else {
                break;
            }
        }
        const std::size_t after = ++at;
        if (escapes) escaped.push_back(ends.size());
        skip_to_cell_end();
        if (at != after) set_fault(Fault::text_after_quote, after);
    }

    // False at the end of the text.
    bool next_row() {
        while (at < text.size() && is_line_end(text[at])) count_line_end();
        if (at == text.size()) return false;
        start = at;
        start_line = line;
        ends.clear();
        escaped.clear();
        fault = Fault::none;
        for (;;) {
            if (at < text.size() && text[at] == '"') {
                quoted_cell();
            } else {
                skip_to_cell_end();
            }
            ends.push_back(at);
            if (at == text.size()) return true;
            if (is_line_end(text[at])) {
                count_line_end();
                return true;
            }
            ++at;
        }
    }

    std::string content(std::size_t cell) const {
        const std::size_t from = cell == 0 ? start : ends[cell - 1] + 1;
        std::string_view raw = text.substr(from, ends[cell] - from);
        if (!raw.starts_with('"') || raw.size() < 2) return std::string(raw);
        raw = raw.substr(1, raw.size() - 2);
        std::string plain;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            plain += raw[i];
            if (raw[i] == '"') ++i;
        }
        return plain;
    }
};

Table::Table(TextFile text, std::optional<Delimiter> delimiter, RowProblems& problems) : text_(std::move(text)) {
    const std::optional<Delimiter> hint = excel_hint(text_.content);
    const std::string_view body = std::string_view(text_.content).substr(hint ? after_line_end(text_.content, 5) : 0);
    delimiter_ = delimiter ? *delimiter : hint ? *hint : detected_delimiter(body);
    split(problems);
}

void Table::split(RowProblems& problems) {
    const std::string_view text = text_.content;
    Scan scan{.text = text, .delimiter = static_cast<char>(delimiter_)};
    if (excel_hint(text)) scan.next_row();
    const auto report = [&](std::string_view code, std::size_t at, std::size_t width, const std::string& message,
                            const std::string& remedy) {
        const auto place = [&] { return text_.place(at, width, scan.start, static_cast<int>(scan.start_line)); };
        problems.add(code, place, message, remedy);
    };
    while (scan.next_row()) {
        if (scan.fault == Scan::Fault::quote_not_closed) {
            report("E0219", scan.fault_at, 1, "this quote is not closed before the end of the file",
                   "close it with `\"`");
            return;
        }
        if (scan.fault == Scan::Fault::text_after_quote) {
            report("E0219", scan.fault_at, 1, "text follows the closing quote of a cell",
                   "write a quote inside quotes twice: `\"\"`");
            if (header_.empty()) return;
        } else if (header_.empty()) {
            for (std::size_t i = 0; i < scan.ends.size(); ++i) header_.emplace_back(trimmed(scan.content(i)));
            const auto line_ends =
                std::max(std::count(text.begin(), text.end(), '\n'), std::count(text.begin(), text.end(), '\r'));
            const auto most_rows = static_cast<std::size_t>(line_ends) + 1;
            row_start_.reserve(most_rows);  // address space only, until it is used
            row_line_.reserve(most_rows);
            // A cell takes a byte at least: rows are not as many as line ends where they are long.
            cell_end_.reserve(std::min(most_rows * header_.size(), text.size() + 1));
        } else if (scan.ends.size() != header_.size()) {
            report("E0218", scan.start, scan.ends.back() - scan.start,
                   fmt::format("this row has {} cells, the header {}", scan.ends.size(), header_.size()),
                   "one cell a column; text with a delimiter in it needs quotes");
        } else {
            keep_row(scan);
        }
    }
}

void Table::keep_row(const Scan& scan) {
    ensure(scan.ends.back() - scan.start <= std::numeric_limits<std::uint32_t>::max(), "a row is longer than 4 GB");
    for (const std::size_t cell : scan.escaped) unescaped_.emplace(rows() * columns() + cell, scan.content(cell));
    row_start_.push_back(scan.start);
    row_line_.push_back(scan.start_line);
    for (const std::size_t end : scan.ends) cell_end_.push_back(static_cast<std::uint32_t>(end - scan.start));
}

std::vector<std::size_t> Table::columns_named(std::string_view name) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        if (header_[i] == name) found.push_back(i);
    }
    return found;
}

std::size_t Table::cell_start(std::size_t row, std::size_t column) const {
    return column == 0 ? row_start_[row] : cell_end(row, column - 1) + 1;
}

std::size_t Table::cell_end(std::size_t row, std::size_t column) const {
    return row_start_[row] + cell_end_[row * columns() + column];
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
    const std::size_t start = cell_start(row, column);
    const std::string_view raw = std::string_view(text_.content).substr(start, cell_end(row, column) - start);
    if (!raw.starts_with('"')) return raw;
    if (const auto found = unescaped_.find(row * columns() + column); found != unescaped_.end()) return found->second;
    return raw.substr(1, raw.size() - 2);
}

Place Table::place(std::size_t row, std::size_t column) const {
    const std::size_t start = cell_start(row, column);
    const std::size_t width = std::max<std::size_t>(1, cell_end(row, column) - start);
    return text_.place(start, width, row_start_[row], line(row));
}

}  // namespace nearness::io
