#include "nearness/io/toml_fields.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace nearness::io {

namespace {

constexpr std::size_t longest_id = 40;

// Letters of any script, digits, - and _. Of characters beyond ASCII only the blanks and marks that look like nothing
// are refused: U+0080 to U+00A0 and U+2000 to U+207F.
bool is_short_word(std::string_view id) {
    if (id.empty() || id.size() > longest_id) return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const auto byte = static_cast<unsigned char>(id[i]);
        const auto next = i + 1 < id.size() ? static_cast<unsigned char>(id[i + 1]) : 0U;
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
        if (!plain && byte < 0x80U) return false;
        if ((byte == 0xC2U && next <= 0xA0U) || (byte == 0xE2U && next <= 0x81U)) return false;
    }
    return true;
}

}  // namespace

const Words& top_keys() {
    static const Words keys = {"title",     "description", "help_text", "seed",   "persons", "deterministic",
                               "knock_out", "parameters",  "record",    "others", "chapter", "arm"};
    return keys;
}

void Report::add(std::string_view code, const Spot& spot, std::string message, std::string remedy) {
    // An unknown key is said once, whoever comes upon it.
    if (code == "E0103" && spot.line > 0 && !unknown_keys_.emplace(spot.line, spot.column, message).second) return;
    const bool of_command_line = spot.setting >= 0 && code.starts_with("E01");
    found.push_back({std::string(of_command_line ? "E0002" : code), spot, std::move(message), std::move(remedy)});
}

void Report::throw_if_any() const {
    std::vector<Found> sorted = found;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
        return std::tuple(a.spot.setting, a.spot.line, a.spot.column) <
               std::tuple(b.spot.setting, b.spot.line, b.spot.column);
    });
    Problems problems;
    for (const Found& one : sorted) {
        if (problems.size() == shown) {
            problems.add(one.code, sources_.place({one.spot.line, 0, 0, one.spot.setting}),
                         fmt::format("and {} more problems, from here on", with_thousands(sorted.size() - shown)));
            break;
        }
        problems.add(one.code, sources_.place(one.spot), one.message, one.remedy);
    }
    problems.throw_if_any();
}

Spot Fields::spot(std::string_view key) const {
    const Node* value = get(key);
    return value == nullptr ? table_.spot : value->spot;
}

void Fields::accept(const Words& keys) const {
    for (const Entry& entry : table_.entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        std::string remedy = suggestion(entry.key, keys);
        const Words& top = report_.top();
        if (std::find(top.begin(), top.end(), entry.key) != top.end()) {
            remedy = fmt::format("`{}` belongs to the top of the file, above the first [header]", entry.key);
            if (entry.key == "knock_out" && name_.starts_with("[[arm]]")) {
                remedy = "an arm names it in its set: set = { knock_out = [\"trust\"] }";
            }
        }
        report_.add("E0103", entry.spot, fmt::format("unknown key `{}` in {}", entry.key, name_), std::move(remedy));
    }
}

const Entry* Fields::misspelt(std::string_view key) const {
    for (const Entry& entry : table_.entries) {
        if (entry.key != key && !nearest(entry.key, {std::string(key)}).empty()) return &entry;
    }
    return nullptr;
}

bool Fields::require(std::string_view key, std::string_view remedy) const {
    if (has(key)) return true;
    if (const Entry* slip = misspelt(key)) {
        report_.add("E0103", slip->spot, fmt::format("unknown key `{}` in {}", slip->key, name_),
                    fmt::format("did you mean `{}`?", key));
        return false;
    }
    report_.add("E0105", table_.spot, fmt::format("{} has no `{}`", name_, key), std::string(remedy));
    return false;
}

void Fields::wrong_kind(std::string_view key, const Node& value, std::string_view wanted, std::string remedy) const {
    report_.add("E0102", value.spot, fmt::format("`{}` should be {}, not {}", key, wanted, in_words(value.kind)),
                std::move(remedy));
}

std::optional<std::string> Fields::text(std::string_view key) const {
    const Node* value = get(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Node::Kind::text) return value->text;
    wrong_kind(key, *value, "text in quotes");
    return std::nullopt;
}

bool check_id(const Node& value, std::string_view what, Report& report) {
    if (is_short_word(value.text)) return true;
    std::string suggested = value.text;
    std::replace(suggested.begin(), suggested.end(), ' ', '-');
    std::replace(suggested.begin(), suggested.end(), '.', '-');
    const bool better = suggested != value.text && is_short_word(suggested);
    report.add("E0112", value.spot,
               value.text.empty() ? fmt::format("`{}` is empty", what)
                                  : fmt::format("`{}` is not a usable {}", value.text, what),
               (better ? fmt::format("did you mean `{}`?   ", suggested) : "") +
                   fmt::format("accepted: up to {} letters, digits, - and _", longest_id));
    return false;
}

std::optional<std::string> Fields::id(std::string_view key) const {
    std::optional<std::string> word = text(key);
    if (word && !check_id(*get(key), key, report_)) return std::nullopt;
    return word;
}

// What to write instead of a number in quotes: "0.7", "0,7", "70 %".
std::optional<std::string> number_without_quotes(const Node& value) {
    if (value.kind != Node::Kind::text) return std::nullopt;
    std::string_view text = trimmed(value.text);
    const bool percent = text.ends_with('%');
    if (percent) text = trimmed(text.substr(0, text.size() - 1));
    std::optional<double> number = parse_number(text);
    const bool comma = !number;
    if (comma) number = parse_number(text, Decimal::comma);
    if (!number) return std::nullopt;
    if (percent) return fmt::format("write a share, without quotes: {}", shortest(*number / 100));
    if (comma) return fmt::format("write it with a point and without quotes: {}", shortest(*number));
    return fmt::format("write it without quotes: {}", text);
}

bool check_number(const Node& value, std::string_view what, double low, double high, Report& report) {
    if (!value.is_number()) {
        report.add(
            "E0102", value.spot, fmt::format("`{}` should be a number, not {}", what, in_words(value.kind)),
            number_without_quotes(value).value_or(fmt::format("accepted: {} to {}", shortest(low), shortest(high))));
        return false;
    }
    if (!std::isfinite(value.number)) {
        report.add("E0107", value.spot, fmt::format("`{}` is not a finite number", what),
                   fmt::format("accepted: {} to {}", shortest(low), shortest(high)));
        return false;
    }
    if (value.number >= low && value.number <= high) return true;
    // 70 for 0.7; nobody means 0.015 by 1.5.
    const bool percent = low == 0 && high == 1 && value.number >= 5 && value.number <= 100;
    report.add("E0106", value.spot, fmt::format("`{}` cannot be {}", what, shortest(value.number)),
               (percent ? fmt::format("did you mean {}?   ", shortest(value.number / 100)) : "") +
                   fmt::format("accepted: {} to {}", shortest(low), shortest(high)));
    return false;
}

std::optional<double> Fields::number(std::string_view key, double low, double high) const {
    const Node* value = get(key);
    if (value == nullptr || !check_number(*value, key, low, high, report_)) return std::nullopt;
    return value->number;
}

std::optional<std::int64_t> Fields::whole(std::string_view key, std::int64_t low, std::int64_t high) const {
    const Node* value = get(key);
    if (value == nullptr) return std::nullopt;
    const auto fits = [&] { return value->whole >= low && value->whole <= high; };
    if (value->kind == Node::Kind::whole && fits()) return value->whole;
    const std::string accepted = high == std::numeric_limits<std::int64_t>::max()
                                     ? fmt::format("accepted: a whole number from {} on", low)
                                     : fmt::format("accepted: a whole number from {} to {}", low,
                                                   with_thousands(static_cast<std::size_t>(high)));
    if (value->kind == Node::Kind::whole) {
        report_.add("E0106", value->spot, fmt::format("`{}` cannot be {}", key, value->whole), accepted);
    } else {
        const bool quoted = value->kind == Node::Kind::text && parse_number(value->text).has_value();
        const std::string given =
            value->kind == Node::Kind::number ? shortest(value->number) : std::string(in_words(value->kind));
        report_.add("E0102", value->spot, fmt::format("`{}` should be a whole number, not {}", key, given),
                    quoted ? fmt::format("write it without quotes: {}", trimmed(value->text)) : accepted);
    }
    return std::nullopt;
}

std::optional<bool> Fields::yes_or_no(std::string_view key) const {
    const Node* value = get(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Node::Kind::boolean) return value->boolean;
    wrong_kind(key, *value, "true or false", value->kind == Node::Kind::text ? "write it without quotes" : "");
    return std::nullopt;
}

std::optional<double> Fields::days(std::string_view key, std::string_view usual) const {
    const Node* value = get(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) {
        report_.add("E0104", value->spot, fmt::format("`{}` has no unit", key),
                    fmt::format("did you mean \"{} {}\"?", shortest(value->number), usual));
        return std::nullopt;
    }
    if (value->kind != Node::Kind::text) {
        wrong_kind(key, *value, "text in quotes", fmt::format("for example {} = \"14 {}\"", key, usual));
        return std::nullopt;
    }
    const std::optional<std::string> words = value->text;
    const auto duration = parse_duration(*words, usual);
    if (const auto* misread = std::get_if<Misread>(&duration)) {
        report_.add("E0104", value->spot, fmt::format("`{}`: {}", key, misread->message), misread->remedy);
        return std::nullopt;
    }
    return std::get<Duration>(duration).days();
}

std::optional<Rate> Fields::rate(std::string_view key, std::string_view usual) const {
    const Node* value = get(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) {
        report_.add("E0104", value->spot, fmt::format("`{}` has no unit", key),
                    fmt::format("did you mean \"{} {}\"?", shortest(value->number), usual));
        return std::nullopt;
    }
    if (value->kind != Node::Kind::text) {
        wrong_kind(key, *value, "text in quotes", fmt::format("for example {} = \"3 {}\"", key, usual));
        return std::nullopt;
    }
    const std::optional<std::string> words = value->text;
    const auto rate = parse_rate(*words, usual);
    if (const auto* misread = std::get_if<Misread>(&rate)) {
        report_.add("E0104", value->spot, fmt::format("`{}`: {}", key, misread->message), misread->remedy);
        return std::nullopt;
    }
    return std::get<Rate>(rate);
}

std::optional<std::size_t> Fields::choice(std::string_view key, const Words& words, std::string_view what) const {
    const std::optional<std::string> word = text(key);
    if (!word) return std::nullopt;
    return chosen(*word, spot(key), words, what);
}

void Fields::choices(std::string_view key, const Words& words, std::string_view what,
                     const std::function<void(std::size_t index, const Spot& spot)>& take) const {
    const Node* value = get(key);
    if (value == nullptr) return;
    if (value->kind != Node::Kind::list) {
        return wrong_kind(
            key, *value, "a list",
            value->kind == Node::Kind::text ? fmt::format("did you mean {} = [\"{}\"]?", key, value->text) : "");
    }
    for (const Node& item : value->items) {
        if (item.kind != Node::Kind::text) {
            wrong_kind(key, item, "a list of words in quotes");
        } else if (const auto one = chosen(item.text, item.spot, words, what)) {
            take(*one, item.spot);
        }
    }
}

std::optional<std::size_t> Fields::chosen(const std::string& word, const Spot& place, const Words& words,
                                          std::string_view what) const {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    std::string small = word;  // "EMDR" is near "emdr"
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    report_.add("E0113", place, fmt::format("`{}` is not a {}", word, what), suggestion(small, words));
    return std::nullopt;
}

const Node* Fields::table(std::string_view key) const {
    const Node* value = get(key);
    if (value == nullptr || value->kind == Node::Kind::table) return value;
    wrong_kind(key, *value, "a table", "written { key = value }, or below a header in single brackets");
    return nullptr;
}

std::vector<const Node*> Fields::tables(std::string_view key, std::string_view header) const {
    std::vector<const Node*> all;
    const Node* value = get(key);
    if (value == nullptr) return all;
    if (value->kind != Node::Kind::list) {
        wrong_kind(key, *value, "a list of tables", fmt::format("did you mean [[{}]], with two brackets?", header));
        return all;
    }
    for (const Node& item : value->items) {
        if (item.kind == Node::Kind::table) {
            all.push_back(&item);
        } else {
            wrong_kind(key, item, "a list of tables");
        }
    }
    return all;
}

}  // namespace nearness::io
