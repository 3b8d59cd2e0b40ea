// Which protector is on duty over the years, and in the arms beside each other.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/timeline.hpp"

#include <algorithm>
#include <numeric>

namespace nearness::report {

namespace {

constexpr double encounters_a_step = 200;  // a share of one in five is then known to about 0.03

template <std::size_t strategy>
double on_duty(const engine::MomentRow& row) {
    return static_cast<std::size_t>(row.meeting.strategy) == strategy ? 1.0 : 0.0;
}
constexpr std::array<Reading, protection::strategies> readings = {on_duty<0>, on_duty<1>, on_duty<2>, on_duty<3>,
                                                                  on_duty<4>};

using Shares = protection::PerStrategy<double>;

// Share of a chapter's encounters, or of all of them, that each strategy was on duty for: mean over recorded lives.
// Zeros without encounters.
Shares shares(const View& view, std::size_t arm, std::optional<std::size_t> chapter) {
    Shares sum{};
    double lives = 0;
    for (const engine::PersonResult* person : view.recorded()) {
        Shares counts{};
        double all = 0;
        for (const engine::MomentRow& row : person->arms[arm].moments) {
            if (chapter && static_cast<std::size_t>(row.chapter) != *chapter) continue;
            ++counts[static_cast<std::size_t>(row.meeting.strategy)];
            ++all;
        }
        if (all == 0) continue;
        ++lives;
        for (std::size_t s = 0; s < counts.size(); ++s) sum[s] += counts[s] / all;
    }
    for (double& one : sum) one = lives > 0 ? one / lives : 0.0;
    return sum;
}

// Most often on duty first: the order in which they are stacked.
std::vector<std::size_t> ordered(const View& view) {
    const Shares all = shares(view, 0, std::nullopt);
    std::vector<std::size_t> out(all.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return all[a] > all[b]; });
    return out;
}

std::string name(std::size_t strategy) { return std::string(protection::strategy_names[strategy]); }

// The last chapter of the life as written that has encounters.
std::size_t compared_chapter(const View& view) {
    std::size_t out = 0;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        if (view.chapter(c).encounters() > 0) out = c;
    }
    return out;
}

// The life as written, and every other arm that lives the compared chapter in its own way.
Data by_arm(const View& view, const std::vector<std::size_t>& order) {
    const std::size_t c = compared_chapter(view);
    std::vector<std::string> arms;
    std::vector<std::vector<double>> columns(order.size());
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        if (arm > 0 && view.lived_in(arm, c) == 0) continue;
        const auto same = view.same_chapter(arm, c);
        if (!same) continue;
        const Shares here = shares(view, arm, *same);
        if (std::accumulate(here.begin(), here.end(), 0.0) == 0) continue;
        arms.push_back(view.look(arm).name);
        for (std::size_t i = 0; i < order.size(); ++i) columns[i].push_back(here[order[i]]);
    }
    Data data(
        "strategies-arms",
        fmt::format(
            "Share of the encounters of “{}” for which each strategy was on duty, by arm: mean over recorded lives",
            view.chapter_name(c)));
    data.words("arm", "arm", arms);
    for (std::size_t i = 0; i < order.size(); ++i) {
        data.numbers(name(order[i]), "1", "share of encounters", columns[i]);
    }
    return data;
}

std::string caption(const Timeline& timeline, const Data& arms) {
    const View& view = timeline.view;
    std::string out = fmt::format(
        "Simulated. Which of the five protectors is on duty: the share of encounters, most frequent at the bottom; {}. "
        "At birth all five are equally likely. Afterwards the model favours whatever has kept pain away, cost little "
        "and let some closeness be felt, so that the repertoire tells what the people of this life rewarded. "
        "Withdrawing leaves, which a child can do only as far as there is a way out; irritability pushes away and "
        "hurts the other; flaw finding cools the wish to come near; holding back hides what could be seen; flatness "
        "stays, and dulls what arrives. To be on duty is not yet to act: how far it acts is protective use in <a "
        "href=\"#figure-life\">the figure above</a>. Each step holds {}; one encounter has one protector, so small "
        "steps up and down are chance.",
        over_whom(view), averaged(timeline));
    if (arms.rows() > 1) {
        out += fmt::format(
            " Below, the arms in “{}”: nothing that is done chooses who is on duty; it follows from how encounters "
            "turn out.",
            escape(view.chapter_name(compared_chapter(view))));
    }
    return out;
}

}  // namespace

std::string strategies_figure(const Timeline& timeline, Figures& figures) {
    if (timeline.view.typical()) {
        return paragraph(
            "On the typical path all five protectors act at once, each by its odds: there is none on duty to show. A "
            "run of drawn lives shows them.");
    }
    Timeline coarse = timeline;
    for (Stretch& stretch : coarse.stretches) stretch = coarser(timeline.view, stretch, encounters_a_step);
    const std::vector<std::size_t> order = ordered(timeline.view);
    std::vector<Line> lines;
    for (const std::size_t s : order) lines.push_back({name(s), "share of encounters on duty", readings[s]});
    Data over_time = points(
        coarse, {0},
        Data("strategies-points",
             "Share of encounters for which each strategy is on duty, life as written: mean over recorded lives"),
        lines, Spreads::none);
    Data arms = by_arm(timeline.view, order);
    Figure figure;
    figure.kind = "strategies";
    figure.title = "Which protector is on duty over the years";
    figure.caption = caption(coarse, arms);
    figure.options.emplace_back("chapter", timeline.view.chapter_name(compared_chapter(timeline.view)));
    // The number in the theory gives each its look, whatever the order.
    for (const std::size_t s : order) figure.options.emplace_back(name(s), std::to_string(s));
    figure.data.emplace_back("points", std::move(over_time));
    if (arms.rows() > 1) figure.data.emplace_back("arms", std::move(arms));
    return figures.add(figure);
}

}  // namespace nearness::report
