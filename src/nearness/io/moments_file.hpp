// moments.csv: one row for each encounter of the recorded persons. Moments that an arm shares with the file as written
// stand there once, under that arm. Missing values are empty.
#pragma once

#include "nearness/engine/result.hpp"

#include <cstdio>
#include <filesystem>

namespace nearness::io {

class MomentsFile {
public:
    // Throws InputError E0305, here and below.
    MomentsFile(std::filesystem::path path, const engine::RunPlan& plan);
    ~MomentsFile();
    MomentsFile(const MomentsFile&) = delete;
    MomentsFile& operator=(const MomentsFile&) = delete;

    void add(const engine::PersonResult& person);
    void close();

private:
    void put(const std::string& text);

    std::filesystem::path path_;
    const engine::RunPlan& plan_;
    std::FILE* file_ = nullptr;
};

}  // namespace nearness::io
