// Figure 1: edge, protective use and felt closeness over a life.
#include "nearness/report/axes.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/lanes.hpp"
#include "nearness/report/legend.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"
#include "nearness/report/timeline_drawing.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

bool has_line(const std::vector<Series>& series) {
    return std::any_of(series.begin(), series.end(),
                       [](const Series& one) { return std::any_of(one.mean.begin(), one.mean.end(), finite); });
}

// An arm without a line in any part needs no key, unless something happens in it.
void drop_lineless(Timeline& timeline) {
    for (std::size_t i = timeline.arms.size(); i-- > 1;) {
        const auto drawn = [&](const Drawn& part) { return has_line(part.series[i]); };
        if (std::any_of(timeline.parts.begin(), timeline.parts.end(), drawn)) continue;
        if (!happenings(timeline.view, timeline.arms[i]).empty()) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        timeline.lineless.insert(timeline.lineless.begin(), timeline.arms[i]);
        timeline.arms.erase(timeline.arms.begin() + at);
        for (Drawn& part : timeline.parts) part.series.erase(part.series.begin() + at);
    }
}

Timeline prepare(const View& view) {
    Timeline timeline{view, view.drawn_arms(most_other_arms), {}, 0.2, {}};
    for (const Stretch& stretch : stretches(view, timeline.arms)) {
        Drawn drawn{stretch, {}};
        for (const std::size_t arm : timeline.arms) {
            std::vector<Series> of_arm;
            for (const Quantity& quantity : shown_quantities()) {
                of_arm.push_back(series(view, arm, view.departs(arm), stretch, quantity));
            }
            for (std::size_t b = 0; b < of_arm.back().bins.size(); ++b) {
                const double top = arm == 0 ? of_arm.back().high[b] : of_arm.back().mean[b];
                if (top > timeline.felt_top) timeline.felt_top = top;
            }
            drawn.series.push_back(std::move(of_arm));
        }
        timeline.parts.push_back(std::move(drawn));
    }
    timeline.felt_top = std::min(1.0, round_up(timeline.felt_top));
    drop_lineless(timeline);
    return timeline;
}

std::string table(const Timeline& timeline, std::size_t q) {
    const View& view = timeline.view;
    std::vector<std::string> columns = {"age, years", "lives", "A mean", "A 10 to 90 %"};
    for (std::size_t i = 1; i < timeline.arms.size(); ++i) {
        columns.push_back(view.look(timeline.arms[i]).name + ", mean");
    }
    Table table(fmt::format("{}: {}{}", shown_quantities()[q].name, shown_quantities()[q].says,
                            timeline.arms.size() > 1 ? "; a dash where an arm has not yet departed from A" : ""),
                columns);
    std::size_t chapter = view.chapters();
    for (const Drawn& part : timeline.parts) {
        const Series& first = part.series.front()[q];
        for (std::size_t b = 0; b < first.bins.size(); ++b) {
            const Bin& bin = first.bins[b];
            if (first.lives[b] == 0) continue;
            if (bin.chapter != chapter) table.group(view.chapter_name(bin.chapter));
            chapter = bin.chapter;
            std::vector<std::string> cells = {std::to_string(first.lives[b]), number(first.mean[b]),
                                              number(first.low[b]) + " to " + number(first.high[b])};
            for (std::size_t i = 1; i < timeline.arms.size(); ++i) {
                const Series& other = part.series[i][q];
                const auto same = std::find_if(other.bins.begin(), other.bins.end(), [&](const Bin& one) {
                    return one.from - bin.from < 1e-9 && bin.from - one.from < 1e-9;
                });
                cells.push_back(same == other.bins.end()
                                    ? nothing
                                    : number(other.mean[static_cast<std::size_t>(same - other.bins.begin())]));
            }
            table.row(number(bin.from, 2) + " to " + number(bin.until, 2), cells);
        }
    }
    return table.html();
}

std::string names(const View& view, const std::vector<std::size_t>& arms) {
    std::string out;
    for (const std::size_t arm : arms) out += (out.empty() ? "" : ", ") + escape(view.look(arm).name);
    return out;
}

std::string caption(const Timeline& timeline) {
    const View& view = timeline.view;
    std::string out = "<strong>Figure 1.</strong> Simulated. ";
    out += view.recorded().size() == 1 ? "Lines show the one recorded life"
                                       : fmt::format("Lines are means over {} recorded lives", view.recorded().size());
    if (view.recorded().size() > 2) {
        out += view.arms() > 1 ? "; the band holds the middle 80 % of them as written (A)"
                               : "; the band holds the middle 80 %";
    }
    if (view.recorded().size() > 1 && view.recorded().size() <= most_single_lives) {
        out += ", thin grey lines are single lives";
    }
    out += ". Each point averages about " + bin_length(timeline.parts.front().stretch.bin_days);
    if (timeline.parts.size() > 1) {
        out += " on the first axis and " + bin_length(timeline.parts[1].stretch.bin_days) + " on the second";
    }
    out += ". The edge is measured with whoever the chapter brings, so it can jump between chapters";
    bool quiet = false;
    bool diary = false;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        quiet = quiet || view.quiet(c);
        diary = diary || view.chapter(c).diary;
    }
    if (quiet) {
        out += "; where a chapter has no encounters, a diamond marks what a stranger would meet at its end";
    }
    out += timeline.arms.size() > 1 ? ". Other arms are drawn from where they depart." : ".";
    std::vector<std::size_t> left_out;
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const auto in = [&](const std::vector<std::size_t>& arms) {
            return std::find(arms.begin(), arms.end(), a) != arms.end();
        };
        if (!in(timeline.arms) && !in(timeline.lineless)) left_out.push_back(a);
    }
    if (!left_out.empty()) {
        out += fmt::format(
            " Drawn are the {} arms that end farthest from A over the three panels; left out here, shown in figure 3: "
            "{}.",
            most_other_arms, names(view, left_out));
    }
    if (!timeline.lineless.empty()) {
        out += fmt::format(" Without encounters, and so without a line: {}.", names(view, timeline.lineless));
    }
    if (diary) out += " The chapter of recorded answers lasts days: it is left out here and drawn in figure 5.";
    return out;
}

std::string length_of(const life::Chapter& chapter) {
    if (chapter.diary) {
        return fmt::format("{} days from age {}", number(chapter.until - chapter.from, 0),
                           number(chapter.from / days_per_year, 1));
    }
    return fmt::format("{} to {} years", number(chapter.from / days_per_year, 1),
                       number(chapter.until / days_per_year, 1));
}

std::string chapter_list(const View& view) {
    std::string out = "<ol class=\"chapters\" aria-label=\"Chapters\">\n";
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        out += fmt::format("<li><strong>{}</strong> {} <span class=\"small\">({})</span></li>\n", c + 1,
                           escape(view.chapter_name(c)), length_of(view.chapter(c)));
    }
    return out + "</ol>\n";
}

}  // namespace

std::string timeline(const View& view) {
    if (view.chapters() == 0) return {};
    if (view.recorded().empty() || !view.collection.plan.record.moments) {
        return section("time", "A life over time", paragraph("No moments were kept in this run."));
    }
    const Timeline timeline = prepare(view);
    if (timeline.parts.empty()) return {};  // nothing but recorded answers
    DrawnFigure figure;
    figure.style = "single";
    figure.pictures = legend(view, timeline.arms, "") + lane_legend(view, timeline.arms) + timeline_pictures(timeline) +
                      chapter_list(view);
    figure.caption = caption(timeline);
    for (std::size_t q = 0; q < shown_quantities().size(); ++q) figure.numbers += table(timeline, q);
    figure.numbers += lane_table(view);
    return section("time", "A life over time", html_of(figure));
}

}  // namespace nearness::report
