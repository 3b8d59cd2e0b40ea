// run.nc read back: where it comes from, and every person as the engine handed it over, for all that the writers and the
// report look at. What is written from what was read is what was read from, byte for byte. CHECKED
// tests/io/run_reader_test.cpp, tests/cli/merge_test.cpp.
#pragma once

#include "nearness/engine/result.hpp"
#include "nearness/io/run_header.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace nearness::io {

class RunReader {
public:
    // A run.nc, or the folder in which it lies, where what a killed run had begun to rename is finished first. Throws
    // InputError: E0301 (not there), E0305 (that cannot be finished), E0311 (not a run of nearness), E0312 (damaged or
    // incomplete).
    explicit RunReader(const std::filesystem::path& path);
    ~RunReader();
    RunReader(RunReader&&) noexcept;
    RunReader& operator=(RunReader&&) noexcept;

    const std::filesystem::path& path() const { return path_; }
    const RunHeader& header() const { return header_; }

    // In person order, a block of persons in memory at a time. `plan` is that of the header's scenario, for any range of
    // persons. Throws InputError E0312.
    void read(const engine::RunPlan& plan, const std::function<void(engine::PersonResult&&)>& receive) const;

private:
    struct Content;
    std::filesystem::path path_;
    RunHeader header_;
    std::unique_ptr<Content> content_;
};

}  // namespace nearness::io
