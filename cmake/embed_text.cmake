# Writes files as C++ string constants, at build time:
#
#   cmake -DROOT=web/dist -DFILES=report.js;report.css -DHEADER=nearness/report/bundle.hpp -DNAMESPACE=nearness::report::bundle
#         -DOUTPUT=bundle.cpp -P embed_text.cmake
#
# report.js becomes `const std::string_view report_js`. Bytes, as a string literal has a limit.
set(code "// Written by cmake/embed_text.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n")
foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "(.............................................................................................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" name "${file}")
    string(APPEND code "\nstatic constexpr unsigned char ${name}_bytes[] = {\n${bytes}0x00};\n"
        "const std::string_view ${name}{reinterpret_cast<const char*>(${name}_bytes), sizeof ${name}_bytes - 1};\n")
endforeach()
string(APPEND code "\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUTPUT}" "${code}")
