#include "nearness/report/svg.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <algorithm>
#include <iterator>

namespace nearness::report {

namespace {

// A tenth of a unit is finer than a pixel; trailing zeros would be a third of the file.
std::string coordinate(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string pair(Point point) { return coordinate(point.x) + " " + coordinate(point.y); }

bool finite(Point point) { return report::finite(point.x) && report::finite(point.y); }

// Calls `take(first, last)` for every run of points that `good` accepts.
template <class Good, class Take>
void each_run(std::size_t count, Good&& good, Take&& take) {
    for (std::size_t i = 0; i < count;) {
        if (!good(i)) {
            ++i;
            continue;
        }
        const std::size_t first = i;
        while (i < count && good(i)) ++i;
        take(first, i);
    }
}

double character_width(unsigned char c) {
    if (c >= 0x80) return 0.75;
    if (std::string_view("iljtfrI.,:;'|!()[] ").find(static_cast<char>(c)) != std::string_view::npos) return 0.4;
    if (std::string_view("mwMW@%").find(static_cast<char>(c)) != std::string_view::npos) return 0.95;
    return c >= 'A' && c <= 'Z' ? 0.7 : 0.62;
}

}  // namespace

double text_width(std::string_view text, double size) {
    double width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        width += length >= 3 ? 1.0 : character_width(static_cast<unsigned char>(text[i]));
        i += length == 0 ? 1 : length;
    }
    return width * size;
}

std::string fit(std::string_view text, double width, double size) {
    if (text_width(text, size) <= width) return std::string(text);
    std::string kept;
    double used = size;  // the ellipsis
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max<std::size_t>(1, character_length(text, i));
        used += text_width(text.substr(i, length), size);
        if (used > width) break;
        kept += text.substr(i, length);
        i += length;
    }
    while (kept.ends_with(' ')) kept.pop_back();
    return kept.empty() ? kept : kept + "…";
}

Drawing::Drawing(std::string_view id, double width, double height, std::string_view title,
                 std::string_view description) {
    head_ = fmt::format(
        "<svg role=\"img\" viewBox=\"0 0 {} {}\" aria-labelledby=\"{}-t {}-d\"><title id=\"{}-t\">{}</title><desc "
        "id=\"{}-d\">{}</desc>\n",
        coordinate(width), coordinate(height), id, id, id, escape(title), id, escape(description));
}

void Drawing::rectangle(double x, double y, double width, double height, std::string_view style) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>\n", coordinate(x),
                         coordinate(y), coordinate(std::max(0.0, width)), coordinate(std::max(0.0, height)), style);
}

void Drawing::line(Point from, Point to, std::string_view style) {
    if (!finite(from) || !finite(to)) return;
    body_ += fmt::format("<path d=\"M{} {}\" class=\"{}\"/>\n", pair(from), pair(to), style);
}

void Drawing::path(const std::vector<Point>& points, std::string_view style) {
    std::string d;
    each_run(
        points.size(), [&](std::size_t i) { return finite(points[i]); },
        [&](std::size_t first, std::size_t last) {
            d += "M";
            for (std::size_t i = first; i < last; ++i) d += (i == first ? "" : " ") + pair(points[i]);
            if (last == first + 1) d += "h0";
        });
    if (!d.empty()) body_ += fmt::format("<path d=\"{}\" class=\"{}\"/>\n", d, style);
}

void Drawing::band(const std::vector<Point>& upper, const std::vector<Point>& lower, std::string_view style) {
    std::string d;
    const std::size_t count = std::min(upper.size(), lower.size());
    each_run(
        count, [&](std::size_t i) { return finite(upper[i]) && finite(lower[i]); },
        [&](std::size_t first, std::size_t last) {
            d += "M";
            for (std::size_t i = first; i < last; ++i) d += (i == first ? "" : " ") + pair(upper[i]);
            for (std::size_t i = last; i > first; --i) d += " " + pair(lower[i - 1]);
            d += "Z";
        });
    if (!d.empty()) body_ += fmt::format("<path d=\"{}\" class=\"{}\"/>\n", d, style);
}

void Drawing::mark(Shape shape, Point centre, double r, std::string_view style) {
    if (!finite(centre)) return;
    const auto at = [&](double x, double y) { return pair({centre.x + x * r, centre.y + y * r}); };
    std::string d;
    switch (shape) {
        case Shape::disc:
            body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>\n", coordinate(centre.x),
                                 coordinate(centre.y), coordinate(r), style);
            return;
        case Shape::square: d = at(-.85, -.85) + " " + at(.85, -.85) + " " + at(.85, .85) + " " + at(-.85, .85); break;
        case Shape::diamond: d = at(0, -1.2) + " " + at(1.2, 0) + " " + at(0, 1.2) + " " + at(-1.2, 0); break;
        case Shape::up: d = at(0, -1.1) + " " + at(1.1, .9) + " " + at(-1.1, .9); break;
        case Shape::down: d = at(0, 1.1) + " " + at(1.1, -.9) + " " + at(-1.1, -.9); break;
        case Shape::bar: d = at(-.3, -1.2) + " " + at(.3, -1.2) + " " + at(.3, 1.2) + " " + at(-.3, 1.2); break;
        case Shape::cross:
            d = at(-1.1, -.4) + " " + at(-.4, -.4) + " " + at(-.4, -1.1) + " " + at(.4, -1.1) + " " + at(.4, -.4) +
                " " + at(1.1, -.4) + " " + at(1.1, .4) + " " + at(.4, .4) + " " + at(.4, 1.1) + " " + at(-.4, 1.1) +
                " " + at(-.4, .4) + " " + at(-1.1, .4);
            break;
    }
    body_ += fmt::format("<path d=\"M{}Z\" class=\"{}\"/>\n", d, style);
}

void Drawing::text(Point at, Anchor anchor, std::string_view style, std::string_view text) {
    if (!finite(at) || text.empty()) return;
    static constexpr std::string_view anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    body_ += fmt::format("<text x=\"{}\" y=\"{}\"{} class=\"{}\">{}</text>\n", coordinate(at.x), coordinate(at.y),
                         anchors[static_cast<std::size_t>(anchor)], style, escape(text));
}

std::string Drawing::finish() const { return head_ + body_ + "</svg>\n"; }

}  // namespace nearness::report
