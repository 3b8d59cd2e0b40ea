// A TOML file as a tree that can be copied, changed and pointed into.
//
// Why not toml++'s own: its tables forget the order of the file, and an arm of a scenario is a changed copy of the tree
// in which every value must still know where it was written. It also keeps that header out of every reader.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/text_file.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

// Where something was written: in the file, or in the value of a `--set` (which has no lines, and seldom a column).
struct Spot {
    int line = 0;      // from 1; 0 when nowhere in particular
    int column = 0;    // in characters, from 1
    int width = 0;     // in characters
    int setting = -1;  // number of the `--set`, −1 for the file

    bool operator==(const Spot&) const = default;
};

struct Entry;

struct Node {
    enum class Kind { table, list, text, whole, number, boolean, date };

    Kind kind = Kind::table;
    Spot spot;
    bool braces = false;  // a table written {…}, not as [table] or dotted.key
    std::string text;
    double number = 0;  // of whole numbers too
    std::int64_t whole = 0;
    bool boolean = false;
    std::vector<Node> items;
    std::vector<Entry> entries;  // in the order of the file

    bool is_number() const { return kind == Kind::whole || kind == Kind::number; }
    const Entry* entry(std::string_view key) const;
    Entry* entry(std::string_view key);
    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
    // Replaces the value of a key, or adds it at the end.
    void set(std::string key, Spot spot, Node value);
    void remove(std::string_view key);
};

struct Entry {
    std::string key;
    Spot spot;  // of the key
    Node value;
};

// "text", "a table", ...: what a node is, for messages.
std::string_view in_words(Node::Kind kind);

// What spots point into.
struct Sources {
    TextFile file;
    std::vector<std::string> settings;  // the `--set`s, as typed
    // What each was given to, where that is another option than --set; "" for an argument that stands alone.
    std::vector<std::string> options{};

    Place place(const Spot& spot) const;
};

// Reads the file of `sources`. Throws InputError (E0101) when it is not TOML.
Node parse_toml(const Sources& sources);

// Reads the value of a `--set`: TOML when it is, else the text itself, so that the shell's quotes are enough.
Node parse_toml_value(std::string_view text, int setting);

}  // namespace nearness::io
