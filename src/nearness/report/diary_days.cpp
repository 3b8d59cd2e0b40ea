// Expected pain and protective use over the days of the diary, beside what was recorded: means over persons.
#include "nearness/report/diary.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_points = 44;

// Stretches of days; not less than a day where there are several, since people answer at other hours.
struct Stretches {
    double width = 1;
    std::size_t count = 1;

    explicit Stretches(double days) {
        for (const double length : {0.25, 1.0, 2.0, 3.5, 7.0, 14.0, 28.0, 61.0, 91.0, 182.0}) {
            width = length;
            if (width < 1 && days > 3) continue;
            if (days / width <= static_cast<double>(most_points)) break;
        }
        count = std::min<std::size_t>(10 * most_points, static_cast<std::size_t>(days / width) + 1);
    }
    std::size_t of(double day) const { return std::min(count - 1, static_cast<std::size_t>(day / width)); }
};

std::string in_words(double days) {
    if (days < 1) return "six hours";
    return days == 1 ? "a day" : number(days, days == 3.5 ? 1 : 0) + " days";
}

struct Columns {
    std::vector<std::string> quantity, line;
    std::vector<double> from, until, persons, mean, low, high;
};

// One value a person and stretch, then over the persons who have one.
template <class Value>
void add(Columns& out, const Moments& moments, const Stretches& stretches, std::string_view quantity,
         const std::string& line, std::size_t arm, const Value& value) {
    std::vector<std::vector<double>> values(stretches.count);
    for (std::size_t p = 0; p < moments.view.collection.persons.size(); ++p) {
        std::vector<double> sum(stretches.count, 0.0);
        std::vector<int> count(stretches.count, 0);
        for (const engine::RecordedRow* row : moments.of(arm, p)) {
            const double here = value(p, *row);
            if (!finite(here)) continue;
            sum[stretches.of(row->time)] += here;
            ++count[stretches.of(row->time)];
        }
        for (std::size_t b = 0; b < stretches.count; ++b) {
            if (count[b] > 0) values[b].push_back(sum[b] / count[b]);
        }
    }
    for (std::size_t b = 0; b < stretches.count; ++b) {
        std::vector<double>& here = values[b];
        if (here.empty() || here.size() < moments.fewest_persons()) continue;
        std::sort(here.begin(), here.end());
        out.quantity.emplace_back(quantity);
        out.line.push_back(line);
        out.from.push_back(static_cast<double>(b) * stretches.width);
        out.until.push_back(static_cast<double>(b + 1) * stretches.width);
        out.persons.push_back(static_cast<double>(here.size()));
        out.mean.push_back(engine::spread(here).mean);
        out.low.push_back(engine::quantile(here, 0.1));
        out.high.push_back(engine::quantile(here, 0.9));
    }
}

}  // namespace

std::string over_days(const Moments& moments, Figures& figures) {
    const View& view = moments.view;
    const Stretches stretches(moments.days());
    Columns columns;
    Figure figure;
    std::string recorded;
    for (const Forecasted& quantity : forecasted) {
        for (const std::size_t arm : moments.arms(most_other_arms)) {
            add(columns, moments, stretches, quantity.name, view.look(arm).name, arm,
                [&](std::size_t, const engine::RecordedRow& row) { return row.result.*quantity.member; });
        }
        add(columns, moments, stretches, quantity.name, "recorded", 0,
            [&](std::size_t person, const engine::RecordedRow& row) { return moments.answer(quantity, person, row); });
        const std::string question = moments.question(quantity);
        if (question.empty()) continue;
        recorded +=
            fmt::format("{}beside {} answers to “{}”", recorded.empty() ? "" : ", ",
                        quantity.role == observe::Role::outcome ? "expected pain" : "protective use", escape(question));
    }
    if (columns.line.empty()) return {};
    figure.kind = "diary-days";
    figure.title = "Expected pain and protective use over the days of the diary, beside what was recorded";
    const int digits = stretches.width < 1 ? 2 : stretches.width == 3.5 ? 1 : 0;
    figure.data.emplace_back("days", Data("diary-days", "Means over persons, by days after a person’s first answer")
                                         .words("quantity", "what is predicted, and its answers", columns.quantity)
                                         .words("line", "arm, or what was recorded", columns.line)
                                         .numbers("from", "days", "begin of the stretch", columns.from, digits)
                                         .numbers("until", "days", "end of the stretch", columns.until, digits)
                                         .numbers("persons", "1", "persons with a moment in it", columns.persons, 0)
                                         .numbers("mean", "1", "mean over persons", columns.mean)
                                         .numbers("low", "1", "10th percentile of persons", columns.low)
                                         .numbers("high", "1", "90th percentile of persons", columns.high));
    figure.caption = fmt::format(
        "Simulated. What the model predicted at the recorded moments, from the recorded cues and from what was learned "
        "before. "
        "Each point averages {} and those of {} who answered then, where at least {} did{}. {}",
        in_words(stretches.width), counted(view.lives(), "person", "persons"), moments.fewest_persons(),
        view.lives() > 2 ? "; the band holds the middle 80 % of them as written (A)" : "",
        recorded.empty() ? "" : "The dotted line is what was recorded: " + recorded + ". Nothing was fitted to it.");
    return figures.add(figure);
}

}  // namespace nearness::report
