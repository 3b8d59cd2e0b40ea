# Writes texts as a C++ file, at build time:
#
#   cmake -DROOT=scenarios -DFILES=essay.toml;mappings/made_up.toml -DOUTPUT=shipped.cpp -P embed.cmake
#
# So the program carries its scenarios and finds them wherever it lies, installed or not.
set(code "// Written by cmake/embed.cmake.\n#include \"cli/shipped.hpp\"\n\nnamespace nearness::cli {\n\n")
string(APPEND code "const std::vector<ShippedFile>& shipped_files() {\n    static const std::vector<ShippedFile> files = {\n")
foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" text)
    string(APPEND code "        {\"${file}\",\n         R\"shipped(${text})shipped\"},\n")
endforeach()
string(APPEND code "    };\n    return files;\n}\n\n}  // namespace nearness::cli\n")
file(WRITE "${OUTPUT}" "${code}")
