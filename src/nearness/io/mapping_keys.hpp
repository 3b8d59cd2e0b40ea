// The keys of a mapping file, each looked up as what it should be. What is wrong is told, and taken as not given.
#pragma once

#include "nearness/io/mapping.hpp"
#include "nearness/io/toml_tree.hpp"

namespace nearness::io {

class MappingKeys {
public:
    MappingKeys(const TextFile& text, Problems& problems) : sources_{text, {}}, problems_(problems) {}

    const std::string& path() const { return sources_.file.path; }
    std::optional<Node> parse();  // nothing when it is no TOML (E0210)

    Place place(const Spot& spot) const { return sources_.place(spot); }
    // The first hundred are told: nobody reads on.
    void add(std::string_view code, const Spot& spot, std::string message, std::string remedy = {});
    void say_how_many_more();

    // False when there is an unknown key.
    bool check_keys(const Node& table, const std::vector<std::string>& allowed, const std::string& where);
    void wrong_type(const Node& node, std::string_view key, std::string_view wanted);
    void no_key(const Node& table, std::string_view key, std::string_view where, std::string_view wanted);

    std::optional<std::string> string(const Node& table, std::string_view key);
    bool boolean(const Node& table, std::string_view key);
    std::optional<ColumnName> column(const Node& table, std::string_view key);
    // A required table. Its absence is E0213.
    const Node* section(const Node& root, std::string_view key, std::string_view example);
    // Two numbers, the lower first; `to` within [0, 1].
    bool range(const Node& table, std::string_view key, double& low, double& high);

    template <class Value>
    std::optional<Value> choice(const Node& table, std::string_view key,
                                const std::vector<std::pair<std::string, Value>>& choices) {
        const std::optional<std::string> word = string(table, key);
        if (!word) return std::nullopt;
        std::vector<std::string> words;
        for (const auto& [name, value] : choices) {
            if (name == *word) return value;
            words.push_back(name);
        }
        not_a_choice(*table.find(key), key, words);
        return std::nullopt;
    }

private:
    void not_a_choice(const Node& node, std::string_view key, const std::vector<std::string>& choices);

    Sources sources_;
    Problems& problems_;
    std::size_t count_ = 0;
};

}  // namespace nearness::io
