#include "nearness/io/mapping_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace nearness::io {

namespace {

using Kind = Node::Kind;

constexpr std::size_t shown = 100;  // problems

// An unknown key that looks like this one has been reported: that is the slip.
bool is_misspelt(const Node& table, std::string_view key) {
    return std::any_of(table.entries.begin(), table.entries.end(), [&](const Entry& entry) {
        return entry.key != key && !nearest(entry.key, {std::string(key)}).empty();
    });
}

}  // namespace

std::optional<Node> MappingKeys::parse() {
    try {
        return parse_toml(sources_);
    } catch (const InputError& error) {
        for (const Problem& p : error.problems()) problems_.add("E0210", p.place, p.message, p.remedy);
        return std::nullopt;
    }
}

void MappingKeys::add(std::string_view code, const Spot& spot, std::string message, std::string remedy) {
    if (++count_ > shown) return;
    problems_.add(code, place(spot), std::move(message), std::move(remedy));
}

bool MappingKeys::check_keys(const Node& table, const std::vector<std::string>& allowed, const std::string& where) {
    bool good = true;
    for (const auto& [name, spot, value] : table.entries) {
        if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
        add("E0211", spot, fmt::format("unknown key `{}` in {}", name, where), suggestion(name, allowed));
        good = false;
    }
    return good;
}

void MappingKeys::wrong_type(const Node& node, std::string_view key, std::string_view wanted) {
    add("E0212", node.spot, fmt::format("`{}` should be {}, not {}", key, wanted, in_words(node.kind)));
}

std::optional<std::string> MappingKeys::string(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind == Kind::text) return node->text;
    wrong_type(*node, key, "text in quotes");
    return std::nullopt;
}

bool MappingKeys::boolean(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    if (node == nullptr) return false;
    if (node->kind == Kind::boolean) return node->boolean;
    wrong_type(*node, key, "true or false");
    return false;
}

std::optional<ColumnName> MappingKeys::column(const Node& table, std::string_view key) {
    const std::optional<std::string> name = string(table, key);
    if (!name) return std::nullopt;
    return ColumnName{std::string(trimmed(*name)), place(table.find(key)->spot)};
}

const Node* MappingKeys::section(const Node& root, std::string_view key, std::string_view example) {
    const Node* node = root.find(key);
    if (node == nullptr && is_misspelt(root, key)) return nullptr;
    if (node == nullptr) {
        add("E0213", {}, fmt::format("[{}] is missing", key), fmt::format("add {}", example));
        return nullptr;
    }
    if (node->kind == Kind::table) return node;
    wrong_type(*node, key, "a table");
    return nullptr;
}

void MappingKeys::no_key(const Node& table, std::string_view key, std::string_view where, std::string_view wanted) {
    if (is_misspelt(table, key)) return;
    add("E0213", table.spot, fmt::format("{} needs `{}`", where, key), fmt::format("give {}", wanted));
}

bool MappingKeys::range(const Node& table, std::string_view key, double& low, double& high) {
    const Node* node = table.find(key);
    if (node == nullptr) return true;
    const std::vector<Node>& ends = node->items;
    if (ends.size() != 2 || !ends[0].is_number() || !ends[1].is_number()) {
        add("E0215", node->spot, fmt::format("`{}` should be two numbers", key),
            fmt::format("{} = [0, {}]", key, key == "to" ? 1 : 100));
        return false;
    }
    low = ends[0].number;
    high = ends[1].number;
    std::string fault;
    std::string remedy;
    if (!std::isfinite(low) || !std::isfinite(high)) {
        fault = "has an end that is not finite";
    } else if (!std::isfinite(high - low)) {
        fault = "is wider than a number can say";
    } else if (low > high) {
        fault = "has its higher end first";
        remedy = fmt::format("{} = [{}, {}]   to turn the scale round, add reversed = true", key, shortest(high),
                             shortest(low));
    } else if (low == high) {
        fault = "is a single point";
        remedy = "give the lowest and the highest possible answer";
    } else if (key == "to" && (low < 0 || high > 1)) {
        fault = "goes beyond [0, 1]";
        remedy = "the model's cues, outcomes and behaviour lie in [0, 1]";
    }
    if (fault.empty()) return true;
    add("E0215", node->spot, fmt::format("`{}` {}", key, fault), remedy);
    return false;
}

void MappingKeys::say_how_many_more() {
    if (count_ <= shown) return;
    problems_.add("E0211", place({}), fmt::format("and {} more problems", with_thousands(count_ - shown)));
}

void MappingKeys::not_a_choice(const Node& node, std::string_view key, const std::vector<std::string>& choices) {
    add("E0216", node.spot, fmt::format("`{}` is not a {}", node.text, key), suggestion(node.text, choices));
}

}  // namespace nearness::io
