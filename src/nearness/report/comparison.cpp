// What the model predicted beside plain statistics, target by target: how it goes with what was recorded, and how well
// moments are predicted that were held out. Statements about a model and these records, never about a person.
#include "nearness/report/comparison_words.hpp"
#include "nearness/report/diary.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

using infer::Predictor;
using infer::Share;
using infer::TargetComparison;

constexpr Predictor plain[] = {Predictor::autoregression, Predictor::autoregression_and_cues};
constexpr Predictor of_model[] = {Predictor::threat, Predictor::protection, Predictor::threat_and_autoregression,
                                  Predictor::protection_and_autoregression};

const Look* look_of(const View& view, const std::string& arm) {
    for (std::size_t a = 0; a < view.arms(); ++a) {
        if (view.collection.plan.arms[a].id == arm) return &view.look(a);
    }
    return nullptr;
}

// A row a predictor, or a cue, which has a correlation only.
struct Columns {
    std::vector<std::string> group, predictor;
    std::vector<double> r, r_low, r_high, onward, onward_low, onward_high;
    struct Gain {
        std::vector<double> beyond_mean, error, beyond_last, last_error;

        void add(const infer::Score* score, bool last_itself) {
            const infer::Estimate none;
            const infer::Estimate& mean = score != nullptr ? score->beyond_mean : none;
            const infer::Estimate& last = score != nullptr && !last_itself ? score->beyond_autoregression : none;
            beyond_mean.push_back(mean.value);
            error.push_back(mean.error);
            beyond_last.push_back(last.value);
            last_error.push_back(last.error);
        }
    };
    Gain own, shared;

    void add(const std::string& of, std::string name, const infer::Correlation* correlation,
             const TargetComparison* result, Predictor which) {
        const infer::Correlation none;
        const infer::Correlation& with = correlation != nullptr ? *correlation : none;
        group.push_back(of);
        predictor.push_back(std::move(name));
        r.push_back(with.pooled.value);
        r_low.push_back(with.pooled.low);
        r_high.push_back(with.pooled.high);
        onward.push_back(with.onward.value);
        onward_low.push_back(with.onward.low);
        onward_high.push_back(with.onward.high);
        const bool itself = which == Predictor::autoregression;
        own.add(result != nullptr ? &result->find(which, Share::own) : nullptr, itself);
        shared.add(result != nullptr ? &result->find(which, Share::shared) : nullptr, itself);
    }
};

const infer::Correlation* correlation_of(const TargetComparison& result, Predictor predictor) {
    if (predictor == Predictor::threat) return &result.associations[0].correlation;
    if (predictor == Predictor::protection) return &result.associations[1].correlation;
    if (predictor == Predictor::autoregression) return &result.associations[2].correlation;
    return nullptr;
}

Columns columns(const View& view, const infer::Comparison& comparison,
                const std::vector<const TargetComparison*>& block) {
    static const std::string plain_statistics = "Plain statistics";
    const TargetComparison& first = *block.front();
    Columns out;
    for (std::size_t i = 3; i < first.associations.size(); ++i) {
        const infer::Association& cue = first.associations[i];
        out.add(plain_statistics, "cue: " + cue.with, &cue.correlation, nullptr, Predictor::person_mean);
    }
    for (const Predictor predictor : plain) {
        out.add(plain_statistics, name_of(predictor), correlation_of(first, predictor), &first, predictor);
    }
    for (const TargetComparison* result : block) {
        const Look* look = look_of(view, comparison.arms[result->arm]);
        if (look == nullptr) continue;
        for (const Predictor predictor : of_model) {
            out.add(look->name, name_of(predictor), correlation_of(*result, predictor), result, predictor);
        }
    }
    return out;
}

Data data_of(std::string_view id, const std::string& title, const Columns& columns) {
    Data data(id, title +
                      ": r within persons with its 95 % interval, and held-out log score a moment with its "
                      "standard error");
    data.words("of", "arm, or plain statistics", columns.group)
        .words("predictor", "what it is predicted from", columns.predictor)
        .numbers("onward r", "1", "correlation free of what centring does to the past", columns.onward, 2)
        .numbers("onward low", "1", "lower end of its 95 % interval", columns.onward_low, 2)
        .numbers("onward high", "1", "upper end of its 95 % interval", columns.onward_high, 2)
        .numbers("r", "1", "correlation within persons", columns.r, 2)
        .numbers("r low", "1", "lower end of its 95 % interval", columns.r_low, 2)
        .numbers("r high", "1", "upper end of its 95 % interval", columns.r_high, 2);
    for (const auto& [share, gain] : {std::pair{"own", &columns.own}, std::pair{"shared", &columns.shared}}) {
        const std::string slopes = std::string(share) + " slopes: ";
        data.numbers(slopes + "minus mean", "1", "log score minus that of the person’s mean", gain->beyond_mean)
            .numbers(std::string(share) + " ±", "1", "standard error of that over persons", gain->error)
            .numbers(slopes + "minus AR(1)", "1", "log score minus that of AR(1)", gain->beyond_last)
            .numbers(std::string(share) + " AR ±", "1", "standard error of that over persons", gain->last_error);
    }
    return data;
}

std::string target_block(const View& view, const Options& options, const std::vector<const TargetComparison*>& block,
                         std::size_t number_of_target, Figures& figures) {
    const TargetComparison& first = *block.front();
    const std::string title = title_of(first.target);
    std::string out = "<h4 dir=\"auto\">" + escape(title) + "</h4>\n";
    if (first.persons == 0) {
        return out + paragraph(who_is_compared(first)) + paragraph("Nobody has enough of it to compare.");
    }
    const std::vector<std::string> sentences = in_words(*options.diary, *options.comparison, block);
    out += "<p class=\"finding\" dir=\"auto\">" + escape(sentences.front()) + "</p>\n<ul>\n";
    for (std::size_t i = 1; i < sentences.size(); ++i) {
        out += "<li dir=\"auto\">" + escape(sentences[i]) + "</li>\n";
    }
    out += "</ul>\n";
    const std::string id = fmt::format("rivals-{}", number_of_target + 1);
    Figure figure;
    figure.kind = "rivals";
    figure.id = id;
    figure.title = title + ": the model beside plain statistics";
    figure.data.emplace_back("rivals", data_of(id, title, columns(view, *options.comparison, block)));
    figure.caption = fmt::format(
        "{}{}: {} Left: how each goes with it from moment to moment within persons, before any fitting; the marker is "
        "the onward r with its 95 % interval, the upright bar the plain r. Then how much better (right of zero) or "
        "worse held-out moments are predicted than by each person’s own mean, in log score a moment, with slopes of "
        "each person’s own and with slopes that all share; lines reach two standard errors over persons to either "
        "side. Hollow markers are plain statistics, without a theory.",
        options.diary->negative_control ? "Negative control. " : "", escape(title), escape(who_is_compared(first)));
    return out + figures.add(figure);
}

}  // namespace

std::string comparison(const View& view, const Options& options, Figures& figures) {
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
                    "what is shown is what came out.{}",
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
        out += target_block(view, options, block, number_of_target++, figures);
    }
    return out + how_to_read();
}

}  // namespace nearness::report
