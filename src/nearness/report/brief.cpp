// What one sees, in sentences made from the numbers. Every number stands in a table below, too.
#include "nearness/report/brief.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"
#include "nearness/report/typical_path.hpp"

namespace nearness::report {

namespace {

std::string with_interval(const engine::Spread& spread) {
    return spread.n > 1 ? " (95 % interval " + interval(spread) + ")" : "";
}

std::string whose(const View& view) {
    if (view.typical()) return "On the typical path, one life without luck,";
    if (view.lives() == 1) return "In this one simulated life";
    return fmt::format("Over {} simulated lives", view.lives());
}

// Of the typical path: where drawn lives are, since it does not stand for them.
std::string over_drawn_lives(const View& view, std::size_t last) {
    const engine::Beside* edge = beside(view, 0, last, &life::Summary::edge);
    if (edge == nullptr) return {};
    std::string out = fmt::format(" Over {} drawn lives it is {} on average", view.collection.typical_path.lives,
                                  number(edge->lives.mean));
    const double apart = edge->in_deviations();
    if (!finite(apart)) return out + ".";
    return out +
           fmt::format(": the path lies {} standard deviations from them.", number(apart < 0 ? -apart : apart, 1));
}

// What one would tell first.
std::string finding(const View& view, std::size_t last) {
    const engine::Spread edge = view.spread(0, last, &life::Summary::edge);
    if (edge.n == 0) return whose(view) + " the edge was not measured.";
    std::string out =
        fmt::format("{} the model predicts that, at the end of {}, ", whose(view), quoted(view.chapter_name(last)));
    if (view.share_without_edge(0, last) >= 1) {
        out += "no closeness sets off the alarm any more: the edge is 1.";
    } else {
        out += fmt::format("the alarm starts at a closeness of {} of 1{}{}: this is the edge.", number(edge.mean),
                           view.lives() > 1 ? " on average" : "", with_interval(edge));
    }
    return out + over_drawn_lives(view, last);
}

std::string during_sentence(const View& view, std::size_t last) {
    const engine::Spread use = view.spread(0, last, &life::Summary::use);
    const engine::Spread felt = view.spread(0, last, &life::Summary::felt);
    if (use.n == 0) return {};
    const auto drawn = [&](double life::Summary::*member) {
        const engine::Beside* one = beside(view, 0, last, member);
        return one == nullptr ? "" : fmt::format(" (over drawn lives {})", number(one->lives.mean));
    };
    std::string out = fmt::format("During {} protection acted at {} of its full strength{}",
                                  quoted(view.chapter_name(last)), number(use.mean), drawn(&life::Summary::use));
    if (felt.n > 0) {
        out += fmt::format(", and felt closeness was {} of 1{}", number(felt.mean), drawn(&life::Summary::felt));
    }
    return out + ".";
}

// How the edge came about: at most the last four chapters before.
std::string history_sentence(const View& view, std::size_t last) {
    std::vector<std::string> told;
    for (std::size_t c = last > 4 ? last - 4 : 0; c < last; ++c) {
        const engine::Spread edge = view.spread(0, c, &life::Summary::edge);
        if (edge.n > 0) told.push_back(number(edge.mean) + " after " + quoted(view.chapter_name(c)));
    }
    return told.empty() ? "" : "Before that, the edge was " + listed(told) + ".";
}

std::string terms(const View& view) {
    std::string out =
        "<dl class=\"terms\">\n<dt>Edge</dt><dd>the smallest closeness at which predicted pain exceeds the alarm’s "
        "threshold, for an open person without conflict; 1 when none does</dd>\n"
        "<dt>Protective use</dt><dd>how far protection (finding flaws, irritability, going flat, holding back, "
        "withdrawing) acts during an encounter, from 0 to 1</dd>\n"
        "<dt>Felt closeness</dt><dd>how much of the closeness in an encounter arrives, from 0 to 1</dd>\n";
    if (view.arms() > 1) {
        out += "<dt>Arm</dt><dd>the same lives, with the same luck, and something changed</dd>\n";
    }
    if (view.lives() > 1) {
        out += "<dt>95 % interval</dt><dd>how far these lives settle a mean; not how far the theory is right</dd>\n";
    }
    return out + "</dl>\n";
}

}  // namespace

std::string brief(const View& view) {
    std::string out =
        "<section class=\"card\" id=\"brief\" aria-labelledby=\"brief-heading\">\n<h2 id=\"brief-heading\">In "
        "brief</h2>\n";
    if (view.lives() == 0 || view.chapters() == 0) return out + paragraph("Nothing was simulated.") + "</section>\n";
    const std::size_t last = view.chapters() - 1;
    out += "<div class=\"split\">\n<div>\n<p class=\"finding\">" + escape(finding(view, last)) + "</p>\n";
    std::vector<std::string> facts = {without_edge_sentence(view, last, 0), history_sentence(view, last),
                                      during_sentence(view, last)};
    add_arm_facts(facts, view, last);
    std::string list;
    for (const std::string& fact : facts) {
        if (!fact.empty()) list += "<li dir=\"auto\">" + escape(fact) + "</li>\n";
    }
    if (!list.empty()) out += "<ul>\n" + list + "</ul>\n";
    if (view.collection.failures.count > 0) {
        out += fmt::format(
            "<p><strong>{} went wrong in this run</strong> and are left out; the printed output says where.</p>\n",
            counted(view.collection.failures.count, "number", "numbers"));
    }
    return out + "</div>\n" + terms(view) + "</div>\n</section>\n";
}

}  // namespace nearness::report
