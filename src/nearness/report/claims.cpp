#include "nearness/report/claims.hpp"

#include "nearness/claims/stand_ins.hpp"
#include "nearness/io/claim_record.hpp"
#include "nearness/io/number.hpp"
#include "nearness/person/additions.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/evidence.hpp"
#include "nearness/report/figures.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

using claims::Claim;
using claims::ClaimResult;
using claims::Outcome;
using claims::Verdict;

std::string word(Verdict verdict) { return std::string(claims::verdict_names[static_cast<std::size_t>(verdict)]); }

std::string badge(Verdict verdict) {
    static constexpr std::array<std::string_view, 4> marks = {"●", "✗", "?", "–"};
    return fmt::format("<span class=\"verdict {0}\">{1} {0}</span>", word(verdict),
                       marks[static_cast<std::size_t>(verdict)]);
}

std::string_view flag_says(const Claim& claim) { return grades[static_cast<std::size_t>(claim.flag)].says; }
std::string flag_of(const Claim& claim) { return mark_html(grades[static_cast<std::size_t>(claim.flag)]); }

std::string id_of(const Claim& claim) { return fmt::format("claim-{}", claim.number); }

std::string kind_of(const io::ClaimRecord& record) {
    return record.knock_outs && !record.knock_outs->kind.empty() ? record.knock_outs->kind : "–";
}

std::string share_of(const io::ClaimRecord& record) {
    if (!record.region) return "–";
    const io::RecordedRegion& region = *record.region;
    return fmt::format("{} ({} to {})", percent(region.corrected), number(100 * region.low, 0),
                       number(100 * region.high, 0));
}

bool passed_by_null(const io::ClaimRecord& record) {
    if (!record.knock_outs) return false;
    const auto all = claims::stand_ins();
    return std::any_of(all.begin(), all.end(), [&](const claims::StandIn& one) {
        return one.null_person && record.knock_outs->verdict_of(one.id) == "holds";
    });
}

// All claims in a table, by part of the essay.
std::string board(const std::vector<ClaimResult>& results, const std::vector<io::ClaimRecord>& records) {
    std::string out =
        "<div class=\"scroll\" tabindex=\"0\"><table class=\"claims\"><caption>Every claim: whether the model shows "
        "it, what "
        "kind of claim it is, how much of the parameter space agrees, and how well people’s data support "
        "it</caption>\n<thead><tr><th scope=\"col\">claim</th><th scope=\"col\">the model</th><th "
        "scope=\"col\">kind</th><th scope=\"col\">share of the prior</th><th scope=\"col\">people’s "
        "data</th></tr></thead>\n<tbody>\n";
    std::string part;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Claim& claim = *results[i].claim;
        if (claim.part != part) {
            part = claim.part;
            out += fmt::format("<tr><th class=\"group\" scope=\"rowgroup\" colspan=\"5\">{}</th></tr>\n", escape(part));
        }
        out += fmt::format(
            "<tr><th scope=\"row\"><a href=\"#{}\">{} {}</a></th><td>{}</td><td>{}{}</td><td>{}</td><td>{}</td></tr>\n",
            id_of(claim), claim.number, escape(claim.name), badge(results[i].verdict), kind_of(records[i]),
            passed_by_null(records[i]) ? ", weak" : "", share_of(records[i]), flag_of(claim));
    }
    return out + "</tbody></table></div>\n";
}

Data expectations_of(const ClaimResult& result) {
    const Claim& claim = *result.claim;
    std::vector<std::string> says, effects, bounds, verdicts;
    std::vector<double> values, low, high, at_least, at_most, persons, resolved;
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        const claims::Expectation& expectation = claim.expectations[i];
        const Outcome& outcome = result.outcomes[i];
        says.push_back(expectation.says);
        effects.emplace_back(claims::text_of(expectation.effect).says);
        values.push_back(outcome.estimate.value);
        low.push_back(outcome.estimate.low);
        high.push_back(outcome.estimate.high);
        bounds.push_back(in_words(expectation.bound));
        at_least.push_back(expectation.bound.at_least);
        at_most.push_back(expectation.bound.at_most);
        verdicts.push_back(word(outcome.verdict));
        persons.push_back(outcome.estimate.persons);
        resolved.push_back(outcome.resolved());
    }
    Data data(id_of(claim) + "-effects", fmt::format("Claim {}: effects against their bounds", claim.number));
    data.words("expectation", "what is expected", says)
        .words("effect", "which number", effects)
        .numbers("value", "1", "the number", values)
        .numbers("low", "1", "lower end of its 95 % interval", low)
        .numbers("high", "1", "upper end", high)
        .words("bound", "what it has to be", bounds)
        .numbers("at least", "1", "lower bound", at_least)
        .numbers("at most", "1", "upper bound", at_most)
        .words("verdict", "by the interval", verdicts)
        .numbers("persons", "1", "with every number measured", persons, 0)
        .numbers("resolved", "1", "distance from the bound that gives a verdict in four of five repetitions", resolved);
    return data;
}

Data picture_of(const Claim& claim, const claims::Picture& picture, const claims::DrawnPicture& drawn,
                std::size_t number) {
    std::vector<std::string> arms;
    std::vector<double> at, mean, low, high;
    for (std::size_t arm = 0; arm < drawn.lines.size(); ++arm) {
        for (std::size_t p = 0; p < drawn.lines[arm].size(); ++p) {
            const claims::DrawnPoint& point = drawn.lines[arm][p];
            arms.push_back(picture.arms[arm]);
            at.push_back(picture.at[p]);
            mean.push_back(point.n > 0 ? point.mean : life::not_measured);
            low.push_back(point.n > 1 ? point.low : life::not_measured);
            high.push_back(point.n > 1 ? point.high : life::not_measured);
        }
    }
    Data data(fmt::format("{}-picture-{}", id_of(claim), number + 1), picture.says);
    data.words("arm", "arm of the life", arms);
    if (!picture.over.empty()) data.numbers(picture.over, "1", "along the horizontal axis", at);
    data.numbers("mean", "1", picture.measure, mean)
        .numbers("low", "1", "lower end of the 95 % interval of the mean", low)
        .numbers("high", "1", "upper end", high);
    return data;
}

std::string pictures(const ClaimResult& result, Figures& figures) {
    const Claim& claim = *result.claim;
    std::string out;
    for (std::size_t p = 0; p < result.pictures.size(); ++p) {
        const claims::Picture& picture = claim.pictures[p];
        Figure figure;
        figure.kind = picture.over.empty() ? "claim-arms" : "claim-lines";
        figure.id = fmt::format("{}-{}", id_of(claim), p + 1);
        figure.title = fmt::format("Claim {}: {}", claim.number, picture.says);
        figure.caption = fmt::format("{}. Simulated; means over persons with 95 % intervals.", escape(picture.says));
        figure.options = {
            {"over", picture.over}, {"measure", picture.measure}, {"joined", picture.joined ? "yes" : "no"}};
        figure.data = {{"lines", picture_of(claim, picture, result.pictures[p], p)}};
        out += figures.add(figure);
    }
    Figure effects;
    effects.kind = "claim-effects";
    effects.id = id_of(claim) + "-effects";
    effects.title = fmt::format("Claim {}: effects against their bounds", claim.number);
    effects.caption =
        "Simulated. Each number with its 95 % interval over persons; the strip is where it has to be for the claim to "
        "hold.";
    effects.data = {{"effects", expectations_of(result)}};
    return out + figures.add(effects);
}

std::string rows_on(const Claim& claim, std::string_view heading, const std::vector<int> io::Evidence::*which) {
    std::vector<std::string_view> ids;
    for (const io::Evidence* row : io::evidence_on(claim.number)) {
        const std::vector<int>& numbers = row->*which;
        if (std::find(numbers.begin(), numbers.end(), claim.number) != numbers.end()) ids.push_back(row->id);
    }
    if (ids.empty()) return {};
    return fmt::format("<div class=\"flags\">\n<p>{}</p>\n", heading) + flags_html(ids) + "</div>\n";
}

std::string evidence(const Claim& claim) {
    std::string out = fmt::format("<p>People’s data: {} {}.", flag_of(claim), flag_says(claim));
    if (!claim.contested.empty()) out += " " + escape(claim.contested);
    out += "</p>\n";
    out += rows_on(claim, "What supports it:", &io::Evidence::supports);
    out += rows_on(claim, "What contests it:", &io::Evidence::contests);
    return out + rows_on(claim, "What it is about, without evidence either way:", &io::Evidence::concerns);
}

// Which runs of the knock-outs ended so, by their names.
std::string runs_that(const io::RecordedKnockOuts& runs, std::string_view verdict, bool modules, bool null_persons) {
    std::vector<std::string> out;
    for (const auto& one_run : runs.verdicts) {  // a structured binding cannot be captured
        const std::string& run = one_run.first;
        if (one_run.second != verdict || run == "everything in place" || run.starts_with(person::with_prefix)) continue;
        const auto all = claims::stand_ins();
        const auto stand_in = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == run; });
        if ((stand_in == all.end()) != modules) continue;
        if (!modules && stand_in->null_person != null_persons) continue;
        out.push_back(modules ? "<code>" + run + "</code>" : escape(std::string(stand_in->name)));
    }
    return out.empty() ? "none" : listed(out);
}

// Additions are of interest where they change the verdict: what mends a claim, or breaks it.
std::string tried(const io::RecordedKnockOuts& runs) {
    const bool holds = runs.verdict_of("everything in place") == "holds";
    if (runs.verdict_of(person::name_with(person::additions.front())).empty()) return {};
    std::vector<std::string> names = runs.additions_that(holds ? "fails" : "holds");
    for (std::string& name : names) name = fmt::format("<code>{}</code>", name);
    return fmt::format("<dt>additions it {} with</dt><dd>{} of {}</dd>\n", holds ? "fails" : "holds",
                       names.empty() ? "none" : listed(names), person::additions.size());
}

std::string carries(const io::ClaimRecord& record) {
    std::string out;
    if (record.knock_outs) {
        const io::RecordedKnockOuts& runs = *record.knock_outs;
        const bool holds = runs.verdict_of("everything in place") == "holds";
        out += fmt::format(
            "<dt>kind</dt><dd>{}</dd>\n<dt>{} without</dt><dd>{}</dd>\n<dt>null persons that pass "
            "it</dt><dd>{}</dd>\n<dt>rivals that pass it</dt><dd>{}</dd>\n",
            kind_of(record), holds ? "fails" : "holds", runs_that(runs, holds ? "fails" : "holds", true, false),
            runs_that(runs, "holds", false, true), runs_that(runs, "holds", false, false));
        out += tried(runs);
    }
    if (record.region) {
        std::string deciders;
        for (const auto& [key, r] : record.region->deciders) {
            deciders += fmt::format("{}{} of <code>{}</code> ({})", deciders.empty() ? "" : ", ",
                                    r < 0 ? "less" : "more", key, signed_number(r));
        }
        out += fmt::format("<dt>share of {} prior draws</dt><dd>{}; helped most by {}</dd>\n", record.region->draws,
                           share_of(record), deciders);
    }
    if (record.registered) {
        const io::Registered& r = *record.registered;
        out += fmt::format(
            "<dt>verdict laid down</dt><dd>commit <code>{}</code>, {}</dd>\n<dt>first result recorded</dt>"
            "<dd>at commit <code>{}</code>, {}</dd>\n",
            r.verdict_commit, r.verdict_date, r.result_commit, r.result_date);
    }
    return out.empty() ? out : "<dl class=\"terms\">\n" + out + "</dl>\n";
}

// What stands between backticks in a claim file, as code.
std::string with_code(const std::string& text) {
    std::string out;
    bool code = false;
    for (const char c : escape(text)) {
        if (c != '`') {
            out += c;
            continue;
        }
        code = !code;
        out += code ? "<code>" : "</code>";
    }
    return out + (code ? "</code>" : "");
}

std::string panel(const ClaimResult& result, const io::ClaimRecord& record, Figures& figures) {
    const Claim& claim = *result.claim;
    std::string out =
        fmt::format("<blockquote><p>“{}”</p></blockquote>\n<p>{}</p>\n", escape(claim.quote), badge(result.verdict));
    out += paragraph(claim.says);
    out += pictures(result, figures);
    out += "<p><strong>The experiment.</strong> " + escape(claim.experiment) + "</p>\n";
    if (!claim.remark.empty()) out += "<p><strong>Remark.</strong> " + with_code(claim.remark) + "</p>\n";
    if (!claim.tried.empty()) out += "<p><strong>Tried.</strong> " + with_code(claim.tried) + "</p>\n";
    for (const claims::Restated& one : claim.restated) {
        out += fmt::format("<p><strong>Restated.</strong> It was: {} {}</p>\n", escape(one.was), escape(one.why));
    }
    out += carries(record) + evidence(claim);
    return section(id_of(claim), fmt::format("{} {}", claim.number, claim.name), out);
}

constexpr std::string_view reading =
    "<p>A claim <em>holds</em> when the whole 95 % interval of each of its numbers lies inside its bound, "
    "<em>fails</em> "
    "when one lies outside, and is <em>open</em> when one crosses. Bounds were laid down before the first run. "
    "<em>Assumed</em>: one term of the theory says it, so that it is no finding; <em>consequence</em>: it follows from "
    "few "
    "terms; <em>emergent</em>: it needs their interplay. <em>Weak</em>: a simulated person without the theory passes "
    "it, "
    "too. That the model shows a claim does not make it true of people: the last column says what is known of "
    "them.</p>\n";

}  // namespace

std::string in_words(const claims::Bound& bound) {
    if (bound.within) return "within ±" + io::shortest(bound.at_most);
    std::string out;
    if (finite(bound.at_least)) out = "at least " + io::shortest(bound.at_least);
    if (finite(bound.at_most)) out += (out.empty() ? "" : ", ") + ("at most " + io::shortest(bound.at_most));
    return out;
}

std::string claims_page(const claims::Suite& suite, const std::vector<ClaimResult>& results, int persons,
                        int population, const std::string& changed, const std::string& version) {
    std::vector<io::ClaimRecord> records;
    claims::VerdictCounts count{};
    for (const ClaimResult& result : results) {
        records.push_back(io::record_of(suite, *result.claim));
        ++count[static_cast<std::size_t>(result.verdict)];
    }
    Figures figures;
    Page page;
    page.title = "Claims – nearness";
    page.provenance = fmt::format("nearness {}, {} persons an arm; simulated", version, persons);
    page.header = fmt::format(
        "<h1>The essay’s claims as experiments</h1>\n<p class=\"facts\">{} of {} hold · {} fail · {} open · {} "
        "simulated "
        "persons an arm · standardised in a reference population of {}</p>\n<p class=\"lead\">Every empirical sentence "
        "of "
        "the essay, as something the model shows or is seen to fail. The essay is a hypothesis; so is the model.</p>\n",
        count[0], results.size(), count[1], count[2], persons, population);
    if (!changed.empty()) page.header += "<p><strong>" + escape(changed) + "</strong></p>\n";
    page.main = section("board", "Which claims hold", std::string(reading) + board(results, records));
    page.navigation = "<nav aria-label=\"On this page\"><ul>\n<li><a href=\"#board\">All</a></li>\n";
    for (std::size_t i = 0; i < results.size(); ++i) {
        page.main += panel(results[i], records[i], figures);
        page.navigation +=
            fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id_of(*results[i].claim), results[i].claim->number);
    }
    page.navigation += "<li><a href=\"#evidence\">Evidence</a></li>\n</ul></nav>\n";
    page.main += section("evidence", "Evidence", list_of_evidence());
    page.data = figures.json();
    page.footer = fmt::format("<p class=\"small\">nearness {}. The same program gives this page byte for byte.</p>\n",
                              escape(version));
    return html_of(page);
}

}  // namespace nearness::report
