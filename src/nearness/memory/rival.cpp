#include "nearness/memory/rival_implementation.hpp"

namespace nearness::memory {
template struct RivalRecall<double>;
template class Rival<double>;
}  // namespace nearness::memory
