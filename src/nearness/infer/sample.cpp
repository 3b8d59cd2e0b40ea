#include "nearness/infer/sample.hpp"

#include "nearness/base/problem.hpp"

#include <algorithm>

namespace nearness::infer {

using observe::Diary;
using observe::is_missing;
using observe::Role;
using observe::Series;

namespace {

constexpr double rounding = 1e-9;  // recorded values closer than this are the same answer

double step_of(const Diary& diary, std::size_t variable) {
    std::vector<double> values;
    for (const Series& person : diary.persons) {
        for (const double value : person.values[variable]) {
            if (!is_missing(value)) values.push_back(value);
        }
    }
    std::sort(values.begin(), values.end());
    double step = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double gap = values[i] - values[i - 1];
        if (gap > rounding && (step == 0 || gap < step)) step = gap;
    }
    return step;
}

// The last recorded value of a target that is known at a moment. For a target of later moments that is today's value:
// from a variable that records the same column today when there is one, else from the same series, one lead earlier.
class LastValue {
public:
    LastValue(const Diary& diary, const Target& target) : variable_(target.variable) {
        back_ = target.lead > 0 ? static_cast<std::size_t>(target.lead) : 1;
        if (target.lead == 0) return;
        for (std::size_t v = 0; v < diary.variables.size(); ++v) {
            if (diary.variables[v].column == diary.variables[variable_].column && diary.variables[v].lead == 0) {
                variable_ = v;
                back_ = 0;
                return;
            }
        }
    }

    double at(const Series& person, std::size_t moment) const {
        const std::vector<double>& values = person.values[variable_];
        for (std::size_t i = moment + 1; i-- > back_;) {
            if (!is_missing(values[i - back_])) return values[i - back_];
        }
        return observe::missing_value;
    }

private:
    std::size_t variable_;
    std::size_t back_ = 1;
};

bool constant(const std::vector<double>& values, std::size_t count) {
    for (std::size_t i = 1; i < count; ++i) {
        if (values[i] - values[0] > rounding || values[0] - values[i] > rounding) return false;
    }
    return true;
}

// A value that is recorded `lead` prompts later must be known when the first held-out prediction is made.
void split(Sample& sample, int lead) {
    const std::size_t count = sample.size();
    sample.held = static_cast<std::size_t>(fitted_share * static_cast<double>(count) + rounding);
    sample.fitted = sample.held;
    if (sample.held >= count) return;
    const std::size_t first_held = sample.moment[sample.held];
    while (sample.fitted > 0 && sample.moment[sample.fitted - 1] + static_cast<std::size_t>(lead) > first_held) {
        --sample.fitted;
    }
}

Sample sample_of(const Diary& diary, const Target& target, std::size_t who, const Forecast& forecast,
                 const LastValue& last, int& not_numbers) {
    const Series& person = diary.persons[who];
    ensure(forecast.threat.size() == person.moments() && forecast.protection.size() == person.moments(),
           "a forecast has one value for each moment of the diary");
    std::vector<std::size_t> cues;
    for (std::size_t v = 0; v < diary.variables.size(); ++v) {
        if (diary.variables[v].role == Role::cue) cues.push_back(v);
    }
    Sample sample;
    sample.person = who;
    sample.at_hand.resize(first_cue + cues.size());
    for (std::size_t at = 0; at < person.moments(); ++at) {
        const double value = person.values[target.variable][at];
        if (is_missing(value)) continue;
        const double before = last.at(person, at);
        bool usable = !is_missing(before);
        for (const std::size_t cue : cues) usable = usable && !is_missing(person.values[cue][at]);
        if (!usable) continue;
        if (!(forecast.threat[at] - forecast.threat[at] == 0) ||
            !(forecast.protection[at] - forecast.protection[at] == 0)) {
            ++not_numbers;
            continue;
        }
        sample.moment.push_back(at);
        sample.target.push_back(value);
        sample.at_hand[last_value].push_back(before);
        sample.at_hand[threat].push_back(forecast.threat[at]);
        sample.at_hand[protection].push_back(forecast.protection[at]);
        for (std::size_t c = 0; c < cues.size(); ++c) {
            sample.at_hand[first_cue + c].push_back(person.values[cues[c]][at]);
        }
    }
    split(sample, target.lead);
    return sample;
}

}  // namespace

std::vector<Target> targets(const Diary& diary) {
    std::vector<Target> found;
    for (const Role role : {Role::behaviour, Role::secondary, Role::proxy, Role::outcome}) {
        for (std::size_t v = 0; v < diary.variables.size(); ++v) {
            const observe::Variable& variable = diary.variables[v];
            if (variable.role != role) continue;
            found.push_back({v, variable.name, variable.label, role, variable.lead, step_of(diary, v)});
        }
    }
    return found;
}

std::size_t Samples::moments() const {
    std::size_t count = 0;
    for (const Sample& sample : persons) count += sample.size();
    return count;
}

std::size_t Samples::held_out() const {
    std::size_t count = 0;
    for (const Sample& sample : persons) count += sample.size() - sample.held;
    return count;
}

Samples samples(const Diary& diary, const Target& target, const std::vector<Forecast>& forecasts) {
    ensure(forecasts.size() <= diary.persons.size(), "nobody has a forecast who is not in the diary");
    const LastValue last(diary, target);
    Samples result;
    for (std::size_t p = 0; p < forecasts.size(); ++p) {
        Sample sample = sample_of(diary, target, p, forecasts[p], last, result.not_numbers);
        if (sample.size() < fewest_moments) {
            ++result.too_few;
        } else if (constant(sample.target, sample.fitted)) {
            ++result.unvarying;
        } else {
            result.persons.push_back(std::move(sample));
        }
    }
    return result;
}

}  // namespace nearness::infer
