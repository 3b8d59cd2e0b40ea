// Any bytes as the mapping of a usual diary.
#include "fuzz/outcome.hpp"
#include "fuzz/recorded.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace nearness;
    const std::string mapping(reinterpret_cast<const char*>(bytes), size);
    fuzz::expect_result_or_problems([&] { fuzz::read(mapping, fuzz::usual_diary); });
    return 0;
}
