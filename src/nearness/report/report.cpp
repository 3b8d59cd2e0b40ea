#include "nearness/report/report.hpp"

#include "nearness/io/learner_words.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <set>

namespace nearness::report {

namespace {

std::string title_of(const View& view) {
    return view.collection.plan.title.empty() ? "A simulated life" : view.collection.plan.title;
}

std::string persons_of(const View& view) {
    std::string out = counted(view.lives(), "person", "persons");
    const engine::RunPlan& plan = view.collection.plan;
    if (plan.first_person > 0) {
        out += fmt::format(", number {} to {} of a larger ensemble", plan.first_person + 1, plan.end());
    }
    return out;
}

// Of whose memory the page speaks, where it is not the theory's own.
std::string memory_of(const View& view) {
    std::set<std::string> titles;
    bool some_templates = false;
    for (const engine::Arm& arm : view.collection.plan.arms) {
        const memory::RivalParameters& rival = arm.scenario.parameters.person.rival;
        if (!rival.stands_in()) {
            some_templates = true;
        } else {
            titles.insert(escape(rival.title()));
        }
    }
    if (titles.empty()) return {};
    if (titles.size() > 1) return " · memory: <a href=\"#switches\">another in some arms</a>";
    return fmt::format(" · memory: {}{} in the place of the templates", some_templates ? "in some arms " : "",
                       *titles.begin());
}

std::string header(const View& view, const Provenance& provenance) {
    std::string out = fmt::format("<h1 dir=\"auto\">{}</h1>\n", escape(title_of(view)));
    out +=
        fmt::format("<p class=\"facts\">{} · {} · {}{} · seed {} · {} · <a href=\"#help\">if you need help</a></p>\n",
                    persons_of(view), counted(view.chapters(), "chapter", "chapters"),
                    counted(view.arms(), "arm", "arms"), memory_of(view), provenance.seed,
                    view.driven_by_diary() ? "simulated; recorded answers drive one chapter, histories are invented"
                                           : "simulated, about nobody real");
    if (!view.collection.plan.description.empty()) {
        out +=
            fmt::format("<p class=\"lead\" dir=\"auto\">{}</p>\n", with_code(escape(view.collection.plan.description)));
    }
    return out;
}

// The sections that the page has.
std::string navigation(const std::string& main) {
    static constexpr std::pair<std::string_view, std::string_view> parts[] = {
        {"brief", "In brief"},
        {"switches", "Switched"},
        {"time", "Over time"},
        {"scenes", "Encounters"},
        {"curves", "Threat curves"},
        {"triggers", "Triggers"},
        {"templates", "Templates"},
        {"portrait", "Closeness and arousal"},
        {"arms", "Arms"},
        {"sud", "Processing"},
        {"numbers", "Numbers"},
        {"diary", "Diaries"},
        {"notes", "What it is not"},
        {"origin", "Provenance"},
    };
    std::string out = "<nav aria-label=\"On this page\"><ul>\n";
    for (const auto& [id, name] : parts) {
        if (id == "origin" || main.find(fmt::format(" id=\"{}\" aria-labelledby", id)) != std::string::npos) {
            out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, name);
        }
    }
    return out + "</ul></nav>\n";
}

}  // namespace

std::string origin(const View& view, const Provenance& provenance, const Options& options) {
    std::string out = fmt::format(
        "<dl class=\"terms\">\n<dt>Program</dt><dd>nearness {}</dd>\n<dt>Seed</dt><dd>{}</dd>\n<dt>Plan "
        "hash</dt><dd><code>{}</code></dd>\n",
        escape(provenance.version), provenance.seed, escape(provenance.plan_hash));
    if (const std::string learners = io::learners_by_arm(view.collection.plan); !learners.empty()) {
        out += fmt::format("<dt>Memory</dt><dd>{}</dd>\n", escape(learners));
    }
    if (!options.command.empty()) {
        out += fmt::format("<dt>To repeat</dt><dd><code>{}</code></dd>\n", escape(options.command));
    }
    out += "</dl>\n<p class=\"small\">The same program, scenario and seed give this page byte for byte.</p>\n";
    const std::string& text =
        provenance.scenario_text.empty() ? view.collection.plan.scenario_text : provenance.scenario_text;
    if (!text.empty()) {
        out += folded("The scenario as read",
                      "<pre dir=\"auto\" tabindex=\"0\"><code>" + escape(text) + "</code></pre>\n");
    }
    return section("origin", "Where this comes from", out);
}

std::string html(const engine::Collection& collection, const Provenance& provenance, const Options& options) {
    ensure(!collection.plan.arms.empty(), "a plan has at least the arm as written");
    const View view(collection);
    Page page;
    page.title = title_of(view) + " – nearness";
    Figures figures;
    ShownPerson person(view);
    const std::vector<engine::Scene> told = chosen_scenes(view);
    // One after the other: figures number themselves in this order.
    page.main = brief(view);
    page.main += switches(view, figures);
    page.main += timeline(view, figures);
    page.main += scenes(view, figures, told);
    page.main += threat_curves(view, figures);
    page.main += triggers(view, figures);
    page.main += templates(view, figures, person);
    page.main += phase_portrait(view, figures, person, told);
    page.main += arms(view, figures);
    page.main += disturbance(view, figures);
    page.main += chapter_table(view, figures);
    page.main += diary(view, options, figures);
    page.main += notes(view);
    page.data = figures.json(view);
    page.header = header(view, provenance);
    page.navigation = navigation(page.main);
    page.provenance = fmt::format("nearness {}, seed {}, plan {}; simulated", provenance.version, provenance.seed,
                                  provenance.plan_hash);
    page.footer = origin(view, provenance, options);
    return html_of(page);
}

}  // namespace nearness::report
