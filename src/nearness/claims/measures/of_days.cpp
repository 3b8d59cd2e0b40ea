// Warm and cool days (life/interventions.hpp): what a person does on them, on the day after, and whether that could be
// found in a diary.
//
// SAYS   The diary is what such a person could have written: each day they report how warm the other was and how much they
//        drew back, both with normal error, and some days are missing. Reported warmth is the mean of the other's
//        attention today and half of what they offered, so that a cool day has about 0.5 and a warm one about 0.8.
//        Found: the least-squares slope of protection on warmth, with yesterday's protection held constant, is positive
//        beyond 1.96 of its standard errors. The null diary is an autoregression with the person's mean, spread and
//        carry-over from day to day that knows nothing of warmth; in it 2.5 % are found by chance.
// LIMITS answers are neither bounded nor stepped; days are missing at random.
#include "nearness/claims/measures/all.hpp"
#include "nearness/infer/least_squares.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 1> which_day = {{{"day", 1, 0, 2, "0 ordinary, 1 warm, 2 cool"}}};

template <class Value>
double mean_after(const Lived& lived, int day, std::size_t later, const Value& value) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i + later < lived.encounters.size(); ++i) {
        if (lived.encounters[i].meeting.day != day) continue;
        sum += value(lived.encounters[i + later].meeting);
        ++count;
    }
    return count > 0 ? sum / count : life::not_measured;
}

double use_of(const world::Meeting<double>& meeting) { return meeting.use; }

double use_on_days(const Lived& lived, const Chosen& chosen) {
    return mean_after(lived, static_cast<int>(chosen[0] + 0.5), 0, use_of);
}
double use_after_days(const Lived& lived, const Chosen& chosen) {
    return mean_after(lived, static_cast<int>(chosen[0] + 0.5), 1, use_of);
}

constexpr std::array<Option, 4> of_a_diary = {{
    {"days", 84, 8, 4000, "length of the diary, from the chapter's first day"},
    {"noise", 0.1, 0, 1, "standard deviation of the error of an answer"},
    {"missing", 0.2, 0, 0.9, "share of days without an entry"},
    {"null", 0, 0, 1, "1: the diary of an autoregression that knows nothing of warmth"},
}};

struct Diary {
    std::vector<double> warmth, use;
    std::vector<bool> kept;
};

double warmth_of(const Lived& lived, const world::Meeting<double>& meeting) {
    const life::Chapter& chapter = lived.chapter_lived();
    double offer = lived.prepared.scenario.others[static_cast<std::size_t>(chapter.other)].other.offer;
    if (chapter.days && meeting.day == static_cast<int>(life::DayKind::warm)) offer = chapter.days->warm.offer;
    if (chapter.days && meeting.day == static_cast<int>(life::DayKind::cool)) offer = chapter.days->cool.offer;
    return 0.5 * (meeting.attention + 0.5 * offer);
}

// The same mean, spread and lag-one correlation, and otherwise only luck.
void forget_warmth(std::vector<double>& use, const random::Stream& luck) {
    const double mean = infer::mean_of(use);
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < use.size(); ++i) {
        squares += math::square(use[i] - mean);
        if (i > 0) products += (use[i] - mean) * (use[i - 1] - mean);
    }
    const double carry = squares > 0 ? math::clip(products / squares, -0.99, 0.99) : 0;
    const double spread = math::sqrt(squares / static_cast<double>(use.size()));
    const double fresh = math::sqrt(1 - carry * carry);
    double now = 0;
    for (std::size_t i = 0; i < use.size(); ++i) {
        const double z = luck.normal(random::Purpose::individual_parameter, static_cast<std::uint32_t>(i));
        now = i == 0 ? z : carry * now + fresh * z;
        use[i] = mean + spread * now;
    }
}

Diary kept_by(const Lived& lived, const Chosen& chosen) {
    const random::Stream luck(lived.seed, lived.person,
                              {static_cast<std::uint32_t>(lived.chapter) + 500, 0, random::designs});
    using enum random::Purpose;
    Diary out;
    const auto days = std::min(static_cast<std::size_t>(chosen[0]), lived.encounters.size());
    for (std::size_t i = 0; i < days; ++i) {
        out.warmth.push_back(warmth_of(lived, lived.encounters[i].meeting));
        out.use.push_back(lived.encounters[i].meeting.use);
    }
    if (chosen[3] > 0.5 && !out.use.empty()) forget_warmth(out.use, luck);
    for (std::size_t i = 0; i < days; ++i) {
        const auto day = static_cast<std::uint32_t>(i);
        out.warmth[i] += chosen[1] * luck.normal(attention, day);
        out.use[i] += chosen[1] * luck.normal(closeness_noise, day);
        out.kept.push_back(luck.uniform(trial_order, day) >= chosen[2]);
    }
    return out;
}

struct Slope {
    double value = 0, error = 0;
};

// Of protection on warmth, over days with an entry that follow a day with one.
Slope slope_in(const Diary& diary) {
    infer::Columns regressors(2);
    std::vector<double> use;
    for (std::size_t i = 1; i < diary.use.size(); ++i) {
        if (!diary.kept[i] || !diary.kept[i - 1]) continue;
        regressors[0].push_back(diary.use[i - 1]);
        regressors[1].push_back(diary.warmth[i]);
        use.push_back(diary.use[i]);
    }
    const auto n = static_cast<double>(use.size());
    if (n < 8) return {life::not_measured, life::not_measured};
    for (auto& column : regressors) column = infer::centred(column);
    use = infer::centred(use);
    const auto slopes = infer::least_squares(regressors, use, 1e-9).slope;
    // What is left of warmth beside yesterday's protection carries the slope.
    const auto alone = infer::least_squares({regressors[0]}, regressors[1], 1e-9).slope;
    double left = 0, squares = 0;
    for (std::size_t i = 0; i < use.size(); ++i) {
        squares += math::square(use[i] - slopes[0] * regressors[0][i] - slopes[1] * regressors[1][i]);
        left += math::square(regressors[1][i] - alone[0] * regressors[0][i]);
    }
    return {slopes[1], math::sqrt(squares / (n - 3) / left)};
}

double diary_slope(const Lived& lived, const Chosen& chosen) { return slope_in(kept_by(lived, chosen)).value; }

double diary_found(const Lived& lived, const Chosen& chosen) {
    const Slope slope = slope_in(kept_by(lived, chosen));
    if (slope.value != slope.value) return life::not_measured;
    return slope.value > 1.96 * slope.error ? 1 : 0;
}

constexpr std::array<Measure, 4> list = {{
    {"use_on_days", "1", "protective use on warm, cool or ordinary days", true, which_day, use_on_days},
    {"use_after_days", "1", "protective use on the day after a warm, cool or ordinary one", true, which_day,
     use_after_days},
    {"diary_slope", "1", "slope of reported protection on reported warmth in a simulated diary", true, of_a_diary,
     diary_slope},
    {"diary_found", "1", "whether the simulated diary shows more protection on warmer days", true, of_a_diary,
     diary_found},
}};

}  // namespace

std::span<const Measure> of_days() { return list; }

}  // namespace nearness::claims::measures
