#include "nearness/io/output_file.hpp"

#include "nearness/base/problem.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace nearness::io {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
    throw InputError(
        {{"E0304", {path.string(), 0, 0, 0, {}}, "the result cannot be put here: " + reason, "name another file"}});
}

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw InputError({{"E0305",
                       {path.string(), 0, 0, 0, {}},
                       "could not be written: " + reason,
                       "free some space or name another file; nothing half-written is left"}});
}

}  // namespace

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
    std::error_code error;
    if (fs::is_directory(path_, error)) refuse(path_, "it is a folder");
    if (fs::is_symlink(path_, error) && fs::exists(path_, error)) path_ = fs::canonical(path_, error);
    const bool direct = fs::exists(path_, error) && !fs::is_regular_file(path_, error);
    // A fixed name: what a killed run left behind is found by the next one instead of piling up.
    if (!direct) temporary_ = path_.parent_path() / ("." + path_.filename().string() + ".partial");
    const fs::path& opened = direct ? path_ : temporary_;
    const int descriptor = ::open(opened.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        const std::string reason = std::strerror(errno);
        temporary_.clear();
        refuse(path_, reason);
    }
    if (!direct && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(descriptor);
        temporary_.clear();
        refuse(path_, "somebody else is writing it just now");
    }
    if (!direct && ::ftruncate(descriptor, 0) != 0) errno = 0;  // nothing in it can be kept
    file_ = ::fdopen(descriptor, "wb");
}

OutputFile::~OutputFile() {
    std::error_code error;
    if (!temporary_.empty()) fs::remove(temporary_, error);
    if (file_ != nullptr) std::fclose(file_);
}

void OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
        fail(path_, std::strerror(errno));
    }
}

void OutputFile::commit() {
    // Until it is on the disk: a rename must not get there before what it names. Pipes and some folders know no syncing.
    const bool flushed = std::fflush(file_) == 0;
    const bool synced =
        flushed && (::fsync(::fileno(file_)) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS);
    const int reason = errno;
    if (!synced) fail(path_, std::strerror(reason));
    if (temporary_.empty()) return;
    std::error_code error;
    fs::rename(temporary_, path_, error);
    if (error) fail(path_, error.message());
    temporary_.clear();
}

}  // namespace nearness::io
