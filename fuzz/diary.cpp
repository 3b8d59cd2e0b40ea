// Any bytes as a mapping and a diary; without a mapping in front, as a diary read with a usual one.
#include "fuzz/outcome.hpp"
#include "fuzz/recorded.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace nearness;
    std::vector<std::string> parts = fuzz::parts_of(bytes, size);
    if (parts.size() == 1) parts.insert(parts.begin(), fuzz::usual_mapping);
    fuzz::expect_result_or_problems([&] { fuzz::read(parts[0], parts[1]); });
    return 0;
}
