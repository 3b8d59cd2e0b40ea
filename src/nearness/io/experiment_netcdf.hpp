// experiment.nc: every number of every trial, a NetCDF group for each learner and in it one for each group of the design.
// Variables are subject × trial; their names are those of trials.csv.
#pragma once

#include "nearness/io/experiment_columns.hpp"
#include "nearness/io/provenance.hpp"

#include <filesystem>
#include <memory>

namespace nearness::io {

class ExperimentFile {
public:
    // Throws InputError E0305, here and below. `plan` stays where it is.
    ExperimentFile(std::filesystem::path path, const experiment::Plan& plan, const Provenance& provenance);
    ~ExperimentFile();
    ExperimentFile(const ExperimentFile&) = delete;
    ExperimentFile& operator=(const ExperimentFile&) = delete;

    // In the order in which `simulate` hands them on.
    void add(const experiment::Course& course);
    void close();

private:
    class Writer;
    std::filesystem::path path_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace nearness::io
