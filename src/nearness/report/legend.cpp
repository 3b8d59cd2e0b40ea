#include "nearness/report/legend.hpp"

#include "nearness/report/escape.hpp"

#include <fmt/format.h>

namespace nearness::report {

std::string legend(const View& view, const std::vector<std::size_t>& arms, std::string_view id) {
    if (arms.size() < 2) return {};
    std::string out = "<ul class=\"legend\" aria-label=\"Arms\">\n";
    for (const std::size_t arm : arms) {
        const Look& look = view.look(arm);
        Drawing swatch(fmt::format("legend-{}{}", id, look.key), 34, 10, "Line", "how the arm is drawn");
        swatch.line({1, 5}, {33, 5}, arm == 0 ? "line main s0" : look.line());
        out += fmt::format("<li>{}<span dir=\"auto\">{}</span></li>\n", swatch.finish(), escape(look.name));
    }
    return out + "</ul>\n";
}

}  // namespace nearness::report
