#include "nearness/io/diary.hpp"

#include "nearness/engine/run_plan.hpp"
#include "nearness/io/row_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace nearness::io {

namespace {

using observe::missing_value;

double units_per_day(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::minutes: return 1440;
        case TimeUnit::hours: return 24;
        case TimeUnit::days: return 1;
        case TimeUnit::weeks: return 1.0 / 7;
        default: return 86400;  // seconds, which timestamps are read as
    }
}

const char* pattern(DateOrder order) {
    switch (order) {
        case DateOrder::day_month_year: return "31.12.2024 18:30";
        case DateOrder::month_day_year: return "12/31/2024 18:30";
        default: return "2024-12-31 18:30";
    }
}

// Which column of the table each part of the mapping reads. Absent and ambiguous names are problems.
class Columns {
public:
    Columns(const Table& table, Problems& problems) : table_(table), problems_(problems) {}

    std::optional<std::size_t> find(const std::optional<ColumnName>& wanted) {
        if (!wanted) return std::nullopt;
        const std::vector<std::size_t> found = table_.columns_named(wanted->name);
        if (found.size() == 1) return found.front();
        if (found.empty()) {
            problems_.add(
                "E0201", wanted->place, fmt::format("`{}` is not a column of {}", wanted->name, table_.path()),
                table_.columns() <= most_listed ? suggestion(wanted->name, table_.header()) : near(wanted->name));
        } else {
            problems_.add("E0220", wanted->place,
                          fmt::format("{} columns of {} are called `{}`", found.size(), table_.path(), wanted->name),
                          "rename the one that is meant");
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t most_listed = 40;

    std::string near(const std::string& name) const {
        const std::string column = nearest(name, table_.header());
        return column.empty() ? "" : fmt::format("did you mean `{}`?", column);
    }

    const Table& table_;
    Problems& problems_;
};

class Builder {
public:
    Builder(const Mapping& mapping, const Table& table, Problems& problems, RowProblems& row_problems)
        : mapping_(mapping), table_(table), problems_(row_problems) {
        Columns columns(table, problems);
        person_ = columns.find(mapping.person);
        person_known_ = !mapping.person || person_;
        group_ = columns.find(mapping.group);
        time_ = columns.find(mapping.time.column);
        clock_ = columns.find(mapping.time.clock);
        for (const ValueMapping& value : mapping.values) columns_.push_back(columns.find(value.column));
    }

    observe::Diary build() {
        diary_.title = mapping_.title;
        diary_.source = mapping_.source;
        diary_.licence = mapping_.licence;
        diary_.note = mapping_.note;
        diary_.file = table_.path();
        diary_.negative_control = mapping_.negative_control;
        diary_.rows = table_.rows();
        for (const ValueMapping& value : mapping_.values) diary_.variables.push_back(value.variable);
        decimal_ = mapping_.decimal ? *mapping_.decimal : detected_decimal();
        for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
        for (observe::Series& person : diary_.persons) finish(person);
        return std::move(diary_);
    }

private:
    bool is_missing_text(std::string_view text) const {
        return std::find(mapping_.missing.begin(), mapping_.missing.end(), text) != mapping_.missing.end();
    }

    // The cell's text, or nothing when it stands for "not answered" (or its column is not known).
    std::optional<std::string_view> answer(std::size_t row, const std::optional<std::size_t>& column) const {
        if (!column) return std::nullopt;
        const std::string_view text = trimmed(table_.cell(row, *column));
        if (is_missing_text(text)) return std::nullopt;
        return text;
    }

    // Comma if a number of the first rows has one; delimiters that are commas leave only the point.
    Decimal detected_decimal() const {
        if (table_.delimiter() == Delimiter::comma) return Decimal::point;
        std::vector<std::optional<std::size_t>> numeric = columns_;
        if (mapping_.time.unit != TimeUnit::timestamp) numeric.push_back(time_);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            for (const std::optional<std::size_t>& column : numeric) {
                const std::string_view text = answer(row, column).value_or("");
                if (text.find(',') == std::string_view::npos && text.find('.') == std::string_view::npos) continue;
                if (parse_number(text, Decimal::comma)) return Decimal::comma;
                if (parse_number(text, Decimal::point)) return Decimal::point;
            }
        }
        return Decimal::point;
    }

    void report(std::string_view code, std::size_t row, std::size_t column, const std::string& message,
                const std::string& remedy) {
        problems_.add(
            code, [&] { return table_.place(row, column); }, message, remedy);
    }

    // The number in a cell, or NaN: because it was not answered, or because it is wrong, which is then reported.
    double number(std::size_t row, const std::optional<std::size_t>& column) {
        const std::optional<std::string_view> text = answer(row, column);
        if (!text) return missing_value;
        const std::optional<double> value = parse_number(*text, decimal_);
        if (value && std::isfinite(*value)) return *value;
        const std::string hint = fmt::format("if it stands for \"not answered\", list \"{}\" under `missing`", *text);
        const std::string& name = table_.header()[*column];
        if (value) {
            report("E0203", row, *column, fmt::format("`{}` in column `{}` is not a finite number", *text, name), hint);
        } else if (parse_number(*text, decimal_ == Decimal::point ? Decimal::comma : Decimal::point)) {
            const char* const expected = decimal_ == Decimal::point ? "point" : "comma";
            report("E0202", row, *column,
                   fmt::format("`{}` in column `{}` is not a number with a decimal {}", *text, name, expected),
                   "one file has one kind of decimal and no thousands separators; `decimal` in the mapping says which");
        } else {
            report("E0202", row, *column, fmt::format("`{}` in column `{}` is not a number", *text, name), hint);
        }
        return missing_value;
    }

    double scaled(std::size_t row, std::size_t index) {
        const ValueMapping& map = mapping_.values[index];
        const double recorded = number(row, columns_[index]);
        if (observe::is_missing(recorded)) return missing_value;
        if (recorded < map.from_low || recorded > map.from_high) {
            const std::string from = fmt::format("[{}, {}]", shortest(map.from_low), shortest(map.from_high));
            const std::string text(trimmed(table_.cell(row, *columns_[index])));
            report(
                "E0204", row, *columns_[index],
                fmt::format("`{}` in column `{}` is outside from = {}", text, map.column.name, from),
                fmt::format("correct `from`, or list \"{}\" under `missing` if it stands for \"not answered\"", text));
            return missing_value;
        }
        const double share = (recorded - map.from_low) / (map.from_high - map.from_low);
        const double along = map.variable.reversed ? 1 - share : share;
        return std::clamp(map.to_low + along * (map.to_high - map.to_low), map.to_low, map.to_high);
    }

    double clock_reading(std::size_t row) {
        constexpr double most_days = 1e7;  // beyond any calendar; steps of days and less still count
        const double when = number(row, time_);
        if (observe::is_missing(when) || std::abs(when) <= most_days * units_per_day(mapping_.time.unit)) return when;
        report("E0202", row, *time_,
               fmt::format("`{}` in column `{}` is no time: it is {} days away", trimmed(table_.cell(row, *time_)),
                           table_.header()[*time_], shortest(when / units_per_day(mapping_.time.unit))),
               "is `unit` in [time] the right one?");
        return missing_value;
    }

    // In units of the mapping; NaN when not recorded or wrong.
    double time(std::size_t row) {
        if (mapping_.time.unit != TimeUnit::timestamp) return clock_reading(row);
        const std::optional<std::string_view> date = answer(row, time_);
        if (!date) return missing_value;
        std::string text(*date);
        if (clock_) text.append(" ").append(answer(row, clock_).value_or(""));
        const std::optional<double> seconds = parse_timestamp(text, mapping_.time.format);
        if (seconds) return *seconds;
        report("E0208", row, *time_,
               fmt::format("`{}` in column `{}` is not a date and time", trimmed(text), table_.header()[*time_]),
               fmt::format("write it like {}, in local time without a zone", pattern(mapping_.time.format)));
        return missing_value;
    }

    observe::Series* series(std::size_t row) {
        std::string_view id;
        if (person_) {
            const std::optional<std::string_view> text = answer(row, person_);
            if (!text) return nullptr;
            id = *text;
        }
        // Rows of one person usually stand together.
        if (last_ == diary_.persons.size() || diary_.persons[last_].id != id) {
            const auto [found, is_new] = index_.try_emplace(std::string(id), diary_.persons.size());
            last_ = found->second;
            if (is_new) {
                first_.push_back(missing_value);
                diary_.persons.emplace_back().id = id;
                diary_.persons.back().values.resize(columns_.size());
            }
        }
        return &diary_.persons[last_];
    }

    void read_row(std::size_t row) {
        values_.clear();
        bool anything = false;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            values_.push_back(scaled(row, i));
            anything = anything || answer(row, columns_[i]).has_value();
        }
        const double when = time(row);
        observe::Series* const person = series(row);
        if (person == nullptr) {
            if (!anything && !answer(row, time_)) {
                ++diary_.blank_rows;
            } else if (person_known_) {
                report("E0221", row, *person_, "this row does not say whose it is",
                       fmt::format("fill in column `{}`", table_.header()[*person_]));
            }
            return;
        }
        read_group(row, *person);
        if (anything && time_ && !answer(row, time_)) {
            report(
                "E0207", row, *time_, "this row has answers but no time",
                fmt::format("fill in column `{}`, or empty the row if the prompt was missed", table_.header()[*time_]));
        }
        if (anything && person_known_ && !observe::is_missing(when)) check_order(row, when, *person);
        person->time.push_back(when);
        person->line.push_back(anything ? table_.line(row) : -1);  // marks a missed prompt until `finish`
        for (std::size_t i = 0; i < values_.size(); ++i) person->values[i].push_back(values_[i]);
    }

    void read_group(std::size_t row, observe::Series& person) {
        const std::optional<std::string_view> group = answer(row, group_);
        if (!group || person.group == *group) return;
        if (person.group.empty()) {
            person.group = *group;
        } else if (person_known_) {
            report("E0222", row, *group_,
                   fmt::format("`{}` is in group `{}` here and in group `{}` before", person.id, *group, person.group),
                   "each person belongs to one group; leave `group` out if it is something else");
        }
    }

    void check_order(std::size_t row, double when, const observe::Series& person) {
        std::size_t before = person.time.size();
        while (before > 0 && (person.line[before - 1] < 0 || observe::is_missing(person.time[before - 1]))) --before;
        double& first = first_[last_];
        if (before == 0) first = when;
        // As days since the first moment, where times that differ by next to nothing may be the same.
        const double per_day = units_per_day(mapping_.time.unit);
        if (before == 0 || (when - first) / per_day > (person.time[before - 1] - first) / per_day) return;
        const std::string whose = person.id.empty() ? "" : fmt::format(" of `{}`", person.id);
        const int line = person.line[before - 1];
        const std::string_view text = *answer(row, time_);
        if (when < person.time[before - 1]) {
            report("E0205", row, *time_, fmt::format("`{}` is earlier than the moment{} on line {}", text, whose, line),
                   "sort the rows of each person by time");
        } else {
            report("E0206", row, *time_,
                   fmt::format("`{}` is also the time of the moment{} on line {}", text, whose, line),
                   mapping_.person ? "keep one row for each moment"
                                   : "keep one row for each moment; if there are several persons, say `person`");
        }
    }

    // Moves the values of leading proxies to the moment they are compared with, then drops missed prompts and sets the
    // clock to days since the first moment.
    void finish(observe::Series& person) const {
        const std::size_t prompts = person.time.size();
        const double per_day = units_per_day(mapping_.time.unit);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto lead = static_cast<std::size_t>(mapping_.values[i].variable.lead);
            if (lead == 0) continue;
            std::vector<double>& values = person.values[i];
            for (std::size_t at = 0; at < prompts; ++at) {
                const bool near = at + lead < prompts && (person.time[at + lead] - person.time[at]) / per_day <=
                                                             mapping_.values[i].within_days;
                values[at] = near ? values[at + lead] : missing_value;
            }
        }
        std::size_t kept = 0;
        for (std::size_t at = 0; at < prompts; ++at) {
            if (person.line[at] < 0) continue;
            person.line[kept] = person.line[at];
            person.time[kept] = person.time[at];
            for (std::vector<double>& values : person.values) values[kept] = values[at];
            ++kept;
        }
        person.missed = prompts - kept;
        person.line.resize(kept);
        person.time.resize(kept);
        for (std::vector<double>& values : person.values) values.resize(kept);
        if (kept == 0) return;
        const double first = person.time.front();
        person.start = first / per_day;
        for (double& when : person.time) when = (when - first) / per_day;
    }

    const Mapping& mapping_;
    const Table& table_;
    RowProblems& problems_;
    std::optional<std::size_t> person_, group_, time_, clock_;
    bool person_known_ = true;
    std::vector<std::optional<std::size_t>> columns_;  // by variable
    Decimal decimal_ = Decimal::point;
    observe::Diary diary_;
    std::unordered_map<std::string, std::size_t> index_;  // of persons, by id
    std::size_t last_ = 0;                                // the person of the row before
    std::vector<double> first_;                           // time of each person's first moment, in the mapping's unit
    std::vector<double> values_;                          // of the row being read
};

void add_all(Problems& problems, const InputError& error) {
    for (const Problem& p : error.problems()) problems.add(p.code, p.place, p.message, p.remedy);
}

}  // namespace

observe::Diary read_diary(TextFile diary, const TextFile& mapping_text, const std::vector<std::string>& known_cues,
                          Problems& problems) {
    const Mapping mapping = parse_mapping(mapping_text, known_cues, problems);
    Problems of_rows;  // kept apart, so that the mapping's problems come first
    RowProblems row_problems(of_rows);
    const std::string content_hash = engine::text_hash(diary.content);
    const Table table(std::move(diary), mapping.delimiter, row_problems);
    if (table.rows() == 0 && row_problems.count() == 0) {
        of_rows.add("E0209", {table.path(), 0, 0, 0, {}}, "the diary has no rows below its header");
    }
    observe::Diary result;
    if (table.columns() > 0) result = Builder(mapping, table, problems, row_problems).build();
    result.mapping_text = mapping_text.content;
    result.content_hash = content_hash;
    row_problems.finish();
    try {
        of_rows.throw_if_any();
    } catch (const InputError& error) {
        add_all(problems, error);
    }
    return result;
}

observe::Diary read_diary(const std::string& diary_path, const std::string& mapping_path,
                          const std::vector<std::string>& known_cues) {
    Problems problems;
    std::optional<TextFile> mapping;
    std::optional<TextFile> diary;
    try {
        mapping = read_text_file(mapping_path);
    } catch (const InputError& error) {
        add_all(problems, error);
    }
    try {
        diary = read_text_file(diary_path);
    } catch (const InputError& error) {
        add_all(problems, error);
        if (mapping) parse_mapping(*mapping, known_cues, problems);
    }
    observe::Diary result;
    if (mapping && diary) result = read_diary(std::move(*diary), *mapping, known_cues, problems);
    problems.throw_if_any();
    return result;
}

}  // namespace nearness::io
