#include "nearness/memory/particles_implementation.hpp"

namespace nearness::memory {
template struct Particles<double>;
}
