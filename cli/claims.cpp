#include "cli/claims.hpp"

#include "cli/chosen_claims.hpp"
#include "cli/columns.hpp"
#include "cli/live.hpp"
#include "cli/look_up.hpp"
#include "cli/progress.hpp"
#include "nearness/claims/suite.hpp"
#include "nearness/engine/recorder.hpp"
#include "nearness/io/claim_file.hpp"
#include "nearness/io/claim_record.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/provenance.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/report/claims.hpp"
#include "nearness/study/knock_outs.hpp"
#include "nearness/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <map>

namespace nearness::cli {

namespace {

using claims::Claim;
using claims::ClaimResult;
using claims::Outcome;

std::string number(double value) { return value - value == 0 ? fmt::format("{:.3f}", value) : "–"; }

std::string estimate_in_words(const claims::Estimate& e) {
    return fmt::format("{} [{}, {}]", number(e.value), number(e.low), number(e.high));
}

std::string kind_of(const io::ClaimRecord& record) {
    return record.knock_outs && !record.knock_outs->kind.empty() ? record.knock_outs->kind : "–";
}

std::string share_of(const io::ClaimRecord& record) {
    return record.region ? fmt::format("{:.0f} %", 100 * record.region->corrected) : "–";
}

// The first expectation that decides: one that failed, was not measurable or is open, or else the first of all.
std::size_t decisive(const ClaimResult& result) {
    for (const claims::Verdict worst : {claims::Verdict::fails, claims::Verdict::unmeasured, claims::Verdict::open}) {
        for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
            if (result.outcomes[i].verdict == worst) return i;
        }
    }
    return 0;
}

std::string table(const claims::Suite& suite, const std::vector<ClaimResult>& results) {
    std::string out;
    claims::VerdictCounts count{};
    std::map<std::string, claims::VerdictCounts> by_kind;
    for (const ClaimResult& result : results) {
        const Claim& claim = *result.claim;
        const io::ClaimRecord record = io::record_of(suite, claim);
        const auto verdict = static_cast<std::size_t>(result.verdict);
        ++count[verdict];
        ++by_kind[kind_of(record)][verdict];
        const std::size_t at = decisive(result);
        out += fmt::format("{} {:>2} {} {} {} {} {}  {}\n", mark(result.verdict), claim.number, padded(claim.name, 32),
                           claims::flag_marks[static_cast<std::size_t>(claim.flag)], padded(kind_of(record), 11),
                           padded(share_of(record), 5), padded(estimate_in_words(result.outcomes[at].estimate), 26),
                           report::in_words(claim.expectations[at].bound));
    }
    out += fmt::format("\n{} hold ●, {} fail ✗, {} open ? (an interval crosses its bound), {} not measurable –.\n",
                       count[0], count[1], count[2], count[3]);
    for (const auto& [kind, counts] : by_kind) {
        out += fmt::format("  {}: {} hold, {} fail, {} open, {} not measurable\n",
                           kind == "–" ? "without a kind" : kind, counts[0], counts[1], counts[2], counts[3]);
    }
    return out +
           "Shown is the number that decides; all of a claim: nearness claims 3 --show. Data on people: ● supported, ◐ "
           "mixed,\n○ contested, ☆ novel. Kind and share of the prior are those that nearness knockouts and nearness "
           "regions last recorded.\n";
}

// Everything about one claim.
std::string in_full(const claims::Suite& suite, const ClaimResult& result) {
    const Claim& claim = *result.claim;
    const io::ClaimRecord record = io::record_of(suite, claim);
    std::string out = fmt::format("{} {} {}\n  “{}”\n  {}\n  {}\n\n", mark(result.verdict), claim.number, claim.name,
                                  claim.quote, claim.says, claim.experiment);
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        const Outcome& outcome = result.outcomes[i];
        const claims::Expectation& expectation = claim.expectations[i];
        out += fmt::format(
            "  {} {}\n      {}: {}, has to be {}; {} persons, a distance of {} from the bound is resolved\n",
            mark(outcome.verdict), expectation.says, claims::text_of(expectation.effect).says,
            estimate_in_words(outcome.estimate), report::in_words(expectation.bound), outcome.estimate.persons,
            number(outcome.resolved()));
        if (expectation.effect == claims::Effect::standardised) {
            out +=
                fmt::format("      one standard deviation of the reference population is {}\n", number(outcome.spread));
        }
    }
    out += fmt::format("\n  data on people: {} {}\n", claims::flag_marks[static_cast<std::size_t>(claim.flag)],
                       claim.contested);
    if (!claim.remark.empty()) out += "  remark: " + claim.remark + "\n";
    if (!claim.tried.empty()) out += "  tried: " + claim.tried + "\n";
    for (const claims::Restated& one : claim.restated) out += "  restated: it was " + one.was + " " + one.why + "\n";
    out += "  kind: " + kind_of(record) + "; share of the prior: " + share_of(record) + "\n";
    if (record.knock_outs && !record.knock_outs->verdict_of(person::name_with(person::additions.front())).empty()) {
        const bool holds = record.knock_outs->verdict_of(study::everything) == "holds";
        const auto names = record.knock_outs->additions_that(holds ? "fails" : "holds");
        out += fmt::format("  additions with which it {}: {}\n", holds ? "fails" : "holds",
                           names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", ")));
    }
    if (record.registered) {
        out += fmt::format("  verdict laid down with commit {} ({}), first result recorded at commit {} ({})\n",
                           record.registered->verdict_commit, record.registered->verdict_date,
                           record.registered->result_commit, record.registered->result_date);
    }
    return out + "\n";
}

nlohmann::ordered_json document(const claims::Suite& suite, const std::vector<ClaimResult>& results,
                                const claims::SuiteOptions& options, const std::string& as,
                                const std::vector<std::string>& set) {
    nlohmann::ordered_json out{{"what_this_is", io::what_this_is}, {"version", version}, {"persons", options.persons},
                               {"population", options.population}, {"as", as},           {"set", set}};
    for (const ClaimResult& result : results) {
        const Claim& claim = *result.claim;
        const io::ClaimRecord record = io::record_of(suite, claim);
        nlohmann::ordered_json row{{"claim", claim.number},
                                   {"name", claim.name},
                                   {"part", claim.part},
                                   {"says", claim.says},
                                   {"flag", claims::flag_names[static_cast<std::size_t>(claim.flag)]},
                                   {"verdict", claims::verdict_names[static_cast<std::size_t>(result.verdict)]},
                                   {"verdict_fingerprint", io::verdict_fingerprint(suite, claim)},
                                   {"kind", kind_of(record)}};
        if (record.region) {
            row["share_of_prior"] = {
                {"value", record.region->corrected}, {"low", record.region->low}, {"high", record.region->high}};
        }
        if (record.registered) {
            row["verdict_commit"] = record.registered->verdict_commit;
            row["first_result_commit"] = record.registered->result_commit;
        }
        for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
            const Outcome& outcome = result.outcomes[i];
            row["expectations"].push_back(
                {{"says", claim.expectations[i].says},
                 {"effect", claims::text_of(claim.expectations[i].effect).name},
                 {"value", outcome.estimate.value},
                 {"interval", {outcome.estimate.low, outcome.estimate.high}},
                 {"bound", report::in_words(claim.expectations[i].bound)},
                 {"verdict", claims::verdict_names[static_cast<std::size_t>(outcome.verdict)]},
                 {"persons", outcome.estimate.persons},
                 {"resolved", outcome.resolved()}});
        }
        out["claims"].push_back(std::move(row));
    }
    return out;
}

// The numbers behind the pictures and the effects, a line each.
std::string csv(const std::vector<ClaimResult>& results) {
    std::string out = "claim,what,arm,at,value,low,high,bound,verdict\n";
    for (const ClaimResult& result : results) {
        const Claim& claim = *result.claim;
        for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
            const claims::Estimate& e = result.outcomes[i].estimate;
            out += fmt::format("{},expectation {},,,{},{},{},\"{}\",{}\n", claim.number, i + 1, io::shortest(e.value),
                               io::shortest(e.low), io::shortest(e.high), report::in_words(claim.expectations[i].bound),
                               claims::verdict_names[static_cast<std::size_t>(result.outcomes[i].verdict)]);
        }
        for (std::size_t p = 0; p < result.pictures.size(); ++p) {
            const claims::Picture& picture = claim.pictures[p];
            for (std::size_t arm = 0; arm < result.pictures[p].lines.size(); ++arm) {
                for (std::size_t x = 0; x < result.pictures[p].lines[arm].size(); ++x) {
                    const claims::DrawnPoint& point = result.pictures[p].lines[arm][x];
                    out += fmt::format("{},picture {}: {},{},{},{},{},{},,\n", claim.number, p + 1, picture.measure,
                                       picture.arms[arm], picture.over.empty() ? "" : io::shortest(picture.at[x]),
                                       io::shortest(point.mean), io::shortest(point.low), io::shortest(point.high));
                }
            }
        }
    }
    return out;
}

// What makes these persons others than the theory's; empty when nothing does.
std::string changed(const std::string& as, const std::vector<std::string>& set) {
    std::string out;
    if (!as.empty()) out = "Not the theory as it is: everybody as " + as;
    for (const std::string& one : set) {
        out += (out.empty() ? "Not the theory as it is: everybody with " : ", with ") + one;
    }
    return out.empty() ? out : out + ". Kind, share and record are those of the theory as it is.";
}

// What takes everybody's place; nothing without a name.
claims::Variation variation_named(const std::string& name) {
    if (name.empty()) return {};
    std::vector<std::string> names;
    for (const study::Planned& plan : study::knock_outs()) {
        if (plan.name == name) return plan.variation;
        names.push_back(plan.name);
    }
    for (const person::Addition& one : person::additions) {
        if (one.name == name) return variation_named(person::name_with(one));
        names.emplace_back(one.name);
    }
    throw InputError(
        {{"E0001", {}, "there is no rival, null person, module or addition `" + name + "`", suggestion(name, names)}});
}

// The same, with parameters as set: in every arm, whatever the arm itself says. Where people differ, they differ around it.
claims::Variation variation_of(const std::string& as, const std::vector<std::string>& settings) {
    claims::Variation variation = variation_named(as);
    if (settings.empty()) return variation;
    variation.change = [become = variation.change, set = io::read_settings(settings)](
                           life::Scenario& scenario, std::uint64_t seed, std::uint32_t person) {
        set(scenario.parameters);
        if (become) become(scenario, seed, person);  // what is switched off stays so
    };
    return variation;
}

}  // namespace

Claims::Claims(CLI::App& app) : app_(app) {
    CLI::App* verb = app.add_subcommand("claims", "the essay's claims as experiments: which hold, and by how much");
    verb->add_option("CLAIM", asked_.which, "numbers or names; without one, all");
    verb->add_option("--persons", asked_.persons, "simulated persons an arm")->check(CLI::Range(8, 100'000));
    verb->add_option("--threads", asked_.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    verb->add_flag("--quiet", asked_.quiet, "no progress bar");
    verb->add_option("--population", asked_.population, "members of the reference population")
        ->check(CLI::Range(20, 100'000));
    verb->add_option("--as", asked_.as,
                     "everybody as a rival (R1 … R10), a null person (N1 … N4), without a module of the theory, or "
                     "with-ADDITION");
    verb->add_option("--set", asked_.set,
                     "everybody, in every arm, with a parameter as given: memory.protection_credit=0.5")
        ->allow_extra_args(false);
    verb->add_option("--out", asked_.out, "folder for claims.html, claims.json and claims.csv");
    verb->add_flag("--show", asked_.show,
                   "explain each with everything that is known of it, and write its data (to out/claims, or --out)");
    verb->add_flag("--json", asked_.json, "print as JSON");
}

std::optional<Exit> Claims::answer() const {
    if (!app_.got_subcommand("claims")) return std::nullopt;
    const ChosenClaims chosen(asked_.which);
    const std::vector<const Claim*>& which = chosen.claims();
    catch_signals();
    claims::SuiteOptions options;
    options.persons = asked_.persons;
    options.population = asked_.population;
    options.threads = asked_.threads;
    options.cancel = &interruption();
    Progress progress(!asked_.quiet, "per mille");
    options.progress = [&](double share) { progress.at(static_cast<int>(1000 * share), 1000); };
    options.variation = variation_of(asked_.as, asked_.set);
    const claims::Suite& suite = chosen.suite();
    // What is explained in full comes with its data. A folder that cannot be written is told of before anything is lived.
    const std::string out = asked_.out.empty() && asked_.show ? "out/claims" : asked_.out;
    std::optional<io::OutputFolder> folder;
    if (!out.empty()) folder.emplace(out);
    std::vector<ClaimResult> results;
    try {
        results = claims::run(suite, which, claims::find_spreads(suite, which, options), options);
    } catch (const engine::Cancelled&) {
        progress.clear();
        fmt::print(stderr, "interrupted; nothing was written\n");
        return Exit::interrupted;
    }
    progress.clear();
    const std::string json = document(suite, results, options, asked_.as, asked_.set).dump(2) + "\n";
    if (folder) {
        folder->write("claims.html", report::claims_page(suite, results, options.persons, options.population,
                                                         changed(asked_.as, asked_.set), version));
        folder->write("claims.json", json);
        folder->write("claims.csv", csv(results));
        folder->commit();
    }
    if (asked_.json) {
        fmt::print("{}", json);
        return Exit::good;
    }
    if (asked_.show) {
        for (const ClaimResult& result : results) fmt::print("{}", in_full(suite, result));
    } else {
        fmt::print("{}", table(suite, results));
    }
    if (const std::string what = changed(asked_.as, asked_.set); !what.empty()) fmt::print("\n{}\n", what);
    if (!out.empty())
        fmt::print("\nThe page and its data: {}\n", (std::filesystem::path(out) / "claims.html").string());
    return Exit::good;
}

}  // namespace nearness::cli
