// Feeds files to a fuzz target, built as every other test is: what a fuzzer once found stays found.
//
//     replay_TARGET FILE_OR_FOLDER...    every file below the folders; exit 1 if there is none or one is not well
#include "fuzz/outcome.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr unsigned longest_seconds = 10;
constexpr rlim_t most_memory = rlim_t{1} << 30U;

// Sanitizers reserve more address space than this by themselves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limited = false;
#else
constexpr bool limited = true;
#endif

std::set<fs::path> files_of(int argc, char** argv) {
    std::set<fs::path> files;
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) {
            files.insert(argv[i]);
            continue;
        }
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(argv[i])) {
            if (entry.is_regular_file()) files.insert(entry.path());
        }
    }
    return files;
}

bool well(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) return false;
    ::alarm(longest_seconds);  // a hang ends here, with the name of its file above
    try {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    } catch (const std::exception& error) {
        std::printf("  %s\n", error.what());
        return false;
    }
    ::alarm(0);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const rlimit limit{most_memory, most_memory};
    if (limited && ::setrlimit(RLIMIT_AS, &limit) != 0) return 1;
    int bad = 0;
    const std::set<fs::path> files = files_of(argc, argv);
    for (const fs::path& file : files) {
        std::printf("%s\n", file.c_str());
        if (!well(file)) ++bad;
    }
    std::printf("%zu inputs, %d bad\n", files.size(), bad);
    return bad > 0 || files.empty() ? 1 : 0;
}
