#include "nearness/io/scenario_arms.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/scenario_life.hpp"
#include "nearness/io/scenario_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

namespace {

constexpr std::string_view no_such = "E0115";

std::vector<std::string> split_at_dots(std::string_view key) {
    std::vector<std::string> path;
    for (;;) {
        const std::size_t dot = key.find('.');
        path.emplace_back(trimmed(key.substr(0, dot)));
        if (dot == std::string_view::npos) return path;
        key.remove_prefix(dot + 1);
    }
}

void collect(const Node& table, const std::vector<std::string>& prefix, std::vector<Setting>& all) {
    for (const Entry& entry : table.entries) {
        std::vector<std::string> path = prefix;
        for (std::string& part : split_at_dots(entry.key)) path.push_back(std::move(part));
        // Nobody replaces a whole chapter: below a single name, braces too only lead on.
        const bool leads_on = entry.value.kind == Node::Kind::table && (!entry.value.braces || path.size() == 1);
        if (leads_on && !entry.value.entries.empty()) {
            collect(entry.value, path, all);
        } else {
            all.push_back({std::move(path), entry.spot, entry.value});
        }
    }
}

Node* member_called(Node* list, std::string_view key, std::string_view name) {
    if (list == nullptr || list->kind != Node::Kind::list) return nullptr;
    for (Node& item : list->items) {
        const Node* id = item.find(key);
        if (id != nullptr && id->kind == Node::Kind::text && id->text == name) return &item;
    }
    return nullptr;
}

// The names under `key` of a list's tables, such as the ids of all chapters.
Words names_in(const Node* list, std::string_view key) {
    Words names;
    if (list == nullptr) return names;
    for (const Node& item : list->items) {
        const Node* id = item.find(key);
        if (id != nullptr && id->kind == Node::Kind::text) names.push_back(id->text);
    }
    return names;
}

class Applying {
public:
    Applying(const Setting& setting, Node& root, const std::string& who, Report& report)
        : setting_(setting), path_(setting.path), root_(root), who_(who), report_(report) {}

    void apply() {
        if (path_.front() == "parameters" && path_.size() > 1) path_.erase(path_.begin());
        const std::string key = join(path_);
        if (key == "knock_out") return put(root_, key);
        if (is_parameter(key)) return parameter(key);
        Node* chapters = root_.find("chapter");
        if (Node* one = member_called(chapters, "id", path_.front())) return chapter(*one);
        Node* others = root_.find("others");
        Node* other = others == nullptr ? nullptr : others->find(path_.front());
        if (other != nullptr && other->kind == Node::Kind::table) return person(*other);
        nothing(chapters, others, key);
    }

private:
    static std::string join(const std::vector<std::string>& path) {
        std::string key;
        for (const std::string& part : path) key += (key.empty() ? "" : ".") + part;
        return key;
    }

    void refuse(std::string message, std::string remedy) {
        report_.add(no_such, setting_.spot, fmt::format("{}{}", who_, message), std::move(remedy));
    }

    void put(Node& table, const std::string& key) { table.set(key, setting_.spot, setting_.value); }

    void parameter(const std::string& key) {
        if (root_.find("parameters") == nullptr) root_.set("parameters", setting_.spot, Node{});
        Node* table = root_.find("parameters");
        if (table->kind == Node::Kind::table) put(*table, key);
    }

    void person(Node& other) {
        if (path_.size() == 2) return put(other, path_[1]);
        refuse(fmt::format("`{}` does not lead to a value", join(path_)),
               fmt::format("name one attribute: \"{}.steady\" = 0.5", path_.front()));
    }

    void chapter(Node& table) {
        const std::string& name = path_.front();
        if (path_.size() == 1) {
            return refuse(fmt::format("`{}` is a chapter", name),
                          fmt::format("say what of it: \"{}.lasts\" = \"2 years\"", name));
        }
        const std::string& key = path_[1];
        const Words& keys = chapter_keys();
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            return refuse(fmt::format("chapter `{}` has no `{}`", name, key), suggestion(key, keys));
        }
        if (key == "id" || key == "diary") {
            return refuse(fmt::format("`{}` of a chapter cannot be changed", key), "all arms share it");
        }
        if (path_.size() == 2) {
            // They exclude each other, and the later word counts.
            if (key == "lasts") table.remove("until");
            if (key == "until") table.remove("lasts");
            return put(table, key);
        }
        if (key == "with" && path_.size() == 3) return with(table);
        if (key == "plan" && path_.size() == 4) return plan(table);
        if ((key == "start" || key == "hold") && path_.size() == 3) return within(table, 1);
        if (key == "days" && path_.size() <= 4) return within(table, 1);
        refuse(fmt::format("`{}` does not lead to a value", join(path_)),
               "for example \"together.with.steady\", \"together.plan.parts.sessions\" or \"together.event\"");
    }

    void with(Node& table) {
        Node* other = table.find("with");
        if (other != nullptr && other->kind == Node::Kind::table) return put(*other, path_[2]);
        if (other != nullptr && other->kind == Node::Kind::text) {
            return refuse(fmt::format("`{}` meets [others.{}]", path_.front(), other->text),
                          fmt::format("change that one: \"{}.{}\"", other->text, path_[2]));
        }
        refuse(fmt::format("`{}` has nobody to change", path_.front()),
               fmt::format("set \"{}.with\" = {{ kind = \"partner\" }}", path_.front()));
    }

    // A value in tables that need not be there yet.
    void within(Node& table, std::size_t depth) {
        const std::string& key = path_[depth];
        if (depth + 1 == path_.size()) return put(table, key);
        if (table.find(key) == nullptr) table.set(key, setting_.spot, empty_table());
        Node* inner = table.find(key);
        if (inner->kind == Node::Kind::table) within(*inner, depth + 1);  // otherwise it is reported as no table
    }

    Node empty_table() const {
        Node node;
        node.spot = setting_.spot;
        return node;
    }

    void plan(Node& table) {
        Node* plans = table.find("plan");
        Node* found = member_called(plans, "id", path_[2]);
        if (found == nullptr) found = member_called(plans, "therapy", path_[2]);
        if (found != nullptr) return put(*found, path_[3]);
        Words names = names_in(plans, "id");
        for (std::string& therapy : names_in(plans, "therapy")) names.push_back(std::move(therapy));
        refuse(fmt::format("`{}` has no plan `{}`", path_.front(), path_[2]),
               names.empty() ? "it has no plans" : suggestion(path_[2], names));
    }

    void nothing(Node* chapters, Node* others, const std::string& key) {
        const Words& top = top_keys();
        if (std::find(top.begin(), top.end(), path_.front()) != top.end() && path_.front() != "parameters") {
            const bool on_command_line = setting_.spot.setting >= 0;
            const bool option = path_.front() == "seed" || path_.front() == "persons";
            return refuse(fmt::format("`{}` is not part of a life", key),
                          on_command_line && option ? fmt::format("did you mean --{}?", path_.front())
                                                    : "set parameters, others, and what belongs to a chapter");
        }
        Words names = names_in(chapters, "id");
        if (others != nullptr) {
            for (const Entry& other : others->entries) names.push_back(other.key);
        }
        const Words& parameters = parameter_keys();
        const auto among = [&](const Words& keys) {
            return std::any_of(keys.begin(), keys.end(),
                               [&](const std::string& one) { return one.starts_with(path_.front() + "."); });
        };
        const bool module = among(parameters) || among(learner_keys());
        if (module || (nearest(path_.front(), names).empty() && !nearest(key, parameters).empty())) {
            return refuse(fmt::format("there is no parameter `{}`", key), parameter_remedy(key));
        }
        refuse(fmt::format("there is no chapter, other or parameter `{}`", path_.front()),
               suggestion(path_.front(), names) + ", and parameters such as memory.concentration");
    }

    const Setting& setting_;
    std::vector<std::string> path_;
    Node& root_;
    const std::string& who_;
    Report& report_;
};

}  // namespace

std::vector<Setting> settings_in(const Node& set) {
    std::vector<Setting> all;
    collect(set, {}, all);
    return all;
}

std::optional<Setting> setting_from(const std::string& text, int number, Report& report) {
    const Spot spot{0, 0, 0, number};
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || trimmed(std::string_view(text).substr(0, equals)).empty()) {
        report.add("E0002", spot, "this is not key=value", "for example --set memory.concentration=0.05");
        return std::nullopt;
    }
    return Setting{split_at_dots(std::string_view(text).substr(0, equals)), spot,
                   parse_toml_value(trimmed(std::string_view(text).substr(equals + 1)), number)};
}

void apply(const Setting& setting, Node& root, const std::string& who, Report& report) {
    Applying(setting, root, who, report).apply();
}

}  // namespace nearness::io
