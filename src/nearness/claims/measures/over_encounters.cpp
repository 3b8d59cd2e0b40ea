// Numbers of a chapter's encounters, one by one: a window of them, or how two of their quantities go together.
//
// Which quantity: the columns of engine::MomentRow that an encounter itself has, by number (quantity = ...) are unreadable
// in a claim file, so each has a measure of its own name: window_use, window_felt, ...
#include "nearness/claims/measures/all.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

using Quantity = double (*)(const world::Meeting<double>&);

constexpr std::array<Option, 2> window = {{
    {"from", 0, 0, 1, "where the window begins, as a share of the chapter's encounters"},
    {"until", 1, 0, 1, "where it ends"},
}};

// Mean over encounters ⌊from·n⌋ … ⌈until·n⌉ − 1; at least one when there is any.
double mean_over(const Lived& lived, const Chosen& chosen, Quantity quantity) {
    const auto n = static_cast<double>(lived.encounters.size());
    const auto from = static_cast<std::size_t>(chosen[0] * n);
    const auto until = static_cast<std::size_t>(chosen[1] * n + 0.999999);
    double sum = 0;
    int count = 0;
    for (std::size_t i = from; i < std::min(until, lived.encounters.size()); ++i) {
        sum += quantity(lived.encounters[i].meeting);
        ++count;
    }
    return count > 0 ? sum / count : life::not_measured;
}

template <double world::Meeting<double>::*member>
double window_of(const Lived& lived, const Chosen& chosen) {
    return mean_over(lived, chosen, [](const world::Meeting<double>& meeting) { return meeting.*member; });
}

using Meeting = world::Meeting<double>;

// r over the encounters of one person; NaN when one of the two does not vary.
double together(const Lived& lived, Quantity x, Quantity y) {
    double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (const Met& met : lived.encounters) {
        const double a = x(met.meeting), b = y(met.meeting);
        sx += a, sy += b, sxx += a * a, syy += b * b, sxy += a * b;
    }
    const auto n = static_cast<double>(lived.encounters.size());
    const double vx = n * sxx - sx * sx, vy = n * syy - sy * sy;
    return n > 2 && vx > 1e-12 && vy > 1e-12 ? (n * sxy - sx * sy) / math::sqrt(vx * vy) : life::not_measured;
}

double wish_and_use(const Lived& lived, const Chosen&) {
    return together(
        lived, [](const Meeting& m) { return m.wish; }, [](const Meeting& m) { return m.use; });
}

// Mean use on the days when the wish is at its median or above.
double use_when_wishing(const Lived& lived, const Chosen&) {
    std::vector<double> wishes;
    for (const Met& met : lived.encounters) wishes.push_back(met.meeting.wish);
    if (wishes.empty()) return life::not_measured;
    const auto middle = wishes.begin() + static_cast<std::ptrdiff_t>(wishes.size() / 2);
    std::nth_element(wishes.begin(), middle, wishes.end());
    double sum = 0;
    int count = 0;
    for (const Met& met : lived.encounters) {
        if (met.meeting.wish < *middle) continue;
        sum += met.meeting.use;
        ++count;
    }
    return sum / count;
}

constexpr std::array<Measure, 10> list = {{
    {"window_use", "1", "mean protective use over a window of the chapter's encounters", true, window,
     window_of<&Meeting::use>},
    {"window_felt", "1", "mean felt closeness over a window", true, window, window_of<&Meeting::felt>},
    {"window_wish", "1", "mean drive towards closeness over a window", true, window, window_of<&Meeting::wish>},
    {"window_bodily", "1", "mean predicted pain at the peak over a window", true, window, window_of<&Meeting::bodily>},
    {"window_reported", "1", "mean reported expectation over a window", true, window, window_of<&Meeting::reported>},
    {"window_closeness", "1", "mean closeness over a window", true, window, window_of<&Meeting::mean_closeness>},
    {"window_pain", "1", "mean external pain over a window", true, window, window_of<&Meeting::pain>},
    {"window_arousal", "1", "mean largest arousal over a window", true, window, window_of<&Meeting::arousal>},
    {"use_when_wishing",
     "1",
     "mean protective use in those encounters whose wish is at its median or above",
     true,
     {},
     use_when_wishing},
    {"wish_with_use", "1", "correlation of wish and protective use over a person's encounters", true, {}, wish_and_use},
}};

}  // namespace

std::span<const Measure> over_encounters() { return list; }

}  // namespace nearness::claims::measures
