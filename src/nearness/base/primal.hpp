// The value a branch looks at: a double itself, or the value part of a number that also carries derivatives.
#pragma once

namespace nearness::math {

inline double primal(double value) { return value; }

}  // namespace nearness::math
