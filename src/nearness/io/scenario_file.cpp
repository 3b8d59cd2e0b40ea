#include "nearness/io/scenario_file.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/scenario_arms.hpp"
#include "nearness/io/scenario_life.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/io/scenario_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace nearness::io {

namespace {

constexpr int standard_persons = 24;
constexpr std::size_t most_arms = 1000;

// A paragraph may be broken over several lines of the file; a blank line ends it.
std::string unfolded(std::string_view text) {
    std::string out;
    int breaks = 0;
    bool blank = false;
    for (const char c : text) {
        if (c == '\n') ++breaks;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blank = true;
            continue;
        }
        if (!out.empty() && blank) out += breaks > 1 ? "\n\n" : " ";
        out += c;
        breaks = 0;
        blank = false;
    }
    return out;
}

// The lines an arm's table spans, to tell its own values from those of the rest of the file.
struct Lines {
    int first = std::numeric_limits<int>::max();
    int last = 0;

    void add(const Node& node) {
        add(node.spot);
        for (const Node& item : node.items) add(item);
        for (const Entry& entry : node.entries) {
            add(entry.spot);
            add(entry.value);
        }
    }
    void add(const Spot& spot) {
        if (spot.line == 0) return;
        first = std::min(first, spot.line);
        last = std::max(last, spot.line);
    }
    bool contain(const Spot& spot) const { return spot.line >= first && spot.line <= last; }
};

class Reader {
public:
    Reader(TextFile text, const Overrides& overrides)
        : sources_{std::move(text), overrides.set}, overrides_(overrides), report_(sources_) {}

    ScenarioFile read() {
        root_ = parse_toml(sources_);
        flatten_parameters(root_, report_);
        for (std::size_t i = 0; i < overrides_.set.size(); ++i) {
            if (const auto setting = setting_from(overrides_.set[i], static_cast<int>(i), report_)) {
                apply(*setting, root_, "", report_);
            }
        }
        read_top();
        Life life = read_life(root_, {}, report_);
        file_.diary = life.diary;
        const Node* path = root_.find("deterministic");
        check_path(life.scenario, path == nullptr ? Spot{} : path->spot, "");
        add_arm(std::string(engine::as_written), "", std::move(life.scenario));
        read_record(root_, file_.plan, report_);
        read_arms();
        report_.throw_if_any();
        return std::move(file_);
    }

private:
    void read_top() {
        const Fields top(root_, "the scenario", report_);
        accept_top();
        engine::RunPlan& plan = file_.plan;
        plan.title = top.text("title").value_or(
            overrides_.name.value_or(std::filesystem::path(sources_.file.path).stem().string()));
        plan.description = unfolded(top.text("description").value_or(""));
        plan.help_text = unfolded(top.text("help_text").value_or(""));
        plan.seed = overrides_.seed.value_or(
            static_cast<std::uint64_t>(top.whole("seed", 0, std::numeric_limits<std::int64_t>::max()).value_or(1)));
        plan.persons = static_cast<int>(top.whole("persons", 1, most_persons).value_or(standard_persons));
        plan.first_person = overrides_.first_person;
        plan.settings = overrides_.set;
        if (overrides_.persons) {
            plan.persons = *overrides_.persons;
            if (plan.persons < 1 || plan.persons > most_persons) {
                report_.add("E0001", {}, fmt::format("--persons cannot be {}", plan.persons),
                            fmt::format("accepted: 1 to {}", with_thousands(most_persons)));
            }
        }
        plan.deterministic = top.yes_or_no("deterministic").value_or(false) || overrides_.deterministic;
        if (plan.deterministic) {  // everybody's typical path is the same
            if (overrides_.persons) {
                report_.add("E0119", {}, "a typical path is one life, and --persons asks for others",
                            "leave one of them out");
            }
            plan.first_person = 0;
            plan.persons = 1;
        }
        plan.scenario_text = sources_.file.content;
    }

    // Like Fields::accept; a parameter outside [parameters] is the likeliest slip here.
    void accept_top() {
        const Words& keys = top_keys();
        for (const Entry& entry : root_.entries) {
            if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
            const bool module = std::any_of(parameter_keys().begin(), parameter_keys().end(),
                                            [&](const std::string& key) { return key.starts_with(entry.key + "."); });
            report_.add("E0103", entry.spot, fmt::format("unknown key `{}` in the scenario", entry.key),
                        module ? "parameters belong below the header [parameters]" : suggestion(entry.key, keys));
        }
    }

    // The typical path draws nothing.
    void check_path(const life::Scenario& scenario, const Spot& spot, const std::string& who) {
        if (!file_.plan.deterministic) return;
        for (const life::Chapter& chapter : scenario.chapters) {
            if (!chapter.diary) continue;
            report_.add("E0119", spot, fmt::format("{}a typical path, and a diary drives `{}`", who, chapter.id),
                        "recorded persons have no typical path: leave `deterministic` out");
        }
        const auto& memory = scenario.parameters.person.memory;
        if (memory.assignment != memory::Assignment::particles) return;
        report_.add("E0119", spot, who + "a typical path with assignment by particles, which is drawn",
                    "memory.assignment = \"soft\" or \"map\"");
    }

    void add_arm(std::string id, std::string description, life::Scenario scenario) {
        scenario.title = file_.plan.title;
        scenario.seed = file_.plan.seed;
        scenario.parameters.person.typical = file_.plan.deterministic;
        file_.plan.arms.push_back({std::move(id), std::move(scenario)});
        file_.arm_descriptions.push_back(std::move(description));
    }

    void read_arms() {
        const std::vector<Report::Found> as_written = report_.found;
        const std::vector<const Node*> arms = Fields(root_, "the scenario", report_).tables("arm", "arm");
        if (arms.size() > most_arms) {
            report_.add("E0117", arms[most_arms]->spot, "too many arms",
                        fmt::format("accepted: at most {}", with_thousands(most_arms)));
            return;
        }
        if (as_written.size() > Report::shown) return;  // more than are shown already
        Node life = root_;
        life.remove("arm");
        for (const Node* arm : arms) read_arm(*arm, life, as_written);
    }

    void read_arm(const Node& arm, const Node& life_as_written, const std::vector<Report::Found>& as_written) {
        const Fields unnamed(arm, "[[arm]]", report_);
        std::string id;
        if (unnamed.require("id", "give it a short name: id = \"no-therapy\"")) id = read_arm_id(unnamed);
        const Fields fields(arm, id.empty() ? "[[arm]]" : fmt::format("[[arm]] `{}`", id), report_);
        fields.accept({"id", "description", "set"});
        const std::string description = unfolded(fields.text("description").value_or(""));
        if (!fields.require("set", "say what differs: set = { \"together.plan\" = [] }")) return;
        const Node* set = fields.table("set");
        if (set == nullptr) return;
        const std::string who = fmt::format("arm `{}`: ", id);
        if (set->entries.empty())
            report_.add("E0115", set->spot, who + "nothing is set", "then it is the file as written");

        Node root = life_as_written;
        for (const Setting& setting : settings_in(*set)) apply(setting, root, who, report_);
        Report anew(sources_);
        Life life = read_life(root, file_.plan.arms.front().scenario.others, anew);
        Lines lines;
        lines.add(arm);
        for (Report::Found& problem : anew.found) {
            if (std::find(as_written.begin(), as_written.end(), problem) != as_written.end()) continue;
            // What the arm breaks elsewhere is still the arm's.
            const std::string where = problem.spot.line > 0 ? fmt::format(" (line {})", problem.spot.line) : "";
            const bool own = lines.contain(problem.spot);
            report_.add(problem.code, own ? problem.spot : set->spot, who + problem.message + (own ? "" : where),
                        problem.remedy);
        }
        check_path(life.scenario, set->spot, who);
        add_arm(id, description, std::move(life.scenario));
    }

    std::string read_arm_id(const Fields& fields) {
        const auto word = fields.text("id");
        if (!word) return "";
        if (*word == engine::as_written) {
            report_.add("E0111", fields.spot("id"), fmt::format("`{}` is the name of the file without arms", *word),
                        "choose another name");
            return *word;
        }
        if (!check_id(*fields.get("id"), "id", report_)) return *word;
        const auto& arms = file_.plan.arms;
        if (std::any_of(arms.begin(), arms.end(), [&](const engine::Arm& arm) { return arm.id == *word; })) {
            report_.add("E0111", fields.spot("id"), fmt::format("a second arm `{}`", *word),
                        "arms need names of their own");
        }
        return *word;
    }

    Sources sources_;
    const Overrides& overrides_;
    Report report_;
    Node root_;
    ScenarioFile file_;
};

ScenarioFile read(TextFile text, const Overrides& overrides) { return Reader(std::move(text), overrides).read(); }

}  // namespace

ScenarioFile read_scenario(const std::string& path, const Overrides& overrides) {
    return read(read_text_file(path), overrides);
}

std::function<void(life::Parameters<double>&)> read_settings(const std::vector<std::string>& set) {
    Words keys;
    for (const std::string& one : set) {
        std::string key = one.substr(0, one.find('='));
        while (key.ends_with(' ')) key.pop_back();
        const Words& known = parameter_keys();
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            throw InputError({{"E0002", {}, "`--set " + one + "`: not a parameter of a life", parameter_remedy(key)}});
        }
        keys.push_back(key);
    }
    Overrides overrides;
    overrides.set = set;
    const life::Parameters<double> wanted =
        parse_scenario("[[chapter]]\nid = \"a\"\nfrom = \"0 years\"\nuntil = \"1 year\"\n", "--set", overrides)
            .plan.arms.front()
            .scenario.parameters;
    return [keys, wanted](life::Parameters<double>& parameters) {
        std::vector<double> values;
        life::Parameters<double>::describe(
            wanted, [&](const Field&, const auto& value) { values.push_back(static_cast<double>(value)); });
        std::size_t at = 0;
        life::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
            const double set_to = values[at++];
            if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) return;
            value = static_cast<std::remove_reference_t<decltype(value)>>(set_to);
        });
    };
}

ScenarioFile parse_scenario(const std::string& text, const std::string& name, const Overrides& overrides) {
    return read(checked_text(name, text), overrides);
}

void end_diary_chapter(engine::RunPlan& plan, double days) {
    for (engine::Arm& arm : plan.arms) {
        if (arm.scenario.chapters.empty()) continue;
        life::Chapter& last = arm.scenario.chapters.back();
        if (last.diary && last.until <= last.from) last.until = last.from + days;
    }
}

}  // namespace nearness::io
