// The numbers by chapter and arm.
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

namespace nearness::report {

namespace {

// A mean over lives, as a column; with half of its 95 % interval where that is worth its room.
struct MeanColumn {
    std::string_view name, says;
    double life::Summary::*member;
    int digits;
    bool with_margin;
};
constexpr MeanColumn means[] = {
    {"edge", "mean edge at the chapter's end; 1 when no closeness sets off the alarm", &life::Summary::edge, 3, true},
    {"area", "mean predicted pain over all closeness, at the end", &life::Summary::area, 3, false},
    {"protective use", "mean over encounters of protective activation", &life::Summary::use, 3, true},
    {"felt closeness", "mean felt closeness of an encounter", &life::Summary::felt, 3, true},
    {"care", "care at the end", &life::Summary::care, 2, false},
    {"trust", "trust of the protectors at the end", &life::Summary::trust, 2, false},
    {"templates", "templates at the end", &life::Summary::templates, 1, false},
};

struct Row {
    std::size_t arm, chapter;
};

// An arm from the chapter in which it departs.
std::vector<Row> rows_of(const View& view) {
    std::vector<Row> rows;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        rows.push_back({0, c});
        for (std::size_t a = 1; a < view.arms(); ++a) {
            if (c >= view.departs(a) && view.same_chapter(a, c)) rows.push_back({a, c});
        }
    }
    return rows;
}

Data data_of(const View& view) {
    const std::vector<Row> rows = rows_of(view);
    const auto each = [&](auto&& value) {
        std::vector<double> out;
        for (const Row& row : rows) out.push_back(value(row));
        return out;
    };
    std::vector<std::string> chapter, arm;
    for (const Row& row : rows) {
        chapter.push_back(view.chapter_title(row.chapter) + ", " + view.age_at_end(row.chapter));
        arm.push_back(view.look(row.arm).name);
    }
    Data data("chapters", "Means over " + counted(view.lives(), "simulated life", "simulated lives") +
                              (view.lives() > 1 ? ", ± half of the 95 % interval" : ""));
    data.words("chapter", "chapter, and the age at its end", chapter);
    if (view.arms() > 1) data.words("arm", "arm", arm);
    for (const MeanColumn& one : means) {
        const auto spread = [&](const Row& row) { return view.spread(row.arm, row.chapter, one.member); };
        data.numbers(one.name, "1", one.says, each([&](const Row& row) {
                         const engine::Spread over_lives = spread(row);
                         return over_lives.n > 0 ? over_lives.mean : life::not_measured;
                     }),
                     one.digits);
        if (one.with_margin) {
            data.margin(fmt::format("{} ±", one.name), "half of the 95 % interval of that mean over lives",
                        each([&](const Row& row) {
                            const engine::Spread over_lives = spread(row);
                            return over_lives.n > 1 ? over_lives.high - over_lives.mean : life::not_measured;
                        }));
        }
        if (one.member != &life::Summary::edge) continue;
        data.numbers("median edge", "1", "median edge over lives", each([&](const Row& row) {
                         const engine::Spread over_lives = spread(row);
                         return over_lives.n > 0 ? over_lives.median : life::not_measured;
                     }));
        data.numbers("share at 1", "1", "share of lives in which no closeness sets off the alarm",
                     each([&](const Row& row) { return view.share_without_edge(row.arm, row.chapter); }), 2);
    }
    return data;
}

}  // namespace

std::string chapter_table(const View& view, Figures& figures) {
    if (view.chapters() == 0 || view.lives() == 0) return {};
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
    return section("numbers", "The numbers by chapter",
                   paragraph(text) + figures.add_table(data_of(view), Narrow::stacks));
}

}  // namespace nearness::report
