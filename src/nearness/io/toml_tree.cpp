#include "nearness/io/toml_tree.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/toml_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <utility>

namespace nearness::io {

namespace {

Spot spot_of(const toml::source_region& region, int setting) {
    if (setting >= 0) return {0, 0, 0, setting};
    const bool one_line = region.begin.line == region.end.line && region.end.column > region.begin.column;
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column),
            one_line ? static_cast<int>(region.end.column - region.begin.column) : 1, setting};
}

// What no scenario or mapping comes near, and what keeps bad luck or bad will from exhausting time, memory or the stack.
constexpr std::size_t largest_file = std::size_t{4} << 20U;
constexpr std::size_t most_values = 30'000;
constexpr int deepest = 100;
// Keys with thousands of dots would nest tables deeper than recursion can follow, here and in toml++.
constexpr std::ptrdiff_t most_dots = 400;

class TooMuch : public std::exception {
public:
    TooMuch(Spot where, std::string what_it_is) : spot(where), message(std::move(what_it_is)) {}
    Spot spot;
    std::string message;
};

Node converted(const toml::node& from, int setting, std::size_t& values, int depth = 0) {
    using Kind = Node::Kind;
    Node node;
    node.spot = spot_of(from.source(), setting);
    if (depth > deepest) throw TooMuch(node.spot, fmt::format("tables are nested more than {} deep", deepest));
    if (++values > most_values) {
        throw TooMuch(node.spot, fmt::format("the file holds more than {} values", with_thousands(most_values)));
    }
    if (const toml::table* table = from.as_table()) {
        node.braces = table->is_inline();
        for (const auto& [key, value] : *table) {
            node.entries.push_back(
                {std::string(key.str()), spot_of(key.source(), setting), converted(value, setting, values, depth + 1)});
        }
        std::stable_sort(node.entries.begin(), node.entries.end(), [](const Entry& a, const Entry& b) {
            return std::pair(a.spot.line, a.spot.column) < std::pair(b.spot.line, b.spot.column);
        });
        return node;
    }
    if (const toml::array* list = from.as_array()) {
        node.kind = Kind::list;
        for (const toml::node& item : *list) node.items.push_back(converted(item, setting, values, depth + 1));
    } else if (const auto* text = from.as_string()) {
        node.kind = Kind::text;
        node.text = text->get();
    } else if (const auto* whole = from.as_integer()) {
        node.kind = Kind::whole;
        node.whole = whole->get();
        node.number = static_cast<double>(whole->get());
    } else if (const auto* number = from.as_floating_point()) {
        node.kind = Kind::number;
        node.number = number->get();
    } else if (const auto* boolean = from.as_boolean()) {
        node.kind = Kind::boolean;
        node.boolean = boolean->get();
    } else {
        node.kind = Kind::date;
    }
    return node;
}

// toml++'s sentences begin with "Error while parsing ...: "; ours say what is wrong, then where.
std::string described(const toml::parse_error& error) {
    std::string text(error.description());
    if (text.find("nested value depth") != std::string::npos) return "lists and tables are nested too deep";
    constexpr std::string_view opening = "Error while parsing ";
    if (text.starts_with(opening)) text.erase(0, opening.size());
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// Without the quotes of a word processor, “ ” „ ‘ ’ or « »; unchanged when there are none.
std::string without_typographic_quotes(std::string_view value) {
    for (const bool front : {true, false}) {
        for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"}) {
            if (front && value.starts_with(quote)) value.remove_prefix(quote.size());
            if (!front && value.ends_with(quote)) value.remove_suffix(quote.size());
        }
    }
    return std::string(value);
}

// toml++ names the rule that was broken; the slip behind it is nearly always one of these.
std::string likely_slip(std::string_view line, std::string_view description) {
    line = trimmed(line);
    if (has(description, "control characters") || has(description, "unterminated")) {
        return "is a quote not closed? texts over several lines stand in \"\"\" and \"\"\"";
    }
    if (has(description, "as array-of-tables"))
        return "its parts, such as [[chapter.plan]], stand below their [[chapter]]";
    if (has(description, "cannot redefine existing table"))
        return "go on below the header that is there, without a second one";
    if (has(description, "cannot redefine")) return "it is given twice: keep one of them";
    if (has(description, "not representable")) return "accepted: whole numbers up to 9223372036854775807";
    if (line.starts_with("[[") && !has(line, "]]")) return "two brackets open the header, two close it";
    if (has(description, "saw ';'")) return "a line ends without a semicolon";
    if (has(description, "expected '='") || has(description, "root table: expected")) {
        return "write key = value, and headers as [parameters] or [[chapter]]";
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return "";
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1));
    if (value.empty()) return "the value is missing";
    if (const std::string plain = without_typographic_quotes(value); plain != value) {
        return fmt::format("these are quotes of a word processor; write straight ones: {} = \"{}\"", key, plain);
    }
    if (has(description, "'true'") || has(description, "'false'")) return "true and false are written small";
    if (has(description, "saw '%'")) return "write a share between 0 and 1: 0.7, not 70%";
    if (const auto number = parse_number(value, Decimal::comma); number && has(value, ",")) {
        return fmt::format("decimals have a point: {} = {}", key, shortest(*number));
    }
    if (!has("\"'[{", value.substr(0, 1)) && value.find_first_of("\"#") == std::string_view::npos && !has(key, " ")) {
        return fmt::format("texts stand in quotes: {} = \"{}\"", key, value);
    }
    if (value[0] == '{' && !has(value, "}")) return "a table in { } stands on one line";
    return "";
}

[[noreturn]] void refuse(const Sources& sources, const Spot& spot, std::string message, std::string remedy) {
    Problems problems;
    problems.add("E0101", sources.place(spot), std::move(message), std::move(remedy));
    problems.throw_if_any();
    throw Bug("unreachable: a problem was just added");
}

void check_size(const Sources& sources) {
    const std::string_view text = sources.file.content;
    if (text.size() > largest_file) {
        refuse(sources, {}, fmt::format("the file is larger than {} MB", largest_file >> 20U),
               "a scenario or a mapping is a few pages of text; is this another file?");
    }
    int line = 1;
    for (std::size_t start = 0; start <= text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view content = text.substr(start, end - start);
        if (std::count(content.begin(), content.end(), '.') > most_dots) {
            refuse(sources, {line, 1, 1, -1}, fmt::format("the line has more than {} dots", most_dots),
                   "break it into shorter lines");
        }
        start = end + 1;
    }
}

}  // namespace

const Entry* Node::entry(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

Entry* Node::entry(std::string_view key) { return const_cast<Entry*>(std::as_const(*this).entry(key)); }

const Node* Node::find(std::string_view key) const {
    const Entry* found = entry(key);
    return found == nullptr ? nullptr : &found->value;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

void Node::set(std::string key, Spot key_spot, Node value) {
    if (Entry* found = entry(key)) {
        *found = {std::move(key), key_spot, std::move(value)};
    } else {
        entries.push_back({std::move(key), key_spot, std::move(value)});
    }
}

void Node::remove(std::string_view key) {
    std::erase_if(entries, [&](const Entry& e) { return e.key == key; });
}

std::string_view in_words(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::table: return "a table";
        case Node::Kind::list: return "a list";
        case Node::Kind::text: return "text";
        case Node::Kind::whole: return "a whole number";
        case Node::Kind::number: return "a number";
        case Node::Kind::boolean: return "true or false";
        case Node::Kind::date: return "a date or time";
    }
    return "something else";
}

Place Sources::place(const Spot& spot) const {
    const auto number = static_cast<std::size_t>(spot.setting);
    if (spot.setting >= 0 && spot.column == 0) {
        const std::string option = number < options.size() ? options[number] : "--set";
        return {option + (option.empty() ? "" : " ") + settings[number], 0, 0, 0, {}};
    }
    if (spot.setting < 0 && spot.line == 0) return {file.path, 0, 0, 0, {}};
    Place place = spot.setting >= 0 ? Place{{}, 1, 1, spot.width, settings[number]}
                                    : Place{file.path, spot.line, 1, spot.width, std::string(file.line(spot.line))};
    // toml++ counts characters, Place bytes.
    int characters = 0;
    std::size_t at = 0;
    for (; at < place.text.size(); ++at) {
        if ((static_cast<unsigned char>(place.text[at]) & 0xC0U) != 0x80U && ++characters >= spot.column) break;
    }
    place.column = static_cast<int>(at) + 1;
    return place;
}

Node parse_toml(const Sources& sources) {
    check_size(sources);
    try {
        std::size_t values = 0;
        return converted(toml::parse(std::string_view(sources.file.content), sources.file.path), -1, values);
    } catch (const toml::parse_error& error) {
        Spot spot = spot_of(error.source(), -1);
        spot.width = 1;
        refuse(sources, spot, "the file is not valid TOML: " + described(error),
               likely_slip(sources.place(spot).text, error.description()));
    } catch (const TomlConfused&) {
        refuse(sources, {}, "the file is not valid TOML, in a way that has no name", "");
    } catch (const TooMuch& much) {
        refuse(sources, much.spot, much.message, "break it up; is this a scenario or a mapping?");
    }
}

Node parse_toml_value(std::string_view text, int setting) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    node.spot.setting = setting;
    if (std::count(text.begin(), text.end(), '.') > most_dots) return node;
    try {
        const toml::table parsed = toml::parse(fmt::format("value = {}", text));
        std::size_t values = 0;
        if (parsed.size() == 1 && parsed.contains("value")) return converted(*parsed.get("value"), setting, values);
    } catch (const toml::parse_error&) {
        // Then it is text.
    } catch (const TomlConfused&) {
        // Likewise.
    } catch (const TooMuch&) {
        // Likewise.
    }
    return node;
}

}  // namespace nearness::io
