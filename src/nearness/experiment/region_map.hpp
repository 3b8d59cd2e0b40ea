// Where in the plane of two parameters a learner shows something: a phenomenon that holds at the default alone is luck.
//
// SHAPE   x and y in even steps, of the number or of its logarithm; cell (i, j) is number i · y.points + j.
// CHECKED tests/experiment/region_map_test.cpp: the published shares of memory modification.
#pragma once

#include "nearness/base/math.hpp"
#include "nearness/experiment/phenomenon.hpp"

namespace nearness::experiment {

struct Axis {
    std::string parameter;  // as users write it
    std::size_t field = 0;  // its place in the learner's description
    double from = 0, to = 1;
    int points = 2;
    bool logarithmic = false;

    double at(int i) const {
        if (points == 1) return from;
        const double share = static_cast<double>(i) / (points - 1);
        if (!logarithmic) return from + share * (to - from);
        return math::exp(math::log(from) + share * (math::log(to) - math::log(from)));
    }
};

struct Region {
    std::string name;
    std::vector<Order> orders;  // all hold
};

struct RegionMap {
    std::string learner;
    Axis x, y;
    std::vector<Region> regions;
};

struct MappedRegion {
    std::vector<char> holds;  // by cell
    double share() const {
        double n = 0;
        for (const char one : holds) n += one != 0 ? 1 : 0;
        return n / static_cast<double>(holds.size());
    }
};

// One a region, in their order. `phenomenon` gives the design and what is read how.
std::vector<MappedRegion> explore(const Phenomenon& phenomenon, const RegionMap& map, std::uint64_t seed = 1);

}  // namespace nearness::experiment
