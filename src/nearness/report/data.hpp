// The numbers behind a picture, as named columns: what the page's script draws from, what the reader can unfold as a
// table, and what a click saves as CSV are this one thing, so they cannot disagree.
#pragma once

#include "nearness/report/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

struct DataColumn {
    std::string name;
    std::string unit;  // empty for words; "1" for what has none
    std::string says;
    int digits = 3;  // after the point, in the table and in the data alike
    std::vector<double> numbers;
    std::vector<std::string> words;  // one of the two is filled
    bool margin = false;             // of the column before it, give or take: shown with it, "0.43 ± 0.02"

    std::size_t size() const { return numbers.empty() ? words.size() : numbers.size(); }
};

class Data {
public:
    // `id`: of the CSV file and the table, unique on the page, of letters, digits and hyphens. `caption`: plain text.
    Data(std::string_view id, std::string_view caption) : id_(id), caption_(caption) {}

    // Columns are all of one length. A number that is not finite was not measured.
    Data& numbers(std::string_view name, std::string_view unit, std::string_view says, std::vector<double> values,
                  int digits = 3);
    // How far the numbers of the column before may be off.
    Data& margin(std::string_view name, std::string_view says, std::vector<double> values);
    Data& words(std::string_view name, std::string_view says, std::vector<std::string> values);

    const std::string& id() const { return id_; }
    const std::string& caption() const { return caption_; }
    const std::vector<DataColumn>& columns() const { return columns_; }
    std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().size(); }

    // A table with all rows or, of more than `most`, every so-manieth with a word that says so. The first column heads
    // its row; it becomes a heading over its rows where it repeats.
    std::string table(std::size_t most = 240, Narrow narrow = Narrow::scrolls) const;
    // {"id": …, "columns": [{"name", "unit", "says", "values"}]}: missing numbers are null.
    std::string json() const;

private:
    std::string id_, caption_;
    std::vector<DataColumn> columns_;
};

// A JSON string that is safe inside a script element, too.
std::string json_text(std::string_view text);
// The shortest number with so many digits after the point; null when it is not finite.
std::string json_number(double value, int digits);

}  // namespace nearness::report
