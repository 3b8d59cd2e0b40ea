// Texts that travel in the program instead of beside it (cmake/embed.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace nearness::io {

struct EmbeddedFile {
    std::string_view path;  // within the folder that is embedded
    std::string_view text;
};

const std::vector<EmbeddedFile>& design_files();    // of the folder designs/, in order of their names
const std::vector<EmbeddedFile>& claim_files();     // of the folder claims/, its lives/ among them
const std::vector<EmbeddedFile>& evidence_files();  // of the folder evidence/, in order of their names

}  // namespace nearness::io
