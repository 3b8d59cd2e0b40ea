#include "nearness/report/typical_path.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>
#include <array>

namespace nearness::report {

namespace {

constexpr std::array told = {&life::Summary::edge, &life::Summary::area, &life::Summary::use, &life::Summary::felt,
                             &life::Summary::outcome};

std::string name_of(const engine::Beside& one) {
    std::string name(one.column.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

double distance(const engine::Beside& one) {
    const double deviations = one.in_deviations();
    return finite(deviations) ? std::max(deviations, -deviations) : 0;
}

Data table(const View& view) {
    std::vector<std::string> chapter, arm, quantity;
    std::vector<double> path, mean, deviation, apart;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        for (std::size_t a = 0; a < view.arms(); ++a) {
            if (c < view.departs(a)) continue;
            for (const auto member : told) {
                const engine::Beside* one = beside(view, a, c, member);
                if (one == nullptr) continue;
                chapter.push_back(view.chapter_name(c));
                arm.push_back(view.look(a).name);
                quantity.push_back(name_of(*one));
                path.push_back(one->path);
                mean.push_back(one->lives.mean);
                deviation.push_back(one->lives.standard_deviation);
                apart.push_back(one->in_deviations());
            }
        }
    }
    return Data("typical-path",
                fmt::format("The typical path beside {} drawn lives", view.collection.typical_path.lives))
        .words("chapter", "chapter of the life", chapter)
        .words("arm", "letter and name of the arm", arm)
        .words("quantity", "what is compared", quantity)
        .numbers("typical path", "1", "value on the typical path", path)
        .numbers("mean of lives", "1", "mean over drawn lives", mean)
        .numbers("standard deviation", "1", "standard deviation over drawn lives", deviation)
        .numbers("distance", "standard deviations", "typical path minus mean of lives", apart, 1);
}

// The finding first: how far this path may stand for lives.
std::string lead(const View& view) {
    const std::size_t last = view.chapters() - 1;
    const engine::Beside* farthest = nullptr;
    std::string where;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        for (const auto member : told) {
            const engine::Beside* one = beside(view, a, last, member);
            if (one == nullptr || (farthest != nullptr && distance(*one) <= distance(*farthest))) continue;
            farthest = one;
            where = view.look(a).name;
        }
    }
    std::string out;
    if (const engine::Beside* edge = beside(view, 0, last, &life::Summary::edge)) {
        out = fmt::format("At the end of “{}” the edge is {} on the typical path and {} on average over {} drawn lives",
                          view.chapter_name(last), number(edge->path), number(edge->lives.mean),
                          view.collection.typical_path.lives);
        out += finite(edge->in_deviations())
                   ? fmt::format(": {} standard deviations apart. ", number(distance(*edge), 1))
                   : ". ";
    }
    if (farthest != nullptr && distance(*farthest) > 0) {
        out += fmt::format(
            "In that chapter path and lives are farthest apart in {} ({}): {} and {}, {} standard "
            "deviations.",
            name_of(*farthest), where, number(farthest->path), number(farthest->lives.mean),
            number(distance(*farthest), 1));
    }
    return out;
}

}  // namespace

const engine::Beside* beside(const View& view, std::size_t arm, std::size_t c, double life::Summary::*member) {
    const engine::TypicalPath& typical = view.collection.typical_path;
    const auto same = arm < typical.arms.size() ? view.same_chapter(arm, c) : std::nullopt;
    if (!same || *same >= typical.arms[arm].size()) return nullptr;
    const engine::Beside& one = typical.arms[arm][*same][engine::column_of(member)];
    return one.lives.n > 0 && finite(one.path) ? &one : nullptr;
}

std::string typical_path(const View& view, Figures& figures) {
    if (view.collection.typical_path.arms.empty() || view.chapters() == 0) return {};
    Figure figure;
    figure.kind = "typical-path";
    figure.title = "The typical path beside drawn lives, by arm";
    figure.options.emplace_back("chapter", view.chapter_name(view.chapters() - 1));
    figure.data.emplace_back("beside", table(view));
    if (figure.data.front().second.rows() == 0) return {};
    figure.caption = fmt::format(
        "Simulated. In “{}”: the marker is the typical path, the hollow dot the mean of {} drawn lives with one "
        "standard deviation over lives to either side, and the number how many of them lie between the two. Who learns "
        "from extremes does not learn the same from means, so the path may lie outside of what lives do. Every "
        "quantity is in summary.json.",
        escape(view.chapter_name(view.chapters() - 1)), view.collection.typical_path.lives);
    return "<p class=\"finding\">" + escape(lead(view)) + "</p>\n" + paragraph(engine::what_a_typical_path_is) +
           figures.add(figure);
}

}  // namespace nearness::report
