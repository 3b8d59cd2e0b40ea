// How the arms differ in the last chapter: the highest and the lowest edge, or that they are alike.
#include "nearness/report/brief.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/typical_path.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

std::string arm_name(const View& view, std::size_t arm) {
    return quoted(view.look(arm).name.substr(view.look(arm).key.size() + 2));
}

// How much an arm differs, as it is printed: what looks the same is called the same.
std::string shown_difference(const View& view, std::size_t last, std::size_t arm, double life::Summary::*member) {
    return signed_number(view.difference(arm, last, member).mean);
}

// “a”, “b”, “c” and 3 others
std::string names_of(const View& view, const std::vector<std::size_t>& arms) {
    const std::size_t told = arms.size() <= 4 ? arms.size() : 3;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < told; ++i) names.push_back(arm_name(view, arms[i]));
    if (told < arms.size()) names.push_back(fmt::format("{} others", arms.size() - told));
    return listed(names);
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
    if (arms.size() > 1) return out + " in each.";
    return out + (edge.n > 1 ? " (" + signed_interval(edge) + ")" : "") + use_of(view, last, arms.front()) + ".";
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
        return out + (use(most) == signed_number(0) ? "Neither does protective use."
                                                    : fmt::format("Protective use differs by {}.", use(most)));
    }
    return out + fmt::format("Protective use ranges from {} in {} to {} in {}.", use(least), names_of(view, least),
                             use(most), names_of(view, most));
}

void add_without_edge(std::string& sentence, const View& view, std::size_t last, std::size_t arm) {
    const std::string without = without_edge_sentence(view, last, arm);
    if (!without.empty()) sentence += " " + without;
}

// The arms in which the edge ends highest and lowest.
void add_extremes(std::vector<std::string>& out, const View& view, std::size_t last,
                  const std::vector<std::size_t>& measured) {
    const std::string compared = "Compared with " + arm_name(view, 0) + ", the edge ends ";
    const std::vector<std::size_t> highest = extreme(view, last, measured, &life::Summary::edge, 1);
    const std::vector<std::size_t> lowest = extreme(view, last, measured, &life::Summary::edge, -1);
    if (same_edge(view, last, highest)) {
        out.push_back(compared + "higher in no other arm, and the same in " + names_of(view, highest) + ".");
    } else {
        out.push_back(difference_sentence(view, last, highest, compared + "highest in"));
        if (highest.size() == 1) add_without_edge(out.back(), view, last, highest.front());
    }
    out.push_back(same_edge(view, last, lowest)
                      ? "It ends lower in no other arm, and the same in " + names_of(view, lowest) + "."
                      : difference_sentence(view, last, lowest, "It ends lowest in"));
}

// Of the typical path: arms that are alike on it may differ in drawn lives.
std::string drawn_lives_sentence(const View& view, std::size_t last) {
    std::size_t highest = 0;
    std::size_t lowest = 0;
    const auto edge = [&](std::size_t arm) { return beside(view, arm, last, &life::Summary::edge); };
    if (edge(0) == nullptr) return {};
    for (std::size_t a = 1; a < view.arms(); ++a) {
        if (edge(a) == nullptr) continue;
        if (edge(a)->lives.mean > edge(highest)->lives.mean) highest = a;
        if (edge(a)->lives.mean < edge(lowest)->lives.mean) lowest = a;
    }
    if (number(edge(highest)->lives.mean) == number(edge(lowest)->lives.mean)) {
        return fmt::format("Over drawn lives the mean edge is {} in every arm.", number(edge(0)->lives.mean));
    }
    return fmt::format("Over drawn lives the mean edge ranges from {} in {} to {} in {}: see “What was switched”.",
                       number(edge(lowest)->lives.mean), arm_name(view, lowest), number(edge(highest)->lives.mean),
                       arm_name(view, highest));
}

}  // namespace

std::string without_edge_sentence(const View& view, std::size_t last, std::size_t arm) {
    const std::vector<double> edges = view.values(arm, last, &life::Summary::edge);
    std::vector<double> rest;
    std::size_t none = 0;
    for (const double edge : edges) {
        if (edge >= 1) ++none;
        if (edge < 1) rest.push_back(edge);
    }
    if (none == 0 || rest.empty()) return {};
    const engine::Spread others = engine::spread(rest);
    return fmt::format(
        "In {} of {} lives no closeness sets off the alarm any more; in the others the edge is {} on "
        "average.",
        none, none + rest.size(), number(others.mean));
}

void add_arm_facts(std::vector<std::string>& out, const View& view, std::size_t last) {
    std::vector<std::size_t> measured;
    std::size_t unclear = 0;
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const engine::Spread edge = view.difference(a, last, &life::Summary::edge);
        if (edge.n == 0) continue;
        measured.push_back(a);
        unclear += edge.n > 1 && edge.low <= 0 && edge.high >= 0 ? 1 : 0;
    }
    if (measured.empty()) return;
    const bool alike = extreme(view, last, measured, &life::Summary::edge, 1).size() == measured.size();
    if (alike && (measured.size() > 1 || same_edge(view, last, measured))) {
        out.push_back(tie_sentences(view, last, measured));
    } else if (measured.size() == 1) {
        out.push_back(difference_sentence(view, last, measured, "Compared with " + arm_name(view, 0) + ", in"));
        if (unclear == 1) {
            out.back() += " The interval for the edge reaches zero: the simulation shows no clear difference there.";
        }
        add_without_edge(out.back(), view, last, measured.front());
    } else {
        add_extremes(out, view, last, measured);
        if (unclear > 0) {
            out.push_back(
                fmt::format("In {} of {} arms the interval of the difference in edge reaches zero: no clear "
                            "difference.",
                            unclear, measured.size()));
        }
    }
    if (view.typical()) {
        out.push_back(drawn_lives_sentence(view, last));
    } else if (view.lives() == 1) {
        out.emplace_back("This is one life: other lives may differ in other ways.");
    }
}

}  // namespace nearness::report
