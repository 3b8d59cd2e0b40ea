// What one sees, in sentences made from the numbers. Every number stands in a table below, too.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

std::string with_interval(const engine::Spread& spread) {
    return spread.n > 1 ? " (95 % interval " + interval(spread) + ")" : "";
}

std::string arm_name(const View& view, std::size_t arm) {
    return quoted(view.look(arm).name.substr(view.look(arm).key.size() + 2));
}

std::string state_sentences(const View& view, std::size_t last) {
    const engine::Spread edge = view.spread(0, last, &life::Summary::edge);
    std::string out =
        view.lives() == 1 ? "In this one simulated life" : fmt::format("Over {} simulated lives", view.lives());
    if (edge.n == 0) return out + " the edge was not measured. ";
    const double share = view.share_without_edge(0, last);
    out += fmt::format(" the model predicts that, at the end of {}, ", quoted(view.chapter_name(last)));
    if (share >= 1) {
        out += "no closeness sets off the alarm any more: the edge is 1. ";
    } else {
        out += fmt::format("the edge, the closeness at which the alarm starts, is {} of 1{}{}", number(edge.mean),
                           view.lives() > 1 ? " on average" : "", with_interval(edge));
        if (share > 0) {
            out += fmt::format("; in {} of the lives none sets it off, and the median is {}", percent(share),
                               number(edge.median));
        }
        out += ". ";
    }
    const engine::Spread use = view.spread(0, last, &life::Summary::use);
    const engine::Spread felt = view.spread(0, last, &life::Summary::felt);
    if (use.n > 0) {
        out += fmt::format("During that chapter protection acted at {} of its full strength", number(use.mean));
    }
    if (use.n > 0 && felt.n > 0) out += fmt::format(", and felt closeness was {}", number(felt.mean));
    if (use.n > 0) out += ". ";
    return out;
}

// How the edge came about: at most four chapters, the last left to the sentence before.
std::string history_sentence(const View& view, std::size_t last) {
    std::string list;
    std::size_t told = 0;
    for (std::size_t c = 0; c < last && told < 4; ++c) {
        const engine::Spread edge = view.spread(0, c, &life::Summary::edge);
        if (edge.n == 0) continue;
        list += fmt::format("{}{} after {}", told > 0 ? ", " : "", number(edge.mean), quoted(view.chapter_name(c)));
        ++told;
    }
    return told > 0 ? "Before that, the edge was " + list + ". " : "";
}

std::string difference_sentence(const View& view, std::size_t last, std::size_t arm, std::string_view lead) {
    const engine::Spread edge = view.difference(arm, last, &life::Summary::edge);
    const engine::Spread use = view.difference(arm, last, &life::Summary::use);
    std::string out = fmt::format("{} {}: edge {}{}", lead, arm_name(view, arm), signed_number(edge.mean),
                                  edge.n > 1 ? " (" + signed_interval(edge) + ")" : "");
    if (use.n > 0) {
        out += fmt::format(", protective use {}{}", signed_number(use.mean),
                           use.n > 1 ? " (" + signed_interval(use) + ")" : "");
    }
    return out + ". ";
}

std::string arms_sentences(const View& view, std::size_t last) {
    std::vector<std::size_t> measured;
    std::size_t unclear = 0;
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const engine::Spread edge = view.difference(a, last, &life::Summary::edge);
        if (edge.n == 0) continue;
        measured.push_back(a);
        unclear += edge.n > 1 && edge.low <= 0 && edge.high >= 0 ? 1 : 0;
    }
    if (measured.empty()) return {};
    const std::string base = arm_name(view, 0);
    if (measured.size() == 1) {
        std::string out = difference_sentence(view, last, measured.front(), "Compared with " + base + ", in");
        if (unclear == 1) {
            out += "The interval for the edge reaches zero: the simulation shows no clear difference there.";
        }
        return out;
    }
    const auto edge_of = [&](std::size_t arm) { return view.difference(arm, last, &life::Summary::edge).mean; };
    const auto by_edge = [&](std::size_t a, std::size_t b) { return edge_of(a) < edge_of(b); };
    const std::size_t highest = *std::max_element(measured.begin(), measured.end(), by_edge);
    const std::size_t lowest = *std::min_element(measured.begin(), measured.end(), by_edge);
    std::string out = difference_sentence(view, last, highest,
                                          "Among the other arms, compared with " + base + ", the edge ends highest in");
    out += difference_sentence(view, last, lowest, "It ends lowest in");
    if (unclear > 0) {
        out += fmt::format("For {} of {} arms the interval of the difference in edge reaches zero.", unclear,
                           measured.size());
    }
    return out;
}

}  // namespace

std::string brief(const View& view) {
    std::string out =
        "<section class=\"card\" id=\"brief\" aria-labelledby=\"brief-heading\">\n<h2 id=\"brief-heading\">In "
        "brief</h2>\n";
    if (view.lives() == 0 || view.chapters() == 0) return out + paragraph("Nothing was simulated.") + "</section>\n";
    const std::size_t last = view.chapters() - 1;
    out += "<div class=\"split\">\n<div>\n" + paragraph(state_sentences(view, last) + history_sentence(view, last));
    const std::string compared = arms_sentences(view, last);
    if (!compared.empty()) out += paragraph(compared);
    if (view.collection.failures() > 0) {
        out += fmt::format(
            "<p><strong>{} went wrong in this run</strong> and are left out; the printed output says where.</p>\n",
            counted(static_cast<std::size_t>(view.collection.failures()), "number", "numbers"));
    }
    out +=
        "</div>\n<dl class=\"terms\">\n<dt>Edge</dt><dd>the smallest closeness at which predicted pain exceeds the "
        "alarm’s threshold, for an open person without conflict; 1 when none does</dd>\n"
        "<dt>Protective use</dt><dd>how far protection (finding flaws, irritability, going flat, holding back, "
        "withdrawing) acts during an encounter, from 0 to 1</dd>\n"
        "<dt>Felt closeness</dt><dd>how much of the closeness in an encounter arrives, from 0 to "
        "1</dd>\n</dl>\n</div>\n";
    return out + "</section>\n";
}

}  // namespace nearness::report
