# Writes texts as a C++ file, at build time:
#
#   cmake -DROOT=scenarios -DFILES=essay.toml;mappings/made_up.toml -DHEADER=cli/shipped.hpp -DNAMESPACE=nearness::cli
#         -DFUNCTION=shipped_files -DOUTPUT=shipped_files.cpp -P embed.cmake
#
# So the program carries its scenarios and its evidence and finds them wherever it lies, installed or not.
set(code "// Written by cmake/embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
string(APPEND code "const std::vector<io::EmbeddedFile>& ${FUNCTION}() {\n")
string(APPEND code "    static const std::vector<io::EmbeddedFile> files = {\n")
foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" text)
    string(APPEND code "        {\"${file}\",\n         R\"embedded(${text})embedded\"},\n")
endforeach()
string(APPEND code "    };\n    return files;\n}\n\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUTPUT}" "${code}")
