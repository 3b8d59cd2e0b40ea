// Gradients of half a year with a partner against central differences.
//
// A childhood is lived in doubles; its state at the end is frozen. From there: 50 encounters with an ordinary partner, 3
// a week, on the typical path (nothing drawn), with the parameters below as variables. (Memory's traces are those of the
// childhood's kernel, whatever the kernel of the 50 encounters is: the map is smooth, which is all that is needed.)
//
// Fixed before any result was seen: the outcomes, of which protective use is the main one; the parameters; five points
// drawn from their priors; agreement within 1e-5; 8 of 12 derivatives of the main outcome above 1e-6 in size.
// Differences are of fourth order, (8 (f(h) − f(−h)) − (f(2h) − f(−2h)))/(12 h), with h a share of the parameter. A point
// where a branch anywhere is taken differently within ±2h of a parameter is rejected and another one drawn: a template
// opened, a node of the kernel, the beat of the peak, a clip, the largest of several numbers (reference/traced.hpp).
#include "nearness/person/lift.hpp"
#include "reference/lives.hpp"
#include "reference/traced.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

namespace nearness::world {
namespace {

constexpr int directions = 12;
constexpr person::Keys<directions> keys = {
    "memory.safety_rate",   "memory.pain_rate",        "memory.protection_credit", "memory.signal_width",
    "memory.concentration", "memory.persistence",      "body.threshold",           "body.width",
    "body.arousal_time",    "encounter.approach_rate", "protection.value_rate",    "bond.need_rate"};
constexpr std::array<const char*, 3> outcome_names = {"protective use", "area of V", "felt closeness"};
constexpr int encounters = 50;
constexpr int points = 5;
constexpr double agreement = 1e-5;
constexpr double step = 1e-4;  // h, as a share of the parameter

using Point = std::array<double, directions>;
template <class Real>
using Outcomes = std::array<Real, outcome_names.size()>;

const person::Person<double>& grown() {
    static const person::Person<double> one = [] {
        auto state = lives::grown_up(lives::av_caregiver(), 0);
        person::Parameters<double> parameters;
        state.person.pass_until(lives::partner_from, parameters, person::Derived<double>::from(parameters, 80 * 365.0));
        return state.person;
    }();
    return one;
}

template <class Real>
Outcomes<Real> half_a_year(person::Parameters<Real> parameters) {
    const auto derived = person::Derived<Real>::from(parameters, 80 * 365.0);
    const Other partner = lives::partner().other;
    auto person = person::with_numbers<Real>(grown(), [](double value) { return Real(value); });
    Acquaintance<Real> acquaintance{.identity = *partner.identity, .goodwill = Real(1), .expectation = Real(0.1)};
    Outcomes<Real> outcomes{};
    for (int i = 0; i < encounters; ++i) {
        person.pass_until(lives::partner_from + lives::partner_gap * (i + 1), parameters, derived);
        const random::Stream draws(1, 0, {0, static_cast<std::uint32_t>(i), random::encounters});
        const auto met = Encounter<Real>::meet({person, acquaintance, draws}, parameters, derived, partner, {});
        outcomes[0] += met.use * (1.0 / encounters);
        outcomes[2] += met.felt * (1.0 / encounters);
    }
    outcomes[1] = Measures<Real>::curve(person, parameters, partner, *partner.identity).area;
    return outcomes;
}

person::Parameters<double> parameters_at(const Point& point) {
    person::Parameters<double> parameters;
    person::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
        using Value = std::remove_reference_t<decltype(value)>;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (field.key == keys[i]) value = static_cast<Value>(point[i]);
        }
    });
    return parameters;
}

// A point of the priors: log-normal with sigma 0.25, logit-normal with sigma 0.5, around the defaults.
Point drawn(std::uint32_t number) {
    const random::Stream draws(20261122, number, {});
    Point point{};
    person::Parameters<double> parameters;
    person::Parameters<double>::describe(parameters, [&](const Field& field, auto&) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (field.key != keys[i]) continue;
            const double z = draws.normal(random::Purpose::attention, static_cast<std::uint32_t>(i));
            const double odds = field.standard / (1 - field.standard);
            point[i] = field.prior == Prior::log_normal ? field.standard * std::exp(0.25 * z)
                                                        : 1 / (1 + std::exp(-0.5 * z) / odds);
        }
    });
    return point;
}

// The outcomes at a point, and which branches were taken on the way.
struct Noted {
    Outcomes<double> outcomes{};
    math::Notes notes;
    int nodes = 0;
};
Noted noted(const Point& point) {
    const person::Parameters<double> parameters = parameters_at(point);
    person::Parameters<math::Traced> traced;
    std::vector<double> values;
    person::Parameters<double>::describe(
        parameters, [&](const Field&, const auto& value) { values.push_back(static_cast<double>(value)); });
    std::size_t at = 0;
    person::Parameters<math::Traced>::describe(traced, [&](const Field&, auto& value) {
        value = static_cast<std::remove_reference_t<decltype(value)>>(values[at++]);
    });
    math::Notes::current() = {};
    Noted result;
    const auto outcomes = half_a_year(traced);
    for (std::size_t i = 0; i < outcomes.size(); ++i) result.outcomes[i] = outcomes[i].value;
    result.notes = math::Notes::current();
    result.nodes = person::Derived<double>::from(parameters, 80 * 365.0).memory.recency.nodes;
    return result;
}

struct Differences {
    bool smooth = true;
    std::array<Outcomes<double>, directions> of{};
};
Differences differences(const Point& point) {
    Differences result;
    const Noted here = noted(point);
    for (std::size_t i = 0; i < point.size(); ++i) {
        const double h = step * point[i];
        const auto moved = [&](double by) {
            Point there = point;
            there[i] += by;
            const Noted found = noted(there);
            if (found.notes != here.notes || found.nodes != here.nodes) result.smooth = false;
            return found.outcomes;
        };
        const auto up = moved(h), down = moved(-h), far_up = moved(2 * h), far_down = moved(-2 * h);
        if (!result.smooth) return result;
        for (std::size_t o = 0; o < up.size(); ++o) {
            result.of[i][o] = (8 * (up[o] - down[o]) - (far_up[o] - far_down[o])) / (12 * h);
        }
    }
    return result;
}

TEST(derivatives, of_half_a_year_with_a_partner_agree_with_central_differences) {
    int accepted = 0, rejected = 0;
    double worst = 0;
    for (std::uint32_t number = 0; accepted < points; ++number) {
        ASSERT_LT(number, 200U) << "hardly any point is smooth enough to be compared";
        const Point point = drawn(number);
        const Differences expected = differences(point);
        if (!expected.smooth) {
            ++rejected;
            continue;
        }
        ++accepted;
        using Real = math::Dual<directions>;
        const auto found = half_a_year(person::lift<directions>(parameters_at(point), keys));
        const auto doubles = half_a_year(parameters_at(point));
        int telling = 0;
        for (std::size_t o = 0; o < outcome_names.size(); ++o) {
            EXPECT_EQ(math::bits_of(found[o].value), math::bits_of(doubles[o])) << outcome_names[o];
            for (std::size_t i = 0; i < Real::size; ++i) {
                const double derivative = found[o].derivative[i], difference = expected.of[i][o];
                const double error = std::abs(derivative - difference) / std::abs(difference);
                std::printf("    point %u  %-15s by %-26s %+.9e  differs by %.1e\n", number, outcome_names[o],
                            std::string(keys[i]).c_str(), derivative, error);
                worst = std::max(worst, error);
                EXPECT_LT(error, agreement) << outcome_names[o] << " by " << keys[i] << " at point " << number;
                telling += o == 0 && std::abs(derivative) > 1e-6 ? 1 : 0;
            }
        }
        EXPECT_GE(telling, 8) << "of protective use at point " << number;
    }
    std::printf("    %d points compared, %d rejected; largest relative difference %.1e\n", accepted, rejected, worst);
}

}  // namespace
}  // namespace nearness::world
