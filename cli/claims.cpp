#include "cli/claims.hpp"

#include "cli/columns.hpp"
#include "cli/live.hpp"
#include "cli/look_up.hpp"
#include "cli/progress.hpp"
#include "nearness/claims/suite.hpp"
#include "nearness/io/claim_file.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/provenance.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

using claims::Claim;
using claims::ClaimResult;
using claims::Outcome;

std::string number(double value) {
    if (value != value) return "–";
    return fmt::format("{:.3f}", value);
}

std::string bound_in_words(const claims::Bound& bound) {
    if (bound.within) return fmt::format("within ±{}", io::shortest(bound.at_most));
    std::string out;
    if (bound.at_least > -1e300) out = "at least " + io::shortest(bound.at_least);
    if (bound.at_most < 1e300) out += (out.empty() ? "" : ", ") + ("at most " + io::shortest(bound.at_most));
    return out;
}

std::string_view mark(claims::Verdict verdict) {
    static constexpr std::array<std::string_view, 3> marks = {"●", "✗", "?"};
    return marks[static_cast<std::size_t>(verdict)];
}

std::string table(const std::vector<ClaimResult>& results) {
    std::string out;
    std::array<int, 3> count{};
    for (const ClaimResult& result : results) {
        const Claim& claim = *result.claim;
        ++count[static_cast<std::size_t>(result.verdict)];
        out += fmt::format("{} {:>2} {} {}\n", mark(result.verdict), claim.number, padded(claim.name, 32),
                           claims::flag_marks[static_cast<std::size_t>(claim.flag)]);
        for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
            const Outcome& outcome = result.outcomes[i];
            const claims::Estimate& e = outcome.estimate;
            out += fmt::format("     {} {} {} [{}, {}]  {}\n", mark(outcome.verdict),
                               padded(claim.expectations[i].says, 86), padded(number(e.value), 6), number(e.low),
                               number(e.high), bound_in_words(claim.expectations[i].bound));
        }
    }
    out += fmt::format("\n{} hold, {} fail, {} open (the interval crosses the bound)\n", count[0], count[1], count[2]);
    return out;
}

std::vector<const Claim*> chosen(const std::vector<std::string>& which) {
    const claims::Suite& suite = io::shipped_claims();
    std::vector<const Claim*> out;
    std::vector<std::string> names;
    for (const Claim& claim : suite.claims) names.push_back(claim.name);
    for (const std::string& one : which) {
        const auto found = std::find_if(suite.claims.begin(), suite.claims.end(), [&](const Claim& claim) {
            return claim.name == one || std::to_string(claim.number) == one;
        });
        if (found == suite.claims.end()) {
            throw InputError({{"E0001", {}, "there is no claim `" + one + "`", suggestion(one, names)}});
        }
        out.push_back(&*found);
    }
    if (which.empty()) {
        for (const Claim& claim : suite.claims) out.push_back(&claim);
    }
    return out;
}

}  // namespace

Claims::Claims(CLI::App& app) : app_(app) {
    CLI::App* verb = app.add_subcommand("claims", "the essay's claims as experiments: which hold, and by how much");
    verb->add_option("CLAIM", asked_.which, "numbers or names; without one, all");
    verb->add_option("--persons", asked_.persons, "simulated persons an arm")->check(CLI::Range(8, 100'000));
    verb->add_option("--threads", asked_.threads, "threads; results do not depend on it")->check(CLI::Range(1, 1024));
    verb->add_flag("--quiet", asked_.quiet, "no progress bar");
    verb->add_flag("--json", asked_.json, "print as JSON");
}

std::optional<Exit> Claims::answer() const {
    if (!app_.got_subcommand("claims")) return std::nullopt;
    const std::vector<const Claim*> which = chosen(asked_.which);
    catch_signals();
    claims::SuiteOptions options;
    options.persons = asked_.persons;
    options.threads = asked_.threads;
    options.cancel = &interruption();
    Progress progress(!asked_.quiet, "per mille");
    options.progress = [&](double share) { progress.at(static_cast<int>(1000 * share), 1000); };
    const claims::Suite& suite = io::shipped_claims();
    const claims::Spreads spreads = claims::find_spreads(suite, which, options);
    const std::vector<ClaimResult> results = claims::run(suite, which, spreads, options);
    progress.clear();
    fmt::print("{}", table(results));
    return Exit::good;
}

}  // namespace nearness::cli
