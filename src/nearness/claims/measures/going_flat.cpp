// Feeling under closeness that is led, whatever the person would do: up to full over five minutes, kept for three, down
// again over five. Nobody protects (v = 1, no friction); the other's attention is as usual; nothing is learned.
//
// In each step numbing follows arousal (body.3), felt intensity follows numbing (MODEL section 6), the threat memory sees
// what is felt, and arousal follows what it predicts (body.1). So numbing calms what alarms, and what is flat may come to rest
// below its threshold.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

constexpr double up = 300, kept = 180, down = 300;  // s
constexpr double step = 5;                          // s: the theory's beat
constexpr int steps = static_cast<int>((up + kept + down) / step);

double led(double seconds) {
    if (seconds < up) return seconds / up;
    return seconds < up + kept ? 1 : math::maximum(0.0, 1 - (seconds - up - kept) / down);
}

// [i] after i steps.
struct Led {
    std::array<double, steps + 1> closeness{}, felt{}, arousal{};
};

Led lead(const Lived& lived, const Chosen& chosen) {
    using Body = body::Arousal<double>;
    const person::Parameters<double>& parameters = lived.parameters();
    const life::Vantage<double> with = vantage_of(lived, chosen.other());
    const auto recall =
        lived.after.person.recall(parameters, world::cues_of<double>(parameters, with.other, with.identity, false));
    auto derived = body::Derived<double>::from(parameters.body, step);
    derived.numbing_share = lived.prepared.derived.body.numbing_share;
    Led out;
    double arousal = 0;
    for (int i = 0; i <= steps; ++i) {
        const auto at = static_cast<std::size_t>(i);
        out.closeness[at] = led(i * step);
        const double numb = Body::numbing(parameters.body, derived, arousal);
        out.felt[at] = 1 - 0.9 * numb;
        person::Openness<double> open;
        open.felt = Body::registered(parameters.body, 0.0, numb);
        const auto signals = person::perceive(out.closeness[at], open, with.other.attention);
        arousal = Body::advance(derived, arousal, recall.expect(signals).predicted, 0.0);
        out.arousal[at] = arousal;
    }
    return out;
}

double largest_loss(const Led& run) { return 1 - *std::min_element(run.felt.begin(), run.felt.end()); }

double flat_by(const Lived& lived, const Chosen& chosen) { return largest_loss(lead(lived, chosen)); }

// The first and the last step at which half of the largest loss is there; none where hardly anything is lost.
struct Flat {
    bool any = false;
    std::size_t first = 0, last = 0;
};
Flat flat_between(const Led& run) {
    constexpr double hardly = 0.01;
    Flat out;
    const double loss = largest_loss(run);
    for (std::size_t i = 0; loss >= hardly && i < run.felt.size(); ++i) {
        if (1 - run.felt[i] < 0.5 * loss) continue;
        if (!out.any) out.first = i;
        out.any = true;
        out.last = i;
    }
    return out;
}

double flat_calms(const Lived& lived, const Chosen& chosen) {
    const Led run = lead(lived, chosen);
    const Flat flat = flat_between(run);
    const auto end = static_cast<std::size_t>((up + kept) / step);
    return flat.any ? run.arousal[flat.first] - run.arousal[end] : life::not_measured;
}

double flat_lags(const Lived& lived, const Chosen& chosen) {
    const Led run = lead(lived, chosen);
    const Flat flat = flat_between(run);
    return flat.any ? run.closeness[flat.first] - run.closeness[flat.last] : life::not_measured;
}

constexpr std::array<Option, 1> minutes = {{{"minute", 0, 0, 13, "when"}}};

double flat_course(const Lived& lived, const Chosen& chosen) {
    return lead(lived, chosen).felt[static_cast<std::size_t>(chosen[0] * 60 / step + 0.5)];
}

constexpr std::array<Measure, 4> list = {{
    {"flat_by", "1", "share of felt intensity lost under closeness that is led up to full", false, {}, flat_by},
    {"flat_calms",
     "1",
     "fall of arousal from when half of the loss is there until closeness is led down",
     false,
     {},
     flat_calms},
    {"flat_lags",
     "1",
     "by how much lower the closeness is at which feeling returns than that at which it went",
     false,
     {},
     flat_lags},
    {"flat_course", "1", "felt intensity at a minute of closeness that is led", false, minutes, flat_course},
}};

}  // namespace

std::span<const Measure> going_flat() { return list; }

}  // namespace nearness::claims::measures
