#include "nearness/io/trial_columns.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace nearness::io {

namespace {

std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

class Finder {
public:
    Finder(const Table& table, const TrialColumns& wanted, Problems& problems)
        : table_(table), wanted_(wanted), problems_(problems), used_(table.columns(), false) {}

    FoundColumns find() {
        FoundColumns found;
        found.subject = one("--subject", wanted_.subject, {"subject"});
        find_time(found);
        const auto avoided = one("--avoided", wanted_.avoided, {"avoided"});
        const auto inhibition = one("--inhibition", wanted_.inhibition, {"inhibition"});
        const auto learning = one("--learning", wanted_.learning, {"learning"});
        found.avoided = avoided, found.inhibition = inhibition, found.learning = learning;
        find_outcomes(found);
        for (const std::string& name : wanted_.categories) {
            if (const auto column = named("--category", name)) found.categories.push_back(*column);
        }
        find_cues(found);
        check_scales();
        for (std::size_t column = 0; column < table_.columns(); ++column) {
            if (!used_[column]) found.left_out.push_back(table_.header()[column]);
        }
        return found;
    }

private:
    static constexpr std::size_t most_listed = 40;

    Place place() const { return {table_.path(), 0, 0, 0, {}}; }

    // A column that the command line names.
    std::optional<std::size_t> named(const char* option, const std::string& name) {
        const std::vector<std::size_t> found = table_.columns_named(name);
        if (found.size() == 1) {
            if (used_[found.front()]) {
                problems_.add("E0601", place(),
                              fmt::format("`{}` of {} is named for something else already", name, option),
                              "a column means one thing");
                return std::nullopt;
            }
            used_[found.front()] = true;
            return found.front();
        }
        if (found.empty()) {
            const std::string near = nearest(name, table_.header());
            problems_.add("E0601", place(), fmt::format("`{}` of {} is not a column", name, option),
                          table_.columns() <= most_listed ? suggestion(name, table_.header())
                          : near.empty()                  ? ""
                                                          : fmt::format("did you mean `{}`?", near));
        } else {
            problems_.add("E0601", place(), fmt::format("{} columns are called `{}`", found.size(), name),
                          "rename the one that is meant");
        }
        return std::nullopt;
    }

    // The first column with one of these names, whatever their capitals.
    std::optional<std::size_t> usual(const std::vector<std::string>& names) const {
        for (const std::string& name : names) {
            for (std::size_t column = 0; column < table_.columns(); ++column) {
                if (!used_[column] && small(table_.header()[column]) == name) return column;
            }
        }
        return std::nullopt;
    }

    std::optional<std::size_t> one(const char* option, const std::optional<std::string>& name,
                                   const std::vector<std::string>& names) {
        if (name) return named(option, *name);
        if (is_named_elsewhere(names)) return std::nullopt;
        const auto column = usual(names);
        if (column) used_[*column] = true;
        return column;
    }

    // Whoever names `time` as a cue does not want it for the time.
    bool is_named_elsewhere(const std::vector<std::string>& names) const {
        const auto column = usual(names);
        if (!column) return false;
        for (const auto* list : {&wanted_.cues, &wanted_.categories, &wanted_.outcomes}) {
            if (std::find(list->begin(), list->end(), table_.header()[*column]) != list->end()) return true;
        }
        return false;
    }

    void find_time(FoundColumns& found) {
        if (found.subject) found.names.push_back(*found.subject);
        const auto time = one("--time", wanted_.time, {"time"});
        const auto trial = one("--time", std::nullopt, {"trial"});
        for (const auto& column : {time, trial}) {
            if (column) found.names.push_back(*column);
        }
        if (wanted_.by_row) return;
        if (const auto column = time ? time : wanted_.time ? std::nullopt : trial) {
            found.time = NumberColumn{*column, table_.header()[*column]};
        }
    }

    NumberColumn numbers(std::size_t column) const {
        NumberColumn numbers{column, table_.header()[column]};
        for (const ColumnScale& scale : wanted_.scales) {
            if (scale.column == numbers.name) numbers.low = scale.low, numbers.high = scale.high;
        }
        return numbers;
    }

    void find_outcomes(FoundColumns& found) {
        for (const std::string& name : wanted_.outcomes) {
            if (const auto column = named("--outcome", name)) found.outcomes.push_back(numbers(*column));
        }
        if (!wanted_.outcomes.empty()) return;
        const auto outcome = usual({"outcome"}), us = usual({"us"});
        if (outcome && us) {
            problems_.add(
                "E0602", place(),
                fmt::format("both `{}` and `{}` could be the outcome", table_.header()[*outcome], table_.header()[*us]),
                "say which: --outcome " + table_.header()[*us]);
        } else if (!outcome && !us) {
            problems_.add("E0602", place(), "there is no column `outcome` or `us`",
                          "name it with --outcome   " + suggestion("outcome", table_.header()));
        } else {
            used_[outcome ? *outcome : *us] = true;
            found.outcomes.push_back(numbers(outcome ? *outcome : *us));
        }
    }

    void find_cues(FoundColumns& found) {
        for (const std::string& name : wanted_.cues) {
            if (const auto column = named("--cues", name)) found.cues.push_back(numbers(*column));
        }
        if (!wanted_.cues.empty() || !wanted_.categories.empty()) return;
        for (std::size_t column = 0; column < table_.columns(); ++column) {
            if (!used_[column] && holds_numbers(column)) {
                used_[column] = true;
                found.cues.push_back(numbers(column));
            }
        }
        if (!found.cues.empty() || table_.rows() == 0) return;
        problems_.add("E0601", place(), "no column is left that could be a cue",
                      "name columns of numbers with --cues, or a column of words with --category");
    }

    // Its first recorded cell is a number: text further down is then a slip, not another kind of column.
    bool holds_numbers(std::size_t column) const {
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const std::string_view text = trimmed(table_.cell(row, column));
            if (stands_for_missing(wanted_.missing, text)) continue;
            return parse_number(text).has_value() || parse_number(text, Decimal::comma).has_value();
        }
        return false;
    }

    void check_scales() {
        for (const ColumnScale& scale : wanted_.scales) {
            if (!table_.columns_named(scale.column).empty()) continue;
            problems_.add("E0601", place(), fmt::format("`{}` of --scale is not a column", scale.column),
                          suggestion(scale.column, table_.header()));
        }
    }

    const Table& table_;
    const TrialColumns& wanted_;
    Problems& problems_;
    std::vector<bool> used_;
};

}  // namespace

bool stands_for_missing(const std::vector<std::string>& missing, std::string_view trimmed_text) {
    return std::find(missing.begin(), missing.end(), trimmed_text) != missing.end();
}

FoundColumns find_columns(const Table& table, const TrialColumns& wanted, Problems& problems) {
    return Finder(table, wanted, problems).find();
}

}  // namespace nearness::io
