// Figure 2: predicted pain over closeness at the end of chapters, with the threshold and the edges.
#include "nearness/report/axes.hpp"
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

std::string draw(const View& view, const Curves& curves, const Curves* reference, std::string_view id) {
    Drawing drawing(id, 300, 200, "Predicted pain over closeness: " + curves.name,
                    "Mean over recorded lives with the middle 80 %; " + edge_text(curves) + ".");
    const Panel panel = Panel::at(30, 36, 258, 128, 0, 1, 0, 1);
    const Look& look = view.look(curves.arm);
    drawing.text({0, 11}, Anchor::start, "head", fit(curves.name, 296, 11));
    drawing.text({30, 28}, Anchor::start, "tick",
                 curves.mean.empty() ? "not recorded" : "predicted pain · " + edge_text(curves));
    draw_y_axis(drawing, panel, 3);
    draw_x_axis(drawing, panel, nice_ticks(0, 1, 6), "closeness");
    if (curves.mean.empty()) return drawing.finish();

    // Every second of the 201 points is plenty for a panel of this size.
    const auto points = [&](const std::vector<double>& values) {
        std::vector<Point> out;
        for (std::size_t i = 0; i < values.size(); i += 2) out.push_back(panel(closeness(i), values[i]));
        return out;
    };
    if (curves.edges.size() > 2) drawing.band(points(curves.high), points(curves.low), "band " + look.fill());
    if (reference != nullptr && reference != &curves) drawing.path(points(reference->mean), "reference");
    const double at_threshold = panel.y(curves.threshold);
    drawing.line({panel.left, at_threshold}, {panel.right(), at_threshold}, "theta");
    drawing.text({panel.left + 4, at_threshold - 4}, Anchor::start, "halo", "θ " + number(curves.threshold));
    drawing.path(points(curves.mean), "line main " + look.stroke());
    std::vector<double> with_edge;
    for (const double edge : curves.edges) {
        if (!(edge < 1)) continue;
        with_edge.push_back(edge);
        drawing.line({panel.x(edge), at_threshold - 4}, {panel.x(edge), at_threshold + 4}, "rug " + look.stroke());
    }
    // The median of all lives: 1, off the line, when most have no edge.
    const double median = engine::quantile(curves.edges, 0.5);
    if (median < 1) drawing.mark(Shape::diamond, {panel.x(median), at_threshold}, 4.5, "hollow");
    return drawing.finish();
}

std::string table(const View&, const std::vector<Curves>& all, std::string_view caption) {
    std::vector<std::string> columns = {"closeness"};
    for (const Curves& one : all) {
        columns.push_back(one.name + ", mean");
        columns.emplace_back("10 to 90 %");
    }
    Table table(caption, columns);
    for (std::size_t i = 0; i < world::curve_points; i += 10) {
        std::vector<std::string> cells;
        for (const Curves& one : all) {
            cells.push_back(one.mean.empty() ? nothing : number(one.mean[i]));
            cells.push_back(one.mean.empty() ? nothing : number(one.low[i]) + " to " + number(one.high[i]));
        }
        table.row(number(closeness(i)), cells);
    }
    std::vector<std::string> edges;
    for (const Curves& one : all) {
        edges.push_back(one.edges.empty() ? nothing : number(engine::quantile(one.edges, 0.5)));
        edges.push_back(one.edges.empty() ? nothing : number(one.edges.front()) + " to " + number(one.edges.back()));
    }
    table.row("edge: median, least to most", edges);
    return table.html();
}

std::string grid(const View& view, const std::vector<Curves>& all, const Curves* reference, std::string_view id) {
    std::string out = "<div class=\"grid\">\n";
    for (std::size_t i = 0; i < all.size(); ++i) out += draw(view, all[i], reference, fmt::format("{}-{}", id, i));
    return out + "</div>\n";
}

}  // namespace

std::string threat_curves(const View& view) {
    if (view.chapters() == 0 || view.recorded().empty() || !view.collection.plan.record.curves) return {};
    const std::size_t last = view.chapters() - 1;
    const std::size_t first = view.chapters() > most_panels ? view.chapters() - most_panels : 0;
    std::vector<Curves> by_chapter;
    for (std::size_t c = first; c <= last; ++c) {
        by_chapter.push_back(curves(view, 0, c, fmt::format("{}  {}", c + 1, view.chapter_name(c))));
    }
    Figure figure;
    figure.pictures =
        "<h3>At the end of each chapter, life as written</h3>\n" + grid(view, by_chapter, nullptr, "curve");
    figure.numbers = table(view, by_chapter, "Predicted pain by closeness at the end of each chapter");
    figure.caption = fmt::format(
        "<strong>Figure 2.</strong> Simulated. How much pain is predicted (vertical) at each closeness, with full "
        "openness and no conflict: {}. Above the dashed threshold θ the alarm rings{}. With whoever the chapter "
        "brings; in a chapter without encounters, with a stranger like an ordinary partner.",
        view.recorded().size() == 1 ? "the one recorded life"
                                    : fmt::format("mean over {} recorded lives{}", view.recorded().size(),
                                                  view.recorded().size() > 2 ? " with the middle 80 % as a band" : ""),
        view.recorded().size() == 1 ? "; the diamond is the edge"
                                    : "; ticks on it are the edges of single lives, the diamond is their median");
    if (first > 0) figure.caption += fmt::format(" The first {} are left out.", counted(first, "chapter", "chapters"));
    if (view.arms() > 1) {
        const std::vector<std::size_t> shown = view.drawn_arms(most_panels - 1);
        std::vector<Curves> by_arm;
        for (const std::size_t arm : shown) by_arm.push_back(curves(view, arm, last, view.look(arm).name));
        figure.pictures += "<h3>At the end of “" + escape(view.chapter_name(last)) + "”, by arm</h3>\n" +
                           grid(view, by_arm, &by_arm.front(), "curve-arm");
        figure.numbers += table(view, by_arm, "Predicted pain by closeness at the end of the last chapter, by arm");
        figure.caption += " By arm, the grey dashed line repeats the mean of the life as written.";
        if (view.arms() > shown.size()) {
            figure.caption += fmt::format(" Shown are the {} arms that end farthest from it, of {}.", shown.size() - 1,
                                          view.arms() - 1);
        }
    }
    return section("curves", "What closeness is predicted to bring", html_of(figure));
}

}  // namespace nearness::report
