// Figure 3: the arms beside each other, with the paired difference of each from the life as written.
#include "nearness/report/axes.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_dots = 60;
constexpr double width = 300;
constexpr double row_height = 28;
constexpr double top = 20;
constexpr double side = 18;  // half of the widest tick label

// Spreads neighbours evenly without a random number: multiples of the golden ratio.
double jitter(std::size_t person) {
    const double turn = static_cast<double>(person + 1) * 0.6180339887498949;
    return turn - static_cast<double>(static_cast<long long>(turn)) - 0.5;
}

double row_top(std::size_t row) { return top + static_cast<double>(row) * row_height; }

void draw_row_name(Drawing& drawing, const Look& look, double y, std::string_view aside) {
    drawing.line({4, y - 1}, {width - 4, y - 1}, "rule");
    const double aside_width = aside.empty() ? 0 : text_width(aside, 10) + 6;
    drawing.text({4, y + 10}, Anchor::start, "halo", fit(look.name, width - 8 - aside_width, 10));
    drawing.text({width - 4, y + 10}, Anchor::end, "tick halo", aside);
}

void draw_mean(Drawing& drawing, const Panel& panel, const engine::Spread& spread, const Look& look, double y) {
    if (spread.n == 0) {
        drawing.text({panel.left, y + 3.5}, Anchor::start, "tick", "not measured");
        return;
    }
    if (spread.n > 1) {
        const auto inside = [&](double value) { return panel.x(math::clip(value, panel.x.low, panel.x.high)); };
        drawing.line({inside(spread.low), y}, {inside(spread.high), y}, "interval " + look.stroke());
    }
    drawing.mark(look.marker, {panel.x(spread.mean), y}, 4.2, "outline " + look.fill());
}

// Levels: persons as dots, the mean with its interval, the median as a tick.
std::string draw_levels(const View& view, std::size_t c, std::size_t q, double highest) {
    const Quantity& quantity = shown_quantities()[q];
    const bool edge = quantity.member == &life::Summary::edge;
    const double bottom = row_top(view.arms());
    Drawing drawing(
        fmt::format("arms-{}-{}", c, q), width, bottom + 32, std::string(quantity.name) + " by arm",
        fmt::format("Mean with 95 % interval, median and single lives in {}; the numbers are in the table below.",
                    view.chapter_name(c)));
    const Panel panel = Panel::at(side, top, width - 2 * side, bottom - top, 0, highest, 0, 1);
    drawing.text({4, 12}, Anchor::start, "head", quantity.name);
    const Ticks ticks = nice_ticks(0, highest, 6);
    for (const double value : ticks.at) drawing.line({panel.x(value), top}, {panel.x(value), bottom}, "rule");
    const engine::Spread base = view.spread(0, c, quantity.member);
    if (base.n > 0) drawing.line({panel.x(base.mean), top}, {panel.x(base.mean), bottom}, "reference");
    for (std::size_t a = 0; a < view.arms(); ++a) {
        const Look& look = view.look(a);
        const double y = row_top(a) + 19;
        draw_row_name(drawing, look, row_top(a), edge ? percent(view.share_without_edge(a, c)) + " at 1" : "");
        const std::vector<double> values = view.values(a, c, quantity.member);
        const engine::Spread spread = engine::spread(values);
        if (values.size() <= most_dots) {
            std::vector<Point> dots;
            for (std::size_t i = 0; i < values.size(); ++i) dots.push_back({panel.x(values[i]), y + 9 * jitter(i)});
            drawing.dots(dots, look.stroke());
        } else if (spread.n > 0) {
            drawing.line({panel.x(spread.lower_quartile), y}, {panel.x(spread.upper_quartile), y},
                         "range " + look.stroke());
        }
        if (spread.n > 1) drawing.mark(Shape::bar, {panel.x(spread.median), y}, 5, "outline solid");
        draw_mean(drawing, panel, spread, look, y);
    }
    draw_x_axis(drawing, panel, ticks, "");
    return drawing.finish();
}

std::string draw_differences(const View& view, std::size_t c, std::size_t q) {
    const Quantity& quantity = shown_quantities()[q];
    double reach = 0;
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const engine::Spread spread = view.difference(a, c, quantity.member);
        reach = std::max({reach, -spread.low, spread.high});
    }
    reach = reach > 0 && finite(reach) ? round_up(reach) : 0.1;
    const double bottom = row_top(view.arms() - 1);
    Drawing drawing(fmt::format("differences-{}-{}", c, q), width, bottom + 32,
                    std::string(quantity.name) + ": difference from the life as written",
                    "Mean paired difference with 95 % interval; the numbers are in the table below.");
    const Panel panel = Panel::at(side, top, width - 2 * side, bottom - top, -reach, reach, 0, 1);
    drawing.text({4, 12}, Anchor::start, "head", fit(std::string(quantity.name) + ", minus A", width - 8, 11));
    const Ticks ticks = nice_ticks(-reach, reach, 6);
    for (const double value : ticks.at) drawing.line({panel.x(value), top}, {panel.x(value), bottom}, "rule");
    drawing.line({panel.x(0), top}, {panel.x(0), bottom}, "axis");
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const engine::Spread spread = view.difference(a, c, quantity.member);
        draw_row_name(drawing, view.look(a), row_top(a - 1), spread.n > 0 ? signed_number(spread.mean) : "");
        draw_mean(drawing, panel, spread, view.look(a), row_top(a - 1) + 19);
    }
    draw_x_axis(drawing, panel, ticks, "");
    return drawing.finish();
}

std::string table(const View& view, std::size_t c) {
    Table table(
        "In “" + view.chapter_name(c) + "”: mean and 95 % interval over lives, median, and paired difference from A",
        {"arm", "lives", "mean", "95 % interval", "median", "share at 1", "minus A", "95 % interval"});
    for (const Quantity& quantity : shown_quantities()) {
        table.group(quantity.name);
        for (std::size_t a = 0; a < view.arms(); ++a) {
            const engine::Spread spread = view.spread(a, c, quantity.member);
            const engine::Spread difference = view.difference(a, c, quantity.member);
            const bool edge = quantity.member == &life::Summary::edge;
            table.row(view.look(a).name, {std::to_string(spread.n), mean(spread, 3), interval(spread, 3),
                                          spread.n > 0 ? number(spread.median, 3) : nothing,
                                          edge ? percent(view.share_without_edge(a, c)) : nothing,
                                          a > 0 && difference.n > 0 ? signed_number(difference.mean, 3) : nothing,
                                          a > 0 ? signed_interval(difference, 3) : nothing});
        }
    }
    return table.html();
}

bool measured(const View& view, std::size_t c, std::size_t q) {
    for (std::size_t a = 0; a < view.arms(); ++a) {
        if (view.spread(a, c, shown_quantities()[q].member).n > 0) return true;
    }
    return false;
}

std::string block(const View& view, std::size_t c) {
    double felt_top = 0.2;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        for (const double felt : view.values(a, c, &life::Summary::felt)) felt_top = std::max(felt_top, felt);
    }
    std::vector<std::size_t> shown;  // recorded moments, for one, have no felt closeness
    for (std::size_t q = 0; q < shown_quantities().size(); ++q) {
        if (measured(view, c, q)) shown.push_back(q);
    }
    std::string out = fmt::format("<div class=\"grid {}\">\n", shown.size() == 2 ? "two" : "three");
    for (const std::size_t q : shown) {
        const bool felt = shown_quantities()[q].member == &life::Summary::felt;
        out += draw_levels(view, c, q, felt ? std::min(1.0, round_up(felt_top)) : 1);
    }
    for (const std::size_t q : shown) out += draw_differences(view, c, q);
    return out + "</div>\n";
}

}  // namespace

std::string arms(const View& view) {
    const std::vector<std::size_t> compared = view.compared_chapters();
    if (compared.empty() || view.lives() == 0) return {};
    const std::size_t last = compared.back();
    DrawnFigure figure;
    figure.pictures = "<h3>In the last chapter, “" + escape(view.chapter_name(last)) + "”</h3>\n" + block(view, last);
    figure.numbers = table(view, last);
    for (std::size_t i = 0; i + 1 < compared.size(); ++i) {
        figure.numbers += table(view, compared[i]);
        figure.pictures += folded("The same in “" + view.chapter_name(compared[i]) + "”, where an arm departs",
                                  block(view, compared[i]));
    }
    figure.caption = fmt::format(
        "<strong>Figure 3.</strong> Simulated, {}. Upper row: {}the large marker is the mean with its 95 % interval "
        "over lives, the upright bar the median; edges pile up at 1 when the alarm no longer rings, so the share at 1 "
        "stands beside them. The dashed line continues the mean of A. Lower row: the same life in two arms, as a "
        "difference with its 95 % interval; an interval that reaches zero shows no clear difference. Edge is that at "
        "the chapter’s end, the two others are means over its encounters or recorded moments.",
        counted(view.lives(), "life", "lives"),
        view.lives() <= most_dots ? "small dots are single lives, "
                                  : "the broad line holds the middle half of the lives, ");
    return section("arms", "The arms beside each other", html_of(figure));
}

}  // namespace nearness::report
