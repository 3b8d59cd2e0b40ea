// The numbers by chapter and arm.
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

namespace nearness::report {

namespace {

void add_row(Table& table, const View& view, std::size_t arm, std::size_t c) {
    const auto of = [&](double life::Summary::*member) { return view.spread(arm, c, member); };
    const engine::Spread edge = of(&life::Summary::edge);
    table.row(view.look(arm).name, {mean_and_interval(edge, 3), edge.n > 0 ? number(edge.median, 3) : nothing,
                                    percent(view.share_without_edge(arm, c)), mean(of(&life::Summary::area), 3),
                                    mean_and_interval(of(&life::Summary::use), 3),
                                    mean_and_interval(of(&life::Summary::felt), 3), mean(of(&life::Summary::care)),
                                    mean(of(&life::Summary::trust)), mean(of(&life::Summary::templates), 1)});
}

}  // namespace

std::string chapter_table(const View& view) {
    if (view.chapters() == 0 || view.lives() == 0) return {};
    Table table("Means over " + counted(view.lives(), "simulated life", "simulated lives") +
                    (view.lives() > 1 ? ", ± half of the 95 % interval" : ""),
                {"arm", "edge", "median edge", "share at 1", "area", "protective use", "felt closeness", "care",
                 "trust", "templates"});
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        table.group(fmt::format("{}  {}", c + 1, view.chapter_name(c)));
        add_row(table, view, 0, c);
        for (std::size_t a = 1; a < view.arms(); ++a) {
            if (c >= view.departs(a) && view.same_chapter(a, c)) add_row(table, view, a, c);
        }
    }
    std::string text =
        "Edge, area, care, trust and templates are those at the end of a chapter; protective use and felt closeness "
        "are means over its encounters, a dash where there were none. Area is the mean predicted pain over all "
        "closeness.";
    if (view.lives() > 1) {
        text +=
            " Intervals are 95 % intervals of the mean over lives: they show how far the number of lives settles it, "
            "not how far the theory is right.";
    }
    if (view.arms() > 1) {
        text += " An arm is listed from the chapter in which it departs; before it, it is the life as written.";
    }
    return section("numbers", "The numbers by chapter", paragraph(text) + table.html());
}

}  // namespace nearness::report
