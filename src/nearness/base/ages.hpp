// Time is counted in days; a year is 365 of them (MODEL section 1).
#pragma once

#include "nearness/base/math.hpp"

namespace nearness {

inline constexpr double days_per_year = 365.0;

// verbal(age): what is lived can be told from 3 years on, fully from 7.
inline double verbal(double age_in_days) { return math::clip((age_in_days / days_per_year - 3.0) / 4.0, 0.0, 1.0); }

}  // namespace nearness
