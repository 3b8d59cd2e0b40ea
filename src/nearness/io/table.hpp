// Delimited text (CSV and its relatives) as a table of cells.
//
// The text stays in one buffer. A cell costs four bytes beside its text, a row twelve, so that ten million rows of a
// diary fit into the memory of a laptop. Cells are handed out as views into the buffer.
//
// Accepted: comma, tab or semicolon between cells; LF, CRLF or CR at line ends; cells in double quotes, which may hold
// delimiters, line ends and, written twice, quotes (RFC 4180); Excel's `sep=;` as first line. Empty lines are skipped.
// The first line that is not empty holds the column names, which are trimmed.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/row_problems.hpp"
#include "nearness/io/text_file.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nearness::io {

enum class Delimiter : char { comma = ',', tab = '\t', semicolon = ';' };

class Table {
public:
    // Splits `text`; without a `delimiter`, it is detected from the first lines. A row with too many or too few cells
    // (E0218) or with broken quotes (E0219) is left out and added to `problems`.
    Table(TextFile text, std::optional<Delimiter> delimiter, RowProblems& problems);

    const std::string& path() const { return text_.path; }
    Delimiter delimiter() const { return delimiter_; }
    const std::vector<std::string>& header() const { return header_; }
    std::size_t columns() const { return header_.size(); }
    std::size_t rows() const { return row_start_.size(); }

    // The indices of the columns with this name: none, one, or several.
    std::vector<std::size_t> columns_named(std::string_view name) const;

    // The content of a cell: without its quotes, doubled quotes halved, blanks kept. Lives as long as the table.
    std::string_view cell(std::size_t row, std::size_t column) const;

    // The number of the line on which a row begins.
    int line(std::size_t row) const { return static_cast<int>(row_line_[row]); }

    // Where a cell stands in the file, for messages.
    Place place(std::size_t row, std::size_t column) const;

private:
    struct Scan;
    std::size_t cell_start(std::size_t row, std::size_t column) const;
    std::size_t cell_end(std::size_t row, std::size_t column) const;
    void split(RowProblems& problems);
    void keep_row(const Scan& scan);

    TextFile text_;
    Delimiter delimiter_ = Delimiter::comma;
    std::vector<std::string> header_;
    std::vector<std::size_t> row_start_;   // byte offset
    std::vector<std::uint32_t> row_line_;  // from 1
    std::vector<std::uint32_t> cell_end_;  // rows x columns: end of the raw cell, counted from the row's start
    std::unordered_map<std::size_t, std::string> unescaped_;  // by cell number: the few that held doubled quotes
};

// The delimiter that splits the first lines most evenly into at least two cells; comma when none does.
Delimiter detected_delimiter(std::string_view text);

}  // namespace nearness::io
