#include "nearness/io/evidence_file.hpp"

#include "nearness/io/toml_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace nearness::io {

namespace {

constexpr double most_effect = 30, most_amount = 1e6;
constexpr std::int64_t most_people = 1'000'000'000;

constexpr std::array<Measure, 13> measures = {{{"r", -1, 1, true},
                                               {"kappa", -1, 1, true},
                                               {"g", -most_effect, most_effect, true},
                                               {"d", -most_effect, most_effect, true},
                                               {"SMD", -most_effect, most_effect, true},
                                               {"R²", 0, 1, true},
                                               {"partial η²", 0, 1, true},
                                               {"%", 0, 100, false},
                                               {"ms", 0, most_amount, false},
                                               {"s", 0, most_amount, false},
                                               {"sessions", 0, most_amount, false},
                                               {"steps", 0, most_amount, false},
                                               {"points", -100, 100, false}}};

const Words top = {"theme", "row"};
const Words row_keys = {"id",     "statement", "note",     "value",    "interval", "range", "measure",
                        "design", "people",    "couples",  "studies",  "grade",    "flag",  "source",
                        "key",    "supports",  "contests", "concerns", "verify"};
const Words grades = {"A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D"};
const Words flags(flag_names.begin(), flag_names.end());
const std::string assumption = "assumption";
const Words designs = {"meta-analysis",
                       "systematic review",
                       "randomised trial",
                       "registered replication",
                       "uncontrolled trial",
                       "laboratory",
                       "intracranial recording",
                       "brain imaging",
                       "longitudinal",
                       "observational",
                       "couple study",
                       "diary",
                       "animals",
                       "practice literature",
                       assumption};

Words names_of_measures() {
    Words names;
    for (const Measure& measure : measures) names.emplace_back(measure.name);
    return names;
}

std::string accepted(const Words& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "accepted: " : ", ") + word;
    return out;
}

// The helpers that evidence files share with scenarios speak in the codes of scenarios.
std::string code_of(const std::string& code) {
    static const std::map<std::string, std::string> codes = {
        {"E0101", "E0401"}, {"E0102", "E0402"}, {"E0103", "E0403"}, {"E0105", "E0404"}, {"E0106", "E0405"},
        {"E0107", "E0405"}, {"E0111", "E0406"}, {"E0112", "E0406"}, {"E0113", "E0407"}, {"E0119", "E0408"}};
    return codes.at(code);
}

class Row {
public:
    Row(const Fields& fields, const std::string& theme) : fields_(fields) { row_.theme = theme; }

    Evidence read() {
        fields_.accept(row_keys);
        row_.id = fields_.text("id").value_or("");
        row_.statement = sentence("statement", "one sentence, in words of our own");
        row_.note = fields_.text("note").value_or("");
        row_.source = sentence("source", "a short one, as source = \"Brouzos 2021\"");
        row_.key = fields_.text("key").value_or("");
        row_.verify = fields_.yes_or_no("verify").value_or(false);
        row_.people = fields_.whole("people", 1, most_people);
        row_.couples = fields_.whole("couples", 1, most_people);
        row_.studies = fields_.whole("studies", 1, most_people);
        read_design();
        read_numbers();
        read_claims();
        read_flag();
        return row_;
    }

private:
    void add(std::string_view key, std::string message, std::string remedy) const {
        fields_.report().add("E0119", fields_.spot(key), fmt::format("{}: {}", fields_.name(), message),
                             std::move(remedy));
    }

    // A text that has to be there.
    std::string sentence(std::string_view key, std::string_view remedy) const {
        if (!fields_.require(key, remedy)) return {};
        const std::optional<std::string> text = fields_.text(key);
        if (text && text->empty()) {
            fields_.report().add("E0105", fields_.spot(key), fmt::format("`{}` is empty", key), std::string(remedy));
        }
        return text.value_or("");
    }

    bool is_assumption() const { return row_.design == assumption; }

    void read_design() {
        if (fields_.require("design", accepted(designs))) {
            if (const auto design = fields_.choice("design", designs, "design")) row_.design = designs[*design];
        }
        if (is_assumption()) {
            for (const char* key : {"grade", "value", "range", "people", "couples", "studies"}) {
                if (fields_.has(key))
                    add(key, fmt::format("an assumption has no `{}`", key), "no study was found for it");
            }
        } else if (fields_.require("grade", accepted(grades))) {
            if (const auto grade = fields_.choice("grade", grades, "grade")) row_.grade = grades[*grade];
        }
    }

    void read_numbers() {
        const bool number = fields_.has("value") || fields_.has("range");
        if (number && !is_assumption() && !fields_.require("measure", accepted(names_of_measures()))) return;
        Measure measure{"", -most_amount, most_amount, false};
        if (const auto chosen = fields_.choice("measure", names_of_measures(), "measure")) {
            measure = measures[*chosen];
            row_.measure = measure.name;
        }
        row_.value = fields_.number("value", measure.low, measure.high);
        row_.interval = span("interval", measure);
        row_.range = span("range", measure);
        if (fields_.has("measure") && !number) add("measure", "a measure without a number", "give `value` or `range`");
        if (fields_.has("value") && fields_.has("range")) {
            add("range", "both `value` and `range`", "a range is for where there is no one value");
        }
        if (fields_.has("interval") && !fields_.has("value")) {
            add("interval", "an interval around no value", "without a value it is a `range`");
        }
        if (row_.value && row_.interval && (*row_.value < row_.interval->low || *row_.value > row_.interval->high)) {
            add("interval", "the interval does not contain the value", "");
        }
    }

    std::optional<Span> span(std::string_view key, const Measure& measure) const {
        const Node* node = fields_.get(key);
        if (node == nullptr) return std::nullopt;
        if (node->kind != Node::Kind::list || node->items.size() != 2) {
            fields_.wrong_kind(key, *node, "two numbers", fmt::format("for example {} = [13, 18]", key));
            return std::nullopt;
        }
        bool good = true;
        for (const Node& item : node->items) {
            good = check_number(item, key, measure.low, measure.high, fields_.report()) && good;
        }
        if (!good) return std::nullopt;
        const Span span{node->items[0].number, node->items[1].number};
        if (span.low < span.high) return span;
        add(key, fmt::format("`{}` has its higher end first, or is a single point", key), "the lower end comes first");
        return std::nullopt;
    }

    void read_claims() {
        row_.supports = numbers("supports");
        row_.contests = numbers("contests");
        row_.concerns = numbers("concerns");
        for (const int claim : row_.contests) {
            if (std::find(row_.supports.begin(), row_.supports.end(), claim) == row_.supports.end()) continue;
            add("contests", fmt::format("claim {} both supported and contested", claim), "make it two rows");
        }
    }

    std::vector<int> numbers(std::string_view key) const {
        std::vector<int> out;
        const Node* node = fields_.get(key);
        if (node == nullptr) return out;
        if (node->kind != Node::Kind::list) {
            fields_.wrong_kind(key, *node, "a list of claims", fmt::format("for example {} = [13]", key));
            return out;
        }
        for (const Node& item : node->items) {
            if (item.kind != Node::Kind::whole) {
                fields_.wrong_kind(key, item, "a list of whole numbers");
            } else if (item.whole < 1 || item.whole > claims) {
                fields_.report().add("E0106", item.spot, fmt::format("there is no claim {}", item.whole),
                                     fmt::format("accepted: 1 to {}", claims));
            } else if (std::find(out.begin(), out.end(), item.whole) != out.end()) {
                add(key, fmt::format("claim {} twice in `{}`", item.whole, key), "");
            } else {
                out.push_back(static_cast<int>(item.whole));
            }
        }
        return out;
    }

    void read_flag() {
        if (!fields_.require("flag", accepted(flags))) return;
        const auto chosen = fields_.choice("flag", flags, "flag");
        if (!chosen) return;
        row_.flag = static_cast<Flag>(*chosen);
        const auto wrong = [&](std::string message, std::string remedy) {
            add("flag", std::move(message), std::move(remedy));
        };
        if (is_assumption() && row_.flag != Flag::novel && row_.flag != Flag::contested) {
            wrong("an assumption flagged " + flags[*chosen], "it is novel, or contested");
        } else if (!is_assumption() && !row_.design.empty() && row_.flag == Flag::novel) {
            wrong("a study flagged novel", "what no study speaks to has design = \"assumption\"");
        } else if (row_.flag == Flag::novel && !(row_.supports.empty() && row_.contests.empty())) {
            wrong("a novel row neither supports nor contests", "name the claims as `concerns`");
        } else if (row_.flag != Flag::novel && !row_.concerns.empty()) {
            wrong("only a novel row has `concerns`", "say whether it supports or contests these claims");
        } else if (!row_.contests.empty() && row_.supports.empty() && row_.flag != Flag::contested) {
            wrong("it only contests and is not flagged contested",
                  "what speaks against the model is shown as contested");
        } else if (row_.grade.starts_with('D') && row_.flag == Flag::supported) {
            wrong(fmt::format("graded {} and flagged supported", row_.grade), "it is mixed, or contested");
        }
    }

    const Fields& fields_;
    Evidence row_;
};

class Reader {
public:
    void read(const TextFile& file) {
        const Sources sources{file, {}};
        Report report(sources, top);
        try {
            const Node root = parse_toml(sources);
            const Fields fields(root, "the file", report);
            fields.accept(top);
            const bool titled = fields.require("theme", "say what its rows are about: theme = \"Couples\"");
            const std::string theme = titled ? fields.text("theme").value_or("") : "";
            fields.require("row", "rows stand below [[row]]");
            for (const Node* table : fields.tables("row", "row")) read_row(*table, theme, report);
        } catch (const InputError& error) {
            for (const Problem& one : error.problems())
                problems_.add(code_of(one.code), one.place, one.message, one.remedy);
        }
        for (const Report::Found& one : report.found) {
            problems_.add(code_of(one.code), sources.place(one.spot), one.message, one.remedy);
        }
    }

    std::vector<Evidence> rows() {
        problems_.throw_if_any();
        return std::move(rows_);
    }

private:
    void read_row(const Node& table, const std::string& theme, Report& report) {
        const Fields unnamed(table, "[[row]]", report);
        std::string id;
        if (unnamed.require("id", "give it a short name: id = \"psychoeducation-alone\"")) id = read_id(unnamed);
        const Fields fields(table, id.empty() ? "[[row]]" : fmt::format("[[row]] `{}`", id), report);
        rows_.push_back(Row(fields, theme).read());
    }

    std::string read_id(const Fields& fields) {
        const std::optional<std::string> id = fields.id("id");
        if (!id) return {};
        const Spot spot = fields.spot("id");
        if (id->find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
            fields.report().add("E0112", spot, fmt::format("`{}` is not a usable id", *id),
                                "accepted: small letters, digits and -, since pages link to it");
        }
        const Place place = fields.report().sources().place(spot);
        const auto [first, fresh] = places_.emplace(*id, place);
        if (!fresh) {
            fields.report().add("E0111", spot, fmt::format("a second row `{}`", *id),
                                fmt::format("the first is at {}:{}", first->second.file, first->second.line));
        }
        return *id;
    }

    std::vector<Evidence> rows_;
    std::map<std::string, Place> places_;
    Problems problems_;
};

}  // namespace

const Measure* find_measure(std::string_view name) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& one) { return one.name == name; });
    return found == measures.end() ? nullptr : &*found;
}

std::vector<Evidence> parse_evidence(const std::vector<TextFile>& files) {
    Reader reader;
    for (const TextFile& file : files) reader.read(file);
    return reader.rows();
}

}  // namespace nearness::io
