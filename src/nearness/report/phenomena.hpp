// One self-contained page: which learner shows which phenomenon, the curve behind each cell, and maps of parameters.
#pragma once

#include "nearness/experiment/region_map.hpp"
#include "nearness/io/phenomenon_file.hpp"

#include <string>
#include <vector>

namespace nearness::report {

struct LearnerOnPhenomenon {
    std::string name, title;  // as users write it, as pages do
    experiment::Evaluation evaluation;
};

struct TestedPhenomenon {
    io::PhenomenonFile file;
    std::vector<LearnerOnPhenomenon> learners;  // the same ones, in the same order, for each phenomenon
    std::vector<experiment::MappedRegion> map;  // of the file's map; empty where it has none
};

std::string phenomena_page(const std::vector<TestedPhenomenon>& tested, const std::string& version, std::uint64_t seed);

}  // namespace nearness::report
