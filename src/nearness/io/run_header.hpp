// What run.nc says of where it comes from, as attributes: enough to live the run again from the file alone. No path, host,
// clock or number of threads, and what does not matter is not there: a number of persons given on the command line and
// the same number in the scenario leave the same bytes.
#pragma once

#include "nearness/engine/run_plan.hpp"
#include "nearness/io/provenance.hpp"

#include <netcdf>
#include <string>
#include <vector>

namespace nearness::io {

struct RunHeader {
    std::string version, plan_hash;
    std::string title;  // stands for the name of the scenario's file where the scenario has no title
    std::uint64_t seed = 0;
    int first_person = 0;  // from 0
    int persons = 0;
    bool deterministic = false;  // one typical path
    std::string scenario_text;
    std::vector<std::string> settings;  // of the command line: key=value
    std::string mapping_text;           // empty without a diary
    std::string diary_hash;

    int end() const { return first_person + persons; }
};

void put_header(const netCDF::NcGroup& file, const engine::RunPlan& plan, const Provenance& provenance);

// Throws netCDF's exceptions, and a string that names what is missing.
struct NotARun {
    std::string missing;
};
RunHeader get_header(const netCDF::NcGroup& file);

}  // namespace nearness::io
