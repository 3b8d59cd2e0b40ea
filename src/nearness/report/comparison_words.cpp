#include "nearness/report/comparison_words.hpp"

#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

namespace nearness::report {

namespace {

using infer::Predictor;
using infer::Share;
using infer::TargetComparison;

constexpr double few_to_fit = 15;  // moments a person
constexpr int few_persons = 10;

std::string arm_of(const infer::Comparison& comparison, const TargetComparison& result) {
    return comparison.arms.size() == 1 ? "" : " (" + comparison.arms[result.arm] + ")";
}

std::string best(const infer::Comparison& comparison, const std::vector<const TargetComparison*>& block, Share share) {
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
    const char* slopes = share == Share::own ? "With slopes of each person’s own" : "With slopes shared by all";
    if (winner == Predictor::person_mean) {
        return fmt::format("{}, nothing predicts better than each person’s mean.", slopes);
    }
    const infer::Score& score = where->find(winner, share);
    return fmt::format("{}, the best score is that of {}{}: {} beyond the person’s mean.", slopes, name_of(winner),
                       infer::from_model(winner) ? arm_of(comparison, *where) : "",
                       score.beyond_mean.above() ? "more than two standard errors" : "not reliably");
}

// Signs are read from the onward r.
std::string sign(const TargetComparison& result, const infer::Correlation& r) {
    if (!finite(r.onward.value)) return "hardly varies, so it says nothing here";
    const bool clear = r.onward.above() || r.onward.below();
    if (!result.target.expected_to_rise()) {
        if (!clear) return "goes reliably with neither more nor less of it";
        return fmt::format("goes with {} of it (the theory names no sign for a proxy)",
                           r.onward.above() ? "more" : "less");
    }
    if (!clear) return "goes reliably with neither more nor less of it, where the theory expects more";
    if (r.onward.above()) return "goes with more of it, the sign the theory expects";
    return "goes with LESS of it: the model has the sign wrong in these data";
}

std::string_view verdict(const infer::Estimate& estimate) {
    return estimate.above() ? "better than" : estimate.below() ? "worse than" : "not reliably different from";
}

std::string about_model(const infer::Comparison& comparison, const TargetComparison& result, Predictor predictor,
                        Share share) {
    const infer::Correlation& r = result.associations[predictor == Predictor::threat ? 0 : 1].correlation;
    const infer::Score& score = result.find(predictor, share);
    const char* name = predictor == Predictor::threat ? "Expected pain" : "Protective use";
    return fmt::format("{}{} {}; held out, with {} slopes: {} the person’s mean, {} AR(1).", name,
                       arm_of(comparison, result), sign(result, r), infer::share_names[static_cast<std::size_t>(share)],
                       verdict(score.beyond_mean), verdict(score.beyond_autoregression));
}

std::string control(const infer::Comparison& comparison, const std::vector<const TargetComparison*>& block) {
    std::string found;
    const auto add = [&](const std::string& what) { found += (found.empty() ? "" : ", ") + what; };
    for (const Share share : {Share::own, Share::shared}) {
        const char* slopes = share == Share::own ? ", own slopes" : ", shared slopes";
        if (block.front()->find(Predictor::autoregression, share).beyond_mean.above()) {
            add(name_of(Predictor::autoregression) + slopes);
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
        return "Negative control passed: neither AR(1) nor the model predicts it beyond the person’s mean.";
    }
    return "Negative control: a gain where none should be, by " + found + ". Look for a fault in the analysis.";
}

}  // namespace

std::string name_of(Predictor predictor) {
    return std::string(infer::predictor_names[static_cast<std::size_t>(predictor)]);
}

std::string title_of(const infer::Target& target) {
    const std::string label = target.label.empty() || target.label == target.name ? "" : " (" + target.label + ")";
    switch (target.role) {
        case observe::Role::behaviour: return "Protective behaviour" + label;
        case observe::Role::secondary: return "Secondary record of behaviour: " + target.name + label;
        case observe::Role::proxy: return "Proxy, not a protective behaviour: " + target.name + label;
        default: return "Calibration, the outcome of the same moment" + label;
    }
}

std::string who_is_compared(const TargetComparison& result) {
    std::string text = fmt::format("{}, {} moments, of which the last {} of each person’s are held out ({})",
                                   counted(static_cast<std::size_t>(result.persons), "person", "persons"),
                                   result.moments, percent(1 - infer::fitted_share), result.held_out);
    if (result.too_few > 0) {
        text += fmt::format("; left out: {} with fewer than {} usable moments", result.too_few, infer::fewest_moments);
    }
    if (result.unvarying > 0) {
        text += fmt::format("; left out: {} whose answer never changed while fitting", result.unvarying);
    }
    if (result.not_numbers > 0) text += fmt::format("; {} moments without a number from the model", result.not_numbers);
    return text + ".";
}

std::vector<std::string> in_words(const observe::Diary& diary, const infer::Comparison& comparison,
                                  const std::vector<const TargetComparison*>& block) {
    std::vector<std::string> out;
    const TargetComparison& first = *block.front();
    if (first.persons == 0) return out;
    const double each = static_cast<double>(first.moments - first.held_out) / first.persons;
    const bool few = each < few_to_fit;
    if (few) {
        out.push_back(
            fmt::format("Only {:.0f} moments a person to fit on: slopes of a person’s own are mostly noise, "
                        "read the shared ones.",
                        each));
    }
    if (first.persons < few_persons) out.emplace_back("Very few persons: intervals and errors over them are rough.");
    out.push_back(best(comparison, block, Share::own));
    out.push_back(best(comparison, block, Share::shared));
    for (const TargetComparison* result : block) {
        for (const Predictor predictor : {Predictor::threat, Predictor::protection}) {
            out.push_back(about_model(comparison, *result, predictor, few ? Share::shared : Share::own));
        }
    }
    if (diary.negative_control) {
        out.push_back(first.target.calibration()
                          ? "Cue and outcome of one moment may go together without any memory: this target is no test "
                            "for one."
                          : control(comparison, block));
    }
    return out;
}

std::string how_to_read() {
    return "<p class=\"small\">Onward r is free of the pull below 0 that centring gives to what was learned from the "
           "past; signs are read from it. Reliably: beyond two standard errors over persons (an interval that leaves "
           "out 0), without correction for the many comparisons. Slopes are fitted and may be negative: a good score "
           "with the wrong sign is no support for the theory. These are statements about a model and these records, "
           "on average over persons; nothing is said about any one person. All numbers stand in comparison.csv and "
           "diary.csv beside this page.</p>\n";
}

}  // namespace nearness::report
