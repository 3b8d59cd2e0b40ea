#include "nearness/io/experiment_file.hpp"

#include "nearness/io/experiment_groups.hpp"
#include "nearness/io/experiment_parameters.hpp"
#include "nearness/io/learner_settings.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace nearness::io {

namespace {

constexpr std::int64_t most_subjects = 1'000'000;
constexpr std::string_view standard_learner = "rescorla-wagner";

const Words& experiment_keys() {
    static const Words keys = {"title",          "description", "learners", "subjects",   "seed",  "time_unit",
                               "between_trials", "outcomes",    "groups",   "parameters", "spread",
                               // What `nearness phenomena` reads in the same file (phenomenon_file.hpp).
                               "phenomenon",     "map"};
    return keys;
}

// What --learner, --set and so on add to the sources, so that messages can name them.
class Settings {
public:
    explicit Settings(Sources& sources) : sources_(sources) {}
    int add(const std::string& text, const std::string& option) {
        sources_.settings.push_back(text);
        sources_.options.push_back(option);
        return static_cast<int>(sources_.settings.size()) - 1;
    }

private:
    Sources& sources_;
};

class Reader {
public:
    Reader(Sources& sources, const Node& root, const ExperimentOptions& options)
        : sources_(sources),
          report_(sources, experiment_keys()),
          fields_(root, "the experiment", report_),
          options_(options),
          settings_(sources) {}

    experiment::Plan read() {
        fields_.accept(experiment_keys());
        plan_.title = fields_.text("title").value_or("");
        plan_.description = fields_.text("description").value_or("");
        plan_.subjects = static_cast<int>(fields_.whole("subjects", 1, most_subjects).value_or(1));
        constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
        plan_.seed = static_cast<std::uint64_t>(fields_.whole("seed", 0, any).value_or(1));
        plan_.state = options_.state;
        read_times();
        read_learners();
        read_design();
        // Parameters may be of a stimulus, so that they can be read only with all of these.
        if (report_.found.empty()) read_parameters();
        if (report_.found.empty()) check_together();
        report_.throw_if_any();
        return std::move(plan_);
    }

private:
    void read_times() {
        const Words& units = plural_units();
        if (const auto unit = fields_.choice("time_unit", units, "unit of time")) {
            plan_.timing.unit = in_seconds(1, static_cast<Unit>(*unit));
        }
        if (const auto days = fields_.days("between_trials", "minutes")) {
            // Read again: seconds that went through days would lose their last bit.
            plan_.timing.apart = std::get<Duration>(parse_duration(fields_.get("between_trials")->text, "")).seconds();
            if (*days > 0) return;
            report_.add("E0106", fields_.spot("between_trials"), "`between_trials` cannot be 0",
                        "trials lie some time apart, for example \"1 minute\"");
        }
    }

    void add_learner(const std::string& name) {
        const auto same = [&](const auto& one) { return one.name == name; };
        if (std::none_of(plan_.learners.begin(), plan_.learners.end(), same))
            plan_.learners.push_back({name, {}, {}, {}});
    }

    void read_learners() {
        Words names = learner_names();
        names.emplace_back("all");
        const auto take = [&](const std::string& name) {
            if (name != "all") return add_learner(name);
            for (const std::string& one : learner_names()) add_learner(one);
        };
        for (const std::string& typed : options_.learners) {
            if (std::find(names.begin(), names.end(), typed) != names.end()) {
                take(typed);
            } else {
                report_.add("E0611", {0, 0, 0, settings_.add(typed, "--learner")},
                            fmt::format("there is no learner `{}`", typed), suggestion(typed, names));
            }
        }
        if (!options_.learners.empty()) return;
        const Node* listed = fields_.get("learners");
        if (listed == nullptr) return add_learner(std::string(standard_learner));
        if (listed->kind == Node::Kind::text && listed->text == "all") return take("all");
        fields_.choices("learners", names, "learner", [&](std::size_t index, const Spot&) { take(names[index]); });
        if (listed->kind == Node::Kind::list && listed->items.empty()) {
            report_.add("E0105", listed->spot, "the experiment has no learner", suggestion("", learner_names()));
        }
    }

    void read_design() {
        std::vector<experiment::Group> groups;
        if (!options_.design.empty()) {
            groups = groups_of_argument(options_.design, 0, report_);
        } else if (fields_.require("groups",
                                   "at least one, for example [groups] and below it control = \"20A>(US)\"")) {
            if (const Node* table = fields_.table("groups")) groups = read_groups(*table, report_);
        }
        Words outcomes = options_.outcomes;
        if (const Node* node = fields_.get("outcomes"); node != nullptr && outcomes.empty()) {
            if (node->kind != Node::Kind::list) fields_.wrong_kind("outcomes", *node, "a list of names in quotes");
            for (const Node& item : node->items) {
                if (item.kind == Node::Kind::text) outcomes.push_back(item.text);
                if (item.kind != Node::Kind::text) fields_.wrong_kind("outcomes", item, "a list of names in quotes");
            }
        }
        if (!report_.found.empty()) return;  // what a broken design lacks says nothing
        const experiment::Designed made = experiment::design_of(std::move(groups), outcomes);
        const Spot spot = options_.design.empty() ? fields_.spot("groups") : Spot{0, 1, 1, 0};
        for (const experiment::Lack& lack : made.lacks) report_.add("E0702", spot, lack.message, lack.remedy);
        plan_.design = made.design;
    }

    void read_parameters() {
        if (const Node* table = fields_.table("parameters")) {
            for (const ParameterEntry& entry : flattened(*table)) give_parameter(plan_, entry, report_);
        }
        if (const Node* table = fields_.table("spread")) {
            for (const ParameterEntry& entry : flattened(*table)) give_spread(plan_, entry, report_);
        }
        give(options_.set, "--set", give_parameter);
        give(options_.spread, "--spread", give_spread);
    }

    void give(const Words& typed, const char* option, void (*use)(experiment::Plan&, const ParameterEntry&, Report&)) {
        for (const std::string& text : typed) {
            const Spot spot{0, 0, 0, settings_.add(text, option)};
            const std::size_t equals = text.find('=');
            const std::string key(trimmed(std::string_view(text).substr(0, equals)));
            if (equals == std::string::npos || key.empty()) {
                report_.add("E0002", spot, "this is not key=value", fmt::format("for example {} alpha=0.3", option));
                continue;
            }
            Node value = parse_toml_value(trimmed(std::string_view(text).substr(equals + 1)), spot.setting);
            value.spot = spot;
            use(plan_, {key, spot, std::move(value)}, report_);
        }
    }

    // What each learner can take, and whether its parameters fit the design.
    void check_together() {
        const Spot spot = options_.design.empty() ? fields_.spot("groups") : Spot{0, 1, 1, 0};
        const auto refuse = [&](const std::string& learner, const std::string& why, const std::string& remedy) {
            report_.add("E0704", spot, fmt::format("{} cannot take this design: {}", learner, why), remedy);
        };
        int trials = 0;
        for (const experiment::Group& group : plan_.design.groups)
            trials = std::max(trials, experiment::trials_of(group));
        for (std::size_t i = 0; i < plan_.learners.size(); ++i) {
            const std::string& name = plan_.learners[i].name;
            const learners::Accepts& accepts = learner_text(name).accepts;
            const auto cues = static_cast<int>(plan_.design.cues.size());
            if (cues > accepts.most_cues) {
                refuse(name, fmt::format("{} cues and contexts", cues), fmt::format("at most {}", accepts.most_cues));
                continue;
            }
            if (accepts.most_trials > 0 && trials > accepts.most_trials) {
                refuse(name, fmt::format("{} trials in a group", with_thousands(static_cast<std::size_t>(trials))),
                       fmt::format("at most {}", with_thousands(static_cast<std::size_t>(accepts.most_trials))));
                continue;
            }
            if (const auto strong = stronger_than_one(accepts)) {
                refuse(name, fmt::format("`{}` has an intensity above 1", *strong),
                       "intensities between 0 and 1 for this learner");
                continue;
            }
            try {
                experiment::outputs_of(plan_, static_cast<int>(i));
            } catch (const Bug& limit) {  // what `derive` ensures, users can mend here
                refuse(name, limit.what(), "change its parameters, or use fewer stimuli");
            }
        }
    }

    std::optional<std::string> stronger_than_one(const learners::Accepts& accepts) const {
        const int cues = static_cast<int>(plan_.design.cues.size());
        std::optional<std::string> found;
        const auto look = [&](const experiment::Element& one) {
            const bool cue = plan_.design.index_of(one.stimulus) < cues;
            if ((cue ? accepts.cues_are_shares : accepts.outcomes_are_shares) && one.intensity > 1) found = one.name();
        };
        for (const experiment::Group& group : plan_.design.groups) experiment::each_element(group, look);
        return found;
    }

    Sources& sources_;
    Report report_;
    Fields fields_;
    const ExperimentOptions& options_;
    Settings settings_;
    experiment::Plan plan_;
};

// What the command line says wins over the file.
void change(Node& root, const ExperimentOptions& options, Sources& sources) {
    Settings settings(sources);
    const auto set = [&](const char* key, const std::string& text, const char* option, Node value) {
        const Spot spot{0, 0, 0, settings.add(text, option)};
        value.spot = spot;
        root.set(key, spot, std::move(value));
    };
    const auto whole = [](std::int64_t number) {
        Node node;
        node.kind = Node::Kind::whole;
        node.whole = number;
        node.number = static_cast<double>(number);
        return node;
    };
    if (options.subjects) set("subjects", std::to_string(*options.subjects), "--subjects", whole(*options.subjects));
    if (options.seed) {
        set("seed", std::to_string(*options.seed), "--seed", whole(static_cast<std::int64_t>(*options.seed)));
    }
    if (!options.time_unit.empty()) {
        Node node;
        node.kind = Node::Kind::text;
        node.text = options.time_unit;
        set("time_unit", options.time_unit, "--time-unit", std::move(node));
    }
}

bool changes_nothing(const ExperimentOptions& options) {
    return options.design.empty() && options.learners.empty() && options.set.empty() && options.spread.empty() &&
           options.outcomes.empty() && options.time_unit.empty() && !options.subjects && !options.seed;
}

}  // namespace

Experiment read_experiment_file(const std::string& path, const ExperimentOptions& changes) {
    return parse_experiment(read_text_file(path), changes);
}

Experiment parse_experiment(TextFile file, const ExperimentOptions& changes) {
    Sources sources{std::move(file), {}};
    Node root = parse_toml(sources);
    change(root, changes, sources);
    Experiment read;
    read.plan = Reader(sources, root, changes).read();
    read.name = std::filesystem::path(sources.file.path).stem().string();
    read.text = changes_nothing(changes) ? sources.file.content : as_experiment_file(read.plan);
    return read;
}

Experiment experiment_from(const ExperimentOptions& options) {
    Sources sources;
    Settings(sources).add(options.design, "");  // number 0: what a lack of the design as a whole points at
    Node root;
    change(root, options, sources);
    Experiment read;
    read.plan = Reader(sources, root, options).read();
    read.name = "experiment";
    read.text = as_experiment_file(read.plan);
    return read;
}

}  // namespace nearness::io
