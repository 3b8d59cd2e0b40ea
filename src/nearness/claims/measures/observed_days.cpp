// What somebody who keeps a diary would have of a chapter's encounters: five answers an encounter, each with noise and some
// of them missing, and what can be computed from these alone.
//
//   closeness    mean closeness of the encounter         distancing  protective use
//   felt threat  the reported expectation at the peak    friction    of the encounter
//   warmth       the other's attention today, less the hurt they caused: attention·(1 − pain)
// An answer is clip(value + noise·N(0, 1), 0, 1); each is missing with the same probability, on its own.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"

namespace nearness::claims::measures {

namespace {

constexpr auto observation = static_cast<random::Purpose>(16);

enum Answer : std::uint32_t { closeness, felt_threat, distancing, friction, warmth, answers };

constexpr std::array<Option, 2> observing = {{
    {"noise", 0.1, 0, 1, "standard deviation of what is added to every answer"},
    {"missing", 0.2, 0, 0.95, "share of answers that are missing"},
}};

double true_answer(const world::Meeting<double>& meeting, Answer which) {
    switch (which) {
        case closeness: return meeting.mean_closeness;
        case felt_threat: return meeting.reported;
        case distancing: return meeting.use;
        case friction: return meeting.friction;
        case warmth: return meeting.attention * (1 - meeting.pain);
        case answers: break;
    }
    throw Bug("no such answer");
}

// One answer, encounter by encounter; NaN where it is missing.
std::vector<double> observed(const Lived& lived, const Chosen& chosen, Answer which) {
    std::vector<double> out;
    for (std::size_t i = 0; i < lived.encounters.size(); ++i) {
        const random::Stream draws = fork_draws(lived, static_cast<int>(i));
        const bool missing = draws.uniform(observation, 2 * answers + which) < chosen[1];
        const double noise = chosen[0] * draws.normal(observation, which);
        out.push_back(missing ? life::not_measured
                              : math::clip(true_answer(lived.encounters[i].meeting, which) + noise, 0.0, 1.0));
    }
    return out;
}

double mean_between(const std::vector<double>& values, double from, double until) {
    double sum = 0;
    int count = 0;
    const auto n = static_cast<double>(values.size());
    for (auto i = static_cast<std::size_t>(from * n); i < static_cast<std::size_t>(until * n); ++i) {
        if (values[i] - values[i] != 0) continue;
        sum += values[i];
        ++count;
    }
    return count > 0 ? sum / count : life::not_measured;
}

template <Answer which>
double seen(const Lived& lived, const Chosen& chosen) {
    return mean_between(observed(lived, chosen, which), 0, 1);
}

// Last third less first third.
template <Answer which>
double trend(const Lived& lived, const Chosen& chosen) {
    const std::vector<double> values = observed(lived, chosen, which);
    return mean_between(values, 2.0 / 3, 1) - mean_between(values, 0, 1.0 / 3);
}

// Pearson's r over the encounters in which both were answered; 0 where one of them never varies.
template <Answer x, Answer y>
double together(const Lived& lived, const Chosen& chosen) {
    const std::vector<double> a = observed(lived, chosen, x), b = observed(lived, chosen, y);
    double n = 0, sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] * b[i] - a[i] * b[i] != 0) continue;
        n += 1, sa += a[i], sb += b[i], saa += a[i] * a[i], sbb += b[i] * b[i], sab += a[i] * b[i];
    }
    const double va = n * saa - sa * sa, vb = n * sbb - sb * sb;
    const double hardly = 1e-12 * n * n;  // a variance that is rounding
    return va > hardly && vb > hardly ? (n * sab - sa * sb) / math::sqrt(va * vb) : 0;
}

constexpr std::array<Measure, 10> list = {{
    {"seen_closeness", "1", "mean closeness, as observed", true, observing, seen<closeness>},
    {"seen_threat", "1", "mean felt threat, as observed", true, observing, seen<felt_threat>},
    {"seen_distancing", "1", "mean distancing, as observed", true, observing, seen<distancing>},
    {"seen_friction", "1", "mean friction, as observed", true, observing, seen<friction>},
    {"seen_warmth", "1", "mean warmth of the other, as observed", true, observing, seen<warmth>},
    {"seen_threat_trend", "1", "felt threat in the last third less that in the first, as observed", true, observing,
     trend<felt_threat>},
    {"seen_closeness_trend", "1", "closeness in the last third less that in the first, as observed", true, observing,
     trend<closeness>},
    {"seen_threat_with_distancing", "1", "correlation of felt threat and distancing, as observed", true, observing,
     together<felt_threat, distancing>},
    {"seen_threat_with_closeness", "1", "correlation of felt threat and closeness, as observed", true, observing,
     together<felt_threat, closeness>},
    {"seen_warmth_with_distancing", "1", "correlation of the other's warmth and distancing, as observed", true,
     observing, together<warmth, distancing>},
}};

}  // namespace

std::span<const Measure> observed_days() { return list; }

}  // namespace nearness::claims::measures
