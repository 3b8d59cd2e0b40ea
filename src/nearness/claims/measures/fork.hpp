// A copy of a person that lives on for a while: what a measure may ask of them without changing the life it looks at.
//
// Copies of the same chapter draw the same luck, encounter by encounter, so that what is compared between them is paired.
#pragma once

#include "nearness/claims/measures.hpp"

namespace nearness::claims::measures {

class Fork {
public:
    // Who is met: as vantage_of finds them. They are new to the copy unless they have been met.
    Fork(const Lived& lived, const life::State<double>& from, int other);

    // One encounter, a usual gap after the last: four days with a caregiver, a third of a week with an adult.
    world::Meeting<double> meet(const world::Arrangement& arrangement = {});
    // The same time without meeting anybody; the luck of that encounter stays unused.
    void skip();

    const life::State<double>& now() const { return state_; }
    const world::Other& other() const { return other_; }
    const std::array<double, 2>& identity() const { return acquaintance_.identity; }
    // V at v = f = 1, attention as usual, no conflict, at this closeness.
    double threat(double closeness) const;

private:
    const Lived& lived_;
    life::State<double> state_;
    world::Other other_;
    world::Acquaintance<double> acquaintance_;
    std::uint32_t number_ = 0;
};

}  // namespace nearness::claims::measures
