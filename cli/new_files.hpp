// Writes text files that must not be there yet: all of them or none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nearness::cli {

struct NewFile {
    std::filesystem::path path;
    std::string text;
    bool shared = false;  // may be there already if it says the same
};

// Makes folders on the way. Throws InputError: E0309 for all that are there already, E0304, E0305; nothing new is left
// then.
void write_new_files(const std::vector<NewFile>& files);

}  // namespace nearness::cli
