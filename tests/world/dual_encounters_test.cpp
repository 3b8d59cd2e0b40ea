// Whole encounters in numbers that carry derivatives: the values of doubles, and nothing that is not a number.
#include "nearness/person/lift.hpp"
#include "reference/numbers.hpp"
#include "world/anybody.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::world {
namespace {

using person::numbers;
using person::same_bits;
using properties::number;

// Every number of a meeting, in the order of its members.
template <class Real>
std::vector<Real> numbers(const Meeting<Real>& met) {
    return {met.wish,    met.use,      met.peak_use, met.felt,      met.closeness,  met.mean_closeness, met.disclosure,
            met.hidden,  met.friction, met.numb,     met.arousal,   met.reflection, met.bodily,         met.reported,
            met.telling, met.pain,     met.outcome,  met.overwhelm, met.novelty,    met.resemblance};
}

TEST(dual_encounters, have_the_values_of_encounters_in_doubles_to_the_last_bit) {
    using Real = math::Dual<2>;
    EXPECT_TRUE(properties::hold(
        [] {
            Two two;
            two.person = any_person(two);
            two.other = any_other();
            two.acquaintance.goodwill = number(0, 1);
            const random::Stream draws = any_draws();
            const Arrangement arrangement{.suppressed = number(0, 1), .closest = number(0.1, 1)};
            two.parameters.typical = *rc::gen::inRange(0, 4) == 0;
            // Whether the directions are used or not.
            const auto parameters = person::lift<2>(two.parameters, {"memory.safety_rate", "body.width"});
            const auto derived = person::Derived<Real>::from(parameters, 80 * 365.0);
            auto person = person::lift<Real>(two.person);
            Acquaintance<Real> acquaintance{two.acquaintance.identity, Real(two.acquaintance.goodwill),
                                            Real(two.acquaintance.expectation)};
            for (int i = 0; i < 2; ++i) {
                const double later = two.person.age + 3;
                two.person.pass_until(later, two.parameters, two.derived);
                person.pass_until(later, parameters, derived);
                const auto met = two.meet(draws, arrangement);
                const auto dual =
                    Encounter<Real>::meet({person, acquaintance, draws}, parameters, derived, two.other, arrangement);
                RC_ASSERT(same_bits(numbers(met), numbers(dual)));
                RC_ASSERT(same_bits(numbers(two.person), numbers(person)));
                RC_ASSERT(met.strategy == dual.strategy && met.resembled == dual.resembled);
                RC_ASSERT(met.onset == dual.onset && met.threat_time == dual.threat_time &&
                          met.reappraisal_time == dual.reappraisal_time);
                RC_ASSERT(met.learned.opened == dual.learned.opened && met.learned.most == dual.learned.most);
                RC_ASSERT(two.acquaintance.goodwill == acquaintance.goodwill.value);
                RC_ASSERT(two.acquaintance.expectation == acquaintance.expectation.value);
            }
        },
        150));
}

// Every parameter a direction of its own.
constexpr int room = 48;
using Wide = math::Dual<room>;

// Each parameter at one end of its range, at the other, at its default, or somewhere between.
person::Parameters<double> any_extreme_parameters() {
    person::Parameters<double> parameters;
    person::Parameters<double>::describe(parameters, [](const Field& field, auto& value) {
        using Value = std::remove_reference_t<decltype(value)>;
        if (field.prior == Prior::none && field.quantity != Quantity::count)
            return;  // beat and length: time, not theory
        switch (*rc::gen::inRange(0, 4)) {
            case 0: value = static_cast<Value>(field.low); break;
            case 1: value = static_cast<Value>(field.high); break;
            case 2: value = static_cast<Value>(number(field.low, field.high)); break;
            default: value = static_cast<Value>(field.standard);
        }
    });
    return parameters;
}

person::Parameters<Wide> every_parameter_varies(const person::Parameters<double>& from) {
    person::Parameters<Wide> to;
    person::lift_described<room>(from, to);
    to.typical = from.typical;
    std::size_t direction = 0;
    person::Parameters<Wide>::describe(to, [&](const Field&, auto& value) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, Wide>) {
            value.derivative.at(direction++) = 1;
        }
    });
    return to;
}

double end_or(double low, double high) {
    const int which = *rc::gen::inRange(0, 3);
    return which == 0 ? low : which == 1 ? high : number(low, high);
}

person::Person<double> any_extreme_person(const Two& two) {
    person::Person<double> person;
    person.age = end_or(0, 79 * 365.0);
    const int count = two.parameters.memory.templates;
    const int used = *rc::gen::inRange(0, 2) == 0 ? 0 : *rc::gen::inRange(0, 2) == 0 ? count : count / 2;
    for (int k = 0; k < used; ++k) {
        memory::Made made;
        made.strength = end_or(1, 5000);
        for (double& value : made.prototype) value = end_or(0, 1);
        for (double& value : made.weight) value = end_or(-0.5, 2);
        made.integration = end_or(0, 1);
        made.told = end_or(0, 1);
        made.recent = properties::scale(1e-6, 1000);
        memory::add(person.memory, made, two.derived.memory.recency);
    }
    for (double& value : person.protection.value) value = end_or(-10, 1);
    for (double& trust : person.protection.trust) trust = end_or(0, 1);
    person.protection.guard = end_or(0, 1);
    person.bond.need = end_or(0, 1);
    person.bond.care = end_or(0, 1);
    person.mind.insight = end_or(0, 1);
    return person;
}

TEST(dual_encounters, at_the_ends_of_all_ranges_derivatives_are_numbers) {
    // Nothing is excepted: the one quantity of an encounter that may be infinite, the time of a reappraisal that never
    // comes (or of a threat that does not), is kept as a value without derivatives.
    EXPECT_TRUE(properties::hold(
        [] {
            Two two;
            two.parameters = any_extreme_parameters();
            two.parameters.typical = *rc::gen::inRange(0, 2) == 0;
            two.derived = person::Derived<double>::from(two.parameters, 80 * 365.0);
            two.person = any_extreme_person(two);
            two.other = any_other();
            const auto parameters = every_parameter_varies(two.parameters);
            const auto derived = person::Derived<Wide>::from(parameters, 80 * 365.0);
            auto person = person::lift<Wide>(two.person);
            Acquaintance<Wide> acquaintance{two.acquaintance.identity, Wide(end_or(0, 1)), Wide(0.1)};
            const Arrangement arrangement{.suppressed = end_or(0, 1), .closest = end_or(0.05, 1)};
            const random::Stream draws = any_draws();
            for (int i = 0; i < 3; ++i) {  // what one leaves in the state, the next reads
                person.pass_until(person.age + end_or(0.01, 30), parameters, derived);
                const auto met =
                    Encounter<Wide>::meet({person, acquaintance, draws}, parameters, derived, two.other, arrangement);
                auto all = numbers(met);
                const auto state = numbers(person);
                all.insert(all.end(), state.begin(), state.end());
                all.insert(all.end(), {acquaintance.goodwill, acquaintance.expectation});
                for (std::size_t n = 0; n < all.size(); ++n) {
                    RC_ASSERT(math::is_finite(all[n].value));
                    for (const double derivative : all[n].derivative) RC_ASSERT(math::is_finite(derivative));
                }
            }
            const auto curve = Measures<Wide>::curve(person, parameters, two.other, acquaintance.identity);
            for (const double derivative : curve.area.derivative) RC_ASSERT(math::is_finite(derivative));
            for (const Wide& predicted :
                 Measures<Wide>::trigger_profile(person, parameters, two.other, acquaintance.identity)) {
                for (const double derivative : predicted.derivative) RC_ASSERT(math::is_finite(derivative));
            }
        },
        100));
}

}  // namespace
}  // namespace nearness::world
