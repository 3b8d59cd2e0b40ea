#include "nearness/experiment/means.hpp"

#include <algorithm>
#include <tuple>

namespace nearness::experiment {

double Moments::standard_deviation() const {
    return n > 1 ? math::sqrt(squares / (n - 1)) : std::numeric_limits<double>::quiet_NaN();
}

double Moments::standard_error() const { return standard_deviation() / math::sqrt(static_cast<double>(n)); }

void MeansCollection::add(const Course& course) {
    const std::vector<Step>& steps = *course.steps;
    if (all_.empty() || all_.back().learner != course.learner || all_.back().group != course.group) {
        GroupMeans& fresh = all_.emplace_back();
        fresh.learner = course.learner;
        fresh.group = course.group;
        for (const Step& step : steps) fresh.trials.push_back({step.phase, step.kind, step.repetition, {}, {}, {}});
        const auto place = [](const TrialMean& one) { return std::tuple(one.phase, one.kind, one.repetition); };
        std::sort(fresh.trials.begin(), fresh.trials.end(),
                  [&](const TrialMean& a, const TrialMean& b) { return place(a) < place(b); });
    }
    std::vector<TrialMean>& trials = all_.back().trials;
    const std::size_t outputs = steps.empty() ? 0 : course.numbers.size() / steps.size();
    for (std::size_t t = 0; t < steps.size(); ++t) {
        const Step& step = steps[t];
        const auto at =
            std::lower_bound(trials.begin(), trials.end(), step, [](const TrialMean& one, const Step& wanted) {
                return std::tuple(one.phase, one.kind, one.repetition) <
                       std::tuple(wanted.phase, wanted.kind, wanted.repetition);
            });
        at->number.add(static_cast<double>(t + 1));
        at->time.add(step.trial.time);
        at->outputs.resize(outputs);
        for (std::size_t o = 0; o < outputs; ++o) at->outputs[o].add(course.number(t, o));
    }
}

std::vector<GroupMeans> MeansCollection::take() {
    for (GroupMeans& group : all_) {
        std::stable_sort(group.trials.begin(), group.trials.end(), [](const TrialMean& a, const TrialMean& b) {
            return std::pair(a.phase, a.number.mean) < std::pair(b.phase, b.number.mean);
        });
    }
    return std::move(all_);
}

std::vector<KindMeans> kinds_of(const GroupMeans& means) {
    std::vector<KindMeans> kinds;
    for (std::size_t i = 0; i < means.trials.size(); ++i) {
        const TrialMean& trial = means.trials[i];
        const auto same = [&](const KindMeans& one) { return one.phase == trial.phase && one.kind == trial.kind; };
        auto found = std::find_if(kinds.begin(), kinds.end(), same);
        if (found == kinds.end()) {
            kinds.push_back({trial.phase, trial.kind, {}});
            found = kinds.end() - 1;
        }
        found->trials.push_back(i);
    }
    // Of a drawn order, the n-th trial of a kind may on average lie before the one that comes first.
    for (KindMeans& kind : kinds) {
        std::sort(kind.trials.begin(), kind.trials.end(), [&](std::size_t a, std::size_t b) {
            return means.trials[a].repetition < means.trials[b].repetition;
        });
    }
    std::stable_sort(kinds.begin(), kinds.end(), [](const KindMeans& a, const KindMeans& b) {
        return std::tuple(a.phase, a.kind) < std::tuple(b.phase, b.kind);
    });
    return kinds;
}

}  // namespace nearness::experiment
