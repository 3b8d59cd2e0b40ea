// A small plotting layer: shapes and text of one figure, written as inline SVG. Colours, widths and dashes are classes
// of the page's style sheet (style.hpp), so that a figure follows light, dark and print.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

struct Point {
    double x = 0, y = 0;
};

enum class Anchor { start, middle, end };
enum class Shape { disc, square, diamond, up, down, bar, cross };

// The width a text will have at most, in units of the drawing: generous, since the reader's font is not known.
double text_width(std::string_view text, double size);

// `text`, shortened with an ellipsis until it is no wider than `width`.
std::string fit(std::string_view text, double width, double size);

class Drawing {
public:
    // `id` must be unique on the page. Title and description are plain text, read out instead of the picture.
    Drawing(std::string_view id, double width, double height, std::string_view title, std::string_view description);

    void rectangle(double x, double y, double width, double height, std::string_view style);
    void line(Point from, Point to, std::string_view style);
    // A line through the points, interrupted where one is not finite. A lone point between gaps is drawn as a dot.
    void path(const std::vector<Point>& points, std::string_view style);
    // The area between two lines over the same x.
    void band(const std::vector<Point>& upper, const std::vector<Point>& lower, std::string_view style);
    void mark(Shape shape, Point centre, double radius, std::string_view style);
    void text(Point at, Anchor anchor, std::string_view style, std::string_view text);

    std::string finish() const;

private:
    std::string head_;
    std::string body_;
};

}  // namespace nearness::report
