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
    std::string out = view.typical()      ? "On the typical path, one life without luck,"
                      : view.lives() == 1 ? "In this one simulated life"
                                          : fmt::format("Over {} simulated lives", view.lives());
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

// How much an arm differs, as it is printed: what looks the same is called the same.
std::string shown_difference(const View& view, std::size_t last, std::size_t arm, double life::Summary::*member) {
    return signed_number(view.difference(arm, last, member).mean);
}

// “a”, “b” and 3 others
std::string names_of(const View& view, const std::vector<std::size_t>& arms) {
    const std::size_t told = arms.size() <= 4 ? arms.size() : 3;
    std::string out;
    for (std::size_t i = 0; i < told; ++i) {
        const bool last = i + 1 == arms.size();
        out += (i == 0 ? "" : last ? " and " : ", ") + arm_name(view, arms[i]);
    }
    if (told < arms.size()) out += fmt::format(" and {} others", arms.size() - told);
    return out;
}

std::string use_of(const View& view, std::size_t last, std::size_t arm) {
    const engine::Spread use = view.difference(arm, last, &life::Summary::use);
    if (use.n == 0) return {};
    return fmt::format(", protective use {}{}", signed_number(use.mean),
                       use.n > 1 ? " (" + signed_interval(use) + ")" : "");
}

// Arms that look the same are named together, without an interval, which is each one's own.
std::string difference_sentence(const View& view, std::size_t last, const std::vector<std::size_t>& arms,
                                std::string_view lead) {
    const engine::Spread edge = view.difference(arms.front(), last, &life::Summary::edge);
    std::string out = fmt::format("{} {}: edge {}", lead, names_of(view, arms), signed_number(edge.mean));
    if (arms.size() > 1) return out + " in each. ";
    return out + (edge.n > 1 ? " (" + signed_interval(edge) + ")" : "") + use_of(view, last, arms.front()) + ". ";
}

// The arms that look like the one in which `member` differs most upwards or downwards.
std::vector<std::size_t> extreme(const View& view, std::size_t last, const std::vector<std::size_t>& arms,
                                 double life::Summary::*member, double direction) {
    const auto value = [&](std::size_t arm) { return direction * view.difference(arm, last, member).mean; };
    const auto below = [&](std::size_t a, std::size_t b) { return value(a) < value(b); };
    const std::string most = shown_difference(view, last, *std::max_element(arms.begin(), arms.end(), below), member);
    std::vector<std::size_t> out;
    for (const std::size_t arm : arms) {
        if (shown_difference(view, last, arm, member) == most) out.push_back(arm);
    }
    return out;
}

bool same_edge(const View& view, std::size_t last, const std::vector<std::size_t>& arms) {
    return shown_difference(view, last, arms.front(), &life::Summary::edge) == signed_number(0);
}

// For arms with the same difference in edge: what else tells them apart.
std::string tie_sentences(const View& view, std::size_t last, const std::vector<std::size_t>& arms) {
    const std::string base = arm_name(view, 0);
    std::string out;
    if (!same_edge(view, last, arms)) {
        out = fmt::format("Compared with {}, all other arms end with the same difference in edge: {}. ", base,
                          shown_difference(view, last, arms.front(), &life::Summary::edge));
    } else if (arms.size() == 1) {
        out = fmt::format("Compared with {}, the edge does not differ in {}. ", base, arm_name(view, arms.front()));
    } else {
        out = fmt::format("The arms do not differ in edge: in each of the {} others it ends as in {}. ", arms.size(),
                          base);
    }
    std::vector<std::size_t> measured;
    for (const std::size_t arm : arms) {
        if (view.difference(arm, last, &life::Summary::use).n > 0) measured.push_back(arm);
    }
    if (measured.empty()) return out;
    const std::vector<std::size_t> most = extreme(view, last, measured, &life::Summary::use, 1);
    const std::vector<std::size_t> least = extreme(view, last, measured, &life::Summary::use, -1);
    const auto use = [&](const std::vector<std::size_t>& of) {
        return shown_difference(view, last, of.front(), &life::Summary::use);
    };
    if (use(most) == use(least)) {
        return out + (use(most) == signed_number(0) ? "Neither does protective use. "
                                                    : fmt::format("Protective use differs by {}. ", use(most)));
    }
    return out + fmt::format("Protective use ranges from {} in {} to {} in {}. ", use(least), names_of(view, least),
                             use(most), names_of(view, most));
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
    const std::vector<std::size_t> highest = extreme(view, last, measured, &life::Summary::edge, 1);
    std::string out;
    if (highest.size() == measured.size() && (measured.size() > 1 || same_edge(view, last, measured))) {
        out = tie_sentences(view, last, measured);
    } else if (measured.size() == 1) {
        out = difference_sentence(view, last, measured, "Compared with " + base + ", in");
        if (unclear == 1) {
            out += "The interval for the edge reaches zero: the simulation shows no clear difference there.";
        }
    } else {
        const std::vector<std::size_t> lowest = extreme(view, last, measured, &life::Summary::edge, -1);
        out = "Among the other arms, compared with " + base + ", the edge ends ";
        out += same_edge(view, last, highest) ? "higher in none and the same in " + names_of(view, highest) + ". "
                                              : difference_sentence(view, last, highest, "highest in");
        out += "It ends ";
        out += same_edge(view, last, lowest) ? "lower in none and the same in " + names_of(view, lowest) + ". "
                                             : difference_sentence(view, last, lowest, "lowest in");
        if (unclear > 0) {
            out += fmt::format("For {} of {} arms the interval of the difference in edge reaches zero.", unclear,
                               measured.size());
        }
    }
    if (view.typical()) {
        out += "Drawn lives are elsewhere, and their arms may differ in other ways: see “What was switched”.";
    } else if (view.lives() == 1) {
        out += "This is one life: other lives may differ in other ways.";
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
    if (view.collection.failures.count > 0) {
        out += fmt::format(
            "<p><strong>{} went wrong in this run</strong> and are left out; the printed output says where.</p>\n",
            counted(view.collection.failures.count, "number", "numbers"));
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
