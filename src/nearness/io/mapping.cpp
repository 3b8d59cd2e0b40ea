#include "nearness/io/mapping.hpp"

#include "nearness/io/mapping_keys.hpp"
#include "nearness/memory/study_cues.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

namespace {

using observe::OwnCue;
using observe::Role;
using Kind = Node::Kind;

const std::vector<std::string> top_keys = {
    "title",   "source",  "licence", "note", "negative_control", "person",    "group",     "delimiter",
    "decimal", "missing", "time",    "cues", "outcome",          "behaviour", "secondary", "proxy"};
const std::vector<std::string> time_keys = {"column", "unit", "format", "clock"};
const std::vector<std::string> value_keys = {"column", "from", "to", "reversed", "label"};
const std::vector<std::string> own_cue_keys = {"column", "kind", "from", "to", "reversed", "label"};
const std::vector<std::string> secondary_keys = {"name", "column", "from", "to", "reversed", "label"};
const std::vector<std::string> proxy_keys = {"name",     "column", "from", "to",
                                             "reversed", "label",  "lead", "within_days"};

class Reader : MappingKeys {
public:
    Reader(const TextFile& text, const std::vector<std::string>& known_cues, Problems& problems)
        : MappingKeys(text, problems), known_cues_(known_cues) {}

    Mapping read() {
        Mapping mapping;
        mapping.path = path();
        const std::optional<Node> tree = parse();
        if (!tree) return mapping;
        const Node& root = *tree;
        check_keys(root, top_keys, "the mapping");
        mapping.title = string(root, "title").value_or("");
        mapping.source = string(root, "source").value_or("");
        mapping.licence = string(root, "licence").value_or("");
        mapping.note = string(root, "note").value_or("");
        mapping.negative_control = boolean(root, "negative_control");
        mapping.person = column(root, "person");
        mapping.group = column(root, "group");
        mapping.delimiter = choice<Delimiter>(
            root, "delimiter",
            {{"comma", Delimiter::comma}, {"tab", Delimiter::tab}, {"semicolon", Delimiter::semicolon}});
        mapping.decimal = choice<Decimal>(root, "decimal", {{"point", Decimal::point}, {"comma", Decimal::comma}});
        if (mapping.decimal == Decimal::comma && mapping.delimiter == Delimiter::comma) {
            add("E0216", root.find("decimal")->spot, "decimal commas and a comma as delimiter do not go together",
                "leave `delimiter` out if cells with a comma are quoted: it is detected");
        }
        read_missing(root, mapping);
        read_time(root, mapping);
        read_cues(root, mapping);
        read_value(root, "outcome", Role::outcome, mapping);
        read_value(root, "behaviour", Role::behaviour, mapping);
        read_list(root, "secondary", Role::secondary, mapping);
        read_list(root, "proxy", Role::proxy, mapping);
        say_how_many_more();
        return mapping;
    }

private:
    void read_missing(const Node& root, Mapping& mapping) {
        const Node* node = root.find("missing");
        if (node == nullptr) return;
        if (node->kind != Kind::list) return wrong_type(*node, "missing", "a list of texts");
        mapping.missing.clear();
        for (const Node& item : node->items) {
            if (item.kind == Kind::text) {
                mapping.missing.emplace_back(trimmed(item.text));
            } else {
                add("E0212", item.spot, fmt::format("`missing` lists texts, not {}", in_words(item.kind)),
                    "write it in quotes, as it stands in the file: \"-99\"");
            }
        }
    }

    void read_time(const Node& root, Mapping& mapping) {
        const Node* time = section(root, "time", "[time] with column and unit");
        if (time == nullptr) return;
        check_keys(*time, time_keys, "[time]");
        mapping.time.column = column(*time, "column");
        if (time->find("column") == nullptr) no_key(*time, "column", "[time]", "the name of a column");
        if (time->find("unit") == nullptr) {
            no_key(*time, "unit", "[time]", "seconds, minutes, hours, days, weeks or timestamp");
        }
        const auto unit = choice<TimeUnit>(*time, "unit",
                                           {{"seconds", TimeUnit::seconds},
                                            {"minutes", TimeUnit::minutes},
                                            {"hours", TimeUnit::hours},
                                            {"days", TimeUnit::days},
                                            {"weeks", TimeUnit::weeks},
                                            {"timestamp", TimeUnit::timestamp}});
        mapping.time.unit = unit.value_or(TimeUnit::days);
        mapping.time.format = choice<DateOrder>(*time, "format",
                                                {{"year-month-day", DateOrder::year_month_day},
                                                 {"day.month.year", DateOrder::day_month_year},
                                                 {"month/day/year", DateOrder::month_day_year}})
                                  .value_or(DateOrder::year_month_day);
        mapping.time.clock = column(*time, "clock");
        if (!unit) {
            if (mapping.time.column) mapping.time.column.reset();  // times cannot be read without their unit
            return;
        }
        for (const char* key : {"format", "clock"}) {
            if (const Node* node = time->find(key); node != nullptr && *unit != TimeUnit::timestamp) {
                add("E0216", node->spot, fmt::format("`{}` is only for timestamps", key),
                    "leave it out, or say unit = \"timestamp\"");
            }
        }
    }

    void read_cues(const Node& root, Mapping& mapping) {
        const Node* cues = section(root, "cues", "a cue, for example [cues.attention] with column and from");
        if (cues == nullptr) return;
        for (const std::string& name : known_cues_) {
            const Node* cue = cues->find(name);
            if (cue == nullptr || cue->find("kind") == nullptr) {
                read_value(*cues, name, Role::cue, mapping);
            } else {
                add("E0217", cue->entry("kind")->spot,
                    fmt::format("`{}` is a cue of the model, which knows its kind", name),
                    "leave `kind` out, or choose another name for a cue of your own");
            }
        }
        for (const Entry& entry : cues->entries) {
            if (!is_of_model(entry.key)) read_own_cue(entry, mapping);
        }
        if (cues->entries.empty()) {
            add("E0213", cues->spot, "[cues] names no cue",
                "add a cue, for example [cues.attention] with column and from");
        }
    }

    bool is_of_model(const std::string& cue) const {
        return std::find(known_cues_.begin(), known_cues_.end(), cue) != known_cues_.end();
    }

    // A name that is not the model's: the study's own if it says of which kind, else most likely a slip.
    void read_own_cue(const Entry& entry, Mapping& mapping) {
        const Node& cue = entry.value;
        if (cue.kind != Kind::table || cue.find("kind") == nullptr) {
            return add(
                "E0214", entry.spot, fmt::format("the model has no cue `{}`", entry.key),
                suggestion(entry.key, known_cues_) + R"(   a cue of your own needs kind = "signal" or "context")");
        }
        if (++own_cues_ > memory::most_study_cues) {
            return add("E0216", entry.spot, "too many cues of your own",
                       fmt::format("accepted: at most {} beside the model's", memory::most_study_cues));
        }
        check_unused(entry.key, entry.spot, mapping);
        const auto kind = choice<OwnCue>(cue, "kind", {{"signal", OwnCue::signal}, {"context", OwnCue::context}});
        if (kind) add_value(cue, entry.key, Role::cue, fmt::format("[cues.{}]", entry.key), mapping, *kind);
    }

    // A cue (`where` is [cues]), [outcome] or [behaviour].
    void read_value(const Node& parent, std::string_view name, Role role, Mapping& mapping) {
        const Node* node = parent.find(name);
        if (node == nullptr) {
            if (role == Role::outcome) section(parent, name, "[outcome] with column and from");
            return;
        }
        if (node->kind != Kind::table) return wrong_type(*node, name, "a table with `column` and `from`");
        const std::string where = role == Role::cue ? fmt::format("[cues.{}]", name) : fmt::format("[{}]", name);
        add_value(*node, std::string(name), role, where, mapping);
    }

    // [[secondary]] or [[proxy]].
    void read_list(const Node& root, std::string_view key, Role role, Mapping& mapping) {
        const Node* node = root.find(key);
        if (node == nullptr) return;
        const std::string where = fmt::format("[[{}]]", key);
        if (node->kind != Kind::list) return wrong_type(*node, key, "a list of tables, written " + where);
        constexpr std::size_t most = 1000;
        if (node->items.size() > most) {
            add("E0216", node->items[most].spot, "too many " + where,
                fmt::format("accepted: at most {}", with_thousands(most)));
            return;
        }
        for (const Node& item : node->items) {
            if (item.kind != Kind::table) {
                wrong_type(item, key, "a list of tables, written " + where);
                continue;
            }
            if (item.find("name") == nullptr) no_key(item, "name", where, "a name of your choice");
            const std::optional<std::string> name = string(item, "name");
            if (name) check_unused(*name, item.find("name")->spot, mapping);
            add_value(item, name.value_or(""), role, where, mapping);
        }
    }

    void check_unused(const std::string& name, const Spot& spot, const Mapping& mapping) {
        const bool reserved = is_of_model(name) || name == "outcome" || name == "behaviour";
        const bool used = std::any_of(mapping.values.begin(), mapping.values.end(),
                                      [&](const ValueMapping& value) { return value.variable.name == name; });
        if (!name.empty() && !reserved && !used) return;
        add("E0217", spot,
            name.empty() ? "the name is empty"
                         : fmt::format("`{}` is already the name of {}", name,
                                       reserved ? "something in the model" : "another variable"),
            "choose another name");
    }

    void add_value(const Node& table, std::string name, Role role, const std::string& where, Mapping& mapping,
                   OwnCue own = OwnCue::no) {
        ValueMapping value;
        value.variable.role = role;
        value.variable.name = std::move(name);
        value.variable.own = own;
        value.variable.label = string(table, "label").value_or("");
        value.variable.reversed = boolean(table, "reversed");
        // What is not well described is left out, so that a mistyped `from` does not make every answer a problem.
        bool good = check_keys(table,
                               role == Role::proxy       ? proxy_keys
                               : role == Role::secondary ? secondary_keys
                               : own != OwnCue::no       ? own_cue_keys
                                                         : value_keys,
                               where);
        good = range(table, "from", value.from_low, value.from_high) && good;
        good = range(table, "to", value.to_low, value.to_high) && good;
        if (role == Role::proxy) {
            value.variable.lead = lead(table);
            value.within_days = within_days(table);
        }
        const std::optional<ColumnName> from_column = column(table, "column");
        if (table.find("column") == nullptr) no_key(table, "column", where, "the name of a column");
        if (!from_column || !good) return;
        value.column = *from_column;
        value.variable.column = from_column->name;
        mapping.values.push_back(std::move(value));
    }

    int lead(const Node& table) {
        constexpr std::int64_t most = 1000;
        const Node* node = table.find("lead");
        if (node == nullptr) return 0;
        if (node->kind != Kind::whole) {
            wrong_type(*node, "lead", "a whole number of prompts");
            return 0;
        }
        if (node->whole >= 0 && node->whole <= most) return static_cast<int>(node->whole);
        add("E0216", node->spot, fmt::format("`lead` cannot be {}", node->whole),
            fmt::format("accepted: 0 to {} prompts after the moment", most));
        return 0;
    }

    double within_days(const Node& table) {
        constexpr double any = std::numeric_limits<double>::infinity();
        const Node* node = table.find("within_days");
        if (node == nullptr) return any;
        if (!node->is_number()) {
            wrong_type(*node, "within_days", "a number of days");
            return any;
        }
        const double days = node->number;
        if (days > 0) return days;
        add("E0216", node->spot, fmt::format("`within_days` cannot be {}", shortest(days)),
            "accepted: a number above 0");
        return any;
    }

    const std::vector<std::string>& known_cues_;
    int own_cues_ = 0;
};

}  // namespace

Mapping parse_mapping(const TextFile& text, const std::vector<std::string>& known_cues, Problems& problems) {
    return Reader(text, known_cues, problems).read();
}

}  // namespace nearness::io
