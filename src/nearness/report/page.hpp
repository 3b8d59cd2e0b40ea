// The parts a page is put together from. Arguments called `html` are markup; everything else is plain text and escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

// What becomes of a table on a narrow page: it scrolls sideways, or each row becomes a block of names and values.
enum class Narrow { scrolls, stacks };

class Table {
public:
    Table(std::string_view caption, const std::vector<std::string>& columns, Narrow narrow = Narrow::scrolls);
    // A heading over the rows that follow.
    void group(std::string_view heading);
    void row(std::string_view heading, const std::vector<std::string>& cells);
    std::string html() const;

private:
    std::vector<std::string> columns_;
    Narrow narrow_;
    std::string body_;
    bool open_ = false;
};

std::string paragraph(std::string_view text);
std::string section(std::string_view id, std::string_view heading, std::string_view html);

std::string folded(std::string_view summary, std::string_view html);

struct Page {
    std::string title;                             // plain text, also at the top of printed pages
    std::string provenance;                        // plain text, at the bottom of printed pages
    std::string header, navigation, main, footer;  // html
    std::string data;                              // JSON: what the script draws from
};
std::string html_of(const Page& page);

}  // namespace nearness::report
