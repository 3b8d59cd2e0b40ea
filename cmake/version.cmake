# The build id (git commit, with a + when the tree is dirty) is shown by --version only. Results carry the version,
# never the build id: the same inputs and seed give the same bytes from any build of a version.
execute_process(COMMAND git describe --always --dirty=+ WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
                OUTPUT_VARIABLE nearness_build_id OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT nearness_build_id)
    set(nearness_build_id "unknown")
endif()
configure_file(cmake/version.hpp.in ${CMAKE_CURRENT_BINARY_DIR}/generated/nearness/version.hpp)
include_directories(${CMAKE_CURRENT_BINARY_DIR}/generated)
