// Figure 5: what was predicted at the recorded moments, over the days of the diary; then how well (comparison.cpp).
#include "nearness/report/axes.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/legend.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>
#include <array>

namespace nearness::report {

namespace {

constexpr std::size_t most_points = 44;

struct Recorded {
    std::string_view name, says;
    double life::RecordedResult<double>::*member;
};
constexpr std::array<Recorded, 2> shown = {{
    {"Expected pain", "predicted before the answer", &life::RecordedResult<double>::predicted},
    {"Protective use", "how far protection acts", &life::RecordedResult<double>::use},
}};

std::size_t diary_chapter(const View& view, std::size_t arm) {
    const auto& chapters = view.collection.chapters(arm);
    const auto found = std::find_if(chapters.begin(), chapters.end(), [](const auto& one) { return one.diary; });
    return static_cast<std::size_t>(found - chapters.begin());
}

// A mean over fewer would be about those few, and jumps where others stop answering.
std::size_t fewest_persons(const View& view) {
    return std::max(std::min<std::size_t>(3, view.lives()), view.lives() / 4);
}

// One value a person and stretch of days, averaged over the persons who recorded something in it.
struct Days {
    double width = 1;
    std::vector<int> persons;
    std::vector<double> mean, low, high;

    Days(const View& view, std::size_t arm, double days, const Recorded& quantity) {
        // Not less than a day where there are several: people answer at other hours.
        for (const double length : {0.25, 1.0, 2.0, 3.5, 7.0, 14.0, 28.0, 61.0, 91.0, 182.0}) {
            width = length;
            if (width < 1 && days > 3) continue;
            if (days / width <= static_cast<double>(most_points)) break;
        }
        const std::size_t bins = std::min<std::size_t>(10 * most_points, static_cast<std::size_t>(days / width) + 1);
        const auto chapter = static_cast<int>(diary_chapter(view, arm));
        std::vector<std::vector<double>> values(bins);
        for (const engine::PersonResult& person : view.collection.persons) {
            std::vector<double> sum(bins, 0.0);
            std::vector<int> count(bins, 0);
            for (const engine::RecordedRow& row : person.arms[arm].recorded) {
                const double value = row.result.*quantity.member;
                if (row.chapter != chapter || !finite(value) || !(row.time >= 0)) continue;
                const std::size_t b = std::min(bins - 1, static_cast<std::size_t>(row.time / width));
                sum[b] += value;
                ++count[b];
            }
            for (std::size_t b = 0; b < bins; ++b) {
                if (count[b] > 0) values[b].push_back(sum[b] / count[b]);
            }
        }
        for (std::vector<double>& here : values) {
            std::sort(here.begin(), here.end());
            double total = 0;
            for (const double value : here) total += value;
            const bool any = !here.empty() && here.size() >= fewest_persons(view);
            persons.push_back(static_cast<int>(here.size()));
            mean.push_back(any ? total / static_cast<double>(here.size()) : life::not_measured);
            low.push_back(any ? engine::quantile(here, 0.1) : life::not_measured);
            high.push_back(any ? engine::quantile(here, 0.9) : life::not_measured);
        }
    }

    bool any() const { return std::any_of(mean.begin(), mean.end(), finite); }
    double middle(std::size_t b) const { return (static_cast<double>(b) + 0.5) * width; }
};

std::vector<Point> points(const Panel& panel, const Days& days, const std::vector<double>& values) {
    std::vector<Point> out;
    for (std::size_t b = 0; b < values.size(); ++b) out.push_back(panel(days.middle(b), values[b]));
    return out;
}

std::string draw(const View& view, const std::vector<std::size_t>& arms, const std::vector<Days>& days, std::size_t q) {
    Drawing drawing(fmt::format("recorded-{}", q), 420, 190, std::string(shown[q].name) + " over the days of the diary",
                    "Mean over persons; the numbers are in the table below.");
    double length = days.front().width;
    for (std::size_t b = 0; b < days.front().mean.size(); ++b) {
        if (finite(days.front().mean[b])) length = static_cast<double>(b + 1) * days.front().width;
    }
    const Panel panel = Panel::at(30, 24, 374, 130, 0, length, 0, 1);
    drawing.text({0, 12}, Anchor::start, "head", shown[q].name);
    drawing.text({text_width(shown[q].name, 12.5) + 6, 12}, Anchor::start, "tick", shown[q].says);
    draw_y_axis(drawing, panel, 3);
    draw_x_axis(drawing, panel, nice_ticks(0, length, 8), "days after a person’s first answer");
    if (view.lives() > 2) {
        drawing.band(points(panel, days.front(), days.front().high), points(panel, days.front(), days.front().low),
                     "band f0");
    }
    std::vector<double> heights;
    for (std::size_t i = arms.size(); i-- > 0;) {
        drawing.path(points(panel, days[i], days[i].mean), i == 0 ? "line main s0" : view.look(arms[i]).line());
    }
    for (const Days& one : days) {
        const auto last = std::find_if(one.mean.rbegin(), one.mean.rend(), finite);
        heights.push_back(panel.y(*last) + 3.5);
    }
    if (arms.size() > 1) {
        spread_out(heights, 10, panel.top + 4, panel.bottom() + 3);
        for (std::size_t i = 0; i < arms.size(); ++i) {
            drawing.text({panel.right() + 4, heights[i]}, Anchor::start, "bold " + view.look(arms[i]).fill(),
                         view.look(arms[i]).key);
        }
    }
    return drawing.finish();
}

std::string table(const View& view, const std::vector<std::size_t>& arms, const std::vector<Days>& days,
                  std::size_t q) {
    std::vector<std::string> columns = {"days", "persons", view.look(arms[0]).key + " mean",
                                        view.look(arms[0]).key + " 10 to 90 %"};
    for (std::size_t i = 1; i < arms.size(); ++i) columns.push_back(view.look(arms[i]).name + ", mean");
    Table table(fmt::format("{}: {}, 0 to 1", shown[q].name, shown[q].says), columns);
    const Days& first = days.front();
    for (std::size_t b = 0; b < first.mean.size(); ++b) {
        if (!finite(first.mean[b])) continue;
        std::vector<std::string> cells = {std::to_string(first.persons[b]), number(first.mean[b]),
                                          number(first.low[b]) + " to " + number(first.high[b])};
        for (std::size_t i = 1; i < arms.size(); ++i) cells.push_back(number(days[i].mean[b]));
        const int digits = first.width < 1 ? 2 : first.width == 3.5 ? 1 : 0;
        table.row(number(static_cast<double>(b) * first.width, digits) + " to " +
                      number(static_cast<double>(b + 1) * first.width, digits),
                  cells);
    }
    return table.html();
}

std::string over_days(const View& view) {
    const std::size_t chapter = diary_chapter(view, 0);
    const double days = view.chapter(chapter).until - view.chapter(chapter).from;
    DrawnFigure figure;
    figure.pictures = "<div class=\"grid broad\">\n";
    for (std::size_t q = 0; q < shown.size(); ++q) {
        std::vector<std::size_t> arms;
        std::vector<Days> each;
        for (const std::size_t arm : view.drawn_arms(most_other_arms)) {
            // An arm that departs later lived the diary as written.
            if (arm > 0 && view.departs(arm) > chapter) continue;
            Days one(view, arm, days, shown[q]);
            if (!one.any()) {
                if (arm == 0) return {};
                continue;
            }
            arms.push_back(arm);
            each.push_back(std::move(one));
        }
        if (q == 0) figure.pictures = legend(view, arms, "diary-") + figure.pictures;
        figure.pictures += draw(view, arms, each, q);
        figure.numbers += table(view, arms, each, q);
        if (q > 0) continue;
        figure.caption = fmt::format(
            "<strong>Figure 5.</strong> What the model predicted at the recorded moments, from the recorded cues and "
            "from what was learned before. Means over those of {} who answered on those days, where at least {} did{}.",
            counted(view.lives(), "person", "persons"), fewest_persons(view),
            view.lives() > 2 ? "; the band holds the middle 80 % of them as written (A)" : "");
    }
    figure.pictures += "</div>\n";
    return html_of(figure);
}

}  // namespace

std::string diary(const View& view, const Options& options) {
    const std::size_t chapter = diary_chapter(view, 0);
    if (chapter == view.chapters()) return {};
    std::string out = paragraph(
        "“" + view.chapter_name(chapter) +
        "” is driven by recorded diaries: the cues are those people recorded, closeness is not simulated, and nothing "
        "was fitted. The prediction for each moment was made before its answer was learned.");
    if (view.lives() > 0) out += over_days(view);
    return section("diary", "Recorded diaries", out + comparison(view, options));
}

}  // namespace nearness::report
