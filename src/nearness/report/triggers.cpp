// What sets off the alarm: predicted pain with one cue at a time, at the end of chapters and by arm.
#include "nearness/report/cue_words.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 9;
constexpr std::size_t signals = memory::EncounterCues::signals;

// The trigger profile at the end of one chapter, over all lives.
struct Profile {
    std::string name, age;
    std::size_t arm = 0;
    double threshold = 0.35;
    std::array<engine::Range, signals> predicted;
};

Profile profile(const View& view, std::size_t arm, std::size_t c, std::string name) {
    Profile out;
    out.name = std::move(name);
    out.age = view.age_at_end(c);
    out.arm = arm;
    out.threshold = view.collection.plan.arms[arm].scenario.parameters.person.body.threshold;
    for (std::size_t d = 0; d < signals; ++d) {
        const auto column = engine::column_where([&](life::Summary& of) -> double& { return of.trigger[d]; });
        out.predicted[d] = engine::range(view.values(arm, c, column));
    }
    return out;
}

// Which cues, each alone, ring the alarm on average.
std::string says(const Profile& profile) {
    std::string out;
    int measured = 0;
    for (std::size_t d = 0; d < signals; ++d) {
        measured += profile.predicted[d].n;
        if (!(profile.predicted[d].mean > profile.threshold)) continue;
        out += (out.empty() ? "" : ", ") + std::string(cue_words[d]);
    }
    if (measured == 0) return "not measured";
    return out.empty() ? "none alone reaches the threshold" : "above the threshold alone: " + out;
}

Figure figure_of(const View& view, const std::vector<Profile>& all, std::string_view id, std::string_view title) {
    std::vector<std::string> panels, ages, arms, texts, panel, cue;
    std::vector<double> threshold, mean, low, high;
    for (const Profile& one : all) {
        panels.push_back(one.name);
        ages.push_back(one.age);
        arms.push_back(view.look(one.arm).key);
        texts.push_back(says(one));
        threshold.push_back(one.threshold);
        for (std::size_t d = 0; d < signals; ++d) {
            panel.push_back(one.name);
            cue.emplace_back(cue_words[d]);
            mean.push_back(one.predicted[d].mean);
            low.push_back(one.predicted[d].low);
            high.push_back(one.predicted[d].high);
        }
    }
    Figure figure;
    figure.kind = "triggers";
    figure.id = id;
    figure.title = title;
    const std::string of = std::string(id);
    figure.data.emplace_back("panels",
                             Data(of + "-threshold", "Which cues alone set off the alarm, on average over lives")
                                 .words("panel", "chapter or arm", panels)
                                 .words("age", "age at the chapter's end", ages)
                                 .words("arm", "letter of the arm", arms)
                                 .words("says", "in words", texts)
                                 .numbers("threshold", "1", "predicted pain at which the alarm rings", threshold));
    figure.data.emplace_back("profile",
                             Data(of + "-profile", "Predicted pain with one cue at full strength, over lives")
                                 .words("panel", "chapter or arm", panel)
                                 .words("cue", "the one cue that is there", cue)
                                 .numbers("mean", "1", "mean predicted pain", mean)
                                 .numbers("low", "1", "10th percentile", low)
                                 .numbers("high", "1", "90th percentile", high));
    return figure;
}

std::string over(const View& view) {
    return view.typical()      ? "of the typical path"
           : view.lives() == 1 ? "of the one life"
           : view.lives() > 2  ? fmt::format("mean over {} lives, the bar is their middle 80 %", view.lives())
                               : fmt::format("mean over {} lives", view.lives());
}

Figure by_chapter(const View& view) {
    const std::vector<std::size_t> shown = view.last_chapters(most_panels);
    std::vector<Profile> all;
    for (const std::size_t c : shown) all.push_back(profile(view, 0, c, view.chapter_title(c)));
    Figure figure = figure_of(view, all, "triggers-by-chapter",
                              "Trigger profile: predicted pain with one cue at a time, at the end of each chapter");
    figure.caption = fmt::format(
        "Simulated. What would hurt by itself? Each dot is the pain predicted when only this one cue is there, at full "
        "strength, and the others are not: {}. Right of the dashed threshold θ that cue alone rings the alarm. {} It "
        "is "
        "a probe: in an encounter cues come together, so that no cue here says what an encounter brings. {}",
        over(view), signals_explained, view.with_whom(shown));
    if (shown.size() < view.chapters()) {
        figure.caption +=
            fmt::format(" The first {} are left out.", counted(view.chapters() - shown.size(), "chapter", "chapters"));
    }
    return figure;
}

Figure by_arm(const View& view) {
    const std::size_t last = view.chapters() - 1;
    const std::vector<std::size_t> shown = view.drawn_arms(most_other_arms);
    std::vector<Profile> all;
    for (const std::size_t arm : shown) all.push_back(profile(view, arm, last, view.look(arm).name));
    Figure figure = figure_of(view, all, "triggers-by-arm",
                              "Trigger profile at the end of the last chapter, arms beside each other");
    figure.options.emplace_back("layout", "arms");
    std::string letters;
    for (const std::size_t arm : shown) letters += (letters.empty() ? "" : ", ") + escape(view.look(arm).name);
    figure.caption =
        fmt::format("Simulated. The same at the end of “{}”, cue by cue: which of them still alarms in which arm. {}.",
                    escape(view.chapter_name(last)), letters);
    if (view.arms() > shown.size()) {
        figure.caption += fmt::format(" Shown are the {} arms that end farthest from the life as written, of {}.",
                                      shown.size() - 1, view.arms() - 1);
    }
    return figure;
}

}  // namespace

std::string triggers(const View& view, Figures& figures) {
    if (view.chapters() == 0 || view.lives() == 0 || !view.knows_closeness()) return {};
    std::string out = figures.add(by_chapter(view));
    if (view.arms() > 1) out += figures.add(by_arm(view));
    return section("triggers", "What sets off the alarm", out);
}

}  // namespace nearness::report
