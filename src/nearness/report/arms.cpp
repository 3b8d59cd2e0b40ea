// The arms beside each other, with the paired difference of each from the life as written.
#include "nearness/report/arms.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

// Recorded moments, for one, have no felt closeness.
std::vector<const Quantity*> measured(const View& view, std::size_t c) {
    std::vector<const Quantity*> out;
    for (const Quantity& quantity : shown_quantities()) {
        for (std::size_t a = 0; a < view.arms(); ++a) {
            if (view.spread(a, c, quantity.member).n == 0) continue;
            out.push_back(&quantity);
            break;
        }
    }
    return out;
}

double of_several(const engine::Spread& spread, double value) { return spread.n > 1 ? value : life::not_measured; }
double of_any(const engine::Spread& spread, double value) { return spread.n > 0 ? value : life::not_measured; }

Data levels(const View& view, std::size_t c) {
    std::vector<std::string> quantity, arm;
    std::vector<double> lives, mean, low, high, median, share;
    for (const Quantity* shown : measured(view, c)) {
        for (std::size_t a = 0; a < view.arms(); ++a) {
            const engine::Spread spread = view.spread(a, c, shown->member);
            quantity.emplace_back(shown->name);
            arm.push_back(view.look(a).name);
            lives.push_back(spread.n);
            mean.push_back(of_any(spread, spread.mean));
            low.push_back(of_several(spread, spread.low));
            high.push_back(of_several(spread, spread.high));
            median.push_back(of_any(spread, spread.median));
            const bool edge = shown->member == &life::Summary::edge;
            share.push_back(edge ? 100 * view.share_without_edge(a, c) : life::not_measured);
        }
    }
    return Data("arms", "By arm in “" + view.chapter_name(c) + "”")
        .words("quantity", "what is compared", quantity)
        .words("arm", "letter and name of the arm", arm)
        .numbers("lives", "1", "lives in which it was measured", lives, 0)
        .numbers("mean", "1", "mean over lives", mean)
        .numbers("low", "1", "lower end of the 95 % interval of the mean", low)
        .numbers("high", "1", "upper end of the 95 % interval of the mean", high)
        .numbers("median", "1", "median over lives", median)
        .numbers("at 1", "%", "share of lives with an edge of 1: no closeness sets off the alarm", share, 0);
}

Data single_lives(const View& view, std::size_t c, const std::vector<std::size_t>& arms) {
    std::vector<std::string> arm;
    std::vector<double> life;
    const std::vector<const Quantity*> shown = measured(view, c);
    std::vector<std::vector<double>> columns(shown.size());
    for (const std::size_t a : arms) {
        const std::size_t lives = std::min(most_drawn_lives, view.lives());
        for (std::size_t q = 0; q < shown.size(); ++q) {
            std::vector<double> values = view.values(a, c, shown[q]->member);
            values.resize(lives, life::not_measured);
            columns[q].insert(columns[q].end(), values.begin(), values.end());
        }
        for (std::size_t i = 0; i < lives; ++i) {
            arm.push_back(view.look(a).name);
            life.push_back(static_cast<double>(i + 1));
        }
    }
    Data data("arms-lives", "Single lives in “" + view.chapter_name(c) + "”");
    data.words("arm", "letter and name of the arm", arm).numbers("life", "1", "number of the life", life, 0);
    for (std::size_t q = 0; q < shown.size(); ++q) {
        data.numbers(shown[q]->name, "1", shown[q]->says, std::move(columns[q]));
    }
    return data;
}

// Chapters from the last to the first.
Data differences(const View& view, const std::vector<std::size_t>& compared) {
    std::vector<std::string> chapter, quantity, arm;
    std::vector<double> lives, mean, low, high;
    for (std::size_t i = compared.size(); i-- > 0;) {
        for (const Quantity* shown : measured(view, compared[i])) {
            for (std::size_t a = 1; a < view.arms(); ++a) {
                const engine::Spread spread = view.difference(a, compared[i], shown->member);
                if (view.departs(a) > compared[i] || spread.n == 0) continue;
                chapter.push_back("“" + view.chapter_name(compared[i]) + "”");
                quantity.emplace_back(shown->name);
                arm.push_back(view.look(a).name);
                lives.push_back(spread.n);
                mean.push_back(spread.mean);
                low.push_back(of_several(spread, spread.low));
                high.push_back(of_several(spread, spread.high));
            }
        }
    }
    return Data("arms-differences", "Each arm minus " + view.look(0).name + ", life by life")
        .words("chapter", "chapter in which arms are compared", chapter)
        .words("quantity", "what is compared", quantity)
        .words("arm", "letter and name of the arm", arm)
        .numbers("lives", "1", "lives measured in both arms", lives, 0)
        .numbers("difference", "1", "mean of the paired differences", mean)
        .numbers("low", "1", "lower end of their 95 % interval", low)
        .numbers("high", "1", "upper end of their 95 % interval", high);
}

std::string levels_figure(const View& view, std::size_t c, Figures& figures) {
    std::vector<std::size_t> all(view.arms());
    for (std::size_t a = 0; a < all.size(); ++a) all[a] = a;
    Figure figure;
    figure.kind = "arm-levels";
    figure.title = "Edge, protective use and felt closeness by arm";
    figure.data.emplace_back("levels", levels(view, c));
    figure.data.emplace_back("lives", single_lives(view, c, all));
    figure.caption = fmt::format(
        "Simulated, {}, in the last chapter, “{}”. {}The dashed line continues the mean of A. Edge is that at the end "
        "of the chapter; the bars beside it are the lives in which the alarm no longer rings at any closeness, an "
        "edge of 1. The others are means over the encounters or recorded moments of the chapter.",
        counted(view.lives(), "life", "lives"), escape(view.chapter_name(c)),
        view.lives() > 1 ? "Small dots are single lives" + which_are_drawn(view) +
                               ", the upright bar is their median, the large marker the mean with its 95 % "
                               "interval. "
                         : "One life has no interval. ");
    return figures.add(figure);
}

std::string differences_figure(const View& view, const std::vector<std::size_t>& compared, Figures& figures) {
    Figure figure;
    figure.kind = "arm-differences";
    figure.title = "Paired differences of each arm from the life as written";
    figure.options.emplace_back("base", view.look(0).key);
    figure.data.emplace_back("differences", differences(view, compared));
    if (figure.data.front().second.rows() == 0) return {};
    figure.caption =
        "Simulated. Each life minus the same life as written (A): the same person with the same luck, so that what "
        "differs comes from the arm. ";
    figure.caption += view.lives() > 1 ? "The marker is the mean difference with its 95 % interval; an interval that "
                                         "reaches zero shows no clear difference."
                                       : "One life has no interval, and other lives may differ in other ways.";
    if (compared.size() > 1) {
        figure.caption += " Compared are the last chapter and, below it, the chapters in which an arm departs.";
    }
    return figures.add(figure);
}

}  // namespace

std::string which_are_drawn(const View& view) {
    return view.lives() > most_drawn_lives ? fmt::format(" (the first {})", most_drawn_lives) : "";
}

std::string arms(const View& view, Figures& figures) {
    const std::vector<std::size_t> compared = view.compared_chapters();
    if (compared.empty() || view.lives() == 0) return {};
    const std::size_t last = compared.back();
    if (measured(view, last).empty()) return {};
    std::string out = levels_figure(view, last, figures);
    out += differences_figure(view, compared, figures);
    out += change_by_life(view, figures);
    return section("arms", "The arms beside each other", out);
}

}  // namespace nearness::report
