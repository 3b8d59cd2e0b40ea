// Each life's edge before an arm departs and at the end, so that one sees whether a mean stands for the lives it is of.
#include "nearness/report/arms.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <algorithm>
#include <optional>

namespace nearness::report {

namespace {

// The chapter at whose end an arm is still as written; of the first arm, that of the first other to depart.
std::optional<std::size_t> before(const View& view, std::size_t arm) {
    std::size_t departs = view.departs(arm);
    if (arm == 0) {
        departs = view.chapters();
        for (std::size_t a = 1; a < view.arms(); ++a) departs = std::min(departs, view.departs(a));
    }
    departs = std::min(departs, view.chapters() - 1);
    if (departs == 0) return std::nullopt;
    return departs - 1;
}

struct Change {
    std::size_t arm = 0, from = 0;
    std::vector<double> before, after;  // of the lives in which both were measured
};

std::vector<Change> changes(const View& view) {
    std::vector<Change> out;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        const auto from = before(view, a);
        if (!from) continue;
        const std::vector<double> start = view.values(a, *from, &life::Summary::edge);
        const std::vector<double> end = view.values(a, view.chapters() - 1, &life::Summary::edge);
        Change change{a, *from, {}, {}};
        for (std::size_t i = 0; i < std::min(start.size(), end.size()); ++i) {
            if (!finite(start[i]) || !finite(end[i])) continue;
            change.before.push_back(start[i]);
            change.after.push_back(end[i]);
        }
        if (!change.after.empty()) out.push_back(std::move(change));
    }
    return out;
}

Data means(const View& view, const std::vector<Change>& all) {
    std::vector<std::string> arm, from;
    std::vector<double> lives, start, end, median, at_one, others;
    for (const Change& change : all) {
        const engine::Spread after = engine::spread(change.after);
        std::vector<double> rest;
        for (const double edge : change.after) {
            if (edge < 1) rest.push_back(edge);
        }
        arm.push_back(view.look(change.arm).name);
        from.push_back(view.chapter_name(change.from));
        lives.push_back(after.n);
        start.push_back(engine::spread(change.before).mean);
        end.push_back(after.mean);
        median.push_back(after.median);
        at_one.push_back(static_cast<double>(change.after.size() - rest.size()));
        others.push_back(rest.empty() ? life::not_measured : engine::spread(rest).mean);
    }
    return Data("change",
                "Edge before an arm departs and at the end of “" + view.chapter_name(view.chapters() - 1) + "”")
        .words("arm", "letter and name of the arm", arm)
        .words("before", "chapter at the end of which the edge before is taken", from)
        .numbers("lives", "1", "lives in which both were measured", lives, 0)
        .numbers("mean before", "1", "mean edge before", start)
        .numbers("mean after", "1", "mean edge at the end", end)
        .numbers("median after", "1", "median edge at the end", median)
        .numbers("lives at 1", "1", "lives in which no closeness sets off the alarm at the end", at_one, 0)
        .numbers("mean of the others", "1", "mean edge at the end of the lives that are not at 1", others);
}

Data lives(const View& view, const std::vector<Change>& all) {
    std::vector<std::string> arm;
    std::vector<double> number, start, end;
    for (const Change& change : all) {
        for (std::size_t i = 0; i < std::min(most_drawn_lives, change.after.size()); ++i) {
            arm.push_back(view.look(change.arm).name);
            number.push_back(static_cast<double>(i + 1));
            start.push_back(change.before[i]);
            end.push_back(change.after[i]);
        }
    }
    return Data("change-lives", "Edge of single lives before and after")
        .words("arm", "letter and name of the arm", arm)
        .numbers("life", "1", "number of the life", number, 0)
        .numbers("before", "1", "edge before", start)
        .numbers("after", "1", "edge at the end", end);
}

}  // namespace

std::string change_by_life(const View& view, Figures& figures) {
    const std::vector<Change> all = changes(view);
    if (all.empty()) return {};
    Figure figure;
    figure.kind = "change-by-life";
    figure.title = "Edge of single lives before and after, by arm";
    figure.data.emplace_back("means", means(view, all));
    figure.data.emplace_back("lives", lives(view, all));
    figure.caption = fmt::format(
        "Simulated. The edge at the end of the chapter before an arm departs, and at the end of “{}”. {}",
        escape(view.chapter_name(view.chapters() - 1)),
        view.lives() > 1
            ? "Each thin line is a life" + which_are_drawn(view) +
                  "; coloured lines end at 1, where no closeness sets off the alarm "
                  "any more. The thick line is the mean. Where some lives reach 1 and the others hardly move, "
                  "the mean lies between them and describes neither."
            : "One life.");
    return figures.add(figure);
}

}  // namespace nearness::report
