#include "nearness/report/data.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <set>

namespace nearness::report {

namespace {

std::string cell(const std::vector<DataColumn>& columns, std::size_t c, std::size_t row) {
    const DataColumn& column = columns[c];
    if (column.numbers.empty()) return column.words[row];
    const std::string text = number(column.numbers[row], column.digits);
    const bool give_or_take = c + 1 < columns.size() && columns[c + 1].margin && finite(columns[c + 1].numbers[row]);
    return give_or_take ? text + " ± " + number(columns[c + 1].numbers[row], column.digits) : text;
}

// What a column repeats row after row reads better as a heading over them.
bool heads_groups(const DataColumn& column) {
    if (column.words.size() < 2) return false;
    const std::set<std::string> different(column.words.begin(), column.words.end());
    return 2 * different.size() <= column.words.size();
}

std::string heading(const DataColumn& column) {
    const bool plain = column.unit.empty() || column.unit == "1";
    return plain ? column.name : column.name + " (" + column.unit + ")";
}

}  // namespace

Data& Data::numbers(std::string_view name, std::string_view unit, std::string_view says, std::vector<double> values,
                    int digits) {
    ensure(columns_.empty() || values.size() == rows(), "columns of one data set are of one length");
    columns_.push_back({std::string(name), std::string(unit), std::string(says), digits, std::move(values), {}});
    return *this;
}

Data& Data::margin(std::string_view name, std::string_view says, std::vector<double> values) {
    ensure(!columns_.empty() && !columns_.back().numbers.empty(), "a margin follows the numbers that it belongs to");
    const DataColumn of = columns_.back();
    numbers(name, of.unit, says, std::move(values), of.digits);
    columns_.back().margin = true;
    return *this;
}

Data& Data::words(std::string_view name, std::string_view says, std::vector<std::string> values) {
    ensure(columns_.empty() || values.size() == rows(), "columns of one data set are of one length");
    columns_.push_back({std::string(name), {}, std::string(says), 0, {}, std::move(values)});
    return *this;
}

std::string Data::table(std::size_t most, Narrow narrow) const {
    if (rows() == 0) return {};
    const std::size_t step = (rows() + most - 1) / most;
    std::string caption = caption_;
    if (step > 1) caption += fmt::format(". Shown is every row in {} of {}; the CSV has all.", step, rows());
    const std::size_t groups = heads_groups(columns_.front()) && columns_.size() > 1 ? 1 : 0;
    std::vector<std::string> headings;
    for (std::size_t c = groups; c < columns_.size(); ++c) {
        if (!columns_[c].margin) headings.push_back(heading(columns_[c]));
    }
    Table table(caption, headings, narrow);
    std::string group;
    for (std::size_t row = 0; row < rows(); ++row) {
        if (groups > 0 && (row == 0 || columns_[0].words[row] != columns_[0].words[row - 1])) {
            table.group(columns_[0].words[row]);
        }
        if (row % step != 0) continue;
        std::vector<std::string> cells;
        for (std::size_t c = groups + 1; c < columns_.size(); ++c) {
            if (!columns_[c].margin) cells.push_back(cell(columns_, c, row));
        }
        table.row(cell(columns_, groups, row), cells);
    }
    return table.html();
}

std::string json_number(double value, int digits) {
    if (!finite(value)) return "null";
    std::string text = fmt::format("{:.{}f}", value, digits);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        const auto first = static_cast<unsigned char>(text[i]);
        if (length == 0) {
            out += "\\ufffd";
        } else if (first == '"' || first == '\\') {
            out += '\\';
            out += text[i];
        } else if (first < 0x20 || first == '<' || first == '>' || first == '&' || first == 0x7f) {
            out += fmt::format("\\u{:04x}", first);
        } else {
            out += text.substr(i, length);
        }
        i += length == 0 ? 1 : length;
    }
    return out + "\"";
}

std::string Data::json() const {
    std::string out = "{\"id\":" + json_text(id_) + ",\"columns\":[";
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const DataColumn& column = columns_[c];
        out += c > 0 ? ",\n{" : "\n{";
        out += "\"name\":" + json_text(column.name) + ",\"unit\":" + json_text(column.unit) +
               ",\"says\":" + json_text(column.says) + ",\"values\":[";
        for (std::size_t row = 0; row < rows(); ++row) {
            if (row > 0) out += ',';
            out +=
                column.numbers.empty() ? json_text(column.words[row]) : json_number(column.numbers[row], column.digits);
        }
        out += "]}";
    }
    return out + "]}";
}

}  // namespace nearness::report
