// The templates of one person: what each expects and predicts, at the end of chapters and in the arms.
#include "nearness/report/cue_words.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>
#include <map>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 6;
constexpr std::size_t most_templates = 4;

// Everything that the person carries at one time.
struct Panel {
    std::string name, age;
    std::size_t arm = 0;
    std::vector<const engine::TemplateRow*> rows;
    const life::State<double>* state = nullptr;  // says which cues a template never met; may be missing
    std::size_t shared = 0;                      // templates that opened before the arm departed
};

Panel panel(const View& view, ShownPerson& person, std::size_t arm, std::size_t c, std::string name) {
    Panel out{std::move(name), view.age_at_end(c), arm, {}, nullptr, 0};
    const auto same = view.same_chapter(arm, c);
    if (!same) return out;
    const std::size_t lived_in = *same < view.departs(arm) ? 0 : arm;
    for (const engine::TemplateRow& row : person.result().arms[lived_in].templates) {
        if (row.chapter == static_cast<int>(*same)) out.rows.push_back(&row);
    }
    for (const engine::TemplateRow& row : person.result().arms[0].templates) {
        if (row.chapter + 1 == static_cast<int>(view.departs(arm))) ++out.shared;
    }
    out.state = person.at_end_of(arm, c);
    return out;
}

bool met(const Panel& panel, const engine::TemplateRow& row, std::size_t cue) {
    if (panel.state == nullptr || row.number >= panel.state->person.memory.count) return true;
    return (panel.state->person.memory.met[static_cast<std::size_t>(row.number)] >> cue & 1U) != 0;
}

// The templates that weigh most in any of the pictures, in the order in which they opened: an old and charged one
// before one that was met twice.
std::vector<int> weightiest(const std::vector<Panel>& panels) {
    std::map<int, double> weight;
    for (const Panel& panel : panels) {
        for (const engine::TemplateRow* row : panel.rows) {
            double& most = weight[row->number];
            most = std::max(most, row->charge * std::min(1.0, row->strength / 5));
        }
    }
    std::vector<int> numbers;
    for (const auto& [number, of] : weight) numbers.push_back(number);
    std::stable_sort(numbers.begin(), numbers.end(), [&](int a, int b) { return weight[a] > weight[b]; });
    if (numbers.size() > most_templates) numbers.resize(most_templates);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::string template_name(int number) { return fmt::format("template {}", number + 1); }

struct CueColumns {
    std::vector<std::string> panel, of, cue, kind;
    std::vector<double> prototype, weight;

    void add(const Panel& in, const engine::TemplateRow& row, std::string_view name, bool signal, double expects,
             double predicts) {
        panel.push_back(in.name);
        of.push_back(template_name(row.number));
        cue.emplace_back(name);
        kind.emplace_back(signal ? "signal" : "context");
        prototype.push_back(expects);
        weight.push_back(predicts);
    }
};

void add_cues(CueColumns& columns, const View& view, const Panel& panel, const engine::TemplateRow& row) {
    const auto& study_cues = view.collection.plan.study_cues;
    const auto add_study = [&](bool signal) {
        for (std::size_t i = 0; i < study_cues.size(); ++i) {
            if (study_cues[i].signal != signal || (row.study.met >> i & 1U) == 0) continue;
            columns.add(panel, row, study_cues[i].name, signal, row.study.prototype[i],
                        signal ? row.study.weight[i] : life::not_measured);
        }
    };
    for (std::size_t d = 0; d < row.prototype.size(); ++d) {
        const bool signal = d < row.weight.size();
        if (d == row.weight.size()) add_study(true);
        if (!met(panel, row, d)) continue;
        columns.add(panel, row, cue_words[d], signal, row.prototype[d], signal ? row.weight[d] : life::not_measured);
    }
    add_study(false);
}

Figure figure_of(const View& view, const std::vector<Panel>& panels, std::string_view id, std::string_view title,
                 const std::vector<int>& shown) {
    std::vector<std::string> panel, age, arm, of;
    std::vector<double> charge, strength, integration, told;
    CueColumns cues;
    for (const Panel& one : panels) {
        for (const engine::TemplateRow* row : one.rows) {
            panel.push_back(one.name);
            age.push_back(one.age);
            arm.push_back(view.look(one.arm).key);
            of.push_back(template_name(row->number));
            charge.push_back(row->charge);
            strength.push_back(row->strength);
            integration.push_back(row->integration);
            told.push_back(row->told);
            add_cues(cues, view, one, *row);
        }
    }
    std::vector<std::string> names, ages, arms;
    std::vector<double> shared;
    for (const Panel& one : panels) {
        shared.push_back(static_cast<double>(one.shared));
        names.push_back(one.name);
        ages.push_back(one.age);
        arms.push_back(view.look(one.arm).key);
    }
    Figure figure;
    figure.kind = "templates";
    figure.id = id;
    figure.title = title;
    std::string drawn;
    for (const int number : shown) drawn += (drawn.empty() ? "" : ",") + template_name(number);
    figure.options.emplace_back("shown", drawn);
    const std::string prefix = std::string(id);
    figure.data.emplace_back("panels", Data(prefix + "-panels", "When, and in which arm")
                                           .words("panel", "chapter or arm", names)
                                           .words("age", "age at the chapter's end", ages)
                                           .words("arm", "letter of the arm", arms)
                                           .numbers("shared", "1",
                                                    "how many templates, counted from the first, opened before the arm "
                                                    "departed from the life as written",
                                                    shared, 0));
    figure.data.emplace_back(
        "templates",
        Data(prefix + "-templates", "Templates of the person")
            .words("panel", "chapter or arm", panel)
            .words("template", "template, in the order in which they opened", of)
            .numbers("charge", "1", "pain it predicts when it meets exactly what it expects", charge)
            .numbers("strength", "lessons", "how many lessons it took, shared ones counted in part", strength, 1)
            .numbers("integration", "1", "how far its lessons did not overwhelm, or were processed since", integration)
            .numbers("told", "1", "share of it that can be put into words", told));
    figure.data.emplace_back(
        "cues",
        Data(prefix + "-cues", "What each template expects of each cue and predicts from it")
            .words("panel", "chapter or arm", cues.panel)
            .words("template", "template", cues.of)
            .words("cue", "cue", cues.cue)
            .words("kind", "a signal predicts pain, a context only decides whether the template answers", cues.kind)
            .numbers("expects", "1", "value of the cue that it expects", cues.prototype)
            .numbers("predicts", "1", "pain predicted from the cue at full strength; less than 0: safety",
                     cues.weight));
    return figure;
}

std::string left_out(const std::vector<Panel>& panels, const std::vector<int>& shown) {
    std::size_t all = 0;
    for (const Panel& panel : panels) all = std::max(all, panel.rows.size());
    return all > shown.size() ? fmt::format(" Drawn are the {} templates that weigh most, of {}; the tables have all.",
                                            shown.size(), all)
                              : "";
}

Figure by_chapter(const View& view, ShownPerson& person) {
    const std::vector<std::size_t> chapters = view.last_chapters(most_panels);
    std::vector<Panel> panels;
    for (const std::size_t c : chapters) panels.push_back(panel(view, person, 0, c, view.chapter_title(c)));
    const std::vector<int> shown = weightiest(panels);
    Figure figure = figure_of(
        view, panels, "templates-by-chapter",
        "What the templates of " + person.name() + " expect and predict at the end of each chapter, life as written",
        shown);
    figure.caption = fmt::format(
        "Simulated, {}, at the end of each chapter. A template is what the nervous system concluded from experience: "
        "when the present looks like this, expect that much pain. Left, the cues it expects (dots, from 0 to 1): the "
        "more the present is like them, the more this template answers. Right, what it predicts: the outlined bar is "
        "the pain predicted from that cue at full strength, the filled part that at the strength it expects; the "
        "filled parts add up to the charge, within 0 to 1, and a bar to the left is a sign of safety. Steadiness, "
        "place and who it is only decide whether the template answers. Hollow dots and thin marks show where it stood "
        "a chapter "
        "before. Lessons are the encounters that shaped it; integration says how far they did not overwhelm, or were "
        "processed since: the lower, the harder it is to revise.{}",
        escape(person.name()), view.knows_closeness() ? " " + std::string(signals_explained) : "");
    if (chapters.size() < view.chapters()) {
        figure.caption += fmt::format(" The first {} are left out.",
                                      counted(view.chapters() - chapters.size(), "chapter", "chapters"));
    }
    figure.caption += left_out(panels, shown);
    if (view.collection.plan.arms.front().scenario.parameters.person.memory.assignment ==
        memory::Assignment::particles) {
        figure.caption +=
            " Of the particles the likeliest is shown; from one chapter to the next it may be another, with other "
            "templates of the same number.";
    }
    return figure;
}

Figure by_arm(const View& view, ShownPerson& person) {
    const std::size_t last = view.chapters() - 1;
    std::vector<Panel> panels;
    const std::vector<std::size_t> arms = view.drawn_arms(most_other_arms);
    for (const std::size_t arm : arms) panels.push_back(panel(view, person, arm, last, view.look(arm).name));
    const std::vector<int> shown = weightiest(panels);
    Figure figure = figure_of(
        view, panels, "templates-by-arm",
        "What the templates of " + person.name() + " expect and predict at the end of the last chapter, by arm", shown);
    figure.options.emplace_back("reference", panels.front().name);
    figure.caption = fmt::format(
        "Simulated. The same person at the end of “{}”, by arm. Hollow dots and thin marks show the life as written, "
        "for "
        "templates that opened before the arm departed from it; a later one is another, even where it has the same "
        "number.",
        escape(view.chapter_name(last)));
    if (view.arms() > arms.size()) {
        figure.caption += fmt::format(" Shown are the {} arms that end farthest from the life as written, of {}.",
                                      arms.size() - 1, view.arms() - 1);
    }
    figure.caption += left_out(panels, shown);
    return figure;
}

std::string mean_and_range(const engine::Range& range, int digits) {
    std::string out = number(range.mean, digits);
    if (range.n > 2) {
        out += fmt::format(" (in the middle 80 % of lives {} to {})", number(range.low, digits),
                           number(range.high, digits));
    }
    return out;
}

bool opened_anywhere(const engine::PersonResult& person) {
    return std::any_of(person.arms.begin(), person.arms.end(),
                       [](const engine::ArmResult& arm) { return !arm.templates.empty(); });
}

// That the person shown is one of many, and nobody real.
std::string among_others(const View& view, const ShownPerson& person) {
    std::string out;
    if (view.typical() && !view.driven_by_diary()) {
        out = "These are the templates of the typical path. Drawn lives carry others.";
    } else if (view.lives() == 1) {
        out =
            "These are the templates of the one life of this run. Another person of the same scenario would carry "
            "others.";
    } else {
        const std::size_t last = view.chapters() - 1;
        const engine::Range templates = engine::range(view.values(0, last, &life::Summary::templates));
        const engine::Range charge = engine::range(view.values(0, last, &life::Summary::charge));
        out = fmt::format(
            "Shown is {}, one of {} lives and not their average: with the same scenario others carry other templates. "
            "At the end of “{}” a life holds {} templates on average{}, and the charge of the most charged one is {}.",
            person.name(), view.lives(), view.chapter_name(last), number(templates.mean, 1),
            templates.n > 2 ? fmt::format(" (from {} to {} in the middle 80 % of lives)", number(templates.low, 0),
                                          number(templates.high, 0))
                            : "",
            mean_and_range(charge, 2));
    }
    if (view.driven_by_diary()) {
        out +=
            " Histories are invented, and recorded moments only drive the model: this is its state, and describes "
            "nobody.";
    }
    return paragraph(out);
}

// Arms whose memory is a learner have empty panels.
std::string without_templates(const View& view) {
    std::string names;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        const memory::RivalParameters& rival = view.collection.plan.arms[a].scenario.parameters.person.rival;
        if (!rival.stands_in()) continue;
        names += fmt::format("{}“{}” ({})", names.empty() ? "" : ", ", view.look(a).name, rival.title());
    }
    return names.empty()
               ? names
               : paragraph("In these arms a learner takes the place of the templates, and there are none: " + names +
                           ".");
}

}  // namespace

std::string templates(const View& view, Figures& figures, ShownPerson& person) {
    if (view.chapters() == 0) return {};
    std::string out;
    const memory::RivalParameters& rival = view.collection.plan.arms.front().scenario.parameters.person.rival;
    if (rival.stands_in()) {
        out = fmt::format(
            "<p>There are no templates in this life as written: its memory is {}, and what it "
            "holds cannot be shown as theirs can. What it predicts from closeness is under <a href=\"#curves\">threat "
            "curves</a>, from one cue at a time under <a href=\"#triggers\">triggers</a>.</p>\n",
            escape(rival.title()));
    } else if (!person || !view.collection.plan.record.templates) {
        out = paragraph("No templates were kept in this run.");
    } else if (!opened_anywhere(person.result())) {
        out = paragraph("No template has opened in the life of " + person.name() +
                        ": nothing was met that could teach one.");
    } else {
        out = among_others(view, person) + figures.add(by_chapter(view, person));
        if (view.arms() > 1) out += figures.add(by_arm(view, person));
        out += without_templates(view);
    }
    return section("templates", "What was concluded about closeness", out);
}

}  // namespace nearness::report
