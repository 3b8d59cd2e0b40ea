// Predicted pain over closeness at the end of chapters, with the threshold and the edges.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 9;

// V over closeness at the end of one chapter, over the recorded lives.
struct Curves {
    std::string name, age;
    std::size_t arm = 0;
    double threshold = 0.35;
    std::vector<engine::Range> predicted;  // by point; empty without curves
    std::vector<double> edges;             // of the lives with a curve, ascending
};

double closeness(std::size_t point) { return world::Measures<double>::closeness_at(static_cast<int>(point)); }

Curves curves(const View& view, std::size_t arm, std::size_t c, std::string name) {
    Curves out;
    out.name = std::move(name);
    out.age = view.age_at_end(c);
    out.arm = arm;
    out.threshold = view.collection.plan.arms[arm].scenario.parameters.person.body.threshold;
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
        for (const auto* curve : kept) values.push_back((*curve)[i]);
        out.predicted.push_back(engine::range(std::move(values)));
    }
    std::sort(out.edges.begin(), out.edges.end());
    return out;
}

std::string edge_text(const Curves& curves) {
    if (curves.edges.empty()) return "not recorded";
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
    std::vector<std::string> panel, panels, ages, arms, edge_texts, owner;
    std::vector<double> at, mean, low, high, median, threshold, edges;
    for (const Curves& one : all) {
        panels.push_back(one.name);
        ages.push_back(one.age);
        arms.push_back(view.look(one.arm).key);
        edge_texts.push_back(edge_text(one));
        median.push_back(one.edges.empty() ? life::not_measured : engine::quantile(one.edges, 0.5));
        threshold.push_back(one.threshold);
        // Every second of the 201 points is plenty.
        for (std::size_t i = 0; i < one.predicted.size(); i += 2) {
            panel.push_back(one.name);
            at.push_back(closeness(i));
            mean.push_back(one.predicted[i].mean);
            low.push_back(one.predicted[i].low);
            high.push_back(one.predicted[i].high);
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
                                 .words("age", "age at the chapter's end", ages)
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

Figure by_chapter(const View& view) {
    const std::vector<std::size_t> shown = view.last_chapters(most_panels);
    std::vector<Curves> all;
    for (const std::size_t c : shown) all.push_back(curves(view, 0, c, view.chapter_title(c)));
    Figure figure = figure_of(view, all, "threat-by-chapter",
                              "Predicted pain over closeness at the end of each chapter, life as written");
    const std::size_t lives = view.recorded().size();
    figure.caption = fmt::format(
        "Simulated. Read from left to right: someone comes closer, and this much pain is predicted, with full openness "
        "and no conflict, at the end of each chapter. {}. Where the line crosses the dashed threshold θ the alarm "
        "rings: that closeness is the edge{}. A line that stays below means that no closeness sets off the alarm. {}",
        view.typical() ? "The line is the typical path"
        : lives == 1   ? "The line is the one recorded life"
        : lives > 2    ? fmt::format("The line is the mean over {} recorded lives, the band their middle 80 %", lives)
                       : fmt::format("The line is the mean over {} recorded lives", lives),
        lives == 1 ? " (diamond)" : "; ticks are the edges of single lives, the diamond is their median",
        view.with_whom(shown));
    if (shown.size() < view.chapters()) {
        figure.caption +=
            fmt::format(" The first {} are left out.", counted(view.chapters() - shown.size(), "chapter", "chapters"));
    }
    return figure;
}

Figure by_arm(const View& view) {
    const std::size_t last = view.chapters() - 1;
    const std::vector<std::size_t> shown = view.drawn_arms(most_panels - 1);
    std::vector<Curves> all;
    for (const std::size_t arm : shown) all.push_back(curves(view, arm, last, view.look(arm).name));
    Figure figure =
        figure_of(view, all, "threat-by-arm", "Predicted pain over closeness at the end of the last chapter, by arm");
    figure.options.emplace_back("reference", all.front().name);
    figure.caption = fmt::format(
        "Simulated. The same at the end of “{}”, by arm; the grey dashed line repeats the mean of the life as "
        "written.",
        escape(view.chapter_name(last)));
    if (view.arms() > shown.size()) {
        figure.caption +=
            fmt::format(" Shown are the {} arms that end farthest from it, of {}.", shown.size() - 1, view.arms() - 1);
    }
    return figure;
}

}  // namespace

std::string threat_curves(const View& view, Figures& figures) {
    if (view.chapters() == 0 || !view.knows_closeness()) return {};
    std::string out;
    if (view.recorded().empty() || !view.collection.plan.record.curves) {
        out = paragraph("No threat curves were kept in this run.");
    } else {
        out = figures.add(by_chapter(view));
        if (view.arms() > 1) out += figures.add(by_arm(view));
    }
    return section("curves", "What closeness is predicted to bring", out);
}

}  // namespace nearness::report
