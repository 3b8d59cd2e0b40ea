#include "nearness/life/recorded_implementation.hpp"

namespace nearness::life {
template struct Recorded<double>;
}
