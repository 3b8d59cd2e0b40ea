// What was switched in this run: modules knocked out, and the typical path beside drawn lives.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>
#include <array>

namespace nearness::report {

namespace {

std::string knocked_out(const View& view) {
    std::string out;
    const auto of_arm = [&](std::size_t a) {
        return view.collection.plan.arms[a].scenario.parameters.person.knocked_out;
    };
    bool all_the_same = true;
    for (std::size_t a = 1; a < view.arms(); ++a) all_the_same = all_the_same && of_arm(a) == of_arm(0);
    for (std::size_t a = 0; a < (all_the_same ? 1 : view.arms()); ++a) {
        const person::KnockOuts out_of = of_arm(a);
        if (!out_of.any()) continue;
        out += fmt::format("<dt>{}</dt><dd>", all_the_same ? "in every arm" : escape(view.look(a).name));
        bool first = true;
        out_of.each([&](const person::ModuleText& module) {
            out += fmt::format("{}<code>{}</code> ({}): {}", first ? "" : "<br>", module.name, escape(module.equation),
                               escape(module.says));
            first = false;
        });
        out += "</dd>\n";
    }
    if (out.empty()) return out;
    return paragraph("Modules of the theory that are switched off, to see what they carry:") +
           "<dl class=\"terms\">\n" + out + "</dl>\n";
}

std::string typical_path(const View& view) {
    const engine::TypicalPath& typical = view.collection.typical_path;
    if (typical.arms.empty()) return {};
    static constexpr std::array<std::string_view, 5> told = {"edge", "area", "protective_use", "felt_closeness",
                                                             "outcome"};
    Table table(fmt::format("The typical path beside {} drawn lives", typical.lives),
                {"quantity", "typical path", "mean of lives", "standard deviation", "distance in standard deviations"});
    for (std::size_t a = 0; a < typical.arms.size(); ++a) {
        for (std::size_t c = view.departs(a); c < typical.arms[a].size(); ++c) {
            table.group(fmt::format("{}, {}", view.look(a).name, view.collection.chapters(a)[c].id));
            for (const engine::Beside& one : typical.arms[a][c]) {
                if (std::find(told.begin(), told.end(), one.column.name) == told.end() || one.lives.n == 0) continue;
                std::string name(one.column.name);
                std::replace(name.begin(), name.end(), '_', ' ');
                table.row(name, {number(one.path, 3), number(one.lives.mean, 3),
                                 number(one.lives.standard_deviation, 3), signed_number(one.in_deviations(), 1)});
            }
        }
    }
    return paragraph(std::string(engine::what_a_typical_path_is) +
                     " Who learns from extremes does not learn the same from means: the distance from drawn lives says "
                     "how far this path may stand for them. Every quantity is in summary.json.") +
           table.html();
}

}  // namespace

std::string switches(const View& view) {
    const std::string text = knocked_out(view) + typical_path(view);
    return text.empty() ? text : section("switches", "What was switched", text);
}

}  // namespace nearness::report
