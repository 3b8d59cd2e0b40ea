// Closeness against arousal within an encounter, for one person at the end of chapters and in the arms: where an
// encounter is drawn from anywhere, and where it comes to rest.
#include "nearness/base/problem.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"
#include "nearness/world/portrait.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 6;
constexpr int across = 12, up = 10;   // arrows: a grid of so many intervals
constexpr int points_on_a_line = 80;  // of where closeness or arousal stands still
constexpr std::size_t most_paths = 4;

// The person, and those of their encounters that the page tells.
struct Shown {
    const View& view;
    ShownPerson& person;
    const std::vector<engine::Scene>& told;
};

struct Panel {
    std::string name, age;
    std::size_t arm = 0, chapter = 0;  // of the arm
    world::Portrait portrait;
    double edge = 1, beat = 5;  // s
};

std::optional<Panel> panel_of(const Shown& shown, std::size_t arm, std::size_t c, std::string name) {
    const View& view = shown.view;
    const life::State<double>* state = shown.person.at_end_of(arm, c);
    if (state == nullptr) return std::nullopt;
    const life::Scenario& scenario = view.collection.plan.arms[arm].scenario;
    const std::size_t chapter = *view.same_chapter(arm, c);
    const int other = scenario.chapters[chapter].other;
    const auto vantage = life::Vantage<double>::of(*state, scenario, other);
    const auto& parameters = scenario.parameters.person;
    world::Acquaintance<double> acquaintance;
    acquaintance.identity = vantage.identity;
    const auto derived = person::Derived<double>::from(parameters, scenario.longest_lag());
    const auto curve = world::Measures<double>::curve(state->person, parameters, vantage.other, vantage.identity);
    return Panel{std::move(name),
                 view.age_at_end(c),
                 arm,
                 chapter,
                 world::Portrait(state->person, acquaintance, parameters, derived, vantage.other),
                 curve.edge,
                 parameters.encounter.beat};
}

std::string says(const world::Portrait& portrait) {
    std::string out;
    for (const auto& rest : portrait.rests()) {
        if (!rest.settles) continue;
        out += fmt::format("{}settles at closeness {}, arousal {}", out.empty() ? "" : " or ", number(rest.closeness),
                           number(rest.arousal));
    }
    return out.empty() ? "settles nowhere" : out;
}

// The columns of a figure, panel after panel.
struct Columns {
    std::vector<std::string> panel, age, arm, says;
    std::vector<double> wish, edge, alarm;
    std::vector<std::string> flow_of;
    std::vector<double> flow_closeness, flow_arousal, closer, arousing;
    std::vector<std::string> line_of, line;
    std::vector<double> line_closeness, line_arousal;
    std::vector<std::string> rest_of, rest;
    std::vector<double> rest_closeness, rest_arousal;
    std::vector<std::string> course_of;
    std::vector<double> course_time, course_closeness, course_arousal;
    std::vector<std::string> path_of, scene;
    std::vector<double> path_closeness, path_arousal;
};

void add_flow(Columns& to, const Panel& panel, double highest) {
    for (int i = 0; i <= across; ++i) {
        for (int j = 0; j <= up; ++j) {
            const double closeness = static_cast<double>(i) / across, arousal = highest * j / up;
            const auto flow = panel.portrait.flow(closeness, arousal);
            to.flow_of.push_back(panel.name);
            to.flow_closeness.push_back(closeness);
            to.flow_arousal.push_back(arousal);
            to.closer.push_back(60 * flow.closeness);
            to.arousing.push_back(60 * flow.arousal);
        }
    }
}

// A line ends where it jumps: `line` numbers the pieces.
void add_lines(Columns& to, const Panel& panel, double highest) {
    const auto add = [&](std::string_view line, double closeness, double arousal) {
        to.line_of.push_back(panel.name);
        to.line.emplace_back(line);
        to.line_closeness.push_back(closeness);
        to.line_arousal.push_back(arousal);
    };
    for (int i = 0; i <= points_on_a_line; ++i) {
        const double arousal = highest * i / points_on_a_line;
        if (const auto closeness = panel.portrait.still_closeness(arousal)) add("closeness", *closeness, arousal);
    }
    // Where arousal can stand still at several values, each number of them is a stretch of its own.
    std::size_t before = 0;
    int stretch = 0;
    std::vector<std::vector<std::pair<double, double>>> pieces;
    for (int i = 0; i <= points_on_a_line; ++i) {
        const double closeness = static_cast<double>(i) / points_on_a_line;
        const std::vector<double> still = panel.portrait.still_arousals(closeness);
        if (still.size() != before) {
            stretch = static_cast<int>(pieces.size());
            pieces.resize(pieces.size() + still.size());
            before = still.size();
        }
        for (std::size_t k = 0; k < still.size(); ++k) {
            pieces[static_cast<std::size_t>(stretch) + k].emplace_back(closeness, still[k]);
        }
    }
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const std::string line = p == 0 ? "arousal" : fmt::format("arousal {}", p + 1);
        for (const auto& [closeness, arousal] : pieces[p]) add(line, closeness, arousal);
    }
}

void add_course(Columns& to, const Panel& panel) {
    const auto add = [&](double time, double closeness, double arousal) {
        to.course_of.push_back(panel.name);
        to.course_time.push_back(time);
        to.course_closeness.push_back(closeness);
        to.course_arousal.push_back(arousal);
    };
    add(0, world::first_closeness, 0);
    for (const auto& beat : panel.portrait.course()) add((beat.number + 1) * panel.beat, beat.closeness, beat.arousal);
}

// Encounters of that chapter as they were lived: those that the page tells, then others that were recorded beat by beat.
void add_paths(Columns& to, const Panel& panel, const Shown& shown) {
    std::vector<int> added;
    const auto add = [&](int number, const std::vector<engine::BeatRow>& beats) {
        if (added.size() == most_paths || std::find(added.begin(), added.end(), number) != added.end()) return;
        added.push_back(number);
        for (const engine::BeatRow& row : beats) {
            to.path_of.push_back(panel.name);
            to.scene.push_back(fmt::format("encounter {}", number + 1));
            to.path_closeness.push_back(row.now.closeness);
            to.path_arousal.push_back(row.now.arousal);
        }
    };
    const std::size_t lived_in = shown.view.lived_in(panel.arm, panel.chapter);
    const int chapter = static_cast<int>(panel.chapter);
    for (const engine::Scene& scene : shown.told) {
        const bool here = scene.arm == lived_in && scene.place.chapter == chapter && !scene.place.is_session();
        if (here && scene.encounter) add(scene.place.number, scene.encounter->beats);
    }
    std::map<int, std::vector<engine::BeatRow>> recorded;
    for (const engine::BeatRow& row : shown.person.result().arms[lived_in].beats) {
        if (row.chapter == chapter) recorded[row.number].push_back(row);
    }
    for (const auto& [number, beats] : recorded) add(number, beats);
}

// One scale for all: up to what is reached in any of them, and well above the alarm.
double highest_arousal(const std::vector<Panel>& panels) {
    double highest = 0.6;
    for (const Panel& panel : panels) {
        highest = std::max(highest, panel.portrait.alarm() + 0.1);
        for (int i = 0; i <= 10; ++i) {
            for (const double arousal : panel.portrait.still_arousals(0.1 * i)) highest = std::max(highest, arousal);
        }
        for (const auto& beat : panel.portrait.course()) highest = std::max(highest, beat.arousal);
    }
    return std::min(1.0, 0.1 * static_cast<int>(10 * highest + 1));
}

Figure figure_of(const Shown& shown, const std::vector<Panel>& panels, std::string_view id, std::string_view title) {
    const double highest = highest_arousal(panels);
    Columns to;
    for (const Panel& panel : panels) {
        to.panel.push_back(panel.name);
        to.age.push_back(panel.age);
        to.arm.push_back(shown.view.look(panel.arm).key);
        to.says.push_back(says(panel.portrait));
        to.wish.push_back(panel.portrait.wish());
        to.edge.push_back(panel.edge);
        to.alarm.push_back(panel.portrait.alarm());
        add_flow(to, panel, highest);
        add_lines(to, panel, highest);
        for (const auto& rest : panel.portrait.rests()) {
            to.rest_of.push_back(panel.name);
            to.rest.emplace_back(rest.settles ? "settles" : "tips");
            to.rest_closeness.push_back(rest.closeness);
            to.rest_arousal.push_back(rest.arousal);
        }
        add_course(to, panel);
        add_paths(to, panel, shown);
    }
    Figure figure;
    figure.kind = "phase-portrait";
    figure.id = id;
    figure.title = title;
    const std::string of = std::string(id);
    const std::string at = "chapter or arm";
    figure.options.emplace_back("highest", number(highest, 1));
    figure.data.emplace_back("panels",
                             Data(of + "-panels", "Where an encounter comes to rest")
                                 .words("panel", at, to.panel)
                                 .words("age", "age at the chapter's end", to.age)
                                 .words("arm", "letter of the arm", to.arm)
                                 .words("says", "in words", to.says)
                                 .numbers("wish", "1", "wish for closeness at that time", to.wish)
                                 .numbers("edge", "1", "edge, with full openness; 1 when there is none", to.edge)
                                 .numbers("alarm", "1", "arousal at which the alarm is half on", to.alarm));
    figure.data.emplace_back(
        "rests", Data(of + "-rests", "Points at which nothing moves any more")
                     .words("panel", at, to.rest_of)
                     .words("kind", "settles: what is near is drawn to it; tips: it is driven away", to.rest)
                     .numbers("closeness", "1", "closeness", to.rest_closeness)
                     .numbers("arousal", "1", "arousal", to.rest_arousal));
    figure.data.emplace_back("course", Data(of + "-course", "The encounter without noise, beat by beat")
                                           .words("panel", at, to.course_of)
                                           .numbers("time", "s", "time after its start", to.course_time, 1)
                                           .numbers("closeness", "1", "closeness", to.course_closeness)
                                           .numbers("arousal", "1", "arousal", to.course_arousal));
    figure.data.emplace_back("paths", Data(of + "-paths", "Encounters that were recorded beat by beat")
                                          .words("panel", at, to.path_of)
                                          .words("scene", "which encounter", to.scene)
                                          .numbers("closeness", "1", "closeness", to.path_closeness)
                                          .numbers("arousal", "1", "arousal", to.path_arousal));
    figure.data.emplace_back("still",
                             Data(of + "-still", "Where closeness or arousal stands still")
                                 .words("panel", at, to.line_of)
                                 .words("stands still", "which of the two, and which piece of its line", to.line)
                                 .numbers("closeness", "1", "closeness", to.line_closeness)
                                 .numbers("arousal", "1", "arousal", to.line_arousal));
    figure.data.emplace_back("flow", Data(of + "-flow", "Where an encounter is drawn from each point")
                                         .words("panel", at, to.flow_of)
                                         .numbers("closeness", "1", "closeness", to.flow_closeness)
                                         .numbers("arousal", "1", "arousal", to.flow_arousal)
                                         .numbers("closer", "per min", "change of closeness", to.closer)
                                         .numbers("more aroused", "per min", "change of arousal", to.arousing));
    return figure;
}

const Data& set_of(const Figure& figure, std::string_view name) {
    const auto found =
        std::find_if(figure.data.begin(), figure.data.end(), [&](const auto& named) { return named.first == name; });
    ensure(found != figure.data.end(), "the figure has this data set");
    return found->second;
}

// What is only there in some lives.
std::string asides(const Figure& figure) {
    std::string out;
    const std::vector<std::string>& kinds = set_of(figure, "rests").columns()[1].words;
    if (std::find(kinds.begin(), kinds.end(), "tips") != kinds.end()) {
        out += " From a hollow disc an encounter tips away, to one side or the other.";
    }
    if (set_of(figure, "paths").rows() > 0) {
        out +=
            " Thin lines are encounters of that chapter as they were lived, earlier than its end, with noise, one "
            "strategy and the day’s attention and openness.";
    }
    return out;
}

Figure by_chapter(const Shown& shown) {
    const View& view = shown.view;
    std::vector<Panel> panels;
    const std::vector<std::size_t> chapters = view.last_chapters(most_panels);
    for (const std::size_t c : chapters) {
        if (auto one = panel_of(shown, 0, c, view.chapter_title(c))) panels.push_back(std::move(*one));
    }
    Figure figure = figure_of(shown, panels, "portrait-by-chapter",
                              "Closeness against arousal within an encounter of " + shown.person.name() +
                                  ", at the end of each chapter, life as written");
    figure.caption = fmt::format(
        "Simulated, {}, as they are at the end of each chapter. One encounter is a path through this plane: it begins "
        "at the lower left, distant and calm. Arrows show where it is drawn from each point; the thick line is the "
        "encounter without noise, with a dot each minute. On the solid line arousal stands still, on the dashed one "
        "closeness does: "
        "arousal follows within seconds, so that paths first go up or down to the solid line and then along it. The "
        "full disc, where the two lines cross, is where the encounter settles: as near as it gets. Above the dotted "
        "line the alarm is "
        "more than half on. The diamond on the axis is the edge. Strategies are averaged, openness and attention are "
        "those of an average day, and "
        "reflection stands where it tends to.",
        escape(shown.person.name()));
    figure.caption += asides(figure);
    figure.caption += " " + view.with_whom(chapters);
    if (chapters.size() < view.chapters()) {
        figure.caption += fmt::format(" The first {} are left out.",
                                      counted(view.chapters() - chapters.size(), "chapter", "chapters"));
    }
    return figure;
}

Figure by_arm(const Shown& shown) {
    const View& view = shown.view;
    const std::size_t last = view.chapters() - 1;
    std::vector<Panel> panels;
    const std::vector<std::size_t> arms = view.drawn_arms(most_other_arms);
    for (const std::size_t arm : arms) {
        if (auto one = panel_of(shown, arm, last, view.look(arm).name)) panels.push_back(std::move(*one));
    }
    Figure figure = figure_of(shown, panels, "portrait-by-arm",
                              "Closeness against arousal within an encounter of " + shown.person.name() +
                                  ", at the end of the last chapter, by arm");
    figure.caption =
        fmt::format("Simulated. The same person at the end of “{}”, by arm.", escape(view.chapter_name(last))) +
        asides(figure);
    if (view.arms() > arms.size()) {
        figure.caption += fmt::format(" Shown are the {} arms that end farthest from the life as written, of {}.",
                                      arms.size() - 1, view.arms() - 1);
    }
    return figure;
}

}  // namespace

std::string phase_portrait(const View& view, Figures& figures, ShownPerson& person,
                           const std::vector<engine::Scene>& told) {
    if (view.chapters() == 0 || !view.knows_closeness()) return {};
    std::string out;
    if (!person) {
        out = paragraph("No single person was recorded in this run.");
    } else {
        const Shown shown{view, person, told};
        out = figures.add(by_chapter(shown));
        if (view.arms() > 1) out += figures.add(by_arm(shown));
    }
    return section("portrait", "Where an encounter comes to rest", out);
}

}  // namespace nearness::report
