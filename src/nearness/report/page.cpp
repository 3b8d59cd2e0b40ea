#include "nearness/report/page.hpp"

#include "nearness/report/bundle.hpp"
#include "nearness/report/escape.hpp"

#include <fmt/format.h>

namespace nearness::report {

namespace {

// Whoever displays a row as a block takes its meaning away from readers of the screen: roles give it back.
std::string role(Narrow narrow, std::string_view name) {
    return narrow == Narrow::stacks ? fmt::format(" role=\"{}\"", name) : "";
}

}  // namespace

Table::Table(std::string_view caption, const std::vector<std::string>& columns, Narrow narrow)
    : columns_(columns), narrow_(narrow) {
    body_ = fmt::format("<table{}><caption>{}</caption>\n<thead{}><tr{}>", role(narrow, "table"), escape(caption),
                        role(narrow, "rowgroup"), role(narrow, "row"));
    for (const std::string& column : columns) {
        body_ += fmt::format("<th scope=\"col\"{}>{}</th>", role(narrow, "columnheader"), escape(column));
    }
    body_ += "</tr></thead>\n";
}

void Table::group(std::string_view heading) {
    if (open_) body_ += "</tbody>\n";
    body_ += fmt::format("<tbody{}><tr{}><th class=\"group\" scope=\"rowgroup\" colspan=\"{}\"{}>{}</th></tr>\n",
                         role(narrow_, "rowgroup"), role(narrow_, "row"), columns_.size(), role(narrow_, "rowheader"),
                         escape(heading));
    open_ = true;
}

void Table::row(std::string_view heading, const std::vector<std::string>& cells) {
    if (!open_) body_ += fmt::format("<tbody{}>", role(narrow_, "rowgroup"));
    open_ = true;
    body_ += fmt::format("<tr{}><th scope=\"row\"{}>{}</th>", role(narrow_, "row"), role(narrow_, "rowheader"),
                         escape(heading));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string name =
            narrow_ == Narrow::stacks ? fmt::format(" data-name=\"{}\"", escape(columns_[i + 1])) : "";
        body_ += fmt::format("<td{}{}>{}</td>", role(narrow_, "cell"), name, escape(cells[i]));
    }
    body_ += "</tr>\n";
}

std::string Table::html() const {
    // A wide table scrolls by itself; tabindex lets the keyboard do it.
    return fmt::format("<div class=\"scroll{}\" tabindex=\"0\">{}{}</table></div>\n",
                       narrow_ == Narrow::stacks ? " stacks" : "", body_, open_ ? "</tbody>" : "");
}

std::string paragraph(std::string_view text) { return fmt::format("<p>{}</p>\n", escape(text)); }

std::string section(std::string_view id, std::string_view heading, std::string_view html) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n", id,
        escape(heading), html);
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
        script_hash(), escape(page.title));
    out += style();
    out += running_lines(page);
    out += fmt::format(
        "</style>\n</head>\n<body>\n<header>\n{}</header>\n{}<main>\n{}</main>\n<footer>\n{}</footer>\n"
        "<script type=\"application/json\" id=\"page-data\">\n{}\n</script>\n<script>",
        page.header, page.navigation, page.main, page.footer, page.data);
    out += script();
    return out + "</script>\n</body>\n</html>\n";
}

}  // namespace nearness::report
