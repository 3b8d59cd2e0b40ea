// Every number of a person, of any number type, and whether two hold the same bits.
#pragma once

#include "nearness/person/person.hpp"

#include <vector>

namespace nearness::person {

template <class Real>
std::vector<Real> numbers(const Person<Real>& person) {
    std::vector<Real> all{person.bond.need, person.bond.care, person.mind.insight, person.protection.guard};
    all.insert(all.end(), person.protection.value.begin(), person.protection.value.end());
    all.insert(all.end(), person.protection.trust.begin(), person.protection.trust.end());
    for (std::size_t k = 0; k < static_cast<std::size_t>(person.memory.count); ++k) {
        all.insert(all.end(), {person.memory.strength[k], person.memory.integration[k], person.memory.verbal[k]});
        for (const auto& prototype : person.memory.prototype) all.push_back(prototype[k]);
        for (const auto& weight : person.memory.weight) all.push_back(weight[k]);
        all.insert(all.end(), person.memory.trace[k].begin(), person.memory.trace[k].end());
    }
    return all;
}

template <class Real>
bool same_bits(const std::vector<double>& doubles, const std::vector<Real>& others) {
    if (doubles.size() != others.size()) return false;
    for (std::size_t i = 0; i < doubles.size(); ++i) {
        if (math::bits_of(doubles[i]) != math::bits_of(math::primal(others[i]))) return false;
    }
    return true;
}

}  // namespace nearness::person
