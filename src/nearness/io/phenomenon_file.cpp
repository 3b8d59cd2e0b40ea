#include "nearness/io/phenomenon_file.hpp"

#include "nearness/io/embedded_file.hpp"
#include "nearness/io/experiment_groups.hpp"
#include "nearness/io/learner_settings.hpp"
#include "nearness/io/toml_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nearness::io {

namespace {

const Words top = {"title", "description", "groups", "phenomenon", "map"};
const Words phenomenon_keys = {"source", "expect", "by", "shows", "lacks", "misses"};
const Words map_keys = {"learner", "x", "y", "regions"};
const Words axis_keys = {"parameter", "from", "to", "points", "scale"};
const Words scales = {"linear", "log"};
constexpr int most_points = 100;

// In the order of a course on learning, not of the alphabet.
constexpr std::array<std::string_view, 21> taught = {"acquisition",
                                                     "extinction",
                                                     "generalisation",
                                                     "discrimination",
                                                     "blocking",
                                                     "overshadowing",
                                                     "latent_inhibition",
                                                     "conditioned_inhibition",
                                                     "reversal",
                                                     "overexpectation",
                                                     "renewal_aba",
                                                     "renewal_abc",
                                                     "renewal_aab",
                                                     "spontaneous_recovery",
                                                     "reinstatement",
                                                     "savings",
                                                     "partial_reinforcement",
                                                     "retrieval_extinction",
                                                     "gradual_extinction",
                                                     "second_order",
                                                     "sensory_preconditioning"};

class Reader {
public:
    explicit Reader(const TextFile& file) : sources_{file, {}}, report_(sources_, top) {
        const std::size_t slash = file.path.find_last_of('/');
        const std::string name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
        out_.id = name.substr(0, name.rfind(".toml"));
    }

    PhenomenonFile read() {
        const Node root = parse_toml(sources_);
        const Fields fields(root, "the file", report_);
        fields.accept(top);
        if (fields.require("title", "say what it is called: title = \"Blocking\"")) {
            out_.title = fields.text("title").value_or("");
        }
        out_.description = fields.text("description").value_or("");
        const bool designed = read_groups_of(fields);
        if (fields.require("phenomenon", "say what is expected, below [phenomenon]")) {
            if (const Node* table = fields.table("phenomenon")) read_phenomenon(*table, designed);
        }
        if (const Node* table = fields.has("map") ? fields.table("map") : nullptr) read_map(*table, designed);
        report_.throw_if_any();
        return std::move(out_);
    }

private:
    bool read_groups_of(const Fields& fields) {
        if (!fields.require("groups", "designs stand below [groups]: all = \"20A>(US) | 20A\"")) return false;
        const Node* table = fields.table("groups");
        if (table == nullptr) return false;
        const std::size_t before = report_.found.size();
        std::vector<experiment::Group> groups = read_groups(*table, report_);
        if (report_.found.size() > before) return false;  // what a broken design lacks says nothing
        experiment::Designed designed = experiment::design_of(std::move(groups));
        for (const experiment::Lack& one : designed.lacks) report_.add("E0702", table->spot, one.message, one.remedy);
        out_.phenomenon.design = std::move(designed.design);
        return designed.lacks.empty();
    }

    std::vector<experiment::Order> orders(const Fields& fields, std::string_view key, const Node& list, bool designed,
                                          std::vector<std::string>* texts) {
        std::vector<experiment::Order> out;
        if (list.kind != Node::Kind::list || list.items.empty()) {
            fields.wrong_kind(key, list, "a list of orders", "for example [\"2 A > 4 A\"]");
            return out;
        }
        for (const Node& item : list.items) {
            if (item.kind != Node::Kind::text) {
                fields.wrong_kind(key, item, "a list of orders", "for example [\"2 A > 4 A\"]");
                continue;
            }
            if (texts != nullptr) texts->push_back(item.text);
            if (!designed) continue;  // what it speaks of could not be read
            experiment::ParsedOrder parsed = experiment::parse_order(item.text, out_.phenomenon.design);
            for (const experiment::Misread& one : parsed.problems) {
                report_misread(item, one, report_);
            }
            out.push_back(std::move(parsed.order));
        }
        return out;
    }

    void read_phenomenon(const Node& table, bool designed) {
        const Fields fields(table, "[phenomenon]", report_);
        fields.accept(phenomenon_keys);
        out_.source = fields.text("source").value_or("");
        out_.phenomenon.by = fields.number("by", 0, 1).value_or(out_.phenomenon.by);
        if (fields.require("expect", "for example expect = [\"2 A > 4 A\"]")) {
            out_.phenomenon.orders = orders(fields, "expect", *fields.get("expect"), designed, &out_.expect);
        }
        const Words names = learner_names();
        for (const auto& [key, to] :
             {std::pair{"shows", &out_.shows}, {"lacks", &out_.lacks}, {"misses", &out_.misses}}) {
            if (!fields.has(key)) continue;
            fields.choices(key, names, "learner", [&](std::size_t i, const Spot& spot) {
                const auto has = [&](const std::vector<std::string>& all) {
                    return std::find(all.begin(), all.end(), names[i]) != all.end();
                };
                if (has(out_.shows) || has(out_.lacks) || has(out_.misses)) {
                    report_.add("E0111", spot, fmt::format("`{}` stands there twice", names[i]),
                                "a learner shows a phenomenon, lacks it, or misses it");
                }
                to->push_back(names[i]);
            });
        }
    }

    void read_map(const Node& table, bool designed) {
        const Fields fields(table, "[map]", report_);
        fields.accept(map_keys);
        experiment::RegionMap map;
        const Words names = learner_names();
        if (!fields.require("learner", "name one: learner = \"rescorla-wagner\"")) return;
        const auto learner = fields.choice("learner", names, "learner");
        if (!learner) return;
        map.learner = names[*learner];
        for (const auto& [key, axis] : {std::pair{"x", &map.x}, {"y", &map.y}}) {
            if (!fields.require(
                    key, fmt::format("{} = {{ parameter = \"alpha\", from = 0.1, to = 1, points = 10 }}", key))) {
                return;
            }
            if (const Node* node = fields.table(key)) read_axis(*node, key, learner_texts()[*learner], *axis);
        }
        if (!fields.require("regions", "regions = { recovery = [\"4 A > 0.5\"] }")) return;
        const Node* regions = fields.table("regions");
        if (regions == nullptr) return;
        const Fields of(*regions, "[map.regions]", report_);
        for (const Entry& entry : regions->entries) {
            map.regions.push_back({entry.key, orders(of, entry.key, entry.value, designed, nullptr)});
        }
        out_.map = std::move(map);
    }

    void read_axis(const Node& node, std::string_view key, const LearnerText& learner, experiment::Axis& axis) {
        const Fields fields(node, fmt::format("[map] {}", key), report_);
        fields.accept(axis_keys);
        Words names;
        std::vector<std::size_t> places;
        for (std::size_t f = 0; f < learner.fields.size(); ++f) {
            const Field& field = learner.fields[f].field;
            if (field.quantity == Quantity::choice || field.quantity == Quantity::count) continue;
            for (const std::string& name : learner.fields[f].names) {
                names.push_back(name);
                places.push_back(f);
            }
        }
        if (!fields.require("parameter", fmt::format("name one of {}", learner.name))) return;
        const auto chosen = fields.choice("parameter", names, "parameter of " + learner.name);
        if (!chosen) return;
        axis.parameter = names[*chosen];
        axis.field = places[*chosen];
        const Field& field = learner.fields[axis.field].field;
        axis.from = fields.number("from", field.low, field.high).value_or(field.low);
        axis.to = fields.number("to", field.low, field.high).value_or(field.high);
        axis.points = static_cast<int>(fields.whole("points", 2, most_points).value_or(20));
        axis.logarithmic = fields.choice("scale", scales, "scale").value_or(0) == 1;
        if (!(axis.from < axis.to)) {
            report_.add("E0106", fields.spot("to"), "an axis that does not run upwards", "`from` lies below `to`");
        } else if (axis.logarithmic && !(axis.from > 0)) {
            report_.add("E0106", fields.spot("from"), "a logarithmic axis from 0",
                        "begin above 0, or leave out `scale`");
        }
    }

    Sources sources_;
    Report report_;
    PhenomenonFile out_;
};

std::vector<PhenomenonFile> read_shipped() {
    std::vector<PhenomenonFile> out;
    for (const EmbeddedFile& file : design_files()) {
        out.push_back(parse_phenomenon(checked_text(std::string(file.path), std::string(file.text))));
    }
    const auto place = [](const PhenomenonFile& one) { return std::find(taught.begin(), taught.end(), one.id); };
    std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return out;
}

}  // namespace

PhenomenonFile parse_phenomenon(const TextFile& file) { return Reader(file).read(); }

const std::vector<PhenomenonFile>& shipped_phenomena() {
    static const std::vector<PhenomenonFile> all = read_shipped();
    return all;
}

}  // namespace nearness::io
