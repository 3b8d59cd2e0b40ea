#include "nearness/memory/templates_implementation.hpp"

namespace nearness::memory {
template struct Templates<double>;
}
