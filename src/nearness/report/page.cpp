#include "nearness/report/page.hpp"

#include "nearness/report/bundle.hpp"
#include "nearness/report/escape.hpp"

#include <fmt/format.h>

namespace nearness::report {

Table::Table(std::string_view caption, const std::vector<std::string>& columns) : columns_(columns.size()) {
    body_ = fmt::format("<table><caption>{}</caption>\n<thead><tr>", escape(caption));
    for (const std::string& column : columns) body_ += fmt::format("<th scope=\"col\">{}</th>", escape(column));
    body_ += "</tr></thead>\n";
}

void Table::group(std::string_view heading) {
    if (open_) body_ += "</tbody>\n";
    body_ += fmt::format("<tbody><tr><th class=\"group\" scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n", columns_,
                         escape(heading));
    open_ = true;
}

void Table::row(std::string_view heading, const std::vector<std::string>& cells) {
    if (!open_) body_ += "<tbody>";
    open_ = true;
    body_ += fmt::format("<tr><th scope=\"row\">{}</th>", escape(heading));
    for (const std::string& cell : cells) body_ += fmt::format("<td>{}</td>", escape(cell));
    body_ += "</tr>\n";
}

std::string Table::html() const {
    // A wide table scrolls by itself; tabindex lets the keyboard do it.
    return fmt::format("<div class=\"scroll\" tabindex=\"0\">{}{}</table></div>\n", body_, open_ ? "</tbody>" : "");
}

std::string paragraph(std::string_view text) { return fmt::format("<p>{}</p>\n", escape(text)); }

std::string section(std::string_view id, std::string_view heading, std::string_view html) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n", id,
        escape(heading), html);
}

std::string html_of(const DrawnFigure& figure) {
    std::string out = fmt::format("<figure class=\"{}\">\n{}<figcaption>{}</figcaption>\n", figure.style,
                                  figure.pictures, figure.caption);
    if (!figure.numbers.empty()) out += folded("The numbers behind this figure", figure.numbers);
    return out + "</figure>\n";
}

std::string folded(std::string_view summary, std::string_view html) {
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n", escape(summary), html);
}

namespace {

// Title and provenance in the margins of printed pages.
std::string running_lines(const Page& page) {
    return fmt::format("@page{{@top-left{{content:{}}}@bottom-left{{content:{}}}}}", style_text(page.title),
                       style_text(page.provenance));
}

}  // namespace

std::string html_of(const Page& page) {
    // The policy makes the browser itself refuse every request, and every script but ours.
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'sha256-{}'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>",
        bundle::report_js_sha256, escape(page.title));
    out += bundle::report_css;
    out += running_lines(page);
    out += fmt::format(
        "</style>\n</head>\n<body>\n<header>\n{}</header>\n{}<main>\n{}</main>\n<footer>\n{}</footer>\n"
        "<script type=\"application/json\" id=\"page-data\">\n{}\n</script>\n<script>",
        page.header, page.navigation, page.main, page.footer, page.data);
    out += bundle::report_js;
    return out + "</script>\n</body>\n</html>\n";
}

}  // namespace nearness::report
