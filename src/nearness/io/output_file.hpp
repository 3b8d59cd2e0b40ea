// One result file, written under a temporary name beside its place and renamed when it is complete: what was there before
// stays until then, and nothing half-written is left. (A folder of several files: output_folder.hpp.)
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace nearness::io {

class OutputFile {
public:
    // Throws InputError E0304: no such folder, a folder of this name, no right to write, or somebody is writing it. What is
    // no regular file, such as a pipe, is written to directly.
    explicit OutputFile(std::filesystem::path path);
    ~OutputFile();  // removes what was not committed
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    // Both throw InputError E0305.
    void write(std::string_view text);
    void commit();

private:
    std::filesystem::path path_, temporary_;
    std::FILE* file_ = nullptr;
};

}  // namespace nearness::io
