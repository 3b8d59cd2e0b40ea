#include "nearness/report/axes.hpp"

#include "nearness/report/format.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nearness::report {

namespace {

constexpr double label_size = 10;

// Multiples of `step` within [low, high]; a little slack, since 0.3 is not three times 0.1.
Ticks multiples(double low, double high, double step, int decimals) {
    Ticks ticks;
    ticks.decimals = decimals;
    const double slack = 1e-6;
    for (double k = std::ceil(low / step - slack); k <= std::floor(high / step + slack); k += 1) {
        ticks.at.push_back(k * step);
    }
    return ticks;
}

}  // namespace

Ticks nice_ticks(double low, double high, int most) {
    if (!(high > low)) return {{low}, 1};
    int decimals = 0;
    double power = 1;
    for (; power > (high - low) / 1000; power /= 10) ++decimals;
    for (; power < (high - low) * 10; power *= 10, --decimals) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            if (std::floor((high - low) / step + 1e-6) + 1 <= std::max(2, most)) {
                return multiples(low, high, step, std::max(0, decimals));
            }
        }
    }
    return {{low}, 1};
}

Ticks stepped_ticks(double low, double high, int most, const std::vector<double>& steps) {
    for (const double step : steps) {
        Ticks ticks = multiples(low, high, step, 0);
        if (static_cast<int>(ticks.at.size()) <= most) return ticks;
    }
    return nice_ticks(low, high, most);
}

double round_up(double value) {
    double power = 1;
    while (power > value) power /= 10;
    while (power * 10 < value) power *= 10;
    for (const double factor : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (factor * power >= value) return factor * power;
    }
    return 10 * power;
}

Panel Panel::at(double left, double top, double width, double height, double x_low, double x_high, double y_low,
                double y_high) {
    if (!(x_high > x_low)) x_high = x_low + 1;
    if (!(y_high > y_low)) y_high = y_low + 1;
    return {left, top, width, height, {x_low, x_high, left, left + width}, {y_low, y_high, top + height, top}};
}

int fitting_ticks(double width) { return std::max(2, static_cast<int>(width / 38)); }

void draw_y_axis(Drawing& drawing, const Panel& panel, int most) {
    const Ticks ticks = nice_ticks(panel.y.low, panel.y.high, most);
    for (const double value : ticks.at) {
        const double y = panel.y(value);
        drawing.line({panel.left, y}, {panel.right(), y}, "rule");
        drawing.text({panel.left - 5, y + 3.5}, Anchor::end, "tick", number(value, ticks.decimals));
    }
}

void draw_x_axis(Drawing& drawing, const Panel& panel, const Ticks& ticks, std::string_view label) {
    drawing.line({panel.left, panel.bottom()}, {panel.right(), panel.bottom()}, "axis");
    for (const double value : ticks.at) {
        const double x = panel.x(value);
        drawing.line({x, panel.bottom()}, {x, panel.bottom() + 4}, "axis");
        drawing.text({x, panel.bottom() + 14}, Anchor::middle, "tick", number(value, ticks.decimals));
    }
    drawing.text({panel.left + panel.width / 2, panel.bottom() + 28}, Anchor::middle, "tick",
                 fit(label, panel.width + 30, label_size));
}

void spread_out(std::vector<double>& positions, double gap, double low, double high) {
    std::vector<std::size_t> order(positions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return positions[a] < positions[b]; });
    double least = low;
    for (const std::size_t i : order) {
        positions[i] = std::max(positions[i], least);
        least = positions[i] + gap;
    }
    double most = high;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        positions[*i] = std::min(positions[*i], most);
        most = positions[*i] - gap;
    }
}

}  // namespace nearness::report
