// What the model predicted beside plain statistics, target by target: how it goes with what was recorded, and how well
// moments are predicted that were held out. Statements about a model and these records, never about a person.
#include "nearness/report/axes.hpp"
#include "nearness/report/comparison_words.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

using infer::Predictor;
using infer::Share;
using infer::TargetComparison;

constexpr double width = 420;
constexpr double row_height = 27;
constexpr double top = 22;
constexpr double side = 18;  // half of the widest tick label

constexpr Predictor plain[] = {Predictor::autoregression, Predictor::autoregression_and_cues};
constexpr Predictor of_model[] = {Predictor::threat, Predictor::protection, Predictor::threat_and_autoregression,
                                  Predictor::protection_and_autoregression};

// A line of the figure and of the table.
struct Row {
    const TargetComparison* result;
    Predictor predictor;
    const Look* look;  // null for plain statistics
};

const Look* look_of(const View& view, const std::string& arm) {
    for (std::size_t a = 0; a < view.arms(); ++a) {
        if (view.collection.plan.arms[a].id == arm) return &view.look(a);
    }
    return nullptr;
}

std::string interval_of(const infer::Interval& r) {
    if (!finite(r.value)) return nothing;
    if (!finite(r.low) || !finite(r.high)) return signed_number(r.value);
    return fmt::format("{} ({} to {})", signed_number(r.value), signed_number(r.low), signed_number(r.high));
}

std::string with_error(const infer::Estimate& one) {
    if (one.n == 0 || !finite(one.value)) return nothing;
    return signed_number(one.value, 3) + (finite(one.error) ? " ±" + number(one.error, 3) : "");
}

// --- the figure ------------------------------------------------------------------------------------------------------

double whisker(const infer::Estimate& one) { return finite(one.error) ? 2 * one.error : 0; }

std::string draw(const std::vector<Row>& rows, Share share, std::string_view id) {
    double low = 0;
    double high = 0;
    for (const Row& row : rows) {
        const infer::Estimate& gain = row.result->find(row.predictor, share).beyond_mean;
        if (!finite(gain.value)) continue;
        low = std::min(low, gain.value - whisker(gain));
        high = std::max(high, gain.value + whisker(gain));
    }
    const double least = std::max(0.01, 0.08 * (high - low));  // zero must not be the edge of the panel
    low = std::min(low, -least);
    high = std::max(high, least);
    const double bottom = top + row_height * static_cast<double>(rows.size());
    const std::string heading = share == Share::own ? "Slopes of each person’s own" : "Slopes that all persons share";
    Drawing drawing(id, width, bottom + 34, heading + ": log score minus that of the person’s mean",
                    "Mean paired difference with two standard errors to either side; right of zero predicts better "
                    "than the person’s mean. The numbers are in the table below.");
    const Panel panel = Panel::at(side, top, width - 2 * side, bottom - top, low, high, 0, 1);
    drawing.text({4, 12}, Anchor::start, "head", heading);
    const Ticks ticks = nice_ticks(low, high, 7);
    for (const double value : ticks.at) drawing.line({panel.x(value), top}, {panel.x(value), bottom}, "rule");
    drawing.line({panel.x(0), top}, {panel.x(0), bottom}, "axis");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const double above = top + row_height * static_cast<double>(i);
        const double y = above + 19;
        const infer::Estimate& gain = row.result->find(row.predictor, share).beyond_mean;
        const std::string value = finite(gain.value) ? signed_number(gain.value, 3) : "not measured";
        const std::string key = row.look != nullptr ? row.look->key + "  " : "";
        drawing.line({4, above}, {width - 4, above}, "rule");
        drawing.text({4, above + 11}, Anchor::start, "halo", key + name_of(row.predictor));
        drawing.text({width - 4, above + 11}, Anchor::end, "tick halo", value);
        if (!finite(gain.value)) continue;
        drawing.line({panel.x(gain.value - whisker(gain)), y}, {panel.x(gain.value + whisker(gain)), y},
                     "interval " + (row.look != nullptr ? row.look->stroke() : "plain"));
        drawing.mark(row.look != nullptr ? row.look->marker : Shape::disc, {panel.x(gain.value), y}, 4.2,
                     row.look != nullptr ? "outline " + row.look->fill() : "hollow");
    }
    draw_x_axis(drawing, panel, ticks, "log score a moment, minus that of the person’s mean");
    return drawing.finish();
}

// --- the table -------------------------------------------------------------------------------------------------------

const infer::Correlation* correlation_of(const Row& row) {
    const auto& associations = row.result->associations;
    if (row.predictor == Predictor::threat) return &associations[0].correlation;
    if (row.predictor == Predictor::protection) return &associations[1].correlation;
    if (row.predictor == Predictor::autoregression) return &associations[2].correlation;
    return nullptr;
}

void add_row(Table& table, const Row& row) {
    const infer::Correlation* r = correlation_of(row);
    const infer::Score& own = row.result->find(row.predictor, Share::own);
    const infer::Score& shared = row.result->find(row.predictor, Share::shared);
    const bool itself = row.predictor == Predictor::autoregression;
    table.row(name_of(row.predictor),
              {r != nullptr ? interval_of(r->pooled) : nothing, r != nullptr ? interval_of(r->onward) : nothing,
               with_error(own.beyond_mean), itself ? nothing : with_error(own.beyond_autoregression),
               with_error(shared.beyond_mean), itself ? nothing : with_error(shared.beyond_autoregression)});
}

std::string table(const View& view, const infer::Comparison& comparison, const std::vector<Row>& rows) {
    const TargetComparison& first = *rows.front().result;
    Table table(title_of(first.target) +
                    ": r within persons with its 95 % interval, and held-out log score a moment, "
                    "±one standard error",
                {"predictor", "r", "onward r", "own slopes: minus person’s mean", "minus AR(1)",
                 "shared slopes: minus person’s mean", "minus AR(1)"});
    table.group("Plain statistics");
    for (std::size_t i = 3; i < first.associations.size(); ++i) {
        const infer::Association& cue = first.associations[i];
        table.row("cue: " + cue.with, {interval_of(cue.correlation.pooled), interval_of(cue.correlation.onward),
                                       nothing, nothing, nothing, nothing});
    }
    const TargetComparison* open = nullptr;
    for (const Row& row : rows) {
        if (row.look != nullptr && row.result != open) {
            open = row.result;
            table.group("The model, " + look_of(view, comparison.arms[open->arm])->name);
        }
        add_row(table, row);
    }
    return table.html();
}

// --- one target ------------------------------------------------------------------------------------------------------

std::string target_block(const View& view, const Options& options, const std::vector<const TargetComparison*>& block,
                         std::size_t number_of_target) {
    const TargetComparison& first = *block.front();
    std::string out = "<h4>" + escape(title_of(first.target)) + "</h4>\n" + paragraph(who_is_compared(first));
    if (first.persons == 0) return out + paragraph("Nobody has enough of it to compare.");
    std::vector<Row> rows;
    for (const Predictor predictor : plain) rows.push_back({&first, predictor, nullptr});
    for (const TargetComparison* result : block) {
        const Look* look = look_of(view, options.comparison->arms[result->arm]);
        if (look == nullptr) continue;
        for (const Predictor predictor : of_model) rows.push_back({result, predictor, look});
    }
    out += "<ul>\n";
    for (const std::string& sentence : in_words(*options.diary, *options.comparison, block)) {
        out += "<li dir=\"auto\">" + escape(sentence) + "</li>\n";
    }
    out += "</ul>\n";
    DrawnFigure figure;
    figure.pictures = "<div class=\"grid broad\">\n" +
                      draw(rows, Share::own, fmt::format("gain-{}-own", number_of_target)) +
                      draw(rows, Share::shared, fmt::format("gain-{}-shared", number_of_target)) + "</div>\n";
    figure.caption = fmt::format(
        "<strong>Figure {}.</strong> {}{}. How much better (right of zero) or worse held-out moments are predicted "
        "than by each person’s own mean: mean over persons, the line reaching two standard errors to either side. "
        "Hollow: plain statistics, without a theory. Letters are arms.",
        number_of_target + 6, options.diary->negative_control ? "Negative control. " : "",
        escape(title_of(first.target)));
    return out + html_of(figure) + table(view, *options.comparison, rows);
}

}  // namespace

std::string comparison(const View& view, const Options& options) {
    if (options.diary == nullptr || options.comparison == nullptr) {
        return paragraph("How the predictions compare with plain statistics was not worked out for this page.");
    }
    const infer::Comparison& compared = *options.comparison;
    const observe::Diary& diary = *options.diary;
    std::string out = "<h3>Compared with plain statistics</h3>\n";
    if (diary.negative_control) {
        out +=
            "<p class=\"card help\"><strong>Negative control.</strong> These records are simulated, or otherwise "
            "known to be without memory: nothing should be found here that the cues of the moment do not say.</p>\n";
    }
    out += paragraph(
        fmt::format("{}: {}, {} moments{}. Nothing of the theory was fitted. The model may lose, possibly in sign; "
                    "what is shown is "
                    "what came out.{}",
                    diary.title.empty() ? "The diary" : diary.title, counted(compared.persons, "person", "persons"),
                    diary.moments(),
                    compared.persons < diary.persons.size() ? fmt::format(" of {} persons", diary.persons.size()) : "",
                    diary.note.empty() ? "" : " " + diary.note));
    if (!diary.source.empty()) out += fmt::format("<p class=\"small\" dir=\"auto\">{}</p>\n", escape(diary.source));
    if (compared.arms.empty() || compared.results.empty()) {
        return out + paragraph("Nothing in this diary can be compared.");
    }
    std::size_t number_of_target = 0;
    for (std::size_t i = 0; i + compared.arms.size() <= compared.results.size(); i += compared.arms.size()) {
        std::vector<const TargetComparison*> block;
        for (std::size_t a = 0; a < compared.arms.size(); ++a) block.push_back(&compared.results[i + a]);
        out += target_block(view, options, block, number_of_target++);
    }
    return out + how_to_read();
}

}  // namespace nearness::report
