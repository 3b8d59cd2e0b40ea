#include "cli/printed_comparison.hpp"

#include "cli/columns.hpp"
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
constexpr double few_to_fit = 15;  // moments a person
constexpr int few_persons = 10;

constexpr const char* how_to_read = R"(
  onward r: free of the pull below 0 that centring gives to what was learned from the past; signs are read from it.
  better: share of persons whose held-out moments are predicted better than by their own mean; shared: slopes shared by
  all persons. Reliably: beyond two standard errors over persons, without correction for the many comparisons.
  Slopes are fitted and may be negative: a good score with the wrong sign is no support for the theory.
  Statements about a model and these records, on average over persons; nothing is said about any one person.
)";

// The arms of one target, the baselines of which are the same.
using Block = std::vector<const TargetComparison*>;

std::string title_of(const infer::Target& target) {
    const std::string label = target.label.empty() || target.label == target.name ? "" : " (" + target.label + ")";
    switch (target.role) {
        case observe::Role::behaviour: return "behaviour" + label;
        case observe::Role::secondary: return "secondary record of behaviour: " + target.name + label;
        case observe::Role::proxy: return "PROXY, not a protective behaviour: " + target.name + label;
        default: return "calibration, the outcome of the same moment" + label;
    }
}

std::string who_is_compared(const TargetComparison& result) {
    std::string text = fmt::format("{}, {} moments, of which the last {} of each person's are held out ({})",
                                   report::counted(static_cast<std::size_t>(result.persons), "person", "persons"),
                                   result.moments, report::percent(1 - infer::fitted_share), result.held_out);
    if (result.too_few > 0) {
        text += fmt::format("; left out: {} with fewer than {} usable moments", result.too_few, infer::fewest_moments);
    }
    if (result.unvarying > 0) {
        text += fmt::format("; left out: {} whose answer never changed while fitting", result.unvarying);
    }
    if (result.not_numbers > 0) text += fmt::format("; {} moments without a number from the model", result.not_numbers);
    return text;
}

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

std::string name_of(Predictor predictor) {
    return std::string(infer::predictor_names[static_cast<std::size_t>(predictor)]);
}

constexpr Predictor plain[] = {Predictor::person_mean, Predictor::autoregression, Predictor::autoregression_and_cues};
constexpr Predictor of_model[] = {Predictor::threat, Predictor::protection, Predictor::threat_and_autoregression,
                                  Predictor::protection_and_autoregression};

// --- what it shows, in words -----------------------------------------------------------------------------------------

std::string arm_of(const infer::Comparison& comparison, const TargetComparison& result) {
    return comparison.arms.size() == 1 ? "" : " (" + comparison.arms[result.arm] + ")";
}

std::string best(const infer::Comparison& comparison, const Block& block, Share share) {
    const TargetComparison* where = block.front();
    Predictor winner = Predictor::person_mean;
    for (const TargetComparison* result : block) {
        for (int i = 0; i < infer::predictors; ++i) {
            const auto predictor = static_cast<Predictor>(i);
            if (result->find(predictor, share).score.value > where->find(winner, share).score.value) {
                where = result;
                winner = predictor;
            }
        }
    }
    const char* slopes = share == Share::own ? "With slopes of each person's own" : "With slopes shared by all";
    if (winner == Predictor::person_mean) {
        return fmt::format("{}, nothing predicts better than each person's mean.", slopes);
    }
    const Score& score = where->find(winner, share);
    return fmt::format("{}, the best score is that of {}{}: {} beyond the person's mean.", slopes, name_of(winner),
                       infer::from_model(winner) ? arm_of(comparison, *where) : "",
                       score.beyond_mean.above() ? "more than two standard errors" : "not reliably");
}

std::string sign(const TargetComparison& result, const infer::Correlation& r) {
    if (!report::finite(r.onward.value)) return "hardly varies, so it says nothing here";
    if (!r.onward.above() && !r.onward.below()) return "goes reliably with neither more nor less of it";
    if (!result.target.expected_to_rise()) {
        return fmt::format("goes with {} of it (the theory names no sign for a proxy)",
                           r.onward.above() ? "more" : "less");
    }
    if (r.onward.above()) return "goes with more of it, as the theory says";
    return "goes with LESS of it: the model has the sign wrong in these data";
}

// Does the model on its own do better than what needs no theory?
std::string against(const TargetComparison& result, Predictor predictor, Share share) {
    const Score& score = result.find(predictor, share);
    const auto verdict = [](const infer::Estimate& estimate) {
        return estimate.above() ? "better than" : estimate.below() ? "worse than" : "not reliably different from";
    };
    return fmt::format("{} the person's mean, {} AR(1)", verdict(score.beyond_mean),
                       verdict(score.beyond_autoregression));
}

std::string about_model(const infer::Comparison& comparison, const TargetComparison& result, Predictor predictor,
                        Share share) {
    const infer::Correlation& r = result.associations[predictor == Predictor::threat ? 0 : 1].correlation;
    return fmt::format("{}{} {}; held out: {}.", name_of(predictor), arm_of(comparison, result), sign(result, r),
                       against(result, predictor, share));
}

std::string control(const infer::Comparison& comparison, const Block& block) {
    std::string found;
    const auto add = [&](const std::string& what) { found += (found.empty() ? "" : ", ") + what; };
    for (const Share share : {Share::own, Share::shared}) {
        const char* slopes = share == Share::own ? ", own slopes" : ", shared slopes";
        if (block.front()->find(Predictor::autoregression, share).beyond_mean.above()) {
            add(std::string("AR(1)") + slopes);
        }
        for (const TargetComparison* result : block) {
            for (const Predictor predictor : {Predictor::threat, Predictor::protection}) {
                if (result->find(predictor, share).beyond_mean.above()) {
                    add(name_of(predictor) + arm_of(comparison, *result) + slopes);
                }
            }
        }
    }
    if (found.empty()) {
        return "Negative control passed: neither AR(1) nor the model predicts it beyond the person's mean.";
    }
    return "Negative control: a gain where none should be, by " + found + ". Look for a fault in the analysis.";
}

std::string in_words(const observe::Diary& diary, const infer::Comparison& comparison, const Block& block) {
    std::string out;
    const auto say = [&](const std::string& sentence) { out += "      " + sentence + "\n"; };
    const double each = static_cast<double>(block.front()->moments - block.front()->held_out) / block.front()->persons;
    const bool few = each < few_to_fit;
    if (few) {
        say(
            fmt::format("Only {:.0f} moments a person to fit on: slopes of a person's own are mostly noise, read the "
                        "shared ones.",
                        each));
    }
    if (block.front()->persons < few_persons) say("Very few persons: intervals and errors over them are rough.");
    say(best(comparison, block, Share::own));
    say(best(comparison, block, Share::shared));
    for (const TargetComparison* result : block) {
        for (const Predictor predictor : {Predictor::threat, Predictor::protection}) {
            say(about_model(comparison, *result, predictor, few ? Share::shared : Share::own));
        }
    }
    if (diary.negative_control && !block.front()->target.calibration()) say(control(comparison, block));
    if (diary.negative_control && block.front()->target.calibration()) {
        say("Cue and outcome of one moment may go together without any memory: this target is no test for one.");
    }
    return out;
}

std::string block_text(const observe::Diary& diary, const infer::Comparison& comparison, const Block& block) {
    const TargetComparison& first = *block.front();
    std::string out = "\n  " + title_of(first.target) + "\n    " + who_is_compared(first) + "\n";
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
    for (const Predictor predictor : plain) out += score_line(name_of(predictor), first, predictor);
    for (const TargetComparison* result : block) {
        for (const Predictor predictor : of_model) {
            out += score_line(name_of(predictor) + arm_of(comparison, *result), *result, predictor);
        }
    }
    return out + "    in words\n" + in_words(diary, comparison, block);
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
