// The verbs of the command line, one file each. Every verb returns an exit code and throws InputError on bad input.
#pragma once

#include "nearness/base/problem.hpp"

#include <string>
#include <vector>

namespace nearness::cli {

// Options that all verbs reading a scenario share.
struct Options {
    std::string file;
    std::string seed;               // as typed; empty: as in the file
    std::string persons;            // as typed, a number or a range; empty: as in the file
    std::vector<std::string> set;   // key=value
    std::string out;                // folder; empty: out/<name of the file>
    std::string code;               // of `explain`
    std::vector<std::string> runs;  // of `merge`: run.nc or their folders
    std::string data;               // of `merge` and `rerun`: the diary that drove the run
    int threads = 0;                // 0: as many as the machine has
    bool deterministic = false;
    bool quiet = false;
    bool json = false;
    bool dry_run = false;
};

Exit run(const Options& options);
Exit check(const Options& options);
Exit explain(const Options& options);
Exit merge(const Options& options);
Exit rerun(const Options& options);

}  // namespace nearness::cli
