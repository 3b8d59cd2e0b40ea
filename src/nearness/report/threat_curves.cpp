// Figure 2: predicted pain over closeness at the end of chapters, with the threshold and the edges.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>
#include <cmath>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 9;

// V over closeness at the end of one chapter, over the recorded lives.
struct Curves {
    std::string name;
    std::size_t arm = 0, chapter = 0;
    double threshold = 0.35;
    std::vector<double> mean, low, high;  // by point; empty without curves
    std::vector<double> edges;            // of the lives with a curve
};

double closeness(std::size_t point) { return world::Measures<double>::closeness_at(static_cast<int>(point)); }

Curves curves(const View& view, std::size_t arm, std::size_t c, std::string name) {
    Curves out{std::move(name),
               arm,
               c,
               view.collection.plan.arms[arm].scenario.parameters.person.body.threshold,
               {},
               {},
               {},
               {}};
    const auto same = view.same_chapter(arm, c);
    if (!same) return out;
    std::vector<const std::array<double, world::curve_points>*> kept;
    for (const engine::PersonResult* person : view.recorded()) {
        const engine::ArmResult& result = person->arms[arm];
        if (*same >= result.curves.size()) continue;
        kept.push_back(&result.curves[*same]);
        out.edges.push_back(result.chapters[*same].edge);
    }
    for (std::size_t i = 0; i < world::curve_points && !kept.empty(); ++i) {
        std::vector<double> values;
        double sum = 0;
        for (const auto* curve : kept) {
            values.push_back((*curve)[i]);
            sum += values.back();
        }
        std::sort(values.begin(), values.end());
        out.mean.push_back(sum / static_cast<double>(values.size()));
        out.low.push_back(engine::quantile(values, 0.1));
        out.high.push_back(engine::quantile(values, 0.9));
    }
    std::sort(out.edges.begin(), out.edges.end());
    return out;
}

std::string edge_text(const Curves& curves) {
    const auto none = std::count_if(curves.edges.begin(), curves.edges.end(), [](double edge) { return edge >= 1; });
    const auto lives = static_cast<std::ptrdiff_t>(curves.edges.size());
    if (none == lives) return lives == 1 ? "no edge" : "no edge in any life";
    if (2 * none > lives) return fmt::format("no edge in {} of {}", none, lives);
    std::string out = "edge " + number(engine::quantile(curves.edges, 0.5));
    if (lives > 1) out += " (median)";
    if (none > 0) out += fmt::format(", none in {} of {}", none, lives);
    return out;
}

// The pictures share one scale; each is named by `panel`.
Figure figure_of(const View& view, const std::vector<Curves>& all, std::string_view id, std::string_view title) {
    std::vector<std::string> panel, panels, arms, edge_texts, owner;
    std::vector<double> at, mean, low, high, median, threshold, edges;
    for (const Curves& one : all) {
        panels.push_back(one.name);
        arms.push_back(view.look(one.arm).key);
        edge_texts.push_back(one.mean.empty() ? "not recorded" : edge_text(one));
        median.push_back(one.edges.empty() ? std::nan("") : engine::quantile(one.edges, 0.5));
        threshold.push_back(one.threshold);
        // Every second of the 201 points is plenty.
        for (std::size_t i = 0; i < one.mean.size(); i += 2) {
            panel.push_back(one.name);
            at.push_back(closeness(i));
            mean.push_back(one.mean[i]);
            low.push_back(one.low[i]);
            high.push_back(one.high[i]);
        }
        for (const double edge : one.edges) {
            owner.push_back(one.name);
            edges.push_back(edge);
        }
    }
    Figure figure;
    figure.kind = "threat-curves";
    figure.id = id;
    figure.title = title;
    const std::string of = std::string(id);
    figure.data.emplace_back("panels",
                             Data(of + "-edges", "Edge at the end of the chapter: median over recorded lives")
                                 .words("panel", "chapter or arm", panels)
                                 .words("arm", "letter of the arm", arms)
                                 .words("says", "edge in words", edge_texts)
                                 .numbers("edge", "1", "median edge; 1 when there is none", median)
                                 .numbers("threshold", "1", "predicted pain at which the alarm rings", threshold));
    figure.data.emplace_back("curves", Data(of + "-curves", "Predicted pain by closeness, over recorded lives")
                                           .words("panel", "chapter or arm", panel)
                                           .numbers("closeness", "1", "closeness", at, 2)
                                           .numbers("mean", "1", "mean predicted pain", mean)
                                           .numbers("low", "1", "10th percentile", low)
                                           .numbers("high", "1", "90th percentile", high));
    figure.data.emplace_back("edges", Data(of + "-edge-of-each", "Edge of each recorded life")
                                          .words("panel", "chapter or arm", owner)
                                          .numbers("edge", "1", "edge; 1 when there is none", edges));
    return figure;
}

}  // namespace

std::string threat_curves(const View& view, Figures& figures) {
    if (view.chapters() == 0 || view.recorded().empty() || !view.collection.plan.record.curves) return {};
    const std::size_t last = view.chapters() - 1;
    const std::size_t first = view.chapters() > most_panels ? view.chapters() - most_panels : 0;
    std::vector<Curves> by_chapter;
    for (std::size_t c = first; c <= last; ++c) {
        by_chapter.push_back(curves(view, 0, c, fmt::format("{}  {}", c + 1, view.chapter_name(c))));
    }
    Figure figure = figure_of(view, by_chapter, "threat-by-chapter",
                              "Predicted pain over closeness at the end of each chapter, life as written");
    figure.caption = fmt::format(
        "Simulated. How much pain is predicted (vertical) at each closeness, with full openness and no conflict, at "
        "the "
        "end of each chapter: {}. Above the dashed threshold θ the alarm rings{}. With whoever the chapter brings; in "
        "a "
        "chapter without encounters, with a stranger like an ordinary partner.",
        view.recorded().size() == 1 ? "the one recorded life"
                                    : fmt::format("mean over {} recorded lives{}", view.recorded().size(),
                                                  view.recorded().size() > 2 ? " with the middle 80 % as a band" : ""),
        view.recorded().size() == 1 ? "; the diamond is the edge"
                                    : "; ticks on it are the edges of single lives, the diamond is their median");
    if (first > 0) figure.caption += fmt::format(" The first {} are left out.", counted(first, "chapter", "chapters"));
    std::string out = figures.add(figure);
    if (view.arms() > 1) {
        const std::vector<std::size_t> shown = view.drawn_arms(most_panels - 1);
        std::vector<Curves> by_arm;
        for (const std::size_t arm : shown) by_arm.push_back(curves(view, arm, last, view.look(arm).name));
        Figure arms = figure_of(view, by_arm, "threat-by-arm",
                                "Predicted pain over closeness at the end of the last chapter, by arm");
        arms.options.emplace_back("reference", by_arm.front().name);
        arms.caption = fmt::format(
            "Simulated. The same at the end of “{}”, by arm; the grey dashed line repeats the mean of the life as "
            "written.",
            escape(view.chapter_name(last)));
        if (view.arms() > shown.size()) {
            arms.caption += fmt::format(" Shown are the {} arms that end farthest from it, of {}.", shown.size() - 1,
                                        view.arms() - 1);
        }
        out += figures.add(arms);
    }
    return section("curves", "What closeness is predicted to bring", out);
}

}  // namespace nearness::report
