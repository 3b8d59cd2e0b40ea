#include "cli/new_files.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/output_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace nearness::cli {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

bool says(const fs::path& path, const std::string& text) {
    std::ifstream stream(path, std::ios::binary);
    return stream && std::string(std::istreambuf_iterator<char>(stream), {}) == text;
}

[[noreturn]] void throw_cannot_make(const fs::path& path, const std::string& reason) {
    throw InputError({{"E0304", {path.string(), 0, 0, 0, {}}, "cannot be made: " + reason, ""}});
}

// "x": fails when the file has come into being since we looked.
void write(const NewFile& file, std::vector<fs::path>& written) {
    std::FILE* stream = std::fopen(file.path.c_str(), "wbx");
    if (stream == nullptr) throw_cannot_make(file.path, std::strerror(errno));
    written.push_back(file.path);
    const bool whole = std::fwrite(file.text.data(), 1, file.text.size(), stream) == file.text.size();
    const int reason = errno;
    if (std::fclose(stream) != 0 || !whole) io::throw_cannot_write(file.path, std::strerror(whole ? errno : reason));
}

void make_folder(const fs::path& folder, std::vector<fs::path>& made) {
    if (folder.empty() || is_there(folder)) return;
    make_folder(folder.parent_path(), made);
    std::error_code error;
    if (!fs::create_directory(folder, error)) throw_cannot_make(folder, error.message());
    made.push_back(folder);
}

}  // namespace

void write_new_files(const std::vector<NewFile>& files) {
    Problems problems;
    std::vector<const NewFile*> missing;
    for (const NewFile& file : files) {
        if (!is_there(file.path)) {
            missing.push_back(&file);
        } else if (!file.shared || !says(file.path, file.text)) {
            problems.add("E0309", {file.path.string(), 0, 0, 0, {}}, "is already there and stays as it is",
                         "choose another name or folder, or move it away");
        }
    }
    problems.throw_if_any();
    std::vector<fs::path> made;
    try {
        for (const NewFile* file : missing) {
            make_folder(file->path.parent_path(), made);
            write(*file, made);
        }
    } catch (const InputError&) {
        std::error_code ignored;
        for (auto path = made.rbegin(); path != made.rend(); ++path) fs::remove(*path, ignored);
        throw;
    }
}

}  // namespace nearness::cli
