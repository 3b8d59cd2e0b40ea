// run.nc: the results as NetCDF-4, for R (ncdf4), Python (xarray), Julia or MATLAB.
//
// Root group: summaries, variables over (arm, person, chapter). Groups: `curve`, threat curves over (row, closeness);
// `moment`, `session`, `event`, `template`, `diary`, and where a plan has a goal `goal`: one row each, with person_index,
// arm_index and chapter_index from 0 into the root's dimensions. Rows of chapters that an arm shares with the file as written stand once, under arm 0.
// Every variable has units and a long name; what is not measured is NaN. docs/guide/outputs.md is the reader's page.
#pragma once

#include "nearness/engine/result.hpp"
#include "nearness/io/provenance.hpp"

#include <filesystem>
#include <memory>

namespace nearness::io {

class RunFile {
public:
    // Throws InputError E0305 when the file cannot be written, here and below.
    RunFile(std::filesystem::path path, const engine::RunPlan& plan, const Provenance& provenance);
    ~RunFile();
    RunFile(const RunFile&) = delete;
    RunFile& operator=(const RunFile&) = delete;

    // In person order.
    void add(const engine::PersonResult& person);
    void close();

private:
    struct Writer;
    std::filesystem::path path_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace nearness::io
