// Every parameter of a life in one struct, and one walk over all of their descriptions.
#pragma once

#include "nearness/person/person.hpp"
#include "nearness/therapy/parameters.hpp"

#include <vector>

namespace nearness::life {

template <class Real>
struct Parameters {
    person::Parameters<Real> person;
    therapy::Parameters<Real> therapy;

    // Visits (Field, value&) in the order of MODEL section 15.
    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        person::Parameters<Real>::describe(self.person, visit);
        therapy::Parameters<Real>::describe(self.therapy, visit);
    }

    bool operator==(const Parameters& other) const {
        if (person.rival != other.person.rival) return false;
        if (person.knocked_out != other.person.knocked_out || person.typical != other.person.typical) return false;
        std::vector<double> mine, theirs;
        describe(*this, [&](const Field&, const auto& value) { mine.push_back(static_cast<double>(value)); });
        describe(other, [&](const Field&, const auto& value) { theirs.push_back(static_cast<double>(value)); });
        return mine == theirs;
    }
};

}  // namespace nearness::life
