#include "nearness/io/output_folder.hpp"

#include "nearness/base/problem.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

namespace nearness::io {

namespace fs = std::filesystem;

namespace {

// The name is fixed, not random: what a killed run left behind is found by the next one instead of piling up.
constexpr std::string_view before = ".", after = ".partial";
constexpr const char* probe = "probe";
constexpr const char* journal = "commit";
constexpr const char* results[] = {"run.nc",    "moments.csv",    "summary.json", "report.html",
                                   "diary.csv", "comparison.csv", probe,          journal};

// Results that not every run has, and how ours begin (io/diary_file.hpp).
struct Occasional {
    const char* name;
    std::string_view opening;
};
constexpr Occasional occasional[] = {{"diary.csv", "person,group,arm,moment,line,days,"},
                                     {"comparison.csv", "target,kind,proxy,lead,arm,measure,of,"}};

// A journal holds one line a file: a word, a blank, the name.
constexpr std::string_view rename_it = "rename ", remove_it = "remove ";
static_assert(rename_it.size() == remove_it.size());

fs::path journal_in(const fs::path& folder) { return folder / (std::string(before) + journal); }

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

bool begins_with(const fs::path& path, std::string_view opening) {
    std::string start(opening.size(), '\0');
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return false;
    start.resize(std::fread(start.data(), 1, start.size(), file));
    std::fclose(file);
    return start == opening;
}

// Until it is on the disk: a rename must not get there before what it names. Where there is no such thing as syncing
// (some network folders), there is none.
void sync(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw_cannot_write(path, std::strerror(errno));
    const int reason = ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
    ::close(file);
    if (reason != 0) throw_cannot_write(path, std::strerror(reason));
}

void write_whole(const fs::path& path, std::string_view text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) throw_cannot_write(path, std::strerror(errno));
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
    const int reason = errno;
    if (std::fclose(file) != 0 || !written) throw_cannot_write(path, std::strerror(reason));
}

void rename_to(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) throw_cannot_write(to, error.message());
}

// Does what a journal says, as far as it is not done yet; then removes it. False when there is none.
bool follow_journal(const fs::path& folder) {
    std::ifstream stream(journal_in(folder), std::ios::binary);
    if (!stream) return false;
    std::error_code error;
    for (std::string line; std::getline(stream, line);) {
        const std::string name = line.substr(std::min(line.size(), rename_it.size()));
        if (name.empty() || name.find('/') != std::string::npos) continue;
        const fs::path complete = folder / temporary_name(name);
        if (line.starts_with(rename_it) && fs::exists(complete, error)) rename_to(complete, folder / name);
        if (line.starts_with(remove_it)) fs::remove(folder / name, error);
    }
    sync(folder);
    fs::remove(journal_in(folder), error);
    if (error) throw_cannot_write(journal_in(folder), error.message());
    return true;
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
        finish_journal();
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

void OutputFolder::finish_journal() {
    try {
        follow_journal(folder_);
    } catch (const InputError& error) {
        const Problem& problem = error.problems().front();
        throw_cannot_create(problem.place.file,
                            "an earlier run was killed while it put its results here, and they " + problem.message);
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

void OutputFolder::write(const std::string& name, std::string_view text) { write_whole(temporary(name), text); }

void OutputFolder::commit() {
    const auto is_new = [&](const char* name) { return std::find(names_.begin(), names_.end(), name) != names_.end(); };
    std::string text;
    for (const std::string& name : names_) {
        sync(folder_ / temporary_name(name));
        text.append(rename_it).append(name).append("\n");
    }
    for (const auto& [name, opening] : occasional) {
        if (!is_new("run.nc") || is_new(name) || !begins_with(folder_ / name, opening)) continue;
        text.append(remove_it).append(name).append("\n");
    }
    const fs::path draft = folder_ / temporary_name(journal);
    names_.emplace_back(journal);  // for `discard`
    write_whole(draft, text);
    sync(draft);
    sync(folder_);
    for (const fs::path& made : made_) sync(made.has_parent_path() ? made.parent_path() : ".");
    rename_to(draft, journal_in(folder_));
    sync(folder_);
    // From here on the new results count: what cannot be renamed now stays for whoever opens the folder next.
    names_.clear();
    made_.clear();
    follow_journal(folder_);
}

bool finish_interrupted_commit(const fs::path& folder) {
    std::error_code error;
    if (!fs::exists(journal_in(folder), error)) return false;
    const int lock = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) return false;
    const bool busy = ::flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    try {
        const bool finished = !busy && follow_journal(folder);
        ::close(lock);
        return finished;
    } catch (...) {
        ::close(lock);
        throw;
    }
}

}  // namespace nearness::io
