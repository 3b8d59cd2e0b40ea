#include "cli/printed_comparison.hpp"

#include "cli/columns.hpp"
#include "nearness/report/comparison_words.hpp"
#include "nearness/report/format.hpp"

#include <fmt/format.h>

namespace nearness::cli {

namespace {

using infer::Predictor;
using infer::Score;
using infer::Share;
using infer::TargetComparison;
using report::number;
using report::signed_number;

constexpr std::size_t first_width = 44;

constexpr const char* how_to_read = R"(
  onward r: free of the pull below 0 that centring gives to what was learned from the past; signs are read from it.
  better: share of persons whose held-out moments are predicted better than by their own mean; shared: slopes shared by
  all persons. Reliably: beyond two standard errors over persons, without correction for the many comparisons.
  Slopes are fitted and may be negative: a good score with the wrong sign is no support for the theory.
  Statements about a model and these records, on average over persons; nothing is said about any one person.
)";

// The arms of one target, the baselines of which are the same.
using Block = std::vector<const TargetComparison*>;

std::string interval(const infer::Interval& r) {
    if (!report::finite(r.value)) return "does not vary";
    return fmt::format("{} [{} to {}]", signed_number(r.value), signed_number(r.low), signed_number(r.high));
}

std::string association_line(const std::string& name, const infer::Correlation& r) {
    return "      " + padded(name, first_width) + padded(interval(r.pooled), 25) + padded(signed_number(r.median), 9) +
           padded(report::percent(r.share_positive), 8) + padded(interval(r.onward), 25) +
           fmt::format("{}\n", r.persons);
}

std::string difference(const infer::Estimate& estimate) {
    if (estimate.n == 0) return report::nothing;
    return signed_number(estimate.value, 3) + " ±" + number(estimate.error, 3);
}

std::string score_line(const std::string& name, const TargetComparison& result, Predictor predictor) {
    const Score& own = result.find(predictor, Share::own);
    const Score& shared = result.find(predictor, Share::shared);
    std::string line = "      " + padded(name, first_width) + signed_number(own.score.value, 3);
    if (predictor == Predictor::person_mean) return line + "\n";
    const bool last_value_itself = predictor == Predictor::autoregression;
    line = padded(line, first_width + 16) + padded(difference(own.beyond_mean), 18) +
           padded(last_value_itself ? "" : difference(own.beyond_autoregression), 18) +
           padded(report::percent(own.better_than_mean), 9);
    if (last_value_itself) return line + difference(shared.beyond_mean) + "\n";
    return line + padded(difference(shared.beyond_mean), 18) + difference(shared.beyond_autoregression) + "\n";
}

constexpr Predictor plain[] = {Predictor::person_mean, Predictor::autoregression, Predictor::autoregression_and_cues};
constexpr Predictor of_model[] = {Predictor::threat, Predictor::protection, Predictor::threat_and_autoregression,
                                  Predictor::protection_and_autoregression};

std::string arm_of(const infer::Comparison& comparison, const TargetComparison& result) {
    return comparison.arms.size() == 1 ? "" : " (" + comparison.arms[result.arm] + ")";
}

std::string block_text(const observe::Diary& diary, const infer::Comparison& comparison, const Block& block) {
    const TargetComparison& first = *block.front();
    std::string out = "\n  " + report::title_of(first.target) + "\n    " + report::who_is_compared(first) + "\n";
    if (first.persons == 0) return out + "    nobody has enough of it to compare\n";
    out += "    " + padded("goes with it, within a person", first_width + 2) + padded("pooled r [95 %]", 25) +
           padded("median", 9) + padded("r > 0", 8) + padded("onward r [95 %]", 25) + "persons\n";
    for (std::size_t i = 2; i < first.associations.size(); ++i) {
        const bool last = first.associations[i].with == "last value";
        out += association_line(last ? "its last value" : "cue: " + first.associations[i].with,
                                first.associations[i].correlation);
    }
    for (const TargetComparison* result : block) {
        for (std::size_t i = 0; i < 2; ++i) {
            out += association_line(result->associations[i].with + arm_of(comparison, *result),
                                    result->associations[i].correlation);
        }
    }
    out += "    " + padded("held out, log score a moment: own slopes", first_width + 2) + padded("score", 10) +
           padded("minus mean ±se", 18) + padded("minus AR(1) ±se", 18) + padded("better", 9) +
           padded("shared: −mean", 18) + "shared: −AR(1)\n";
    for (const Predictor predictor : plain) out += score_line(report::name_of(predictor), first, predictor);
    for (const TargetComparison* result : block) {
        for (const Predictor predictor : of_model) {
            out += score_line(report::name_of(predictor) + arm_of(comparison, *result), *result, predictor);
        }
    }
    out += "    in words\n";
    for (const std::string& sentence : report::in_words(diary, comparison, block)) out += "      " + sentence + "\n";
    return out;
}

}  // namespace

std::string printed_comparison(const observe::Diary& diary, const infer::Comparison& comparison) {
    std::string out = "  compared with the diary: " + diary.title + "\n";
    out += fmt::format(
        "    {}, {} moments, {} prompts missed. Nothing of the theory was fitted; the model may lose, "
        "possibly in sign.\n",
        report::counted(diary.persons.size(), "person", "persons"), diary.moments(), diary.missed());
    if (comparison.persons < diary.persons.size()) {
        out += fmt::format("    Only the first {} of these persons were lived and are compared.\n", comparison.persons);
    }
    if (!diary.note.empty()) out += "    " + diary.note + "\n";
    if (diary.negative_control) {
        out += "    NEGATIVE CONTROL: simulated, or otherwise known to be without memory; none should be found here.\n";
    }
    for (std::size_t i = 0; i < comparison.results.size(); i += comparison.arms.size()) {
        Block block;
        for (std::size_t a = 0; a < comparison.arms.size(); ++a) block.push_back(&comparison.results[i + a]);
        out += block_text(diary, comparison, block);
    }
    return out + how_to_read;
}

}  // namespace nearness::cli
