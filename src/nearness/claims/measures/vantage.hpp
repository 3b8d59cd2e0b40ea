// With whom a measure looks at the person (measures/present_threat.cpp).
#pragma once

#include "nearness/claims/measures.hpp"
#include "nearness/world/measures.hpp"

namespace nearness::claims::measures {

// `other` counts Scenario::others; −1: whoever the chapter has, or a stranger.
life::Vantage<double> vantage_of(const Lived& lived, int other);
world::Curve<double> curve_with(const Lived& lived, int other);

}  // namespace nearness::claims::measures
