#include "cli/phenomena.hpp"

#include "cli/columns.hpp"
#include "cli/look_up.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/provenance.hpp"
#include "nearness/report/phenomena.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

using report::LearnerOnPhenomenon;
using report::TestedPhenomenon;

std::vector<std::string> shipped_ids() {
    std::vector<std::string> ids;
    for (const io::PhenomenonFile& one : io::shipped_phenomena()) ids.push_back(one.id);
    return ids;
}

// A shipped one by its id; whatever looks like a file is read as one.
io::PhenomenonFile chosen(const std::string& name) {
    for (const io::PhenomenonFile& one : io::shipped_phenomena()) {
        if (one.id == name) return one;
    }
    if (name.ends_with(".toml")) return io::parse_phenomenon(io::read_text_file(name));
    throw InputError({{"E0001", {}, "there is no phenomenon `" + name + "`", suggestion(name, shipped_ids())}});
}

TestedPhenomenon tested(io::PhenomenonFile file, std::uint64_t seed) {
    TestedPhenomenon out;
    learners::each_learner<double>([&]<learners::Learner L>(L) {
        out.learners.push_back(
            {std::string(L::name), std::string(L::title),
             experiment::evaluate(file.phenomenon, experiment::curves_of<L>(file.phenomenon, {}, seed))});
    });
    if (file.map) out.map = experiment::explore(file.phenomenon, *file.map, seed);
    out.file = std::move(file);
    return out;
}

std::string map_in_words(const TestedPhenomenon& one) {
    std::string out;
    for (std::size_t r = 0; r < one.map.size(); ++r) {
        out += fmt::format("{}, {}: “{}” holds in {:.1f} % of {} cells of {} and {}\n", one.file.title,
                           one.file.map->learner, one.file.map->regions[r].name, 100 * one.map[r].share(),
                           one.map[r].holds.size(), one.file.map->x.parameter, one.file.map->y.parameter);
    }
    return out.empty() ? out : "\n" + out;
}

std::string table(const std::vector<TestedPhenomenon>& all) {
    std::size_t wide = 0;
    for (const TestedPhenomenon& one : all) wide = std::max(wide, one.file.title.size() + 2);
    // A column is a number; the key below says which learner it is: thirteen names side by side fit nowhere.
    std::string out = padded("", wide), key;
    const auto& learners = all.front().learners;
    for (std::size_t i = 0; i < learners.size(); ++i) {
        out += padded(std::to_string(i + 1), 4);
        key += fmt::format("  {:>2}  {}\n", i + 1, learners[i].title);
    }
    out += "\n";
    for (const TestedPhenomenon& one : all) {
        out += padded(one.file.title, wide);
        for (const LearnerOnPhenomenon& learner : one.learners) out += padded(learner.evaluation.shown ? "●" : "·", 4);
        out += "\n";
    }
    out += "\n● shown at default parameters   · not shown\n\n" + key;
    for (const TestedPhenomenon& one : all) out += map_in_words(one);
    return out;
}

// Of one phenomenon: what was read, learner by learner.
std::string in_full(const TestedPhenomenon& one) {
    std::size_t wide = 0;
    for (const LearnerOnPhenomenon& learner : one.learners) wide = std::max(wide, learner.title.size() + 2);
    std::string out = one.file.title + "\n" + one.file.description + (one.file.description.empty() ? "\n" : "\n\n");
    for (const experiment::Group& group : one.file.phenomenon.design.groups) {
        out += fmt::format("  {}  {}\n", padded(group.name, 14), experiment::written(group.phases));
    }
    for (const std::string& order : one.file.expect) out += "  expected: " + order + "\n";
    out += "\n";
    for (const LearnerOnPhenomenon& learner : one.learners) {
        out += fmt::format("  {} {}", learner.evaluation.shown ? "●" : "·", padded(learner.title, wide));
        for (std::size_t o = 0; o < learner.evaluation.values.size(); ++o) {
            const std::vector<double>& values = learner.evaluation.values[o];
            out += o > 0 ? "   and   " : "";
            for (std::size_t t = 0; t < values.size(); ++t)
                out += fmt::format("{}{:.3f}", t > 0 ? " > " : "", values[t]);
        }
        out += "\n";
    }
    return out + map_in_words(one) + "\n";
}

nlohmann::ordered_json document(const std::vector<TestedPhenomenon>& all, std::uint64_t seed) {
    nlohmann::ordered_json out;
    out["what_this_is"] = io::what_this_is;
    out["seed"] = seed;
    for (const TestedPhenomenon& one : all) {
        nlohmann::ordered_json row{{"id", one.file.id}, {"title", one.file.title}, {"expect", one.file.expect}};
        for (const LearnerOnPhenomenon& learner : one.learners) {
            row["learners"][learner.name] = {{"shown", learner.evaluation.shown},
                                             {"least", learner.evaluation.least},
                                             {"values", learner.evaluation.values}};
        }
        for (std::size_t r = 0; r < one.map.size(); ++r) {
            row["map"][one.file.map->regions[r].name] = {{"share", one.map[r].share()},
                                                         {"cells", one.map[r].holds.size()}};
        }
        out["phenomena"].push_back(std::move(row));
    }
    return out;
}

std::string csv(const std::vector<TestedPhenomenon>& all) {
    std::string out = "phenomenon,learner,shown,least\n";
    for (const TestedPhenomenon& one : all) {
        for (const LearnerOnPhenomenon& learner : one.learners) {
            out += fmt::format("{},{},{},{}\n", one.file.id, learner.name, learner.evaluation.shown ? 1 : 0,
                               io::shortest(learner.evaluation.least));
        }
    }
    return out;
}

}  // namespace

Phenomena::Phenomena(CLI::App& app) : app_(app) {
    CLI::App* verb = app.add_subcommand("phenomena", "which learner shows what the learning laboratory finds");
    verb->add_option("PHENOMENON", options_.which,
                     "phenomena in full, by name, or files of your own; without one, all");
    verb->add_option("--out", options_.out, "folder for phenomena.html and phenomena.csv");
    verb->add_option("--seed", options_.seed, "seed of drawn orders, and of learners that draw");
    verb->add_flag("--json", options_.json, "print as JSON");
}

std::optional<Exit> Phenomena::answer() const {
    if (!app_.got_subcommand("phenomena")) return std::nullopt;
    std::vector<TestedPhenomenon> all;
    std::vector<io::PhenomenonFile> files;
    for (const std::string& name : options_.which) files.push_back(chosen(name));  // before anything is run
    if (files.empty()) files = io::shipped_phenomena();
    std::optional<io::OutputFolder> folder;
    if (!options_.out.empty()) folder.emplace(options_.out);
    for (io::PhenomenonFile& file : files) all.push_back(tested(std::move(file), options_.seed));
    if (folder) {
        folder->write("phenomena.html", report::phenomena_page(all, nearness::version, options_.seed));
        folder->write("phenomena.csv", csv(all));
        folder->commit();
    }
    if (options_.json) {
        fmt::print("{}\n", document(all, options_.seed).dump(2));
        return Exit::good;
    }
    if (!options_.which.empty()) {
        for (const TestedPhenomenon& one : all) fmt::print("{}", in_full(one));
    } else {
        fmt::print("{}", table(all));
    }
    if (folder) fmt::print("\nThe page: {}\n", (folder->folder() / "phenomena.html").string());
    return Exit::good;
}

}  // namespace nearness::cli
