#include "cli/sweeps.hpp"

#include "cli/chosen_claims.hpp"
#include "cli/columns.hpp"
#include "cli/live.hpp"
#include "cli/progress.hpp"
#include "nearness/claims/stand_ins.hpp"
#include "nearness/io/claim_record.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/provenance.hpp"
#include "nearness/io/sweep_file.hpp"
#include "nearness/study/knock_outs.hpp"
#include "nearness/study/regions.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

using claims::Claim;
using claims::Verdict;
using Claims = std::vector<const Claim*>;
using Json = nlohmann::ordered_json;

// The runs of a sweep, all of them; nothing when it was interrupted. Goes on with the journal in the folder.
std::optional<std::vector<study::Run>> swept(const SweepAsked& asked, const std::string& sweep,
                                             const ChosenClaims& chosen, const std::vector<study::Planned>& plans,
                                             const std::vector<std::string>& keys) {
    const claims::Suite& suite = chosen.suite();
    const Claims& which = chosen.claims();
    io::SweepHeader header{sweep, study::sweep_hash(suite, which, asked.persons, version), {}, keys};
    header.hash += "-" + std::to_string(asked.seed);
    for (const Claim* claim : which) header.claims.push_back(claim->number);
    const auto journal = std::filesystem::path(asked.out) / (sweep + ".jsonl");
    io::SweepFile file(journal, header);
    for (const study::Run& run : file.runs()) {
        bool whole = run.found.size() == which.size() && run.parameters.size() <= keys.size() + 1;
        for (std::size_t i = 0; whole && i < which.size(); ++i) {
            whole = run.found[i].size() == which[i]->expectations.size();
        }
        if (!whole) {
            throw InputError({{"E0803",
                               {journal.string(), 0, 0, 0, ""},
                               "run `" + run.name + "` is not of these claims",
                               "give another folder with --out, or remove the file to begin anew"}});
        }
    }
    if (!file.runs().empty() && !asked.quiet) {
        fmt::print(stderr, "going on after {} of {} runs\n", file.runs().size(), plans.size());
    }
    catch_signals();
    Progress progress(!asked.quiet, "per mille");
    study::SweepOptions options;
    options.persons = asked.persons;
    options.threads = asked.threads;
    options.cancel = &interruption();
    options.progress = [&](double share) { progress.at(static_cast<int>(1000 * share), 1000); };
    const bool whole =
        study::sweep(suite, which, plans, file.runs(), options, [&](study::Run&& run) { file.add(std::move(run)); });
    progress.clear();
    if (!whole) {
        fmt::print(stderr, "interrupted after {} of {} runs; the same command goes on\n", file.runs().size(),
                   plans.size());
        return std::nullopt;
    }
    // A journal may hold more draws than were asked for.
    std::vector<study::Run> runs;
    for (const study::Planned& plan : plans) {
        const auto found = std::find_if(file.runs().begin(), file.runs().end(),
                                        [&](const study::Run& run) { return run.name == plan.name; });
        runs.push_back(*found);
    }
    return runs;
}

std::string signed_key(const study::Decider& decider) {
    return fmt::format("{}{} ({:.2f})", decider.correlation < 0 ? "less " : "more ", decider.key,
                       decider.correlation < 0 ? -decider.correlation : decider.correlation);
}

Exit regions(const SweepAsked& asked) {
    const ChosenClaims chosen(asked.which);
    const Claims& which = chosen.claims();
    const auto runs = swept(asked, "regions", chosen, study::draws(asked.draws, asked.seed), study::swept_keys());
    if (!runs) return Exit::interrupted;
    std::string printed =
        fmt::format("{} draws from the prior, {} persons an arm in each\n\n", asked.draws, asked.persons);
    std::string csv =
        "claim,name,verdict,draws,share,corrected,low,high,decides_1,correlation_1,decides_2,correlation_2\n";
    Json document{
        {"what_this_is", io::what_this_is}, {"draws", asked.draws}, {"persons", asked.persons}, {"seed", asked.seed}};
    for (std::size_t i = 0; i < which.size(); ++i) {
        const study::Region region = study::region_of(*which[i], i, *runs);
        std::string decides, cells;
        Json deciders = Json::array();
        for (std::size_t k = 0; k < 2; ++k) {
            const bool there = k < region.deciders.size();
            if (there) {
                decides += (k > 0 ? ", " : "") + signed_key(region.deciders[k]);
                deciders.push_back(
                    {{"parameter", region.deciders[k].key}, {"rank_correlation", region.deciders[k].correlation}});
            }
            cells += there ? "," + region.deciders[k].key + "," + io::shortest(region.deciders[k].correlation) : ",,";
        }
        printed +=
            fmt::format("{:>2} {} {:>4.0f} % [{:.0f}, {:.0f}]  {}\n", which[i]->number, padded(which[i]->name, 34),
                        100 * region.corrected, 100 * region.low, 100 * region.high, decides);
        csv += fmt::format("{},{},{},{},{},{},{},{}{}\n", which[i]->number, which[i]->name,
                           io::verdict_fingerprint(chosen.suite(), *which[i]), region.draws, io::shortest(region.share),
                           io::shortest(region.corrected), io::shortest(region.low), io::shortest(region.high), cells);
        document["claims"].push_back({{"claim", which[i]->number},
                                      {"share", region.share},
                                      {"corrected", region.corrected},
                                      {"interval", {region.low, region.high}},
                                      {"decides", std::move(deciders)}});
    }
    io::OutputFolder folder(asked.out);
    folder.write("regions.csv", csv);
    folder.commit();
    fmt::print("{}\n",
               asked.json
                   ? document.dump(2)
                   : printed +
                         "\nThe share of draws in which a claim holds, corrected for few persons, with a 95 % "
                         "interval; and the two\nparameters that decide most (rank correlation with its margin).");
    return Exit::good;
}

// Where in the plane of two parameters each claim holds: a picture in letters, and a table.
Exit map(const SweepAsked& asked) {
    const ChosenClaims chosen(asked.which);
    const Claims& which = chosen.claims();
    std::vector<study::Axis> axes;
    for (const std::string& key : asked.map) {
        const auto& keys = study::swept_keys();
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            throw InputError(
                {{"E0001", {}, "there is no parameter `" + key + "` with a prior", suggestion(key, keys)}});
        }
        axes.push_back(study::axis_of(key, asked.points));
    }
    const auto runs = swept(asked, "map", chosen, study::grid(axes[0], axes[1]),
                            {axes[0].key, axes[1].key, std::to_string(asked.points)});
    if (!runs) return Exit::interrupted;
    std::string csv = fmt::format("claim,{},{},verdict\n", axes[0].key, axes[1].key);
    Json document{{"what_this_is", io::what_this_is}, {"persons", asked.persons}, {"cells", Json::array()}};
    for (std::size_t i = 0; i < which.size(); ++i) {
        if (!asked.json) fmt::print("{} {}\n", which[i]->number, which[i]->name);
        const std::size_t across = axes[0].values.size(), up = axes[1].values.size();
        for (std::size_t row = up; row-- > 0;) {
            std::string line = fmt::format("  {:>10.4g}  ", axes[1].values[row]);
            for (std::size_t x = 0; x < across; ++x) {
                const Verdict verdict = study::verdict(*which[i], (*runs)[x * up + row].found[i]);
                line += std::string(mark(verdict)) + " ";
                document["cells"].push_back({{"claim", which[i]->number},
                                             {axes[0].key, axes[0].values[x]},
                                             {axes[1].key, axes[1].values[row]},
                                             {"verdict", claims::verdict_names[static_cast<std::size_t>(verdict)]}});
                csv += fmt::format("{},{},{},{}\n", which[i]->number, io::shortest(axes[0].values[x]),
                                   io::shortest(axes[1].values[row]),
                                   claims::verdict_names[static_cast<std::size_t>(verdict)]);
            }
            if (!asked.json) fmt::print("{}\n", line);
        }
        if (!asked.json) {
            fmt::print("  {:>10}  {:.4g} to {:.4g}: {}; upwards: {}\n\n", "", axes[0].values.front(),
                       axes[0].values.back(), axes[0].key, axes[1].key);
        }
    }
    io::OutputFolder folder(asked.out);
    folder.write("map.csv", csv);
    folder.commit();
    if (asked.json) fmt::print("{}\n", document.dump(2));
    return Exit::good;
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
    return out.empty() ? "–" : out;
}

Exit knock_outs(const SweepAsked& asked) {
    const ChosenClaims chosen(asked.which);
    const Claims& which = chosen.claims();
    const auto runs = swept(asked, "knockouts", chosen, study::knock_outs(), {});
    if (!runs) return Exit::interrupted;
    std::string printed, csv = "claim,name,verdict,kind,run,found\n";
    Json document{{"what_this_is", io::what_this_is}, {"persons", asked.persons}};
    std::string head = padded("", 38), key;
    for (std::size_t r = 0; r < runs->size(); ++r) {
        head += fmt::format("{:>3}", r);
        key += fmt::format("  {:>2}  {}\n", r, (*runs)[r].name);
    }
    printed = head + "\n";
    for (std::size_t i = 0; i < which.size(); ++i) {
        const study::Carried carried = study::carried(*which[i], i, *runs);
        const auto kind = study::kind_names[static_cast<std::size_t>(carried.kind)];
        printed += fmt::format("{:>2} {} ", which[i]->number, padded(which[i]->name, 34));
        Json row{{"claim", which[i]->number},          {"kind", kind},
                 {"carried_by", carried.carriers},     {"null_persons_that_pass", carried.weak},
                 {"rivals_that_pass", carried.rivals}, {"expected_to_fail_and_did_not", carried.expected_to_fail},
                 {"holds_with", carried.mended_by},    {"fails_with", carried.broken_by}};
        for (const study::Run& run : *runs) {
            const Verdict verdict = study::verdict(*which[i], run.found[i]);
            printed += "  " + std::string(mark(verdict));
            const auto name = claims::verdict_names[static_cast<std::size_t>(verdict)];
            csv += fmt::format("{},{},{},{},{},{}\n", which[i]->number, which[i]->name,
                               io::verdict_fingerprint(chosen.suite(), *which[i]), kind, run.name, name);
            row["verdicts"][run.name] = name;
        }
        printed += fmt::format("\n     {}; carried by {}; passed by null persons {}, by rivals {}\n", kind,
                               listed(carried.carriers), listed(carried.weak), listed(carried.rivals));
        if (!carried.mended_by.empty()) printed += "     holds with " + listed(carried.mended_by) + "\n";
        if (!carried.broken_by.empty()) printed += "     fails with " + listed(carried.broken_by) + "\n";
        if (!carried.expected_to_fail.empty()) {
            printed +=
                fmt::format("     does not fail, though its file says it must: {}\n", listed(carried.expected_to_fail));
        }
        document["claims"].push_back(std::move(row));
    }
    for (const claims::StandIn& one : claims::stand_ins()) {
        const std::size_t at = key.find(std::string("  ") + std::string(one.id) + "\n");
        if (at != std::string::npos) key.insert(at + 2 + one.id.size(), "  " + std::string(one.name));
    }
    io::OutputFolder folder(asked.out);
    folder.write("knockouts.csv", csv);
    folder.commit();
    fmt::print(
        "{}\n",
        asked.json
            ? document.dump(2)
            : printed + "\n● holds   ✗ fails   ? open (the interval crosses the bound)   – not measurable\n\n" + key);
    return Exit::good;
}

void add_options(CLI::App& verb, SweepAsked& asked, const char* folder) {
    asked.out = folder;
    verb.add_option("CLAIM", asked.which, "numbers or names; without one, all");
    verb.add_option("--out", asked.out, "folder of the journal and the table; a journal there is gone on with")
        ->capture_default_str();
    verb.add_option("--persons", asked.persons, "simulated persons an arm")->check(CLI::Range(8, 100'000));
    verb.add_option("--threads", asked.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    verb.add_flag("--json", asked.json, "print as JSON");
    verb.add_flag("--quiet", asked.quiet, "no progress bar");
}

}  // namespace

Sweeps::Sweeps(CLI::App& app) : app_(app) {
    CLI::App* region = app.add_subcommand("regions", "how much of the parameter space agrees with each claim");
    add_options(*region, regions_, "out/regions");
    region->add_option("--draws", regions_.draws, "draws from the prior")->check(CLI::Range(2, 100'000));
    region->add_option("--seed", regions_.seed, "seed of the draws");
    region->add_option("--map", regions_.map, "two parameters: where in their plane each claim holds")->expected(2);
    region->add_option("--points", regions_.points, "of a map, along each parameter")->check(CLI::Range(2, 100));
    CLI::App* knock = app.add_subcommand("knockouts", "which module carries each claim, and which rival passes it");
    add_options(*knock, knock_outs_, "out/knockouts");
}

std::optional<Exit> Sweeps::answer() const {
    if (app_.got_subcommand("regions")) return regions_.map.empty() ? regions(regions_) : map(regions_);
    if (app_.got_subcommand("knockouts")) return knock_outs(knock_outs_);
    return std::nullopt;
}

}  // namespace nearness::cli
