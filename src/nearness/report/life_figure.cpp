// The life as a timeline: edge, protective use and felt closeness, with what happens and what is done.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/happenings.hpp"
#include "nearness/report/timeline.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

std::string whom(const View& view, const life::Chapter& chapter) {
    static constexpr std::string_view kinds[] = {"a caregiver", "a partner", "a therapist"};
    static_assert(std::size(kinds) == std::variant_size_v<world::Kind>);
    if (chapter.other < 0) return "nobody";
    const auto& others = view.collection.plan.arms[0].scenario.others;
    return std::string(kinds[others[static_cast<std::size_t>(chapter.other)].other.kind.index()]);
}

Data chapters(const View& view) {
    std::vector<double> count, from, until, encounters;
    std::vector<std::string> names, others;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        const life::Chapter& chapter = view.chapter(c);
        count.push_back(static_cast<double>(c + 1));
        names.push_back(view.chapter_name(c));
        others.push_back(whom(view, chapter));
        from.push_back(chapter.from / days_per_year);
        until.push_back(chapter.until / days_per_year);
        encounters.push_back(chapter.encounters());
    }
    return Data("life-chapters", "Chapters of the life as written")
        .numbers("number", "1", "number", count, 0)
        .words("chapter", "its name", names)
        .words("with", "whom it brings", others)
        .numbers("from", "years", "age at its start", from, 3)
        .numbers("until", "years", "age at its end", until, 3)
        .numbers("encounters", "1", "encounters planned", encounters, 0);
}

Data axes(const Timeline& timeline) {
    std::vector<double> from, until;
    std::vector<std::string> units, bins;
    for (const Stretch& stretch : timeline.stretches) {
        from.push_back(stretch.low);
        until.push_back(stretch.high);
        units.emplace_back(stretch.in_months ? "months" : "years");
        bins.push_back(bin_length(stretch.bin_days));
    }
    return Data("life-axes", "Axes of the figures over time")
        .numbers("from", "years", "age at its left end", from, 3)
        .numbers("until", "years", "age at its right end", until, 3)
        .words("in", "unit of its marks", units)
        .words("a point averages", "how long a point averages", bins);
}

// What a stranger would meet at the end of chapters without encounters.
Data quiet_edges(const View& view) {
    std::vector<double> chapter, age, edge;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        const engine::Spread spread = view.spread(0, c, &life::Summary::edge);
        if (!view.quiet(c) || spread.n == 0) continue;
        chapter.push_back(static_cast<double>(c + 1));
        age.push_back(view.chapter(c).until / days_per_year);
        edge.push_back(spread.mean);
    }
    return Data("life-quiet", "Edge with a stranger at the end of chapters without encounters: mean over all lives")
        .numbers("chapter", "1", "chapter, counted from 1", chapter, 0)
        .numbers("age", "years", "age", age, 3)
        .numbers("edge", "1", "edge with a stranger", edge);
}

Data single_lives(const Timeline& timeline) {
    const std::vector<Quantity>& quantities = shown_quantities();
    std::vector<std::string> life;
    std::vector<double> from, until, chapter;
    std::vector<std::vector<double>> values(quantities.size());
    std::vector<std::vector<Series>> parts;  // by stretch, then quantity
    for (const Stretch& stretch : timeline.stretches) {
        std::vector<Series>& part = parts.emplace_back();
        for (const Quantity& quantity : quantities) part.push_back(series(timeline.view, 0, 0, stretch, quantity.of));
    }
    for (std::size_t i = 0; i < timeline.view.recorded().size() && timeline.single_lives(); ++i) {
        for (const std::vector<Series>& part : parts) {
            for (std::size_t b = 0; b < part.front().bins.size(); ++b) {
                if (part.front().lives[b] == 0) continue;
                life.push_back(fmt::format("life {}", timeline.view.recorded()[i]->person + 1));
                from.push_back(part.front().bins[b].from);
                until.push_back(part.front().bins[b].until);
                chapter.push_back(static_cast<double>(part.front().bins[b].chapter + 1));
                for (std::size_t q = 0; q < values.size(); ++q) values[q].push_back(part[q].each[i][b]);
            }
        }
    }
    Data data("life-single", "Single recorded lives as written");
    data.words("life", "person", life)
        .numbers("from", "years", "age at which the averaged time begins", from, 3)
        .numbers("until", "years", "age at which it ends", until, 3)
        .numbers("chapter", "1", "chapter, counted from 1", chapter, 0);
    for (std::size_t q = 0; q < values.size(); ++q) {
        data.numbers(quantities[q].name, "1", quantities[q].says, values[q], 2);
    }
    return data;
}

std::string names(const View& view, const std::vector<std::size_t>& arms) {
    std::string out;
    for (const std::size_t arm : arms) out += (out.empty() ? "" : ", ") + escape(view.look(arm).name);
    return out;
}

std::string left_out(const Timeline& timeline) {
    const View& view = timeline.view;
    std::vector<std::size_t> arms;
    for (std::size_t a = 1; a < view.arms(); ++a) {
        const auto in = [&](const std::vector<std::size_t>& these) {
            return std::find(these.begin(), these.end(), a) != these.end();
        };
        if (!in(timeline.arms) && !in(timeline.lineless)) arms.push_back(a);
    }
    std::string out;
    if (!arms.empty()) {
        out += fmt::format(
            " Drawn are the {} arms that end farthest from A over the three panels; left out here, and shown in <a "
            "href=\"#arms\">the arms beside each other</a>: {}.",
            most_other_arms, names(view, arms));
    }
    if (!timeline.lineless.empty()) {
        out += fmt::format(" Without encounters, and so without a line: {}.", names(view, timeline.lineless));
    }
    return out;
}

std::string caption(const Timeline& timeline) {
    const View& view = timeline.view;
    std::string out = fmt::format(
        "Simulated. <strong>Edge</strong>: the closeness at which the alarm starts; at 1 it never does. "
        "<strong>Protective use</strong>: how far the protector on duty acts once the alarm rings. <strong>Felt "
        "closeness</strong>: how much of the closeness arrives. In the model, safety that is met behind protection is "
        "credited to the protection: where use stays high, little is felt, little is learned, and the edge stays "
        "although nothing bad may happen any more; where use falls, closeness is felt, and the edge can follow. Lines "
        "show {}",
        over_whom(view));
    if (timeline.bands()) {
        out += fmt::format("; the band holds the middle 80 % of {}",
                           timeline.arms.size() > 1 ? "the life as written, A" : "them");
    }
    if (timeline.single_lives()) out += "; thin grey lines are single lives";
    out += ". Each point averages " + averaged(timeline);
    out +=
        " and belongs to one chapter. The edge is measured with whoever the chapter brings, so it can jump between "
        "chapters";
    if (quiet_edges(view).rows() > 0) {
        out += "; where a chapter has no encounters, a diamond marks what a stranger would meet at its end";
    }
    out += timeline.arms.size() > 1 ? ". Other arms are drawn from where they depart." : ".";
    if (sessions(view, timeline.arms).rows() > 0) out += " Below, each mark is a session.";
    if (any_goal(view, timeline.arms)) {
        out +=
            " Paler marks were held by fewer lives: a plan ends when its goal is reached, in half of the lives by the "
            "upright stroke.";
    }
    out += left_out(timeline);
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        if (!view.chapter(c).diary) continue;
        out +=
            " The chapter of recorded answers lasts days: it is left out here and drawn <a href=\"#diary\">on its "
            "own</a>.";
    }
    return out;
}

}  // namespace

std::string life_figure(const Timeline& timeline, Figures& figures) {
    std::vector<Line> lines;
    for (const Quantity& quantity : shown_quantities()) {
        lines.push_back({std::string(quantity.name), std::string(quantity.says), quantity.of});
    }
    Figure figure;
    figure.kind = "life";
    figure.title = "Edge, protective use and felt closeness over a life";
    figure.caption = caption(timeline);
    figure.data.emplace_back("chapters", chapters(timeline.view));
    figure.data.emplace_back("axes", axes(timeline));
    figure.data.emplace_back(
        "points", points(timeline, timeline.arms,
                         Data("life-points",
                              "Edge, protective use and felt closeness: mean and middle 80 % of the recorded lives"),
                         lines, Spreads::middle));
    figure.data.emplace_back("lives", single_lives(timeline));
    figure.data.emplace_back("quiet", quiet_edges(timeline.view));
    figure.data.emplace_back("events", events(timeline.view));
    figure.data.emplace_back("plans", plans(timeline.view));
    figure.data.emplace_back("sessions", sessions(timeline.view, timeline.arms));
    return figures.add(figure);
}

}  // namespace nearness::report
