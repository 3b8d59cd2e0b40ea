// The program as a user meets it: arguments in; standard output, standard error, exit code and files out.
#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nearness::test {

namespace fs = std::filesystem;

struct Finished {
    int code = -1;   // exit code; -1 when a signal ended the program
    int signal = 0;  // the signal that did
    std::string out, err;
};

struct How {
    fs::path folder{};                                 // where the program is called
    std::optional<std::uint64_t> largest_file{};       // bytes; a write beyond fails as on a full disk
    std::string out_to{};                              // standard output goes to this file instead
    std::string in{};                                  // what standard input, a pipe, holds
    std::vector<int> closed{};                         // standard streams that are closed
    bool unread = false;                               // nobody reads standard output: a pipe without its other end
    std::map<std::string, std::string> environment{};  // on top of what there is
    bool as_nobody = false;                            // without root's rights to everything
};

// A program that runs; ends with this object at the latest.
class Running {
public:
    Running(const std::vector<std::string>& arguments, const How& how);
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void send(int signal) const;
    bool ended();     // without waiting
    Finished wait();  // fails the test and kills the program after two minutes

private:
    bool read_some(int milliseconds);  // false at the end of both streams
    int process_ = -1;
    int out_ = -1, err_ = -1;
    bool reaped_ = false;
    int status_ = 0;
    Finished finished_;
};

inline Finished nearness(const std::vector<std::string>& arguments, const How& how) {
    return Running(arguments, how).wait();
}

// A fresh folder with a blank and an é in its name, which goes with this object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }
    fs::path write(const std::string& name, const std::string& text) const;

private:
    fs::path path_;
};

inline std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Every file below a folder, hidden ones too, by its path within; empty when there is no such folder.
std::map<std::string, std::string> files_in(const fs::path& folder);

// Names of what lies directly in a folder, in order.
std::vector<std::string> names_in(const fs::path& folder);

inline const std::vector<std::string> result_names = {"moments.csv", "report.html", "run.nc", "summary.json"};

// Two years of childhood and two months with a partner, in two arms; the second adds sessions in the first weeks.
std::string small_scenario(int persons = 4);

}  // namespace nearness::test
