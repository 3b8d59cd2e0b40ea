// Gradients of fifty encounters against central differences, in numbers of doubles.
//
// With a partner: a childhood is lived in doubles and its state at the end is frozen. From there 50 encounters with an
// ordinary partner, 3 a week, on the typical path (nothing drawn), with the parameters below as variables. (Memory's
// traces are those of the childhood's kernel, whatever the kernel of the 50 encounters is: the map is smooth, which is
// all that is needed.) With a caregiver: the first 50 encounters of that childhood, drawn, from birth on; for what the
// partner does not bring (pain that overwhelms, first templates, draws).
//
// Fixed before any result was seen: the outcomes, of which protective use is the main one; the parameters; the draw of
// points from their priors; agreement within 1e-5; with the partner, 8 of 12 derivatives of the main outcome above 1e-6.
// Differences are of fourth order, (8 (f(h) − f(−h)) − (f(2h) − f(−2h)))/(12 h), h a share of the parameter: 1e-4, which
// keeps the rounding of 6,000 beats below 1e-5 of the smallest derivatives. A branch taken differently within ±2h, or a
// kernel of another size, makes the difference meaningless (reference/traced.hpp notes every comparison: a template
// opened, the beat of a peak, a clip, the largest of several numbers). Then h = 1e-5 is tried, and if a branch changes
// there too, the point is rejected and another one drawn; how many were is printed.
// clang-format off
#include "reference/traced.hpp"  // before the model row
// clang-format on

#include "nearness/person/lift.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <optional>

// Learners do not know Traced numbers; these lives have templates.
namespace nearness::memory {
using math::Traced;
using TracedSignals = std::array<Traced, EncounterCues::signals>;
template <>
Expectation<Traced> RivalRecall<Traced>::expect(const TracedSignals&) const {
    throw Bug("no learner");
}
template <>
Match<Traced> RivalRecall<Traced>::match(const TracedSignals&) const {
    throw Bug("no learner");
}
template <>
Rival<Traced> Rival<Traced>::from(const RivalParameters& parameters, const Parameters&, double) {
    ensure(!parameters.stands_in(), "no learner");
    return {};
}
template <>
std::optional<RivalRecall<Traced>> Rival<Traced>::recall(const Cues&, double) const {
    return std::nullopt;
}
template <>
void Rival<Traced>::about_to_meet(const random::Stream&, bool) {}
template <>
void Rival<Traced>::learn(const Parameters&, const Cues&, const Lesson<Traced>&, double, const random::Stream&) {
    throw Bug("no learner");
}
}  // namespace nearness::memory

namespace nearness::world {
namespace {

constexpr int directions = 12;
constexpr person::Keys<directions> keys = {
    "memory.safety_rate",   "memory.pain_rate",        "memory.protection_credit", "memory.signal_width",
    "memory.concentration", "memory.persistence",      "body.threshold",           "body.width",
    "body.arousal_time",    "encounter.approach_rate", "protection.value_rate",    "bond.need_rate"};
constexpr std::array<const char*, 3> outcome_names = {"protective use", "area of V", "felt closeness"};
constexpr int encounters = 50;
constexpr double agreement = 1e-5;
constexpr std::array<double, 2> steps = {1e-4, 1e-5};
constexpr double longest_lag = 80 * 365.0;

using Point = std::array<double, directions>;
template <class Real>
using Outcomes = std::array<Real, outcome_names.size()>;

// Whom somebody meets, from where on.
struct Company {
    person::Person<double> start;
    Other other;
    std::array<double, 2> identity;
    double gap;  // days
    bool typical;
};

Company with_partner() {
    person::Person<double> grown = lives::grown_up(lives::av_caregiver(), 0).person;
    const person::Parameters<double> parameters;
    grown.pass_until(lives::partner_from, parameters, person::Derived<double>::from(parameters, longest_lag));
    const Other partner = lives::partner().other;
    return {grown, partner, *partner.identity, lives::partner_gap, true};
}

Company with_caregiver() {
    person::Person<double> child;
    child.age = 0.5 * 365.0;
    return {child, lives::av_caregiver().other, caregiver_identity, lives::child_gap, false};
}

template <class Real>
Outcomes<Real> live(const Company& company, person::Parameters<Real> parameters) {
    parameters.typical = company.typical;
    const auto derived = person::Derived<Real>::from(parameters, longest_lag);
    auto person = person::with_numbers<Real>(company.start, [](double value) { return Real(value); });
    Acquaintance<Real> acquaintance{.identity = company.identity, .goodwill = Real(1), .expectation = Real(0.1)};
    Outcomes<Real> outcomes{};
    for (int i = 0; i < encounters; ++i) {
        person.pass_until(company.start.age + company.gap * (i + 1), parameters, derived);
        const random::Stream draws(1, 0, {0, static_cast<std::uint32_t>(i), random::encounters});
        const auto met = Encounter<Real>::meet({person, acquaintance, draws}, parameters, derived, company.other, {});
        outcomes[0] += met.use * (1.0 / encounters);
        outcomes[2] += met.felt * (1.0 / encounters);
    }
    outcomes[1] = Measures<Real>::curve(person, parameters, company.other, company.identity).area;
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
Noted noted(const Company& company, const Point& point) {
    const person::Parameters<double> parameters = parameters_at(point);
    std::vector<double> values;
    person::Parameters<double>::describe(
        parameters, [&](const Field&, const auto& value) { values.push_back(static_cast<double>(value)); });
    person::Parameters<math::Traced> traced;
    std::size_t at = 0;
    person::Parameters<math::Traced>::describe(traced, [&](const Field&, auto& value) {
        value = static_cast<std::remove_reference_t<decltype(value)>>(values[at++]);
    });
    math::Notes::current() = {};
    Noted result;
    const auto outcomes = live(company, traced);
    for (std::size_t i = 0; i < outcomes.size(); ++i) result.outcomes[i] = outcomes[i].value;
    result.notes = math::Notes::current();
    result.nodes = person::Derived<double>::from(parameters, longest_lag).memory.recency.nodes;
    return result;
}

// By one parameter; nothing where a branch changes.
std::optional<Outcomes<double>> difference(const Company& company, const Point& point, const Noted& here, std::size_t i,
                                           double h) {
    bool smooth = true;
    const auto moved = [&](double by) {
        Point there = point;
        there[i] += by;
        const Noted found = noted(company, there);
        smooth = smooth && found.notes == here.notes && found.nodes == here.nodes;
        return found.outcomes;
    };
    const auto up = moved(h), down = moved(-h), far_up = moved(2 * h), far_down = moved(-2 * h);
    if (!smooth) return std::nullopt;
    Outcomes<double> result{};
    for (std::size_t o = 0; o < up.size(); ++o) {
        result[o] = (8 * (up[o] - down[o]) - (far_up[o] - far_down[o])) / (12 * h);
    }
    return result;
}

using Differences = std::array<Outcomes<double>, directions>;
std::optional<Differences> differences(const Company& company, const Point& point) {
    const Noted here = noted(company, point);
    EXPECT_GT(here.notes.comparisons, 10000U);  // comparisons are noted, or nothing would ever be rejected
    Differences result;
    for (std::size_t i = 0; i < point.size(); ++i) {
        auto found = difference(company, point, here, i, steps[0] * point[i]);
        if (!found) found = difference(company, point, here, i, steps[1] * point[i]);
        if (!found) return std::nullopt;
        result[i] = *found;
    }
    return result;
}

double relative(double derivative, double difference) {
    return derivative == difference ? 0 : std::abs(derivative - difference) / std::abs(difference);
}

// At `points` points of the priors; at each, how many derivatives of the main outcome are larger than 1e-6.
std::vector<int> compare(const Company& company, int points) {
    std::vector<int> telling;
    int rejected = 0;
    double worst = 0;
    for (std::uint32_t number = 0; static_cast<int>(telling.size()) < points; ++number) {
        if (number == 100) throw Bug("hardly any point is smooth enough to be compared");
        const Point point = drawn(number);
        const auto expected = differences(company, point);
        if (!expected) {
            ++rejected;
            continue;
        }
        const auto found = live(company, person::lift<directions>(parameters_at(point), keys));
        const auto doubles = live(company, parameters_at(point));
        telling.push_back(0);
        for (std::size_t o = 0; o < outcome_names.size(); ++o) {
            EXPECT_EQ(math::bits_of(found[o].value), math::bits_of(doubles[o])) << outcome_names[o];
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const double derivative = found[o].derivative[i];
                const double error = relative(derivative, (*expected)[i][o]);
                worst = std::max(worst, error);
                EXPECT_LT(error, agreement) << outcome_names[o] << " by " << keys[i] << " at point " << number;
                if (o == 0 && std::abs(derivative) > 1e-6) ++telling.back();
                if (telling.size() > 1) continue;
                std::printf("    point %u: %-14s by %-24s %+.6e, differs by %.1e\n", number, outcome_names[o],
                            std::string(keys[i]).c_str(), derivative, error);
            }
        }
    }
    std::printf("    %d points compared, %d rejected; largest relative difference %.1e\n", points, rejected, worst);
    return telling;
}

TEST(derivatives, of_half_a_year_with_a_partner_agree_with_central_differences) {
    for (const int telling : compare(with_partner(), 5)) EXPECT_GE(telling, 8);
}

TEST(derivatives, of_the_first_encounters_with_a_caregiver_agree_with_central_differences) {
    for (const int telling : compare(with_caregiver(), 3)) EXPECT_GE(telling, 8);
}

}  // namespace
}  // namespace nearness::world
