#include "nearness/infer/comparison.hpp"

#include "nearness/base/problem.hpp"

#include <algorithm>

namespace nearness::infer {

namespace {

int first_diary_chapter(const std::vector<life::Chapter>& chapters) {
    const auto is_diary = [](const life::Chapter& chapter) { return chapter.diary; };
    const auto found = std::find_if(chapters.begin(), chapters.end(), is_diary);
    return found == chapters.end() ? -1 : static_cast<int>(found - chapters.begin());
}

Association associate(std::string with, bool model, const std::vector<Sample>& persons, int column,
                      const std::vector<int>& clusters) {
    std::vector<Pairs> pairs;
    for (std::size_t p = 0; p < persons.size(); ++p) {
        pairs.push_back({clusters[p], persons[p].at_hand[static_cast<std::size_t>(column)], persons[p].target});
    }
    return {std::move(with), model, correlate(pairs)};
}

std::vector<double> scores_of(const Samples& samples, const Target& target, Predictor predictor, Share share) {
    const std::vector<Line> lines = fit(samples.persons, target, predictor, share);
    std::vector<double> scores;
    for (std::size_t p = 0; p < lines.size(); ++p) {
        scores.push_back(log_score(samples.persons[p], predictor, lines[p]));
    }
    return scores;
}

std::vector<double> difference(std::vector<double> a, const std::vector<double>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
    return a;
}

void add_scores(TargetComparison& result, const Samples& samples, Share share, const std::vector<int>& clusters) {
    const std::vector<double> mean = scores_of(samples, result.target, Predictor::person_mean, share);
    const std::vector<double> last = scores_of(samples, result.target, Predictor::autoregression, share);
    for (int i = 0; i < predictors; ++i) {
        const auto predictor = static_cast<Predictor>(i);
        const std::vector<double> scores = scores_of(samples, result.target, predictor, share);
        const std::vector<double> gain = difference(scores, mean);
        Score score{predictor,
                    share,
                    estimate(scores, clusters),
                    estimate(gain, clusters),
                    estimate(difference(scores, last), clusters),
                    unknown};
        if (!gain.empty()) {
            score.better_than_mean =
                static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double d) { return d > 0; })) /
                static_cast<double>(gain.size());
        }
        result.scores.push_back(score);
    }
}

TargetComparison compare_one(const observe::Diary& diary, const Target& target, std::size_t arm,
                             const std::vector<Forecast>& forecasts) {
    const Samples usable = samples(diary, target, forecasts);
    std::vector<std::string> groups;
    for (const Sample& sample : usable.persons) groups.push_back(diary.persons[sample.person].group);
    const std::vector<int> clusters = clusters_of(groups);

    TargetComparison result;
    result.arm = arm;
    result.target = target;
    result.persons = static_cast<int>(usable.persons.size());
    result.too_few = usable.too_few;
    result.unvarying = usable.unvarying;
    result.not_numbers = usable.not_numbers;
    result.moments = static_cast<int>(usable.moments());
    result.held_out = static_cast<int>(usable.held_out());
    const auto add = [&](std::string with, bool model, int column) {
        result.associations.push_back(associate(std::move(with), model, usable.persons, column, clusters));
    };
    add("expected pain V", true, threat);
    add("protective use", true, protection);
    add("last value", false, last_value);
    int column = first_cue;
    for (const observe::Variable& variable : diary.variables) {
        if (variable.role == observe::Role::cue) add(variable.name, false, column++);
    }
    add_scores(result, usable, Share::own, clusters);
    add_scores(result, usable, Share::shared, clusters);
    return result;
}

}  // namespace

const Score& TargetComparison::find(Predictor predictor, Share share) const {
    return scores[static_cast<std::size_t>(share) * predictors + static_cast<std::size_t>(predictor)];
}

std::vector<ArmForecast> forecasts_of(const engine::Collection& collection) {
    std::vector<ArmForecast> arms;
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        const int chapter = first_diary_chapter(collection.chapters(a));
        if (chapter < 0 || (a > 0 && engine::departure(collection.plan, a) > chapter)) continue;
        ArmForecast& arm = arms.emplace_back();
        arm.arm = collection.plan.arms[a].id;
        for (const engine::PersonResult& person : collection.persons) {
            Forecast& forecast = arm.persons.emplace_back();
            for (const engine::RecordedRow& row : person.arms[a].recorded) {
                if (row.chapter != chapter) continue;
                forecast.threat.push_back(row.result.predicted);
                forecast.protection.push_back(row.result.use);
            }
        }
    }
    return arms;
}

Comparison compare(const observe::Diary& diary, const std::vector<ArmForecast>& arms) {
    Comparison comparison;
    comparison.persons = arms.empty() ? 0 : arms.front().persons.size();
    for (const ArmForecast& arm : arms) comparison.arms.push_back(arm.arm);
    for (const Target& target : targets(diary)) {
        for (std::size_t a = 0; a < arms.size(); ++a) {
            comparison.results.push_back(compare_one(diary, target, a, arms[a].persons));
        }
    }
    return comparison;
}

}  // namespace nearness::infer
