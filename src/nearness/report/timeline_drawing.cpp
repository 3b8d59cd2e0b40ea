#include "nearness/report/timeline_drawing.hpp"

#include "nearness/report/axes.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/lanes.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr double left = 30;
constexpr double right = 16;  // for the letters at the ends of lines
constexpr double strip = 18;
constexpr double title_height = 22;
constexpr double panel_height = 112;

double panel_top(std::size_t q) {
    return strip + title_height + static_cast<double>(q) * (title_height + panel_height);
}

std::vector<Point> points(const Panel& panel, const std::vector<Bin>& bins, const std::vector<double>& values) {
    std::vector<Point> out;
    for (std::size_t b = 0; b < bins.size(); ++b) {
        // A line must not run across a chapter without encounters: it has a bin of its own, without a value.
        out.push_back(panel(bins[b].middle(), values[b]));
    }
    return out;
}

// Chapters as background, numbered, and named where there is room. Their borders leave the titles of panels alone.
void draw_chapters(Drawing& drawing, const View& view, const Panel& panel, double bottom) {
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        const double from = std::max(view.chapter(c).from / days_per_year, panel.x.low);
        const double until = std::min(view.chapter(c).until / days_per_year, panel.x.high);
        if (!(until > from)) continue;
        const double x = panel.x(from);
        const double width = panel.x(until) - x;
        if (c % 2 == 0) drawing.rectangle(x, 0, width, bottom, "strip");
        if (c > 0 && from > panel.x.low) {
            drawing.line({x, 0}, {x, strip}, "cut");
            for (std::size_t q = 0; q < shown_quantities().size(); ++q) {
                const double top = panel_top(q);
                drawing.line({x, top}, {x, top + panel_height}, "cut");
            }
        }
        const std::string count = std::to_string(c + 1);
        const std::string full = count + "  " + view.chapter_name(c);
        const bool fits = text_width(full, 11) < width - 6;
        if (fits || text_width(count, 11) < width) {
            drawing.text({x + width / 2, 12.5}, Anchor::middle, "head", fits ? full : count);
        }
    }
}

void draw_letters(Drawing& drawing, const Timeline& timeline, const Panel& panel, const Drawn& part, std::size_t q) {
    std::vector<double> heights;
    std::vector<std::size_t> whose;
    double end = panel.left;  // of the longest line
    for (std::size_t i = 0; i < timeline.arms.size(); ++i) {
        const Series& line = part.series[i][q];
        for (std::size_t b = line.mean.size(); b > 0; --b) {
            if (!finite(line.mean[b - 1])) continue;
            heights.push_back(panel.y(line.mean[b - 1]) + 3.5);
            end = std::max(end, panel.x(line.bins[b - 1].middle()));
            whose.push_back(timeline.arms[i]);
            break;
        }
    }
    if (whose.size() < 2) return;                       // nothing to tell apart
    if (panel.right() - end < 40) end = panel.right();  // beside the panel, unless lines end long before it
    spread_out(heights, 10, panel.top + 4, panel.bottom() + 3);
    for (std::size_t i = 0; i < whose.size(); ++i) {
        const Look& look = timeline.view.look(whose[i]);
        drawing.text({end + 4, heights[i]}, Anchor::start, "bold " + look.fill(), look.key);
    }
}

void draw_panel(Drawing& drawing, const Timeline& timeline, const Panel& panel, const Drawn& part, std::size_t q) {
    const View& view = timeline.view;
    draw_y_axis(drawing, panel);
    const Series& first = part.series.front()[q];
    if (view.recorded().size() <= most_single_lives) {
        for (const auto& life : first.each) drawing.path(points(panel, first.bins, life), "each");
    }
    if (view.recorded().size() > 2) {
        drawing.band(points(panel, first.bins, first.high), points(panel, first.bins, first.low), "band f0");
    }
    for (const Happening& one : happenings(view, 0)) {
        if (one.event && one.age >= panel.x.low && one.age <= panel.x.high) {
            drawing.line({panel.x(one.age), panel.top}, {panel.x(one.age), panel.bottom()}, "happened");
        }
    }
    for (std::size_t i = 1; i < timeline.arms.size(); ++i) {
        const Series& line = part.series[i][q];
        drawing.path(points(panel, line.bins, line.mean), view.look(timeline.arms[i]).line());
    }
    drawing.path(points(panel, first.bins, first.mean), "line main s0");
    if (shown_quantities()[q].state != nullptr) {  // a state exists without encounters, too
        for (std::size_t c = 0; c < view.chapters(); ++c) {
            const double end = view.chapter(c).until / days_per_year;
            if (!view.quiet(c) || end <= panel.x.low || end > panel.x.high + 1e-9) continue;
            const engine::Spread spread = view.spread(0, c, shown_quantities()[q].member);
            if (spread.n > 0) drawing.mark(Shape::diamond, panel(end, spread.mean), 3.4, "hollow");
        }
    }
    draw_letters(drawing, timeline, panel, part, q);
}

std::string draw(const Timeline& timeline, const Drawn& part, double width, std::string_view id,
                 std::string_view style) {
    const View& view = timeline.view;
    const double below = strip + 3 * (title_height + panel_height);
    const Scale ages{part.stretch.low, part.stretch.high, left, width - right};
    const double lanes = draw_lanes(nullptr, view, timeline.arms, ages, 0);
    Drawing drawing(id, width, below + 36 + lanes, "Edge, protective use and felt closeness over time",
                    fmt::format("Three panels over age {} to {} years. Mean of {}; the numbers are in the table below.",
                                number(part.stretch.low, 1), number(part.stretch.high, 1),
                                counted(view.recorded().size(), "recorded life", "recorded lives")));
    for (std::size_t q = 0; q < shown_quantities().size(); ++q) {
        const Quantity& quantity = shown_quantities()[q];
        const double top = panel_top(q);
        const double highest = quantity.member == &life::Summary::felt ? timeline.felt_top : 1;
        const Panel panel =
            Panel::at(left, top, width - left - right, panel_height, part.stretch.low, part.stretch.high, 0, highest);
        if (q == 0) draw_chapters(drawing, view, panel, below);
        drawing.text({left, top - 6}, Anchor::start, "head", quantity.name);
        drawing.text({left + text_width(quantity.name, 12.5) + 6, top - 6}, Anchor::start, "tick",
                     fit(quantity.says, panel.width - text_width(quantity.name, 12.5) - 6, 10));
        draw_panel(drawing, timeline, panel, part, q);
        if (q + 1 < shown_quantities().size()) {
            drawing.line({panel.left, panel.bottom()}, {panel.right(), panel.bottom()}, "axis");
            continue;
        }
        if (part.stretch.in_months) {
            const double months = (part.stretch.high - part.stretch.low) * 12;
            Panel in_months = panel;
            in_months.x.low = 0;
            in_months.x.high = months;
            draw_x_axis(drawing, in_months, stepped_ticks(0, months, fitting_ticks(panel.width), {1, 2, 3, 6, 12}),
                        fmt::format("months from age {}", number(part.stretch.low, 1)));
        } else {
            draw_x_axis(drawing, panel, nice_ticks(panel.x.low, panel.x.high, fitting_ticks(panel.width)),
                        "age in years");
        }
    }
    draw_lanes(&drawing, view, timeline.arms, ages, below + 36);
    std::string svg = drawing.finish();
    if (!style.empty()) svg.insert(4, fmt::format(" class=\"{}\"", style));
    return svg;
}

}  // namespace

std::string timeline_pictures(const Timeline& timeline) {
    if (timeline.parts.size() == 1) {
        return draw(timeline, timeline.parts[0], 950, "timeline-wide", "wide") +
               draw(timeline, timeline.parts[0], 320, "timeline-narrow", "narrow");
    }
    return "<div class=\"columns\">\n<div>" + draw(timeline, timeline.parts[0], 320, "timeline-early", "") +
           "</div>\n<div>" + draw(timeline, timeline.parts[1], 620, "timeline-late-wide", "wide") +
           draw(timeline, timeline.parts[1], 320, "timeline-late-narrow", "narrow") + "</div>\n</div>\n";
}

}  // namespace nearness::report
