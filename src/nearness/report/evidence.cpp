#include "nearness/report/evidence.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/page.hpp"

#include <fmt/format.h>

namespace nearness::report {

namespace {

const io::Evidence& row_of(std::string_view id) {
    const io::Evidence* row = io::find_evidence(id);
    ensure(row != nullptr, "what is printed rests on a row of evidence that is there and verified");
    return *row;
}

std::string link_to(const io::Evidence& row) {
    return fmt::format("<a href=\"#evidence-{0}\"><code>{0}</code></a>", row.id);
}

std::string with_number(const io::Evidence& row) {
    const std::string number = io::number_of(row);
    return escape(row.statement) + (number.empty() ? "" : " " + escape(number) + ".");
}

// "meta-analysis, 8 studies, N 719; grade B; Brouzos 2021"
std::string origin_of(const io::Evidence& row) {
    const std::string sample = io::sample_of(row);
    return escape(fmt::format("{}{}{}{}; {}", row.design, sample.empty() ? "" : ", ", sample,
                              row.grade.empty() ? "" : "; grade " + row.grade, row.source));
}

std::string listed(const io::Evidence& row) {
    return fmt::format("<li id=\"evidence-{0}\">{1}{2}{3} <span class=\"small\">{4}. <code>{0}</code></span></li>\n",
                       row.id, mark_html(mark_of(row.flag)), with_number(row),
                       row.note.empty() ? "" : " " + escape(row.note), origin_of(row));
}

}  // namespace

std::string mark_html(const Grade& grade) {
    return fmt::format("<span class=\"mark\" role=\"img\" aria-label=\"{}\">{}</span>", escape(grade.says), grade.mark);
}

std::string rows_html(const Rows& rows) {
    std::string out;
    for (const std::string_view id : rows) {
        if (id.empty()) continue;
        const io::Evidence& row = row_of(id);
        const std::string number = io::number_of(row);
        out += fmt::format("{}{} ({}{}{})", out.empty() ? "" : "; ", link_to(row), escape(number),
                           number.empty() ? "" : ", ", escape(row.source));
    }
    return out;
}

std::string flags_html(std::initializer_list<std::string_view> ids) {
    if (ids.size() == 0) return {};
    std::string out = "<ul class=\"marks\">\n";
    for (const std::string_view id : ids) {
        const io::Evidence& row = row_of(id);
        out += fmt::format("<li>{}{} {}</li>\n", mark_html(mark_of(row.flag)), with_number(row), link_to(row));
    }
    return out + "</ul>\n";
}

std::string list_of_evidence() {
    std::string out, theme, rows;
    for (const io::Evidence& row : io::evidence()) {
        if (row.theme != theme && !rows.empty()) {
            out += folded(theme, "<ul class=\"marks\">\n" + rows + "</ul>\n");
            rows.clear();
        }
        theme = row.theme;
        rows += listed(row);
    }
    return out + folded(theme, "<ul class=\"marks\">\n" + rows + "</ul>\n");
}

}  // namespace nearness::report
