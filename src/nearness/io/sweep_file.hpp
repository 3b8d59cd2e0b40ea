// The journal of a sweep (study/sweep.hpp): one line of JSON a run, after a line that says what they are of.
//
// A run is written as soon as it is there, so that a sweep that was stopped, in whatever way, goes on after its last whole
// line. The bytes are those of a sweep that was never stopped, for any number of threads.
//
//     {"sweep":"regions","hash":"…","claims":[3,12],"keys":["memory.concentration",…]}
//     {"name":"0","parameters":[0.0213,…],"found":[[[0.41,0.02,0.37,0.45],…],…]}    value, error, low, high; null: no number
#pragma once

#include "nearness/study/sweep.hpp"

#include <filesystem>

namespace nearness::io {

struct SweepHeader {
    std::string sweep;  // "regions", "knockouts", "map"
    std::string hash;   // study::sweep_hash
    std::vector<int> claims;
    std::vector<std::string> keys;  // of the parameters of its runs
    bool operator==(const SweepHeader&) const = default;
};

class SweepFile {
public:
    // Opens the file to go on with it, or begins it. What stands there has to be of the same sweep. Throws InputError: E0803
    // when it is not, E0304 when it cannot be written.
    SweepFile(const std::filesystem::path& path, const SweepHeader& header);
    ~SweepFile();
    SweepFile(const SweepFile&) = delete;
    SweepFile& operator=(const SweepFile&) = delete;

    const std::vector<study::Run>& runs() const { return runs_; }
    // Throws InputError E0305 when the disk is full.
    void add(study::Run run);

private:
    std::filesystem::path path_;
    std::FILE* file_ = nullptr;
    std::vector<study::Run> runs_;
};

// A whole journal from its text, with its header; a line that is not whole ends it.
struct Sweep {
    SweepHeader header;
    std::vector<study::Run> runs;
    std::size_t whole = 0;  // bytes of the text until there
};
Sweep parse_sweep(std::string_view text);
std::string sweep_line(const SweepHeader& header);
std::string sweep_line(const study::Run& run);

}  // namespace nearness::io
