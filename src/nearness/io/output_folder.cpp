#include "nearness/io/output_folder.hpp"

#include "nearness/base/problem.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace nearness::io {

namespace fs = std::filesystem;

namespace {

// The name is fixed, not random: what a killed run left behind is found by the next one instead of piling up.
constexpr std::string_view before = ".", after = ".partial";
constexpr const char* probe = "probe";
constexpr const char* results[] = {"run.nc",    "moments.csv",    "summary.json", "report.html",
                                   "diary.csv", "comparison.csv", probe};

std::string temporary_name(const std::string& name) { return std::string(before) + name + std::string(after); }

// The file as a user knows it.
fs::path final_path(const fs::path& path) {
    const std::string name = path.filename().string();
    if (!name.starts_with(before) || !name.ends_with(after)) return path;
    return path.parent_path() / name.substr(before.size(), name.size() - before.size() - after.size());
}

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
    problems.add("E0305", {.file = final_path(path).string(), .text = {}}, "could not be written: " + reason,
                 "free some space or name another folder with --out; nothing half-written is left");
    problems.throw_if_any();
    throw Bug("unreachable");
}

OutputFolder::OutputFolder(fs::path folder) : folder_(std::move(folder)) {
    try {
        make();
        lock();
        std::error_code error;
        for (const char* name : results) fs::remove(folder_ / temporary_name(name), error);
        const fs::path tried = folder_ / temporary_name(probe);
        std::FILE* file = std::fopen(tried.c_str(), "wb");
        if (file == nullptr) throw_cannot_create(folder_, std::strerror(errno));
        std::fclose(file);
        fs::remove(tried, error);
    } catch (...) {
        discard();
        throw;
    }
}

void OutputFolder::make() {
    std::error_code error;
    if (fs::exists(folder_, error) && !fs::is_directory(folder_, error)) {
        throw_cannot_create(folder_, "it is a file, not a folder");
    }
    fs::path path;
    for (const fs::path& part : folder_) {
        path /= part;
        if (fs::is_directory(path, error)) continue;
        if (fs::create_directory(path, error)) made_.push_back(path);
        if (error) throw_cannot_create(folder_, error.message());
    }
}

// Two runs in one folder would write into each other's files. The lock goes with the process, however it ends; where
// the file system knows no locks, there is none.
void OutputFolder::lock() {
    lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ >= 0 && ::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        throw_cannot_create(folder_, "another run is writing into this folder");
    }
}

OutputFolder::~OutputFolder() { discard(); }

void OutputFolder::discard() noexcept {
    std::error_code error;
    for (const std::string& name : names_) fs::remove(folder_ / temporary_name(name), error);
    names_.clear();
    for (; !made_.empty(); made_.pop_back()) {
        if (!fs::is_empty(made_.back(), error) || error) break;
        fs::remove(made_.back(), error);
    }
    if (lock_ >= 0) ::close(lock_);
    lock_ = -1;
}

fs::path OutputFolder::temporary(const std::string& name) {
    std::error_code error;
    if (fs::is_directory(folder_ / name, error)) throw_cannot_create(folder_ / name, "there is a folder of this name");
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
    made_.clear();
}

}  // namespace nearness::io
