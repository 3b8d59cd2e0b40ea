// Scales, ticks and the frame of a panel. Tick labels are as many as fit beside each other, never more.
#pragma once

#include "nearness/report/svg.hpp"

namespace nearness::report {

// From data to the drawing, linear.
struct Scale {
    double low = 0, high = 1;   // data
    double start = 0, end = 1;  // drawing

    double operator()(double value) const { return start + (value - low) / (high - low) * (end - start); }
};

struct Ticks {
    std::vector<double> at;
    int decimals = 0;
};

// Round values (1, 2 or 5 times a power of ten apart) within [low, high], at most `most` of them, at least one step.
Ticks nice_ticks(double low, double high, int most);

// Multiples of the smallest of `steps` (ascending) of which at most `most` lie within [low, high].
Ticks stepped_ticks(double low, double high, int most, const std::vector<double>& steps);

// The smallest round number that is not below `value` (> 0).
double round_up(double value);

struct Panel {
    double left = 0, top = 0, width = 0, height = 0;
    Scale x, y;

    // Scales that fill the panel; y grows upwards.
    static Panel at(double left, double top, double width, double height, double x_low, double x_high, double y_low,
                    double y_high);
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    Point operator()(double at_x, double at_y) const { return {x(at_x), y(at_y)}; }
};

// Horizontal rules with their labels to the left.
void draw_y_axis(Drawing& drawing, const Panel& panel, int most = 5);

// Ticks with labels below; the label of the axis stands below them when there is one.
void draw_x_axis(Drawing& drawing, const Panel& panel, const Ticks& ticks, std::string_view label);

// How many labels such as "0.25" fit beside each other.
int fitting_ticks(double width);

// Moves labels until neighbours are `gap` apart, keeping their order; they stay within [low, high] when they fit.
void spread_out(std::vector<double>& positions, double gap, double low, double high);

}  // namespace nearness::report
