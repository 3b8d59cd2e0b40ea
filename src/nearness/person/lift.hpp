// From doubles to numbers that carry derivatives, and back.
//
//   lift<12>(parameters, keys)   the same parameters; direction i is the derivative in the parameter named keys[i]
//   lift<Real>(person)           the same person, constant in every direction; not where a learner is their memory
//   values_of(person)            the values of a person of any number type
//
// Parameters are walked by `describe`, so a parameter of any module can be a direction. CHECKED tests/life/lift_test.cpp.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/person/person.hpp"

#include <string_view>
#include <type_traits>
#include <vector>

namespace nearness::person {

template <int directions>
using Keys = std::array<std::string_view, static_cast<std::size_t>(directions)>;

/// Every described number of `from`, in `to`; those named by `keys` as variables. For the parameters of a module, a person
/// or a life.
template <int directions, template <class> class Parameters, class Keys = std::array<std::string_view, 0>>
void lift_described(const Parameters<double>& from, Parameters<math::Dual<directions>>& to, const Keys& keys = {}) {
    using Real = math::Dual<directions>;
    std::vector<double> values;
    Parameters<double>::describe(
        from, [&](const Field&, const auto& value) { values.push_back(static_cast<double>(value)); });
    std::size_t at = 0, seeded = 0;
    Parameters<Real>::describe(to, [&](const Field& field, auto& value) {
        using Value = std::remove_reference_t<decltype(value)>;
        value = static_cast<Value>(values[at++]);
        if constexpr (std::is_same_v<Value, Real>) {
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (field.key != keys[i]) continue;
                value.derivative[i] = 1;
                ++seeded;
            }
        }
    });
    ensure(seeded == keys.size(), "a direction names no parameter that has derivatives");
}

template <int directions>
Parameters<math::Dual<directions>> lift(const Parameters<double>& from, const Keys<directions>& keys) {
    Parameters<math::Dual<directions>> to;
    lift_described<directions>(from, to, keys);
    to.typical = from.typical;
    to.rival = from.rival;
    to.knock_out(from.knocked_out);  // what a knock-out fixes stays fixed; what it ties to another moves with it
    return to;
}

/// Templates with every number replaced by `each` of it.
template <class To, class From, class Each>
memory::State<To> with_numbers(const memory::State<From>& from, const Each& each) {
    const auto all = [&](const auto& values, auto& replaced) {
        for (std::size_t i = 0; i < values.size(); ++i) replaced[i] = each(values[i]);
    };
    const auto all_of_each = [&](const auto& rows, auto& replaced) {
        for (std::size_t i = 0; i < rows.size(); ++i) all(rows[i], replaced[i]);
    };
    memory::State<To> to;
    to.count = from.count;
    to.met = from.met;
    all(from.strength, to.strength);
    all(from.integration, to.integration);
    all(from.verbal, to.verbal);
    all_of_each(from.prototype, to.prototype);
    all_of_each(from.weight, to.weight);
    all_of_each(from.hurt, to.hurt);
    all(from.hurt_mass, to.hurt_mass);
    all_of_each(from.eased, to.eased);
    all(from.safe, to.safe);
    all_of_each(from.trace, to.trace);
    for (std::size_t k = 0; k < from.study.size(); ++k) {
        to.study[k].met = from.study[k].met;
        to.study[k].signals = from.study[k].signals;
        all(from.study[k].prototype, to.study[k].prototype);
        all(from.study[k].weight, to.study[k].weight);
    }
    return to;
}

/// A person with every number replaced by `each` of it.
template <class To, class From, class Each>
Person<To> with_numbers(const Person<From>& from, const Each& each) {
    const auto all = [&](const auto& values, auto& replaced) {
        for (std::size_t i = 0; i < values.size(); ++i) replaced[i] = each(values[i]);
    };
    ensure(from.rival.empty(), "a learner in a life is not carried from one number type to another");
    Person<To> to;
    to.age = from.age;
    to.memory = with_numbers<To>(from.memory, each);
    for (const auto& particle : from.particles.each) to.particles.each.push_back(with_numbers<To>(particle, each));
    for (const From& log : from.particles.log_weight) to.particles.log_weight.push_back(each(log));
    to.particles.leading = from.particles.leading;
    all(from.protection.value, to.protection.value);
    all(from.protection.trust, to.protection.trust);
    to.protection.guard = each(from.protection.guard);
    to.bond.need = each(from.bond.need);
    to.bond.care = each(from.bond.care);
    to.mind.insight = each(from.mind.insight);
    return to;
}

template <class Real>
Person<Real> lift(const Person<double>& from) {
    return with_numbers<Real>(from, [](double value) { return Real(value); });
}

template <class Real>
Person<double> values_of(const Person<Real>& from) {
    return with_numbers<double>(from, [](const Real& value) { return math::primal(value); });
}

}  // namespace nearness::person
