// What was switched in this run: modules knocked out, and the typical path beside drawn lives.
#include "nearness/io/learner_words.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"
#include "nearness/report/typical_path.hpp"

#include <fmt/format.h>

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

std::string learners(const View& view) {
    std::string out;
    const auto of_arm = [&](std::size_t a) -> const memory::RivalParameters& {
        return view.collection.plan.arms[a].scenario.parameters.person.rival;
    };
    bool all_the_same = true;
    for (std::size_t a = 1; a < view.arms(); ++a) all_the_same = all_the_same && of_arm(a) == of_arm(0);
    for (std::size_t a = 0; a < (all_the_same ? 1 : view.arms()); ++a) {
        const memory::RivalParameters& rival = of_arm(a);
        if (!rival.stands_in()) continue;
        out += fmt::format("<dt>{}</dt><dd>{}: <code>{}</code></dd>\n",
                           all_the_same ? "in every arm" : escape(view.look(a).name), escape(rival.title()),
                           escape(io::learner_words(rival)));
    }
    if (out.empty()) return out;
    return paragraph(
               "The memory of the theory, its templates, is taken out, and a learner of the field predicts pain in its "
               "place. It gets the same cues and outcomes, and the same part of safety is credited to protection. "
               "There is nothing in it that EMDR could process, and overwhelm sets no rate:") +
           "<dl class=\"terms\">\n" + out + "</dl>\n";
}

}  // namespace

std::string switches(const View& view, Figures& figures) {
    const std::string text = learners(view) + knocked_out(view) + typical_path(view, figures);
    return text.empty() ? text : section("switches", "What was switched", text);
}

}  // namespace nearness::report
