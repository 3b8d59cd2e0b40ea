#include "nearness/io/output_folder.hpp"

#include "nearness/base/problem.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

namespace nearness::io {

namespace fs = std::filesystem;

namespace {

// The name is fixed, not random: what a killed run left behind is overwritten by the next one instead of piling up.
std::string temporary_name(const std::string& name) { return "." + name + ".partial"; }

[[noreturn]] void throw_cannot_create(const fs::path& path, const std::string& reason) {
    Problems problems;
    problems.add("E0304", {.file = path.string(), .text = {}}, "results cannot be put here: " + reason,
                 "name another folder with --out");
    problems.throw_if_any();
    throw Bug("unreachable");
}

}  // namespace

void throw_cannot_write(const fs::path& path, const std::string& reason) {
    Problems problems;
    problems.add("E0305", {.file = path.string(), .text = {}}, "could not be written: " + reason,
                 "free some space or name another folder with --out; nothing half-written is left");
    problems.throw_if_any();
    throw Bug("unreachable");
}

OutputFolder::OutputFolder(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    const bool existed = fs::exists(folder_, error);
    if (existed && !fs::is_directory(folder_, error)) throw_cannot_create(folder_, "it is a file, not a folder");
    fs::create_directories(folder_, error);
    if (error) throw_cannot_create(folder_, error.message());
    made_ = !existed;
    const fs::path probe = folder_ / temporary_name("probe");
    std::FILE* file = std::fopen(probe.c_str(), "wb");
    if (file == nullptr) throw_cannot_create(folder_, std::strerror(errno));
    std::fclose(file);
    fs::remove(probe, error);
}

OutputFolder::~OutputFolder() { discard(); }

void OutputFolder::discard() noexcept {
    std::error_code error;
    for (const std::string& name : names_) fs::remove(folder_ / temporary_name(name), error);
    names_.clear();
    if (made_ && fs::is_empty(folder_, error) && !error) fs::remove(folder_, error);
}

fs::path OutputFolder::temporary(const std::string& name) {
    names_.push_back(name);
    return folder_ / temporary_name(name);
}

void OutputFolder::write(const std::string& name, std::string_view text) {
    const fs::path path = temporary(name);
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) throw_cannot_write(folder_ / name, std::strerror(errno));
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
    const int reason = errno;
    if (std::fclose(file) != 0 || !written) throw_cannot_write(folder_ / name, std::strerror(reason));
}

void OutputFolder::commit() {
    for (const std::string& name : names_) {
        std::error_code error;
        fs::rename(folder_ / temporary_name(name), folder_ / name, error);
        if (error) throw_cannot_write(folder_ / name, error.message());
    }
    names_.clear();
    made_ = false;
}

}  // namespace nearness::io
