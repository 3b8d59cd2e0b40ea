#include "nearness/report/figures.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/evidence.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/rests_on.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::report {

namespace {

std::string object_of(const std::vector<std::pair<std::string, std::string>>& words) {
    std::string out;
    for (const auto& [name, word] : words) out += (out.empty() ? "" : ",") + json_text(name) + ":" + json_text(word);
    return "{" + out + "}";
}

std::string flags(std::string_view kind, const std::vector<std::string_view>& more) {
    std::vector<std::string_view> rows = rests_on(kind);
    for (const std::string_view row : more) {
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
    if (rows.empty()) return {};
    return "<div class=\"flags\">\n<p>How well what this rests on is supported:</p>\n" + flags_html(rows) + "</div>\n";
}

}  // namespace

std::string Figures::add(const Figure& figure) {
    const std::string& id = figure.id.empty() ? figure.kind : figure.id;
    json_ += fmt::format("{}{}:{{\"kind\":{},\"title\":{},\"options\":{},\"data\":{{", json_.empty() ? "" : ",\n",
                         json_text(id), json_text(figure.kind), json_text(figure.title), object_of(figure.options));
    std::string tables;
    for (std::size_t i = 0; i < figure.data.size(); ++i) {
        const auto& [name, data] = figure.data[i];
        json_ += (i > 0 ? ",\n" : "\n") + json_text(name) + ":" + data.json();
        const std::string table = data.table();
        if (table.empty()) continue;
        tables += fmt::format("<div class=\"data\" data-csv=\"{}\" data-of=\"{}\">\n{}</div>\n", escape(name),
                              escape(id), table);
    }
    json_ += "}}";
    std::string out = fmt::format(
        "<figure id=\"figure-{0}\" class=\"drawn {1}\">\n<div class=\"picture\" data-figure=\"{0}\"><p "
        "class=\"unseen\">This picture is drawn by a script; its numbers are in the tables below.</p></div>\n"
        "<figcaption><strong>Figure {2}.</strong> {3}</figcaption>\n{4}",
        escape(id), escape(figure.kind), ++count_, figure.caption,
        kinds_.insert(figure.kind).second ? flags(figure.kind, figure.evidence) : std::string());
    if (!tables.empty()) out += folded(fmt::format("The numbers behind figure {}", count_), tables);
    return out + "</figure>\n";
}

std::string Figures::add_table(const Data& data, Narrow narrow) {
    tables_ += fmt::format("{}{}:{}", tables_.empty() ? "" : ",\n", json_text(data.id()), data.json());
    return fmt::format("<div class=\"data\" data-csv=\"{}\">\n{}</div>\n", escape(data.id()),
                       data.table(data.rows(), narrow));
}

std::string Figures::json(const View& view) const {
    std::string looks;
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        const Look& look = view.look(arm);
        looks += fmt::format("{}{{\"key\":{},\"name\":{},\"colour\":{},\"dash\":{},\"marker\":\"{}\"}}",
                             arm > 0 ? ",\n" : "\n", json_text(look.key), json_text(look.name), look.colour, look.dash,
                             look.marker);
    }
    return json_with(looks);
}

std::string Figures::json_with(std::string_view looks) const {
    return fmt::format("{{\"looks\":[{}],\n\"figures\":{{\n{}}},\n\"tables\":{{\n{}}}}}", looks, json_, tables_);
}

}  // namespace nearness::report
