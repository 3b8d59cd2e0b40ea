#include "nearness/io/trials.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/trial_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace nearness::io {

namespace {

constexpr double latest = 1e12;  // times beyond would lose what lies between trials
constexpr double not_recorded = std::numeric_limits<double>::quiet_NaN();

class Builder {
public:
    Builder(const Table& table, const TrialColumns& wanted, const FoundColumns& found, const learners::Accepts& accepts,
            RowProblems& problems)
        : table_(table), wanted_(wanted), found_(found), accepts_(accepts), problems_(problems) {}

    observe::Trials build(Problems& of_columns) {
        trials_.file = table_.path();
        decimal_ = detected_decimal();
        find_levels();
        for (const NumberColumn& cue : found_.cues) trials_.cues.push_back(cue.name);
        for (const NumberColumn& outcome : found_.outcomes) trials_.outcomes.push_back(outcome.name);
        if (!check_stimuli(of_columns)) return std::move(trials_);
        trials_.values.resize(trials_.cues.size() + trials_.outcomes.size());
        for (auto& values : trials_.values) values.reserve(table_.rows());
        for (const std::size_t column : found_.names) trials_.names.push_back({table_.header()[column], {}});
        for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
        name_rows();
        return std::move(trials_);
    }

private:
    // The cell's text, or nothing where it stands for "not recorded".
    std::optional<std::string_view> recorded(std::size_t row, std::size_t column) const {
        const std::string_view text = trimmed(table_.cell(row, column));
        if (stands_for_missing(wanted_.missing, text)) return std::nullopt;
        return text;
    }

    void report(std::string_view code, std::size_t row, std::size_t column, const std::string& message,
                const std::string& remedy) {
        problems_.add(
            code, [&] { return table_.place(row, column); }, message, remedy);
    }

    // Comma if a number of the first rows has one; delimiters that are commas leave only the point.
    Decimal detected_decimal() const {
        if (table_.delimiter() == Delimiter::comma) return Decimal::point;
        std::vector<std::size_t> numeric;
        for (const auto* columns : {&found_.cues, &found_.outcomes}) {
            for (const NumberColumn& column : *columns) numeric.push_back(column.index);
        }
        if (found_.time) numeric.push_back(found_.time->index);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            for (const std::size_t column : numeric) {
                const std::string_view text = recorded(row, column).value_or("");
                if (text.find_first_of(",.") == std::string_view::npos) continue;
                if (parse_number(text, Decimal::comma)) return Decimal::comma;
                if (parse_number(text, Decimal::point)) return Decimal::point;
            }
        }
        return Decimal::point;
    }

    double number(std::size_t row, std::size_t column) {
        const auto text = recorded(row, column);
        if (!text) return not_recorded;
        const auto value = parse_number(*text, decimal_);
        if (value && std::isfinite(*value)) return *value;
        const bool other = !value && parse_number(*text, decimal_ == Decimal::point ? Decimal::comma : Decimal::point);
        report("E0603", row, column,
               fmt::format("`{}` in column `{}` is not a {}number{}", *text, table_.header()[column],
                           value ? "finite " : "",
                           !other                       ? ""
                           : decimal_ == Decimal::point ? " with a decimal point"
                                                        : " with a decimal comma"),
               other ? "one file has one kind of decimal and no thousands separators"
                     : fmt::format("if it stands for \"not recorded\": --missing \"{}\"", *text));
        return not_recorded;
    }

    double scaled(std::size_t row, const NumberColumn& column, bool share) {
        const double given = number(row, column.index);
        const double value = (given - column.low) / (column.high - column.low);
        if (std::isinf(value)) {
            report("E0603", row, column.index,
                   fmt::format("`{}` in column `{}` is too large for its scale", *recorded(row, column.index),
                               column.name),
                   "are the ends of --scale the right ones?");
        }
        if (share && (value < 0 || value > 1)) {
            report(
                "E0607", row, column.index,
                fmt::format("`{}` in column `{}` is not between {} and {}", *recorded(row, column.index), column.name,
                            shortest(column.low), shortest(column.high)),
                fmt::format("this learner takes shares: say the ends of the scale, --scale {}=LOW..HIGH", column.name));
        }
        return value;
    }

    // The levels of each category, in the order of their first appearance.
    void find_levels() {
        for (const std::size_t column : found_.categories) {
            auto& levels = levels_.emplace_back();
            for (std::size_t row = 0; row < table_.rows(); ++row) {
                const auto text = recorded(row, column);
                if (text && levels.try_emplace(std::string(*text), trials_.cues.size()).second) {
                    trials_.cues.emplace_back(*text);
                }
            }
        }
        first_number_ = trials_.cues.size();
    }

    bool check_stimuli(Problems& of_columns) {
        const Place place{table_.path(), 0, 0, 0, {}};
        const std::size_t most =
            std::min<std::size_t>(static_cast<std::size_t>(accepts_.most_cues),
                                  learners::most_stimuli - std::min<std::size_t>(trials_.outcomes.size(), 31));
        if (trials_.cues.size() > most) {
            of_columns.add("E0606", place,
                           fmt::format("there are {} cues{}", trials_.cues.size(),
                                       first_number_ > 0 ? ", counting each level of a category" : ""),
                           fmt::format("at most {}: name those that matter with --cues", most));
            return false;
        }
        std::vector<std::string> names = trials_.stimuli();
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice == names.end()) return true;
        of_columns.add("E0601", place, fmt::format("two cues or outcomes would be called `{}`", *twice),
                       "rename one of them; a level of a category is a cue of its own name");
        return false;
    }

    void read_row(std::size_t row) {
        read_subject(row);
        read_time(row);
        for (std::size_t c = 0; c < levels_.size(); ++c) {
            const auto text = recorded(row, found_.categories[c]);
            const std::size_t here = text ? levels_[c].at(std::string(*text)) : 0;
            for (const auto& [level, at] : levels_[c]) {
                trials_.values[at].push_back(!text ? not_recorded : at == here ? 1.0 : 0.0);
            }
        }
        std::size_t at = first_number_;
        for (const NumberColumn& cue : found_.cues) {
            trials_.values[at++].push_back(scaled(row, cue, accepts_.cues_are_shares));
        }
        for (const NumberColumn& outcome : found_.outcomes) {
            trials_.values[at++].push_back(scaled(row, outcome, accepts_.outcomes_are_shares));
        }
        if (found_.avoided) trials_.avoidance.push_back(avoidance(row, *found_.avoided));
        if (found_.learning) trials_.learning.push_back(yes(row, *found_.learning));
        if (found_.inhibition) {
            const double strength = number(row, *found_.inhibition);
            if (strength < 0) {
                report("E0603", row, *found_.inhibition,
                       fmt::format("`{}` in column `{}` is below 0", *recorded(row, *found_.inhibition),
                                   table_.header()[*found_.inhibition]),
                       "an amnestic treatment has a strength of 0 (none) or more");
            }
            trials_.inhibition.push_back(std::isnan(strength) ? 0 : strength);
        }
    }

    void read_subject(std::size_t row) {
        std::string_view id;
        if (found_.subject) {
            const auto text = recorded(row, *found_.subject);
            if (!text) {
                report("E0608", row, *found_.subject, "this row does not say whose it is",
                       fmt::format("fill in column `{}`", table_.header()[*found_.subject]));
            }
            if (text) {
                id = *text;
            } else if (!trials_.subjects.empty()) {
                id = trials_.subjects.back().id;  // reported; the rows around it are looked at all the same
            }
        }
        if (trials_.subjects.empty() || trials_.subjects.back().id != id) {
            const auto [before, is_new] = last_row_.try_emplace(std::string(id), row);
            if (!is_new) {
                report("E0605", row, *found_.subject,
                       fmt::format("subject `{}` is here again, after `{}`", id, trials_.subjects.back().id),
                       "keep the rows of each subject together, in the order of time");
            }
            trials_.subjects.push_back({std::string(id), row, row});
        }
        observe::Subject& subject = trials_.subjects.back();
        const std::size_t most = static_cast<std::size_t>(accepts_.most_trials);
        if (most > 0 && subject.end - subject.begin == most) {
            report("E0609", row, found_.subject.value_or(0),
                   fmt::format("this is trial {} of {}", with_thousands(most + 1),
                               id.empty() ? "the subject" : fmt::format("subject `{}`", id)),
                   fmt::format("this learner remembers at most {}", with_thousands(most)));
        }
        ++subject.end;
    }

    void read_time(std::size_t row) {
        const observe::Subject& subject = trials_.subjects.back();
        if (!found_.time) return trials_.time.push_back(static_cast<double>(row - subject.begin));
        const std::size_t column = found_.time->index;
        const bool given = recorded(row, column).has_value();
        double time = number(row, column);
        if (std::abs(time) > latest) {
            report(
                "E0603", row, column,
                fmt::format("`{}` in column `{}` is too large for a time", *recorded(row, column), found_.time->name),
                fmt::format("at most {}: write it in a larger unit", shortest(latest)));
            time = not_recorded;
        }
        if (!given) {
            report("E0608", row, column, "this row does not say when it was",
                   fmt::format("fill in column `{}`, or go by the order of rows: --by-row", found_.time->name));
        }
        const bool first = row == subject.begin;
        const double before = first ? time : trials_.time.back();
        if (time < before) {
            report("E0604", row, column,
                   fmt::format("`{}` comes before `{}`, the {} of the row above", *recorded(row, column),
                               shortest(before), found_.time->name),
                   fmt::format("sort the rows of each subject, name a column of subjects with --subject, or go by the "
                               "order of rows: --by-row"));
        }
        trials_.time.push_back(std::isnan(time) ? (first ? 0 : before) : time);
    }

    learners::Avoidance avoidance(std::size_t row, std::size_t column) {
        using enum learners::Avoidance;
        const auto text = recorded(row, column);
        if (!text) return free;
        if (*text == "unavailable") return unavailable;
        return yes(row, column, ", or \"unavailable\"") ? made : not_made;
    }

    bool yes(std::size_t row, std::size_t column, const char* or_else = "") {
        const auto text = recorded(row, column);
        if (!text) return true;
        const auto value = parse_number(*text, decimal_);
        if (value && (*value == 0 || *value == 1)) return *value == 1;
        report("E0603", row, column,
               fmt::format("`{}` in column `{}` is neither 1 nor 0", *text, table_.header()[column]),
               fmt::format("1 for yes, 0 for no{}", or_else));
        return true;
    }

    void name_rows() {
        for (std::size_t i = 0; i < found_.names.size(); ++i) {
            std::vector<std::string>& text = trials_.names[i].text;
            text.reserve(table_.rows());
            for (std::size_t row = 0; row < table_.rows(); ++row) text.emplace_back(table_.cell(row, found_.names[i]));
        }
        if (found_.names.size() > (found_.subject ? 1U : 0U)) return;
        observe::RowName& counted = trials_.names.emplace_back(observe::RowName{"trial", {}});
        for (const observe::Subject& one : trials_.subjects) {
            for (std::size_t row = one.begin; row < one.end; ++row) {
                counted.text.push_back(std::to_string(row - one.begin + 1));
            }
        }
    }

    const Table& table_;
    const TrialColumns& wanted_;
    const FoundColumns& found_;
    const learners::Accepts& accepts_;
    RowProblems& problems_;
    Decimal decimal_ = Decimal::point;
    observe::Trials trials_;
    std::vector<std::unordered_map<std::string, std::size_t>> levels_;  // by category: the cue of each
    std::size_t first_number_ = 0;                                      // the first cue that is no level
    std::unordered_map<std::string, std::size_t> last_row_;             // by subject
};

}  // namespace

observe::Trials read_trials(TextFile text, const TrialColumns& columns, const learners::Accepts& accepts,
                            Problems& problems, std::vector<std::string>* left_out) {
    RowProblems row_problems(problems);
    const Table table(std::move(text), std::nullopt, row_problems);
    if (table.rows() == 0 && row_problems.count() == 0) {
        problems.add("E0610", {table.path(), 0, 0, 0, {}}, "there are no rows of trials");
        return {};
    }
    const std::size_t before = problems.size();
    const FoundColumns found = find_columns(table, columns, problems);
    observe::Trials trials;
    // Rows of columns that are not the right ones would only add noise.
    if (problems.size() == before) trials = Builder(table, columns, found, accepts, row_problems).build(problems);
    row_problems.finish();
    if (left_out != nullptr) *left_out = found.left_out;
    return trials;
}

}  // namespace nearness::io
