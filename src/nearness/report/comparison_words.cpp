#include "nearness/report/comparison_words.hpp"

#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>
#include <iterator>

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
    if (winner == Predictor::person_mean) return "nothing predicts better than each person’s mean.";
    const infer::Score& score = where->find(winner, share);
    return fmt::format("the best score is that of {}{}: {} beyond the person’s mean.", name_of(winner),
                       infer::from_model(winner) ? arm_of(comparison, *where) : "",
                       score.beyond_mean.above() ? "more than two standard errors" : "not reliably");
}

void add_best(std::vector<std::string>& out, const infer::Comparison& comparison,
              const std::vector<const TargetComparison*>& block) {
    const std::string own = best(comparison, block, Share::own);
    const std::string shared = best(comparison, block, Share::shared);
    if (own == shared) return out.push_back("With slopes of each person’s own, and with slopes shared by all, " + own);
    out.push_back("With slopes of each person’s own, " + own);
    out.push_back("With slopes shared by all, " + shared);
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

constexpr Predictor alone[] = {Predictor::threat, Predictor::protection};

std::string_view spoken(Predictor predictor) {
    return predictor == Predictor::threat ? "Expected pain" : "Protective use";
}

std::string about_model(const TargetComparison& result, Predictor predictor, Share share) {
    const infer::Correlation& r = result.associations[predictor == Predictor::threat ? 0 : 1].correlation;
    const infer::Score& score = result.find(predictor, share);
    return fmt::format("{}; held out, with {} slopes: {} the person’s mean, {} AR(1).", sign(result, r),
                       infer::share_names[static_cast<std::size_t>(share)], verdict(score.beyond_mean),
                       verdict(score.beyond_autoregression));
}

// What is said alike of several arms is said once.
void add_about_model(std::vector<std::string>& out, const infer::Comparison& comparison,
                     const std::vector<const TargetComparison*>& block, Predictor predictor, Share share) {
    std::vector<std::pair<std::string, std::vector<std::string>>> said;  // and the arms of which it is
    for (const TargetComparison* result : block) {
        const std::string says = about_model(*result, predictor, share);
        auto same = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == says; });
        if (same == said.end()) same = said.insert(said.end(), {says, {}});
        same->second.push_back(comparison.arms[result->arm]);
    }
    for (const auto& [says, arms] : said) {
        std::string which;
        if (block.size() > 1) {
            which = said.size() == 1 ? " (in every arm)" : " (" + listed(arms) + ")";
        }
        out.push_back(fmt::format("{}{} {}", spoken(predictor), which, says));
    }
}

// The model's predictions for which `holds`, as "Expected pain (as written)".
template <class Holds>
std::vector<std::string> those(const infer::Comparison& comparison, const std::vector<const TargetComparison*>& block,
                               const Holds& holds) {
    std::vector<std::string> out;
    for (const Predictor predictor : alone) {
        for (const TargetComparison* result : block) {
            if (holds(*result, predictor)) out.push_back(std::string(spoken(predictor)) + arm_of(comparison, *result));
        }
    }
    return out;
}

// "all 6", "2", "none"
std::string how_many(std::size_t some, std::size_t of) {
    return some == 0 ? "none" : some == of ? fmt::format("all {}", of) : std::to_string(some);
}

std::string in_short(const infer::Comparison& comparison, const std::vector<const TargetComparison*>& block,
                     Share share) {
    const std::size_t all = std::size(alone) * block.size();
    const auto mean = those(comparison, block, [&](const TargetComparison& result, Predictor predictor) {
        return result.find(predictor, share).beyond_mean.above();
    });
    const auto last = those(comparison, block, [&](const TargetComparison& result, Predictor predictor) {
        return result.find(predictor, share).beyond_autoregression.above();
    });
    std::string out = fmt::format(
        "Of the model’s {} predictions{}, {} did reliably better on held-out moments than each person’s mean, and {} "
        "better than the last answer alone (AR(1)){}.",
        all, block.size() == 1 ? "" : fmt::format(" (expected pain and protective use in {} arms)", block.size()),
        how_many(mean.size(), all), how_many(last.size(), all),
        last.empty() || last.size() == all ? "" : ": " + listed(last));
    if (!block.front()->target.expected_to_rise()) return out;
    const auto onward = [](const TargetComparison& result, Predictor predictor) {
        return result.associations[predictor == Predictor::threat ? 0 : 1].correlation.onward;
    };
    const auto right = those(comparison, block, [&](const TargetComparison& result, Predictor predictor) {
        return onward(result, predictor).above();
    });
    const auto wrong = those(comparison, block, [&](const TargetComparison& result, Predictor predictor) {
        return onward(result, predictor).below();
    });
    return out + fmt::format(" Their sign is the one the theory expects in {}, the opposite in {}, and unclear in {}.",
                             how_many(right.size(), all), how_many(wrong.size(), all),
                             how_many(all - right.size() - wrong.size(), all));
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
    const Share share = few ? Share::shared : Share::own;
    const bool no_memory = diary.negative_control && !first.target.calibration();
    out.push_back(no_memory ? control(comparison, block) : in_short(comparison, block, share));
    if (few) {
        out.push_back(
            fmt::format("Only {:.0f} moments a person to fit on: slopes of a person’s own are mostly noise, "
                        "read the shared ones.",
                        each));
    }
    if (first.persons < few_persons) out.emplace_back("Very few persons: intervals and errors over them are rough.");
    add_best(out, comparison, block);
    for (const Predictor predictor : alone) add_about_model(out, comparison, block, predictor, share);
    if (diary.negative_control && first.target.calibration()) {
        out.emplace_back(
            "Cue and outcome of one moment may go together without any memory: this target is no test for one.");
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
