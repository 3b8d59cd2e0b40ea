#include "nearness/io/netcdf_reading.hpp"

#include "nearness/base/problem.hpp"

namespace nearness::io {

void throw_damaged(const std::filesystem::path& path, const std::string& what) {
    Problems problems;
    problems.add("E0312", {.file = path.string(), .text = {}}, "the file cannot be read to its end: " + what,
                 "copy it anew from where it was made, or run it again");
    problems.throw_if_any();
    throw Bug("unreachable");
}

}  // namespace nearness::io
