// Reading one table of a TOML file key by key, with a message for everything that is not as it should be.
#pragma once

#include "nearness/io/quantity.hpp"
#include "nearness/io/toml_tree.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace nearness::io {

using Words = std::vector<std::string>;

// What may stand at the top of a scenario; a key of these that ended up below a [header] gets a hint.
const Words& top_keys();

// Collects problems. What stands in a `--set` is a problem of the command line, whatever it is about.
class Report {
public:
    static constexpr std::size_t shown = 100;  // problems; nobody reads on, and the rest often follows from these

    // `top`: what may stand at the top of such a file; has to stay.
    explicit Report(const Sources& sources, const Words& top = top_keys()) : sources_(sources), top_(top) {}

    void add(std::string_view code, const Spot& spot, std::string message, std::string remedy = {});

    struct Found {
        std::string code;
        Spot spot;
        std::string message, remedy;
        bool operator==(const Found&) const = default;
    };
    std::vector<Found> found;

    const Sources& sources() const { return sources_; }
    const Words& top() const { return top_; }
    void throw_if_any() const;

private:
    const Sources& sources_;
    const Words& top_;
    std::set<std::tuple<int, int, std::string>> unknown_keys_;  // line, column and message
};

class Fields {
public:
    // `name` as messages show it: "[[chapter]] `together`".
    Fields(const Node& table, std::string name, Report& report)
        : table_(table), name_(std::move(name)), report_(report) {}

    const std::string& name() const { return name_; }
    Report& report() const { return report_; }
    const Node* get(std::string_view key) const { return table_.find(key); }
    bool has(std::string_view key) const { return get(key) != nullptr; }
    // The entry that looks like a slip for `key`.
    const Entry* misspelt(std::string_view key) const;
    Spot spot() const { return table_.spot; }
    const std::vector<Entry>& entries() const { return table_.entries; }
    // Of the value when the key is there, of the table otherwise.
    Spot spot(std::string_view key) const;

    // Every other key is unknown.
    void accept(const Words& keys) const;
    // Reports a key that is not there, or the one that was mistyped for it.
    bool require(std::string_view key, std::string_view remedy) const;

    // Each is empty when the key is absent or its value is not usable; the latter is reported.
    std::optional<std::string> text(std::string_view key) const;
    std::optional<std::string> id(std::string_view key) const;
    std::optional<double> number(std::string_view key, double low, double high) const;
    std::optional<std::int64_t> whole(std::string_view key, std::int64_t low, std::int64_t high) const;
    std::optional<bool> yes_or_no(std::string_view key) const;
    std::optional<double> days(std::string_view key, std::string_view usual) const;
    std::optional<Rate> rate(std::string_view key, std::string_view usual) const;
    // The index of a word among `words`, called a `what` in messages.
    std::optional<std::size_t> choice(std::string_view key, const Words& words, std::string_view what) const;
    // The same for every word of a list, in its order, with its place.
    void choices(std::string_view key, const Words& words, std::string_view what,
                 const std::function<void(std::size_t index, const Spot& spot)>& take) const;
    const Node* table(std::string_view key) const;
    // The tables of a list such as plan, whose `header` is chapter.plan; empty when there is none.
    std::vector<const Node*> tables(std::string_view key, std::string_view header) const;

    void wrong_kind(std::string_view key, const Node& value, std::string_view wanted, std::string remedy = {}) const;

private:
    std::optional<std::size_t> chosen(const std::string& word, const Spot& place, const Words& words,
                                      std::string_view what) const;

    const Node& table_;
    std::string name_;
    Report& report_;
};

// Checks on single values that more than one reader needs; `what` names the value.
bool check_number(const Node& value, std::string_view what, double low, double high, Report& report);
bool check_id(const Node& value, std::string_view what, Report& report);

}  // namespace nearness::io
