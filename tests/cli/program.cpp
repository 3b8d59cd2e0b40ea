#include "program.hpp"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace nearness::test {

namespace {

constexpr auto patience = std::chrono::minutes(2);

// The environment may name another build.
std::string program() {
    const char* other = std::getenv("NEARNESS_PROGRAM");
    return other == nullptr ? NEARNESS_PROGRAM : other;
}

// A pipe that holds `text` and ends there; short texts only, since nobody writes on.
int pipe_with(const std::string& text) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return -1;
    if (::write(ends[1], text.data(), text.size()) != static_cast<ssize_t>(text.size())) return -1;
    ::close(ends[1]);
    return ends[0];
}

int pipe_without_reader() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return -1;
    ::close(ends[0]);
    return ends[1];
}

bool become_nobody() {
    constexpr unsigned nobody = 65534;
    return ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
}

[[noreturn]] void become_the_program(std::vector<std::string> words, const How& how, int out, int err) {
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    if (!how.out_to.empty()) out = ::open(how.out_to.c_str(), O_WRONLY);
    if (how.unread) out = pipe_without_reader();
    if (!how.in.empty()) ::dup2(pipe_with(how.in), STDIN_FILENO);
    for (const auto& [name, value] : how.environment) ::setenv(name.c_str(), value.c_str(), 1);
    bool good = out >= 0 && ::dup2(out, STDOUT_FILENO) >= 0 && ::dup2(err, STDERR_FILENO) >= 0;
    good = good && (how.folder.empty() || ::chdir(how.folder.c_str()) == 0);
    if (how.largest_file) {
        const rlimit limit{*how.largest_file, *how.largest_file};
        good = good && ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    good = good && (!how.as_nobody || become_nobody());
    for (const int stream : how.closed) ::close(stream);
    if (good) ::execv(argv.front(), argv.data());
    ::_exit(127);
}

}  // namespace

Running::Running(const std::vector<std::string>& arguments, const How& how) {
    std::vector<std::string> words = {program()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::array<int, 2> out{}, err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) std::abort();
    process_ = ::fork();
    if (process_ < 0) std::abort();
    if (process_ == 0) become_the_program(words, how, out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    out_ = out[0];
    err_ = err[0];
}

Running::~Running() {
    if (!reaped_) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, &status_, 0);
    }
    for (const int stream : {out_, err_}) {
        if (stream >= 0) ::close(stream);
    }
}

void Running::send(int signal) const {
    if (!reaped_) ::kill(process_, signal);
}

bool Running::ended() {
    if (!reaped_) reaped_ = ::waitpid(process_, &status_, WNOHANG) == process_;
    return reaped_;
}

bool Running::read_some(int milliseconds) {
    std::array<pollfd, 2> streams = {pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};  // -1: left out
    ::poll(streams.data(), streams.size(), milliseconds);
    std::array<char, 65536> buffer{};
    for (std::size_t i = 0; i < streams.size(); ++i) {
        if (streams[i].revents == 0) continue;
        const ssize_t bytes = ::read(streams[i].fd, buffer.data(), buffer.size());
        if (bytes > 0) {
            (i == 0 ? finished_.out : finished_.err).append(buffer.data(), static_cast<std::size_t>(bytes));
        } else {
            int& stream = i == 0 ? out_ : err_;
            ::close(stream);
            stream = -1;
        }
    }
    return out_ >= 0 || err_ >= 0;
}

Finished Running::wait() {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (read_some(100)) {
        if (std::chrono::steady_clock::now() < deadline) continue;
        ADD_FAILURE() << "the program did not end";
        send(SIGKILL);
        break;
    }
    if (!reaped_) ::waitpid(process_, &status_, 0);
    reaped_ = true;
    if (WIFEXITED(status_)) finished_.code = WEXITSTATUS(status_);
    if (WIFSIGNALED(status_)) finished_.signal = WTERMSIG(status_);
    return finished_;
}

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "nearness é XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = fs::canonical(name);
}

Folder::~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

fs::path Folder::write(const std::string& name, const std::string& text) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    if (!fs::is_directory(folder)) return files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = content(entry.path());
    }
    return files;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    if (!fs::is_directory(folder)) return names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

std::string small_scenario(int persons) {
    return R"(title = "A small life"
description = "Look at the edge."
seed = 7
persons = )" +
           std::to_string(persons) + R"(

[[chapter]]
id = "childhood"
from = "6 months"
lasts = "2 years"
encounters = "1 per week"
[chapter.with]
kind = "caregiver"
attention = 0.68
responsive = 0.7
steady = 0.2
escape = 0.5
onset = 0.35
unavailable = 0.6
unpredictable = 0.3
critical = 0.5
enmeshed = 0.2
harm = 0.1

[[chapter]]
id = "quiet"
lasts = "1 year"

[[chapter]]
id = "together"
lasts = "2 months"
encounters = "3 per week"
with = { kind = "partner", preset = "ordinary" }

[[arm]]
id = "sessions"
[arm.set]
"together.plan" = [
    { therapy = "emdr", sessions = 3, every = "1 week", starts = "1 week" },
    { therapy = "parts", sessions = 2, every = "1 week" },
    { therapy = "graded closeness", sessions = 2, every = "1 week", starts = "5 weeks" },
]
)";
}

}  // namespace nearness::test
