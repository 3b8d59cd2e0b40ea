#include "nearness/world/portrait.hpp"

namespace nearness::world {

namespace {

constexpr int steps = 400;     // of arousal, between which at most one crossing is looked for
constexpr int halvings = 40;   // of a step: 1e-15
constexpr double near = 1e-4;  // for slopes

// Where f changes its sign on [0, 1], ascending; 1 when it is not negative there.
template <class Function>
std::vector<double> crossings(const Function& f) {
    std::vector<double> out;
    double before = f(0.0);
    for (int i = 1; i <= steps; ++i) {
        const double at = static_cast<double>(i) / steps;
        const double now = f(at);
        if ((before >= 0) != (now >= 0)) {
            double low = static_cast<double>(i - 1) / steps, high = at;
            for (int h = 0; h < halvings; ++h) {
                const double middle = 0.5 * (low + high);
                ((f(middle) >= 0) == (before >= 0) ? low : high) = middle;
            }
            out.push_back(0.5 * (low + high));
        }
        before = now;
    }
    if (before >= 0) out.push_back(1.0);
    return out;
}

}  // namespace

Portrait::Portrait(person::Person<double> person, Acquaintance<double> acquaintance, Parameters parameters,
                   const Derived& derived, const Other& other)
    : person_(std::move(person)), parameters_(std::move(parameters)), derived_(derived) {
    parameters_.typical = true;
    const random::Stream nothing_is_drawn(0, 0, {});
    detail::Prologue<double> prologue;
    detail::open(prologue, Party<double>{person_, acquaintance, nothing_is_drawn}, parameters_, other, Arrangement{});
    opening_ = prologue.opening;
    recall_ = std::move(prologue.recall);
    wish_ = prologue.meeting.wish;
}

double Portrait::acting(double arousal) const {
    return body::Arousal<double>::alarm(parameters_.body, derived_.body, arousal, opening_.pull) * opening_.allowed;
}

memory::Expectation<double> Portrait::expected(double closeness, double arousal) const {
    const auto now = bearing(parameters_, derived_, opening_, arousal, acting(arousal));
    return recall_.expect(person::perceive(closeness, now.as_registered(), opening_.attention));
}

double Portrait::next_arousal(double arousal, const memory::Expectation<double>& expected, double reflection) const {
    return body::Arousal<double>::advance(derived_.body, arousal, expected.predicted,
                                          parameters_.mind.insight_authority * reflection);
}

double Portrait::next_arousal(double closeness, double arousal, double reflection) const {
    return next_arousal(arousal, expected(closeness, arousal), reflection);
}

double Portrait::next_arousal(double closeness, double arousal) const {
    const auto now = expected(closeness, arousal);
    return next_arousal(arousal, now, mind::Reflection<double>::drive(opening_.insight, now.telling, arousal));
}

Portrait::Flow Portrait::flow(double closeness, double arousal) const {
    const double beat = parameters_.encounter.beat;
    const auto [nearer, away] = pulls(opening_, arousal, acting(arousal));
    return {(nearer * (1.0 - closeness) - away * closeness) / beat,
            (next_arousal(closeness, arousal) - arousal) / beat};
}

std::optional<double> Portrait::still_closeness(double arousal) const {
    const auto [nearer, away] = pulls(opening_, arousal, acting(arousal));
    if (nearer + away <= 0) return std::nullopt;
    return nearer / (nearer + away);
}

std::vector<double> Portrait::still_arousals(double closeness) const {
    return crossings([&](double arousal) { return next_arousal(closeness, arousal) - arousal; });
}

std::vector<Portrait::Rest> Portrait::rests() const {
    // Along the line on which closeness stands still. Where nothing moves closeness there is no such line to follow.
    if (!still_closeness(0.0) || !still_closeness(1.0)) return {};
    const auto on_the_line = [&](double arousal) { return still_closeness(arousal).value_or(1.0); };
    std::vector<Rest> out;
    for (const double arousal : crossings([&](double at) { return next_arousal(on_the_line(at), at) - at; })) {
        const double closeness = on_the_line(arousal);
        const double left = math::maximum(0.0, closeness - near), right = math::minimum(1.0, closeness + near);
        const double below = math::maximum(0.0, arousal - near), above = math::minimum(1.0, arousal + near);
        const Flow west = flow(left, arousal), east = flow(right, arousal);
        const Flow south = flow(closeness, below), north = flow(closeness, above);
        const double cc = (east.closeness - west.closeness) / (right - left);
        const double ac = (east.arousal - west.arousal) / (right - left);
        const double ca = (north.closeness - south.closeness) / (above - below);
        const double aa = (north.arousal - south.arousal) / (above - below);
        out.push_back({closeness, arousal, cc + aa < 0 && cc * aa - ca * ac > 0});
    }
    return out;
}

std::vector<Beat<double>> Portrait::course() const {
    const std::vector<double> no_unrest(static_cast<std::size_t>(parameters_.encounter.beats()), 0.0);
    std::vector<Beat<double>> beats;
    const auto keep = [&](const Beat<double>& beat) { beats.push_back(beat); };
    const auto live = [&](const auto& recalled) {
        live_beats(parameters_, derived_, opening_, recalled, no_unrest.data(), keep);
    };
    if (recall_.rival) {
        live(*recall_.rival);
    } else {
        recall_.mixture.empty() ? live(recall_.matcher) : live(recall_.mixture);
    }
    return beats;
}

}  // namespace nearness::world
