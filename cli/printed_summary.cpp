#include "cli/printed_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::cli {

namespace {

struct Shown {
    const char* name;
    double life::Summary::*member;
};

constexpr Shown shown[] = {{"edge", &life::Summary::edge},          {"area", &life::Summary::area},
                           {"protective use", &life::Summary::use}, {"felt closeness", &life::Summary::felt},
                           {"care", &life::Summary::care},          {"trust", &life::Summary::trust},
                           {"templates", &life::Summary::templates}};

// Mean and half the width of its 95 % interval over persons.
std::string cell(const engine::Spread& spread) {
    if (spread.n == 0) return "–";
    return fmt::format("{:.3f} ±{:.3f}", spread.mean, 1.96 * spread.standard_error);
}

// Columns by characters, not bytes: "–" and "±" are one character wide and more than one byte long.
std::string padded(std::string text, std::size_t width) {
    const auto length = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (length < width) text.append(width - length, ' ');
    return text;
}

}  // namespace

std::string printed_summary(const engine::Collection& collection) {
    const engine::RunPlan& plan = collection.plan;
    std::size_t widest = 16;
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        widest = std::max(widest, plan.arms[a].id.size() + 2);
        for (const life::Chapter& chapter : collection.chapters(a)) widest = std::max(widest, chapter.id.size() + 4);
    }
    std::string out = padded("  arm, chapter", widest + 2);
    for (const Shown& one : shown) out += padded(one.name, 16);
    out += "edge: median, at 1\n";
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        const int departs = a == 0 ? 0 : engine::departure(plan, a);
        out += "  " + plan.arms[a].id + "\n";
        for (std::size_t c = static_cast<std::size_t>(departs); c < collection.chapters(a).size(); ++c) {
            out += padded("    " + collection.chapters(a)[c].id, widest + 2);
            for (const Shown& one : shown) out += padded(cell(collection.over_persons(a, c, one.member)), 16);
            const auto edges = collection.values(a, c, &life::Summary::edge);
            const auto at_one = std::count_if(edges.begin(), edges.end(), [](double edge) { return edge >= 1; });
            out += fmt::format("{:.3f}, {:.0f} %\n", engine::spread(edges).median,
                               100.0 * static_cast<double>(at_one) / static_cast<double>(edges.size()));
        }
        if (a > 0 && departs > 0) {
            out += fmt::format("    (as written up to {})\n",
                               collection.chapters(a)[static_cast<std::size_t>(departs - 1)].id);
        }
    }
    out +=
        "  means over persons ± half of the 95 % interval; edge, area, care, trust and templates at the chapter's "
        "end\n";
    return out;
}

}  // namespace nearness::cli
