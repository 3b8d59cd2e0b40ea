// The parts a page is put together from. Arguments called `html` are markup; everything else is plain text and escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

class Table {
public:
    Table(std::string_view caption, const std::vector<std::string>& columns);
    // A heading over the rows that follow.
    void group(std::string_view heading);
    void row(std::string_view heading, const std::vector<std::string>& cells);
    std::string html() const;

private:
    std::size_t columns_;
    std::string body_;
    bool open_ = false;
};

std::string paragraph(std::string_view text);
std::string section(std::string_view id, std::string_view heading, std::string_view html);

// A figure: pictures, a caption, and the numbers behind it folded away.
struct DrawnFigure {
    std::string pictures;  // html
    std::string caption;   // html
    std::string numbers;   // html: tables
    std::string style;     // class of the figure element
};
std::string html_of(const DrawnFigure& figure);

std::string folded(std::string_view summary, std::string_view html);

struct Page {
    std::string title;                             // plain text, also at the top of printed pages
    std::string provenance;                        // plain text, at the bottom of printed pages
    std::string header, navigation, main, footer;  // html
    std::string data;                              // JSON: what the script draws from
};
std::string html_of(const Page& page);

}  // namespace nearness::report
