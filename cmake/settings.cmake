# Compiler settings shared by every target, and the dependencies of io, report and cli.
option(NEARNESS_TESTS "build the tests" ON)
option(NEARNESS_BENCH "build the benchmarks" OFF)
option(NEARNESS_FUZZ "build the fuzz targets with libFuzzer (clang; preset fuzz)" OFF)
option(NEARNESS_WERROR "treat warnings as errors" OFF)
# For a fresh clone. A later build is faster without: a change of one header of the standard library's size rebuilds all.
option(NEARNESS_PRECOMPILE "precompile the headers that most tests include (make test)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3")  # assertions stay: a life that went wrong must not look like one that did not

find_program(ccache_program ccache)
if(ccache_program AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ccache_program})
endif()

add_library(nearness_settings INTERFACE)
# No contraction: a fused multiply-add changes last bits, and the promise is the same bytes on every platform.
# The two others only drop errno and trap bookkeeping; they change no result.
target_compile_options(nearness_settings INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -ffp-contract=off -fno-math-errno -fno-trapping-math
    $<$<BOOL:${NEARNESS_WERROR}>:-Werror>
    # clang counts signs to -Wconversion, g++ does not.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
    # g++ 12 sees overlaps in `"literal" + std::string` that are not there (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(netcdf_cxx4 REQUIRED IMPORTED_TARGET netcdf-cxx4)
add_library(nearness_dependencies INTERFACE)
target_link_libraries(nearness_dependencies INTERFACE
    CLI11::CLI11 fmt::fmt nlohmann_json::nlohmann_json PkgConfig::netcdf_cxx4)
