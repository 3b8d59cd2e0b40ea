#include "nearness/report/phenomena.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/experiment.hpp"
#include "nearness/report/figures.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>
#include <limits>

namespace nearness::report {

namespace {

using experiment::Evaluation;

// What the laboratory, or the literature on the learner, lets expect.
enum class Said { shows, lacks, nothing };

Said said(const io::PhenomenonFile& file, const std::string& learner) {
    const auto in = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), learner) != names.end();
    };
    return in(file.shows) || in(file.misses) ? Said::shows : in(file.lacks) ? Said::lacks : Said::nothing;
}

std::string mark(bool shown) { return shown ? "●" : "○"; }

// By learner and phenomenon; each cell leads to its curves.
std::string matrix(const std::vector<TestedPhenomenon>& tested) {
    std::string out =
        "<div class=\"scroll phenomena\" tabindex=\"0\"><table><caption>● shown, ○ not shown, at default parameters; "
        "framed where literature or equations say which</caption>\n<thead><tr><th scope=\"col\">phenomenon</th>";
    for (const LearnerOnPhenomenon& one : tested.front().learners) {
        out += fmt::format("<th scope=\"col\"><span>{}</span></th>", escape(one.title));
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const TestedPhenomenon& row : tested) {
        out += fmt::format("<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th>", row.file.id, escape(row.file.title));
        for (const LearnerOnPhenomenon& one : row.learners) {
            const bool shown = one.evaluation.shown;
            const bool told = said(row.file, one.name) != Said::nothing;
            out += fmt::format(
                "<td class=\"{}{}\"><a tabindex=\"-1\" href=\"#figure-{}-responses\" title=\"{} {}: {}\">{}<span "
                "class=\"hidden\"> {}</span></a></td>",
                shown ? "shown" : "not-shown", told ? " said" : "", row.file.id, escape(one.title),
                shown ? "shows it" : "does not show it", signed_number(one.evaluation.least), mark(shown),
                shown ? "shown" : "not shown");
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

Data curves_of(const TestedPhenomenon& one) {
    const experiment::Design& design = one.file.phenomenon.design;
    std::vector<std::string> series, groups, tests;
    std::vector<double> trials, phases;
    const auto& first = one.learners.front().evaluation.curves;
    for (std::size_t g = 0; g < first.size(); ++g) {
        const experiment::Group& group = design.groups[g];
        for (std::size_t t = 0; t < first[g].steps.size(); ++t) {
            const experiment::Step& step = first[g].steps[t];
            const auto phase = static_cast<std::size_t>(step.phase);
            const experiment::Kind& kind = group.phases[phase].kinds[static_cast<std::size_t>(step.kind)];
            series.push_back(series_of(design, group, kind));
            groups.push_back(group.name);
            tests.push_back(kind.test ? "yes" : "no");
            trials.push_back(static_cast<double>(t + 1));
            phases.push_back(static_cast<double>(step.phase + 1));
        }
    }
    Data data(one.file.id + "-curves", one.file.title + ": responses trial by trial");
    data.words("series", "group and cues", series)
        .words("group", "group", groups)
        .words("test", "whether nothing is learned on it", tests)
        .numbers("trial", "1", "number in its group", trials, 0)
        .numbers("phase", "1", "number in its group", phases, 0);
    for (const LearnerOnPhenomenon& learner : one.learners) {
        std::vector<double> response;
        for (const experiment::Curve& curve : learner.evaluation.curves) {
            response.insert(response.end(), curve.response.begin(), curve.response.end());
        }
        data.numbers(learner.title, "1", "response", std::move(response));
    }
    return data;
}

std::string verdict(const TestedPhenomenon& one, const LearnerOnPhenomenon& learner) {
    std::string out = learner.evaluation.shown ? "● shows it" : "○ does not show it";
    const Said expected = said(one.file, learner.name);
    if (expected != Said::nothing) out += ", as is said of it";
    if ((expected == Said::shows) != learner.evaluation.shown && expected != Said::nothing) {
        out = learner.evaluation.shown ? "● shows it, though it is said not to"
                                       : "○ does not show it, though it is said to";
    }
    return out;
}

Data verdicts_of(const TestedPhenomenon& one) {
    std::vector<std::string> names, verdicts;
    std::vector<double> least;
    std::vector<std::pair<std::string, std::vector<double>>> terms;
    const experiment::Phenomenon& phenomenon = one.file.phenomenon;
    for (const experiment::Order& order : phenomenon.orders) {
        for (const experiment::Term& term : order) {
            if (const auto* reading = std::get_if<experiment::Reading>(&term)) {
                terms.emplace_back(written(*reading, phenomenon.design), std::vector<double>());
            }
        }
    }
    for (const LearnerOnPhenomenon& learner : one.learners) {
        names.push_back(learner.title);
        verdicts.push_back(verdict(one, learner));
        least.push_back(learner.evaluation.least);
        std::size_t at = 0;
        for (std::size_t o = 0; o < phenomenon.orders.size(); ++o) {
            for (std::size_t t = 0; t < phenomenon.orders[o].size(); ++t) {
                if (!std::holds_alternative<experiment::Reading>(phenomenon.orders[o][t])) continue;
                terms[at++].second.push_back(learner.evaluation.values[o][t]);
            }
        }
    }
    Data data(one.file.id + "-learners", one.file.title + ": what is compared");
    data.words("learner", "learner", names).words("verdict", "whether it shows it", verdicts);
    std::vector<std::string> seen;
    for (auto& [name, values] : terms) {
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        seen.push_back(name);
        data.numbers(name, "1", "response", std::move(values));
    }
    data.numbers("least", "1", "smallest difference that counts, less the margin; above 0 is shown", least);
    return data;
}

std::string orders_in_words(const io::PhenomenonFile& file) {
    std::string out;
    for (const std::string& text : file.expect) {
        out += fmt::format("{}<code>{}</code>", out.empty() ? "" : ", and ", escape(text));
    }
    return out;
}

std::string design_list(const io::PhenomenonFile& file) {
    std::string out = "<dl class=\"terms\">\n";
    for (const experiment::Group& group : file.phenomenon.design.groups) {
        out += fmt::format("<dt>{}</dt><dd><code>{}</code></dd>\n", escape(group.name),
                           escape(experiment::written(group.phases)));
    }
    return out + "</dl>\n";
}

Figure map_of(const TestedPhenomenon& one) {
    const experiment::RegionMap& map = *one.file.map;
    std::vector<double> x, y;
    for (int i = 0; i < map.x.points; ++i) {
        for (int j = 0; j < map.y.points; ++j) {
            x.push_back(map.x.at(i));
            y.push_back(map.y.at(j));
        }
    }
    Data cells(one.file.id + "-map", one.file.title + ": where in the plane of two parameters");
    cells.numbers(map.x.parameter, "1", "parameter", x, 4).numbers(map.y.parameter, "1", "parameter", y, 4);
    std::string shares;
    for (std::size_t r = 0; r < map.regions.size(); ++r) {
        cells.numbers(map.regions[r].name, "1", "1 where it holds", {one.map[r].holds.begin(), one.map[r].holds.end()},
                      0);
        shares += fmt::format("{}“{}” holds in {:.1f} % of cells", r > 0 ? ", " : "", escape(map.regions[r].name),
                              100 * one.map[r].share());
    }
    Figure figure;
    figure.kind = "region-map";
    figure.id = one.file.id + "-map";
    figure.title = one.file.title + ": map of " + map.x.parameter + " and " + map.y.parameter;
    figure.caption = fmt::format("Simulated, {}. Where in the plane of two parameters, all else at its default: {}.",
                                 escape(map.learner), shares);
    figure.options = {{"x", map.x.parameter},
                      {"y", map.y.parameter},
                      {"x scale", map.x.logarithmic ? "log" : "linear"},
                      {"y scale", map.y.logarithmic ? "log" : "linear"}};
    figure.data = {{"cells", cells}};
    return figure;
}

std::string one_phenomenon(const TestedPhenomenon& one, Figures& figures) {
    const auto shown = std::count_if(one.learners.begin(), one.learners.end(),
                                     [](const auto& learner) { return learner.evaluation.shown; });
    std::string out = with_code(paragraph(one.file.description));
    out += design_list(one.file);
    out += fmt::format(
        "<p>Shown where {}, by at least {} between two places. {} of {} learners show it at their default "
        "parameters.</p>\n",
        orders_in_words(one.file), number(one.file.phenomenon.by), shown, one.learners.size());
    Figure figure;
    figure.kind = "learning-curves";
    figure.id = one.file.id + "-responses";
    figure.title = one.file.title + ": responses trial by trial";
    figure.caption =
        "Simulated; nothing was fitted. The learner’s response before the outcome of each trial. Lines are cues of a "
        "group, strips and numbers its phases, filled markers test trials.";
    figure.data = {{"learners", verdicts_of(one)}, {"curves", curves_of(one)}};
    out += figures.add(figure);
    if (one.file.map) out += figures.add(map_of(one));
    return section(one.file.id, one.file.title, out);
}

}  // namespace

std::string phenomena_page(const std::vector<TestedPhenomenon>& tested, const std::string& version,
                           std::uint64_t seed) {
    ensure(!tested.empty() && !tested.front().learners.empty(), "a page of phenomena has some, and learners");
    Figures figures;
    Page page;
    page.title = "Phenomena of learning – nearness";
    page.provenance = fmt::format("nearness {}, seed {}; simulated", version, seed);
    page.header = fmt::format(
        "<h1>Phenomena of learning</h1>\n<p class=\"facts\">{} phenomena · {} learners · seed {} · simulated, about "
        "nobody "
        "real</p>\n<p class=\"lead\">What the learning laboratory finds, as designs, and which formal learner shows "
        "it. A "
        "learner that lacks a phenomenon at its default parameters may show it at others, and one that shows it may do "
        "so "
        "for another reason than people and animals do.</p>\n",
        tested.size(), tested.front().learners.size(), seed);
    page.main = section("matrix", "Which learner shows what", matrix(tested));
    for (const TestedPhenomenon& one : tested) page.main += one_phenomenon(one, figures);
    page.navigation = "<nav aria-label=\"On this page\"><ul>\n<li><a href=\"#matrix\">All</a></li>\n";
    for (const TestedPhenomenon& one : tested) {
        page.navigation += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", one.file.id, escape(one.file.title));
    }
    page.navigation += "</ul></nav>\n";
    page.data = figures.json();
    page.footer = fmt::format(
        "<p class=\"small\">nearness {}, seed {}. The same program and seed give this page byte for "
        "byte.</p>\n",
        escape(version), seed);
    return html_of(page);
}

}  // namespace nearness::report
